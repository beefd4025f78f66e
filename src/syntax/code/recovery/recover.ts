import type { Tree } from 'web-tree-sitter';
import type { CodeLanguage } from '#syntax/code/form';
import type { Grammars, ParseBudget } from '#syntax/code/grammars';
import { candidates } from '#syntax/code/recovery/candidates';
import { type Reading, readingOf } from '#syntax/code/recovery/cost';
import { Draft } from '#syntax/code/recovery/draft';
import { type Line, linesOfCode } from '#syntax/code/recovery/layout';

/** A tree of a text that was changed where it was broken. */
export interface Recovered {
  readonly tree: Tree;
  readonly draft: Draft;
}

/** Texts that are longer, or whose lines are, are taken as the parser reads them: nobody writes those by hand. */
const MAX_CHARACTERS = 150_000;
const MAX_LINE = 200;
const SHORT = 2_000;
/** Places of one file that are mended. */
const MAX_ROUNDS = 5;
/** Reports of progress, each after a hundred operations, that all attempts may take: what half a megabyte takes. */
const PROGRESS = 60_000;
/** Characters of all texts that are parsed in search of a better one. */
const MAX_PARSED = 1_000_000;

/**
 * Looks for the least change that makes a broken text whole: a line that is not finished is left out but for its names, a bracket is
 * closed where the lines say that it ends. The parser alone goes on wherever it can, and often takes the rest of a file for a part of
 * what is not finished.
 * @param tree of the text; deleted when another one is given back
 */
export function recover(text: string, language: CodeLanguage, tree: Tree, grammars: Grammars): Recovered {
  if (!isWritten(text)) return { tree, draft: Draft.of(text) };
  let draft = Draft.of(text).with(
    [...text.matchAll(MERGE)].map(({ 0: mark, index }) => ({
      at: index,
      text: ' '.repeat(mark.length),
      how: 'replace',
    })),
  );
  const isPython = language === 'python';
  const budget: ParseBudget = { left: PROGRESS };
  let parsed = 0;
  const parse = (of: Draft): { tree: Tree; reading: Reading; lines: readonly Line[] } | undefined => {
    parsed += of.text.length;
    const made = parsed > MAX_PARSED ? undefined : grammars.parse(of.text, language, budget);
    if (!made) return undefined;
    const lines = linesOfCode(of.text, isPython);
    return {
      tree: made,
      lines,
      reading: readingOf(
        made,
        lines.map(({ indent }) => indent),
        !isPython,
      ),
    };
  };
  let best = parse(draft);
  if (!best) return { tree, draft: Draft.of(text) };
  tree.delete();
  for (let round = 0; round < MAX_ROUNDS && best.reading.cost > 0; round++) {
    let better: { draft: Draft; read: typeof best } | undefined;
    let least = best.reading.cost + draft.cost;
    for (const changes of candidates(draft.text, best.lines, best.reading.rows, isPython)) {
      const changed: Draft = draft.with(changes);
      if (changed.cost >= least || changed.text === draft.text) continue;
      const read = parse(changed);
      if (!read) continue;
      const cost = read.reading.cost + changed.cost;
      if (cost < least) {
        least = cost;
        better?.read.tree.delete();
        better = { draft: changed, read };
      } else read.tree.delete();
    }
    if (!better) break;
    best.tree.delete();
    best = better.read;
    draft = better.draft;
  }
  return { tree: best.tree, draft };
}

function isWritten(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  return text.length <= SHORT || text.length <= MAX_LINE * text.split('\n').length;
}

/** The lines that `git merge` leaves between two sides. */
const MERGE = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;
