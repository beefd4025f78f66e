import type { Tree } from 'web-tree-sitter';
import type { Span } from '#source/span';

/**
 * Levels of nesting that are lowered, of expressions and statements alike; what is nested deeper becomes Opaque or is left out. Ten
 * times what people write, and a fraction of what the stack holds.
 */
export const MAX_NESTING = 250;

/** A node of a syntax tree as plain data: it outlives the tree, and a look at it costs no call into WebAssembly. */
export interface SyntaxNode extends Span {
  /** As the grammar names it; `ERROR` for what could not be parsed. */
  readonly type: string;
  /** Keywords and operators are not named; only those of them are here that the reader asked for. */
  readonly isNamed: boolean;
  /** What the node is to its parent. */
  readonly field: string | undefined;
  /** Without comments. */
  readonly children: readonly SyntaxNode[];
}

export interface Syntax {
  readonly root: SyntaxNode;
  /** In the order of the text, the comments' marks included. */
  readonly comments: readonly Span[];
  /** What the parser could not make sense of, and where it had to assume a token (an empty span). Outermost ones only. */
  readonly broken: readonly Span[];
}

export interface ReadOptions {
  /**
   * Types of nodes whose children nobody asks for, and that hold no comments; half of the time goes into such nodes. In a text with errors
   * they are copied all the same, because errors may be in them.
   */
  readonly leaves?: ReadonlySet<string>;
  /** Where an offset of the text that was parsed is in the file, when the two differ. */
  readonly origin?: (offset: number) => number;
}

/** The type of what could not be parsed. */
export const ERROR = 'ERROR';

const COMMENTS: ReadonlySet<string> = new Set(['comment', 'html_comment', 'hash_bang_line']);
/** The number that the parser gives to what could not be parsed. */
const ERROR_ID = 65_535;
const NONE: readonly SyntaxNode[] = [];

/**
 * Copies a tree; without recursion, so that no nesting of the text overflows the stack.
 * @param tokens the keywords and operators that are to be kept
 */
export function readTree(
  tree: Tree,
  tokens: ReadonlySet<string>,
  { leaves = NO_LEAVES, origin }: ReadOptions = {},
): Syntax {
  const hasErrors = tree.rootNode.hasError;
  const kinds = kindsOf(tree.language, tokens, hasErrors ? NO_LEAVES : leaves);
  const { fields } = tree.language;
  const comments: Span[] = [];
  const broken: Span[] = [];
  const cursor = tree.walk();
  const root: Draft = {
    type: cursor.nodeType,
    isNamed: true,
    field: undefined,
    start: 0,
    end: origin ? origin(cursor.endIndex) : cursor.endIndex,
    children: [],
  };
  if (root.type === ERROR)
    broken.push({ start: origin ? origin(cursor.startIndex) : cursor.startIndex, end: root.end });
  const parents: Draft[] = [root];
  let parent = root;
  try {
    if (!cursor.gotoFirstChild()) return { root, comments, broken };
    for (;;) {
      const id = cursor.nodeTypeId;
      const kind = id === ERROR_ID ? ERROR_KIND : kinds[id];
      let inside = false;
      if (!kind) {
        if (hasErrors && cursor.nodeIsMissing) {
          const at = origin ? origin(cursor.startIndex) : cursor.startIndex;
          if (at >= (broken.at(-1)?.end ?? -1)) broken.push({ start: at, end: at });
        }
      } else {
        const start = origin ? origin(cursor.startIndex) : cursor.startIndex;
        const end = origin ? origin(cursor.endIndex) : cursor.endIndex;
        const outside = start >= (broken.at(-1)?.end ?? -1);
        if (kind === COMMENT_KIND) comments.push({ start, end });
        else {
          const node = {
            type: kind.type,
            isNamed: kind.isNamed,
            field: fields[cursor.currentFieldId] ?? undefined,
            start,
            end,
            children: NONE,
          };
          if (start === end ? outside && cursor.nodeIsMissing : kind === ERROR_KIND && outside)
            broken.push({ start, end });
          if (parent.children === NONE) parent.children = [node];
          else (parent.children as SyntaxNode[]).push(node);
          if (start < end && kind.isNamed && !kind.isLeaf && cursor.gotoFirstChild()) {
            parents.push(node);
            parent = node;
            inside = true;
          }
        }
      }
      if (inside) continue;
      while (!cursor.gotoNextSibling()) {
        parents.pop();
        const above = parents.at(-1);
        if (!above || !cursor.gotoParent()) return { root, comments, broken };
        parent = above;
      }
    }
  } finally {
    cursor.delete();
  }
}

/** The first child that is this to its parent. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  for (const child of node.children) if (child.field === field) return child;
  return undefined;
}

/** Nodes that are looked through for what is broken in them. */
const MAX_SEARCHED = 2_000;

/** Whether something in a node could not be parsed, or had to be assumed. */
export function holdsError(node: SyntaxNode): boolean {
  const left = [node];
  for (let count = 0; count < MAX_SEARCHED; count++) {
    const one = left.pop();
    if (!one) return false;
    if (one.type === ERROR || one.start === one.end) return true;
    for (const child of one.children) left.push(child);
  }
  return true;
}

/** The outermost nodes of some types in a node, in no order. */
export function outermost(node: SyntaxNode, types: ReadonlySet<string>): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const left = [node];
  for (let count = 0; count < MAX_SEARCHED; count++) {
    const one = left.pop();
    if (!one) return found;
    if (types.has(one.type)) found.push(one);
    else for (const child of one.children) left.push(child);
  }
  return found;
}

interface Draft extends Span {
  readonly type: string;
  readonly isNamed: boolean;
  readonly field: string | undefined;
  children: readonly SyntaxNode[];
}

interface Kind {
  readonly type: string;
  readonly isNamed: boolean;
  readonly isLeaf: boolean;
}

const NO_LEAVES: ReadonlySet<string> = new Set();

const COMMENT_KIND: Kind = { type: 'comment', isNamed: true, isLeaf: true };
const ERROR_KIND: Kind = { type: ERROR, isNamed: true, isLeaf: false };

/** What the numbers of node types stand for; undefined for tokens that nobody asked for. */
function kindsOf(
  language: Tree['language'],
  tokens: ReadonlySet<string>,
  leaves: ReadonlySet<string>,
): readonly (Kind | undefined)[] {
  return language.types.map((type, id) => {
    if (type === null || type === undefined) return undefined;
    if (COMMENTS.has(type)) return COMMENT_KIND;
    // A backslash at a line's end, which the grammar lets stand anywhere as it does comments.
    if (type === 'line_continuation') return undefined;
    const isNamed = language.nodeTypeIsNamed(id);
    return isNamed || tokens.has(type) ? { type, isNamed, isLeaf: leaves.has(type) } : undefined;
  });
}
