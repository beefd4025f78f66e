import type { SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import { MAX_FILE_BYTES } from '#source/snapshot';

/** Characters of text that are parsed: as many as the bytes that a Snapshot reads. */
export const MAX_CHARACTERS = MAX_FILE_BYTES;

/**
 * Maps and lists within one another, flow and block, aliases followed. Hand-written templates stay under 25; the parsers
 * recurse, and V8 aborts the process at some thousands of levels (measured with yaml 2.9.1 on Node 20.20).
 */
export const MAX_DEPTH = 200;

/** Values in one document, every alias counted as often as it is reached: what walking the document costs. */
export const MAX_NODES = 1_000_000;

/**
 * Tokens of YAML text, a run of blank and comment lines counted as two. CloudFormation takes templates up to 1 MB, which is
 * some 300,000 tokens; each costs some 3 µs and 200 bytes.
 */
export const MAX_TOKENS = 1_000_000;

/** Tags and anchors in front of one value: YAML allows one of each. */
export const MAX_PROPERTIES = 16;

/** Syntax errors that are told of one file. */
export const MAX_PROBLEMS = 50;

/** Thrown inside a reader when a limit is passed; `parseDocument` turns it into the document's one problem. */
export class LimitExceeded extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
    this.name = 'LimitExceeded';
  }
}

/** The limits' sentences, each with its remedy. */
export const overLimit = {
  characters: (at: number) =>
    new LimitExceeded(
      at,
      `The file is over ${MAX_CHARACTERS / 1024 / 1024} MB and was not read; split it into nested stacks.`,
    ),
  depth: (at: number) =>
    new LimitExceeded(at, `The file nests over ${MAX_DEPTH} levels deep and was not read; make it flatter.`),
  nodes: (at: number) =>
    new LimitExceeded(
      at,
      `The file holds over ${MAX_NODES.toLocaleString('en')} values, aliases expanded, and was not read; split it or use fewer aliases.`,
    ),
  tokens: (at: number) =>
    new LimitExceeded(
      at,
      `The file has over ${MAX_TOKENS.toLocaleString('en')} words and signs and was not read; split it.`,
    ),
  properties: (at: number) =>
    new LimitExceeded(
      at,
      `Over ${MAX_PROPERTIES} tags and anchors stand before one value, so the file was not read; keep one of each.`,
    ),
} as const;

/** The problem of a file past a limit: `unreadable`, so that a change cannot hide a template by blowing it up (law 7). */
export function limitProblem(file: SourceFile, limit: LimitExceeded): Problem {
  return problemAt('unreadable', file, { start: limit.offset, end: limit.offset }, limit.message);
}
