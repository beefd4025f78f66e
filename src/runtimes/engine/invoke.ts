import { bindDeclarations } from '#runtimes/engine/hoisting';
import { localModule, moduleValue } from '#runtimes/engine/imports';
import type { Context, Frame, Machine, Module } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { truth } from '#runtimes/engine/operators';
import { memberOf, withFirst } from '#runtimes/engine/properties';
import { both, either, NOTHING_KNOWN } from '#runtimes/engine/state';
import {
  type Arguments,
  type ClassValue,
  type Closure,
  constant,
  type Implications,
  isNever,
  joinAll,
  joinTaints,
  marked,
  NEVER,
  NO_ARGUMENTS,
  Obj,
  object,
  type Refinement,
  Scope,
  stepped,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import { CallView } from '#runtimes/engine/view';
import type { Span } from '#source/span';
import type { Call, Parameter } from '#syntax/code/form';

/** Functions that may be in the middle of a call at the same time. */
const MAX_DEPTH = 40;

/** How often a function may call itself with a number that is known. */
const MAX_COUNTED = 4;

/** A call as it is written, with its values. */
export interface Invocation {
  readonly node: Call;
  readonly callee: Value;
  /** What the method is called on. */
  readonly self: Value | undefined;
  /** The method's name, where it is known. */
  readonly name: string | undefined;
  readonly args: Arguments;
  readonly context: Context;
}

/** The value of a call that is written in the code. */
export function invoke(machine: Machine, { node, callee, self, name, args, context }: Invocation): Value {
  machine.tick();
  machine.listener?.visit(node);
  if (node.how === 'new') return constructed(machine, callee, args, node, context);
  if (machine.language.name === 'javascript') {
    const imported = requiredBy(machine, node, context);
    if (imported) return imported;
  }
  if (name !== undefined && callee.closures.length > 0 && self && callee.closures === self.closures) return UNKNOWN;
  if (name !== undefined && self && self.closures.length + self.apis.length > 0) {
    const through = throughFunction(machine, name, self, args, node.span, context);
    if (through) return through;
  }
  return called(machine, callee, args, self, node.span, context, node, name);
}

/** Calls a value with values. */
export function call(
  machine: Machine,
  callee: Value,
  args: Arguments,
  self: Value | undefined,
  span: Span,
  context: Context,
): Value {
  return called(machine, callee, args, self, span, context, undefined, undefined);
}

function called(
  machine: Machine,
  callee: Value,
  args: Arguments,
  self: Value | undefined,
  span: Span,
  context: Context,
  node: Call | undefined,
  name: string | undefined,
): Value {
  const at = context.frame.module.at(span);
  const ways: (() => Value)[] = [];
  for (const closure of callee.closures) ways.push(() => runClosure(machine, closure, args, self, span, context));
  for (const one of callee.classes) ways.push(() => construct(machine, one, args, span, context, undefined));
  if (machine.language.name === 'python')
    for (const one of callee.objects) {
      const method = one.of && memberOf(machine, one.of, '__call__', callee, at, context);
      for (const closure of method?.closures ?? [])
        ways.push(() => runClosure(machine, closure, args, callee, span, context));
    }
  for (const outside of callee.apis) {
    if (outside.path.startsWith('<') && !machine.language.model(outside.path)) continue;
    ways.push(() => {
      // What the engine itself made of a function keeps the function, wherever it is called from.
      const receiver =
        (outside.path.startsWith('<') ? outside.receiver : undefined) ?? self ?? outside.receiver ?? UNKNOWN;
      return outsideCall(machine, outside.path, receiver, args, node, span, context, name, outside.args);
    });
  }
  const isKnown = ways.length > 0;
  const isValue =
    self !== undefined &&
    (self.taints.length > 0 ||
      self.objects.length > 0 ||
      self.constants.length > 0 ||
      self.text !== undefined ||
      self.regex !== undefined ||
      self.open);
  if (name !== undefined && self !== undefined && isValue && (!isKnown || self.taints.length > 0)) {
    const model = machine.language.method(name);
    const hasOwn = callee.closures.length > 0;
    if (!hasOwn && !isKnown) {
      ways.push(() => {
        const view = new CallView(machine, name, self, args, node, at, context);
        const guessed = machine.language.guess(name)?.(view);
        return guessed ?? model?.(view) ?? unknownCall(machine, name, self, args, span, context);
      });
    }
  }
  if (ways.length === 0) return unknownCall(machine, name, self, args, span, context);
  const [only] = ways;
  if (ways.length === 1 && only) return only();
  return joinAll(machine.alternatives(ways));
}

/** Something of which nothing is known is called: what it is given may be called by it, and what marks go in do not come out. */
function unknownCall(
  machine: Machine,
  name: string | undefined,
  self: Value | undefined,
  args: Arguments,
  span: Span,
  context: Context,
): Value {
  machine.listener?.unknown(name, self, args, context.frame.module.at(span), context);
  const functions = runCallbacks(machine, args, span, context);
  const kept = self && self.taints.length > 0 && args.list.every((one) => one.closures.length === 0) ? self.taints : [];
  return { ...marked(kept.map((taint) => ({ ...taint, shape: undefined }))), closures: functions };
}

/** Functions that are handed to something outside are called by it, sooner or later, with what nobody knows. */
function runCallbacks(machine: Machine, args: Arguments, span: Span, context: Context): readonly Closure[] {
  const functions = [...args.list, ...args.named.values()].flatMap((one) => one.closures);
  for (const closure of functions) {
    machine.alternatives([
      () => undefined,
      () => void runClosure(machine, closure, NO_ARGUMENTS, undefined, span, context),
    ]);
  }
  return functions;
}

function outsideCall(
  machine: Machine,
  path: string,
  receiver: Value,
  args: Arguments,
  node: Call | undefined,
  span: Span,
  context: Context,
  name: string | undefined,
  settings?: Arguments,
): Value {
  const at = context.frame.module.at(span);
  machine.calls.push({
    path,
    args,
    receiver,
    at,
    frame: context.frame,
    carried: HANDS_ON.test(path) ? carriedIn(machine, args) : [],
    beyond: machine.beyond,
    inTry: machine.tries > 0,
    inLoop: machine.loops > 0,
  });
  const view = new CallView(machine, path, receiver, args, node, at, context, settings);
  machine.listener?.called(view);
  const marks = machine.language.called?.(view);
  const value = modelled(view, name);
  return marks && marks.length > 0 ? { ...value, taints: joinTaints(value.taints, marks) } : value;
}

/** What the tables say that a call gives; of what they do not know, something of which the way to it is known. */
function modelled(view: CallView, name: string | undefined): Value {
  const { machine, path, receiver, args, at, context } = view;
  const model = machine.language.model(path);
  const given = model?.(view);
  if (given) return given;
  if (!model && name !== undefined) {
    const guessed = machine.language.guess(name)?.(view);
    if (guessed) return guessed;
    // Promises, lists and texts come from outside as well: their methods are known by name.
    const method = machine.language.method(name)?.(view);
    if (method && (!method.open || method.apis.length > 0 || method.taints.length > 0)) return method;
  }
  const functions = runCallbacks(machine, args, at.span, context);
  return {
    ...NEVER,
    apis: [{ path: `${path}()`, args, receiver }],
    closures: model ? [] : functions,
    open: true,
    pending: machine.language.isAsync?.(path) ? [at] : [],
  };
}

/** Calls that put something where another function may take it. */
const HANDS_ON = /send|publish|put|write|upload|update|invoke|transact/i;

/** The marks of arguments, and of what commands were made with. */
function carriedIn(machine: Machine, args: Arguments): readonly Taint[] {
  const values = [...args.list, ...args.named.values()];
  const inside = values.flatMap((one) => one.apis.flatMap((outside) => outside.args?.list ?? []));
  return [...values, ...inside].flatMap((one) => deepTaints(machine, one));
}

/** `require('…')` and `import('…')` of a module. */
function requiredBy(machine: Machine, node: Call, context: Context): Value | undefined {
  if (node.callee.kind !== 'name' || (node.callee.name !== 'require' && node.callee.name !== 'import'))
    return undefined;
  if (context.scope.lookup(node.callee.name)) return undefined;
  const [arg] = node.args;
  if (arg?.value.kind !== 'literal' || typeof arg.value.value !== 'string') return undefined;
  const source = arg.value.value;
  const module = localModule(machine, context.frame.module, source);
  if (module) return moduleValue(machine, module);
  if (source.startsWith('.')) {
    machine.missing.set(source, context.frame.module.at(node.span));
    return UNKNOWN;
  }
  machine.listener?.imported(source, context.frame.module.at(node.span), context);
  return { ...NEVER, apis: [{ path: machine.language.module(source) }], open: true };
}

/** `fn.call(self, …)`, `fn.apply(self, […])`, `fn.bind(self, …)`. */
function throughFunction(
  machine: Machine,
  name: string,
  self: Value,
  args: Arguments,
  span: Span,
  context: Context,
): Value | undefined {
  if (machine.language.name !== 'javascript' || self.objects.length > 0) return undefined;
  if (self.apis.some((one) => machine.language.model(`${one.path}.${name}`))) return undefined;
  const [own, ...others] = args.list;
  if (name === 'call') return call(machine, self, { ...args, list: others }, own, span, context);
  if (name === 'apply') {
    const items = others[0];
    return call(machine, self, items ? { ...NO_ARGUMENTS, rest: items } : NO_ARGUMENTS, own, span, context);
  }
  if (name !== 'bind') return undefined;
  const closures = self.closures.map((one) => ({
    ...one,
    self: one.code.isArrow ? one.self : (own ?? one.self),
    bound: [...one.bound, ...others],
  }));
  return { ...self, closures };
}

/** Runs a function of the repository on what it is given. */
export function runClosure(
  machine: Machine,
  closure: Closure,
  given: Arguments,
  self: Value | undefined,
  span: Span,
  context: Context,
): Value {
  const { frame: caller } = context;
  const { code } = closure;
  let running = 0;
  for (let frame: Frame | undefined = caller; frame; frame = frame.caller)
    if (frame.closure?.code === code) running += 1;
  // A number that is known on the way down tells where a function that calls itself comes to its end.
  const isCounted = given.list.some((one) => !one.open && one.constants.some((each) => typeof each === 'number'));
  if (running > (isCounted ? MAX_COUNTED : 1) || caller.depth >= MAX_DEPTH) return UNKNOWN;
  machine.ran.add(code);
  const at = caller.module.at(span);
  const args = withFirst(given, closure.bound);
  const base = machine.state;
  const outerLoops = machine.loops;
  const outerExits = machine.exits.splice(0);
  machine.loops = running > 0 ? machine.loops : 0;
  machine.state = base.fork();
  const scope = new Scope(closure.scope, 'function');
  const frame: Frame = {
    name: code.name ?? caller.name,
    module: closure.module as Module,
    self: code.isArrow ? closure.self : (closure.self ?? self),
    home: closure.home,
    closure,
    returns: [],
    yields: [],
    caller,
    depth: caller.depth + 1,
    entry: base,
  };
  const inner: Context = { scope, frame };
  bindParameters(machine, code.parameters, args, inner, at, code.name);
  bindDeclarations(machine, code.body, inner, true);
  machine.execute(code.body, inner);
  if (!machine.ended) {
    frame.returns.push({
      value: constant(undefined),
      state: machine.state,
      refined: machine.state.refinedSince(frame.entry ?? base),
    });
  }
  machine.exits.push(...outerExits);
  machine.loops = outerLoops;
  machine.state = base;
  const isEnded = !base.meet(
    frame.returns.map((one) => one.state),
    frame.returns.map((one) => one.refined),
  );
  machine.ended = isEnded && !code.isGenerator;
  if (code.isGenerator) {
    const items = joinAll(frame.yields);
    const made = new Obj('list', undefined, at);
    machine.state.set(made.rest, isNever(items) ? UNKNOWN : items);
    return object(made);
  }
  const result = joinAll(frame.returns.map((one) => one.value));
  const named =
    result.taints.length > 0 && code.name ? stepped(result.taints, at, `what \`${code.name}\` returns`) : result.taints;
  const implies = impliedBy(frame.returns);
  return {
    ...result,
    taints: named,
    ...(implies ? { implies } : {}),
    pending: code.isAsync ? [at, ...result.pending] : result.pending,
  };
}

/** What is known when a function answers true: on each way on which it can, what was checked on the way and what the answer says. */
function impliedBy(returns: Frame['returns']): Implications | undefined {
  let truthy: Refinement = 'never';
  let falsy: Refinement = 'never';
  for (const { value, refined } of returns) {
    const known = truth(value);
    if (known !== false) truthy = either(truthy, both(refined, value.implies?.truthy ?? NOTHING_KNOWN));
    if (known !== true) falsy = either(falsy, both(refined, value.implies?.falsy ?? NOTHING_KNOWN));
  }
  const isEmpty = (one: Refinement): boolean => one !== 'never' && one.size === 0;
  return isEmpty(truthy) && isEmpty(falsy) ? undefined : { truthy, falsy };
}

function bindParameters(
  machine: Machine,
  parameters: readonly Parameter[],
  args: Arguments,
  context: Context,
  at: { readonly file: Module['code']['file']; readonly span: Span },
  name: string | undefined,
): void {
  const passed = (value: Value): Value =>
    value.taints.length === 0 || name === undefined
      ? value
      : { ...value, taints: stepped(value.taints, at, `passed to \`${name}\``) };
  const taken = new Set<string>();
  parameters.forEach((parameter, index) => {
    const { pattern } = parameter;
    const inner = pattern.kind === 'default-pattern' ? pattern.pattern : pattern;
    const label = inner.kind === 'name' ? inner.name : undefined;
    if (label !== undefined) taken.add(label);
    if (parameter.rest === 'list') {
      const made = new Obj('list', undefined, at);
      args.list.slice(index).forEach((value, offset) => {
        machine.state.set(made.field(String(offset)), passed(value));
      });
      if (args.rest) machine.state.set(made.rest, passed(args.rest));
      machine.assign(pattern, object(made), context, 'declare');
      return;
    }
    if (parameter.rest === 'keywords') {
      const made = new Obj('map', undefined, at);
      for (const [key, value] of args.named) if (!taken.has(key)) machine.state.set(made.field(key), passed(value));
      machine.assign(pattern, object(made), context, 'declare');
      return;
    }
    const named = label === undefined ? undefined : args.named.get(label);
    const spread = args.named.get('**');
    const value = named ?? args.list[index] ?? args.rest ?? spread;
    const assumed = value ? undefined : machine.language.parameter?.(machine, parameter, context);
    const isUnknown = args === NO_ARGUMENTS || value !== undefined;
    machine.assign(
      pattern,
      assumed ??
        (value ? passed(value) : isUnknown && pattern.kind !== 'default-pattern' ? UNKNOWN : constant(undefined)),
      context,
      'declare',
    );
    if (parameter.isField && label !== undefined && context.frame.self) {
      const cell = context.scope.own(label);
      const held = cell && machine.state.get(cell);
      if (held) for (const one of context.frame.self.objects) machine.state.set(one.field(label), held);
    }
  });
}

function constructed(machine: Machine, callee: Value, args: Arguments, node: Call, context: Context): Value {
  const ways: (() => Value)[] = [];
  for (const one of callee.classes) ways.push(() => construct(machine, one, args, node.span, context, undefined));
  for (const closure of callee.closures) {
    ways.push(() => {
      const self = object(new Obj('instance', undefined, context.frame.module.at(node.span)));
      const result = runClosure(machine, { ...closure, self }, args, self, node.span, context);
      return result.objects.length > 0 ? result : self;
    });
  }
  for (const outside of callee.apis)
    ways.push(() =>
      outsideCall(machine, outside.path, UNKNOWN, args, node, node.span, context, undefined, outside.args),
    );
  if (ways.length === 0) return unknownCall(machine, undefined, undefined, args, node.span, context);
  const [only] = ways;
  return ways.length === 1 && only ? only() : joinAll(machine.alternatives(ways));
}

/**
 * An instance of a class of the repository.
 * @param existing the instance that a subclass makes already, whose constructor calls this one
 */
export function construct(
  machine: Machine,
  of: ClassValue,
  args: Arguments,
  span: Span,
  context: Context,
  existing: Value | undefined,
): Value {
  const at = context.frame.module.at(span);
  const self = existing ?? object(new Obj('instance', of, at));
  if (context.frame.depth >= MAX_DEPTH) return self;
  fieldsOf(machine, of, self, context);
  const named = machine.language.name === 'python' ? '__init__' : 'constructor';
  const initializer = memberOf(machine, of, named, self, at, context);
  const isOwn = initializer?.closures.length ? initializer : undefined;
  if (isOwn) for (const closure of isOwn.closures) runClosure(machine, { ...closure, self }, args, self, span, context);
  else {
    for (const base of of.bases)
      for (const outside of base.apis) {
        const given = outsideCall(machine, outside.path, UNKNOWN, args, undefined, span, context, undefined);
        for (const one of self.objects) machine.state.add(one.spread, given);
      }
    machine.language.constructed?.(machine, of, self, args, at, context);
  }
  machine.ended = false;
  return self;
}

function fieldsOf(machine: Machine, of: ClassValue, self: Value, context: Context, depth = 0): void {
  if (machine.language.name === 'python') return;
  for (const base of of.bases)
    for (const parent of base.classes) if (depth < 6) fieldsOf(machine, parent, self, context, depth + 1);
  const frame: Frame = { ...context.frame, module: of.module as Module, self, home: of };
  const inner: Context = { scope: of.scope, frame };
  for (const member of of.code.members) {
    if (member.kind !== 'field' || member.isStatic || !member.value || typeof member.name !== 'string') continue;
    const value = machine.evaluate(member.value, inner);
    for (const one of self.objects) machine.state.set(one.field(member.name), value);
  }
}

/** What a decorator makes of what it stands above: what is not known leaves it as it is. */
export function decorated(machine: Machine, decorator: Value, target: Value, span: Span, context: Context): Value {
  if (decorator.closures.length > 0) {
    const result = call(machine, decorator, { ...NO_ARGUMENTS, list: [target] }, undefined, span, context);
    machine.ended = false;
    return result.closures.length > 0 || result.classes.length > 0 ? result : target;
  }
  for (const outside of decorator.apis) {
    const at = context.frame.module.at(span);
    const args: Arguments = { ...NO_ARGUMENTS, list: [target] };
    const view = new CallView(machine, outside.path, outside.receiver ?? UNKNOWN, args, undefined, at, context);
    const model = machine.language.decorator?.(outside);
    const given = model?.(view);
    if (given) return given;
  }
  return target;
}
