import type { DefaultPattern, Expression, ListPattern, ObjectPattern, Pattern } from '#syntax/code/form';
import { lowerKey } from '#syntax/code/javascript/keys';
import { firstNamed, isMissing, type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** What is assigned to: names, members, and patterns of them. What is none of these is ignored. */
export function lowerPattern(node: SyntaxNode, on: Lowering): Pattern {
  const span = spanOf(node);
  switch (node.type) {
    case 'identifier':
    case 'undefined':
    case 'shorthand_property_identifier_pattern':
      return isMissing(node) ? { kind: 'ignored', span } : { kind: 'name', span, name: on.nameOf(node) };
    case 'member_expression':
    case 'subscript_expression': {
      const value = on.expression(node);
      return value.kind === 'member' ? value : { kind: 'ignored', span };
    }
    case 'object_pattern':
      return objectPattern(node, on);
    case 'array_pattern':
      return listPattern(node, on);
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return withDefault(node, on);
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'rest_pattern': {
      const inner = firstNamed(node);
      return inner ? on.pattern(inner) : { kind: 'ignored', span };
    }
    default:
      return { kind: 'ignored', span };
  }
}

function withDefault(node: SyntaxNode, on: Lowering): Pattern {
  const left = childOf(node, 'left');
  if (!left) return { kind: 'ignored', span: spanOf(node) };
  const pattern = on.pattern(left);
  const value = on.part(node, 'right');
  return { kind: 'default-pattern', span: spanOf(node), pattern, value } satisfies DefaultPattern;
}

function objectPattern(node: SyntaxNode, on: Lowering): ObjectPattern {
  const entries: ObjectPattern['entries'][number][] = [];
  let rest: Pattern | undefined;
  for (const child of node.children) {
    if (child.type === 'rest_pattern') rest = on.pattern(child);
    else {
      const [key, pattern] = keyed(child);
      if (key && pattern) {
        const name: string | Expression = lowerKey(key, on);
        entries.push({ key: name, keySpan: spanOf(key), pattern: on.pattern(pattern) });
      }
    }
  }
  return { kind: 'object-pattern', span: spanOf(node), entries, rest };
}

/** The key and the pattern that an item of an object pattern is written with. */
function keyed(node: SyntaxNode): readonly [key?: SyntaxNode | undefined, pattern?: SyntaxNode | undefined] {
  switch (node.type) {
    case 'pair_pattern':
      return [childOf(node, 'key'), childOf(node, 'value')];
    case 'object_assignment_pattern':
      return [childOf(node, 'left'), node];
    case 'shorthand_property_identifier_pattern':
      return [node, node];
    default:
      return [];
  }
}

function listPattern(node: SyntaxNode, on: Lowering): ListPattern {
  const items: Pattern[] = [];
  let rest: Pattern | undefined;
  let isHole = true;
  for (const child of node.children) {
    if (child.type === ',') {
      if (isHole) items.push({ kind: 'ignored', span: { start: child.start, end: child.start } });
      isHole = true;
    } else if (child.type === 'rest_pattern') {
      rest = on.pattern(child);
      isHole = false;
    } else if (child.isNamed) {
      items.push(on.pattern(child));
      isHole = false;
    }
  }
  return { kind: 'list-pattern', span: spanOf(node), items, rest, after: [] };
}
