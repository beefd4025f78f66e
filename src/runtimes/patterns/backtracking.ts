import { ALL, type Characters, charactersOf, example, type Positions, positionsOf } from '#runtimes/patterns/positions';

/** How often what is tried again stands in a text that shows it: 2^28 ways take minutes. */
const TIMES = 28;

/**
 * A text on which an engine that tries one way after the other takes time that doubles with each repetition; undefined where there is
 * none for sure, or where the pattern cannot be judged. A pattern has one when some part of a text leads from a place in it back there
 * by two ways, and what follows can fail.
 * @param whole whether the match has to cover the whole text (`re.fullmatch`)
 */
export function explodingText(pattern: string, flags: string, whole = false): string | undefined {
  const positions = positionsOf(pattern, flags, whole);
  if (!positions) return undefined;
  const component = componentsOf(positions);
  for (const [start] of positions.characters.entries()) {
    const pumped = pumpAt(positions, component, start);
    const before = pumped === undefined ? undefined : wordTo(positions, start);
    if (pumped === undefined || before === undefined) continue;
    const pumping = before + pumped.repeat(TIMES);
    const failing = failuresAfter(positions, component, start).find((one) => !matches(positions, pumping + one));
    if (failing !== undefined) return pumping + failing;
  }
  return undefined;
}

/** Whether a text is matched, found out on all ways at once. */
function matches({ characters, first, last, follow, isAnchored, isAtStart }: Positions, text: string): boolean {
  let now = new Set<number>();
  for (const [index, one] of [...text].entries()) {
    const next = new Set<number>(index === 0 || !isAtStart ? first : []);
    for (const position of now) for (const to of follow[position]?.keys() ?? []) next.add(to);
    now = new Set([...next].filter((position) => ((characters[position] ?? 0n) & charactersOf(one)) !== 0n));
    if (!isAnchored && last.some((position) => now.has(position))) return true;
  }
  return last.some((position) => now.has(position));
}

/** What may come after the loops that a position is in so that nothing matches: the end of the text, or a character that is not allowed. */
function failuresAfter(positions: Positions, component: readonly number[], start: number): readonly string[] {
  const { characters, follow, last, isAnchored, hasChoice } = positions;
  const inside = characters.flatMap((_, index) => (component[index] === component[start] ? [index] : []));
  // Where the match may end here, it does, without another way being tried.
  if (!isAnchored && (hasChoice || inside.some((one) => last.includes(one)))) return [];
  let allowed: Characters = 0n;
  for (const one of reachedFrom(inside, follow))
    for (const next of follow[one]?.keys() ?? []) allowed |= characters[next] ?? 0n;
  // A line break at the very end is passed over by some.
  const other = example(ALL & ~allowed & ~charactersOf('\n') & ~charactersOf('\r'));
  return other === undefined ? [''] : [other, ''];
}

function reachedFrom(from: readonly number[], follow: Positions['follow']): ReadonlySet<number> {
  const found = new Set(from);
  for (const one of found) for (const next of follow[one]?.keys() ?? []) found.add(next);
  return found;
}

/** A word that leads from a position back to it by two ways. */
function pumpAt(positions: Positions, component: readonly number[], start: number): string | undefined {
  const { follow } = positions;
  for (const [one, next] of follow.entries())
    for (const [to, ways] of next) {
      if (ways < 2 || component[one] !== component[start] || component[to] !== component[start] || to !== start)
        continue;
      const back = wordBetween(positions, start, one);
      if (back !== undefined) return back + (example(positions.characters[to] ?? 0n) ?? '');
    }
  return diverging(positions, component, start);
}

/** The same by two ways through different positions: in pairs of positions that match the same text, one that leaves and one that comes back. */
function diverging(positions: Positions, component: readonly number[], start: number): string | undefined {
  const size = positions.characters.length;
  const own = (one: number): boolean => component[one] === component[start];
  const from = start * size + start;
  const words = new Map<number, string>([[from, '']]);
  for (const [pair, word] of words) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    for (const next of positions.follow[a]?.keys() ?? []) {
      for (const other of positions.follow[b]?.keys() ?? []) {
        const both = (positions.characters[next] ?? 0n) & (positions.characters[other] ?? 0n);
        const key = next * size + other;
        if (both === 0n || !own(next) || !own(other) || words.has(key)) continue;
        words.set(key, word + (example(both) ?? ''));
      }
    }
  }
  for (const [pair, word] of words) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    if (a === b) continue;
    const back = wordBack(positions, component, pair, from);
    if (back !== undefined) return word + back;
  }
  return undefined;
}

function wordBack(positions: Positions, component: readonly number[], from: number, to: number): string | undefined {
  const size = positions.characters.length;
  const own = component[Math.floor(to / size)];
  const words = new Map<number, string>([[from, '']]);
  for (const [pair, word] of words) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    for (const next of positions.follow[a]?.keys() ?? []) {
      for (const other of positions.follow[b]?.keys() ?? []) {
        const both = (positions.characters[next] ?? 0n) & (positions.characters[other] ?? 0n);
        const key = next * size + other;
        if (both === 0n || component[next] !== own || component[other] !== own) continue;
        const longer = word + (example(both) ?? '');
        if (key === to) return longer;
        if (!words.has(key)) words.set(key, longer);
      }
    }
  }
  return undefined;
}

/** A word from the start of the pattern to a position, that included. */
function wordTo(positions: Positions, to: number): string | undefined {
  const words = new Map<number, string>();
  for (const one of positions.first) words.set(one, example(positions.characters[one] ?? 0n) ?? '');
  return walk(positions, words, to);
}

/** A word that leads from one position to another; empty when they are the same. */
function wordBetween(positions: Positions, from: number, to: number): string | undefined {
  return walk(positions, new Map([[from, '']]), to);
}

function walk(positions: Positions, words: Map<number, string>, to: number): string | undefined {
  for (const [one, word] of words) {
    if (one === to) return word;
    for (const next of positions.follow[one]?.keys() ?? [])
      if (!words.has(next)) words.set(next, word + (example(positions.characters[next] ?? 0n) ?? ''));
  }
  return undefined;
}

/** The strongly connected component of each position, by the smallest position in it. */
function componentsOf({ characters, follow }: Positions): readonly number[] {
  const reach = characters.map((_, index) => reachedFrom([...(follow[index]?.keys() ?? [])], follow));
  return characters.map((_, index) => {
    for (let other = 0; other < index; other++) if (reach[index]?.has(other) && reach[other]?.has(index)) return other;
    return index;
  });
}
