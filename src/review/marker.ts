import { SEVERITIES, type Severity } from '#finding/severity';

/** What stands hidden in the first line of every comment of ours, to know it again at the next push. */
export interface Marker {
  /** How many lines the comment was put on: GitHub does not keep the range of a thread once lines move. */
  readonly lines: number;
  /** A digest of what the comment says, places left out: equal digests read the same. */
  readonly digest: string;
  /** Each finding that the comment is about, by fingerprint: as severe as it was told, or `gone` once it was told to be. */
  readonly states: ReadonlyMap<string, Severity | 'gone'>;
}

const OPEN = '<!-- leastwise:1 ';
const CLOSE = ' -->';
const SAFE = /^[A-Za-z0-9_-]+$/;

/** The marker as a hidden HTML comment: letters, digits, `-`, `_`, `.` and `=` only, so that nothing in it can end it. */
export function writeMarker(marker: Marker): string {
  const states = [...marker.states].map(([fingerprint, state]) => `${encode(fingerprint)}=${state}`);
  return `${OPEN}lines=${marker.lines} digest=${marker.digest} ${states.join(' ')}${CLOSE}`;
}

/**
 * Reads the marker of a comment that our App wrote. It counts only at the very start of the body, where nothing that is echoed
 * can stand: a marker quoted further below is text. Whose comment it is, is for the caller to check.
 */
export function readMarker(body: string): Marker | undefined {
  if (!body.startsWith(OPEN)) return undefined;
  const end = body.indexOf(CLOSE);
  if (end === -1) return undefined;
  const [lines, digest, ...entries] = body.slice(OPEN.length, end).split(' ');
  const states = new Map<string, Severity | 'gone'>();
  for (const entry of entries) {
    const at = entry.lastIndexOf('=');
    const state = stateOf(entry.slice(at + 1));
    if (at > 0 && state) states.set(decode(entry.slice(0, at)), state);
  }
  const count = Number(/^lines=(\d{1,6})$/.exec(lines ?? '')?.[1]);
  const hash = /^digest=([0-9a-f]{1,64})$/.exec(digest ?? '')?.[1];
  if (!Number.isInteger(count) || hash === undefined || states.size === 0) return undefined;
  return { lines: count, digest: hash, states };
}

/** The fingerprints in a body's marker, gone ones included; none when it has no marker. */
export function fingerprintsIn(body: string): readonly string[] {
  return [...(readMarker(body)?.states.keys() ?? [])];
}

/** A body without its marker. */
export function withoutMarker(body: string): string {
  return readMarker(body) ? body.slice(body.indexOf(CLOSE) + CLOSE.length).replace(/^\r?\n/, '') : body;
}

function stateOf(text: string): Severity | 'gone' | undefined {
  return text === 'gone' ? 'gone' : SEVERITIES.find((severity) => severity === text);
}

function encode(fingerprint: string): string {
  return SAFE.test(fingerprint) ? fingerprint : `.${Buffer.from(fingerprint).toString('base64url')}`;
}

function decode(text: string): string {
  return text.startsWith('.') ? Buffer.from(text.slice(1), 'base64url').toString() : text;
}
