import type { DataEntry, DataNode } from '#syntax/document';

/** The values of the identifiers of the `Fn::ForEach` that a node is read in. */
export type Loop = ReadonlyMap<string, string>;

/**
 * A string with the loops' identifiers filled in: every `${Name}`, and every `&{Name}` without what is not a letter or digit.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function fillIn(text: string, loop: Loop | undefined): string {
  if (!loop || loop.size === 0 || !text.includes('{')) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]{1,64})\}/g, (all, sign: string, name: string) => {
    const value = loop.get(name);
    if (value === undefined) return all;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

/** One entry of a map after its loops are unrolled. */
export interface UnrolledEntry {
  readonly key: string;
  readonly entry: DataEntry;
  /** The identifiers of the loops around it; undefined outside of loops. */
  readonly loop: Loop | undefined;
}

/** What unrolling needs to know of its surroundings. */
export interface LoopContext {
  /** The strings of a collection, or undefined when they cannot be known. */
  collection(node: DataNode, loop: Loop | undefined): readonly string[] | undefined;
  /** Asks leave to make one more copy; false when the template has made as many as it may. */
  spend(): boolean;
  /** Told of a loop that could not be unrolled, with the reason. */
  skipped(entry: DataEntry, why: string): void;
}

const MAX_NESTED_LOOPS = 5;

/** The entries of a map with every `Fn::ForEach::Name` replaced by what it makes; what cannot be unrolled is left out and told. */
export function* unrolled(
  entries: readonly DataEntry[],
  loop: Loop | undefined,
  context: LoopContext,
  depth = 0,
): Generator<UnrolledEntry> {
  for (const entry of entries) {
    if (!entry.key.startsWith('Fn::ForEach::')) {
      yield { key: fillIn(entry.key, loop), entry, loop };
      continue;
    }
    const reading = readLoop(entry.value);
    if (typeof reading === 'string') {
      context.skipped(entry, reading);
      continue;
    }
    if (depth >= MAX_NESTED_LOOPS) {
      context.skipped(entry, `loops are nested more than ${MAX_NESTED_LOOPS} deep`);
      continue;
    }
    const values = context.collection(reading.collection, loop);
    if (!values) {
      context.skipped(entry, 'its collection is not known before the deployment');
      continue;
    }
    for (const value of values) {
      if (!context.spend()) {
        context.skipped(entry, 'the template makes too many copies');
        return;
      }
      const inner = new Map(loop).set(reading.identifier, value);
      yield* unrolled(reading.output, inner, context, depth + 1);
    }
  }
}

function readLoop(node: DataNode): { identifier: string; collection: DataNode; output: readonly DataEntry[] } | string {
  if (node.kind !== 'list' || node.items.length !== 3) return 'it is not a list of identifier, collection and output';
  const [identifier, collection, output] = node.items;
  if (identifier?.kind !== 'scalar' || typeof identifier.value !== 'string') return 'its identifier is not a string';
  if (!collection || output?.kind !== 'map') return 'its output is not a map';
  return { identifier: identifier.value, collection, output: output.entries };
}
