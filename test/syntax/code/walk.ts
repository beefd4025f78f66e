import type { Span } from '#source/span';
import { contains } from '#source/span';

/** A node of the common form as any other: whatever has a span. */
export interface Spanned {
  readonly kind?: string;
  readonly span: Span;
}

/** Every node below, each with the innermost one around it; without recursion, because chains lean thousands deep. */
export function* nodesOf(form: unknown): Generator<{ readonly node: Spanned; readonly parent: Spanned | undefined }> {
  const open: { readonly value: unknown; readonly parent: Spanned | undefined }[] = [
    { value: form, parent: undefined },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, parent } = next;
    if (typeof value !== 'object' || value === null) continue;
    const node = isSpanned(value) ? value : undefined;
    if (node) yield { node, parent };
    for (const [key, inner] of Object.entries(value))
      if (key !== 'span' && !key.endsWith('Span')) open.push({ value: inner, parent: node ?? parent });
  }
}

/** What lies outside of what it is a part of, or outside of the text; none in a sound form. */
export function straySpans(form: unknown, length: number): Spanned[] {
  const strays: Spanned[] = [];
  for (const { node, parent } of nodesOf(form)) {
    const { span } = node;
    const outer = parent?.span ?? { start: 0, end: length };
    if (span.start > span.end || !contains(outer, span)) strays.push(node);
  }
  return strays;
}

function isSpanned(value: object): value is Spanned {
  return 'span' in value;
}
