import type { Context, Machine } from '#runtimes/engine/machine';
import { changeable, element, item, KEYED, property, setProperty } from '#runtimes/engine/properties';
import { join, marked, NEVER, Obj, object, type Scope, stepped, type Value } from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { Expression, ListPattern, Member, ObjectPattern, Pattern } from '#syntax/code/form';

/** Gives the names and places of a pattern what a value holds. */
export function assign(
  machine: Machine,
  pattern: Pattern,
  value: Value,
  context: Context,
  how: 'declare' | 'assign',
): void {
  machine.tick();
  const at = context.frame.module.at(pattern.span);
  if (pattern.kind === 'name') {
    const cell = how === 'declare' ? context.scope.declare(pattern.name) : assignable(context.scope, pattern.name);
    const named =
      value.taints.length > 0 ? { ...value, taints: stepped(value.taints, at, `becomes \`${pattern.name}\``) } : value;
    machine.language.named?.(machine, pattern.name, value, at, context);
    machine.state.set(cell, named);
  } else if (pattern.kind === 'member') {
    assignMember(machine, pattern, value, context);
  } else if (pattern.kind === 'default-pattern') {
    const given = withDefault(machine, value, pattern.value, context);
    assign(machine, pattern.pattern, given, context, how);
  } else if (pattern.kind === 'object-pattern') {
    assignFields(machine, pattern, value, context, how);
  } else if (pattern.kind === 'list-pattern') {
    assignItems(machine, pattern, value, context, how);
  }
}

/** A name that nothing declares is the module's. */
function assignable(scope: Scope, name: string) {
  return scope.lookup(name) ?? scope.module.declare(name);
}

/** A value with what stands in for it when it is not given. */
export function withDefault(machine: Machine, value: Value, fallback: Expression, context: Context): Value {
  const [known] = value.constants;
  const isGiven = value.constants.length > 0 && !value.open && known !== undefined && value.constants.length === 1;
  if (isGiven) return value;
  const rest = { ...value, constants: value.constants.filter((one) => one !== undefined) };
  const [other] = machine.alternatives([() => machine.evaluate(fallback, context)]);
  return join(rest, other ?? NEVER);
}

function assignFields(
  machine: Machine,
  pattern: ObjectPattern,
  value: Value,
  context: Context,
  how: 'declare' | 'assign',
): void {
  const taken = new Set<string>();
  for (const { key, keySpan, pattern: inner } of pattern.entries) {
    const at = context.frame.module.at(keySpan);
    if (typeof key === 'string') {
      taken.add(key);
      assign(machine, inner, property(machine, value, key, at, context), context, how);
    } else {
      assign(machine, inner, item(machine, value, machine.evaluate(key, context), at, context), context, how);
    }
  }
  if (!pattern.rest) return;
  const at = context.frame.module.at(pattern.rest.span);
  const made = new Obj('map', undefined, at);
  for (const one of value.objects) {
    for (const [name, cell] of one.fields) {
      const inside = machine.state.get(cell);
      if (inside && !taken.has(name)) machine.state.add(made.field(name), inside);
    }
    for (const cell of [one.rest, one.spread]) {
      const inside = machine.state.get(cell);
      if (inside) machine.state.add(cell === one.rest ? made.rest : made.spread, inside);
    }
  }
  if (value.taints.length > 0) machine.state.add(made.spread, marked(value.taints));
  assign(machine, pattern.rest, { ...object(made), open: value.open }, context, how);
}

function assignItems(
  machine: Machine,
  pattern: ListPattern,
  value: Value,
  context: Context,
  how: 'declare' | 'assign',
): void {
  pattern.items.forEach((inner, index) => {
    const at = context.frame.module.at(inner.span);
    const isList = value.objects.some((one) => one.fields.has(String(index)));
    const given = isList ? property(machine, value, String(index), at, context) : element(machine, value, at);
    assign(machine, inner, given, context, how);
  });
  const others = [...(pattern.rest ? [pattern.rest] : []), ...pattern.after];
  for (const inner of others) {
    const at = context.frame.module.at(inner.span);
    const items = element(machine, value, at);
    if (inner !== pattern.rest) {
      assign(machine, inner, items, context, how);
      continue;
    }
    const made = new Obj('list', undefined, at);
    machine.state.set(made.rest, items);
    assign(machine, inner, object(made), context, how);
  }
}

function assignMember(machine: Machine, target: Member, value: Value, context: Context): void {
  const at = context.frame.module.at(target.span);
  let owner = machine.evaluate(target.object, context);
  const changed = changeable(owner, at);
  if (changed) {
    const [made] = changed.objects;
    if (made && owner.taints.length > 0) machine.state.set(made.spread, marked(owner.taints));
    owner = changed;
    if (target.object.kind === 'name') {
      const cell = context.scope.lookup(target.object.name);
      if (cell) machine.state.set(cell, owner);
    } else if (target.object.kind === 'member' && typeof target.object.property === 'string') {
      const outer = machine.evaluate(target.object.object, context);
      setProperty(machine, outer, target.object.property, owner);
    }
  }
  const isTold = throughKey(machine, target, at, context);
  if (typeof target.property === 'string') {
    setProperty(machine, owner, target.property, value);
    for (const one of owner.objects) one.places.set(target.property, at);
    machine.language.assigned?.(machine, owner, target.property, value, at, context);
    return;
  }
  const key = machine.evaluate(target.property, context);
  if (!isTold && key.taints.length > 0 && !isEmptyObject(value)) {
    for (const { path, args } of owner.apis) {
      const place = { callee: 'a computed key', call: at, context };
      const chosen = path === KEYED ? (args?.list[0]?.taints ?? []) : [];
      machine.reach('object-key', chosen, context.frame.module.at(target.property.span), place);
    }
  }
  const names = key.open || key.taints.length > 0 ? [] : key.constants.map(String);
  if (names.length === 0) {
    setProperty(machine, owner, undefined, value, key);
    machine.language.keyAssigned?.(machine, owner, key, value, at, context);
  }
  for (const name of names) {
    setProperty(machine, owner, name, value);
    for (const one of owner.objects) one.places.set(name, at);
    // A name out of a list of ours was put there to be set: of several nobody knows which it is.
    if (names.length === 1) machine.language.assigned?.(machine, owner, name, value, at, context);
  }
}

/** `a[key] = {}` makes room for what is told where it is put in. */
function isEmptyObject(value: Value): boolean {
  return value.taints.length === 0 && value.objects.length > 0 && value.objects.every((one) => one.fields.size === 0);
}

/** `a[key] = …` gives `a` another prototype at worst; it takes `a[key].other = …` to change the one that all objects have. */
function throughKey(machine: Machine, target: Member, at: Location, context: Context): boolean {
  const { object: outer } = target;
  if (machine.language.name !== 'javascript' || outer.kind !== 'member' || typeof outer.property === 'string')
    return false;
  if (!outer.bracketed) return false;
  const key = machine.evaluate(outer.property, context);
  machine.reach('object-key', key.taints, context.frame.module.at(outer.property.span), {
    callee: 'a computed key',
    call: at,
    context,
  });
  return true;
}
