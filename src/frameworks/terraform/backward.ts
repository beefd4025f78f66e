import type { Row } from '#frameworks/terraform/types/table';
import type { Datum } from '#model/patch';
import { Text } from '#model/text';

/** What is to be written below a body: all steps of `path` but the last are blocks that stand once. */
export type Write = { readonly path: readonly string[] } & (
  | { readonly as: 'argument'; readonly datum: Datum }
  /** An argument that holds JSON as text. */
  | { readonly as: 'json'; readonly datum: Datum }
  /** Further blocks of the type, each by what stands in it. */
  | { readonly as: 'blocks'; readonly blocks: readonly (readonly Write[])[] }
);

type MapDatum = { readonly [key: string]: Datum };

/** Whether data is a map. */
export function isMapDatum(datum: Datum): datum is MapDatum {
  return datum !== null && typeof datum === 'object' && !Array.isArray(datum) && !(datum instanceof Text);
}

/**
 * Where rows write what is to stand at a path of the lowered map, below which nothing is written yet. Undefined when no row knows
 * the path, or when one of its values cannot be said in Terraform.
 */
export function backward(
  rows: readonly Row[],
  path: readonly (string | number)[],
  datum: Datum,
): readonly Write[] | undefined {
  for (const row of rows) {
    const found = row.legacy ? undefined : byRow(row, path, datum);
    if (found) return found;
  }
  // A map is written entry by entry where rows know the entries.
  const deeper = rows.some((row) => !row.legacy && isPrefix(path, row.cfn) && row.cfn.length > path.length);
  const spread = rows.some((row) => !row.legacy && row.kind === 'block' && row.cfn.length === 0);
  if ((!deeper && !spread && path.length > 0) || !isMapDatum(datum)) return undefined;
  const writes: Write[] = [];
  for (const [key, one] of Object.entries(datum)) {
    const found = backward(rows, [...path, key], one);
    if (!found) return undefined;
    writes.push(...found);
  }
  return writes;
}

function byRow(row: Row, path: readonly (string | number)[], datum: Datum): readonly Write[] | undefined {
  if (!isPrefix(row.cfn, path)) return undefined;
  const rest = path.slice(row.cfn.length);
  if (row.kind === 'made') {
    const found = row.back?.(rest, datum);
    if (!found) return undefined;
    const all = 'path' in found ? [found] : found;
    return all.flatMap((one) => madeWrite(one.path, one.datum) ?? []);
  }
  if (row.kind === 'json') {
    const wrapped = wrap(rest, datum);
    return wrapped === undefined ? undefined : [{ path: row.own, as: 'json', datum: wrapped }];
  }
  if (row.kind === 'argument') {
    if (row.convert && rest.length > 0) return undefined;
    const said = row.convert ? row.convert.back?.(datum) : wrap(rest, datum);
    return said === undefined ? undefined : [{ path: row.own, as: 'argument', datum: said }];
  }
  if (row.as === 'one') {
    const inner = backward(row.rows, rest, datum);
    return inner?.map((write) => ({ ...write, path: [...row.own, ...write.path] }));
  }
  if (rest.length > 0) return undefined;
  const blocks = row.as === 'list' ? listBlocks(row.rows, datum) : mapBlocks(row.rows, row.keyedBy ?? '', datum);
  return blocks && [{ path: row.own, as: 'blocks', blocks }];
}

function listBlocks(rows: readonly Row[], datum: Datum): readonly (readonly Write[])[] | undefined {
  if (!Array.isArray(datum)) return undefined;
  const blocks: (readonly Write[])[] = [];
  for (const item of datum as readonly Datum[]) {
    const writes = backward(rows, [], item);
    if (!writes) return undefined;
    blocks.push(writes);
  }
  return blocks;
}

function mapBlocks(rows: readonly Row[], key: string, datum: Datum): readonly (readonly Write[])[] | undefined {
  if (!isMapDatum(datum)) return undefined;
  const blocks: (readonly Write[])[] = [];
  for (const [name, item] of Object.entries(datum)) {
    const writes = backward(rows, [], item);
    if (!writes) return undefined;
    blocks.push([{ path: [key], as: 'argument', datum: name }, ...writes]);
  }
  return blocks;
}

/** A path of a made row: `['versioning', 0, 'enabled']`, or `['condition', 'new']` for one more block. */
function madeWrite(path: readonly (string | number)[], datum: Datum): readonly Write[] | undefined {
  const steps = path.filter((step): step is string => typeof step === 'string');
  const added = steps.at(-1) === 'new';
  const own = added ? steps.slice(0, -1) : steps;
  if (!added && !(Array.isArray(datum) && datum.length > 0 && (datum as readonly Datum[]).every(isMapDatum)))
    return [{ path: own, as: 'argument', datum }];
  const items = added ? [datum] : (datum as readonly Datum[]);
  const blocks = items.map((item) =>
    isMapDatum(item)
      ? Object.entries(item).map(([name, one]): Write => ({ path: [name], as: 'argument', datum: one }))
      : [],
  );
  return [{ path: own, as: 'blocks', blocks }];
}

/** A value under the maps that lead to it; undefined when the way goes through a list. */
export function wrap(path: readonly (string | number)[], datum: Datum): Datum | undefined {
  if (path.some((step) => typeof step === 'number')) return undefined;
  return path.reduceRight<Datum>((inner, step) => ({ [step]: inner }), datum);
}

function isPrefix(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  return a.length <= b.length && a.every((step, index) => step === b[index]);
}
