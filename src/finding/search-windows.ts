import type { Span } from '#source/span';

/** Where the formats are looked for: around their keywords, no character twice for one format. */
export class Windows<T extends { readonly longest: number }> {
  readonly #spans = new Map<T, { start: number; end: number }[]>();

  add(format: T, at: number): void {
    const start = Math.max(0, at - format.longest - 2);
    const end = at + format.longest + 2;
    const spans = this.#spans.get(format);
    const last = spans?.at(-1);
    if (last && start <= last.end) last.end = end;
    else if (spans) spans.push({ start, end });
    else this.#spans.set(format, [{ start, end }]);
  }

  *all(): Iterable<{ readonly format: T; readonly spans: readonly Span[] }> {
    for (const [format, spans] of this.#spans) yield { format, spans };
  }
}
