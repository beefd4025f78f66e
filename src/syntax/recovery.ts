import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';
import { LimitExceeded, MAX_PROBLEMS } from '#syntax/limits';
import type { Fault, Reading } from '#syntax/reading';
import { readYaml, type YamlReading } from '#syntax/yaml';

/** Errors that are read around, one after the other. */
const MAX_ROUNDS = 4;

/** Characters read in attempts of all rounds together: a small file gets many attempts, a large one few. */
const ATTEMPTS_BUDGET = 500_000;

/**
 * Reads YAML, and where a syntax error swallows or bends what follows, reads it again with the entry that holds the error
 * blanked out, so that offsets hold. Of the readings the one that makes out most values in their places wins, then the one with fewer errors;
 * its problems are those of the text as written.
 * @throws LimitExceeded past the limits of depth, tokens and values, in the text as written
 */
export function readYamlAround(text: string): Reading {
  let best = readYaml(text);
  const told = new Map<number, Fault>(best.faults.map((fault) => [fault.span.start, fault]));
  let budget = ATTEMPTS_BUDGET;
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fault = best.faults.find((one) => one.kind !== 'note');
    if (fault === undefined) break;
    let better: { text: string; reading: YamlReading } | undefined;
    for (const region of suspects(current, fault.span.start)) {
      if (budget < text.length) break;
      budget -= text.length;
      const blanked = blank(current, region);
      const reading = attempt(blanked);
      if (reading === undefined || !isBetter(reading, better?.reading ?? best)) continue;
      if (reading.root !== undefined && !isAsWritten(reading.root, text)) continue;
      better = { text: blanked, reading };
    }
    if (better === undefined) break;
    current = better.text;
    best = better.reading;
    for (const left of best.faults) if (!told.has(left.span.start)) told.set(left.span.start, left);
  }
  const faults = [...told.values()].sort((a, b) => a.span.start - b.span.start).slice(0, MAX_PROBLEMS);
  return { root: best.root, faults: current === text ? best.faults : faults };
}

function attempt(text: string): YamlReading | undefined {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof LimitExceeded) return undefined;
    throw error;
  }
}

/** Whether every value slices to its source: text that runs over what was blanked out is not what its author wrote. */
function isAsWritten(node: DataNode, text: string): boolean {
  if (node.kind === 'scalar') return text.slice(node.span.start, node.span.end) === node.source;
  if (node.kind === 'list') return node.items.every((item) => isAsWritten(item, text));
  return node.entries.every((entry) => isAsWritten(entry.value, text));
}

/** An error that bends what follows outweighs a few values lost with its line. */
function isBetter(one: YamlReading, other: YamlReading): boolean {
  const score = (reading: YamlReading) =>
    reading.values - 5 * reading.faults.filter((fault) => fault.kind === 'bent').length;
  if (score(one) !== score(other)) return score(one) > score(other);
  return errors(one) < errors(other);
}

function errors(reading: Reading): number {
  return reading.faults.filter((fault) => fault.kind !== 'note').length;
}

/** What may have caused an error: its line, with what is indented below it; the line above; the entries around it. */
function suspects(text: string, offset: number): Span[] {
  const line = lineStart(text, offset);
  const own = { start: line, end: lineEnd(text, line) };
  const regions = [own, blockAt(text, line)];
  let start = lineAbove(text, line, Number.POSITIVE_INFINITY);
  if (start !== undefined) regions.push({ start, end: lineEnd(text, start) });
  start = line;
  for (let levels = 0; levels < 3 && start !== undefined; levels += 1) {
    start = lineAbove(text, start, indentOf(text, start));
    if (start !== undefined && indentOf(text, start) > 0) regions.push(blockAt(text, start));
  }
  return regions.filter(
    (region, index) => regions.findIndex((other) => other.end === region.end && other.start === region.start) === index,
  );
}

/** A line and the more indented ones that follow it. */
function blockAt(text: string, start: number): Span {
  const indent = indentOf(text, start);
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = end + 1;
    if (!isBlank(text, next) && indentOf(text, next) <= indent) break;
    end = lineEnd(text, next);
  }
  return { start, end };
}

/** The start of the nearest line above that says something and is indented less than `below`. */
function lineAbove(text: string, start: number, below: number): number | undefined {
  let at = start;
  while (at > 0) {
    at = lineStart(text, at - 1);
    if (!isBlank(text, at) && indentOf(text, at) < below) return at;
  }
  return undefined;
}

function lineStart(text: string, at: number): number {
  // lastIndexOf takes a negative start for 0.
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at - start;
}

function isBlank(text: string, start: number): boolean {
  const first = text[start + indentOf(text, start)];
  return first === undefined || first === '\n' || first === '\r' || first === '#';
}

function blank(text: string, span: Span): string {
  return text.slice(0, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ') + text.slice(span.end);
}
