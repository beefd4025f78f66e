import type { Expression, Template } from '#syntax/code/form';
import { templateText } from '#syntax/code/javascript/literals';
import { type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import type { SyntaxNode } from '#syntax/code/tree';

/** A template literal: its text between the expressions, cooked. */
export function lowerTemplate(node: SyntaxNode, on: Lowering): Template {
  const parts: (string | Expression)[] = [];
  let from = node.start + 1;
  const textUntil = (end: number): void => {
    if (end > from) parts.push(templateText(on.text.slice(from, end)));
  };
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    textUntil(child.start);
    parts.push(on.inner(child));
    from = child.end;
  }
  textUntil(node.end - (node.end > from && on.text[node.end - 1] === '`' ? 1 : 0));
  return { kind: 'template', span: spanOf(node), parts };
}

/** The text of a template without expressions; undefined for all others. */
export function constantTemplate(node: SyntaxNode, on: Lowering): string | undefined {
  for (const child of node.children) if (child.type === 'template_substitution') return undefined;
  const { parts } = lowerTemplate(node, on);
  return typeof parts[0] === 'string' ? parts[0] : '';
}
