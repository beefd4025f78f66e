import { Tagged } from '#syntax/document';
import { Declined, type Draft } from '#syntax/draft';
import { numberText } from '#syntax/yaml-text';

/** How JSON is laid out around a place: `step` undefined when all stands on one line. */
export interface JsonStyle {
  /** The indentation added per level. */
  readonly step: string | undefined;
  readonly eol: string;
  /** What stands between colon and value. */
  readonly afterColon: string;
  /** What stands between comma and value on one line. */
  readonly afterComma: string;
}

/**
 * A value as JSON, its first line to be put after text, its other lines indented from `indent`.
 * @throws Declined for a tag, which JSON has not
 */
export function jsonText(draft: Draft, indent: string, style: JsonStyle): string {
  if (draft instanceof Tagged) throw new Declined();
  if (draft === null || typeof draft === 'boolean' || typeof draft === 'string') return JSON.stringify(draft);
  if (typeof draft === 'number') return numberText(draft);
  const inner = indent + (style.step ?? '');
  const parts = Array.isArray(draft)
    ? draft.map((item) => jsonText(item, inner, style))
    : [...draft].map(([key, value]) => `${JSON.stringify(key)}:${style.afterColon}${jsonText(value, inner, style)}`);
  const [open, close] = Array.isArray(draft) ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  if (style.step === undefined) return `${open}${parts.join(`,${style.afterComma}`)}${close}`;
  return `${open}${style.eol}${inner}${parts.join(`,${style.eol}${inner}`)}${style.eol}${indent}${close}`;
}
