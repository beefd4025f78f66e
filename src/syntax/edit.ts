import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { overlaps } from '#source/span';
import { type DataNode, type ListNode, type MapNode, type Operation, Tagged } from '#syntax/document';
import { Declined, type Draft, isAsWanted, type Wanted, wantedOf } from '#syntax/draft';
import { type JsonStyle, jsonText } from '#syntax/json-text';
import { Layout, type Part } from '#syntax/layout';
import { sectionOf } from '#syntax/section';
import { afterDash, afterKey, flowText, keyText, padded, quoted, type YamlStyle } from '#syntax/yaml-text';

/** Files up to this size are read again where the lines around an edit cannot be read alone. */
const VERIFIED_CHARACTERS = 1_000_000;

/**
 * The edits that carry the operations out, every other byte kept; undefined when that cannot be promised. The edited entry is
 * read again, else the whole file unless it is very large: the wanted values must stand at their paths and all others be as
 * before.
 * @param read the reader of the file's format; undefined for text with errors
 */
export function editDocument(
  file: SourceFile,
  format: 'yaml' | 'json',
  root: DataNode,
  operations: readonly Operation[],
  read: (text: string) => DataNode | undefined,
): readonly Edit[] | undefined {
  // A text block takes in blank lines that follow it: where it turns out different from what was wanted, quotes tell it.
  for (const longText of ['block', 'quotes'] as const) {
    const plan = planEdits(file, format, root, operations, longText);
    if (plan === undefined || plan.edits.length === 0) return plan?.edits;
    if (format === 'yaml' && isSectionAsWanted(file, plan, read)) return plan.edits;
    if (file.text.length > VERIFIED_CHARACTERS) return plan.edits;
    if (isAsWanted(read(applyEdits(file, plan.edits).text), plan.wanted)) return plan.edits;
  }
  return undefined;
}

/** Whether the section that the edits are in, read alone, is as wanted: most edits are of one resource of a long file. */
function isSectionAsWanted(
  file: SourceFile,
  { edits, wanted }: Plan,
  read: (text: string) => DataNode | undefined,
): boolean {
  const section = sectionOf(file.text, wanted, edits);
  if (section === undefined) return false;
  const { start } = section.span;
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }));
  const lines = new SourceFile(file.path, file.slice(section.span));
  return isAsWanted(read(applyEdits(lines, moved).text), section.wanted);
}

/** Edits that are not yet verified, with what they are to bring about. */
interface Plan {
  readonly edits: readonly Edit[];
  readonly wanted: Wanted;
}

/** The edits as planned, not yet verified, with what they are to bring about. */
export function planEdits(
  file: SourceFile,
  format: 'yaml' | 'json',
  root: DataNode,
  operations: readonly Operation[],
  longText: YamlStyle['longText'] = 'block',
): Plan | undefined {
  try {
    const wanted = wantedOf(root, operations);
    const editor = new Editor(file, format, root, longText);
    editor.root(wanted);
    return { edits: editor.edits(), wanted };
  } catch (error) {
    if (error instanceof Declined) return undefined;
    throw error;
  }
}

class Editor {
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #layout: Layout;
  readonly #format: 'yaml' | 'json';
  readonly #root: DataNode;
  readonly #eol: string;
  readonly #longText: YamlStyle['longText'];
  readonly #edits: Edit[] = [];
  #documentStyle: YamlStyle | undefined;

  constructor(file: SourceFile, format: 'yaml' | 'json', root: DataNode, longText: YamlStyle['longText']) {
    this.#longText = longText;
    this.#file = file;
    this.#text = file.text;
    this.#layout = new Layout(file.text, format);
    this.#format = format;
    this.#root = root;
    this.#eol = file.eol;
  }

  /**
   * The edits in order; what is inserted at one place by several is one edit, what is deeper in the tree first.
   * @throws Declined when two edits touch the same text
   */
  edits(): Edit[] {
    const sorted = [...this.#edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const merged: Edit[] = [];
    for (const edit of sorted) {
      const last = merged.at(-1);
      const isInsertion = edit.span.start === edit.span.end;
      if (last && isInsertion && last.span.start === edit.span.start && last.span.end === edit.span.end)
        merged[merged.length - 1] = { ...last, text: last.text + edit.text };
      else if (last && overlaps(last.span, edit.span)) throw new Declined();
      else merged.push(edit);
    }
    return merged;
  }

  root(wanted: Wanted): void {
    if (wanted.replaced !== undefined || wanted.removed === true) throw new Declined();
    this.#node(wanted, false);
  }

  #write(start: number, end: number, text: string): void {
    if (this.#text.slice(start, end) === text) return;
    this.#edits.push({ path: this.#file.path, span: { start, end }, text });
  }

  #node(wanted: Wanted, isWithinFlow: boolean): void {
    const { node } = wanted;
    if (node.kind === 'scalar') return;
    if (wanted.below.size === 0 && wanted.added.size === 0 && wanted.appended.length === 0) return;
    if (node.kind === 'map' && node.merges === true) {
      this.#mergingMap(node, wanted);
      return;
    }
    const isFlow = this.#layout.isFlow(node);
    // The one pair of `[a, b: c]` is a map without brackets.
    if (isWithinFlow && !isFlow) throw new Declined();
    const parts = this.#layout.parts(node);
    const removed = new Set<number>();
    parts.forEach((part, i) => {
      const below = wanted.below.get(part.entry?.key ?? i);
      if (below?.removed !== true) return;
      if (isShared(part.node)) throw new Declined();
      removed.add(i);
    });
    parts.forEach((part, i) => {
      const below = wanted.below.get(part.entry?.key ?? i);
      // Of a key that stands twice the last entry is meant.
      if (below === undefined || removed.has(i) || below.node !== part.node) return;
      const draft = below.replaced === undefined ? this.#rewritten(node, below) : below.replaced;
      if (draft === undefined) this.#node(below, isFlow);
      else this.#replace(node, part, draft);
    });
    if (isFlow) this.#flow(node, parts, removed, wanted);
    else this.#block(node, parts, removed, wanted);
  }

  /** What replaces a block that loses all it has, and brackets that hold nothing yet where there is room for a block. */
  #rewritten(parent: MapNode | ListNode, wanted: Wanted): Draft | undefined {
    const { node } = wanted;
    if (node.kind === 'scalar' || node.tag !== undefined) return undefined;
    const isFlow = this.#layout.isFlow(node);
    const keys = node.kind === 'map' ? new Set(node.entries.map((entry) => entry.key)) : new Set(node.items.keys());
    for (const key of keys) if (wanted.below.get(key)?.removed !== true) return undefined;
    const isNew = wanted.added.size > 0 || wanted.appended.length > 0;
    if (isFlow && (keys.size > 0 || !isNew || (this.#format === 'yaml' && this.#layout.isFlow(parent))))
      return undefined;
    return node.kind === 'map' ? wanted.added : wanted.appended;
  }

  /** In a map with merge keys the places of its entries are not all known: only values that are its own can be edited. */
  #mergingMap(node: MapNode, wanted: Wanted): void {
    if (wanted.added.size > 0 || this.#layout.isFlow(node)) throw new Declined();
    for (const below of wanted.below.values()) {
      if (below.removed === true || below.replaced !== undefined) throw new Declined();
      this.#node(below, false);
    }
  }

  #replace(parent: MapNode | ListNode, part: Part, draft: Draft): void {
    if (part.anchored || isShared(part.node)) throw new Declined();
    if (part.node.kind === 'scalar' && /^[|>].*#/.test(part.node.source)) throw new Declined();
    if (this.#format === 'json') {
      this.#replaceJson(part, draft);
      return;
    }
    if (this.#layout.isFlow(parent)) {
      const text = this.#keepQuotes(part, draft, true) ?? flowText(draft, this.#style(parent));
      this.#write(part.value, part.end, part.value === part.after && part.entry ? ` ${text}` : text);
      return;
    }
    const kept = this.#keepQuotes(part, draft, false);
    const { first, rest } =
      kept === undefined ? this.#blockAfter(parent, part, draft) : { first: ` ${kept}`, rest: [] };
    this.#replaceBlock(part, first, rest.map((line) => this.#eol + line).join(''));
  }

  /** The quotes of a scalar stay when text replaces text, unless the new text takes several lines. */
  #keepQuotes(part: Part, draft: Draft, inFlow: boolean): string | undefined {
    const { node } = part;
    const tag = draft instanceof Tagged ? draft.tag : undefined;
    const value = draft instanceof Tagged ? draft.value : draft;
    if (node.kind !== 'scalar' || typeof value !== 'string' || tag !== node.tag) return undefined;
    const quote = node.source[0];
    if ((quote !== '"' && quote !== "'") || (value.includes('\n') && !inFlow)) return undefined;
    return tag === undefined ? quoted(value, quote) : `${tag} ${quoted(value, quote)}`;
  }

  #blockAfter(parent: MapNode | ListNode, part: Part, draft: Draft): { first: string; rest: readonly string[] } {
    const column = this.#layout.column(part.start);
    const style = this.#style(parent);
    return parent.kind === 'map' ? afterKey(draft, column, style) : afterDash(draft, column, style);
  }

  /** Puts a value after its key or dash; a comment on that line, or on the line of an old scalar, stays. */
  #replaceBlock(part: Part, first: string, below: string): void {
    const layout = this.#layout;
    const isBlock = part.node.kind !== 'scalar' && !layout.isFlow(part.node);
    const lineEnd = layout.lineEnd(part.end);
    if (layout.hasComment({ start: part.value, end: part.node.span.start })) throw new Declined();
    const keyLineEnd = layout.lineEnd(part.after);
    if (part.value > keyLineEnd) {
      const end = isBlock ? lineEnd : part.end;
      if (this.#text.slice(part.after, keyLineEnd).trim() === '') this.#write(part.after, end, first + below);
      else {
        this.#write(part.after, part.after, first);
        this.#write(keyLineEnd, end, below);
      }
      return;
    }
    const comment = this.#text.slice(part.end, lineEnd);
    if (isBlock || comment.trim() === '') this.#write(part.after, isBlock ? lineEnd : part.end, first + below);
    else {
      this.#write(part.after, part.end, first);
      this.#write(lineEnd, lineEnd, below);
    }
  }

  #flow(node: MapNode | ListNode, parts: readonly Part[], removed: ReadonlySet<number>, wanted: Wanted): void {
    const isMultiline = this.#isMultiline(node, parts);
    const atEnd = this.#placeInFlow(node, parts, removed, wanted, isMultiline);
    const added = this.#flowParts(node, parts, atEnd, isMultiline);
    const lastKept = parts.findLastIndex((_, i) => !removed.has(i));
    const kept = parts[lastKept];
    const last = parts.at(-1);
    if (kept === undefined || last === undefined) {
      this.#fill(node, added, isMultiline);
      return;
    }
    parts.slice(0, lastKept).forEach((part, i) => {
      const next = parts[i + 1];
      if (!removed.has(i) || next === undefined) return;
      if (this.#layout.hasComment({ start: part.end, end: next.start })) throw new Declined();
      this.#write(part.start, next.start, '');
    });
    if (kept !== last && this.#layout.hasComment({ start: kept.end, end: last.end })) throw new Declined();
    if (added.length === 0) {
      this.#write(kept.end, last.end, '');
      return;
    }
    if (!isMultiline) {
      const comma = this.#comma(parts);
      this.#write(kept.end, last.end, added.map((text) => comma + text).join(''));
      return;
    }
    const indent = this.#layout.indentation(kept.start);
    const lines = added.map((text) => this.#eol + indent + text).join(',');
    const lineEnd = this.#layout.lineEnd(last.end);
    const isTrailing = this.#text[this.#layout.skipSpaces(last.end)] === ',';
    if (!this.#layout.hasComment({ start: last.end, end: lineEnd })) {
      this.#write(kept.end, last.end, `,${lines}`);
      return;
    }
    // The comment behind the last part stays with it.
    if (kept !== last || !/^[ \t]*,?[ \t]*#/.test(this.#text.slice(last.end, lineEnd))) throw new Declined();
    if (!isTrailing) this.#write(last.end, last.end, ',');
    this.#write(lineEnd, lineEnd, isTrailing ? `${lines},` : lines);
  }

  /** Puts new entries after the ones that they are to follow, unless a comment is in the way. Gives what goes to the end. */
  #placeInFlow(
    node: MapNode | ListNode,
    parts: readonly Part[],
    removed: ReadonlySet<number>,
    wanted: Wanted,
    isMultiline: boolean,
  ): Wanted {
    const added = new Map(wanted.added);
    for (const [key, place] of wanted.places) {
      const value = added.get(key);
      const i = parts.findLastIndex((part) => part.entry?.key === place);
      const part = parts[i];
      const next = parts[i + 1];
      if (value === undefined || !part || !next || removed.has(i) || removed.has(i + 1)) continue;
      if (this.#layout.hasComment({ start: part.end, end: next.start })) continue;
      const one = { ...wanted, added: new Map([[key, value]]), appended: [] };
      const comma = isMultiline ? `,${this.#eol}${this.#layout.indentation(part.start)}` : this.#comma(parts);
      for (const text of this.#flowParts(node, parts, one, isMultiline)) this.#write(part.end, part.end, comma + text);
      added.delete(key);
    }
    return { ...wanted, added };
  }

  /** Whether the parts of a flow collection stand on lines of their own; of an empty one, whether the file has such. */
  #isMultiline(node: MapNode | ListNode, parts: readonly Part[]): boolean {
    const first = parts[0];
    if (first === undefined) return this.#format === 'json' && this.#text.trim().includes('\n');
    return this.#layout.startsLine(first.start) && first.start > this.#layout.lineEnd(node.span.start);
  }

  /** The comma between two parts on one line, with what follows it. */
  #comma(parts: readonly Part[]): string {
    const [one, two] = parts;
    const between = one && two ? this.#text.slice(one.end, two.start) : '';
    if (/^,[ \t]*$/.test(between)) return between;
    return this.#format === 'yaml' ? ', ' : `,${this.#jsonStyle(false, one).afterComma}`;
  }

  #flowParts(node: MapNode | ListNode, parts: readonly Part[], wanted: Wanted, isMultiline: boolean): string[] {
    if (wanted.added.size === 0 && wanted.appended.length === 0) return [];
    if (this.#format === 'yaml') {
      const style = this.#style(node);
      return [
        ...[...wanted.added].map(([key, value]) => `${keyText(key, style, true)}: ${flowText(value, style)}`),
        ...wanted.appended.map((value) => flowText(value, style)),
      ];
    }
    const first = parts[0];
    const style = this.#jsonStyle(isMultiline, first);
    const indent = first
      ? this.#layout.indentation(first.start)
      : this.#layout.indentation(node.span.start) + (style.step ?? '');
    return [
      ...[...wanted.added].map(
        ([key, value]) => `${JSON.stringify(key)}:${style.afterColon}${jsonText(value, indent, style)}`,
      ),
      ...wanted.appended.map((value) => jsonText(value, indent, style)),
    ];
  }

  /** Fills brackets that hold nothing, or nothing any more. */
  #fill(node: MapNode | ListNode, added: readonly string[], isMultiline: boolean): void {
    const inner = { start: node.span.start + 1, end: node.span.end - 1 };
    if (this.#layout.hasComment(inner)) throw new Declined();
    if (this.#format === 'yaml' || !isMultiline || added.length === 0) {
      const style = this.#style(node);
      const padding = this.#format === 'json' ? '' : node.kind === 'map' ? style.bracePadding : style.bracketPadding;
      this.#write(inner.start, inner.end, padded(added.join(', '), padding));
      return;
    }
    const indent = this.#layout.indentation(node.span.start);
    const lines = added.map((text) => this.#eol + indent + this.#jsonStep() + text).join(',');
    this.#write(inner.start, inner.end, `${lines}${this.#eol}${indent}`);
  }

  #replaceJson(part: Part, draft: Draft): void {
    const isMultiline =
      this.#text.slice(this.#root.span.start, this.#root.span.end).includes('\n') &&
      this.#layout.startsLine(part.start);
    const style = this.#jsonStyle(isMultiline, part.entry ? part : undefined);
    this.#write(part.value, part.end, jsonText(draft, this.#layout.indentation(part.start), style));
  }

  #jsonStyle(isMultiline: boolean, sample: Part | undefined): JsonStyle {
    const colon = sample?.entry ? sample : this.#firstEntry();
    const afterColon = colon ? this.#text.slice(colon.after, colon.value) : ' ';
    const blank = /^[ \t]*$/.test(afterColon) ? afterColon : ' ';
    return { step: isMultiline ? this.#jsonStep() : undefined, eol: this.#eol, afterColon: blank, afterComma: blank };
  }

  #firstEntry(): Part | undefined {
    return this.#root.kind === 'map' && this.#root.entries.length > 0 ? this.#layout.parts(this.#root)[0] : undefined;
  }

  /** The indentation per level: that of the first collection whose first part stands on a line of its own. */
  #jsonStep(): string {
    for (const node of nodesOf(this.#root)) {
      const first =
        node.kind === 'map' ? node.entries[0]?.keySpan : node.kind === 'list' ? node.items[0]?.span : undefined;
      if (first === undefined || !this.#layout.startsLine(first.start)) continue;
      const inner = this.#layout.indentation(first.start);
      const outer = this.#layout.indentation(node.span.start);
      if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
    }
    return '  ';
  }

  #block(node: MapNode | ListNode, parts: readonly Part[], removed: ReadonlySet<number>, wanted: Wanted): void {
    const first = parts[0];
    if (first === undefined || removed.size === parts.length) throw new Declined();
    const lastKept = parts.findLastIndex((_, i) => !removed.has(i));
    for (const i of removed) this.#removeLines(parts, i, removed);
    const kept = parts[lastKept];
    if (kept === undefined || (wanted.added.size === 0 && wanted.appended.length === 0)) return;
    const column = this.#layout.column(first.start);
    const style = this.#style(node);
    const indent = ' '.repeat(column);
    const entry = ([key, value]: [string, Draft]) => {
      const { first: head, rest } = afterKey(value, column, style);
      return [`${indent}${keyText(key, style, false)}:${head}`, ...rest];
    };
    const atEnd: [string, Draft][] = [];
    for (const [key, value] of wanted.added) {
      const i = parts.findLastIndex((part) => part.entry?.key === wanted.places.get(key));
      const part = parts[i];
      const next = parts[i + 1];
      if (!part || !next || removed.has(i) || removed.has(i + 1)) atEnd.push([key, value]);
      else this.#between(part, next, entry([key, value]));
    }
    const blocks = [
      ...atEnd.map(entry),
      ...wanted.appended.map((value) => {
        const { first: head, rest } = afterDash(value, column, style);
        return [`${indent}-${head}`, ...rest];
      }),
    ];
    const at = this.#layout.lineEnd(kept.end);
    this.#insert(at, blocks.flat());
  }

  /** Puts lines between two entries, after the comments that are indented like the content of the first. */
  #between(part: Part, next: Part, lines: readonly string[]): void {
    const layout = this.#layout;
    const column = layout.column(part.start);
    let at = layout.lineEnd(part.end);
    for (let line = layout.nextLine(at); line < next.start; line = layout.nextLine(line)) {
      const inside = layout.skipSpaces(line);
      if (this.#text[inside] !== '#' || inside - line <= column) break;
      at = layout.lineEnd(line);
    }
    // Blank lines set sections apart, not a line from the next.
    const isSpaced = part.node.kind !== 'scalar' && /\n[ \t]*\r?\n/.test(this.#text.slice(at, next.start));
    this.#insert(at, isSpaced ? ['', ...lines] : lines);
  }

  #insert(at: number, lines: readonly string[]): void {
    this.#write(at, at, lines.map((line) => this.#eol + line).join(''));
  }

  /** Takes away the lines of an entry or item, with the comment right above it and those inside it. */
  #removeLines(parts: readonly Part[], i: number, removed: ReadonlySet<number>): void {
    const part = parts[i];
    if (part === undefined) throw new Declined();
    const layout = this.#layout;
    if (!layout.startsLine(part.start)) {
      // It shares its line with the dash that holds it: what comes next moves up to the dash.
      const next = parts[i + 1];
      if (next === undefined || removed.has(i + 1) || this.#text.slice(part.end, next.start).trim() !== '')
        throw new Declined();
      this.#write(part.start, next.start, '');
      return;
    }
    const column = layout.column(part.start);
    const lead = this.#text.slice(layout.lineStart(part.start), part.start);
    if (lead.startsWith('\uFEFF')) throw new Declined();
    let start = layout.lineStart(part.start);
    while (start > 0) {
      const above = layout.lineStart(start - 1);
      if (!isCommentAt(this.#text, above, column)) break;
      start = above;
    }
    let end = layout.nextLine(part.end);
    while (end < this.#text.length) {
      const inside = layout.skipSpaces(end);
      if (this.#text[inside] !== '#' || inside - end <= column) break;
      end = layout.nextLine(end);
    }
    const isLastLine = end === this.#text.length && !this.#text.endsWith('\n');
    if (isLastLine && start > 0) {
      start = layout.lineEnd(layout.lineStart(start - 1));
    }
    this.#write(start, end, '');
  }

  /** The style around a place: steps of its siblings, else those that the document uses most. */
  #style(around: MapNode | ListNode): YamlStyle {
    this.#documentStyle ??= this.#styleOf(nodesOf(this.#root), {
      quote: "'",
      mapStep: 2,
      listStep: 2,
      bracePadding: '',
      bracketPadding: '',
      longText: this.#longText,
    });
    const document = this.#documentStyle;
    if (this.#layout.isFlow(around)) return document;
    return { ...this.#styleOf([around], document), quote: document.quote };
  }

  #styleOf(nodes: Iterable<DataNode>, fallback: YamlStyle): YamlStyle {
    const mapSteps = new Map<number, number>();
    const listSteps = new Map<number, number>();
    const quotes = new Map<'"' | "'", number>();
    const braces = new Map<'' | ' ', number>();
    const brackets = new Map<'' | ' ', number>();
    for (const node of nodes) {
      if (node.kind === 'scalar') {
        const quote = node.source[0];
        if (quote === '"' || quote === "'") quotes.set(quote, (quotes.get(quote) ?? 0) + 1);
      }
      if (node.kind !== 'scalar' && this.#layout.isFlow(node)) {
        const paddings = node.kind === 'map' ? braces : brackets;
        const padding = this.#paddingOf(node);
        if (padding !== undefined) paddings.set(padding, (paddings.get(padding) ?? 0) + 1);
      }
      if (node.kind !== 'map' || this.#layout.isFlow(node)) continue;
      for (const { keySpan, value } of node.entries) {
        if (value.kind === 'scalar' || value.span.start < keySpan.end || this.#layout.isFlow(value)) continue;
        const step = this.#step(keySpan.start, value.span.start);
        const steps = value.kind === 'map' ? mapSteps : listSteps;
        if (step >= (value.kind === 'map' ? 1 : 0)) steps.set(step, (steps.get(step) ?? 0) + 1);
      }
    }
    const mapStep = mostOf(mapSteps) ?? fallback.mapStep;
    return {
      ...fallback,
      quote: mostOf(quotes) ?? fallback.quote,
      bracePadding: mostOf(braces) ?? fallback.bracePadding,
      bracketPadding: mostOf(brackets) ?? fallback.bracketPadding,
      mapStep,
      listStep: mostOf(listSteps) ?? fallback.listStep,
    };
  }

  /** The padding of a flow collection that holds something on its first line. */
  #paddingOf({ span }: MapNode | ListNode): '' | ' ' | undefined {
    const first = this.#layout.skipSpaces(span.start + 1);
    if (first >= span.end - 1 || /[\r\n#]/.test(this.#text[first] ?? '')) return undefined;
    return first === span.start + 1 ? '' : ' ';
  }

  #step(key: number, child: number): number {
    return child - this.#layout.lineStart(child) - (key - this.#layout.lineStart(key));
  }
}

/** Whether a comment starts at exactly that column of the line. */
function isCommentAt(text: string, lineStart: number, column: number): boolean {
  for (let i = 0; i < column; i += 1) if (text[lineStart + i] !== ' ') return false;
  return text[lineStart + column] === '#';
}

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let most: T | undefined;
  for (const [value, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = value;
  return most;
}

function isShared(node: DataNode): boolean {
  for (const one of nodesOf(node)) if (one.shared === true) return true;
  return false;
}

/** A node and all below it; what aliases share is given once. */
function* nodesOf(root: DataNode): Generator<DataNode> {
  const stack = [root];
  const shared = new Set<DataNode>();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.shared === true) {
      if (shared.has(node)) continue;
      shared.add(node);
    }
    yield node;
    const below =
      node.kind === 'map' ? node.entries.map((entry) => entry.value) : node.kind === 'list' ? node.items : [];
    for (let i = below.length - 1; i >= 0; i -= 1) {
      const child = below[i];
      if (child !== undefined) stack.push(child);
    }
  }
}
