import { safetyOf } from '#runtimes/engine/patterns';
import { type Safe, safeFor } from '#runtimes/engine/sinks';
import type { Value } from '#runtimes/engine/value';

/** How paths are named from which `..` was taken out. */
export const RESOLVED = 'path resolution';

/** Letters and digits, of any script: what `str.isalnum()` tells. */
export const AS_WORD: Safe = safetyOf('^\\w+$', '') ?? 0;

/** The piece that a text starts with, where it is known: `'SELECT …'` of `f'SELECT … {x}'`. */
export function headOf(value: Value | undefined): string | undefined {
  const [head] = value?.text ?? [];
  return typeof head === 'string' ? head : undefined;
}

/** Replacing one text by another helps against what needs the first. */
export function replacing(needle: string, replacement: string | undefined): Safe {
  let safe: Safe = 0;
  if (needle === '\n' || needle === '\r\n') safe |= safeFor('log', 'header');
  if (needle === '<' && replacement !== undefined && !replacement.includes('<')) safe |= safeFor('html', 'mail', 'xml');
  if ((needle === '/' || needle === '\\/') && replacement !== undefined && !/[./\\]/.test(replacement))
    safe |= safeFor('path', 'archive', 'module');
  return safe;
}

/** The pieces of a format string, with the values that stand in for its fields; undefined where a field is not given. */
export function formatPieces(
  format: string,
  positional: (index: number) => Value | undefined,
  named: (name: string) => Value | undefined,
): readonly (string | Value)[] {
  const pieces: (string | Value)[] = [];
  let next = 0;
  for (const piece of format.split(/(\{\{|\}\}|\{[^{}]{0,200}\})/)) {
    if (piece === '{{') pieces.push('{');
    else if (piece === '}}') pieces.push('}');
    else if (!/^\{.*\}$/s.test(piece)) pieces.push(piece);
    else {
      const field = /^\{([^!:.[\]}]*)/.exec(piece)?.[1]?.trim() ?? '';
      const value = field === '' ? positional(next++) : /^\d+$/.test(field) ? positional(Number(field)) : named(field);
      if (value) pieces.push(value);
    }
  }
  return pieces;
}
