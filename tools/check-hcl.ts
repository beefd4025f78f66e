// Holds the edits of src/syntax/hcl against real Terraform files and `terraform fmt`: see tools/check-syntax.ts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyEdits } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Block, Body, Expression, HclDatum, HclDocument, HclOperation } from '#syntax/hcl/ast';
import { Raw } from '#syntax/hcl/ast';
import { type HclNode, parentsOf } from '#syntax/hcl/parents';
import { parseHcl } from '#syntax/hcl/parse';

export interface Report {
  count(name: string): void;
  fail(name: string, what: string): void;
}

const DATA: readonly HclDatum[] = [
  'plain',
  'a "quoted" ${x} %{ y } \\ text',
  'two\nlines',
  true,
  12,
  -0.5,
  null,
  [],
  {},
  ['a', 'b'],
  [
    'sns:Publish',
    new Raw('aws_kms_key.main.arn'),
    'a long text that does not fit with the others on one line of a file',
  ],
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', 'aws:x': 1 }, { long_name_of_key: new Raw('var.x') }] },
  new Raw('jsonencode({\n  a = 1\n  longer = [2]\n})'),
];

/** Operations of every kind at nodes of a tree. */
function* operationsOf(document: HclDocument, next: (bound: number) => number): Generator<[string, HclOperation[]]> {
  const datum = () => DATA[next(DATA.length)] ?? null;
  for (const [node, holder] of parentsOf(document.body)) {
    if ('attributes' in node) yield* bodyOperations(node, datum);
    else if ('body' in node) {
      yield ['remove block', [{ op: 'remove', what: node }]];
      const block = { type: 'resource', labels: ['aws_x', 'y'], attributes: { a: datum() }, blocks: [{ type: 'b' }] };
      if (document.body.blocks.includes(node)) yield ['beside', [{ op: 'beside', beside: node, block }]];
    } else if ('nameSpan' in node && !('kind' in node)) {
      yield ['remove argument', [{ op: 'remove', what: node }]];
      yield ['replace', [{ op: 'replace', expression: node.value, value: datum() }]];
    } else if ('kind' in node) yield* expressionOperations(node, holder, datum);
    else if ('key' in node) {
      yield ['remove entry', [{ op: 'remove', what: node }]];
      yield ['replace', [{ op: 'replace', expression: node.value, value: datum() }]];
    }
  }
}

function* bodyOperations(body: Body, datum: () => HclDatum): Generator<[string, HclOperation[]]> {
  yield ['add argument', [{ op: 'attribute', body, name: 'new_argument', value: datum() }]];
  yield ['add argument', [{ op: 'attribute', body, name: 'n', value: datum() }]];
  const after = body.attributes[0]?.name ?? body.blocks[0]?.type;
  if (after !== undefined) {
    yield ['add argument after', [{ op: 'attribute', body, name: 'new_one', value: datum(), after }]];
    yield ['set argument', [{ op: 'attribute', body, name: after, value: datum() }]];
  }
  const block = { type: 'nested', attributes: { mode: datum(), longer: 1 }, blocks: [{ type: 'x', labels: ['l'] }] };
  yield ['add block', [{ op: 'block', body, block }]];
  yield [
    'several',
    [
      { op: 'attribute', body, name: 'one', value: 1 },
      { op: 'attribute', body, name: 'other', value: datum() },
      { op: 'block', body, block },
      { op: 'block', body, block },
      ...body.attributes.slice(0, 2).map((what): HclOperation => ({ op: 'remove', what })),
    ],
  ];
}

function* expressionOperations(
  node: Expression,
  holder: HclNode,
  datum: () => HclDatum,
): Generator<[string, HclOperation[]]> {
  if (node.kind === 'object') {
    yield ['add entry', [{ op: 'entry', object: node, key: 'NewKey', value: datum() }]];
    yield ['add entry', [{ op: 'entry', object: node, key: 'new:key', value: 'x' }]];
    yield ['remove entries', node.items.map((what): HclOperation => ({ op: 'remove', what }))];
  }
  if (node.kind === 'tuple') {
    yield ['add item', [{ op: 'item', tuple: node, value: datum() }]];
    yield [
      'add items',
      [
        { op: 'item', tuple: node, value: { a: 1, long: 2 } },
        { op: 'item', tuple: node, value: 'x' },
      ],
    ];
  }
  if ('kind' in holder && holder.kind === 'tuple') {
    yield ['remove item', [{ op: 'remove', what: node }]];
    yield ['replace', [{ op: 'replace', expression: node, value: datum() }]];
    if (holder.items.length > 1)
      yield [
        'replace item',
        [
          { op: 'remove', what: node },
          { op: 'item', tuple: holder, value: datum() },
        ],
      ];
  }
}

interface Outcome {
  readonly path: string;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

/** Tries operations at the nodes of one file. Gives what came of those on files that `terraform fmt` would not change. */
export async function checkHclFile(
  file: SourceFile,
  isFormatted: boolean,
  next: (bound: number) => number,
  share: number,
  report: Report,
): Promise<Outcome[]> {
  const document = await parseHcl(file);
  report.count('hcl files');
  if (document.problems.length > 0) {
    report.count('hcl files with problems');
    return [];
  }
  const outcomes: Outcome[] = [];
  for (const [kind, operations] of operationsOf(document, next)) {
    if (next(100) >= share || operations.length === 0) continue;
    report.count(`hcl edits: ${kind}`);
    const edits = document.edit(operations);
    if (edits === undefined) {
      report.count(`hcl declined: ${kind}`);
      if (process.env.VERBOSE) console.log(`declined ${kind}: ${describe(file, operations)}`);
      continue;
    }
    const after = applyEdits(file, edits);
    const where = `${file.path} ${describe(file, operations)}`;
    const result = await parseHcl(after);
    if (result.problems.length > 0) report.fail(`hcl ${kind}: problem`, `${where}: ${result.problems[0]?.message}`);
    if (file.eol === '\r\n' && /[^\r]\n/.test(after.text) && !/[^\r]\n/.test(file.text))
      report.fail(`hcl ${kind}: line breaks`, where);
    checkOthers(document, result, edits, kind, where, report);
    if (isFormatted)
      outcomes.push({
        path: file.path,
        kind: `${kind} ${describe(file, operations)}`,
        before: file.text,
        after: after.text,
      });
  }
  return outcomes;
}

function describe(file: SourceFile, operations: readonly HclOperation[]): string {
  return operations
    .map((operation) => {
      const node = Object.values(operation).find((value) => value && typeof value === 'object' && 'span' in value);
      const at = node && 'span' in node ? file.position(node.span.start).line : 0;
      const value = 'value' in operation ? JSON.stringify(operation.value) : '';
      return `${operation.op}@${at} ${value}`;
    })
    .join(', ');
}

/** Top-level blocks that no edit touches are the same, letter by letter. */
function checkOthers(
  before: HclDocument,
  after: HclDocument,
  edits: readonly { readonly span: { readonly start: number; readonly end: number } }[],
  kind: string,
  where: string,
  report: Report,
): void {
  const texts = new Set(after.body.blocks.map((block) => textOf(after, block)));
  for (const block of before.body.blocks) {
    if (edits.some((edit) => edit.span.start <= block.span.end && edit.span.end >= block.span.start)) continue;
    if (!texts.has(textOf(before, block))) report.fail(`hcl ${kind}: another block changed`, where);
  }
}

function textOf(document: HclDocument, block: Block): string {
  return document.file.slice(block.span);
}

/** Which of the texts `terraform fmt` would change, by their index; null where it cannot read one. */
export function unformatted(texts: readonly string[]): Set<number> {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-hcl-'));
  try {
    for (const [i, text] of texts.entries()) {
      if (i % 500 === 0) mkdirSync(join(folder, String(i)));
      writeFileSync(join(folder, String(i - (i % 500)), `f${i}.tf`), text);
    }
    let listed: string;
    try {
      listed = execFileSync('terraform', ['fmt', '-recursive', '-write=false', '-no-color', folder], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 28,
      });
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      listed = `${stdout ?? ''}\n${stderr ?? ''}`;
    }
    return new Set([...listed.matchAll(/f(\d+)\.tf/g)].map((match) => Number(match[1])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tells which outcomes `terraform fmt` would change. */
export function checkFormatted(outcomes: readonly Outcome[], report: Report): void {
  for (const index of unformatted(outcomes.map((outcome) => outcome.after))) {
    const outcome = outcomes[index];
    if (!outcome) continue;
    report.fail('hcl: terraform fmt would change it', `${outcome.path} ${outcome.kind}`);
    if (process.env.KEEP) writeFileSync(join(process.env.KEEP, `case${index}.tf`), outcome.after);
  }
  for (const _ of outcomes) report.count('hcl edits held against terraform fmt');
}
