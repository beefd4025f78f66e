import type { Attribute, Block, Body, Expression, HclBlock, HclDatum, ObjectItem, TemplatePart } from '#syntax/hcl/ast';
import { Raw } from '#syntax/hcl/ast';
import { readHcl } from '#syntax/hcl/grammar';
import { isList } from '#syntax/hcl/write';
import { Faults } from '#syntax/reading';

/** What may be taken away. */
export type Member = Attribute | Block | ObjectItem | Expression;

/** What holds members: a body, or an object or tuple. */
export type Holder = Body | Expression;

export interface AddedArgument {
  readonly name: string;
  readonly value: HclDatum;
  readonly after: string | undefined;
}

export interface AddedBlock {
  readonly block: HclBlock;
  /** The block that it stands behind; undefined for the end of the body. */
  readonly beside: Block | undefined;
}

/** What is wanted of one body, object or tuple. */
export class Additions {
  /** Of a body, by name. */
  readonly arguments = new Map<string, AddedArgument>();
  /** Of a body. */
  readonly blocks: AddedBlock[] = [];
  /** Of an object, by key. */
  readonly entries = new Map<string, HclDatum>();
  /** Of a tuple. */
  readonly items: HclDatum[] = [];

  get count(): number {
    return this.arguments.size + this.blocks.length + this.entries.size + this.items.length;
  }
}

/** What is wanted of a document, by the nodes of its tree. */
export class Wanted {
  readonly replaced = new Map<Expression, HclDatum>();
  readonly removed = new Set<Member>();
  readonly added = new Map<Holder, Additions>();

  additions(holder: Holder): Additions {
    const additions = this.added.get(holder) ?? new Additions();
    this.added.set(holder, additions);
    return additions;
  }
}

/** Whether a body, read after the edit, is what was wanted of it, and all else is as it was. */
export function isBodyAsWanted(before: Body, after: Body, wanted: Wanted): boolean {
  const added = wanted.added.get(before);
  const kept = before.attributes.filter((attribute) => !wanted.removed.has(attribute));
  if (after.attributes.length !== kept.length + (added?.arguments.size ?? 0)) return false;
  const found = new Map(after.attributes.map((attribute) => [attribute.name, attribute.value]));
  const hasKept = kept.every((attribute) => isSame(attribute.value, found.get(attribute.name), wanted));
  const hasAdded = [...(added?.arguments.values() ?? [])].every(({ name, value }) => isDatum(found.get(name), value));
  return hasKept && hasAdded && areBlocksAsWanted(before, after, wanted);
}

function areBlocksAsWanted(before: Body, after: Body, wanted: Wanted): boolean {
  const added = wanted.added.get(before)?.blocks ?? [];
  const expected: ((block: Block) => boolean)[] = [];
  for (const block of before.blocks) {
    if (!wanted.removed.has(block)) expected.push((other) => isBlockAsWanted(block, other, wanted));
    for (const one of added) if (one.beside === block) expected.push((other) => isBlock(other, one.block));
  }
  for (const one of added) if (one.beside === undefined) expected.push((other) => isBlock(other, one.block));
  return after.blocks.length === expected.length && after.blocks.every((block, i) => expected[i]?.(block) === true);
}

function isBlockAsWanted(before: Block, after: Block, wanted: Wanted): boolean {
  return (
    before.type === after.type &&
    sameTexts(
      before.labels.map((label) => label.text),
      after.labels,
    ) &&
    isBodyAsWanted(before.body, after.body, wanted)
  );
}

function isBlock(after: Block, block: HclBlock): boolean {
  const attributes = Object.entries(block.attributes ?? {});
  const blocks = block.blocks ?? [];
  const found = new Map(after.body.attributes.map((attribute) => [attribute.name, attribute.value]));
  return (
    after.type === block.type &&
    sameTexts(block.labels ?? [], after.labels) &&
    after.body.attributes.length === attributes.length &&
    attributes.every(([name, value]) => isDatum(found.get(name), value)) &&
    after.body.blocks.length === blocks.length &&
    blocks.every((nested, i) => {
      const other = after.body.blocks[i];
      return other !== undefined && isBlock(other, nested);
    })
  );
}

function sameTexts(texts: readonly string[], labels: Block['labels']): boolean {
  return texts.length === labels.length && texts.every((text, i) => text === labels[i]?.text);
}

/** Whether an expression is that data. */
export function isDatum(expression: Expression | undefined, datum: HclDatum): boolean {
  if (expression === undefined) return false;
  if (datum instanceof Raw) {
    const faults = new Faults();
    const [attribute] = readHcl(`x = ${datum.text}\n`, faults).attributes;
    return faults.list().length === 0 && attribute !== undefined && isSame(attribute.value, expression, NOTHING);
  }
  if (datum === null || typeof datum !== 'object') return scalarOf(expression) === datum;
  if (isList(datum)) {
    return (
      expression.kind === 'tuple' &&
      expression.items.length === datum.length &&
      expression.items.every((item, i) => isDatum(item, datum[i] ?? null))
    );
  }
  if (expression.kind !== 'object') return false;
  const entries = Object.entries(datum);
  return (
    expression.items.length === entries.length &&
    entries.every(([key, value]) => expression.items.some((item) => keyOf(item) === key && isDatum(item.value, value)))
  );
}

const NOTHING = new Wanted();

/** The value of a literal, a minus before a number included; undefined for all else. */
function scalarOf(expression: Expression): string | number | boolean | null | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind !== 'unary' || expression.operator !== '-') return undefined;
  const { operand } = expression;
  return operand.kind === 'literal' && typeof operand.value === 'number' ? -operand.value : undefined;
}

/** The key of an entry where it is plain. */
export function keyOf(item: ObjectItem): string | undefined {
  const { key } = item;
  if (key.kind === 'parentheses') return key.inner.kind === 'literal' ? String(key.inner.value) : undefined;
  return key.kind === 'literal' ? String(key.value) : undefined;
}

function isSame(before: Expression, after: Expression | undefined, wanted: Wanted): boolean {
  if (after === undefined) return false;
  const replaced = wanted.replaced.get(before);
  if (replaced !== undefined) return isDatum(after, replaced);
  const same = (one: Expression | undefined, other: Expression | undefined) =>
    one === undefined ? other === undefined : isSame(one, other, wanted);
  const all = (some: readonly Expression[], others: readonly Expression[]) =>
    some.length === others.length && some.every((one, i) => same(one, others[i]));
  switch (before.kind) {
    case 'literal':
      return after.kind === 'literal' && after.value === before.value;
    case 'template':
      return (
        after.kind === 'template' && after.heredoc === before.heredoc && areParts(before.parts, after.parts, wanted)
      );
    case 'tuple':
      return after.kind === 'tuple' && isTupleAsWanted(before, before.items, after.items, wanted);
    case 'object':
      return after.kind === 'object' && isObjectAsWanted(before, before.items, after.items, wanted);
    case 'variable':
      return after.kind === 'variable' && after.name === before.name;
    case 'attribute':
      return after.kind === 'attribute' && after.name === before.name && same(before.of, after.of);
    case 'index':
      return after.kind === 'index' && same(before.of, after.of) && same(before.key, after.key);
    case 'splat':
      return (
        after.kind === 'splat' &&
        after.full === before.full &&
        same(before.of, after.of) &&
        same(before.each, after.each)
      );
    case 'call':
      return (
        after.kind === 'call' &&
        after.name === before.name &&
        after.spread === before.spread &&
        all(before.args, after.args)
      );
    case 'conditional':
      return (
        after.kind === 'conditional' &&
        all([before.condition, before.yes, before.no], [after.condition, after.yes, after.no])
      );
    case 'unary':
      return after.kind === 'unary' && after.operator === before.operator && same(before.operand, after.operand);
    case 'binary':
      return (
        after.kind === 'binary' &&
        after.operator === before.operator &&
        all([before.left, before.right], [after.left, after.right])
      );
    case 'for':
      return (
        after.kind === 'for' &&
        after.object === before.object &&
        after.key === before.key &&
        after.item === before.item &&
        after.group === before.group &&
        all([before.collection, before.valueOf], [after.collection, after.valueOf]) &&
        same(before.keyOf, after.keyOf) &&
        same(before.condition, after.condition)
      );
    case 'parentheses':
      return after.kind === 'parentheses' && same(before.inner, after.inner);
    case 'error':
      return false;
  }
}

function isTupleAsWanted(
  tuple: Expression,
  before: readonly Expression[],
  after: readonly Expression[],
  wanted: Wanted,
): boolean {
  const kept = before.filter((item) => !wanted.removed.has(item));
  const added = wanted.added.get(tuple)?.items ?? [];
  return (
    after.length === kept.length + added.length &&
    kept.every((item, i) => isSame(item, after[i], wanted)) &&
    added.every((datum, i) => isDatum(after[kept.length + i], datum))
  );
}

function isObjectAsWanted(
  object: Expression,
  before: readonly ObjectItem[],
  after: readonly ObjectItem[],
  wanted: Wanted,
): boolean {
  const kept = before.filter((item) => !wanted.removed.has(item));
  const added = [...(wanted.added.get(object)?.entries ?? [])];
  return (
    after.length === kept.length + added.length &&
    kept.every((item, i) => {
      const other = after[i];
      return isSame(item.key, other?.key, wanted) && isSame(item.value, other?.value, wanted);
    }) &&
    added.every(([key, datum], i) => {
      const other = after[kept.length + i];
      return other !== undefined && keyOf(other) === key && isDatum(other.value, datum);
    })
  );
}

function areParts(before: readonly TemplatePart[], after: readonly TemplatePart[], wanted: Wanted): boolean {
  return before.length === after.length && before.every((part, i) => isPart(part, after[i], wanted));
}

function isPart(before: TemplatePart, after: TemplatePart | undefined, wanted: Wanted): boolean {
  switch (before.kind) {
    case 'text':
      return after?.kind === 'text' && after.text === before.text;
    case 'interpolation':
      return after?.kind === 'interpolation' && isSame(before.value, after.value, wanted);
    case 'if':
      return (
        after?.kind === 'if' &&
        isSame(before.condition, after.condition, wanted) &&
        areParts(before.yes, after.yes, wanted) &&
        areParts(before.no, after.no, wanted)
      );
    case 'for':
      return (
        after?.kind === 'for' &&
        after.key === before.key &&
        after.item === before.item &&
        isSame(before.collection, after.collection, wanted) &&
        areParts(before.body, after.body, wanted)
      );
  }
}
