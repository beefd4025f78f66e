import type { Expression, Literal, Template } from '#syntax/code/form';
import { type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** Lowers a string, an f-string, or several that stand side by side: a Literal where no expression is inside, else a Template. */
export function lowerString(lowering: Lowering, node: SyntaxNode): Literal | Template {
  const parts: (string | Expression)[] = [];
  let pending = '';
  const add = (part: string | Expression) => {
    if (typeof part === 'string') {
      pending += part;
      return;
    }
    if (pending !== '') parts.push(pending);
    pending = '';
    parts.push(part);
  };
  const strings = node.type === 'concatenated_string' ? node.children : [node];
  for (const string of strings) for (const part of partsOf(lowering, string)) add(part);
  if (parts.length === 0) return { kind: 'literal', span: spanOf(node), value: pending };
  if (pending !== '') parts.push(pending);
  return { kind: 'template', span: spanOf(node), parts };
}

/** The text is taken by its place: of `r"\\\\"`, for one, the grammar takes the backslashes for a part of the end. */
function* partsOf(lowering: Lowering, string: SyntaxNode): Generator<string | Expression> {
  const [first] = string.children;
  if (first?.type !== 'string_start') return;
  const start = lowering.textOf(first);
  const quotes = start.length - start.search(/["']/);
  const prefix = start.toLowerCase();
  let at = first.end;
  for (const child of string.children) {
    if (child.type === 'interpolation') {
      yield cook(lowering.textOf({ start: at, end: child.start }), prefix);
      yield* interpolation(lowering, child);
    } else if (child.type === 'string_end') {
      yield cook(lowering.textOf({ start: at, end: Math.max(child.start, child.end - quotes) }), prefix);
    }
    at = child.type === 'string_content' ? at : child.end;
  }
}

/** `{value = !r:>{width}}`: the value, and the expressions in its format, which become text as well. */
function* interpolation(lowering: Lowering, node: SyntaxNode): Generator<string | Expression> {
  const value = childOf(node, 'expression');
  if (!value) {
    yield opaque(node);
    return;
  }
  const conversion = childOf(node, 'type_conversion');
  const format = childOf(node, 'format_specifier');
  const after = lowering.textOf({ start: value.end, end: conversion?.start ?? format?.start ?? node.end - 1 });
  // `{x = }` shows its own text.
  if (/^[\s)]*=/.test(after)) yield lineBreaks(lowering.textOf({ start: node.start + 1, end: value.end }) + after);
  yield lowering.expression(value);
  for (const part of format?.children ?? [])
    if (part.type === 'format_expression') yield* interpolation(lowering, part);
}

/** The text that a string's content stands for. */
function cook(content: string, prefix: string): string {
  const text = lineBreaks(content);
  const braces = prefix.includes('f');
  if (prefix.includes('r') || !text.includes('\\'))
    return braces ? text.replace(/\{\{|\}\}/g, (pair) => pair[0] ?? '') : text;
  const isBytes = prefix.includes('b');
  return text.replace(braces ? ESCAPE_OR_BRACES : ESCAPE, (written) => {
    const sign = written[1] ?? '';
    if (written[0] !== '\\') return sign;
    const simple = SIMPLE[sign];
    if (simple !== undefined) return simple;
    if (sign >= '0' && sign <= '7')
      return String.fromCharCode(Number.parseInt(written.slice(1), 8) & (isBytes ? 0xff : 0x1ff));
    if (sign === 'x' && written.length === 4) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
    if (isBytes || written.length <= 2) return written;
    // The names of characters are not known here.
    if (sign === 'N') return '\uFFFD';
    const point = Number.parseInt(written.slice(2), 16);
    return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
  });
}

/** https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences; a backslash before anything else stays. */
const ESCAPE = /\\(?:[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^{}]{1,100}\}|[\s\S])/g;
const ESCAPE_OR_BRACES = new RegExp(`${ESCAPE.source}|\\{\\{|\\}\\}`, 'g');
const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Python reads every line break as a line feed. */
function lineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
