import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { originOf, pathOf } from '#frameworks/cloudformation/origin';
import type { Framework } from '#frameworks/framework';
import { Cloud } from '#model/cloud';
import type { Patch } from '#model/patch';
import type { Property } from '#model/property';
import { branches } from '#model/property';
import type { Resource } from '#model/resource';
import { type Stack, withNested } from '#model/stack';
import type { Value } from '#model/value';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { type LoadInput, load, repository } from './repository.js';

/** A root that a framework must hold the contract on. It should have comments, quotes, conditions and several styles. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Other files of the repository. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * At least this share of the written scalars can be set; what cannot be is declined with a reason. None of a text that is not
   * to be edited at all.
   */
  readonly settable: number;
}

/** What every framework keeps, whatever it reads. Call it within a test file. Documents declare no resources and name none. */
export function holdsTheContract(
  framework: Framework,
  samples: readonly Sample[],
  { declares = true }: { readonly declares?: boolean } = {},
): void {
  for (const sample of samples) {
    for (const [style, text] of stylesOf(sample.text)) {
      describe(`${sample.name}, ${style}`, () => {
        const input: LoadInput = { framework, path: sample.path, ...(sample.files ? { files: sample.files } : {}) };
        const open = (of = text) => load(of, input);

        it('loads without a problem, every value at a place of a file of the stack', async () => {
          const stack = await open();
          expect(stack.problems).toEqual([]);
          for (const one of withNested([stack])) {
            for (const resource of one.resources.values()) {
              expectPlace(one, resource, declares);
              for (const value of valuesOf(resource)) {
                expectValuePlace(one, value);
                expectSlice(value);
              }
            }
          }
        });

        it('takes a value back that was set, and changes nothing else', async () => {
          const stack = await open();
          let set = 0;
          const scalars = leavesOf(stack);
          expect(scalars.length).toBeGreaterThan(0);
          for (const property of scalars) {
            const wanted = otherThan(property);
            const result = stack.edits([property.set(wanted)]);
            if ('declined' in result) {
              expect(result.declined).toMatch(/^\S.{3,}$/);
              continue;
            }
            set += 1;
            const again = await reload(stack, result, input, text);
            const found = sameProperty(again, property);
            expect([property.path.join('.'), found?.scalar]).toEqual([property.path.join('.'), wanted]);
            expectSameOutside(stack, result);
            expect(again.problems).toEqual([]);
          }
          expect(set / scalars.length).toBeGreaterThanOrEqual(sample.settable);
        });

        // A format without declarations of resources has nothing to add to.
        const declaring = (name: string, run: () => Promise<void>): void => {
          if (declares) it(name, run);
        };

        declaring('takes a new property, attribute and resource back', async () => {
          const stack = await open();
          let done = 0;
          for (const resource of stack.resources.values()) {
            if (resource.generatedBy !== undefined) continue;
            const path = ['LeastwiseMap', 'LeastwiseKey'];
            const value = ['a', resource.ref()];
            const patches: Patch[] = [
              { op: 'set', resource, path, value },
              resource.setAttribute('DeletionPolicy', 'Retain'),
            ];
            const result = stack.edits(patches);
            if ('declined' in result) {
              expect(result.declined).toMatch(/^\S.{3,}$/);
              continue;
            }
            const again = await reload(stack, result, input, text);
            const twin = new Cloud([again]).get(resource.id);
            const [made] = twin ? atPath(twin, path) : [];
            expect(made?.items().map((item) => String(item.text))).toEqual(['a', `\${${resource.logicalId}}`]);
            expect(twin?.attribute('DeletionPolicy').every((one) => one.is('Retain'))).toBe(true);
            expectSameOutside(stack, result);
            done += 1;
          }
          expect(done > 0).toBe(sample.settable > 0);
        });

        declaring('takes an added resource back', async () => {
          const stack = await open();
          let done = 0;
          for (const beside of stack.resources.values()) {
            const result = stack.edits([
              {
                op: 'add',
                beside,
                logicalId: 'LeastwiseQueue',
                type: 'AWS::SQS::Queue',
                properties: { QueueName: beside.ref() },
              },
            ]);
            if ('declined' in result) continue;
            const again = await reload(stack, result, input, text);
            const made = [...again.resources.values()].find((one) => !stack.resources.has(one.logicalId));
            expect(made?.type).toBe('AWS::SQS::Queue');
            expect(again.resources.size).toBe(stack.resources.size + 1);
            expectSameOutside(stack, result);
            done += 1;
          }
          expect(done > 0).toBe(sample.settable > 0);
        });

        it('loses what is removed and nothing else', async () => {
          const stack = await open();
          let done = 0;
          for (const property of leavesOf(stack)) {
            const result = stack.edits([property.remove()]);
            if ('declined' in result) continue;
            const again = await reload(stack, result, input, text);
            const found = sameProperty(again, property);
            const item = typeof property.path.at(-1) === 'number';
            if (!item)
              expect([property.path.join('.'), found?.value.kind ?? 'absent']).toEqual([
                property.path.join('.'),
                'absent',
              ]);
            const count = (of: Stack) => leavesOf(of).filter((one) => one.resource.id === property.resource.id).length;
            expect(count(again)).toBe(count(stack) - 1);
            expectSameOutside(stack, result);
            done += 1;
          }
          expect(done > 0).toBe(sample.settable > 0);
        });

        it('is not edited when it is not UTF-8', async () => {
          const file = new SourceFile(sample.path, text, false);
          const stack = await load(file, input);
          const property = leavesOf(stack).find((one) => one.location.file === file);
          if (!property) throw new Error('no property in the root');
          expect(stack.edits([property.set('x')])).toHaveProperty('declined');
        });
      });
    }
  }

  it('never throws, and says where and why', async () => {
    const texts = samples.map((sample) => sample.text);
    await fc.assert(
      fc.asyncProperty(mutated(texts), async ({ text, sample }) => {
        const file = new SourceFile(samples[sample]?.path ?? 'template.yaml', text);
        framework.recognizes(file);
        const files = repository(samples[sample]?.files ?? {});
        const stack = await framework.load(file, files, { parameters: {} });
        for (const problem of stack?.problems ?? []) {
          expect(problem.path).not.toBe('');
          expect(problem.message).toMatch(/\S \S/);
        }
        if (!stack) return;
        for (const one of withNested([stack]))
          for (const resource of one.resources.values())
            for (const value of valuesOf(resource)) expectValuePlace(one, value);
        for (const property of leavesOf(stack).slice(0, 2)) {
          const result = stack.edits([property.set('x')]);
          if (!('declined' in result))
            for (const edit of result) expect(edit.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100) },
    );
  });
}

/** The text as it is, and with CRLF. */
function stylesOf(text: string): [string, string][] {
  return [
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
  ];
}

/** Texts with lines deleted, doubled, swapped, cut, and characters changed. */
function mutated(texts: readonly string[]): fc.Arbitrary<{ text: string; sample: number }> {
  const step = fc.record({
    kind: fc.constantFrom('delete', 'double', 'swap', 'cut', 'character', 'indent', 'line'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    with: fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      '-',
      '!',
      '&',
      '*',
      '"',
      "'",
      '\t',
      '\0',
      '\ufeff',
      '${',
      '!Ref',
      '\u2028',
      '\ud800',
      '|',
      '#',
      '<<: *a',
      'Fn::If',
      'Fn::ForEach::X',
    ),
  });
  return fc
    .record({ sample: fc.nat({ max: texts.length - 1 }), steps: fc.array(step, { minLength: 1, maxLength: 6 }) })
    .map(({ sample, steps }) => {
      let text = texts[sample] ?? '';
      for (const one of steps) {
        const lines = text.split('\n');
        const line = Math.min(lines.length - 1, Math.floor(one.at * lines.length));
        const other = Math.min(lines.length - 1, Math.floor(one.to * lines.length));
        const offset = Math.floor(one.at * text.length);
        if (one.kind === 'cut') text = text.slice(0, offset);
        else if (one.kind === 'character') text = text.slice(0, offset) + one.with + text.slice(offset + 1);
        else {
          const [moved = ''] = lines.splice(line, 1);
          if (one.kind === 'double') lines.splice(line, 0, moved, moved);
          if (one.kind === 'swap') lines.splice(other, 0, moved);
          if (one.kind === 'indent') lines.splice(line, 0, `  ${moved}`);
          if (one.kind === 'line') lines.splice(line, 0, moved, one.with);
          text = lines.join('\n');
        }
      }
      return { text, sample };
    });
}

function expectPlace(stack: Stack, resource: Resource, named: boolean): void {
  const { location, extent } = resource;
  expect(stack.files).toContain(location.file);
  expect(extent.span.start).toBeLessThanOrEqual(location.span.start);
  expect(extent.span.end).toBeGreaterThanOrEqual(location.span.end);
  if (named && resource.generatedBy === undefined && resource.declaredType === resource.type)
    expect([resource.logicalId, resource.logicalId.split('.').at(-1)]).toContain(
      nameIn(location.file.slice(location.span)),
    );
}

function expectValuePlace(stack: Stack, value: Value): void {
  const { file, span } = value.at;
  expect(stack.files.includes(file)).toBe(true);
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeLessThanOrEqual(file.text.length);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  if (value.kind !== 'set' || !value.key) return;
  const key = value.key.file.slice(value.key.span);
  expect(key).toMatch(/[^ \t\r\n]/);
}

/** A plain value's place slices to its text: as it is, quoted, or as a block; what an intrinsic gives shows the intrinsic. */
function expectSlice(value: Value): void {
  if (value.kind !== 'set' || value.parameter !== undefined) return;
  // What a framework makes stands at what asks for it.
  const origin = originOf(value);
  if (origin?.kind === 'written' && !pathOf(origin.document, origin.node)) return;
  const { data } = value;
  if (data === null || typeof data === 'object') return;
  const slice = value.at.file.slice(value.at.span);
  const tagged = /![A-Za-z]+\s*$/.test(
    value.at.file.text.slice(Math.max(0, value.at.span.start - 40), value.at.span.start),
  );
  if (tagged || /^[|>]|\$\{|^\{|^\[|,|Fn::|Ref/.test(slice) || isHcl(value.at.file, slice)) return;
  if (typeof data === 'string') expect(unquoted(slice).replaceAll("''", "'").replaceAll('\\"', '"')).toBe(data);
  else expect(String(data)).toBe(unquoted(slice));
}

/** In HCL, what is no literal: a reference, or the block that stands for what nobody wrote. */
function isHcl(file: SourceFile, slice: string): boolean {
  return file.path.endsWith('.tf') && !/^("|true$|false$|-?\d)/.test(slice);
}

/** The logical ID that a resource's place shows: a key, or the labels of a block. */
function nameIn(slice: string): string {
  const block = /^resource "([^"]+)" "([^"]+)"$/.exec(slice);
  return block ? `${block[1]}.${block[2]}` : unquoted(slice);
}

/** All values of a resource's properties and attributes. */
function valuesOf(resource: Resource): Value[] {
  const all: Value[] = [];
  const stack: Value[] = [resource.properties, resource.attributes];
  for (let value = stack.pop(); value; value = stack.pop()) {
    all.push(value);
    if (value.kind === 'conditional') stack.push(...value.branches.map((branch) => branch.value));
    else if (value.kind === 'set' && Array.isArray(value.data)) stack.push(...(value.data as readonly Value[]));
    else if (value.kind === 'set' && value.data instanceof Map)
      stack.push(...(value.data as ReadonlyMap<string, Value>).values());
  }
  return all;
}

/** Every scalar that is written, in every branch. */
function leavesOf(stack: Stack): Property[] {
  const leaves: Property[] = [];
  const visit = (property: Property) => {
    const { value } = property;
    if (value.kind !== 'set') return;
    if (Array.isArray(value.data) || value.data instanceof Map) {
      const inner = Array.isArray(value.data) ? property.items() : property.entries().map(([, one]) => one);
      for (const one of inner) visit(one);
    } else leaves.push(property);
  };
  for (const one of withNested([stack]))
    for (const resource of one.resources.values())
      for (const root of branches(resource, [], resource.properties, resource.when)) visit(root);
  return leaves;
}

function atPath(resource: Resource, path: readonly (string | number)[]): Property[] {
  let current: Property[] = branches(resource, [], resource.properties, resource.when);
  for (const step of path)
    current = current.flatMap((property) => {
      if (typeof step === 'number') return property.items().filter((one) => one.path.at(-1) === step);
      return (property.at as (...keys: string[]) => Property[]).call(property, step);
    });
  return current;
}

/** The same property in the same branch of another reading. */
function sameProperty(stack: Stack, property: Property): Property | undefined {
  const resource = new Cloud([stack]).get(property.resource.id);
  const key = (one: Property) => JSON.stringify([...one.when].sort((a, b) => (a.condition < b.condition ? -1 : 1)));
  return resource && atPath(resource, property.path).find((one) => key(one) === key(property));
}

/** A value of the same kind that is not there yet. */
function otherThan(property: Property): string | number | boolean {
  const { scalar } = property;
  if (typeof scalar === 'number') return scalar + 1;
  if (typeof scalar === 'boolean') return !scalar;
  return 'leastwise: yes #1';
}

async function reload(stack: Stack, edits: readonly Edit[], input: LoadInput, text: string): Promise<Stack> {
  const { root } = stack;
  const files: Record<string, string> = { ...input.files };
  for (const file of withNested([stack]).flatMap((one) => one.files)) files[file.path] = applyEdits(file, edits).text;
  const changed = edits.some((edit) => files[edit.path] !== undefined);
  expect(changed).toBe(true);
  return load(files[root.path] ?? text, { ...input, files });
}

/** Line breaks are of one kind, comments are all there, and the first and last bytes of every edit do differ. */
function expectSameOutside(stack: Stack, edits: readonly Edit[]): void {
  for (const file of withNested([stack]).flatMap((one) => one.files)) {
    const after = applyEdits(file, edits).text;
    if (!/(^|[^\r])\n/.test(file.text)) expect(/(^|[^\r])\n/.test(after)).toBe(false);
    else if (!file.text.includes('\r')) expect(after.includes('\r')).toBe(false);
    for (const edit of edits.filter((one) => one.path === file.path)) {
      const replaced = file.slice(edit.span).trim();
      // A comment may go with the line that is removed, but an edit that writes text has none in its span.
      if (edit.text !== '' && !/^[|>]/.test(replaced)) expect(replaced).not.toMatch(/(^|\s)# /);
    }
  }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
