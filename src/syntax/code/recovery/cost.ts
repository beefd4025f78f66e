import type { Tree } from 'web-tree-sitter';

/** What is not read of a text, and where. */
export interface Reading {
  /** Characters that are lost; what stands in the wrong place counts as well. */
  readonly cost: number;
  /** Rows of the text in which something is wrong. */
  readonly rows: ReadonlySet<number>;
}

const ERROR_ID = 65_535;
/** What a sign costs that the parser assumed. */
const MISSING = 4;
/** What it costs when a statement does not stand where its block is: a bracket before it is read wrongly. */
const ASTRAY = 15;
/** Rows that are looked at closely. */
const MAX_ROWS = 8;

const BLOCKS: ReadonlySet<string> = new Set(['program', 'statement_block', 'class_body', 'switch_body']);

interface Block {
  readonly depth: number;
  readonly indent: number;
  first: number | undefined;
}

/**
 * How much of a text a tree leaves out.
 * @param indents of the rows; -1 where a row has no code
 * @param isFree whether a statement may stand anywhere in its line
 */
export function readingOf(tree: Tree, indents: readonly number[], isFree: boolean): Reading {
  let cost = 0;
  const rows = new Set<number>();
  const note = (row: number): void => {
    for (let near = row; near >= 0 && near >= row - 3; near--) {
      if (rows.size >= MAX_ROWS) return;
      rows.add(near);
      // The line before it that has code.
      if (near < row && (indents[near] ?? -1) >= 0) return;
    }
  };
  const cursor = tree.walk();
  const blocks: Block[] = [];
  let depth = 0;
  let errors = 0;
  try {
    for (;;) {
      let skip = false;
      const id = cursor.nodeTypeId;
      if (id === ERROR_ID) {
        const { row } = cursor.startPosition;
        cost += cursor.endIndex - cursor.startIndex + 1;
        note(row);
        if (depth > 0) note(cursor.endPosition.row);
        // All that is in it counted.
        skip = true;
        if (++errors > MAX_ERRORS) return { cost, rows };
      } else if (cursor.nodeIsMissing) {
        cost += MISSING;
        note(cursor.startPosition.row);
        if (++errors > MAX_ERRORS) return { cost, rows };
      } else if (cursor.nodeIsNamed) {
        const block = blocks.at(-1);
        const { row, column } = cursor.startPosition;
        if (isFree && block && block.depth === depth - 1 && indents[row] === column) {
          block.first ??= column;
          if (column <= block.indent || column !== block.first) {
            cost += ASTRAY;
            note(row);
          }
        }
        const type = cursor.nodeType;
        if (BLOCKS.has(type))
          blocks.push({ depth, indent: type === 'program' ? -1 : (indents[row] ?? -1), first: undefined });
      }
      if (!skip && cursor.gotoFirstChild()) {
        depth++;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return { cost, rows };
        depth--;
        while ((blocks.at(-1)?.depth ?? -1) > depth) blocks.pop();
      }
      while ((blocks.at(-1)?.depth ?? -1) >= depth) blocks.pop();
    }
  } finally {
    cursor.delete();
  }
}

/** Errors that are counted; a text with more is beyond help. */
const MAX_ERRORS = 200;
