import { classOf } from '#runtimes/engine/classes';
import { awaited } from '#runtimes/engine/expressions';
import { bindDeclarations } from '#runtimes/engine/hoisting';
import { bindExports, bindImports } from '#runtimes/engine/imports';
import type { Context, Exit, Machine } from '#runtimes/engine/machine';
import { knownOf, truth } from '#runtimes/engine/operators';
import { element, keysOf, memberOf } from '#runtimes/engine/properties';
import { routeCases } from '#runtimes/engine/routes';
import { EVERYTHING } from '#runtimes/engine/sinks';
import { NOTHING_KNOWN, type State } from '#runtimes/engine/state';
import {
  api,
  constant,
  type Implications,
  NEVER,
  NO_ARGUMENTS,
  RETURNED,
  Scope,
  stepped,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { Span } from '#source/span';
import type { Block, Handler, If, Loop, Return, Statement, Switch, Try } from '#syntax/code/form';

/** Runs the statements of a block that has a scope of its own already, until nothing after them is reached. */
export function execute(machine: Machine, block: Block, context: Context): void {
  bindDeclarations(machine, block, context, false);
  for (const statement of block) {
    if (machine.ended) return;
    run(machine, statement, context);
  }
}

function nested(machine: Machine, block: Block, context: Context): void {
  if (block.length === 0) return;
  // In Python blocks share the names of the function around them.
  const scope = machine.language.name === 'python' ? context.scope : new Scope(context.scope, 'block');
  execute(machine, block, { ...context, scope });
}

function run(machine: Machine, statement: Statement, context: Context): void {
  machine.tick();
  switch (statement.kind) {
    case 'expression': {
      const value = machine.evaluate(statement.value, context);
      machine.language.discarded?.(machine, value, statement.value, context);
      return;
    }
    case 'declaration': {
      const how = statement.how === 'assign' || statement.how === 'var' ? 'assign' : 'declare';
      if (statement.value) machine.assign(statement.pattern, machine.evaluate(statement.value, context), context, how);
      else if (statement.how === 'let') machine.assign(statement.pattern, constant(undefined), context, how);
      return;
    }
    case 'function-declaration': {
      const closure = {
        code: statement.code,
        scope: context.scope,
        module: context.frame.module,
        self: undefined,
        home: undefined,
        bound: [],
      };
      let value: Value = { ...NEVER, closures: [closure] };
      for (const decorator of [...statement.code.decorators].reverse())
        value = machine.decorated(machine.evaluate(decorator, context), value, decorator.span, context);
      machine.state.set(context.scope.declare(statement.name), value);
      return;
    }
    case 'class-declaration': {
      let value: Value = { ...NEVER, classes: [classOf(machine, statement.code, context)] };
      for (const decorator of [...statement.code.decorators].reverse())
        value = machine.decorated(machine.evaluate(decorator, context), value, decorator.span, context);
      machine.state.set(context.scope.declare(statement.name), value);
      return;
    }
    case 'if':
      branch(machine, statement, context);
      return;
    case 'loop':
      loop(machine, statement, context);
      return;
    case 'switch':
      choose(machine, statement, context);
      return;
    case 'try':
      attempt(machine, statement, context);
      return;
    case 'return':
      leave(machine, statement, context);
      return;
    case 'throw':
      if (statement.value) machine.evaluate(statement.value, context);
      thrown(machine);
      return;
    case 'jump': {
      const exit = machine.exits.at(-1);
      if (exit) (statement.how === 'break' ? exit.breaks : exit.continues).push(machine.state);
      machine.ended = true;
      return;
    }
    case 'block':
      nested(machine, statement.body, context);
      return;
    case 'with':
      for (const { value, target } of statement.items) {
        const held = machine.evaluate(value, context);
        if (target) machine.assign(target, entered(machine, held, value.span, context), context);
      }
      nested(machine, statement.body, context);
      return;
    case 'import':
      bindImports(machine, statement, context);
      return;
    case 'export':
      bindExports(machine, statement, context);
      return;
    case 'scope':
      if (statement.how === 'global')
        for (const name of statement.names) context.scope.bind(name, context.scope.module.declare(name));
      return;
  }
}

/** What `with` gives its name: what the class's own `__enter__` returns, else the thing itself. */
function entered(machine: Machine, held: Value, span: Span, context: Context): Value {
  const [one] = held.objects;
  if (!one?.of) return held;
  const at = context.frame.module.at(span);
  for (const name of ['__enter__', '__aenter__']) {
    const method = memberOf(machine, one.of, name, held, at, context);
    if (!method || method.closures.length === 0) continue;
    const result = machine.call(method, NO_ARGUMENTS, held, span, context);
    return result.objects.length + result.apis.length + result.taints.length > 0 ? result : held;
  }
  return held;
}

/** An exception leaves: what catches it goes on from here. */
export function thrown(machine: Machine): void {
  machine.catching.at(-1)?.push(machine.state);
  machine.ended = true;
}

function leave(machine: Machine, statement: Return, context: Context): void {
  const value = statement.value ? machine.evaluate(statement.value, context) : constant(undefined);
  if (machine.ended) return;
  context.frame.returns.push({
    value: machine.state.baked(
      context.frame.depth === 1 ? leftWith(value, context.frame.module.at(statement.span)) : value,
    ),
    state: machine.state,
    refined: context.frame.entry ? machine.state.refinedSince(context.frame.entry) : new Map(),
  });
  machine.ended = true;
}

/** What a handler itself returns: of a secret that is the whole answer nothing else tells where it leaves. */
function leftWith(value: Value, at: Location): Value {
  if (!value.taints.some(({ origin }) => origin === 'secret')) return value;
  return {
    ...value,
    taints: value.taints.flatMap((taint) => (taint.origin === 'secret' ? stepped([taint], at, RETURNED) : [taint])),
  };
}

function branch(machine: Machine, node: If, context: Context): void {
  const test = machine.evaluate(node.test, context);
  if (machine.ended) return;
  machine.language.tested?.(machine, node.test, context);
  const known = truth(test);
  const ways: (() => void)[] = [];
  if (known !== false) {
    ways.push(() => {
      if (test.implies?.truthy === 'never') machine.ended = true;
      else {
        machine.state.refine(test.implies?.truthy ?? NOTHING_KNOWN);
        nested(machine, node.then, context);
      }
    });
  }
  if (known !== true) {
    ways.push(() => {
      if (test.implies?.falsy === 'never') machine.ended = true;
      else {
        machine.state.refine(test.implies?.falsy ?? NOTHING_KNOWN);
        nested(machine, node.otherwise, context);
      }
    });
  }
  machine.alternatives(ways);
}

function loop(machine: Machine, node: Loop, context: Context): void {
  const scope = machine.language.name === 'python' ? context.scope : new Scope(context.scope, 'block');
  const inner = { ...context, scope };
  execute(machine, node.initial, inner);
  const items = node.iterable ? machine.evaluate(node.iterable, inner) : UNKNOWN;
  if (machine.ended) return;
  const at = context.frame.module.at((node.iterable ?? node).span);
  machine.language.looped?.(machine, node, items, inner);
  const breaks: State[] = [];
  machine.loops += 1;
  for (let round = 0; round < 2 && !machine.ended; round++) {
    const exit: Exit = { breaks, continues: [] };
    const base = machine.state;
    machine.exits.push(exit);
    machine.alternatives([
      () => undefined,
      () => {
        const own = machine.state;
        const test = node.test && node.how !== 'do-while' ? machine.evaluate(node.test, inner) : undefined;
        machine.state.refine(test?.implies?.truthy ?? NOTHING_KNOWN);
        if (node.target) {
          const value = node.how === 'for-in' ? keysOf(machine, items, at) : element(machine, items, at);
          machine.assign(node.target, awaited(value), inner, machine.language.name === 'python' ? 'assign' : 'declare');
        }
        nested(machine, node.body, inner);
        const fallen = machine.ended ? [] : [own.fork()];
        const ends = [...fallen, ...exit.continues.map((state) => (state === own ? own.fork() : state))];
        machine.state = own;
        machine.ended = ends.length === 0 || (exit.continues.length > 0 && !own.meet(ends));
        if (machine.ended) return;
        if (node.update) machine.evaluate(node.update, inner);
        if (node.test && node.how === 'do-while') machine.evaluate(node.test, inner);
      },
    ]);
    machine.exits.pop();
    machine.state = base;
  }
  machine.loops -= 1;
  if (breaks.length > 0) {
    const base = machine.state;
    const alive = machine.ended ? [] : [base.fork()];
    machine.ended = !base.meet([...alive, ...breaks]);
  }
  if (!machine.ended) nested(machine, node.otherwise, inner);
}

function choose(machine: Machine, node: Switch, context: Context): void {
  const subject = machine.evaluate(node.subject, context);
  if (machine.ended) return;
  const exit: Exit = { breaks: [], continues: machine.exits.at(-1)?.continues ?? [] };
  machine.exits.push(exit);
  const base = machine.state;
  const ends: State[] = [];
  let falling: State | undefined;
  let hasDefault = false;
  const told: unknown[] = [];
  for (const one of node.cases) {
    machine.state = base.fork();
    machine.ended = false;
    if (one.tests.length === 0 && !one.guard) hasDefault = true;
    if (one.tests.length === 0) machine.state.refine(routeCases(machine, subject, told)?.falsy ?? NOTHING_KNOWN);
    const tests = one.tests.map((test) => machine.evaluate(test, context));
    // A pattern that only looks at the kind of a value tells nothing of what it is.
    if (tests.length > 0 && tests.every(isConstant))
      machine.state.refine(caseRefinement(subject.taints)?.truthy ?? NOTHING_KNOWN);
    if (tests.length > 0 && tests.every(isConstant)) {
      const names = tests.flatMap(({ constants }) => constants);
      told.push(...names);
      machine.state.refine(routeCases(machine, subject, names)?.truthy ?? NOTHING_KNOWN);
    }
    for (const pattern of one.binds) machine.assign(pattern, subject, context, 'assign');
    if (one.guard) machine.state.refine(machine.evaluate(one.guard, context).implies?.truthy ?? NOTHING_KNOWN);
    if (falling) {
      const entered = machine.state;
      machine.state = base.fork();
      machine.state.meet([entered, falling]);
    }
    nested(machine, one.body, context);
    falling = undefined;
    if (!machine.ended) {
      if (node.fallsThrough) falling = machine.state;
      else ends.push(machine.state);
    }
  }
  if (falling) ends.push(falling);
  machine.exits.pop();
  machine.state = base;
  const none = hasDefault ? [] : [base.fork()];
  machine.ended = !base.meet([...none, ...ends, ...exit.breaks]);
}

function isConstant(value: Value): boolean {
  return value.constants.length > 0 && !value.open && value.taints.length === 0;
}

/** A case compares with a constant: what is equal to it is known. */
function caseRefinement(taints: readonly Taint[]): Implications | undefined {
  return knownOf(taints, EVERYTHING);
}

function attempt(machine: Machine, node: Try, context: Context): void {
  const base = machine.state;
  const thrownStates: State[] = [];
  machine.catching.push(thrownStates);
  machine.state = base.fork();
  machine.tries += 1;
  const before = machine.calls.length;
  nested(machine, node.body, context);
  const during = machine.calls.slice(before);
  machine.tries -= 1;
  machine.catching.pop();
  const bodyState = machine.state;
  const ends: State[] = [];
  if (!machine.ended) {
    nested(machine, node.otherwise, context);
    if (!machine.ended) ends.push(machine.state);
  }
  for (const handler of node.handlers) {
    // An exception may come from anywhere in the body: before its first statement, after its last, and where it throws.
    machine.state = base;
    const entry = base.fork();
    entry.meet([entry.fork(), bodyState, ...thrownStates]);
    machine.state = entry;
    machine.ended = false;
    if (handler.parameter) machine.assign(handler.parameter, exceptionAt(context, handler), context, 'declare');
    machine.language.caught?.(machine, node, handler, context, during);
    nested(machine, handler.body, context);
    if (!machine.ended) ends.push(machine.state);
  }
  if (node.handlers.length === 0) {
    const outer = machine.catching.at(-1);
    if (outer) outer.push(...thrownStates);
  }
  machine.state = base;
  machine.ended = !base.meet(ends);
  if (node.finalizer.length > 0) {
    const wasEnded = machine.ended;
    machine.ended = false;
    nested(machine, node.finalizer, context);
    machine.ended ||= wasEnded;
  }
}

/** What is caught: its message and its stack tell of the inside of the application. Its mark names the classes that are caught here. */
function exceptionAt(context: Context, { span, types }: Handler): Value {
  const { file } = context.frame.module.code;
  const at = context.frame.module.at(span);
  const taint: Taint = {
    origin: 'exception',
    path: [],
    text: types.map((one) => file.slice(one.span)).join(', '),
    at,
    triggers: [],
    shape: undefined,
    key: 'exception',
    safe: 0,
    partial: [],
    weak: false,
    steps: undefined,
  };
  return { ...api('<exception>'), taints: [taint] };
}
