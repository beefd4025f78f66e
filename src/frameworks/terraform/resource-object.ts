import type { Sharer } from '#frameworks/terraform/origin';
import type { UnknownValue, Value } from '#model/value';

/**
 * A resource, data source or module call as expressions see it: a map whose entries are found out as they are asked for, because most
 * are given by the deployment.
 */
export class ResourceObject extends Map<string, Value> {
  readonly #attribute: (name: string) => Value | undefined;
  readonly #names: () => Iterable<string>;

  /**
   * @param attribute the value of an attribute
   * @param names what is configured: all that can be listed
   * @param sharer where what it gives may be edited, if at all
   */
  constructor(
    attribute: (name: string) => Value | undefined,
    names: () => Iterable<string>,
    readonly sharer?: Sharer,
  ) {
    super();
    this.#attribute = attribute;
    this.#names = names;
  }

  override get(name: string): Value | undefined {
    return this.#attribute(name);
  }

  override has(name: string): boolean {
    return [...this.#names()].includes(name);
  }

  override *entries(): MapIterator<[string, Value]> {
    for (const name of this.#names()) {
      const value = this.#attribute(name);
      if (value) yield [name, value];
    }
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override *keys(): MapIterator<string> {
    yield* this.#names();
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  override get size(): number {
    return [...this.#names()].length;
  }
}

/** Instances whose number is not known: each of them is this object. */
export interface Symbolic {
  readonly object: Value;
  /** Whether a name reads an attribute, as where `count` decides only whether there is one. */
  readonly attributes?: true;
}

const SYMBOLIC = new WeakMap<object, Symbolic>();

/** What each of the instances is that an unknown value stands for; undefined for other values. */
export function symbolicOf(value: Value): Symbolic | undefined {
  return SYMBOLIC.get(value);
}

/** Remembers what an unknown number of instances is. */
export function rememberSymbolic(value: UnknownValue, symbolic: Symbolic): void {
  SYMBOLIC.set(value, symbolic);
}
