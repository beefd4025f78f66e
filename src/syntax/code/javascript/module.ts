import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '#source/file';
import { contains, type Span } from '#source/span';
import type {
  Block,
  ClassCode,
  CodeComment,
  CodeLanguage,
  CodeModule,
  Expression,
  FunctionCode,
  Pattern,
  Statement,
} from '#syntax/code/form';
import { lowerType } from '#syntax/code/javascript/annotations';
import { lowerClass } from '#syntax/code/javascript/classes';
import { lowerExpression } from '#syntax/code/javascript/expressions';
import { lowerFunction } from '#syntax/code/javascript/functions';
import { isMissing, Lowering, opaque, spanOf, unread } from '#syntax/code/javascript/lowering';
import { lowerPattern } from '#syntax/code/javascript/patterns';
import { lowerStatement, salvage } from '#syntax/code/javascript/statements';
import type { Draft } from '#syntax/code/recovery/draft';
import { ERROR, readTree, type SyntaxNode } from '#syntax/code/tree';

/**
 * Lowers a tree of JavaScript, TypeScript or TSX to the common form.
 * @param draft the text that was parsed, where it is not the file's
 */
export function lowerJavaScript(file: SourceFile, language: CodeLanguage, tree: Tree, draft?: Draft): CodeModule {
  const { root, comments, broken } = readTree(tree, TOKENS, {
    leaves: LEAVES,
    ...(draft && { origin: (offset) => draft.origin(offset) }),
  });
  const unread = draft?.unread ?? [];
  const on = new JavaScript(file.text, broken.length > 0, unread);
  const body = on.block(root.children);
  return {
    file,
    language,
    body,
    comments: comments.map((span) => comment(span, file.text)),
    broken:
      on.dropped.length + unread.length === 0
        ? broken
        : [...broken, ...on.dropped, ...unread].sort((a, b) => a.start - b.start),
  };
}

/** The keywords and signs that the form depends on. */
const TOKENS: ReadonlySet<string> = new Set([
  ...['async', 'static', 'static get', 'get', 'set', 'type', 'typeof', 'declare', 'abstract', 'readonly', 'using'],
  ...['const', 'let', 'var', 'of', 'in', 'instanceof', 'void', 'delete', 'default', 'namespace', 'require'],
  ...['*', '=', ',', '?.', '!', '~', '+', '-', '/', '%', '**', '++', '--', '&', '|', '^', '<<', '>>', '>>>'],
  ...['&&', '||', '??', '<', '<=', '>', '>=', '==', '===', '!=', '!=='],
  ...['+=', '-=', '*=', '/=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=', '>>>=', '&&=', '||=', '??='],
]);

/** Nodes that are read from their text. */
const LEAVES: ReadonlySet<string> = new Set([
  ...[
    'identifier',
    'property_identifier',
    'private_property_identifier',
    'shorthand_property_identifier',
    'this',
    'super',
  ],
  ...[
    'shorthand_property_identifier_pattern',
    'type_identifier',
    'predefined_type',
    'statement_identifier',
    'undefined',
  ],
  ...['string', 'number', 'regex', 'true', 'false', 'null', 'optional_chain', 'meta_property', 'import', 'jsx_text'],
  ...['string_fragment', 'escape_sequence', 'accessibility_modifier', 'override_modifier', 'empty_statement'],
]);

class JavaScript extends Lowering {
  /** What had to be left out. */
  readonly dropped: Span[] = [];
  /** Nodes in which no error waits any more. */
  readonly #settled = new Set<SyntaxNode>();

  /**
   * @param isBroken whether the tree has errors: others are spared the search for them
   * @param left parts of which only names are left
   */
  constructor(
    text: string,
    override readonly isBroken: boolean,
    readonly left: readonly Span[],
  ) {
    super(text);
  }

  override expression(node: SyntaxNode): Expression {
    if (isMissing(node)) return opaque(node);
    if (node.type === ERROR) this.placed(node);
    return this.nested(() => lowerExpression(node, this)) ?? opaque(node);
  }

  override pattern(node: SyntaxNode): Pattern {
    return this.nested(() => lowerPattern(node, this)) ?? { kind: 'ignored', span: spanOf(node) };
  }

  override annotation(node: SyntaxNode): Expression | undefined {
    return this.nested(() => lowerType(node, this));
  }

  override functionCode(node: SyntaxNode): FunctionCode {
    return lowerFunction(node, this);
  }

  override classCode(node: SyntaxNode, decorators: readonly Expression[]): ClassCode {
    return lowerClass(node, decorators, this);
  }

  override block(nodes: readonly SyntaxNode[]): Block {
    const body: Statement[] = [];
    for (const node of nodes) {
      if (!node.isNamed) continue;
      for (const statement of this.#statement(node)) body.push(statement);
      if (this.isBroken)
        for (const error of this.#errorsIn(node)) for (const found of this.#statement(error)) body.push(found);
    }
    return body;
  }

  override placed(error: SyntaxNode): void {
    this.#settled.add(error);
  }

  #statement(node: SyntaxNode): readonly Statement[] {
    if (this.left.length > 0 && node.type === 'expression_statement' && this.left.some((one) => contains(one, node))) {
      const value = unread(node, [this.inner(node)]);
      return [{ kind: 'expression', span: spanOf(node), value }];
    }
    const lowered = this.nested(() => lowerStatement(node, this) ?? salvage(node, this));
    if (lowered) return lowered;
    this.dropped.push(spanOf(node));
    this.#settled.add(node);
    return [];
  }

  /** The errors in a statement of which nothing was lowered yet; a node is looked through once. */
  #errorsIn(statement: SyntaxNode): readonly SyntaxNode[] {
    const errors: SyntaxNode[] = [];
    const left = [statement];
    for (let node = left.pop(); node; node = left.pop()) {
      if (this.#settled.has(node)) continue;
      if (node.type === ERROR) errors.push(node);
      else for (const child of node.children) left.push(child);
    }
    this.#settled.add(statement);
    return errors.reverse();
  }
}

function comment(span: Span, text: string): CodeComment {
  const written = text.slice(span.start, span.end);
  const isBlock = written.startsWith('/*');
  const inner = isBlock ? written.slice(2, written.endsWith('*/') ? -2 : undefined) : written.replace(MARK, '');
  return { span, text: inner.trim() };
}

/** What begins a comment up to the line's end. */
const MARK = /^(?:\/\/|#!|<!--|-->)/;
