import { classOf } from '#runtimes/engine/classes';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { concatenated, negation, operated, truth } from '#runtimes/engine/operators';
import { cutAtPlaceholders } from '#runtimes/engine/placeholders';
import { element, item, KEYED, memberOf, property, setComputed, spreadInto } from '#runtimes/engine/properties';
import { EVERYTHING } from '#runtimes/engine/sinks';
import { both, either, held, NOTHING_KNOWN } from '#runtimes/engine/state';
import {
  type Arguments,
  constant,
  type Implications,
  join,
  joinAll,
  joinTaints,
  marked,
  NEVER,
  NO_ARGUMENTS,
  Obj,
  object,
  type Refinement,
  Scope,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type {
  Argument,
  Assignment,
  Call,
  Comprehension,
  Conditional,
  Expression,
  ListLiteral,
  Literal,
  Logical,
  Markup,
  Member,
  ObjectLiteral,
  Unary,
} from '#syntax/code/form';

/** What an expression may be, with what evaluating it does. */
export function evaluate(machine: Machine, expression: Expression, context: Context): Value {
  machine.tick();
  switch (expression.kind) {
    case 'literal':
      return literal(machine, expression, context);
    case 'regex':
      return { ...NEVER, regex: expression };
    case 'name':
      return nameOf(machine, expression.name, context);
    case 'this':
      return thisOf(machine, expression.isSuper, context);
    case 'member':
      return memberValue(machine, expression, context).value;
    case 'call':
      return calledBy(machine, expression, context);
    case 'template':
      return concatenated(
        machine,
        expression.parts.flatMap((part): readonly (string | Value)[] =>
          typeof part === 'string' ? (cutAtPlaceholders(part) ?? [part]) : [evaluate(machine, part, context)],
        ),
        context.frame.module.at(expression.span),
        expression.parts.map((part) => (typeof part === 'string' ? undefined : context.frame.module.at(part.span))),
      );
    case 'object':
      return mapLiteral(machine, expression, context);
    case 'list':
      return listLiteral(machine, expression, context);
    case 'function':
      return {
        ...NEVER,
        closures: [
          {
            code: expression.code,
            scope: context.scope,
            module: context.frame.module,
            self: expression.code.isArrow ? context.frame.self : undefined,
            home: expression.code.isArrow ? context.frame.home : undefined,
            bound: [],
          },
        ],
      };
    case 'class':
      return { ...NEVER, classes: [classOf(machine, expression.code, context)] };
    case 'binary': {
      const left = evaluate(machine, expression.left, context);
      const right = evaluate(machine, expression.right, context);
      machine.language.compared?.(machine, expression, left, right, context);
      return operated(machine, expression, left, right, context);
    }
    case 'logical':
      return logical(machine, expression, context);
    case 'unary':
      return unary(machine, expression, context);
    case 'conditional':
      return conditional(machine, expression, context);
    case 'assignment':
      return assignment(machine, expression, context);
    case 'await':
      return awaited(evaluate(machine, expression.value, context));
    case 'yield': {
      const value = expression.value ? evaluate(machine, expression.value, context) : UNKNOWN;
      context.frame.yields.push(
        expression.delegates ? element(machine, value, context.frame.module.at(expression.span)) : value,
      );
      return UNKNOWN;
    }
    case 'sequence': {
      const values = expression.items.map((one) => evaluate(machine, one, context));
      return values.at(-1) ?? UNKNOWN;
    }
    case 'comprehension':
      return comprehension(machine, expression, context);
    case 'slice':
      for (const part of [expression.from, expression.to, expression.step]) if (part) evaluate(machine, part, context);
      return UNKNOWN;
    case 'markup':
      return markup(machine, expression, context);
    case 'opaque': {
      const parts = expression.parts.map((part) => evaluate(machine, part, context));
      if (expression.isUnread) unread(machine, parts);
      return marked(parts.map(({ taints }) => taints).reduce(joinTaints, []));
    }
  }
}

/** Broken code may be a check of what it names. Of the whole event, which it names anyway, that says nothing. */
function unread(machine: Machine, values: readonly Value[]): void {
  for (const value of values)
    for (const { origin, path, key } of deepTaints(machine, value))
      if (origin === 'event' && path.length > 0) machine.state.refine(new Map([[key, EVERYTHING]]));
}

/** The value that a promise gives; awaited, it is no longer pending. */
export function awaited(value: Value): Value {
  return value.pending.length === 0 ? value : { ...value, pending: [] };
}

/** A text in which a template fills something in is known in part. */
function literal(machine: Machine, { value, span }: Literal, context: Context): Value {
  const parts = typeof value === 'string' ? cutAtPlaceholders(value) : undefined;
  if (!parts) return constant(value);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return only;
  return concatenated(machine, parts, context.frame.module.at(span));
}

function nameOf(machine: Machine, name: string, context: Context): Value {
  const cell = context.scope.lookup(name);
  if (cell) return machine.state.baked(held(machine.state, cell));
  if (name === 'undefined' && machine.language.name === 'javascript') return constant(undefined);
  const [filled] = cutAtPlaceholders(name) ?? [];
  return typeof filled === 'object' ? filled : machine.language.global(name);
}

function thisOf(machine: Machine, isSuper: boolean, context: Context): Value {
  const { frame } = context;
  if (!isSuper) return frame.self ? machine.state.baked(frame.self) : UNKNOWN;
  return frame.home ? joinAll(frame.home.bases) : UNKNOWN;
}

/** The marks of a slice: what is checked of it is not checked of the whole. */
function partOf(taints: Value['taints']): Value['taints'] {
  return taints.map((one) => (one.origin === 'event' ? { ...one, key: `${one.key}.<part>` } : one));
}

/** A member with what it is read from, which a call of it is made on. */
export function memberValue(
  machine: Machine,
  node: Member,
  context: Context,
): { readonly value: Value; readonly receiver: Value; readonly name: string | undefined } {
  const at = context.frame.module.at(node.span);
  const receiver = evaluate(machine, node.object, context);
  if (typeof node.property !== 'string') {
    if (node.property.kind === 'slice') {
      evaluate(machine, node.property, context);
      return { value: { ...receiver, taints: partOf(receiver.taints), text: undefined }, receiver, name: undefined };
    }
    const key = evaluate(machine, node.property, context);
    const value = item(machine, receiver, key, at, context);
    if (key.taints.length > 0) machine.language.keyed?.(machine, receiver, key, at, context);
    return { value: keyed(machine, machine.state.baked(value), receiver, key), receiver, name: undefined };
  }
  if (node.object.kind === 'this' && node.object.isSuper && context.frame.home && context.frame.self) {
    for (const base of context.frame.home.bases) {
      for (const parent of base.classes) {
        const found = memberOf(machine, parent, node.property, context.frame.self, at, context);
        if (found) return { value: found, receiver: context.frame.self, name: node.property };
      }
    }
  }
  const value = property(machine, receiver, node.property, at, context);
  return { value: machine.state.baked(value), receiver, name: node.property };
}

/** What was read of our own objects by a key that somebody else chose may be the prototype of all objects. */
function keyed(machine: Machine, value: Value, receiver: Value, key: Value): Value {
  if (machine.language.name !== 'javascript' || receiver.taints.length > 0) return value;
  if (!key.taints.some((taint) => taint.origin === 'event')) return value;
  return { ...value, apis: [...value.apis, { path: KEYED, args: { ...NO_ARGUMENTS, list: [key] } }] };
}

/** The values of arguments, in order. */
export function argumentsOf(machine: Machine, args: readonly Argument[], context: Context): Arguments {
  const list: Value[] = [];
  const named = new Map<string, Value>();
  let rest: Value | undefined;
  const more = (value: Value): void => {
    rest = rest ? join(rest, value) : value;
  };
  for (const arg of args) {
    const value = evaluate(machine, arg.value, context);
    const at = context.frame.module.at(arg.span);
    if (arg.name !== undefined) named.set(arg.name, value);
    else if (arg.spread === 'keywords') {
      for (const one of value.objects) {
        for (const [name, cell] of one.fields) named.set(name, machine.state.get(cell) ?? UNKNOWN);
        const spread = machine.state.get(one.spread);
        if (spread) more(spread);
      }
      if (value.taints.length > 0) named.set('**', value);
    } else if (arg.spread === 'list') {
      const [known] = value.objects;
      const isKnown = value.objects.length === 1 && known?.kind === 'list' && !machine.state.get(known.rest) && !rest;
      if (isKnown && known) {
        for (let index = 0; known.fields.has(String(index)); index++)
          list.push(machine.state.get(known.field(String(index))) ?? UNKNOWN);
      } else more(element(machine, value, at));
    } else if (rest) more(value);
    else list.push(value);
  }
  return { list, named, rest };
}

function calledBy(machine: Machine, node: Call, context: Context): Value {
  let callee: Value;
  let self: Value | undefined;
  let name: string | undefined;
  if (node.callee.kind === 'member') {
    const found = memberValue(machine, node.callee, context);
    callee = found.value;
    self = found.receiver;
    name = found.name;
  } else if (node.callee.kind === 'this' && node.callee.isSuper) {
    const args = argumentsOf(machine, node.args, context);
    const { home, self: own } = context.frame;
    for (const base of home?.bases ?? []) {
      for (const parent of base.classes) machine.construct(parent, args, node.span, context, own);
    }
    return UNKNOWN;
  } else callee = evaluate(machine, node.callee, context);
  const args = argumentsOf(machine, node.args, context);
  const parts =
    node.how === 'tagged' && callee.closures.length > 0 ? partsOf(machine, node.args[0]?.value, context) : [];
  if (parts.length > 0) {
    const own = machine.call(
      { ...NEVER, closures: callee.closures },
      { ...args, list: parts },
      self,
      node.span,
      context,
    );
    if (callee.apis.length === 0) return own;
    return join(own, machine.invoke({ node, callee: { ...callee, closures: [] }, self, name, args, context }));
  }
  return machine.invoke({ node, callee, self, name, args, context });
}

/** What a function of the code gets of a template that it is put before: the texts, and each value. */
function partsOf(machine: Machine, template: Expression | undefined, context: Context): readonly Value[] {
  if (template?.kind !== 'template') return [];
  const values = template.parts.flatMap((part) => (typeof part === 'string' ? [] : [evaluate(machine, part, context)]));
  return [UNKNOWN, ...values];
}

function mapLiteral(machine: Machine, node: ObjectLiteral, context: Context): Value {
  const made = new Obj('map', undefined, context.frame.module.at(node.span));
  let open = false;
  for (const entry of node.entries) {
    if ('spread' in entry) {
      const value = evaluate(machine, entry.spread, context);
      spreadInto(machine, made, value);
      open ||= value.open;
      continue;
    }
    const value = evaluate(machine, entry.value, context);
    if (entry.accessor !== undefined) continue;
    if (typeof entry.key === 'string') {
      machine.state.set(made.field(entry.key), value);
      made.places.set(entry.key, context.frame.module.at(entry.value.span));
      continue;
    }
    const key = evaluate(machine, entry.key, context);
    const names = key.open || key.taints.length > 0 ? [] : key.constants.map(String);
    if (names.length === 0) setComputed(machine, made, key, value);
    for (const name of names) machine.state.set(made.field(name), value);
  }
  const self = { ...object(made), open };
  // Methods are called on the object that they stand in.
  for (const cell of made.fields.values()) {
    const value = machine.state.get(cell);
    if (value?.closures.some((one) => !one.code.isArrow && one.self === undefined)) {
      const closures = value.closures.map((one) => (one.code.isArrow || one.self ? one : { ...one, self }));
      machine.state.set(cell, { ...value, closures });
    }
  }
  return self;
}

function listLiteral(machine: Machine, node: ListLiteral, context: Context): Value {
  const made = new Obj('list', undefined, context.frame.module.at(node.span));
  const args = argumentsOf(machine, node.items, context);
  args.list.forEach((value, index) => {
    machine.state.set(made.field(String(index)), value);
  });
  if (args.rest) machine.state.add(made.rest, args.rest);
  return { ...object(made), pending: args.list.flatMap((one) => one.pending) };
}

function logical(machine: Machine, node: Logical, context: Context): Value {
  const left = evaluate(machine, node.left, context);
  const known = node.operator === 'nullish' ? undefined : truth(left);
  if (node.operator === 'and' && known === false) return left;
  if (node.operator === 'or' && known === true) return left;
  const whenRight: Refinement =
    node.operator === 'and'
      ? (left.implies?.truthy ?? NOTHING_KNOWN)
      : node.operator === 'or'
        ? (left.implies?.falsy ?? NOTHING_KNOWN)
        : NOTHING_KNOWN;
  const whenLeft: Refinement =
    node.operator === 'and'
      ? (left.implies?.falsy ?? NOTHING_KNOWN)
      : node.operator === 'or'
        ? (left.implies?.truthy ?? NOTHING_KNOWN)
        : NOTHING_KNOWN;
  let right: Value = NEVER;
  const values = machine.alternatives<Value>([
    () => {
      machine.state.refine(whenLeft);
      // What is false harms nobody, whoever decided it.
      return node.operator === 'and'
        ? { ...left, taints: [], objects: [], apis: [], closures: [], text: undefined }
        : machine.state.baked(left);
    },
    () => {
      machine.state.refine(whenRight);
      right = evaluate(machine, node.right, context);
      return right;
    },
  ]);
  return { ...joinAll(values), implies: combined(node.operator, left.implies, right.implies) };
}

function combined(
  operator: Logical['operator'],
  left: Implications | undefined,
  right: Implications | undefined,
): Implications | undefined {
  if (operator === 'nullish' || (!left && !right)) return undefined;
  const a = left ?? { truthy: NOTHING_KNOWN, falsy: NOTHING_KNOWN };
  const b = right ?? { truthy: NOTHING_KNOWN, falsy: NOTHING_KNOWN };
  return operator === 'and'
    ? { truthy: both(a.truthy, b.truthy), falsy: either(a.falsy, both(a.truthy, b.falsy)) }
    : { truthy: either(a.truthy, both(a.falsy, b.truthy)), falsy: both(a.falsy, b.falsy) };
}

function unary(machine: Machine, node: Unary, context: Context): Value {
  if (node.operator === 'delete') {
    if (node.operand.kind === 'member' && typeof node.operand.property === 'string')
      machine.assign(node.operand, constant(undefined), context);
    return constant(true);
  }
  const value = evaluate(machine, node.operand, context);
  if (node.operator === 'not') {
    const known = truth(value);
    const implies = negation(value.implies);
    if (known !== undefined) return { ...constant(!known), ...(implies ? { implies } : {}) };
    return { ...UNKNOWN, constants: [true, false], open: false, implies };
  }
  if (node.operator === 'typeof') return { ...NEVER, apis: [{ path: '<typeof>', receiver: value }], open: true };
  if (node.operator === 'void') return constant(undefined);
  const [only] = value.constants;
  if (node.operator === '-' && typeof only === 'number' && value.constants.length === 1 && !value.open)
    return constant(-only);
  return UNKNOWN;
}

function conditional(machine: Machine, node: Conditional, context: Context): Value {
  const test = evaluate(machine, node.test, context);
  const known = truth(test);
  const ways: (() => Value)[] = [];
  let then: Value = NEVER;
  let otherwise: Value = NEVER;
  if (known !== false) {
    ways.push(() => {
      machine.state.refine(test.implies?.truthy ?? NOTHING_KNOWN);
      then = machine.state.baked(evaluate(machine, node.then, context));
      return then;
    });
  }
  if (known !== true) {
    ways.push(() => {
      machine.state.refine(test.implies?.falsy ?? NOTHING_KNOWN);
      otherwise = machine.state.baked(evaluate(machine, node.otherwise, context));
      return otherwise;
    });
  }
  return joinAll(machine.alternatives(ways));
}

function assignment(machine: Machine, node: Assignment, context: Context): Value {
  if (node.operator === undefined) {
    const value = evaluate(machine, node.value, context);
    machine.assign(node.target, value, context);
    return value;
  }
  const { target } = node;
  if (target.kind !== 'name' && target.kind !== 'member') {
    evaluate(machine, node.value, context);
    return UNKNOWN;
  }
  const value =
    node.operator === 'and' || node.operator === 'or' || node.operator === 'nullish'
      ? logical(
          machine,
          { kind: 'logical', operator: node.operator, left: target, right: node.value, span: node.span },
          context,
        )
      : evaluate(
          machine,
          { kind: 'binary', operator: node.operator, left: target, right: node.value, span: node.span },
          context,
        );
  machine.assign(target, value, context);
  return value;
}

function comprehension(machine: Machine, node: Comprehension, context: Context): Value {
  const at = context.frame.module.at(node.span);
  const inner: Context = { ...context, scope: new Scope(context.scope, 'block') };
  const made = new Obj(node.of === 'object' ? 'map' : 'list', undefined, at);
  machine.loops += 1;
  const run = (index: number): void => {
    const clause = node.clauses[index];
    if (!clause) {
      if (node.key) evaluate(machine, node.key, inner);
      machine.state.add(made.rest, machine.state.baked(evaluate(machine, node.element, inner)));
      return;
    }
    const items = evaluate(machine, clause.iterable, inner);
    machine.assign(
      clause.target,
      element(machine, items, context.frame.module.at(clause.iterable.span)),
      inner,
      'declare',
    );
    for (const condition of clause.conditions)
      machine.state.refine(evaluate(machine, condition, inner).implies?.truthy ?? NOTHING_KNOWN);
    run(index + 1);
  };
  machine.alternatives([() => run(0)]);
  machine.loops -= 1;
  return object(made);
}

function markup(machine: Machine, node: Markup, context: Context): Value {
  for (const one of node.attributes) {
    const value = evaluate(machine, 'spread' in one ? one.spread : one.value, context);
    if (!('spread' in one) && one.key === 'dangerouslySetInnerHTML') {
      const html = property(machine, value, '__html', context.frame.module.at(one.span), context);
      machine.reach('html', html.taints, context.frame.module.at(one.value.span), {
        callee: 'dangerouslySetInnerHTML',
        call: context.frame.module.at(one.span),
        context,
      });
    }
  }
  for (const child of node.children) evaluate(machine, child, context);
  return UNKNOWN;
}
