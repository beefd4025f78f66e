import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
  Schema,
  type Tags,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, ScalarNode } from '#syntax/document';
import { duplicateKey } from '#syntax/json';
import { MAX_DEPTH, MAX_NODES, MAX_PROPERTIES, MAX_TOKENS, overLimit } from '#syntax/limits';
import { Faults, type Reading } from '#syntax/reading';

/**
 * Reads the first document of a YAML text as CloudFormation does (YAML 1.1 booleans and dates are strings, local tags are
 * kept), recovering around errors as far as the library can. CloudFormation's parser lets brackets and quoted text continue
 * at any indentation, YAML 1.2 does not: text that is right the first way is read so, and errors are told the second way,
 * which finds their place better.
 * @throws LimitExceeded past the limits of depth, tokens and values
 */
export function readYaml(text: string): YamlReading {
  const reading = readAs(text, 'loose');
  return reading.faults.every((fault) => fault.kind === 'note') ? reading : readAs(text, 'strict');
}

function readAs(text: string, indentation: 'loose' | 'strict'): YamlReading {
  const faults = new Faults();
  const { tokens, aliased } = concreteSyntax(text, indentation, faults);
  const contents = compose(tokens, faults);
  const builder = new Builder(text, aliased, faults);
  const root = contents ? builder.build(contents) : undefined;
  return { root: isNothing(root) ? undefined : root, faults: faults.list(), values: builder.values };
}

/** A reading, with the number of values that were made out: what tells the better of two readings of a broken text. */
export interface YamlReading extends Reading {
  readonly values: number;
}

/**
 * Where the comments of a YAML text stand, lexed without parsing.
 * @throws LimitExceeded past the limit of tokens
 */
export function* commentSpans(text: string): Generator<Span> {
  const lexer = new Lexer();
  const loosen = looseIndentation(text, lexer);
  let offset = 0;
  let count = 0;
  let isScalar = false;
  for (const lexeme of lexer.lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) throw overLimit.tokens(offset);
    loosen(lexeme, isScalar);
    if (!isScalar && lexeme === '\u001F') {
      isScalar = true;
      continue;
    }
    if (!isScalar && (lexeme === '\u0002' || lexeme === '\u0018')) continue;
    const isComment = !isScalar && lexeme.startsWith('#');
    isScalar = false;
    if (isComment) yield { start: offset, end: offset + lexeme.length };
    offset += lexeme.length;
  }
}

/** An empty file, or one of comments only, holds no value at all. */
function isNothing(node: DataNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === null && node.source === '' && node.tag === undefined;
}

/**
 * Lexes and parses the text without recursion, watching the limits: the parser's stack is the nesting that composing will
 * recurse into. A run of blank and comment lines is handed on as one comment of the same length, because the parser looks
 * back over each.
 */
function concreteSyntax(text: string, indentation: 'loose' | 'strict', faults: Faults): ConcreteSyntax {
  const tokens: CST.Token[] = [];
  const aliased = new Set<string>();
  const parser = new Parser();
  const lexer = new Lexer();
  const loosen = indentation === 'loose' ? looseIndentation(text, lexer) : undefined;
  let count = 0;
  let properties = 0;
  let scalarNext = false;
  let atLineStart = true;
  let run = 0;
  let spaces: string[] = [];

  const take = (token: CST.Token): void => {
    if (token.type === 'error') faults.add('bent', placeOf(token), sentenceOf('UNEXPECTED_TOKEN', token.message));
    else tokens.push(token);
  };
  const feed = (lexeme: string): void => {
    count += 1;
    if (count > MAX_TOKENS) throw overLimit.tokens(parser.offset);
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > MAX_DEPTH) throw overLimit.depth(parser.offset);
  };
  const endRun = (): void => {
    if (run > 0) {
      const newline = text.startsWith('\r\n', parser.offset + run - 2) ? '\r\n' : '\n';
      if (run > newline.length) feed('#'.repeat(run - newline.length));
      feed(newline);
      run = 0;
    }
    for (const space of spaces) feed(space);
    spaces = [];
    atLineStart = false;
  };

  for (const lexeme of lexer.lex(text)) {
    const first = lexeme.charCodeAt(0);
    loosen?.(lexeme, scalarNext);
    if (scalarNext) {
      scalarNext = false;
      feed(lexeme);
      if (lexeme !== '') atLineStart = lexeme.endsWith('\n');
      continue;
    }
    const isSpace = first === SPACE || first === TAB;
    const isNewline = first === LINE_FEED || first === CARRIAGE_RETURN;
    const isComment = first === HASH;
    if (atLineStart && isSpace) {
      spaces.push(lexeme);
      continue;
    }
    if (atLineStart && (isNewline || isComment)) {
      for (const space of spaces) run += space.length;
      spaces = [];
      run += lexeme.length;
      continue;
    }
    const startsLine = atLineStart;
    if (startsLine) endRun();
    if (first === ASTERISK) aliased.add(lexeme.slice(1));
    if (first === AMPERSAND || first === EXCLAMATION) {
      properties += 1;
      if (properties > MAX_PROPERTIES) throw overLimit.properties(parser.offset);
    } else if (!isSpace && !isNewline && !isComment) properties = 0;
    feed(lexeme);
    scalarNext = first === START_OF_SCALAR;
    atLineStart = isNewline || (scalarNext && startsLine);
  }
  for (const token of parser.end()) take(token);
  return { tokens, aliased };
}

/**
 * Lets brackets and quoted text continue at any indentation: the lexer holds in `indentNext` how far the next lines of the
 * current value must be indented, and pauses after each lexeme.
 */
function looseIndentation(text: string, lexer: Lexer): (lexeme: string, isScalar: boolean) => void {
  const state = lexer as unknown as { indentNext: number };
  let offset = 0;
  let brackets = 0;
  let kept: number | undefined;
  return (lexeme, isScalar) => {
    const isMark = !isScalar && (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001F');
    if (!isMark) offset += lexeme.length;
    if (!isScalar && (lexeme === '[' || lexeme === '{')) brackets += 1;
    if (!isScalar && (lexeme === ']' || lexeme === '}') && brackets > 0) brackets -= 1;
    const next = text[offset];
    if (brackets > 0 || (!isMark && (next === '"' || next === "'"))) {
      kept ??= state.indentNext;
      state.indentNext = 0;
    } else if (kept !== undefined) {
      state.indentNext = kept;
      kept = undefined;
    }
  };
}

interface ConcreteSyntax {
  readonly tokens: readonly CST.Token[];
  /** The names that aliases refer to. */
  readonly aliased: ReadonlySet<string>;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const START_OF_SCALAR = 31;
const SPACE = 32;
const EXCLAMATION = 33;
const HASH = 35;
const AMPERSAND = 38;
const ASTERISK = 42;

/** Composes the first document that says anything; of the others no more is made than a problem. */
function compose(tokens: readonly CST.Token[], faults: Faults): ParsedNode | null {
  const composer = new Composer({ schema: cloudFormationSchema(), uniqueKeys: false, keepSourceTokens: true });
  // The library makes an Error with its stack for each fault and warning; a list is all that is wanted.
  Object.assign(composer, {
    onError: (source: ErrorSource, code: string, message: string, warning?: boolean) => {
      // Of what is not closed, the Builder tells where it was opened.
      if (warning === true || isAboutClosing(message)) return;
      faults.add(BENDING.has(code) ? 'bent' : 'syntax', placeOf(source), sentenceOf(code, message));
    },
  });
  let contents: ParsedNode | null = null;
  let done = false;
  for (const token of tokens) {
    if (done) {
      if (token.type === 'document' && token.value) {
        faults.add('note', placeOf(token.value), SECOND_DOCUMENT);
        break;
      }
      continue;
    }
    for (const document of composer.next(token)) contents ??= document.contents;
    done = token.type === 'document' && token.value !== undefined;
  }
  for (const document of composer.end()) contents ??= document.contents;
  return contents;
}

const SECOND_DOCUMENT = 'A second YAML document starts here; only the first one is read. Move it to a file of its own.';

/**
 * YAML 1.2 core, which agrees with CloudFormation on `yes`, `on` and dates, less what would lose the author's digits: a
 * number with a leading zero stays text, as do `0o17`, `.inf` and `.nan`. Tags that the schema does not know yield text.
 */
function cloudFormationSchema(): Schema {
  return new Schema({
    schema: 'core',
    resolveKnownTags: false,
    customTags: (tags: Tags): Tags => {
      const kept: Tags = [];
      for (const tag of tags) {
        const test = typeof tag === 'object' && tag.collection === undefined ? tag.test : undefined;
        if (typeof tag !== 'object' || tag.collection !== undefined || test === undefined) kept.push(tag);
        else if (test.test('12')) kept.push({ ...tag, test: /^[-+]?(?:0|[1-9][0-9]*)$/ });
        else if (!test.test('0o17') && !test.test('.nan')) kept.push(tag);
      }
      return kept;
    },
  });
}

class Builder {
  readonly #text: string;
  readonly #aliased: ReadonlySet<string>;
  readonly #faults: Faults;
  readonly #anchors = new Map<string, DataNode>();
  /** What nodes cost when walked, where aliases make that more than their text. */
  readonly #costs = new Map<DataNode, { readonly nodes: number; readonly depth: number }>();
  values = 0;
  /** Over 0 while inside a node that an alias or merge key reaches. */
  #sharing = 0;
  /** Where the node built last ends in the text; an alias ends elsewhere than its target. */
  #end = 0;

  constructor(text: string, aliased: ReadonlySet<string>, faults: Faults) {
    this.#text = text;
    this.#aliased = aliased;
    this.#faults = faults;
  }

  build(node: ParsedNode): DataNode {
    this.#count(node.range[0]);
    if (isAlias(node)) return this.#alias(node.source, { start: node.range[0], end: node.range[1] });
    const anchor = node.anchor;
    const sharing = anchor !== undefined && this.#aliased.has(anchor);
    if (sharing) this.#sharing += 1;
    const built = isMap(node) ? this.#map(node) : isSeq(node) ? this.#list(node) : this.#scalar(node);
    if (sharing) this.#sharing -= 1;
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #alias(name: string, span: Span): DataNode {
    this.#end = span.end;
    const target = this.#anchors.get(name);
    if (target !== undefined) return target;
    this.#faults.add('syntax', span, 'This alias has no anchor before it; add the anchor or correct the name.');
    return { kind: 'scalar', value: null, source: this.#text.slice(span.start, span.end), span };
  }

  #scalar(node: Scalar.Parsed): DataNode {
    let start = node.range[0];
    let end = node.range[1];
    if (start === end) {
      while (this.#text[start - 1] === ' ' || this.#text[start - 1] === '\t') start -= 1;
      end = start;
    } else {
      if (this.#text[end - 1] === '\n') end -= 1;
      if (this.#text[end - 1] === '\r') end -= 1;
    }
    this.#end = end;
    this.#checkQuotes({ start, end });
    const value = node.value;
    return {
      kind: 'scalar',
      value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
      source: this.#text.slice(start, end),
      span: { start, end },
      ...this.#marks(node.tag),
    };
  }

  #list(node: YAMLSeq.Parsed): DataNode {
    const start = node.range[0];
    const items: DataNode[] = [];
    let end = start;
    for (const item of node.items) {
      items.push(isPair(item) ? this.#nothing(end) : this.build(item));
      end = this.#end;
    }
    end = this.#close(node, end);
    const built: DataNode = { kind: 'list', items, span: { start, end }, ...this.#marks(node.tag) };
    this.#weigh(built, items);
    return built;
  }

  #map(node: YAMLMap.Parsed): DataNode {
    const start = node.range[0];
    const entries: DataEntry[] = [];
    const written = new Set<string>();
    const merges: { readonly at: number; readonly from: DataNode }[] = [];
    let end = start;
    for (const pair of node.items) {
      const keySpan = this.#keySpan(pair.key);
      if (isMergeKey(pair.key) && pair.value !== null) {
        this.#sharing += 1;
        merges.push({ at: entries.length, from: this.build(pair.value) });
        this.#sharing -= 1;
        end = this.#end;
        continue;
      }
      const key = this.#key(pair.key, keySpan);
      if (written.has(key)) this.#faults.add('note', keySpan, duplicateKey(key));
      written.add(key);
      const value = pair.value === null ? this.#nothing(keySpan.end) : this.build(pair.value);
      end = this.#end;
      entries.push({ key, keySpan, value });
    }
    end = this.#close(node, end);
    const all = merges.length === 0 ? entries : this.#merge(entries, merges, written);
    const built: DataNode = {
      kind: 'map',
      entries: all,
      span: { start, end },
      ...this.#marks(node.tag),
      ...(merges.length > 0 ? { merges: true } : {}),
    };
    this.#weigh(
      built,
      all.map((entry) => entry.value),
    );
    return built;
  }

  /** Puts merged entries where their `<<` stands: what the map itself has wins, then the earlier source (YAML's merge type). */
  #merge(
    entries: readonly DataEntry[],
    merges: readonly { readonly at: number; readonly from: DataNode }[],
    written: Set<string>,
  ): DataEntry[] {
    const all: DataEntry[] = [];
    let done = 0;
    for (const { at, from } of merges) {
      for (const entry of entries.slice(done, at)) all.push(entry);
      done = at;
      for (const source of from.kind === 'list' ? from.items : [from]) {
        if (source.kind !== 'map') continue;
        const own = new Set<string>();
        for (const entry of source.entries) {
          if (written.has(entry.key)) continue;
          own.add(entry.key);
          this.#count(entry.keySpan.start);
          all.push(entry);
        }
        for (const key of own) written.add(key);
      }
    }
    for (const entry of entries.slice(done)) all.push(entry);
    return all;
  }

  /** Flow collections end at their bracket, block collections with their last child. */
  #close(node: YAMLMap.Parsed | YAMLSeq.Parsed, lastEnd: number): number {
    this.#end = node.flow === true ? node.range[1] : lastEnd;
    const token = node.srcToken;
    if (token?.type === 'flow-collection' && token.end[0]?.source !== (token.start.source === '{' ? '}' : ']')) {
      const span = { start: token.offset, end: token.offset + 1 };
      this.#faults.add('syntax', span, 'The bracket that opens here is not closed; add the closing one.');
    }
    return this.#end;
  }

  #checkQuotes(span: Span): void {
    const quote = this.#text[span.start];
    if (quote !== '"' && quote !== "'") return;
    if (span.end - span.start > 1 && this.#text[span.end - 1] === quote) return;
    this.#faults.add('syntax', span, 'The quoted text that starts here is not closed; add the closing quote.');
  }

  #nothing(at: number): ScalarNode {
    this.#end = at;
    return { kind: 'scalar', value: null, source: '', span: { start: at, end: at }, ...this.#marks(undefined) };
  }

  #keySpan(key: ParsedNode): Span {
    return { start: key.range[0], end: key.range[1] };
  }

  /** Keys are text: a plain `200` or `true` is what its author typed. */
  #key(key: ParsedNode, span: Span): string {
    if (isScalar(key)) this.#checkQuotes(span);
    if (isScalar(key) && typeof key.value === 'string') return key.value;
    if (isAlias(key)) {
      const target = this.#anchors.get(key.source);
      if (target?.kind === 'scalar') return String(target.value ?? '');
    }
    if (isScalar(key) && key.anchor !== undefined) this.#anchors.set(key.anchor, this.#scalar(key));
    return this.#text.slice(span.start, span.end);
  }

  #marks(tag: string | undefined): { tag?: string; shared?: boolean } {
    const marks: { tag?: string; shared?: boolean } = {};
    if (tag !== undefined && tag.length > 1 && !tag.startsWith('tag:yaml.org,2002:')) marks.tag = tag;
    if (this.#sharing > 0) marks.shared = true;
    return marks;
  }

  #count(at: number): void {
    this.values += 1;
    if (this.values > MAX_NODES) throw overLimit.nodes(at);
  }

  /** Costs are kept where there are aliases: each target is weighed once, however often it is reached. */
  #weigh(node: DataNode, children: readonly DataNode[]): void {
    if (this.#aliased.size === 0) return;
    let nodes = 1;
    let depth = 0;
    for (const child of children) {
      const cost = this.#costs.get(child);
      nodes += cost?.nodes ?? 1;
      depth = Math.max(depth, cost?.depth ?? 0);
    }
    if (nodes > MAX_NODES) throw overLimit.nodes(node.span.start);
    if (depth >= MAX_DEPTH) throw overLimit.depth(node.span.start);
    this.#costs.set(node, { nodes, depth: depth + 1 });
  }
}

function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined;
}

type ErrorSource = number | readonly [number, number] | { readonly offset: number; readonly source?: unknown };

function placeOf(source: ErrorSource): Span {
  if (typeof source === 'number') return { start: source, end: source + 1 };
  if ('offset' in source) {
    const length = typeof source.source === 'string' ? source.source.length : 1;
    return { start: source.offset, end: source.offset + length };
  }
  return { start: source[0], end: source[1] };
}

function isAboutClosing(message: string): boolean {
  return message.includes('closing') || message.includes(' end with a ');
}

/** Our sentence for the library's error: the code says the kind, some words of its message the case. */
function sentenceOf(code: string, message: string): string {
  if (message.startsWith('Implicit map keys need')) return 'A key without a colon; write "key: value".';
  if (message.startsWith('Sequence item without')) return 'A list item without its dash; put "- " before it.';
  if (message.startsWith('Missing , ')) return 'A comma is missing before this.';
  if (message.startsWith('Comments must be')) return 'A comment needs a space before its #.';
  return (
    SENTENCES[code] ??
    'This is not valid YAML here; check the quotes, colons and indentation of this and the line above.'
  );
}

/** Errors after which the library attaches what follows to the wrong place. */
const BENDING: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
  'UNEXPECTED_TOKEN',
]);

const SENTENCES: { readonly [code: string]: string } = {
  BAD_ALIAS: 'This anchor or alias has no valid name.',
  BAD_DIRECTIVE: 'This % directive is not valid YAML; remove it.',
  BAD_DQ_ESCAPE: 'This backslash escape is not valid in double quotes; double the backslash or use single quotes.',
  BAD_INDENT: 'The indentation does not fit the lines around it; align it with its siblings.',
  BAD_PROP_ORDER: 'A tag or anchor stands on the wrong side of its dash or colon.',
  BAD_SCALAR_START: 'Text cannot start with this sign; put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second "key:" on one line; put it on a line of its own, or quote the text.',
  BLOCK_IN_FLOW: 'Indented lists and maps cannot stand inside brackets.',
  KEY_OVER_1024_CHARS: 'A key may have at most 1,024 characters.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line; a colon may be missing on the line above.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  TAB_AS_INDENT: 'A tab cannot indent YAML; use spaces.',
  TAG_RESOLVE_FAILED: 'This tag cannot be resolved.',
};
