import type { PassedText } from '#model/needs/argument';
import { type Part, Text } from '#model/text';
import { MAX_PLACES, placeholder } from '#runtimes/engine/placeholders';

/** A piece that `Fn::Sub` or HCL fills in, and one that they leave as a literal. */
const PIECE = /\$\{(!?)([^{}\n]{0,198})\}|\$\$\{/g;

/** Stands for a part that is not known in a flat text. */
const UNKNOWN = '\uE000';

/**
 * Code as it is written in a template, held against what the template says that it is.
 * @returns the code in the same length, with placeholders for what is filled in, and what that is; undefined when the two differ
 */
export function filledIn(
  source: string,
  parts: readonly Part[],
): { readonly text: string; readonly filled: readonly PassedText[] } | undefined {
  const unknown = parts.filter((part) => typeof part !== 'string');
  const flat = parts.map((part) => (typeof part === 'string' ? part : UNKNOWN)).join('');
  if (unknown.length === 0 && sameText(source, flat)) return { text: source, filled: [] };
  const filled: PassedText[] = [];
  let text = '';
  let at = 0;
  let done = 0;
  let taken = 0;
  const pieces = [...source.matchAll(PIECE)];
  const plain = (upTo: number): boolean => {
    const own = source.slice(done, upTo);
    text += own;
    const same = flat.startsWith(own, at);
    at += own.length;
    return same;
  };
  for (const [index, piece] of pieces.entries()) {
    const [whole, literal, name] = piece;
    if (!plain(piece.index)) return undefined;
    done = piece.index + whole.length;
    if (name === undefined || literal === '!') {
      // `${!name}` is `${name}` in the code, and so is HCL's `$${name}`.
      const written = name === undefined ? '${' : `\${${name}}`;
      if (!flat.startsWith(written, at)) return undefined;
      at += written.length;
      text += name === undefined ? ' ${' : `\${ ${name}}`;
      continue;
    }
    const following = source.slice(done, pieces[index + 1]?.index ?? source.length);
    const end = endOf(flat, at, following, index + 1 === pieces.length);
    if (end === undefined || filled.length >= MAX_PLACES || whole.length < 4) return undefined;
    const given = partsIn(flat.slice(at, end), unknown.slice(taken));
    taken += given.filter((part) => typeof part !== 'string').length;
    filled.push(passedText(given, name));
    text += placeholder(filled.length - 1, whole.length);
    at = end;
  }
  if (!plain(source.length) && !sameText(source.slice(done), flat.slice(at - (source.length - done)))) return undefined;
  return flat.slice(at).trim() === '' ? { text, filled } : undefined;
}

/** Where what is filled in ends: before the text that follows it. */
function endOf(flat: string, at: number, following: string, isLast: boolean): number | undefined {
  if (following === '') return isLast ? flat.length : flat[at] === UNKNOWN ? at + 1 : undefined;
  const found = flat.indexOf(isLast ? following.trimEnd() : following, flat[at] === UNKNOWN ? at + 1 : at);
  return found === -1 ? undefined : found;
}

function partsIn(given: string, unknown: readonly Part[]): readonly Part[] {
  return given
    .split(UNKNOWN)
    .flatMap((piece, index): readonly Part[] => (index === 0 ? [piece] : [unknown[index - 1] ?? '', piece]))
    .filter((part) => part !== '');
}

/** A text that is known where a name stands is a parameter's default or a mapping's: another deployment has another. */
function passedText(parts: readonly Part[], name: string): PassedText {
  const text = Text.of(parts);
  if (typeof text !== 'string') {
    const isNamed = text.parts.every((part) => typeof part === 'string' || part.kind === 'ref' || part.name);
    return isNamed ? { text, written: text } : { text };
  }
  return /^\w+$/.test(name)
    ? { text, written: new Text([{ kind: 'hole', why: `parameter ${name}`, name }]) }
    : { text };
}

/** Equal but for the blanks at the end, which the headers of blocks keep or drop. */
function sameText(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}
