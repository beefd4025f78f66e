import type { Span } from '#source/span';
import type { DataEntry, DataNode, ListNode, MapNode } from '#syntax/document';
import { Declined } from '#syntax/draft';

/** An entry of a map or an item of a list, as it stands in the text. */
export interface Part {
  readonly entry?: DataEntry;
  readonly node: DataNode;
  /** Where the key or dash stands; in a flow list, where the value with its tag starts. */
  readonly start: number;
  /** After the colon or dash; in a flow list the same as `start`. */
  readonly after: number;
  /** Where the value starts, its tag included. */
  readonly value: number;
  readonly tagged: boolean;
  readonly anchored: boolean;
  readonly end: number;
}

/** Looks into the text of one document for what the tree does not hold: colons, dashes, tags, line ends. */
export class Layout {
  constructor(
    readonly text: string,
    readonly format: 'yaml' | 'json',
  ) {}

  isFlow(node: DataNode): boolean {
    const first = this.text[node.span.start];
    return (
      node.kind !== 'scalar' &&
      (first === '{' || first === '[') &&
      this.text[node.span.end - 1] === (first === '{' ? '}' : ']')
    );
  }

  /**
   * The entries or items of a collection in the order written.
   * @throws Declined where merge keys or complex keys leave their places unknown
   */
  parts(node: MapNode | ListNode): Part[] {
    if (node.kind === 'map' && node.merges === true) throw new Declined();
    const isFlow = this.isFlow(node);
    let from = isFlow ? node.span.start + 1 : node.span.start;
    const parts: Part[] = [];
    const last = (node.kind === 'map' ? node.entries.length : node.items.length) - 1;
    for (let i = 0; i <= last; i += 1) {
      const part = node.kind === 'map' ? this.#entry(node.entries[i]) : this.#item(node.items[i], from, isFlow);
      const end = !isFlow && i === last ? node.span.end : this.#endOf(part);
      if (end < part.after || end > node.span.end) throw new Declined();
      parts.push({ ...part, end });
      from = end;
    }
    return parts;
  }

  #entry(entry: DataEntry | undefined): Omit<Part, 'end'> {
    if (entry === undefined) throw new Declined();
    const colon = this.skipSpaces(entry.keySpan.end);
    if (this.text[colon] !== ':' || /[?&!*[{]/.test(this.text[entry.keySpan.start] ?? '')) throw new Declined();
    return {
      entry,
      node: entry.value,
      start: entry.keySpan.start,
      after: colon + 1,
      ...this.#valueAt(colon + 1, entry.value),
    };
  }

  #item(node: DataNode | undefined, from: number, isFlow: boolean): Omit<Part, 'end'> {
    if (node === undefined) throw new Declined();
    if (!isFlow) {
      const dash = this.skipBlank(from);
      if (this.text[dash] !== '-') throw new Declined();
      return { node, start: dash, after: dash + 1, ...this.#valueAt(dash + 1, node) };
    }
    let start = this.skipBlank(from);
    if (this.text[start] === ',') start = this.skipBlank(start + 1);
    return { node, start, after: start, ...this.#valueAt(start, node) };
  }

  /** Reads tags and anchors up to the value. */
  #valueAt(from: number, node: DataNode): { value: number; tagged: boolean; anchored: boolean } {
    const isEmpty = node.span.start === node.span.end;
    // An alias stands here, what it leads to before it.
    if (node.span.end < from || (!isEmpty && node.span.start < from)) {
      return { value: this.skipBlank(from), tagged: false, anchored: false };
    }
    if (isEmpty && node.tag === undefined) return { value: node.span.start, tagged: false, anchored: false };
    const start = this.skipBlank(from);
    let at = start;
    let tagged = false;
    let anchored = false;
    while (this.text[at] === '!' || this.text[at] === '&') {
      if (this.text[at] === '!') tagged = true;
      else anchored = true;
      while (at < node.span.start && !/\s/.test(this.text[at] ?? ' ')) at += 1;
      if (at >= node.span.start) break;
      at = this.skipBlank(at);
    }
    if (at !== node.span.start) throw new Declined();
    return { value: start, tagged, anchored };
  }

  #endOf(part: Omit<Part, 'end'>): number {
    const { node } = part;
    if (node.span.start >= part.value) return node.span.end;
    if (node.span.start === node.span.end && node.span.end >= part.after) return node.span.end;
    if (this.text[part.value] !== '*') throw new Declined();
    let end = part.value;
    while (end < this.text.length && !/[\s,\]}]/.test(this.text[end] ?? ' ')) end += 1;
    return end;
  }

  skipSpaces(from: number): number {
    let at = from;
    while (this.text[at] === ' ' || this.text[at] === '\t') at += 1;
    return at;
  }

  /** The next sign that is neither blank nor comment. */
  skipBlank(from: number): number {
    let at = from;
    for (;;) {
      const sign = this.text[at];
      if (sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r') at += 1;
      else if (sign === '#' && this.format === 'yaml' && /[\s,[{]/.test(this.text[at - 1] ?? ' '))
        at = this.lineEnd(at);
      else return at;
    }
  }

  lineStart(at: number): number {
    return at === 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** The end of the line without its line break. */
  lineEnd(at: number): number {
    let end = this.text.indexOf('\n', at);
    if (end === -1) end = this.text.length;
    return end > at && this.text[end - 1] === '\r' ? end - 1 : end;
  }

  /** The start of the next line, or the end of the text. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end === -1 ? this.text.length : end + 1;
  }

  /** The column of a place whose line holds no tab before it; counted from 0, a byte order mark left out. */
  column(at: number): number {
    const before = this.text.slice(this.lineStart(at), at).replace('\uFEFF', '');
    if (before.includes('\t')) throw new Declined();
    return before.length;
  }

  /** The blanks at the start of the line on which a place stands. */
  indentation(at: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(at), at))?.[0] ?? '';
  }

  /** Whether nothing but blanks stands before a place on its line. */
  startsLine(at: number): boolean {
    return /^\uFEFF?[ \t]*$/.test(this.text.slice(this.lineStart(at), at));
  }

  hasComment(span: Span): boolean {
    return this.format === 'yaml' && this.text.slice(span.start, span.end).includes('#');
  }
}
