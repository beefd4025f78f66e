import { narrowed } from '#frameworks/documents/narrow';
import type { Declined, Datum as ModelDatum, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Resource, type ResourceType } from '#model/resource';
import type { FrameworkName, Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Scalar, Value } from '#model/value';
import type { Edit } from '#source/edit';
import type { Location, SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';
import { type DataNode, type Datum, type Document, entryOf, nodeAt, type Operation } from '#syntax/document';

/** What a kind of document is to the model. */
export interface Kind {
  readonly type: ResourceType;
  /** The keys at which a person is to look for the document as a whole: the first that is there. */
  readonly heading: readonly string[];
  /** What a string means: with its expressions as holes. */
  readonly text: (text: string) => Scalar;
  /** Keys after one of which a new key of a map is written, the best last; at the map's end when none is there. */
  readonly after?: (path: PropertyPath) => readonly string[];
}

interface Part {
  readonly kind: Kind;
  readonly document: Document;
}

/**
 * A Stack of documents in which every resource is one file and its properties are the file's own keys, so that a property's path
 * is its path in the file, forwards and backwards.
 */
export class DocumentStack implements Stack {
  readonly id: string;
  readonly #parts = new Map<string, Part>();
  readonly #resources = new Map<string, Resource>();

  constructor(
    readonly framework: FrameworkName,
    readonly root: SourceFile,
  ) {
    this.id = root.path;
  }

  get files(): readonly SourceFile[] {
    const files = [...this.#parts.values()].map(({ document }) => document.file);
    return [this.root, ...files.filter((file) => file !== this.root)];
  }

  get resources(): ReadonlyMap<string, Resource> {
    return this.#resources;
  }

  get problems(): readonly Problem[] {
    return [...this.#parts.values()].flatMap(({ document }) => document.problems);
  }

  /**
   * Adds a document as a resource; one that holds no map becomes a resource without properties.
   * @param beside what other files say of it, by the names of attributes
   */
  add(
    logicalId: string,
    document: Document,
    kind: Kind,
    beside: Readonly<Record<string, readonly string[]>> = {},
  ): Resource {
    const { file } = document;
    const heading = headingOf(document, kind);
    const at: Location = { file, span: heading };
    const properties = propertiesOf(document, kind, at);
    const resource = new Resource({
      stack: this,
      logicalId,
      type: kind.type,
      at,
      extent: { file, span: { start: 0, end: file.text.length } },
      when: [],
      properties,
      attributes: { kind: 'set', at, data: attributesOf(beside, at) },
    });
    this.#parts.set(logicalId, { kind, document });
    this.#resources.set(logicalId, resource);
    return resource;
  }

  edits(patches: readonly Patch[]): readonly Edit[] | Declined {
    const changes = new Map<Document, Operation[]>();
    for (const patch of patches) {
      if (patch.op === 'add' || patch.op === 'attribute') return { declined: 'a document declares no resources' };
      const part = this.#parts.get(patch.resource.logicalId);
      if (!part) return { declined: 'the document belongs to another application' };
      const operation = operationOf(part, patch);
      if ('declined' in operation) return operation;
      const operations = changes.get(part.document);
      if (operations) operations.push(operation);
      else changes.set(part.document, [operation]);
    }
    const edits: Edit[] = [];
    for (const [document, operations] of changes) {
      const made = document.edit(operations);
      if (!made) return { declined: `${document.file.path} cannot be edited at this place` };
      edits.push(...made.map((edit) => narrowed(edit, document.file)));
    }
    return edits;
  }
}

function attributesOf(beside: Readonly<Record<string, readonly string[]>>, at: Location): ReadonlyMap<string, Value> {
  const list = (items: readonly string[]): Value => ({
    kind: 'set',
    at,
    data: items.map((data): Value => ({ kind: 'set', at, data })),
  });
  return new Map(Object.entries(beside).map(([name, items]) => [name, list(items)]));
}

function headingOf({ root, file }: Document, { heading }: Kind): Span {
  if (root?.kind !== 'map') return { start: 0, end: 0 };
  const entry = heading.map((key) => entryOf(root, key)).find((one) => one !== undefined);
  return entry?.keySpan ?? { start: 0, end: Math.min(1, file.text.length) };
}

function propertiesOf({ root, file }: Document, { text }: Kind, at: Location): Value {
  if (root?.kind !== 'map') return { kind: 'unknown', at, why: 'the file could not be read' };
  const value = valueFrom(root, file, text);
  return value.kind === 'set' ? { ...value, key: at } : value;
}

/** The value of a node, every string as `text` reads it. A key without a value is null: an event without filters. */
export function valueFrom(node: DataNode, file: SourceFile, text: Kind['text'], keySpan?: Span): Value {
  const at: Location = { file, span: node.span };
  const key = keySpan && keySpan.end > keySpan.start ? { key: { file, span: keySpan } } : {};
  if (node.tag !== undefined) return { kind: 'unknown', at, why: `the tag ${node.tag} is not known` };
  if (node.kind === 'scalar') {
    return { kind: 'set', at, ...key, data: typeof node.value === 'string' ? text(node.value) : node.value };
  }
  if (node.kind === 'list')
    return { kind: 'set', at, ...key, data: node.items.map((item) => valueFrom(item, file, text)) };
  const data = new Map<string, Value>();
  for (const entry of node.entries) data.set(entry.key, valueFrom(entry.value, file, text, entry.keySpan));
  return { kind: 'set', at, ...key, data };
}

function operationOf(
  { document, kind }: Part,
  patch: Extract<Patch, { readonly path: PropertyPath }>,
): Operation | Declined {
  const { path } = patch;
  if (path.length === 0) return { declined: 'the whole document is not replaced' };
  if (patch.op === 'remove') return { op: 'remove', path };
  const value = plain(patch.value);
  if (value === undefined) return { declined: 'the format has no references to resources' };
  if (patch.op === 'append') return { op: 'append', path, value };
  const map = nodeAt(document.root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof key === 'number' || entryOf(map, String(key))) return { op: 'set', path, value };
  const after = (kind.after?.(path) ?? []).findLast((one) => entryOf(map, one) !== undefined);
  return { op: 'set', path, value, ...(after === undefined ? {} : { after }) };
}

/** A value to be written as plain data; holes as they were written. Undefined for references. */
function plain(value: ModelDatum): Datum | undefined {
  if (value instanceof Text) {
    if (value.refs.length > 0) return undefined;
    return value.parts.map((part) => (typeof part === 'string' ? part : part.kind === 'hole' ? part.why : '')).join('');
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = (value as readonly ModelDatum[]).map(plain);
    return items.some((item) => item === undefined) ? undefined : (items as Datum[]);
  }
  const made: { [key: string]: Datum } = {};
  for (const [key, one] of Object.entries(value as { readonly [key: string]: ModelDatum })) {
    const item = plain(one);
    if (item === undefined) return undefined;
    made[key] = item;
  }
  return made;
}
