import type { Random } from '../random.js';

/** A text that somebody stopped writing half-way. */
export interface Broken {
  readonly text: string;
  /** Where it was broken, from one. */
  readonly line: number;
  /** Where a line of the whole text stands now. */
  moved(line: number): number;
}

export interface Break {
  readonly name: string;
  /** Undefined where the text has no place for it. @param spared lines that stay as they are */
  apply(text: string, random: Random, spared: ReadonlySet<number>): Broken | undefined;
}

/** The breaks of a file's language. */
export function breaks(path: string): readonly Break[] {
  const own = path.endsWith('.py') ? PYTHON : JAVASCRIPT;
  return [
    ...own.map(([name, line]) => inserted(name, line)),
    ...['(', ')', '[', '{', '}', '"', ','].map((sign) => added(`a stray ${sign}`, sign)),
    ...['(', ')', '{', '}', ':', '=', '"', "'", '`'].map((sign) => cut(`a lost ${sign}`, sign)),
    MERGE,
    HALF,
  ];
}

const JAVASCRIPT: readonly (readonly [name: string, line: string])[] = [
  ['an open condition', 'if ((('],
  ['an open call', 'audit(event.kind,'],
  ['an open block', 'if (event.draft) {'],
  ['an open constant', 'const draft ='],
  ['an open member', 'event.'],
  ['an open string', "const draft = 'not yet"],
  ['an open object', 'const draft = { kind: 1,'],
  ['an open function', 'const draft = async (one) => {'],
];

const PYTHON: readonly (readonly [name: string, line: string])[] = [
  ['an open condition', 'if ((('],
  ['an open call', 'audit(event["kind"],'],
  ['an open block', 'if event.get("draft"):'],
  ['an open constant', 'draft ='],
  ['an open member', 'event.'],
  ['an open string', 'draft = "not yet'],
  ['an open object', 'draft = {"kind": 1,'],
  ['an open function', 'def draft(one'],
];

/** A line that is not finished, behind another one and as far in. */
function inserted(name: string, written: string): Break {
  return {
    name,
    apply: (text, random) => {
      const lines = text.split('\n');
      const places = lines.flatMap((line, index) => (index > 0 && /^\s+\S.*[;)]\s*$/.test(line) ? [index] : []));
      if (places.length === 0) return undefined;
      const at = random.pick(places);
      const blank = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
      lines.splice(at + 1, 0, blank + written);
      return { text: lines.join('\n'), line: at + 2, moved: (line) => (line > at + 1 ? line + 1 : line) };
    },
  };
}

/** A sign too many at the end of a word. */
function added(name: string, sign: string): Break {
  return {
    name,
    apply: (text, random, spared) =>
      changed(text, random, spared, /\w\b/g, (at) => text.slice(0, at + 1) + sign + text.slice(at + 1)),
  };
}

/** A sign that was deleted. */
function cut(name: string, sign: string): Break {
  return {
    name,
    apply: (text, random, spared) =>
      changed(text, random, spared, new RegExp(`\\${sign}`, 'g'), (at) => text.slice(0, at) + text.slice(at + 1)),
  };
}

function changed(
  text: string,
  random: Random,
  spared: ReadonlySet<number>,
  place: RegExp,
  write: (at: number) => string,
): Broken | undefined {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const places = [...text.matchAll(place)].flatMap(({ index }) => (spared.has(lineOf(index)) ? [] : [index]));
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return { text: write(at), line: lineOf(at), moved: (line) => line };
}

/** Two sides of a merge, of which one is empty. */
const MERGE: Break = {
  name: 'marks of a merge',
  apply: (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length - 1);
    lines.splice(at + 1, 0, '=======', '>>>>>>> feature');
    lines.splice(at, 0, '<<<<<<< HEAD');
    return {
      text: lines.join('\n'),
      line: at + 1,
      moved: (line) => (line > at + 1 ? line + 3 : line > at ? line + 1 : line),
    };
  },
};

/** The second half of a line is not there yet. */
const HALF: Break = {
  name: 'half a line',
  apply: (text, random, spared) => {
    const lines = text.split('\n');
    const places = lines.flatMap((line, index) => (line.trim().length > 8 && !spared.has(index + 1) ? [index] : []));
    if (places.length === 0) return undefined;
    const at = random.pick(places);
    const line = lines[at] ?? '';
    lines[at] = line.slice(0, line.length - Math.ceil(line.trim().length / 2));
    return { text: lines.join('\n'), line: at + 1, moved: (one) => one };
  },
};
