import type { Datum, Patch } from '#model/patch';
import type { Resource } from '#model/resource';
import { type ResourceRef, Text } from '#model/text';
import { both, compatible, entry, type Scalar, type Value, type When } from '#model/value';
import type { Location } from '#source/file';

/** Where a property stands in its resource, in the vocabulary of the cloud: `['Environment', 'Variables', 'KEY']`. */
export type PropertyPath = readonly (string | number)[];

export type Keys<T> = keyof NonNullable<T> & string;
export type Of<T, K> = K extends keyof NonNullable<T> ? NonNullable<T>[K] : never;
type Item<T> = NonNullable<T> extends readonly (infer I)[] ? I : NonNullable<T> extends infer S ? S : never;
type Entry<T> = NonNullable<T> extends { readonly [key: string]: infer V } ? V : unknown;

/**
 * One leaf of what a resource declares, in one branch of the template's conditions: what rules read and what findings point
 * at. Every question (`is`, `isNot`, `isTrue`, `isFalse`, `isAbsent`) is false of an unknown property (law 1).
 */
export class Property<T = unknown> {
  /** `default`: the author wrote nothing, and the provider's documented default applies. */
  readonly kind: 'set' | 'default' | 'absent' | 'unknown';
  /** The scalar that is set or the default; undefined for lists and maps, and when absent or unknown. */
  readonly scalar: Scalar | undefined;

  constructor(
    readonly resource: Resource,
    readonly path: PropertyPath,
    /** What the lens read: never a conditional, those are split into one Property for each branch. */
    readonly value: Exclude<Value, { kind: 'conditional' }>,
    /** The conditions of the template under which this branch is deployed; empty when always. */
    readonly when: readonly When[],
  ) {
    const fallback = value.kind === 'absent' ? resource.defaultOf(path, value.missing) : undefined;
    this.kind = fallback === undefined ? value.kind : 'default';
    this.scalar = fallback ?? (value.kind === 'set' && isScalar(value.data) ? value.data : undefined);
  }

  /** Descends by keys: one Property for every branch of the conditions on the way. A key that the schema lacks does not compile. */
  at<A extends Keys<T>>(a: A): Property<Of<T, A>>[];
  at<A extends Keys<T>, B extends Keys<Of<T, A>>>(a: A, b: B): Property<Of<Of<T, A>, B>>[];
  at<A extends Keys<T>, B extends Keys<Of<T, A>>, C extends Keys<Of<Of<T, A>, B>>>(
    a: A,
    b: B,
    c: C,
  ): Property<Of<Of<Of<T, A>, B>, C>>[];
  at<
    A extends Keys<T>,
    B extends Keys<Of<T, A>>,
    C extends Keys<Of<Of<T, A>, B>>,
    D extends Keys<Of<Of<Of<T, A>, B>, C>>,
  >(a: A, b: B, c: C, d: D): Property<Of<Of<Of<Of<T, A>, B>, C>, D>>[];
  at(...keys: string[]): Property[] {
    return descend(this, keys);
  }

  /** Where a person is to look: the value as written, or the closest thing to an absent one. */
  get location(): Location {
    return this.value.at;
  }

  get isUnknown(): boolean {
    return this.kind === 'unknown';
  }

  /** Not written, and the provider has no default for it. */
  get isAbsent(): boolean {
    return this.kind === 'absent';
  }

  /** Written by somebody, though what was written may not be known. */
  get isWritten(): boolean {
    return this.kind === 'set' || this.kind === 'unknown';
  }

  /** The parameter whose default gave the value, where one did: a deployment can choose another. */
  get parameter(): string | undefined {
    return this.value.kind === 'absent' ? undefined : this.value.parameter;
  }

  /** Known to be true; templates also write `"true"`. */
  get isTrue(): boolean {
    return this.scalar === true || (typeof this.scalar === 'string' && this.scalar.toLowerCase() === 'true');
  }

  get isFalse(): boolean {
    return this.scalar === false || (typeof this.scalar === 'string' && this.scalar.toLowerCase() === 'false');
  }

  /** The string when wholly known. A number or boolean where a string belongs is its text. */
  get string(): string | undefined {
    if (typeof this.scalar === 'string') return this.scalar;
    return typeof this.scalar === 'number' || typeof this.scalar === 'boolean' ? String(this.scalar) : undefined;
  }

  /** The string as far as it is known. */
  get text(): string | Text | undefined {
    return this.scalar instanceof Text ? this.scalar : this.string;
  }

  /** The number when known; a numeric string is its number. */
  get number(): number | undefined {
    if (typeof this.scalar === 'number') return this.scalar;
    if (typeof this.scalar !== 'string' || this.scalar.trim() === '') return undefined;
    const number = Number(this.scalar);
    return Number.isFinite(number) ? number : undefined;
  }

  /** The resource reference that the whole value is (`!Ref Table`, `!GetAtt Table.Arn`). */
  get ref(): ResourceRef | undefined {
    return this.scalar instanceof Text ? this.scalar.ref : undefined;
  }

  /** Known to be one of the values; strings are compared as written. */
  is(...values: readonly (string | number | boolean)[]): boolean {
    if (this.scalar === undefined || this.scalar instanceof Text) return false;
    return values.some((value) => value === this.scalar || String(value) === this.string);
  }

  /** Known, and known to be none of the values. */
  isNot(...values: readonly (string | number | boolean)[]): boolean {
    if (this.kind === 'absent') return true;
    if (this.scalar === undefined || this.scalar instanceof Text) return false;
    return !this.is(...values);
  }

  /** The items of a list, one Property for each branch of each; a single value where a list belongs is a list of one. */
  items(): Property<Item<T>>[] {
    if (this.value.kind !== 'set') return [];
    const { data } = this.value;
    if (!Array.isArray(data))
      return data instanceof Map && data.size === 0 ? [] : [this as unknown as Property<Item<T>>];
    return data.flatMap((item: Value, index) =>
      branches<Item<T>>(this.resource, [...this.path, index], item, this.when).filter((one) => !one.isAbsent),
    );
  }

  /** The entries of a map, one pair for each branch of each. */
  entries(): [string, Property<Entry<T>>][] {
    if (this.value.kind !== 'set' || !(this.value.data instanceof Map)) return [];
    return [...this.value.data].flatMap(([key, value]: [string, Value]) =>
      branches<Entry<T>>(this.resource, [...this.path, key], value, this.when)
        .filter((one) => !one.isAbsent)
        .map((one): [string, Property<Entry<T>>] => [key, one]),
    );
  }

  /** Whether the value is a list or a map that somebody wrote with nothing in it, or is not written at all. */
  get isEmpty(): boolean {
    if (this.kind === 'absent') return true;
    if (this.value.kind !== 'set') return false;
    const { data } = this.value;
    return Array.isArray(data) ? data.length === 0 : data instanceof Map ? data.size === 0 : data === '';
  }

  /** The patch that writes this property. */
  set(value: Datum): Patch {
    return { op: 'set', resource: this.resource, path: this.path, when: this.when, value };
  }

  /** The patch that writes these in place of a value that stands alone, be it without a list around it or as its only item. */
  setAll(values: readonly Datum[]): Patch {
    const [only] = values;
    if (values.length === 1 && only !== undefined) return this.set(only);
    const path = typeof this.path.at(-1) === 'number' ? this.path.slice(0, -1) : this.path;
    return { op: 'set', resource: this.resource, path, when: this.when, value: values };
  }

  append(value: Datum): Patch {
    return { op: 'append', resource: this.resource, path: this.path, when: this.when, value };
  }

  remove(): Patch {
    return { op: 'remove', resource: this.resource, path: this.path, when: this.when };
  }
}

function isScalar(data: unknown): data is Scalar {
  return data === null || typeof data !== 'object' || data instanceof Text;
}

/** One Property for each branch of a value that can hold together with `when`. */
export function branches<T>(
  resource: Resource,
  path: PropertyPath,
  value: Value,
  when: readonly When[],
): Property<T>[] {
  if (value.kind !== 'conditional') return [new Property<T>(resource, path, value, when)];
  return value.branches.flatMap((branch) =>
    compatible(when, [branch.when]) ? branches<T>(resource, path, branch.value, both(when, [branch.when])) : [],
  );
}

/** Walks down from a property; an unknown map has unknown entries, an absent one absent entries. */
export function descend(from: Property, keys: readonly string[]): Property[] {
  let current = [from];
  for (const key of keys) current = current.flatMap((property) => step(property, key));
  return current;
}

function step(from: Property, key: string): Property[] {
  const path = [...from.path, key];
  const { value } = from;
  if (value.kind === 'absent') {
    const missing = value.missing ?? from.path.length;
    return [new Property(from.resource, path, { ...value, missing }, from.when)];
  }
  if (value.kind !== 'set') return [new Property(from.resource, path, value, from.when)];
  const next = entry(value, key);
  if (next) return branches(from.resource, path, next, from.when);
  return [
    new Property(
      from.resource,
      path,
      { kind: 'unknown', at: value.at, why: 'a scalar stands where a map belongs' },
      from.when,
    ),
  ];
}
