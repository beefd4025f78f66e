import { Property } from '#model/property';
import { Resource } from '#model/resource';

/** Notes every property that is asked for while `during` runs, each once: a resource's value in one branch of the conditions. */
export function askedFor<T>(during: () => T): { readonly result: T; readonly asked: readonly Property[] } {
  const asked = new Map<string, Property>();
  const note = (property: Property): void => {
    const { resource, path, when } = property;
    const branch = when.map(({ condition, holds }) => `${holds} ${condition}`);
    asked.set(JSON.stringify([resource.id, path, branch]), property);
  };
  const restore = [
    watched(Resource.prototype, 'at', (made: Property[]) => made.forEach(note)),
    watched(Resource.prototype, 'read', (made: Property[]) => made.forEach(note)),
    watched(Resource.prototype, 'attribute', (made: Property[]) => made.forEach(note)),
    watched(Property.prototype, 'at', (made: Property[]) => made.forEach(note)),
    watched(Property.prototype, 'items', (made: Property[]) => made.forEach(note)),
    watched(Property.prototype, 'entries', (made: [string, Property][]) => {
      for (const [, property] of made) note(property);
    }),
  ];
  try {
    return { result: during(), asked: [...asked.values()] };
  } finally {
    for (const put of restore) put();
  }
}

/** Replaces a method by one that tells what it gives; gives the way back. */
function watched<T>(prototype: object, name: string, tell: (result: T) => void): () => void {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  const method: unknown = own?.value;
  if (!own || typeof method !== 'function') throw new Error(`There is no method ${name}.`);
  const telling = function (this: unknown, ...args: readonly unknown[]): T {
    const result = method.apply(this, args) as T;
    tell(result);
    return result;
  };
  Object.defineProperty(prototype, name, { ...own, value: telling });
  return () => Object.defineProperty(prototype, name, own);
}
