import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { contains } from '#source/span';
import type { Body, HclBlock, HclDatum, HclDocument, HclOperation } from '#syntax/hcl/ast';
import { formatTokens } from '#syntax/hcl/format';
import { parentsOf } from '#syntax/hcl/parents';
import { parseHcl } from '#syntax/hcl/parse';
import { tokensOf } from '#syntax/hcl/tokens';
import { isDatum } from '#syntax/hcl/wanted';
import { blockText } from '#syntax/hcl/write';
import { Faults } from '#syntax/reading';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ü', '😀', '"', '\\', '$', '%', '{', '}', '~', '\n', '\r', '\t', ' ', '#') }),
  fc.constantFrom('arn:aws:iam::1:role/x', '*', '', 'true'),
);
const name = fc.constantFrom('a', 'bucket', 'a_long_name', 'x-1', 'größe');
const datum: fc.Arbitrary<HclDatum> = fc.letrec<{ datum: HclDatum }>((tie) => ({
  datum: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('datum'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(name, text), tie('datum'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).datum;
const attributes = fc.dictionary(name, datum, { maxKeys: 4, noNullPrototype: true });
const block: fc.Arbitrary<HclBlock> = fc.record({
  type: fc.constant('resource'),
  labels: fc.array(fc.constantFrom('aws_x', 'y'), { maxLength: 2 }),
  attributes,
  blocks: fc.array(fc.record({ type: fc.constantFrom('rule', 'x'), attributes }), { maxLength: 2 }),
});

/** A file of these blocks as `terraform fmt` leaves it. */
function fileOf(blocks: readonly HclBlock[], eol: string): SourceFile {
  const written = blocks.map((one) => blockText(one, '', { eol, step: '  ' }) + eol).join(eol);
  return new SourceFile('main.tf', formatted(written));
}

function formatted(source: string): string {
  const tokens = tokensOf(source, new Faults());
  const { spaces } = formatTokens(source, tokens);
  return tokens.map((token, i) => ' '.repeat(spaces[i] ?? 0) + source.slice(token.start, token.end)).join('');
}

async function changed(document: HclDocument, operations: readonly HclOperation[]): Promise<HclDocument> {
  const edits = document.edit(operations);
  if (edits === undefined) throw new Error('declined');
  const result = await parseHcl(applyEdits(document.file, edits));
  expect(result.problems).toEqual([]);
  return result;
}

function firstBody(document: HclDocument): Body {
  const [first] = document.body.blocks;
  if (!first) throw new Error('no block');
  return first.body;
}

describe('HCL', () => {
  const files = fc.tuple(fc.array(block, { minLength: 1, maxLength: 2 }), fc.constantFrom('\n', '\r\n'));

  it('reads what it writes', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ([blocks, eol]) => {
        const document = await parseHcl(fileOf(blocks, eol));
        expect(document.problems).toEqual([]);
        for (const [i, one] of blocks.entries())
          for (const [key, value] of Object.entries(one.attributes ?? {})) {
            const found = document.body.blocks[i]?.body.attributes.find((attribute) => attribute.name === key);
            expect(isDatum(found?.value, value)).toBe(true);
          }
      }),
      { numRuns: 150 },
    );
  });

  it('stays formatted, keeps line breaks, and adding then removing changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(files, datum, async ([blocks, eol], value) => {
        const document = await parseHcl(fileOf(blocks, eol));
        const isEmpty = firstBody(document).attributes.length === 0 && firstBody(document).blocks.length === 0;
        const added = await changed(document, [
          { op: 'attribute', body: firstBody(document), name: 'added_one', value },
        ]);
        expect(formatted(added.file.text)).toBe(added.file.text);
        if (eol === '\r\n') expect(added.file.text.replaceAll('\r\n', '')).not.toContain('\n');
        const what = firstBody(added).attributes.find((one) => one.name === 'added_one');
        if (!what) throw new Error('not added');
        expect(isDatum(what.value, value)).toBe(true);
        const removed = await changed(added, [{ op: 'remove', what }]);
        if (!isEmpty) expect(removed.file.text).toBe(document.file.text);
      }),
      { numRuns: 150 },
    );
  });

  it('takes any value in place of any other', async () => {
    await fc.assert(
      fc.asyncProperty(files, datum, fc.nat(), async ([blocks, eol], value, pick) => {
        const document = await parseHcl(fileOf(blocks, eol));
        const expressions = [...parentsOf(document.body)].flatMap(([node, holder]) =>
          'kind' in node && !('key' in holder && holder.key === node) ? [node] : [],
        );
        const expression = expressions[pick % Math.max(1, expressions.length)];
        if (!expression) return;
        const result = await changed(document, [{ op: 'replace', expression, value }]);
        expect(formatted(result.file.text)).toBe(result.file.text);
      }),
      { numRuns: 150 },
    );
  });

  it('reads anything without an exception, every node within what holds it', async () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        ' ',
        '\n',
        '=',
        '{',
        '}',
        '[',
        ']',
        '(',
        ')',
        '"',
        '${',
        '%{ if x }',
        '%{ for',
        '<<E\n',
        '\nE\n',
        '# c\n',
      ],
      ...[
        '/*',
        '*/',
        '.',
        '*',
        ',',
        '?',
        ':',
        '-',
        '!',
        '1.5',
        'for x in y : ',
        '=>',
        '...',
        'b = 1\n',
        '\\',
        "'",
        '~}',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (some) => {
        const document = await parseHcl(new SourceFile('main.tf', some.join('')));
        for (const [node, holder] of parentsOf(document.body)) {
          expect(node.span.start).toBeLessThanOrEqual(node.span.end);
          if (!('attributes' in node) && node.span.end > node.span.start)
            expect(contains(holder.span, node.span)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
