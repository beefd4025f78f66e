import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '#source/file';
import type { CodeModule } from '#syntax/code/form';
import { lowerExpression } from '#syntax/code/python/expressions';
import { Lowering } from '#syntax/code/python/lowering';
import { lowerStatement } from '#syntax/code/python/statements';
import type { Draft } from '#syntax/code/recovery/draft';
import { ERROR, readTree } from '#syntax/code/tree';

/** The keywords and operators that tell nodes of one type apart. */
const TOKENS: ReadonlySet<string> = new Set(
  `async from and or not in is <> == != < <= > >= + - * ** / // % @ | & ^ << >> ~ : _
   += -= *= /= @= //= %= **= >>= <<= &= ^= |=`
    .split(/\s+/)
    .concat('not in', 'is not'),
);

/**
 * Lowers a tree of Python to the common form.
 * @param draft the text that was parsed, where it is not the file's
 */
export function lowerPython(file: SourceFile, tree: Tree, draft?: Draft): CodeModule {
  const syntax = readTree(tree, TOKENS, draft && { origin: (offset) => draft.origin(offset) });
  const hasErrors = syntax.broken.length > 0;
  const unread = draft?.unread ?? [];
  const lowering = new Lowering(
    file.text,
    hasErrors,
    { expression: lowerExpression, statement: lowerStatement },
    unread,
  );
  const { root } = syntax;
  const body = lowering.statements(root.type === ERROR ? [root] : root.children);
  const broken = [...syntax.broken, ...lowering.broken, ...unread].sort((a, b) => a.start - b.start);
  const comments = syntax.comments.map((span) => ({ span, text: file.text.slice(span.start + 1, span.end).trim() }));
  return { file, language: 'python', body, comments, broken };
}
