/** A version as its numbers: major, minor, patch. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The versions that a project lets a package have: from the first one on, before the second; undefined where there is no such bound. */
export interface Bounds {
  readonly from: Version | undefined;
  readonly before: Version | undefined;
}

/** By the name of the package, in Python in lower case with hyphens. What a project does not name is not known. */
export type Versions = ReadonlyMap<string, Bounds>;

/** Whether every version that the project may get lies before another one. */
export function isBefore(versions: Versions, name: string, version: Version): boolean {
  const before = versions.get(name)?.before;
  return before !== undefined && compared(before, version) <= 0;
}

/** Whether every version that the project may get is another one or a later one. */
export function isFrom(versions: Versions, name: string, version: Version): boolean {
  const from = versions.get(name)?.from;
  return from !== undefined && compared(from, version) >= 0;
}

function compared(a: Version, b: Version): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? 0;
    if (one !== other) return one - other;
  }
  return 0;
}

const COMPARATOR =
  /^(\^|~=|~>|~|>=|<=|===|==|=|>|<)?\s{0,5}v?(\d{1,6})(?:\.(\d{1,6}|[x*]))?(?:\.(\d{1,6}|[x*]))?(?:\.\d{1,6})?$/;

/**
 * What a range of npm's, pip's or Poetry's lets through: `^3.14.1`, `~=5.3`, `>=1.2,<2`. Undefined for everything else: alternatives,
 * tags, addresses, versions before a release.
 * https://github.com/npm/node-semver#ranges, https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function boundsOf(range: string): Bounds | undefined {
  const pieces = range
    .trim()
    .replaceAll(/([<>=~^])\s{1,5}/g, '$1')
    .split(/\s*,\s*|\s+/);
  if (range.length > 100 || pieces.length > 4) return undefined;
  let bounds: Bounds = { from: undefined, before: undefined };
  for (const piece of pieces) {
    const one = comparator(piece);
    if (!one) return undefined;
    bounds = { from: one.from ?? bounds.from, before: one.before ?? bounds.before };
  }
  return bounds;
}

function comparator(piece: string): Bounds | undefined {
  const match = COMPARATOR.exec(piece);
  if (!match) return undefined;
  const [, operator = '', ...texts] = match;
  const numbers = texts.flatMap((one) => (one === undefined || /[x*]/.test(one) ? [] : [Number(one)]));
  const [major = 0, minor = 0, patch = 0] = numbers;
  const from: Version = [major, minor, patch];
  const after = (index: number): Version =>
    index === 0 ? [major + 1, 0, 0] : index === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
  if (operator === '>=' || operator === '>') return { from, before: undefined };
  if (operator === '<') return { from: undefined, before: from };
  if (operator === '<=') return { from: undefined, before: after(numbers.length - 1) };
  if (operator === '^') return { from, before: after(major > 0 ? 0 : minor > 0 || numbers.length < 3 ? 1 : 2) };
  if (operator === '~=') return { from, before: after(Math.max(0, numbers.length - 2)) };
  if (operator === '~' || operator === '~>') return { from, before: after(numbers.length > 1 ? 1 : 0) };
  return { from, before: after(numbers.length - 1) };
}
