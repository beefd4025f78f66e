import { change, emptyMap, get, isNull } from '#frameworks/cloudformation/nodes';
import type { PropertyPath } from '#model/property';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';
import { entryOf } from '#syntax/document';

/**
 * One property in the words of both: where a framework that lowers to CloudFormation has it below the map that the author writes,
 * and where CloudFormation has it in the lowered resource. Loading reads a table of rows forwards, editing reads it backwards.
 */
export interface Row {
  readonly own: readonly string[];
  readonly cfn: readonly string[];
}

/** Rows for properties that have the same name in both. */
export function same(names: string): readonly Row[] {
  return names.split(' ').map((name) => ({ own: [name], cfn: [name] }));
}

/** A row by dotted paths: `row('Tracing', 'TracingConfig.Mode')`. */
export function row(own: string, cfn: string): Row {
  return { own: own.split('.'), cfn: cfn.split('.') };
}

/** The lowered properties that a table reads from the framework's own; what is absent there is absent in the result. */
export function forward(rows: readonly Row[], from: MapNode): MapNode {
  let result: MapNode = { ...emptyMap(from.span), ...(from.shared === undefined ? {} : { shared: from.shared }) };
  for (const { own, cfn } of rows) {
    const found = entryAt(from, own);
    if (found) result = change(result, cfn, found.keySpan, () => found.value);
  }
  return result;
}

/** Where the framework writes what stands at a path of the lowered resource; undefined when no row knows it. */
export function backward(rows: readonly Row[], path: PropertyPath): PropertyPath | undefined {
  for (const { own, cfn } of rows) {
    if (cfn.length <= path.length && cfn.every((key, index) => key === String(path[index])))
      return [...own, ...path.slice(cfn.length)];
  }
  return undefined;
}

function entryAt(from: MapNode, path: readonly string[]): DataEntry | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const holder: DataNode | undefined = path.length === 1 ? from : get(from, ...path.slice(0, -1));
  const found = entryOf(holder, last);
  return found && !isNull(found.value) ? found : undefined;
}
