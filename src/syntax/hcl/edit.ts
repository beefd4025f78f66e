import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import { overlaps, type Span } from '#source/span';
import { Declined } from '#syntax/draft';
import type { Attribute, Block, Body, Expression, HclDatum, HclOperation, ObjectItem } from '#syntax/hcl/ast';
import { Raw } from '#syntax/hcl/ast';
import { readHcl } from '#syntax/hcl/grammar';
import { type Parents, parentsOf } from '#syntax/hcl/parents';
import { applied, type Change, tidied } from '#syntax/hcl/tidy';
import { type Token, tokensOf } from '#syntax/hcl/tokens';
import {
  type AddedArgument,
  type AddedBlock,
  type Additions,
  type Holder,
  isBodyAsWanted,
  isDatum,
  keyOf,
  type Member,
  Wanted,
} from '#syntax/hcl/wanted';
import {
  argumentText,
  blockText,
  type EntryStyle,
  entryText,
  expressionText,
  type HclStyle,
  isList,
} from '#syntax/hcl/write';
import { Faults } from '#syntax/reading';

/**
 * The edits of a file in native syntax that carry operations out, held against what was wanted by reading the file again.
 * Undefined when they cannot be promised.
 * @param body of the file, read without faults
 */
export function editHcl(
  file: SourceFile,
  body: Body,
  operations: readonly HclOperation[],
): readonly Edit[] | undefined {
  try {
    const parents = parentsOf(body);
    const wanted = wantedOf(operations, parents);
    const changes = new Planner(file, body, parents, wanted).changes();
    const all = tidied(file.text, changes);
    const faults = new Faults();
    const after = readHcl(applied(file.text, all), faults);
    if (faults.list().length > 0 || !isBodyAsWanted(body, after, wanted)) return undefined;
    return all.map(({ start, end, text }) => ({ path: file.path, span: { start, end }, text }));
  } catch (error) {
    if (error instanceof Declined) return undefined;
    throw error;
  }
}

/**
 * Collects operations into what is wanted of the tree; later ones build on earlier ones.
 * @throws Declined for a node that is not of the tree, or that can have nothing of the kind
 */
function wantedOf(operations: readonly HclOperation[], parents: Parents): Wanted {
  const wanted = new Wanted();
  for (const operation of operations) want(wanted, operation, parents);
  return wanted;
}

function want(wanted: Wanted, operation: HclOperation, parents: Parents): void {
  switch (operation.op) {
    case 'replace':
      if (!parents.has(operation.expression)) throw new Declined();
      replace(wanted, operation.expression, operation.value);
      return;
    case 'attribute': {
      const { body, name, value, after } = operation;
      if (!parents.has(body)) throw new Declined();
      const existing = body.attributes.findLast((attribute) => attribute.name === name);
      if (existing === undefined) wanted.additions(body).arguments.set(name, { name, value, after });
      else {
        wanted.removed.delete(existing);
        replace(wanted, existing.value, value);
      }
      return;
    }
    case 'block':
      if (!parents.has(operation.body)) throw new Declined();
      wanted.additions(operation.body).blocks.push({ block: operation.block, beside: undefined });
      return;
    case 'beside': {
      const holder = parents.get(operation.beside);
      if (holder === undefined || !('attributes' in holder)) throw new Declined();
      wanted.additions(holder).blocks.push({ block: operation.block, beside: operation.beside });
      return;
    }
    case 'entry':
      setEntry(wanted, operation.object, operation.key, operation.value, parents);
      return;
    case 'item':
      if (!parents.has(operation.tuple) || operation.tuple.kind !== 'tuple') throw new Declined();
      wanted.additions(operation.tuple).items.push(operation.value);
      return;
    case 'remove':
      remove(wanted, operation.what, parents);
  }
}

function setEntry(wanted: Wanted, object: Expression, key: string, value: HclDatum, parents: Parents): void {
  if (!parents.has(object) || object.kind !== 'object') throw new Declined();
  const existing = object.items.findLast((item) => keyOf(item) === key);
  if (existing === undefined) wanted.additions(object).entries.set(key, value);
  else {
    wanted.removed.delete(existing);
    replace(wanted, existing.value, value);
  }
}

function remove(wanted: Wanted, what: Member, parents: Parents): void {
  const holder = parents.get(what);
  if (holder === undefined) throw new Declined();
  // The value of an argument or entry goes with it.
  const isMember = !('kind' in what) || ('kind' in holder && holder.kind === 'tuple');
  if (isMember) wanted.removed.add(what);
  else if (!('kind' in holder) && 'value' in holder && holder.value === what) wanted.removed.add(holder);
  else throw new Declined();
}

/** Replaces only what differs, so that comments and style within objects survive. */
function replace(wanted: Wanted, expression: Expression, value: HclDatum): void {
  wanted.replaced.delete(expression);
  wanted.added.delete(expression);
  if (isDatum(expression, value)) return;
  if (expression.kind === 'object' && isMap(value) && canMerge(expression.items, value)) {
    for (const item of expression.items) {
      const next = value[keyOf(item) ?? ''];
      wanted.removed.delete(item);
      if (next === undefined) wanted.removed.add(item);
      else replace(wanted, item.value, next);
    }
    const keys = new Set(expression.items.map(keyOf));
    for (const [key, added] of Object.entries(value))
      if (!keys.has(key)) wanted.additions(expression).entries.set(key, added);
    return;
  }
  if (expression.kind === 'tuple' && Array.isArray(value) && isList(value) && isPrefix(expression.items, value)) {
    wanted.additions(expression).items.push(...value.slice(expression.items.length));
    return;
  }
  wanted.replaced.set(expression, value);
}

function isMap(value: HclDatum): value is { readonly [key: string]: HclDatum } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Raw);
}

function canMerge(items: readonly ObjectItem[], value: { readonly [key: string]: HclDatum }): boolean {
  const keys = items.map(keyOf);
  return (
    new Set(keys).size === keys.length &&
    keys.every((key) => key !== undefined) &&
    keys.some((key) => key !== undefined && Object.hasOwn(value, key))
  );
}

function isPrefix(items: readonly Expression[], values: readonly HclDatum[]): boolean {
  return items.length > 0 && items.length < values.length && items.every((item, i) => isDatum(item, values[i] ?? null));
}

/** Turns what is wanted into changes of the text; blanks within lines are left to `tidied`. */
class Planner {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #style: HclStyle;
  readonly #changes: Change[] = [];
  readonly #deletions: Span[] = [];
  /** Empty lines beside what is taken away, unless something comes in its place. */
  readonly #blanks: Span[] = [];
  readonly #insertions = new Map<number, string[]>();

  constructor(
    file: SourceFile,
    readonly root: Body,
    readonly parents: Parents,
    readonly wanted: Wanted,
  ) {
    this.#text = file.text;
    this.#tokens = tokensOf(file.text, new Faults());
    this.#style = { eol: file.eol, step: stepOf(file.text, root) };
  }

  /** @throws Declined where two changes would touch the same text */
  changes(): Change[] {
    for (const [expression, value] of this.wanted.replaced) this.#replace(expression, value);
    const holders = new Set<Holder>(this.wanted.added.keys());
    for (const member of this.wanted.removed) {
      const holder = this.parents.get(member);
      if (holder === undefined) throw new Declined();
      holders.add(holder as Holder);
    }
    for (const holder of holders) {
      if ('attributes' in holder) this.#body(holder);
      else this.#collection(holder);
    }
    for (const [at, texts] of this.#insertions) this.#changes.push({ start: at, end: at, text: texts.join('') });
    const at = [...this.#insertions.keys()];
    const blanks = this.#blanks.filter((blank) => !at.some((place) => blank.start <= place && place <= blank.end));
    for (const span of united([...this.#deletions, ...blanks]))
      for (const part of split(span, at)) this.#changes.push({ ...part, text: '' });
    this.#changes.sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [i, change] of this.#changes.entries()) {
      const next = this.#changes[i + 1];
      if (next && (overlaps(change, next) || next.start < change.end)) throw new Declined();
    }
    return this.#changes;
  }

  #replace(expression: Expression, value: HclDatum): void {
    const indent = this.#isOneLine(expression) ? undefined : this.#indentation(expression.span.start);
    this.#changes.push({ ...expression.span, text: expressionText(value, indent, this.#style) });
  }

  /** Whether what stands around an expression, its own value left out, is all on one line. */
  #isOneLine(expression: Expression): boolean {
    let holder = this.parents.get(expression);
    while (holder && !('attributes' in holder) && !isBracket(holder)) holder = this.parents.get(holder);
    if (holder === undefined || holder === this.root) return false;
    const span = holder.span;
    return !this.#text.slice(span.start, span.end).includes('\n');
  }

  #insert(at: number, text: string): void {
    this.#insertions.set(at, [...(this.#insertions.get(at) ?? []), text]);
  }

  // Bodies

  #body(body: Body): void {
    const members: (Attribute | Block)[] = [...body.attributes, ...body.blocks];
    members.sort((a, b) => a.span.start - b.span.start);
    const removed = members.filter((member) => this.wanted.removed.has(member));
    const additions = this.wanted.added.get(body);
    const isFile = body === this.root;
    if (!isFile && !this.#text.slice(body.span.start, body.span.end).includes('\n')) {
      this.#oneLineBody(body, members, removed, additions);
      return;
    }
    for (const member of removed) this.#removeLines(member, body.span);
    if (additions === undefined) return;
    for (const argument of additions.arguments.values()) this.#addArgument(body, members, argument);
    for (const block of additions.blocks) this.#addBlock(body, members, block);
  }

  #oneLineBody(
    body: Body,
    members: readonly (Attribute | Block)[],
    removed: readonly Member[],
    additions: Additions | undefined,
  ): void {
    const { eol, step } = this.#style;
    const kept = members.filter((member) => !removed.includes(member));
    const [first] = kept;
    const last = kept.at(-1);
    const isKeptApart = this.#hasComment(body.span) || kept.length !== members.length;
    if (additions === undefined || additions.count === 0) {
      if (this.#hasComment(body.span) || kept.length > 0) throw new Declined();
      this.#changes.push({ ...body.span, text: '' });
      return;
    }
    const outer = this.#indentation(body.span.start);
    const inner = outer + step;
    const lines = [...additions.arguments.values()].map(
      ({ name, value }) => inner + argumentText(name, value, inner, this.#style) + eol,
    );
    for (const { block } of additions.blocks) {
      const isFirst = lines.length === 0 && kept.length === 0;
      lines.push(`${isFirst ? '' : eol}${inner}${blockText(block, inner, this.#style)}${eol}`);
    }
    if (first === undefined || last === undefined) {
      if (this.#hasComment(body.span)) throw new Declined();
      this.#changes.push({ ...body.span, text: eol + lines.join('') + outer });
      return;
    }
    if (isKeptApart) throw new Declined();
    this.#changes.push({ start: body.span.start, end: first.span.start, text: eol + inner });
    this.#changes.push({ start: last.span.end, end: body.span.end, text: eol + lines.join('') + outer });
  }

  #addArgument(body: Body, members: readonly (Attribute | Block)[], argument: AddedArgument): void {
    const { eol } = this.#style;
    const named = members.findLast((one) => ('name' in one ? one.name : one.type) === argument.after);
    const anchor = named ?? body.attributes.at(-1);
    const indent = this.#indentWithin(body, members);
    const line = `${indent}${argumentText(argument.name, argument.value, indent, this.#style)}${eol}`;
    if (anchor) {
      const isApart = 'type' in anchor && this.#isMultiline(anchor.span);
      this.#insertLine(this.#nextLine(anchor.span.end), isApart ? eol + line : line);
    } else if (body === this.root) this.#addToEnd(body, line, members.length > 0);
    else if (members.length === 0) this.#insertLine(this.#lineStart(body.span.end), line);
    else {
      const isFollowed = members.some((member) => !this.wanted.removed.has(member));
      this.#insertLine(this.#nextLine(body.span.start), line, isFollowed ? eol : '');
    }
  }

  #addBlock(body: Body, members: readonly (Attribute | Block)[], { block, beside }: AddedBlock): void {
    const { eol } = this.#style;
    const indent = this.#indentWithin(body, members);
    const text = `${indent}${blockText(block, indent, this.#style)}${eol}`;
    if (beside) {
      const at = this.#nextLine(beside.span.end);
      const isFollowed = at < body.span.end && !this.#isBlankLine(at) && this.#lineOf(at).trim() !== '}';
      this.#insertLine(at, eol + text, isFollowed ? eol : '');
      return;
    }
    this.#addToEnd(
      body,
      text,
      members.some((member) => !this.wanted.removed.has(member)),
    );
  }

  /** Adds lines at the end of a body, after an empty line where something stands before them. */
  #addToEnd(body: Body, text: string, isApart: boolean): void {
    const { eol } = this.#style;
    const at = body === this.root ? this.#text.length : this.#lineStart(body.span.end);
    const added = this.wanted.added.get(body);
    const isBehind = isApart || (added !== undefined && (this.#insertions.has(at) || added.arguments.size > 0));
    const isBlank = at > 0 && this.#isBlankLine(this.#lineStart(at - 1));
    this.#insertLine(at, isBehind && (!isBlank || this.#insertions.has(at)) ? eol + text : text);
  }

  /** Puts whole lines before a line; after the last one where the file ends without a line break. */
  #insertLine(at: number, text: string, behind = ''): void {
    const isOpen = at === this.#text.length && at > 0 && !this.#text.endsWith('\n');
    const { eol } = this.#style;
    if (!isOpen) {
      const texts = this.#insertions.get(at) ?? [];
      // What is to stand behind all that is added here comes last, once.
      if (behind !== '' && texts.at(-1) === behind) texts.pop();
      this.#insertions.set(at, [...texts, text, ...(behind === '' ? [] : [behind])]);
    } else this.#insert(at, eol + text.slice(0, -eol.length));
  }

  #indentWithin(body: Body, members: readonly (Attribute | Block)[]): string {
    const first = members.find((member) => this.#startsLine(member.span.start));
    if (first) return this.#indentation(first.span.start);
    return body === this.root ? '' : this.#indentation(body.span.start) + this.#style.step;
  }

  // Objects and tuples

  #collection(holder: Expression): void {
    if (holder.kind !== 'object' && holder.kind !== 'tuple') throw new Declined();
    const members: readonly (ObjectItem | Expression)[] = holder.items;
    const removed = members.map((member) => this.wanted.removed.has(member));
    const additions = this.wanted.added.get(holder);
    const inner = { start: holder.span.start + 1, end: holder.span.end - 1 };
    const lastKept = removed.lastIndexOf(false);
    if (lastKept === -1) {
      this.#fill(holder, inner, additions, members);
      return;
    }
    const kept = members[lastKept];
    const last = members.at(-1);
    if (kept === undefined || last === undefined) throw new Declined();
    const adds = additions !== undefined && additions.count > 0;
    const trailing = members.slice(lastKept + 1);
    for (const [i, member] of members.entries()) {
      if (!removed[i]) continue;
      if (this.#ownsLines(member, inner)) this.#removeLines(member, inner);
      else if (i < lastKept) this.#removeInline(members, i, removed.indexOf(false) < i);
      else if (trailing.length > 1 && trailing.some((one) => this.#ownsLines(one, inner))) throw new Declined();
    }
    const isCut = trailing.length > 0 && trailing.every((one) => !this.#ownsLines(one, inner));
    const at = this.#nextLine(kept.span.end);
    const isOnLines = !isCut && at <= inner.end && this.#startsLine(kept.span.start) && this.#startsLine(inner.end);
    if (adds && isOnLines) this.#addLines(holder, members, kept, last, additions);
    else if (adds || isCut) {
      const texts = adds ? this.#texts(holder, additions, members, this.#inlineIndent(holder, kept)) : [];
      const end = isCut ? last.span.end : kept.span.end;
      this.#changes.push({ start: kept.span.end, end, text: texts.map((text) => `, ${text}`).join('') });
    }
  }

  /** Takes away a member that shares its line: with the comma before it, or the one behind it where it comes first. */
  #removeInline(members: readonly Member[], index: number, isBehindKept: boolean): void {
    const [previous, member, next] = [members[index - 1], members[index], members[index + 1]];
    if (member === undefined || next === undefined) throw new Declined();
    const { start, end } = member.span;
    if (isBehindKept && previous && !this.#startsLine(start)) this.#deletions.push({ start: previous.span.end, end });
    else this.#deletions.push({ start, end: next.span.start });
  }

  /** The indent of what is added on the line on which something ends; undefined to keep it on that line. */
  #inlineIndent(holder: Expression, kept: Member): string | undefined {
    return this.#isMultiline(holder.span) ? this.#indentation(kept.span.start) : undefined;
  }

  #addLines(holder: Expression, members: readonly Member[], kept: Member, last: Member, additions: Additions): void {
    const { eol } = this.#style;
    const indent = this.#indentation(kept.span.start);
    const texts = this.#texts(holder, additions, members, indent);
    const hasCommas = holder.kind === 'tuple' || members.some((one) => this.#comma(one.span.end) !== undefined);
    const endsWithComma = this.#comma(last.span.end) !== undefined;
    if (hasCommas && this.#comma(kept.span.end) === undefined) {
      if (this.#endsWithTextBlock(kept)) throw new Declined();
      this.#changes.push({ start: kept.span.end, end: kept.span.end, text: ',' });
    }
    const comma = this.#comma(kept.span.end);
    const at = this.#nextLine(comma ?? kept.span.end);
    for (const [i, text] of texts.entries()) {
      const isLast = i === texts.length - 1;
      this.#insertLine(at, `${indent}${text}${hasCommas && (!isLast || endsWithComma) ? ',' : ''}${eol}`);
    }
  }

  #texts(holder: Expression, additions: Additions, members: readonly Member[], indent: string | undefined): string[] {
    if (holder.kind === 'tuple') return additions.items.map((item) => expressionText(item, indent, this.#style));
    const entry = this.#entryStyle(members);
    return [...additions.entries].map(([key, value]) => entryText(key, value, indent, this.#style, entry));
  }

  #entryStyle(members: readonly Member[]): EntryStyle {
    const last = members.findLast((member) => 'key' in member && !('kind' in member));
    if (last === undefined || !('value' in last) || !('key' in last) || 'kind' in last)
      return { isQuoted: false, separator: '=' };
    const items = members.filter((member): member is ObjectItem => 'key' in member && !('kind' in member));
    const isQuoted = items.every((item) => this.#text[item.key.span.start] === '"');
    const between = this.#text.slice(last.key.span.end, last.value.span.start);
    return { isQuoted, separator: between.trim().startsWith(':') ? ':' : '=' };
  }

  /** Fills brackets that hold nothing, or nothing any more. */
  #fill(holder: Expression, inner: Span, additions: Additions | undefined, members: readonly Member[]): void {
    const { eol, step } = this.#style;
    if (additions === undefined || additions.count === 0) {
      if (this.#hasComment(inner)) {
        // Comments that say more than their entries stay.
        for (const member of members) {
          if (!this.#ownsLines(member, inner)) throw new Declined();
          this.#removeLines(member, inner);
        }
      } else this.#changes.push({ ...inner, text: '' });
      return;
    }
    if (this.#hasComment(inner)) throw new Declined();
    const parent = this.parents.get(holder);
    const isNested =
      parent !== undefined && 'kind' in parent && parent.kind === 'tuple' && !this.#startsLine(holder.span.start);
    const isInline = members.length > 0 ? !this.#isMultiline(inner) : this.#isOneLine(holder) || isNested;
    const isOnLines = !isInline && (holder.kind === 'object' || this.#isMultiline(inner));
    if (!isOnLines) {
      const indent = isInline ? undefined : this.#indentation(holder.span.start);
      const texts = this.#texts(holder, additions, members, indent);
      this.#changes.push({ ...inner, text: texts.join(', ') });
      return;
    }
    const outer = this.#indentation(holder.span.start);
    const indent = outer + step;
    const comma = holder.kind === 'tuple' ? ',' : '';
    const texts = this.#texts(holder, additions, members, indent);
    this.#changes.push({
      ...inner,
      text: `${texts.map((text) => eol + indent + text + comma).join('')}${eol}${outer}`,
    });
  }

  #endsWithTextBlock(member: Member): boolean {
    const token = this.#tokenBefore(member.span.end);
    return token?.kind === 'end-heredoc';
  }

  // Removing

  /** Whether a member begins its first line and ends its last one, a comma and a comment left aside. */
  #ownsLines(member: Member, inner: Span): boolean {
    if (!this.#startsLine(member.span.start)) return false;
    const next = this.#tokenAt(this.#comma(member.span.end) ?? member.span.end);
    const isEnd = next === undefined || next.kind === 'newline' || next.kind === 'comment' || next.kind === 'end';
    return isEnd && this.#nextLine(member.span.end) <= Math.max(inner.end, 0);
  }

  /** Takes away the lines of a member with the comments right above it and behind it, and one of two empty lines around. */
  #removeLines(member: Member, inner: Span): void {
    const comma =
      'kind' in member || !('name' in member || 'type' in member) ? this.#comma(member.span.end) : undefined;
    if (!this.#startsLine(member.span.start)) throw new Declined();
    const after = this.#tokenAt(comma ?? member.span.end);
    if (after !== undefined && after.kind !== 'newline' && after.kind !== 'comment' && after.kind !== 'end')
      throw new Declined();
    let start = this.#commentsAbove(member.span.start);
    const end = this.#nextLine(comma ?? member.span.end);
    const isFirst = start <= inner.start || this.#lineStart(start - 1) <= inner.start;
    const isAboveBlank = start > inner.start && start > 0 && this.#isBlankLine(this.#lineStart(start - 1));
    const isLast = end >= inner.end || this.#lineStart(inner.end) === end;
    const isBelowBlank = !isLast && this.#isBlankLine(end);
    if (isBelowBlank && (isAboveBlank || isFirst)) this.#blanks.push({ start: end, end: this.#lineEndAfter(end) });
    else if (isLast && isAboveBlank) this.#blanks.push({ start: this.#lineStart(start - 1), end: start });
    if (end === this.#text.length && !this.#text.endsWith('\n') && start > 0)
      start -= this.#text[start - 2] === '\r' ? 2 : 1;
    if (start === 0 && this.#text.startsWith('\uFEFF')) start = 1;
    this.#deletions.push({ start, end });
  }

  /** Where the lines of comments start that stand right above a place, at its column; else its own line. */
  #commentsAbove(at: number): number {
    let start = this.#lineStart(at);
    const column = at - start;
    for (;;) {
      const index = this.#tokenIndex(start);
      const lineBreak = this.#tokens[index - 1];
      const comment = this.#tokens[index - 2];
      const before = this.#tokens[index - 3];
      if (lineBreak?.kind !== 'newline' || comment?.kind !== 'comment') return start;
      if (before !== undefined && before.kind !== 'newline') return start;
      const line = this.#lineStart(comment.start);
      if (comment.start - line !== column || lineBreak.end !== start) return start;
      start = line;
    }
  }

  // The text

  #tokenIndex(at: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.start ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first token that starts at a place or after it. */
  #tokenAt(at: number): Token | undefined {
    return this.#tokens[this.#tokenIndex(at)];
  }

  #tokenBefore(at: number): Token | undefined {
    return this.#tokens[this.#tokenIndex(at) - 1];
  }

  /** The end of the comma that follows a place, on its line or further on. */
  #comma(at: number): number | undefined {
    for (let index = this.#tokenIndex(at); index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      if (token?.kind === ',') return token.end;
      if (token?.kind !== 'newline' && token?.kind !== 'comment') return undefined;
    }
    return undefined;
  }

  #hasComment(span: Span): boolean {
    for (let index = this.#tokenIndex(span.start); index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      if (token === undefined || token.start >= span.end) return false;
      if (token.kind === 'comment') return true;
    }
    return false;
  }

  #lineStart(at: number): number {
    const start = at <= 0 ? 0 : this.#text.lastIndexOf('\n', at - 1) + 1;
    return start;
  }

  /** The start of the line after the one on which a place stands, comments over several lines passed by. */
  #nextLine(at: number): number {
    for (let index = this.#tokenIndex(at); index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      if (token?.kind === 'newline') return token.end;
    }
    return this.#text.length;
  }

  #lineEndAfter(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end + 1;
  }

  #lineOf(at: number): string {
    return this.#text.slice(this.#lineStart(at), this.#lineEndAfter(at));
  }

  #isBlankLine(start: number): boolean {
    return start < this.#text.length && this.#text.slice(start, this.#lineEndAfter(start)).trim() === '';
  }

  #startsLine(at: number): boolean {
    return /^\uFEFF?[ \t]*$/.test(this.#text.slice(this.#lineStart(at), at));
  }

  #indentation(at: number): string {
    const start = this.#lineStart(at);
    return /^[ \t]*/.exec(this.#text.slice(start, at).replace('\uFEFF', ''))?.[0] ?? '';
  }

  #isMultiline(span: Span): boolean {
    return this.#text.slice(span.start, span.end).includes('\n');
  }
}

function isBracket(node: object): boolean {
  return 'kind' in node && (node.kind === 'object' || node.kind === 'tuple');
}

/** Spans that touch, made one. */
function united(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ start: span.start, end: span.end });
  }
  return result;
}

/** The parts of a span between places within it. */
function split(span: Span, places: readonly number[]): Span[] {
  const cuts = places.filter((place) => place > span.start && place < span.end).sort((a, b) => a - b);
  const bounds = [span.start, ...cuts, span.end];
  return bounds.slice(1).map((end, i) => ({ start: bounds[i] ?? end, end }));
}

/** The blanks by which the first block of the file that holds something on lines of its own indents it. */
function stepOf(text: string, root: Body): string {
  for (const block of root.blocks) {
    const first = [...block.body.attributes, ...block.body.blocks].sort((a, b) => a.span.start - b.span.start)[0];
    if (first === undefined) continue;
    const line = text.slice(text.lastIndexOf('\n', first.span.start - 1) + 1, first.span.start);
    const outer = block.span.start - (text.lastIndexOf('\n', block.span.start - 1) + 1);
    if (/^[ \t]+$/.test(line) && outer === 0) return line;
  }
  return '  ';
}
