import { type Part, partsOf, type Text } from '#model/text';

/**
 * The algebra of IAM's wildcards: `*` is any run of characters, also none, `?` is any one character.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * All questions take time in proportion to the product of the two lengths: nothing here backtracks without bound.
 */

/** What can be said of something that is known in part. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** A character, a wildcard, or something filled in at deployment, which equals only itself. */
type Symbol = string | typeof STAR | typeof ANY | { readonly filled: string };
const STAR = 0;
const ANY = 1;

/** Longer texts are compared as unknown or not matching: an ARN has at most 2,048 characters. */
const MAX_LENGTH = 4096;

function symbols(text: string): Symbol[] {
  const out: Symbol[] = [];
  for (const character of text) out.push(character === '*' ? STAR : character === '?' ? ANY : character);
  return tidy(out);
}

/** Neighboring stars are one, and `?` comes before `*`, so that equal patterns look equal. */
function tidy(list: readonly Symbol[]): Symbol[] {
  const out: Symbol[] = [];
  for (const symbol of list) {
    const last = out.at(-1);
    if (last === STAR && symbol === STAR) continue;
    if (last === STAR && symbol === ANY) out.splice(-1, 0, ANY);
    else out.push(symbol);
  }
  return out;
}

function same(a: Symbol, b: Symbol): boolean {
  if (typeof a === 'object' || typeof b === 'object') {
    return typeof a === 'object' && typeof b === 'object' && a.filled === b.filled;
  }
  return a === b;
}

/** Whether every text of the inner pattern is a text of the outer one; may say no where `?` beside `*` hides a yes. */
function includes(outer: readonly Symbol[], inner: readonly Symbol[]): boolean {
  let row = new Uint8Array(inner.length + 1);
  row[inner.length] = 1;
  for (let i = outer.length - 1; i >= 0; i--) {
    const next = new Uint8Array(inner.length + 1);
    const o = outer[i];
    if (o === STAR) next[inner.length] = row[inner.length] ?? 0;
    for (let j = inner.length - 1; j >= 0; j--) {
      const s = inner[j];
      if (o === undefined || s === undefined) continue;
      if (o === STAR) next[j] = row[j] || next[j + 1] ? 1 : 0;
      else if (o === ANY ? s === ANY || typeof s === 'string' : same(o, s)) next[j] = row[j + 1] ?? 0;
    }
    row = next;
  }
  return row[0] === 1;
}

/** Whether some text is of both patterns. */
function meets(a: readonly Symbol[], b: readonly Symbol[]): boolean {
  let row = new Uint8Array(b.length + 1);
  for (let i = a.length; i >= 0; i--) {
    const next = new Uint8Array(b.length + 1);
    for (let j = b.length; j >= 0; j--) {
      const x = a[i];
      const y = b[j];
      if (x === undefined && y === undefined) next[j] = 1;
      else if (x === STAR || y === STAR) {
        next[j] =
          (x === STAR && row[j]) ||
          (y === STAR && next[j + 1]) ||
          (x === STAR && y !== undefined && next[j + 1]) ||
          (y === STAR && x !== undefined && row[j])
            ? 1
            : 0;
      } else if (x !== undefined && y !== undefined && (x === ANY || y === ANY || same(x, y)))
        next[j] = row[j + 1] ?? 0;
    }
    row = next;
  }
  return row[0] === 1;
}

/** Whether a text without wildcards is one of the pattern's. Case counts, as in ARNs. */
export function matches(pattern: string, text: string): boolean {
  if (pattern.length > MAX_LENGTH || text.length > MAX_LENGTH) return false;
  return includes(symbols(pattern), [...text]);
}

/** Whether every text of the inner pattern is one of the outer's. Case counts. */
export function covers(outer: string, inner: string): boolean {
  if (outer.length > MAX_LENGTH || inner.length > MAX_LENGTH) return false;
  // Nearly all patterns are plain names, or end in their only wildcard: the table of `includes` is not needed for them.
  const wildcard = outer.search(/[*?]/);
  if (wildcard === -1) return outer === inner;
  if (wildcard === outer.length - 1 && outer.endsWith('*')) return inner.startsWith(outer.slice(0, -1));
  return includes(symbols(outer), symbols(inner));
}

/** Whether some text belongs to both patterns. Case counts. */
export function overlaps(a: string, b: string): boolean {
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return true;
  return meets(symbols(a), symbols(b));
}

/**
 * Whether an action pattern (`s3:Get*`, `*`) covers an action or all actions of another pattern. Case does not count in
 * actions: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionCovers(outer: string, inner: string): boolean {
  return covers(outer.toLowerCase(), inner.toLowerCase());
}

/** Whether an action pattern and another have an action in common. */
export function actionOverlaps(a: string, b: string): boolean {
  return overlaps(a.toLowerCase(), b.toLowerCase());
}

/** What every deployment in AWS's main partition fills in; elsewhere policies differ by the partition alone. */
const FILLED: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com' };

function textSymbols(
  text: string | Text,
  filled: (part: Exclude<Part, string>) => Symbol,
  wildcards: boolean,
): Symbol[] {
  return tidy(
    partsOf(text).flatMap((part): Symbol[] => {
      const known = typeof part === 'string' ? part : part.kind === 'hole' ? FILLED[part.name ?? ''] : undefined;
      if (known !== undefined) return wildcards ? symbols(known) : [...known];
      return typeof part === 'string' ? [] : [filled(part)];
    }),
  );
}

function identity(part: Exclude<Part, string>): Symbol {
  return { filled: part.kind === 'ref' ? `${part.resource} ${part.attribute}` : (part.name ?? part.why) };
}

/**
 * Whether an ARN pattern covers an ARN or another pattern, where both may be known in part: `yes` when it does whatever is
 * filled in, `no` when they have nothing in common whatever is filled in. Parameters of equal name count as equal: compare
 * texts of one stack only.
 */
export function arnCovers(outer: string | Text, inner: string | Text): Certainty {
  const length = (text: string | Text): number => partsOf(text).reduce((sum, part) => sum + part.toString().length, 0);
  if (length(outer) > MAX_LENGTH || length(inner) > MAX_LENGTH) return 'unknown';
  if (includes(textSymbols(outer, identity, true), textSymbols(inner, identity, true))) return 'yes';
  const anything = (): Symbol => STAR;
  return meets(textSymbols(outer, anything, true), textSymbols(inner, anything, true)) ? 'unknown' : 'no';
}
