/**
 * Whether a text matches a pattern in which `*` stands for any characters and `?` for one; nothing else is special. Takes time
 * in proportion to the product of both lengths at worst: there is no regular expression that a pattern could blow up.
 */
export function wildcard(pattern: string, text: string): boolean {
  return matches(pattern.length, text.length, {
    isStar: (at) => pattern[at] === '*',
    same: (at, other) => pattern[at] === '?' || pattern[at] === text[other],
  });
}

/**
 * Whether a path matches a glob of paths: `**` stands for any directories, `*` for any characters but slashes, `?` for one.
 * A glob without an inner slash matches at any depth, one that names a directory matches all that lies in it, as in
 * https://git-scm.com/docs/gitignore#_pattern_format; there is no negation.
 */
export function pathGlob(glob: string, path: string): boolean {
  const anchored = glob.replace(/\/$/, '').includes('/');
  const pattern = glob.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (!anchored) pattern.unshift('**');
  const segments = path.split('/');
  return segments.some((_, index) => segmentsMatch(pattern, segments.slice(0, index + 1)));
}

function segmentsMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  return matches(pattern.length, segments.length, {
    isStar: (at) => pattern[at] === '**',
    same: (at, other) => wildcard(pattern[at] ?? '', segments[other] ?? ''),
  });
}

/** Matches with one point to return to: the last star. An earlier one can never need to take more. */
function matches(
  patternLength: number,
  length: number,
  compare: { isStar(at: number): boolean; same(at: number, other: number): boolean },
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  let position = 0;
  while (position < length) {
    if (at < patternLength && compare.isStar(at)) {
      star = at;
      at += 1;
      taken = position;
    } else if (at < patternLength && compare.same(at, position)) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      taken += 1;
      position = taken;
      at = star + 1;
    } else return false;
  }
  while (at < patternLength && compare.isStar(at)) at += 1;
  return at === patternLength;
}
