import type { Change } from '#syntax/code/recovery/draft';
import { closing, type Line, opening } from '#syntax/code/recovery/layout';

/** Changes that might make a text whole around the rows in which something is wrong, each to be tried by itself. */
export function candidates(
  text: string,
  lines: readonly Line[],
  rows: ReadonlySet<number>,
  isPython: boolean,
): readonly (readonly Change[])[] {
  const found: (readonly Change[])[] = [];
  for (const row of suspects(text, lines, rows)) {
    const line = lines[row];
    if (!line || line.last <= line.start) continue;
    const ends = line.open
      .map((at) => closing(text[at] ?? ''))
      .reverse()
      .join('');
    const insert = (at: number, written: string): Change => ({ at, text: written, how: 'insert' });
    const end = /[;,]/.test(text[line.last - 1] ?? '') ? line.last - 1 : line.last;
    if (line.unended !== undefined) {
      found.push([insert(end, line.unended)]);
      const brackets = /[)\]};,]*$/.exec(text.slice(line.start, line.last))?.[0] ?? '';
      if (brackets !== '') found.push([insert(line.last - brackets.length, line.unended)]);
    }
    if (ends !== '') found.push([insert(end, ends)]);
    if (isPython && HEADER.test(text.slice(line.start, line.last))) {
      found.push([insert(line.last, `${ends}:`)]);
      if (text[line.last - 1] === ':' && ends !== '') found.push([insert(line.last - 1, ends)]);
    }
    if (!isPython) {
      const block = line.open.findLast((at) => text[at] === '{');
      const next = block === undefined ? undefined : nextOut(lines, row);
      if (next !== undefined) found.push([insert(next, '}')]);
      if (ends !== '' && next !== undefined) found.push([insert(next, ends)]);
      found.push([insert(line.last, `${ends}{`)]);
    }
    for (const at of line.open.slice(0, 2)) found.push([insert(at + 1, closing(text[at] ?? ''))]);
    const assigned = ASSIGNED.exec(text.slice(line.start, line.last));
    if (assigned) found.push([insert(line.start + assigned[0].length, '=')]);
    for (const at of line.close.slice(0, 2))
      for (const place of openings(text, line.start, at)) found.push([insert(place, opening(text[at] ?? ''))]);
    if (isPython && /[=,\w(:]$/.test(text.slice(line.start, line.last)) && deeper(lines, row))
      for (const sign of ['(', '{', '[']) found.push([insert(line.last, sign)]);
    for (const at of [...line.close, ...line.open, ...line.quotes].slice(0, MAX_SIGNS))
      found.push([blank(text, at, at + 1)]);
    found.push([{ at: line.start, text: namesOf(text.slice(line.start, line.end), isPython), how: 'replace' }]);
    found.push([blank(text, line.start, line.end)]);
  }
  return found;
}

/** What is assigned to, before a gap in which the sign may have stood. */
const ASSIGNED =
  /^\s*(?:(?:const|let|var)\s{1,9})?(?:[A-Za-z_$][\w$.]{0,80}|[{[][\w$,\s]{0,200}[}\]])\s(?=\s*["'`\w[{(])/;

/** Where a bracket may have been opened that is closed at the end of a piece of a line. */
function openings(text: string, start: number, end: number): readonly number[] {
  const piece = text.slice(start, end);
  const places = [
    ...piece.matchAll(/\w(?=["'`])|(?:=>?|[(,:]|\breturn|\bconst|\blet|\bimport)\s{0,3}(?=[\w"'`])/g),
  ].map(({ 0: sign, index }) => start + index + sign.length);
  return [end, ...places.reverse().slice(0, MAX_OPENINGS)];
}

const MAX_OPENINGS = 4;

function deeper(lines: readonly Line[], row: number): boolean {
  const next = lines.slice(row + 1, row + 4).find(({ indent }) => indent >= 0);
  return (next?.indent ?? -1) > (lines[row]?.indent ?? 0);
}

/** Signs of one line that are tried to be left out. */
const MAX_SIGNS = 8;
/** Lines that are tried. */
const MAX_SUSPECTS = 12;

const HEADER =
  /^\s*(?:async\s|class\b|def\b|if\b|elif\b|else\b|for\b|while\b|with\b|try\b|except\b|finally\b|match\b|case\b)/;

/** Rows where something is wrong, and rows whose brackets do not fit how the lines stand. */
function suspects(text: string, lines: readonly Line[], rows: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(rows);
  const open: { at: number; row: number }[] = [];
  for (const [row, line] of lines.entries()) {
    if (found.size >= MAX_SUSPECTS) return found;
    for (const at of line.close) {
      const before = open.pop();
      const fits = before && closing(text[before.at] ?? '') === text[at];
      const stands = before && (lines[before.row]?.indent === line.indent || text[at] !== '}');
      if (fits && stands) continue;
      found.add(row);
      if (before) found.add(before.row);
    }
    for (const at of line.open) open.push({ at, row });
  }
  for (const { row } of open.reverse()) if (found.size < MAX_SUSPECTS) found.add(row);
  return found;
}

/** The end of the last line of what stands further in than a row. */
function nextOut(lines: readonly Line[], row: number): number | undefined {
  const outer = lines[row]?.indent ?? -1;
  let end = lines[row]?.last;
  for (const line of lines.slice(row + 1)) {
    if (line.indent >= 0 && line.indent <= outer) return end;
    if (line.last > line.start) end = line.last;
  }
  return end;
}

function blank(text: string, start: number, end: number): Change {
  return { at: start, text: text.slice(start, end).replace(/[^\r]/g, ' '), how: 'replace' };
}

/** The names of a line, each as a statement where it stood: whatever the line does, it does it to those. */
function namesOf(line: string, isPython: boolean): string {
  let written = '';
  const names = line.matchAll(/[A-Za-z_$][\w$]{0,80}(?:\.[A-Za-z_$][\w$]{0,80}){0,8}/g);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  for (const { 0: name, index } of names) {
    if (KEYWORDS.has(name) || index < written.length) continue;
    const gap = index - written.length;
    if (written === '') {
      // A block of Python needs a statement where its lines begin.
      if (index > indent.length && isPython) {
        if (index < indent.length + 2) continue;
        written = `${indent}0;`.padEnd(index);
      } else written = ' '.repeat(index);
    } else if (gap > 0) written += ';'.padEnd(gap);
    else continue;
    written += name;
  }
  if (written === '' && isPython && indent.length < line.length) written = `${indent}0`;
  return written.length < line.length ? `${written};`.padEnd(line.length) : written;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  `and as assert async await break case catch class const continue debugger def default del delete do elif else enum except export
   extends false False finally for from function global if import in instanceof is lambda let match new None nonlocal not null of or
   pass raise return super switch this throw true True try typeof undefined var void while with yield`.split(/\s+/),
);
