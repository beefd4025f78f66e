import type { Expression, Handler, Pattern, Try } from '#syntax/code/form';
import { insideBrackets } from '#syntax/code/python/chains';
import { isCode, type Lowering, spanOf } from '#syntax/code/python/lowering';
import { lowerTarget } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** Lowers `try`; `except*` is lowered as `except`. */
export function lowerTry(lowering: Lowering, node: SyntaxNode): Try {
  const clause = (type: string) => node.children.find((child) => child.type === type);
  const otherwise = clause('else_clause');
  const body = lowering.block(childOf(node, 'body'));
  const handlers = node.children
    .filter((child) => child.type === 'except_clause')
    .map((child) => handler(lowering, child));
  return {
    kind: 'try',
    span: spanOf(node),
    body,
    handlers,
    otherwise: lowering.block(otherwise && childOf(otherwise, 'body')),
    finalizer: lowering.block(blockOf(clause('finally_clause'))),
  };
}

function handler(lowering: Lowering, node: SyntaxNode): Handler {
  const types: Expression[] = [];
  let parameter: Pattern | undefined;
  const alias = childOf(node, 'alias');
  if (alias) parameter = lowerTarget(lowering, alias);
  for (const child of node.children) {
    if (child.field !== 'value' || !isCode(child)) continue;
    let value = child;
    if (child.type === 'as_pattern') {
      const target = childOf(child, 'alias');
      if (target) parameter = lowerTarget(lowering, target);
      value = child.children.find(isCode) ?? child;
    }
    const classes = insideBrackets(value);
    if (classes.type === 'tuple')
      types.push(...classes.children.filter(isCode).map((type) => lowering.expression(type)));
    else types.push(lowering.expression(classes));
  }
  return { span: spanOf(node), types, parameter, body: lowering.block(blockOf(node)) };
}

function blockOf(clause: SyntaxNode | undefined): SyntaxNode | undefined {
  return clause?.children.find((child) => child.type === 'block');
}
