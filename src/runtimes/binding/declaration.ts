import type { Span } from '#source/span';
import type { CodeModule, Declaration, Expression } from '#syntax/code/form';

interface Found {
  readonly declaration: Declaration;
  /** The function around it; the whole file where there is none. */
  readonly around: Span;
}

/**
 * The expression that a local variable is set to, where that is all that is ever done with it: it is set once, and used at one place only.
 * @param use where it is used
 */
export function declaredFor(module: CodeModule, name: string, use: Span): Expression | undefined {
  const { file } = module;
  const all = declarationsOf(module, name).filter(({ around }) => around.start <= use.start && use.end <= around.end);
  const [first] = all;
  const { value, span, how } = first?.declaration ?? {};
  if (all.length !== 1 || !first || !value || !span || how === 'var' || span.end > use.start) return undefined;
  const text = file.slice(first.around);
  const uses =
    text.match(new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g')) ?? [];
  return uses.length === 2 ? value : undefined;
}

function declarationsOf(module: CodeModule, name: string): readonly Found[] {
  const found: Found[] = [];
  const whole: Span = { start: 0, end: module.file.text.length };
  const work: { readonly node: unknown; readonly around: Span }[] = [{ node: module.body, around: whole }];
  for (let next = work.pop(); next; next = work.pop()) {
    const { node, around } = next;
    if (typeof node !== 'object' || node === null) continue;
    if (Array.isArray(node)) {
      for (const one of node as readonly unknown[]) work.push({ node: one, around });
      continue;
    }
    if (isDeclaration(node) && node.pattern.kind === 'name' && node.pattern.name === name)
      found.push({ declaration: node, around });
    const inside = 'parameters' in node && 'span' in node ? (node.span as Span) : around;
    for (const one of Object.values(node)) if (typeof one === 'object') work.push({ node: one, around: inside });
  }
  return found;
}

function isDeclaration(node: object): node is Declaration {
  return 'kind' in node && node.kind === 'declaration' && 'pattern' in node;
}

/** Whether a value may still be another one at a place than it was where it was read: its names are set, or taken by others, between. */
export function mayChange(text: string, expression: string): boolean {
  const names = expression.match(/(?<![\w$.'"])[A-Za-z_$][\w$]*/g) ?? [];
  return [...new Set(names)].some((name) => {
    const word = String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`;
    return new RegExp(
      String.raw`${word}[\w$.\[\]'"]{0,60}\s{0,20}(?:[-+*/|&%^?:]{0,2}=(?![=>])|=>|\+\+|--|,[^()\n]{0,80}\)\s{0,5}=>)|(?:\b(?:for|as|of|def|function|catch)\b|\()\s{0,5}[^\n()]{0,80}${word}[^\n()]{0,80}(?:\bin\b|\bof\b|\)\s{0,5}(?:=>|\{)|:$)`,
    ).test(text);
  });
}
