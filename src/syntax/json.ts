import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { DataEntry, DataNode } from '#syntax/document';
import { MAX_DEPTH, MAX_NODES, overLimit } from '#syntax/limits';
import { Faults, type Reading } from '#syntax/reading';

type OpenMap = { kind: 'map'; start: number; entries: DataEntry[]; seen: Set<string> };
type OpenList = { kind: 'list'; start: number; items: DataNode[] };
type Property = { key: string; start: number; end: number };

/**
 * Reads JSON, recovering around errors. Comments and trailing commas are errors, as AWS takes neither, but what they stand
 * in is still read.
 * @throws LimitExceeded past the limits of depth and number of values
 */
export function readJson(text: string): Reading {
  const faults = new Faults();
  const open: (OpenMap | OpenList)[] = [];
  const properties: (Property | undefined)[] = [undefined];
  let root: DataNode | undefined;
  let nodes = 0;

  const settle = (): void => {
    const property = properties.at(-1);
    const holder = open.at(-1);
    if (property === undefined || holder?.kind !== 'map') return;
    properties[properties.length - 1] = undefined;
    const at = { start: property.end, end: property.end };
    const value: DataNode = { kind: 'scalar', value: null, source: '', span: at };
    holder.entries.push({ key: property.key, keySpan: { start: property.start, end: property.end }, value });
  };
  const place = (node: DataNode): void => {
    const holder = open.at(-1);
    if (holder === undefined) root ??= node;
    else if (holder.kind === 'list') holder.items.push(node);
    else {
      const property = properties.at(-1);
      if (property === undefined) return;
      properties[properties.length - 1] = undefined;
      holder.entries.push({ key: property.key, keySpan: { start: property.start, end: property.end }, value: node });
    }
  };
  const count = (at: number): void => {
    nodes += 1;
    if (nodes > MAX_NODES) throw overLimit.nodes(at);
  };
  const begin = (holder: OpenMap | OpenList): void => {
    count(holder.start);
    open.push(holder);
    if (open.length > MAX_DEPTH) throw overLimit.depth(holder.start);
    properties.push(undefined);
  };
  const end = (at: number): void => {
    settle();
    const holder = open.pop();
    properties.pop();
    if (holder === undefined) return;
    const span = { start: holder.start, end: at };
    if (holder.kind === 'map') place({ kind: 'map', span, entries: holder.entries });
    else place({ kind: 'list', span, items: holder.items });
  };

  // A byte order mark is no JSON; a blank of the same length keeps the offsets.
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  visit(
    body,
    {
      onObjectBegin: (start) => begin({ kind: 'map', start, entries: [], seen: new Set() }),
      onArrayBegin: (start) => begin({ kind: 'list', start, items: [] }),
      onObjectEnd: (start, length) => end(start + length),
      onArrayEnd: (start, length) => end(start + length),
      onObjectProperty: (key, start, length) => {
        settle();
        const holder = open.at(-1);
        if (holder?.kind !== 'map') return;
        const span = { start, end: start + length };
        if (holder.seen.has(key)) faults.add('note', span, duplicateKey(key));
        holder.seen.add(key);
        properties[properties.length - 1] = { key, ...span };
      },
      onLiteralValue: (value: unknown, start, length) => {
        count(start);
        const source = body.slice(start, start + length);
        place({ kind: 'scalar', value: scalarOf(value), source, span: { start, end: start + length } });
      },
      onError: (error, start, length) => {
        const at = Math.min(start, text.length);
        faults.add('syntax', { start: at, end: at + length }, sentenceOf(error));
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return { root, faults: faults.list() };
}

/** The sentence for a key that a map has twice. */
export function duplicateKey(key: string): string {
  const shown = key.length > 80 ? `${key.slice(0, 80)}…` : key;
  return `The key "${shown}" stands twice in the same map and only the last one counts; remove one.`;
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function sentenceOf(code: ParseErrorCode): string {
  return SENTENCES[printParseErrorCode(code)] ?? 'This is not valid JSON here.';
}

const SENTENCES: { readonly [code: string]: string } = {
  InvalidSymbol: 'This word is not valid JSON; put text in double quotes.',
  InvalidNumberFormat: 'This is not a valid JSON number.',
  PropertyNameExpected: 'A key in double quotes is expected here; remove a trailing comma or add the key.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing after the key.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing } is missing.',
  CloseBracketExpected: 'A closing ] is missing.',
  EndOfFileExpected: 'Text follows after the end of the JSON document; remove it.',
  InvalidCommentToken: 'JSON has no comments; remove this one.',
  UnexpectedEndOfComment: 'JSON has no comments, and this one is not closed; remove it.',
  UnexpectedEndOfString: 'The quoted text that starts here is not closed on its line.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'This \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'This backslash escape is not valid in JSON.',
  InvalidCharacter: 'A control character stands in quoted text; write it as an escape.',
};
