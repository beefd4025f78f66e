import type { Expression, ObjectEntry, Statement } from '#syntax/code/form';
import { type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * TypeScript's `namespace A { … }` as the compiler writes it: a constant, made by a function that is called at once and returns what
 * the namespace exports. Nothing for one that holds types alone.
 */
export function lowerNamespace(node: SyntaxNode, on: Lowering): Statement[] {
  const names = namesOf(childOf(node, 'name'));
  const body = childOf(node, 'body');
  const [first] = names;
  if (!first || !body) return [];
  const statements = on.block(body.children);
  if (statements.length === 0) return [];
  let value = called(body, statements);
  for (const name of names.slice(1).reverse()) value = holding(body, name, value, on);
  return [{ kind: 'declaration', span: spanOf(node), how: 'const', pattern: on.pattern(first), value }];
}

/** Names that a namespace is nested by; people write two or three. */
const MAX_NAMES = 20;

/** The names of `A.B.C`, the outermost first; none when they are too many. */
function namesOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  const names: SyntaxNode[] = [];
  let at = node;
  while (at && at.children.length > 0 && at.type !== 'string') {
    if (names.length > MAX_NAMES) return [];
    const name = childOf(at, 'property');
    if (name) names.push(name);
    at = childOf(at, 'object');
  }
  if (at && at.type !== 'string') names.push(at);
  return names.reverse();
}

function called(body: SyntaxNode, statements: readonly Statement[]): Expression {
  const end = { start: Math.max(body.start, body.end - 1), end: Math.max(body.start, body.end - 1) };
  const entries: ObjectEntry[] = [];
  const inside: Statement[] = [];
  for (const statement of statements) {
    if (statement.kind !== 'export') inside.push(statement);
    else
      for (const { exported, local } of statement.bindings)
        if (local !== undefined)
          entries.push({ span: end, key: exported, keySpan: end, value: { kind: 'name', span: end, name: local } });
  }
  inside.push({ kind: 'return', span: end, value: { kind: 'object', span: end, entries } });
  const span = spanOf(body);
  return {
    kind: 'call',
    span,
    how: 'call',
    callee: {
      kind: 'function',
      span,
      code: {
        span,
        name: undefined,
        nameSpan: { start: body.start, end: body.start + 1 },
        parameters: [],
        body: inside,
        isAsync: false,
        isGenerator: false,
        isArrow: true,
        decorators: [],
      },
    },
    args: [],
    argsSpan: { start: body.end, end: body.end },
    optional: false,
  };
}

function holding(body: SyntaxNode, name: SyntaxNode, value: Expression, on: Lowering): Expression {
  const entry: ObjectEntry = { span: spanOf(body), key: on.nameOf(name), keySpan: spanOf(name), value };
  return { kind: 'object', span: spanOf(body), entries: [entry] };
}
