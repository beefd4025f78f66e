import { createHash } from 'node:crypto';
import type { Finding, Verdict } from '#finding/finding';
import type { Judged } from '#finding/judgement';
import { type Confidence, reaches, SEVERITIES } from '#finding/severity';
import { type Anchor, anchorOf, type DiffIndex } from '#review/anchor';
import { compareText } from '#review/suggestion';
import { linesOf } from '#source/file';

/** A live finding: one identity, though several places may share it. */
export interface Entry {
  readonly fingerprint: string;
  /** The most severe of those with this fingerprint. */
  readonly judged: Judged;
  readonly others: readonly Judged[];
  readonly anchor: Anchor | undefined;
}

/**
 * What becomes one comment: findings of one rule in one file, mild ones of one rule in all files, or findings of several rules at one
 * place; the worst first.
 */
export type Unit = readonly Entry[];

/** More places of one rule make a second comment: a longer list is not read, and the body has an end. */
const PLACES_IN_COMMENT = 25;
const RULES_IN_COMMENT = 6;

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];
const LIVE: readonly Verdict[] = ['introduced', 'escalated', 'unaccepted'];

/** The worst first: severity, then confidence, then place. A total order, so that the same findings give the same review. */
export function byRank(a: Judged, b: Judged): number {
  return (
    SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
    CONFIDENCES.indexOf(a.finding.confidence) - CONFIDENCES.indexOf(b.finding.confidence) ||
    compareText(a.finding.at.file.path, b.finding.at.file.path) ||
    a.finding.at.span.start - b.finding.at.span.start ||
    compareText(a.finding.rule.id, b.finding.rule.id) ||
    compareText(a.finding.fingerprint, b.finding.fingerprint) ||
    compareText(a.finding.message, b.finding.message)
  );
}

/** The findings that the pull request answers for, by fingerprint, the worst first. */
export function liveEntries(findings: readonly Judged[], index: DiffIndex): ReadonlyMap<string, Entry> {
  const byFingerprint = new Map<string, Judged[]>();
  const live = findings.filter((judged) => LIVE.includes(judged.verdict));
  for (const judged of live.sort((a, b) => waits(a) - waits(b) || byRank(a, b))) {
    const same = byFingerprint.get(judged.finding.fingerprint);
    if (same) same.push(judged);
    else byFingerprint.set(judged.finding.fingerprint, [judged]);
  }
  const entries = [...byFingerprint].flatMap(([fingerprint, [judged, ...others]]) =>
    judged ? [{ fingerprint, judged, others, anchor: anchorOf(judged, index) }] : [],
  );
  return new Map(entries.sort((a, b) => byRank(a.judged, b.judged)).map((entry) => [entry.fingerprint, entry]));
}

function waits(judged: Judged): number {
  return judged.verdict === 'unaccepted' ? 1 : 0;
}

/**
 * Findings with an anchor as comments: those of one rule in one file together, mild ones of one rule together wherever they stand, and
 * those whose comments would stand on one line together. Which findings share a comment does not depend on the ones that were posted before, so planning twice gives the
 * same comments.
 */
export function unitsOf(entries: Iterable<Entry>): Unit[] {
  const anchored = [...entries].flatMap((entry) =>
    entry.anchor ? [{ entry, inFile: inFileOf(entry, entry.anchor) }] : [],
  );
  const worse = new Set(anchored.flatMap(({ entry, inFile }) => (isMild(entry) ? [] : [inFile])));
  const groups = new Map<string, Entry[]>();
  for (const { entry, inFile } of anchored) {
    const { rule } = entry.judged.finding;
    const everywhere = isMild(entry) && !worse.has(inFile);
    push(groups, everywhere ? JSON.stringify([rule.id, entry.anchor?.side]) : inFile, entry);
  }
  const places = new Map<string, Entry[][]>();
  for (const group of groups.values()) {
    for (const part of chunks(group, PLACES_IN_COMMENT)) {
      const anchor = part[0]?.anchor;
      if (anchor) push(places, JSON.stringify([anchor.path, anchor.side, anchor.startLine]), part);
    }
  }
  const units = [...places.values()].flatMap((parts) => chunks(parts, RULES_IN_COMMENT)).map((parts) => parts.flat());
  return units.map((unit) => unit.sort((a, b) => byRank(a.judged, b.judged))).sort(byWorst);
}

function inFileOf({ judged }: Entry, { path, side }: Anchor): string {
  return JSON.stringify([judged.finding.rule.id, path, side]);
}

/** The same advice in ten files is read once: what is mild is told at one place, with a list of the others. */
function isMild({ judged }: Entry): boolean {
  return !reaches(judged.finding.severity, 'medium');
}

/** The order of units by their worst finding. */
export function byWorst(a: Unit, b: Unit): number {
  const [first, second] = [a[0], b[0]];
  return first && second ? byRank(first.judged, second.judged) : b.length - a.length;
}

/**
 * A digest of what a comment says about findings, without where they stand: it changes when the comment is to be written anew,
 * and not when lines move.
 */
export function digestOf(states: ReadonlyMap<string, Entry | string>): string {
  const parts = [...states]
    .sort(([a], [b]) => compareText(a, b))
    .map(([fingerprint, state]) => [fingerprint, typeof state === 'string' ? state : words(state.judged)]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function words({ finding, verdict, before }: Judged): readonly unknown[] {
  const { rule, severity, confidence, message, when } = finding;
  return [
    rule.id,
    severity,
    confidence,
    message,
    when.map((one) => [one.condition, one.holds]),
    verdict,
    before?.severity,
  ];
}

/** The place of a finding on the head. */
export function placeOf(finding: Finding): { readonly path: string; readonly line: number } {
  return { path: finding.at.file.path, line: linesOf(finding.at).start };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < list.length; at += size) found.push(list.slice(at, at + size));
  return found;
}

/** What the author calls a resource: the declaration that it was generated from, where nobody wrote the resource itself. */
export function ownerName(resource: NonNullable<Finding['resource']>): string {
  return resource.generatedBy ?? resource.name;
}
