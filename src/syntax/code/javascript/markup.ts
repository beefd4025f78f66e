import type { Expression, Markup, ObjectEntry, ObjectSpread } from '#syntax/code/form';
import { unescapedMarkup, withoutQuotes } from '#syntax/code/javascript/literals';
import { firstNamed, type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** An element of JSX; a fragment has the name ``. */
export function lowerMarkup(node: SyntaxNode, on: Lowering): Markup {
  const tag = childOf(node, 'open_tag') ?? node;
  const name = childOf(tag, 'name');
  const attributes: (ObjectEntry | ObjectSpread)[] = [];
  for (const child of tag.children) {
    if (child.type === 'jsx_attribute') attributes.push(attribute(child, on));
    else if (child.type === 'jsx_expression') attributes.push({ span: spanOf(child), spread: spreadIn(child, on) });
  }
  return {
    kind: 'markup',
    span: spanOf(node),
    name: name ? on.textOf(name).replaceAll(/\s/g, '') : '',
    attributes,
    children: tag === node ? [] : children(node, on),
  };
}

function attribute(node: SyntaxNode, on: Lowering): ObjectEntry {
  const span = spanOf(node);
  const [name, value] = node.children.filter((child) => child.isNamed);
  const keySpan = spanOf(name ?? node);
  return { span, key: on.textOf(keySpan), keySpan, value: value ? attributeValue(value, on) : always(span) };
}

/** An attribute without a value is `true`. */
function always(span: ObjectEntry['span']): Expression {
  return { kind: 'literal', span, value: true };
}

/** Quoted text has character references where other strings have escapes. */
function attributeValue(node: SyntaxNode, on: Lowering): Expression {
  if (node.type === 'string')
    return { kind: 'literal', span: spanOf(node), value: unescapedMarkup(withoutQuotes(on.textOf(node))) };
  return node.type === 'jsx_expression' ? on.inner(node) : on.expression(node);
}

function spreadIn(node: SyntaxNode, on: Lowering): Expression {
  const inner = firstNamed(node);
  return inner?.type === 'spread_element' ? on.inner(inner) : on.inner(node);
}

function children(node: SyntaxNode, on: Lowering): Expression[] {
  const found: Expression[] = [];
  for (const child of node.children) {
    if (child.field === 'open_tag' || child.field === 'close_tag' || !child.isNamed) continue;
    if (child.type === 'jsx_text' || child.type === 'html_character_reference') {
      const value = textOf(on.textOf(child));
      if (value !== '') found.push({ kind: 'literal', span: spanOf(child), value });
    } else if (child.type === 'jsx_expression') {
      if (firstNamed(child)) found.push(spreadIn(child, on));
    } else found.push(on.expression(child));
  }
  return found;
}

/** Text as it is rendered: line breaks with the blanks around them are one blank between words, and nothing at the ends. */
function textOf(raw: string): string {
  if (!raw.includes('\n')) return unescapedMarkup(raw);
  const lines = raw.split('\n');
  const kept = lines.map((line, index) => {
    const start = index === 0 ? line : line.trimStart();
    return index === lines.length - 1 ? start : start.trimEnd();
  });
  return unescapedMarkup(kept.filter((line) => line !== '').join(' '));
}
