import type { HandlerLanguage } from '#runtimes/handlers/module-file';

/** A handler's name in its two parts: the module, as a path without an ending, and what it exports. */
export interface HandlerName {
  readonly module: string;
  readonly exported: string;
}

/**
 * The ways to read a `Handler`, the likeliest first. Node.js cuts the last segment at its first dot, but a file's own name may hold
 * dots where a bundler renames it; Python cuts at the last dot, and the dots before it are directories.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 * https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
 */
export function handlerNames(handler: string, language: HandlerLanguage): readonly HandlerName[] {
  const text = handler
    .trim()
    .replace(/^\/var\/task\//, '')
    .replace(/^\.\//, '');
  if (text === '' || text.length > 500) return [];
  const last = text.lastIndexOf('.');
  if (language === 'python') {
    if (last <= 0) return [];
    const module = text.slice(0, last);
    const exported = text.slice(last + 1);
    const dotted = { module: module.replace(/(?<=[^./])\./g, '/'), exported };
    return dotted.module === module ? [dotted] : [dotted, { module, exported }];
  }
  const slash = text.lastIndexOf('/');
  const first = text.indexOf('.', slash + 1);
  if (first <= slash + 1) return [];
  const names = [{ module: text.slice(0, first), exported: text.slice(first + 1) }];
  if (last !== first) names.push({ module: text.slice(0, last), exported: text.slice(last + 1) });
  return names;
}
