import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, Datum, Document, MapNode, Operation, Path } from '#syntax/document';
import type {
  Attribute,
  Block,
  Body,
  Expression,
  HclBlock,
  HclDatum,
  HclDocument,
  HclOperation,
  Label,
  ObjectItem,
} from '#syntax/hcl/ast';
import { Raw } from '#syntax/hcl/ast';
import { readHcl, readTemplate } from '#syntax/hcl/grammar';
import { escapedSequences, isList } from '#syntax/hcl/write';
import { LimitExceeded, limitProblem } from '#syntax/limits';
import { parseDocument } from '#syntax/parse';
import { Faults, problemsOf } from '#syntax/reading';

/** How many labels the blocks have whose types JSON syntax tells from arguments, where each may stand. */
type Blocks = ReadonlyMap<string, number>;

/**
 * The blocks of Terraform's language that need no provider's schema to be known.
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json
 */
const TOP_LEVEL: Blocks = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['check', 1],
  ['locals', 0],
  ['terraform', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
]);

/** Blocks within blocks, by the type of what holds them. What is not here is an argument, as its schema is not known. */
const NESTED: ReadonlyMap<string, Blocks> = new Map<string, Blocks>([
  ...['resource', 'data', 'ephemeral'].map((type): [string, Blocks] => [
    type,
    new Map([
      ['dynamic', 1],
      ['provisioner', 1],
      ['connection', 0],
      ['lifecycle', 0],
    ]),
  ]),
  ['lifecycle', new Map(['precondition', 'postcondition'].map((type) => [type, 0]))],
  ['dynamic', new Map([['content', 0]])],
  ['content', new Map([['dynamic', 1]])],
  ['variable', new Map([['validation', 0]])],
  ['output', new Map([['precondition', 0]])],
  [
    'terraform',
    new Map([
      ['required_providers', 0],
      ['backend', 1],
      ['cloud', 0],
      ['provider_meta', 1],
    ]),
  ],
  ['removed', new Map([['lifecycle', 0]])],
]);

/** Arguments whose strings are expressions, not templates: references, and types. */
const EXPRESSIONS: ReadonlySet<string> = new Set([
  'depends_on',
  'ignore_changes',
  'replace_triggered_by',
  'provider',
  'providers',
  'from',
  'to',
]);

/** The same file of JSON syntax as data and as the tree of HCL, and where each node of the tree stands in the data. */
interface Reading {
  readonly body: Body;
  readonly paths: ReadonlyMap<object, Path>;
}

/**
 * Reads a file of Terraform's JSON syntax (`.tf.json`), or of values of variables in JSON (`.tfvars.json`, whose strings are
 * plain). Nested blocks whose types only a provider knows are arguments: objects, or tuples of objects.
 */
export function parseHclJson(file: SourceFile): HclDocument {
  const document = parseDocument(file);
  const faults = new Faults();
  const reader = new Reader(file, faults, /\.tfvars\.json$/i.test(file.path));
  try {
    const reading = reader.read(document.root);
    const problems = [...document.problems, ...problemsOf(file, faults.list(), 'partial')];
    const isWrong = document.root !== undefined && document.root.kind === 'scalar';
    if (isWrong)
      problems.push(problemAt('unreadable', file, document.root.span, 'A Terraform file in JSON must be an object.'));
    return new JsonHcl(file, reading, problems, document);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    const body = { span: { start: 0, end: file.text.length }, attributes: [], blocks: [] };
    return new JsonHcl(file, { body, paths: new Map() }, [limitProblem(file, error)], document);
  }
}

class Reader {
  readonly #paths = new Map<object, Path>();

  constructor(
    readonly file: SourceFile,
    readonly faults: Faults,
    readonly isPlain: boolean,
  ) {}

  read(root: DataNode | undefined): Reading {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (const { node, path } of root ? this.#objects(root, []) : []) {
      const body = this.#body(node, path, this.isPlain ? new Map() : TOP_LEVEL, '');
      for (const attribute of body.attributes) attributes.push(attribute);
      for (const block of body.blocks) blocks.push(block);
    }
    const body: Body = { span: { start: 0, end: this.file.text.length }, attributes, blocks };
    if (root?.kind === 'map') this.#paths.set(body, []);
    return { body, paths: this.#paths };
  }

  /** The objects of what may be one or a list of them. */
  *#objects(node: DataNode, path: Path): Generator<{ node: MapNode; path: Path }> {
    if (node.kind === 'map') yield { node, path };
    else if (node.kind === 'list')
      for (const [i, item] of node.items.entries()) yield* this.#objects(item, [...path, i]);
  }

  #body(node: MapNode, path: Path, known: Blocks, holder: string): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    // Of a key that stands twice the last one counts.
    for (const entry of new Map(node.entries.map((one) => [one.key, one])).values()) {
      if (entry.key === '//') continue;
      const labels = known.get(entry.key);
      const at = [...path, entry.key];
      if (labels === undefined || entry.value.kind === 'scalar') attributes.push(this.#attribute(entry, at, holder));
      else this.#blocks(entry.value, at, entry, [], labels, entry, blocks);
    }
    const inner = { start: node.span.start + 1, end: node.span.end - 1 };
    const body = { span: inner, attributes, blocks };
    this.#paths.set(body, path);
    return body;
  }

  /** Gathers the blocks of one type: below so many levels of labels, each level an object or a list of objects. */
  #blocks(
    node: DataNode,
    path: Path,
    type: DataEntry,
    labels: readonly Label[],
    left: number,
    last: DataEntry,
    into: Block[],
  ): void {
    for (const { node: object, path: at } of this.#objects(node, path)) {
      if (left === 0) {
        const known = NESTED.get(type.key) ?? new Map();
        const body = this.#body(object, at, known, type.key);
        const block: Block = {
          type: type.key,
          typeSpan: type.keySpan,
          labels,
          body,
          span: { start: last.keySpan.start, end: object.span.end },
          header: last.keySpan,
        };
        this.#paths.set(block, at);
        into.push(block);
        continue;
      }
      for (const entry of object.entries) {
        if (entry.key === '//' && left < (TOP_LEVEL.get(type.key) ?? 1)) continue;
        const label = { text: entry.key, span: entry.keySpan };
        this.#blocks(entry.value, [...at, entry.key], type, [...labels, label], left - 1, entry, into);
      }
    }
  }

  #attribute(entry: DataEntry, path: Path, holder: string): Attribute {
    const isExpression =
      !this.isPlain && (EXPRESSIONS.has(entry.key) || (holder === 'variable' && entry.key === 'type'));
    const isLiteral = this.isPlain || (holder === 'variable' && entry.key === 'default');
    const value = this.#value(entry.value, path, isExpression ? 'expression' : isLiteral ? 'literal' : 'template');
    const attribute = {
      name: entry.key,
      nameSpan: entry.keySpan,
      span: { start: entry.keySpan.start, end: entry.value.span.end },
      value,
    };
    this.#paths.set(attribute, path);
    return attribute;
  }

  #value(node: DataNode, path: Path, strings: 'template' | 'expression' | 'literal'): Expression {
    const value = this.#expression(node, path, strings);
    this.#paths.set(value, path);
    return value;
  }

  #expression(node: DataNode, path: Path, strings: 'template' | 'expression' | 'literal'): Expression {
    const { span } = node;
    if (node.kind === 'list') {
      const items = node.items.map((item, i) => this.#value(item, [...path, i], strings));
      return { kind: 'tuple', items, span };
    }
    if (node.kind === 'map') {
      const items = node.entries.map((entry): ObjectItem => {
        const at = [...path, entry.key];
        const key =
          strings === 'template'
            ? this.#template(this.file.slice(entry.keySpan), entry.key, entry.keySpan)
            : { kind: 'literal' as const, value: entry.key, span: entry.keySpan };
        const value = this.#value(entry.value, at, strings);
        const item = { key, value, span: { start: entry.keySpan.start, end: value.span.end } };
        this.#paths.set(item, at);
        return item;
      });
      return { kind: 'object', items, span };
    }
    if (typeof node.value !== 'string' || strings === 'literal') return { kind: 'literal', value: node.value, span };
    if (strings === 'template') return this.#template(node.source, node.value, span);
    return this.#reference(node.source, node.value, span);
  }

  /** A string as a template. */
  #template(source: string, value: string, span: Span): Expression {
    if (!value.includes('${') && !value.includes('%{')) return { kind: 'literal', value, span };
    const places = placesOf(source, value, span.start);
    const own = new Faults();
    const expression = readTemplate(value, own);
    for (const fault of own.list()) this.faults.add(fault.kind, moved(fault.span, places), fault.message);
    return { ...moved(expression, places), span };
  }

  /** A string as an expression, as references and types have it. */
  #reference(source: string, value: string, span: Span): Expression {
    const own = new Faults();
    const [attribute] = readHcl(`x = ${value}\n`, own).attributes;
    if (attribute === undefined || own.list().length > 0) return this.#template(source, value, span);
    const places = placesOf(source, value, span.start);
    return moved(attribute.value, (at) => places(at - 'x = '.length));
  }
}

/** Where each character of a JSON string's value stands in the file. */
function placesOf(source: string, value: string, start: number): (at: number) => number {
  if (source.length === value.length + 2) return (at) => start + 1 + at;
  const offsets: number[] = [];
  for (let at = 1; at < source.length - 1; ) {
    offsets.push(start + at);
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  return (at) => offsets[at] ?? start + source.length - 1;
}

/** A node with all its spans moved. */
function moved<T>(node: T, place: (at: number) => number): T {
  if (Array.isArray(node)) return node.map((one) => moved(one, place)) as T;
  if (node === null || typeof node !== 'object') return node;
  if ('start' in node && 'end' in node && typeof node.start === 'number' && typeof node.end === 'number')
    return { start: place(node.start), end: place(node.end) } as T;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, moved(value, place)])) as T;
}

class JsonHcl implements HclDocument {
  readonly format = 'json';
  readonly body: Body;
  readonly #paths: ReadonlyMap<object, Path>;

  constructor(
    readonly file: SourceFile,
    reading: Reading,
    readonly problems: readonly Problem[],
    readonly document: Document,
  ) {
    this.body = reading.body;
    this.#paths = reading.paths;
  }

  edit(operations: readonly HclOperation[]): readonly Edit[] | undefined {
    if (this.problems.length > 0) return undefined;
    const changes: Operation[] = [];
    for (const operation of operations) {
      const change = this.#change(operation);
      if (change === undefined) return undefined;
      changes.push(change);
    }
    return this.document.edit(changes);
  }

  #change(operation: HclOperation): Operation | undefined {
    switch (operation.op) {
      case 'replace':
        return this.#set(this.#paths.get(operation.expression), operation.value);
      case 'attribute': {
        const path = this.#paths.get(operation.body);
        const { name, value, after } = operation;
        const set = path && this.#set([...path, name], value);
        return set && after !== undefined && set.op === 'set' ? { ...set, after } : set;
      }
      case 'block':
        return this.#add(this.#paths.get(operation.body), operation.block);
      case 'beside':
        return this.body.blocks.includes(operation.beside)
          ? this.#add(this.#paths.get(this.body), operation.block, operation.beside)
          : undefined;
      case 'entry': {
        const path = this.#paths.get(operation.object);
        return path && operation.object.kind === 'object'
          ? this.#set([...path, operation.key], operation.value)
          : undefined;
      }
      case 'item': {
        const path = this.#paths.get(operation.tuple);
        if (path === undefined || operation.tuple.kind !== 'tuple') return undefined;
        return { op: 'append', path, value: jsonOf(operation.value, isReference(path)) };
      }
      case 'remove': {
        const path = this.#paths.get(operation.what);
        return path && { op: 'remove', path };
      }
    }
  }

  #set(path: Path | undefined, value: HclDatum): Operation | undefined {
    return path && { op: 'set', path, value: jsonOf(value, isReference(path)) };
  }

  /** A block below a body: at its labels, or after others of its type where they are a list. */
  #add(holder: Path | undefined, block: HclBlock, beside?: Block): Operation | undefined {
    if (holder === undefined) return undefined;
    const path = [...holder, block.type, ...(block.labels ?? [])];
    const value = jsonOfBlock(block);
    for (let length = holder.length + 1; length <= path.length; length += 1) {
      const there = this.document.locate(path.slice(0, length));
      if (there === undefined) break;
      if (there.kind === 'list') {
        const inner = path.slice(length).reduceRight<Datum>((inside, label) => ({ [label]: inside }), value);
        return { op: 'append', path: path.slice(0, length), value: inner };
      }
      // One that stands alone as an object could only be made a list by writing it anew.
      if (there.kind !== 'map' || length === path.length) return undefined;
    }
    const besidePath = beside && this.#paths.get(beside);
    const isSibling =
      besidePath !== undefined &&
      besidePath.length === path.length &&
      besidePath.slice(0, -1).every((step, i) => step === path[i]);
    const after = isSibling ? besidePath.at(-1) : undefined;
    return { op: 'set', path, value, ...(after === undefined ? {} : { after: String(after) }) };
  }
}

function isReference(path: Path): boolean {
  return path.some((step) => typeof step === 'string' && EXPRESSIONS.has(step));
}

/** A value as JSON syntax has it; expressions as templates, or as they are where references stand. */
function jsonOf(datum: HclDatum, isBare = false): Datum {
  if (datum instanceof Raw) return isBare ? datum.text : `\${${datum.text}}`;
  if (typeof datum === 'string') return escapedSequences(datum);
  if (datum === null || typeof datum !== 'object') return datum;
  if (isList(datum)) return datum.map((item) => jsonOf(item, isBare));
  return Object.fromEntries(
    Object.entries(datum).map(([key, value]) => [escapedSequences(key), jsonOf(value, isBare)]),
  );
}

function jsonOfBlock(block: HclBlock): Datum {
  const object: { [key: string]: Datum } = {};
  for (const [name, value] of Object.entries(block.attributes ?? {}))
    object[name] = jsonOf(value, EXPRESSIONS.has(name));
  for (const nested of block.blocks ?? []) {
    const value = (nested.labels ?? []).reduceRight<Datum>((inner, label) => ({ [label]: inner }), jsonOfBlock(nested));
    const there = object[nested.type];
    object[nested.type] = there === undefined ? value : Array.isArray(there) ? [...there, value] : [there, value];
  }
  return object;
}
