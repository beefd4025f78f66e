import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
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
import { isMissing, Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { lowerPattern } from '#syntax/code/javascript/patterns';
import { lowerStatement, salvage } from '#syntax/code/javascript/statements';
import { ERROR, readTree, type SyntaxNode } from '#syntax/code/tree';

/** Lowers a tree of JavaScript, TypeScript or TSX to the common form. */
export function lowerJavaScript(file: SourceFile, language: CodeLanguage, tree: Tree): CodeModule {
  const { root, comments, broken } = readTree(tree, TOKENS);
  const dropped: Span[] = [];
  const on = new JavaScript(file.text, broken.length > 0, dropped);
  const body = on.block(root.children);
  return {
    file,
    language,
    body,
    comments: comments.map((span) => comment(span, file.text)),
    broken: dropped.length === 0 ? broken : [...broken, ...dropped].sort((a, b) => a.start - b.start),
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

class JavaScript extends Lowering {
  override expression(node: SyntaxNode): Expression {
    if (isMissing(node)) return opaque(node);
    this.#keepErrors(node);
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
    const outer = this.salvaged.splice(0);
    for (const node of nodes) {
      if (!node.isNamed) continue;
      body.push(...this.#statement(node));
      while (this.salvaged.length > 0)
        for (const found of this.salvaged.splice(0)) body.push(...(this.nested(() => salvage(found, this)) ?? []));
    }
    this.salvaged.push(...outer);
    return body;
  }

  #statement(node: SyntaxNode): readonly Statement[] {
    const lowered = this.nested(() => lowerStatement(node, this) ?? salvage(node, this));
    if (lowered) {
      if (!LISTS.has(node.type)) this.#keepErrors(node);
      return lowered;
    }
    this.dropped.push(spanOf(node));
    return [];
  }

  /** Errors inside of what was made out otherwise: what they hold comes after the statement. */
  #keepErrors(node: SyntaxNode): void {
    if (!this.isBroken || LISTS.has(node.type)) return;
    for (const child of node.children) if (child.type === ERROR) this.salvaged.push(child);
  }
}

/** Nodes whose children are lowered one by one, errors among them. */
const LISTS: ReadonlySet<string> = new Set([ERROR, 'statement_block', 'array', 'object', 'class_body']);

function comment(span: Span, text: string): CodeComment {
  const written = text.slice(span.start, span.end);
  if (written.startsWith('/*')) return { span, text: written.slice(2, written.endsWith('*/') ? -2 : undefined) };
  return { span, text: written.replace(/^(?:\/\/|#!|<!--|-->)/, '') };
}
