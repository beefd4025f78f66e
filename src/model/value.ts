import type { Text } from '#model/text';
import type { Location } from '#source/file';

/** What a template can say of a property, as data: strings may be known in part. */
export type Scalar = string | number | boolean | null | Text;

/** A condition of the template and the outcome of it under which something holds. */
export interface When {
  /** The condition's name as the author wrote it (`IsProd`), or a short text for an inline one (`Stage is prod`). */
  readonly condition: string;
  readonly holds: boolean;
}

interface Placed {
  /**
   * Where the author wrote the value; for an absent one the closest thing that is written: the key of the map it is missing
   * from, or the resource's logical ID.
   */
  readonly at: Location;
}

/** Written by the author, directly or through a parameter's default, a mapping, or an intrinsic that could be evaluated. */
export interface SetValue extends Placed {
  readonly kind: 'set';
  readonly data: Scalar | readonly Value[] | ReadonlyMap<string, Value>;
  /** The key (`AuthType`), when the value is an entry of a map that somebody wrote. */
  readonly key?: Location;
  /** The parameter whose default gave the value, where one did: a deployment can choose another. */
  readonly parameter?: string;
}

/** Not written, and known to be so; what the provider does then is told by `#model/defaults`. */
export interface AbsentValue extends Placed {
  readonly kind: 'absent';
  /** Where something on the way is not written either: how many steps of the path lead to the first such place. */
  readonly missing?: number;
}

/** Written in several versions; which one is deployed depends on a condition that is not known here. */
export interface ConditionalValue extends Placed {
  readonly kind: 'conditional';
  readonly branches: readonly { readonly when: When; readonly value: Value }[];
}

/** Not to be known before the deployment. Rules say nothing about it (law 1). */
export interface UnknownValue extends Placed {
  readonly kind: 'unknown';
  /** A short phrase: `parameter Stage has no default`. */
  readonly why: string;
  /** The parameter that it is, where it is one. */
  readonly parameter?: string;
}

/**
 * What a resource declares at one place, and where that is written. Lenses make values; rules read them through Property,
 * which adds the fifth kind of the design, the provider's default.
 */
export type Value = SetValue | AbsentValue | ConditionalValue | UnknownValue;

/** Whether two lists of conditions can hold at once. */
export function compatible(a: readonly When[], b: readonly When[]): boolean {
  return a.every((one) => b.every((other) => one.condition !== other.condition || one.holds === other.holds));
}

/** Both lists without repetition. */
export function both(a: readonly When[], b: readonly When[]): readonly When[] {
  if (b.length === 0) return a;
  return [...a, ...b.filter((one) => !a.some((other) => other.condition === one.condition))];
}

/** The value of a map's entry; absent when the map does not have it. Undefined when the data is not a map. */
export function entry(value: SetValue, key: string): Value | undefined {
  if (!(value.data instanceof Map)) return undefined;
  return value.data.get(key) ?? { kind: 'absent', at: value.key ?? value.at };
}
