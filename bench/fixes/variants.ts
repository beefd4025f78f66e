import type { SourceFile } from '#source/file';

/** Ways in which people's editors leave a template. */
export const VARIANTS = ['crlf', 'bom', 'unterminated', 'tabs'] as const;
export type Variant = (typeof VARIANTS)[number];

export function isVariant(name: string): name is Variant {
  return VARIANTS.some((one) => one === name);
}

/** The text of a template as another editor would have left it. */
export function vary({ path, text }: SourceFile, variant: Variant): string {
  if (variant === 'crlf') return text.replace(/\r?\n/g, '\r\n');
  if (variant === 'bom') return `\uFEFF${text}`;
  if (variant === 'unterminated') return text.trimEnd();
  // Where CloudFormation reads no YAML, there are no comments.
  if (path.endsWith('.json') || text.trimStart().startsWith('{')) return text;
  return text
    .replace(/^( *)((?:Properties|Type):[ \w:]*)$/gm, '$1$2\t#\tas agreed')
    .replace(/^( +)(Properties:)/gm, '\t# set\tby hand\n$1$2');
}
