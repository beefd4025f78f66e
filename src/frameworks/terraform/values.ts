import { Text } from '#model/text';
import type { Scalar, SetValue, Value } from '#model/value';

/** Whether data is a scalar, a Text included. */
export function isScalar(data: SetValue['data']): data is Scalar {
  return data === null || typeof data !== 'object' || data instanceof Text;
}

/** The entries of a value that is a map; undefined for all else. */
export function mapOf(value: Value | undefined): ReadonlyMap<string, Value> | undefined {
  return value?.kind === 'set' && value.data instanceof Map ? (value.data as ReadonlyMap<string, Value>) : undefined;
}

/** The items of a value that is a list; undefined for all else. */
export function listOf(value: Value | undefined): readonly Value[] | undefined {
  return value?.kind === 'set' && Array.isArray(value.data) ? (value.data as readonly Value[]) : undefined;
}

/** The value of an argument or of all blocks of a type, null as if it were not written; undefined when it is not. */
export function argumentOf(body: Value | undefined, name: string): Value | undefined {
  const value = mapOf(body)?.get(name);
  if (value === undefined || value.kind === 'absent') return undefined;
  return value.kind === 'set' && value.data === null ? undefined : value;
}

/** The body of the first block of a type, or of an argument that is an object; undefined when there is none. */
export function blockOf(body: Value | undefined, name: string): Value | undefined {
  const value = argumentOf(body, name);
  return listOf(value)?.[0] ?? (mapOf(value) ? value : undefined);
}

/** The string that a value wholly is; a number or boolean is its text. */
export function stringOf(value: Value | undefined): string | undefined {
  if (value?.kind !== 'set' || value.data === null || !isScalar(value.data) || value.data instanceof Text)
    return undefined;
  return String(value.data);
}

/** The string as far as it is known. */
export function textOf(value: Value | undefined): string | Text | undefined {
  return value?.kind === 'set' && value.data instanceof Text ? value.data : stringOf(value);
}

/** Whether a value is known to be true; `"true"` is. */
export function isTrue(value: Value | undefined): boolean {
  return stringOf(value) === 'true';
}

/** Whether a value is known to be false; `"false"` is. */
export function isFalse(value: Value | undefined): boolean {
  return stringOf(value) === 'false';
}

/** The value with other data, at its place. */
export function withData(value: SetValue, data: SetValue['data']): SetValue {
  return { ...value, data };
}

/** What a function makes of every branch of a value; unknown and absent branches stay what they are. */
export function mapBranches(value: Value, make: (value: SetValue) => Value): Value {
  if (value.kind === 'set') return make(value);
  if (value.kind !== 'conditional') return value;
  return {
    ...value,
    branches: value.branches.map((branch) => ({ when: branch.when, value: mapBranches(branch.value, make) })),
  };
}

/** Whether two values are the same text, whatever is filled in: also one that a variable without a value gives to both. */
export function sameText(a: Value | undefined, b: Value | undefined): boolean {
  if (a?.kind === 'unknown' && b?.kind === 'unknown') return a.parameter !== undefined && a.parameter === b.parameter;
  const left = textOf(a);
  const right = textOf(b);
  if (left === undefined || right === undefined) return false;
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return (
    left.parts.length === right.parts.length &&
    left.parts.every((part, index) => {
      const other = right.parts[index];
      if (typeof part === 'string' || typeof other === 'string' || other === undefined) return part === other;
      if (part.kind === 'ref')
        return other.kind === 'ref' && part.resource === other.resource && part.attribute === other.attribute;
      return other.kind === 'hole' && part.name !== undefined && part.name === other.name;
    })
  );
}
