import { assignedAt, hasAssignments, SECRET_WORDS } from '#finding/assigned-secret';
import { KeywordIndex } from '#finding/keyword-index';
import { entropy, isPlaceholder, isWord } from '#finding/placeholder';
import { privateKeysIn } from '#finding/private-key';
import { Windows } from '#finding/search-windows';
import type { AllowList } from '#finding/secret-format';
import { KNOWN_FORMATS, type KnownFormat } from '#finding/secret-formats';
import { ALLOWED } from '#finding/secret-formats.generated';
import { type Location, SourceFile } from '#source/file';
import { overlaps, type Span } from '#source/span';

/** A credential that stands in a text file: its kind and its place. Its value is where it stands and nowhere else (law 10). */
export interface Secret {
  /** The format, by the id of its issuer's rule in the generated table or of ours: `aws-access-token`. */
  readonly format: string;
  /** For people: `AWS access key ID`. */
  readonly kind: string;
  /** `high` where the format alone proves it, `medium` where a name and an unguessable value do. */
  readonly confidence: 'high' | 'medium';
  /** What it is assigned to, where that can be told: `DB_PASSWORD`. */
  readonly name: string | undefined;
  /** The last day on which it counts, `YYYY-MM-DD`, where it says so itself. */
  readonly until: string | undefined;
  /** The value, without its quotes. */
  readonly at: Location;
}

/** What a file holds. */
export interface Found {
  readonly secrets: readonly Secret[];
  /** Whether the file has more than is listed. */
  readonly cut: boolean;
}

/** Secrets of one file that are reported; who commits more has committed a dump, and one finding would do. */
export const MAX_SECRETS = 100;

/** Characters of a line on each side of a match that tell what it is. */
const AROUND = 400;

/** A line longer than this was written by a program: a name in it says nothing. */
const LONGEST_LINE = 600;

/** The credentials in a text file, in the order in which they stand. Takes time that grows with the text's length and no faster. */
export function secretsIn(file: SourceFile): Found {
  const { text, path } = file;
  const found: Hit[] = [];
  const windows = new Windows<KnownFormat>();
  const places: number[] = [];
  index().each(text, (end, word) => {
    const formats = formatsOf(word);
    for (const format of formats) windows.add(format, end);
    if (word >= firstName()) places.push(end);
  });
  for (const { span, kind } of privateKeysIn(text)) {
    const confidence = hasAssignments(path) ? 'high' : 'medium';
    found.push({ format: 'private-key', kind, confidence, name: undefined, until: undefined, span });
  }
  for (const { format, spans } of windows.all()) {
    for (const span of spans) {
      if (found.length > MAX_SECRETS * 4) break;
      found.push(...matchesIn(format, text, span, path));
    }
  }
  if (hasAssignments(path)) {
    for (const hit of assignmentsIn(text, places, path)) {
      if (found.length > MAX_SECRETS * 4) break;
      found.push(hit);
    }
  }
  const distinct = withoutOverlaps(found);
  const values = distinct.map(({ span }) => text.slice(span.start, span.end));
  const secrets = distinct.slice(0, MAX_SECRETS).map(({ span, name, ...secret }): Secret => {
    // What stands in front of a secret may be another one (`id: secret`), and names are told.
    const told = name !== undefined && values.some((value) => value.includes(name)) ? undefined : name;
    return { ...secret, name: told, at: { file, span } };
  });
  return { secrets, cut: distinct.length > MAX_SECRETS };
}

/** The format that a value by itself proves it to have. */
export function formatIn(value: string): Pick<Secret, 'kind' | 'confidence'> | undefined {
  const { secrets } = secretsIn(new SourceFile('value', value));
  const high = secrets.find(({ confidence }) => confidence === 'high');
  return high && { kind: high.kind, confidence: 'high' };
}

interface Hit extends Omit<Secret, 'at'> {
  readonly span: Span;
}

interface Keywords {
  readonly index: KeywordIndex;
  readonly formats: readonly (readonly KnownFormat[])[];
  /** The number of the first word that is a part of a name. */
  readonly firstName: number;
}

let made: Keywords | undefined;

/** Made when first asked for: not every command searches. */
function keywords(): Keywords {
  if (made) return made;
  const byWord = new Map<string, KnownFormat[]>();
  for (const format of KNOWN_FORMATS) {
    for (const word of format.keywords) byWord.set(word, [...(byWord.get(word) ?? []), format]);
  }
  const words = [...byWord.keys()];
  made = {
    index: new KeywordIndex([...words, ...SECRET_WORDS]),
    formats: words.map((word) => byWord.get(word) ?? []),
    firstName: words.length,
  };
  return made;
}

const index = (): KeywordIndex => keywords().index;
const formatsOf = (word: number): readonly KnownFormat[] => keywords().formats[word] ?? [];
const firstName = (): number => keywords().firstName;

const EXPRESSIONS = new Map<string, RegExp>();

function expression(source: string, flags = ''): RegExp {
  const key = `${flags}/${source}`;
  const known = EXPRESSIONS.get(key) ?? new RegExp(source, flags);
  EXPRESSIONS.set(key, known);
  return known;
}

function* matchesIn(format: KnownFormat, text: string, span: Span, path: string): Iterable<Hit> {
  if (format.path !== undefined && !expression(format.path).test(path)) return;
  if (format.confidence === 'medium' && !hasAssignments(path)) return;
  const window = text.slice(span.start, span.end);
  for (const match of window.matchAll(expression(format.source, 'dg'))) {
    // What begins or ends where the window was cut may be the middle of something longer.
    if (
      (match.index === 0 && span.start > 0) ||
      (match.index + match[0].length === window.length && span.end < text.length)
    )
      continue;
    const group = format.group ?? match.findIndex((one, at) => at > 0 && one !== undefined && one !== '');
    const place = match.indices?.[Math.max(0, group)];
    const value = match[Math.max(0, group)];
    if (!place || value === undefined) continue;
    const at = { start: span.start + place[0], end: span.start + place[1] };
    const line = lineAround(text, at);
    if (!isSecret(format, value, match[0], line, path)) continue;
    const { id, kind, confidence } = format;
    const name = format.isPart ? nameOfWhole(text, span.start + match.index) : nameBefore(text, at.start);
    yield { format: id, kind, confidence, name, until: format.until?.(value, line), span: at };
  }
}

function isSecret(format: KnownFormat, value: string, match: string, line: string, path: string): boolean {
  if (value.length < 4 || isPlaceholder(value)) return false;
  if (format.confidence === 'medium' && isWord(value)) return false;
  if (format.entropy !== undefined && entropy(value) <= format.entropy) return false;
  if (format.accepts && !format.accepts(value, { line, match })) return false;
  return ![ALLOWED, ...(format.allow ?? [])].some((list) => allows(list, value, match, line, path));
}

function allows(list: AllowList, value: string, match: string, line: string, path: string): boolean {
  const target = list.target === 'line' ? line : list.target === 'match' ? match : value;
  const small = value.toLowerCase();
  const checks = [
    ...(list.regexes.length > 0 ? [list.regexes.some((one) => expression(one).test(target))] : []),
    ...(list.paths.length > 0 ? [list.paths.some((one) => expression(one).test(path))] : []),
    ...(list.stopwords.length > 0 ? [list.stopwords.some((one) => small.includes(one))] : []),
  ];
  return list.all ? checks.length > 0 && checks.every(Boolean) : checks.some(Boolean);
}

function lineAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const stop = after.search(/[\r\n]/);
  return (
    before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (stop === -1 ? after : after.slice(0, stop))
  );
}

function* assignmentsIn(text: string, places: readonly number[], path: string): Iterable<Hit> {
  let done = 0;
  for (const place of places) {
    if (place <= done) continue;
    const assigned = assignedAt(text, place, path);
    // A name may hold several of the words.
    done = place;
    if (!assigned) continue;
    done = assigned.span.end;
    if (lineAround(text, assigned.span).length > LONGEST_LINE) continue;
    const { kind, name, span } = assigned;
    yield { format: 'assigned', kind, confidence: 'medium', name, until: undefined, span };
  }
}

/** Of what overlaps, the surest; of several that are as sure, the one that says most. */
function withoutOverlaps(found: readonly Hit[]): readonly Hit[] {
  const rank = ({ confidence, format }: Hit): number => (confidence === 'high' ? 0 : format === 'assigned' ? 2 : 1);
  const kept: Hit[] = [];
  for (const hit of [...found].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start)) {
    if (kept.some(({ span }) => overlaps(span, hit.span))) continue;
    kept.push(hit);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** Characters of a connection string that may stand in front of its secret. */
const LONGEST_WHOLE = 300;

/** The name that the whole is assigned to of which a match is a part. */
function nameOfWhole(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && at - start < LONGEST_WHOLE && !/[\s'"`]/.test(text[start - 1] ?? '')) start--;
  return nameBefore(text, start) ?? /^([A-Za-z_]\w{0,60})=/.exec(text.slice(start, at))?.[1];
}

/** The name that a value is assigned to on its line. */
function nameBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 120), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /([A-Za-z_][\w.-]{0,60})["'`\]]{0,2}[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}["'`]?$/.exec(line)?.[1];
}
