import type { Body, Expression, TemplatePart } from '#syntax/hcl/ast';

/** An expression in brackets, so that what binds to what can be seen. */
export function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'template':
      return `\`${expression.parts.map(showPart).join('|')}\``;
    case 'tuple':
      return `[${expression.items.map(show).join(', ')}]`;
    case 'object':
      return `{${expression.items.map((item) => `${show(item.key)}: ${show(item.value)}`).join(', ')}}`;
    case 'variable':
      return expression.name;
    case 'attribute':
      return `${show(expression.of)}.${expression.name}`;
    case 'index':
      return `${show(expression.of)}[${show(expression.key)}]`;
    case 'splat':
      return `<${show(expression.of)}${expression.full ? '[*]' : '.*'} each ${show(expression.each)}>`;
    case 'call':
      return `${expression.name}(${expression.args.map(show).join(', ')}${expression.spread ? '...' : ''})`;
    case 'conditional':
      return `(${show(expression.condition)} ? ${show(expression.yes)} : ${show(expression.no)})`;
    case 'unary':
      return `(${expression.operator}${show(expression.operand)})`;
    case 'binary':
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case 'for': {
      const names = expression.key === undefined ? expression.item : `${expression.key}, ${expression.item}`;
      const key = expression.keyOf === undefined ? '' : `${show(expression.keyOf)} => `;
      const condition = expression.condition === undefined ? '' : ` if ${show(expression.condition)}`;
      return `<for ${names} in ${show(expression.collection)} : ${key}${show(expression.valueOf)}${expression.group ? '...' : ''}${condition}>`;
    }
    case 'parentheses':
      return `p(${show(expression.inner)})`;
    case 'error':
      return 'ERROR';
  }
}

function showPart(part: TemplatePart): string {
  if (part.kind === 'text') return JSON.stringify(part.text);
  if (part.kind === 'interpolation') return show(part.value);
  if (part.kind === 'if')
    return `if ${show(part.condition)} <${part.yes.map(showPart).join('|')}> <${part.no.map(showPart).join('|')}>`;
  const names = part.key === undefined ? part.item : `${part.key}, ${part.item}`;
  return `for ${names} in ${show(part.collection)} <${part.body.map(showPart).join('|')}>`;
}

/** Arguments and blocks in the order written. */
export function showBody(body: Body): string {
  const items = [
    ...body.attributes.map((one) => ({ at: one.span.start, text: `${one.name} = ${show(one.value)}` })),
    ...body.blocks.map((one) => ({
      at: one.span.start,
      text: `${[one.type, ...one.labels.map((label) => JSON.stringify(label.text))].join(' ')} {${showBody(one.body)}}`,
    })),
  ];
  return items
    .sort((a, b) => a.at - b.at)
    .map((item) => item.text)
    .join('; ');
}
