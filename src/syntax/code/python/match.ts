import type { Expression, ListPattern, Name, ObjectPattern, Pattern, Switch, SwitchCase } from '#syntax/code/form';
import { keyOf, tupleOf } from '#syntax/code/python/chains';
import { isCode, type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { ignored } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** Lowers `match`. */
export function lowerMatch(lowering: Lowering, node: SyntaxNode): Switch {
  const subjects = node.children.filter((child) => child.field === 'subject');
  const [first] = subjects;
  let subject: Expression = opaque(node);
  if (first) subject = subjects.length === 1 ? lowering.expression(first) : tupleOf(lowering, node, subjects);
  const cases = (childOf(node, 'body')?.children ?? []).filter((child) => child.type === 'case_clause');
  return {
    kind: 'switch',
    span: spanOf(node),
    subject,
    cases: cases.map((child) => caseOf(lowering, child)),
    fallsThrough: false,
  };
}

function caseOf(lowering: Lowering, node: SyntaxNode): SwitchCase {
  const patterns = node.children.filter((child) => child.type === 'case_pattern');
  const [first] = patterns;
  const last = patterns.at(-1);
  let matched: Matched = ANYTHING;
  if (first && last) {
    const span = { start: first.start, end: last.end };
    const isOne =
      patterns.length === 1 &&
      !lowering.textOf({ start: first.end, end: childOf(node, 'consequence')?.start ?? node.end }).startsWith(',');
    matched = isOne
      ? match(lowering, first)
      : sequence(lowering, { ...first, ...span, type: 'tuple_pattern', children: patterns });
  }
  const guard = childOf(node, 'guard');
  return {
    span: spanOf(node),
    tests: matched.tests ?? [],
    binds: matched.binds,
    guard: guard && lowering.only(guard),
    body: lowering.block(childOf(node, 'consequence')),
  };
}

/** What a pattern asks and binds. */
interface Matched {
  /** Values of which one has to be equal; undefined where anything matches. */
  readonly tests: readonly Expression[] | undefined;
  /** What is bound to the subject. */
  readonly binds: readonly Pattern[];
}

const ANYTHING: Matched = { tests: undefined, binds: [] };

function match(lowering: Lowering, node: SyntaxNode): Matched {
  return lowering.within(node, { tests: [opaque(node)], binds: [] }, () => matchOf(lowering, node));
}

function matchOf(lowering: Lowering, node: SyntaxNode): Matched {
  switch (node.type) {
    case 'case_pattern':
      return inCase(lowering, node);
    case 'as_pattern': {
      const [pattern, name] = node.children.filter(isCode);
      const { tests, binds } = pattern ? match(lowering, pattern) : ANYTHING;
      return { tests, binds: name ? [...binds, nameOf(lowering, name)] : binds };
    }
    case 'union_pattern':
      return union(lowering, node);
    case 'dotted_name': {
      const names = node.children.filter((child) => child.type === 'identifier');
      const [first] = names;
      if (!first) return { tests: [opaque(node)], binds: [] };
      // A bare name captures; one with dots is a value.
      if (names.length === 1) return capture(lowering, first);
      return { tests: [memberOf(lowering, node)], binds: [] };
    }
    case 'identifier':
      return capture(lowering, node);
    case 'tuple_pattern': {
      const [only] = node.children.filter(isCode);
      const isGroup = node.children.length === 1 && !/,\s*\)$/.test(lowering.textOf(node));
      return isGroup && only ? match(lowering, only) : sequence(lowering, node);
    }
    case 'list_pattern':
      return sequence(lowering, node);
    case 'dict_pattern':
      return mapping(lowering, node);
    case 'class_pattern':
      return instance(lowering, node);
    case 'splat_pattern':
      return { tests: undefined, binds: [] };
    default:
      return { tests: [lowering.expression(node)], binds: [] };
  }
}

/** A case_pattern holds one pattern, `-1`, or `_`, which the grammar gives no node. */
function inCase(lowering: Lowering, node: SyntaxNode): Matched {
  const inner = node.children.find(isCode);
  if (!inner) return lowering.textOf(node) === '_' ? ANYTHING : { tests: [opaque(node)], binds: [] };
  return node.children[0]?.type === '-'
    ? { tests: [negative(lowering, node, inner)], binds: [] }
    : match(lowering, inner);
}

function negative(lowering: Lowering, span: { start: number; end: number }, node: SyntaxNode): Expression {
  return { kind: 'unary', span: spanOf(span), operator: '-', operand: lowering.expression(node) };
}

function capture(lowering: Lowering, node: SyntaxNode): Matched {
  return { tests: undefined, binds: lowering.textOf(node) === '_' ? [] : [nameOf(lowering, node)] };
}

function nameOf(lowering: Lowering, node: SyntaxNode): Name {
  return { kind: 'name', span: spanOf(node), name: lowering.textOf(node) };
}

/** `a.b.c` as members, from the names of a dotted_name. */
function memberOf(lowering: Lowering, node: SyntaxNode): Expression {
  const [first, ...names] = node.children.filter((child) => child.type === 'identifier');
  if (!first) return opaque(node);
  let value: Expression = nameOf(lowering, first);
  for (const name of names) {
    const span = { start: node.start, end: name.end };
    const property = lowering.textOf(name);
    value = {
      kind: 'member',
      span,
      object: value,
      property,
      propertySpan: spanOf(name),
      optional: false,
      bracketed: false,
    };
  }
  return value;
}

/** `1 | -2 | Color.RED`: any of the tests. */
function union(lowering: Lowering, node: SyntaxNode): Matched {
  const tests: Expression[] = [];
  const binds: Pattern[] = [];
  let anything = false;
  let minus: SyntaxNode | undefined;
  for (const child of node.children) {
    if (child.type === '-') minus = child;
    if (child.type === '_') anything = true;
    if (!isCode(child)) continue;
    if (minus) tests.push(negative(lowering, { start: minus.start, end: child.end }, child));
    else {
      const matched = match(lowering, child);
      if (matched.tests) tests.push(...matched.tests);
      else anything = true;
      binds.push(...matched.binds);
    }
    minus = undefined;
  }
  return { tests: anything ? undefined : tests, binds };
}

/** `[a, 1, *rest]`: the length and the items decide, which no test of equality tells. */
function sequence(lowering: Lowering, node: SyntaxNode): Matched {
  const items: Pattern[] = [];
  const after: Pattern[] = [];
  const parts: Expression[] = [];
  const also: Pattern[] = [];
  let rest: Pattern | undefined;
  for (const child of node.children) {
    if (!isCode(child)) continue;
    const splat =
      child.type === 'splat_pattern' ? child : child.children.find((inner) => inner.type === 'splat_pattern');
    if (splat) {
      rest = splatName(lowering, splat);
      continue;
    }
    const matched = match(lowering, child);
    parts.push(...(matched.tests ?? []));
    const [bound = ignored(child), ...more] = matched.binds;
    (rest ? after : items).push(bound);
    also.push(...more);
  }
  const pattern: ListPattern = { kind: 'list-pattern', span: spanOf(node), items, rest, after };
  return { tests: [opaque(node, parts)], binds: [pattern, ...also] };
}

/** `{"key": pattern, **rest}`. */
function mapping(lowering: Lowering, node: SyntaxNode): Matched {
  const entries: ObjectPattern['entries'][number][] = [];
  const parts: Expression[] = [];
  const also: Pattern[] = [];
  let rest: Pattern | undefined;
  let key: SyntaxNode | undefined;
  for (const child of node.children) {
    if (!isCode(child)) continue;
    if (child.field === 'key') key = child;
    else if (child.type === 'splat_pattern') rest = splatName(lowering, child);
    else if (child.field === 'value' && key) {
      const matched = match(lowering, child);
      parts.push(...(matched.tests ?? []));
      const [pattern = ignored(child), ...more] = matched.binds;
      const value = key.type === 'dotted_name' ? memberOf(lowering, key) : lowering.expression(key);
      entries.push({ key: keyOf(value), keySpan: spanOf(key), pattern });
      also.push(...more);
    }
  }
  const pattern: ObjectPattern = { kind: 'object-pattern', span: spanOf(node), entries, rest };
  return { tests: [opaque(node, parts)], binds: [pattern, ...also] };
}

/** `Point(x=0, y=name)`: captures by keyword are those attributes of the subject; by position they are some part of it. */
function instance(lowering: Lowering, node: SyntaxNode): Matched {
  const [name, ...args] = node.children.filter(isCode);
  const parts: Expression[] = name ? [memberOf(lowering, name)] : [];
  const entries: ObjectPattern['entries'][number][] = [];
  const binds: Pattern[] = [];
  for (const arg of args) {
    const keyword = arg.children.find((child) => child.type === 'keyword_pattern');
    const [attribute, value] = keyword?.children.filter(isCode) ?? [];
    if (!keyword) {
      const matched = match(lowering, arg);
      parts.push(...(matched.tests ?? []));
      binds.push(...matched.binds);
    } else if (attribute && value) {
      const matched = match(lowering, value);
      parts.push(...(matched.tests ?? []));
      const [pattern, ...more] = matched.binds;
      if (pattern) entries.push({ key: lowering.textOf(attribute), keySpan: spanOf(attribute), pattern });
      binds.push(...more);
    }
  }
  if (entries.length > 0) binds.unshift({ kind: 'object-pattern', span: spanOf(node), entries, rest: undefined });
  return { tests: [opaque(node, parts)], binds };
}

function splatName(lowering: Lowering, node: SyntaxNode): Pattern {
  const name = node.children.find((child) => child.type === 'identifier');
  return name && lowering.textOf(name) !== '_' ? nameOf(lowering, name) : ignored(node);
}
