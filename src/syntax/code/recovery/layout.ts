/** What one line of code looks like by itself. */
export interface Line {
  readonly start: number;
  /** Where its line break is. */
  readonly end: number;
  /** Characters before the first that is no blank; -1 for an empty line and one that goes on a string or comment. */
  readonly indent: number;
  /** Brackets that it opens and does not close, in order. */
  readonly open: readonly number[];
  /** Brackets that it closes and does not open. */
  readonly close: readonly number[];
  readonly quotes: readonly number[];
  /** The quote of a string that it does not end. */
  readonly unended: string | undefined;
  /** Where its code ends, before blanks and a comment. */
  readonly last: number;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function closing(bracket: string): string {
  return CLOSING[bracket] ?? '';
}

export function opening(bracket: string): string {
  return bracket === ')' ? '(' : bracket === ']' ? '[' : '{';
}

/** Reads the lines of a text by their signs alone: brackets, quotes and comments; nothing of it has to make sense. */
export function linesOfCode(text: string, isPython: boolean): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let inside: string | undefined;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const [line, after] = readLine(text, start, end, inside, isPython);
    lines.push(line);
    inside = after;
    start = end + 1;
  }
  return lines;
}

/** Reads one line. `inside` is the end of what goes on from the line before: a comment, a template, a text of several lines. */
function readLine(
  text: string,
  start: number,
  end: number,
  inside: string | undefined,
  isPython: boolean,
): [line: Line, inside: string | undefined] {
  const open: number[] = [];
  const close: number[] = [];
  const quotes: number[] = [];
  let indent = inside === undefined ? -1 : -2;
  let until = inside;
  let last = start;
  let unended: string | undefined;
  for (let at = start; at < end; at++) {
    const sign = text[at] ?? '';
    if (until !== undefined) {
      if (sign === '\\' && until !== '*/') at++;
      else if (text.startsWith(until, at)) {
        at += until.length - 1;
        if (until !== '*/') {
          quotes.push(at);
          last = at + 1;
        }
        until = undefined;
      }
      continue;
    }
    if (sign.trim() === '') continue;
    if (indent === -1) indent = at - start;
    if (isPython ? sign === '#' : sign === '/' && text[at + 1] === '/') break;
    if (!isPython && sign === '/' && text[at + 1] === '*') {
      until = '*/';
      at++;
      continue;
    }
    last = at + 1;
    if (sign === '"' || sign === "'" || (sign === '`' && !isPython)) {
      quotes.push(at);
      until = isPython && text.startsWith(sign.repeat(3), at) ? sign.repeat(3) : sign;
      at += until.length - 1;
    } else if (sign === '(' || sign === '[' || sign === '{') open.push(at);
    else if (sign === ')' || sign === ']' || sign === '}') {
      const before = open.at(-1);
      if (before !== undefined && closing(text[before] ?? '') === sign) open.pop();
      else close.push(at);
    }
  }
  const goesOn = until === '*/' || until === '`' || until?.length === 3;
  if (until !== undefined && until !== '*/') {
    unended = until;
    last = end;
    while (last > start && (text[last - 1] ?? '').trim() === '') last--;
  }
  const line = { start, end, indent: indent < 0 ? -1 : indent, open, close, quotes, unended, last };
  return [line, goesOn ? until : undefined];
}
