import type { Context, Machine } from '#runtimes/engine/machine';
import { routeField } from '#runtimes/engine/routes';
import { held } from '#runtimes/engine/state';
import {
  type Arguments,
  type ClassValue,
  type Closure,
  constant,
  descended,
  join,
  joinAll,
  joinTaints,
  marked,
  NEVER,
  NO_ARGUMENTS,
  Obj,
  object,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { ClassMember } from '#syntax/code/form';

/** How something is known that was read by a key which somebody else chose. */
export const KEYED = '<keyed>';

/** What `value.name` or `value[name]` is. */
export function property(machine: Machine, value: Value, name: string, at: Location, context: Context): Value {
  if (machine.language.name === 'python' && /^-\d+$/.test(name))
    return fromEnd(machine, value, Number(name), at, context);
  const parts: Value[] = [];
  for (const one of value.objects) parts.push(fieldOf(machine, one, name, value, at, context));
  for (const one of value.classes) parts.push(staticOf(machine, one, name, at, context));
  const taints = descended(value.taints, name, at);
  if (WHO.test(name) && value.taints.some(({ origin, shape }) => origin === 'event' && shape)) machine.asksWho = true;
  if (taints.length > 0) parts.push(marked(taints));
  else if (value.taints.length > 0) {
    const route = routeField(value.taints, name);
    if (route) parts.push(route);
  }
  for (const one of value.apis) {
    if (one.path === KEYED) continue;
    const path = `${one.path}.${name}`;
    const known = machine.language.property(path, machine, at);
    parts.push(known ? received(known, value) : { ...NEVER, apis: [{ path, receiver: value }], open: true });
  }
  const isOwn = value.objects.some((one) => one.kind !== 'list' && one.fields.has(name));
  if ((name === 'length' && !isOwn) || parts.length === 0) return taints.length > 0 ? marked(taints) : UNKNOWN;
  return joinAll(parts);
}

/** What is known by another name was read from the same value. */
function received(known: Value, receiver: Value): Value {
  return known.apis.length === 0 ? known : { ...known, apis: known.apis.map((one) => ({ receiver, ...one })) };
}

/** Fields of events that tell who calls, or let the code find out. */
const WHO = /^(?:authorizer|identity|authorization|cookies?)$/i;

function fieldOf(machine: Machine, one: Obj, name: string, whole: Value, at: Location, context: Context): Value {
  const cell = one.fields.get(name);
  const direct = cell && machine.state.get(cell);
  if (direct) return machine.state.baked(direct);
  const member = one.of && memberOf(machine, one.of, name, whole, at, context);
  if (member) return member;
  const rest = machine.state.get(one.rest);
  const spread = machine.state.get(one.spread);
  const inherited = spread ? property(machine, spread, name, at, context) : NEVER;
  const item = rest && (one.kind !== 'list' || /^\d+$/.test(name)) ? rest : NEVER;
  const found = machine.state.baked(join(item, inherited));
  return found === NEVER ? { ...NEVER, constants: one.kind === 'map' ? [undefined] : [], open: true } : found;
}

/** A method or field of a class or of what it extends, for an instance. */
export function memberOf(
  machine: Machine,
  of: ClassValue,
  name: string,
  self: Value,
  at: Location,
  context: Context,
  depth = 0,
): Value | undefined {
  const member = of.code.members.find(
    (one) => one.name === name && one.code && (!one.isStatic || machine.language.name === 'python'),
  );
  if (member?.code) {
    const closure = closureOf(of, member, self, machine.language.name);
    const value: Value = { ...NEVER, closures: [closure] };
    return member.kind === 'get' ? machine.call(value, NO_ARGUMENTS, self, member.span, context) : value;
  }
  const set = of.statics.fields.get(name);
  const known = set && machine.state.get(set);
  if (known) return bind(known, self, machine);
  if (depth > 6) return undefined;
  for (const base of of.bases) {
    for (const parent of base.classes) {
      const found = memberOf(machine, parent, name, self, at, context, depth + 1);
      if (found) return found;
    }
    for (const outside of base.apis)
      return { ...NEVER, apis: [{ path: `${outside.path}().${name}`, receiver: self }], open: true };
  }
  return undefined;
}

function bind(value: Value, self: Value, machine: Machine): Value {
  if (machine.language.name !== 'python' || value.closures.length === 0) return value;
  return { ...value, closures: value.closures.map((one) => ({ ...one, bound: [self, ...one.bound] })) };
}

/** A method as a function: in Python what it is called on is its first argument. */
function closureOf(of: ClassValue, member: ClassMember, self: Value, language: 'javascript' | 'python'): Closure {
  const isMethod = language === 'python' && !member.isStatic;
  return {
    code: member.code as NonNullable<ClassMember['code']>,
    scope: of.scope,
    module: of.module,
    self,
    home: of,
    bound: isMethod ? [self] : [],
  };
}

function staticOf(machine: Machine, of: ClassValue, name: string, at: Location, context: Context, depth = 0): Value {
  const self: Value = { ...NEVER, classes: [of] };
  const member = of.code.members.find(
    (one) => one.name === name && one.code && (one.isStatic || machine.language.name === 'python'),
  );
  if (member?.code) {
    const isClassMethod = member.decorators.some((one) => one.kind === 'name' && one.name === 'classmethod');
    const closure = closureOf(of, member, self, machine.language.name);
    return { ...NEVER, closures: [{ ...closure, bound: isClassMethod ? [self] : [] }] };
  }
  const cell = of.statics.fields.get(name);
  const known = cell && machine.state.get(cell);
  if (known) return known;
  if (depth < 6) {
    for (const base of of.bases) {
      for (const parent of base.classes) {
        const found = staticOf(machine, parent, name, at, context, depth + 1);
        if (found !== UNKNOWN) return found;
      }
    }
  }
  for (const base of of.bases) {
    for (const outside of base.apis) return { ...NEVER, apis: [{ path: `${outside.path}.${name}` }], open: true };
  }
  return UNKNOWN;
}

/** What `value[key]` is for a key that is computed. */
export function item(machine: Machine, value: Value, key: Value, at: Location, context: Context): Value {
  const names = key.constants.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  if (names.length > 0 && !key.open && key.taints.length === 0)
    return joinAll(names.map((name) => property(machine, value, name, at, context)));
  const parts: Value[] = [element(machine, value, at)];
  for (const one of value.apis) {
    const known = machine.language.property(`${one.path}.[]`, machine, at);
    parts.push(
      known ?? {
        ...NEVER,
        apis: [{ path: `${one.path}.[]`, receiver: value, args: { ...NO_ARGUMENTS, list: [key] } }],
        open: true,
      },
    );
  }
  return joinAll(parts);
}

/** `list[-1]`: in Python a negative position counts from the end; of a list whose length is not known it is any item. */
function fromEnd(machine: Machine, value: Value, position: number, at: Location, context: Context): Value {
  const [one] = value.objects;
  const isKnown =
    value.objects.length === 1 && value.taints.length === 0 && one?.kind === 'list' && !machine.state.get(one.rest);
  const length = isKnown && one ? one.fields.size : 0;
  return isKnown && length + position >= 0
    ? property(machine, value, String(length + position), at, context)
    : element(machine, value, at);
}

/** Any item or field of a value. */
export function element(machine: Machine, value: Value, at: Location): Value {
  const parts: Value[] = [];
  for (const one of value.objects) {
    for (const cell of one.fields.values()) {
      const inside = machine.state.get(cell);
      if (inside) parts.push(machine.state.baked(inside));
    }
    const rest = machine.state.get(one.rest);
    if (rest) parts.push(machine.state.baked(rest));
    const spread = machine.state.get(one.spread);
    if (spread) parts.push(element(machine, spread, at));
  }
  const taints = descended(value.taints, '[]', at);
  if (taints.length > 0) parts.push(marked(taints));
  for (const one of value.apis) {
    if (one.path === KEYED) continue;
    const path = `${one.path}.[]`;
    parts.push(
      machine.language.property(path, machine, at) ?? { ...NEVER, apis: [{ path, receiver: value }], open: true },
    );
  }
  if (parts.length === 0) return UNKNOWN;
  const all = joinAll(parts);
  return all.open ? all : { ...all, open: value.open };
}

/** Sets a field of what a value may be. */
export function setProperty(
  machine: Machine,
  target: Value,
  name: string | undefined,
  value: Value,
  key?: Value,
): void {
  const one = target.objects.length === 1 && target.taints.length === 0 ? target.objects[0] : undefined;
  for (const each of target.objects) {
    if (name === undefined) addKey(each, key);
    const cell = name === undefined ? each.rest : each.field(name);
    if (one && name !== undefined && machine.loops === 0) machine.state.set(cell, value);
    else machine.state.add(cell, value);
  }
  for (const each of target.classes) if (name !== undefined) machine.state.add(each.statics.field(name), value);
}

/** Puts a value under a key that is computed. */
export function setComputed(machine: Machine, one: Obj, key: Value | undefined, value: Value): void {
  addKey(one, key);
  machine.state.add(one.rest, value);
}

/** Keys that are kept of one map: of more nothing is known. */
const MAX_KEYS = 16;

function addKey({ keys }: Obj, key: Value | undefined): void {
  if (keys.length < MAX_KEYS) keys.push(key);
  else keys[0] = undefined;
}

/** A value as something that can be changed: what was read from outside gets an object of its own, whose fields are those that were read. */
export function changeable(value: Value, at: Location): Value | undefined {
  if (value.objects.length > 0 || value.classes.length > 0) return undefined;
  const made = new Obj('map', undefined, at);
  return { ...value, objects: [made], taints: [], text: undefined };
}

/** A list that holds what is given, in no order that is known. */
export function listOf(machine: Machine, items: Value, at: Location | undefined): Value {
  const made = new Obj('list', undefined, at);
  machine.state.set(made.rest, items);
  return object(made);
}

/** A map with fields. */
export function mapOf(machine: Machine, fields: Readonly<Record<string, Value>>, at: Location | undefined): Value {
  const made = new Obj('map', undefined, at);
  for (const [name, value] of Object.entries(fields)) machine.state.set(made.field(name), value);
  return object(made);
}

/** What the names of a value's fields are: known ones, and of what is marked its sender's. */
export function keysOf(machine: Machine, value: Value, at: Location): Value {
  let keys: Value = NEVER;
  for (const one of value.objects) {
    for (const name of one.fields.keys()) keys = join(keys, constant(name));
    const spread = machine.state.get(one.spread);
    if (spread) keys = join(keys, keysOf(machine, spread, at));
    if (machine.state.get(one.rest)) keys = join(keys, UNKNOWN);
  }
  const taints = descended(value.taints, '[key]', at);
  if (taints.length > 0) keys = join(keys, marked(taints));
  return keys === NEVER ? UNKNOWN : keys;
}

/** The arguments with a value put before. */
export function withFirst(args: Arguments, values: readonly Value[]): Arguments {
  return values.length === 0 ? args : { ...args, list: [...values, ...args.list] };
}

/** The marks of several values. */
export function taintsOf(values: readonly Value[]): Value['taints'] {
  return values.map((one) => one.taints).reduce(joinTaints, []);
}

/** The value that a cell holds, as it may be used. */
export function read(machine: Machine, scoped: Parameters<typeof held>[1]): Value {
  return machine.state.baked(held(machine.state, scoped));
}

/** Gives an object the fields of another value. */
export function spreadInto(machine: Machine, made: Obj, value: Value): void {
  if (value.open) addKey(made, undefined);
  for (const one of value.objects) {
    for (const [name, cell] of one.fields) {
      const inside = machine.state.get(cell);
      if (inside)
        machine.state.set(
          made.field(name),
          value.objects.length > 1 ? join(inside, held(machine.state, made.field(name))) : inside,
        );
    }
    const rest = machine.state.get(one.rest);
    if (rest) machine.state.add(made.rest, rest);
    if (rest && one.keys.length === 0) addKey(made, undefined);
    for (const key of one.keys) addKey(made, key);
    const spread = machine.state.get(one.spread);
    if (spread) machine.state.add(made.spread, spread);
  }
  if (value.taints.length > 0 || value.apis.length > 0)
    machine.state.add(made.spread, { ...UNKNOWN, taints: value.taints, apis: value.apis });
}
