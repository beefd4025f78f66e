import type { Machine } from '#runtimes/engine/machine';
import type { Safe } from '#runtimes/engine/sinks';
import { api, type Implications, type Taint, type Value } from '#runtimes/engine/value';

/** Under which a state keeps the triggers whose events do not get there, a bit for each in their order. */
const ROUTE = '<route>';

/** Triggers that have a bit. */
const MAX_TRIGGERS = 30;

type Part = 'method' | 'path' | 'key';

/** Fields in which API Gateway says which of its routes was called, by the path to them. */
const FIELDS: Partial<Record<string, Part>> = {
  httpMethod: 'method',
  'requestContext.httpMethod': 'method',
  'requestContext.http.method': 'method',
  resource: 'path',
  'requestContext.resourcePath': 'path',
  routeKey: 'key',
  'requestContext.routeKey': 'key',
};

/** What a field of the event is that says which route was called; undefined of every other field. */
export function routeField(taints: readonly Taint[], name: string): Value | undefined {
  for (const { origin, path, shape } of taints) {
    if (origin !== 'event' || !shape) continue;
    const joined = [...path, name].join('.');
    const part = Object.hasOwn(FIELDS, joined) ? FIELDS[joined] : undefined;
    if (part !== undefined) return api(`<route ${part}>`);
  }
  return undefined;
}

function partOf({ apis }: Value): Part | undefined {
  const [, part] = /^<route (method|path|key)>$/.exec(apis.length === 1 ? (apis[0]?.path ?? '') : '') ?? [];
  return part as Part | undefined;
}

/** `event.httpMethod === 'POST'`: where it holds, the events of other routes do not get, and where not, those of this one. */
export function routeTest(machine: Machine, left: Value, right: Value): Implications | undefined {
  const [of, to] = partOf(left) ? [left, right] : [right, left];
  const part = partOf(of);
  const [name] = to.constants;
  if (!part || to.open || to.constants.length !== 1 || typeof name !== 'string') return undefined;
  return routeCases(machine, of, [name]);
}

/** What it tells that a field which says the route is one of some constants. */
export function routeCases(machine: Machine, value: Value, names: readonly unknown[]): Implications | undefined {
  const part = partOf(value);
  if (!part) return undefined;
  let others: Safe = 0;
  let these: Safe = 0;
  for (const [index, { entry, route }] of machine.routes.slice(0, MAX_TRIGGERS).entries()) {
    const { method, path } = entry?.route ?? route ?? {};
    // What is sent without a route, or through one for every method, may be either.
    if (method === undefined || path === undefined || (part !== 'path' && method === 'ANY')) continue;
    const own = part === 'method' ? method : part === 'path' ? path : path.startsWith('/') ? `${method} ${path}` : path;
    if (names.includes(own)) these |= 1 << index;
    else others |= 1 << index;
  }
  return { truthy: new Map([[ROUTE, others]]), falsy: new Map([[ROUTE, these]]) };
}

/** The mark with those of its triggers whose events get where the machine is; undefined where none does. */
export function routed(machine: Machine, taint: Taint): Taint | undefined {
  const excluded = machine.state.safety(ROUTE);
  if (excluded === 0) return taint;
  const triggers = taint.triggers.filter((one) => {
    const index = machine.routes.indexOf(one);
    return index < 0 || index >= MAX_TRIGGERS || (excluded & (1 << index)) === 0;
  });
  if (triggers.length === taint.triggers.length) return taint;
  return triggers.length === 0 ? undefined : { ...taint, triggers };
}
