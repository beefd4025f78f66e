import type { Context, Machine } from '#runtimes/engine/machine';
import { NEVER } from '#runtimes/engine/value';
import type { Block, FunctionDeclaration, Pattern, Statement } from '#syntax/code/form';

/** The names that a block declares for itself, and those that it declares for the function around it. */
interface Declared {
  readonly own: readonly string[];
  readonly functions: readonly FunctionDeclaration[];
  readonly outer: readonly string[];
  readonly globals: readonly string[];
}

const KNOWN = new WeakMap<Block, Declared>();

/** Declares the names of a block before it runs, as JavaScript and Python do, and makes the functions that it declares. */
export function bindDeclarations(machine: Machine, block: Block, context: Context, isFunction: boolean): void {
  const declared = declarationsOf(block);
  const { scope } = context;
  for (const name of declared.own) scope.declare(name);
  if (isFunction) {
    const foreign = new Set(declared.globals);
    for (const name of declared.outer) if (!foreign.has(name)) scope.declare(name);
  }
  if (machine.language.name === 'python') return;
  for (const { name, code } of declared.functions) {
    const closure = { code, scope, module: context.frame.module, self: undefined, home: undefined, bound: [] };
    machine.state.set(scope.declare(name), { ...NEVER, closures: [closure] });
  }
}

function declarationsOf(block: Block): Declared {
  const known = KNOWN.get(block);
  if (known) return known;
  const own = new Set<string>();
  const outer = new Set<string>();
  const globals = new Set<string>();
  const functions: FunctionDeclaration[] = [];
  for (const statement of block) {
    if (statement.kind === 'function-declaration') {
      own.add(statement.name);
      functions.push(statement);
    } else if (statement.kind === 'class-declaration') own.add(statement.name);
    else if (statement.kind === 'declaration' && statement.how !== 'var' && statement.how !== 'assign')
      namesOf(statement.pattern, own);
  }
  for (const statement of block) outerNames(statement, outer, globals);
  const declared = { own: [...own], functions, outer: [...outer], globals: [...globals] };
  KNOWN.set(block, declared);
  return declared;
}

/** Names that belong to the function around: `var`, and whatever Python assigns. */
function outerNames(first: Statement, names: Set<string>, globals: Set<string>): void {
  // By a list of what is left, not by calls: a function may have thousands of `elif`.
  const left: Statement[] = [first];
  for (let statement = left.pop(); statement; statement = left.pop()) {
    const blocks = blocksOf(statement);
    for (const block of blocks) for (const one of block) left.push(one);
    if (statement.kind === 'declaration') {
      if (statement.how === 'var' || statement.how === 'assign') namesOf(statement.pattern, names);
    } else if (statement.kind === 'scope') for (const name of statement.names) globals.add(name);
    else if (statement.kind === 'loop' && statement.target) namesOf(statement.target, names);
    else if (statement.kind === 'with') {
      for (const { target } of statement.items) if (target) namesOf(target, names);
    }
  }
}

function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return [statement.then, statement.otherwise];
    case 'loop':
      return [statement.initial, statement.body, statement.otherwise];
    case 'switch':
      return statement.cases.map(({ body }) => body);
    case 'try':
      return [statement.body, statement.otherwise, statement.finalizer, ...statement.handlers.map(({ body }) => body)];
    case 'block':
    case 'with':
      return [statement.body];
    default:
      return [];
  }
}

/** The names that a pattern binds. */
export function namesOf(pattern: Pattern, into: Set<string>): void {
  if (pattern.kind === 'name') into.add(pattern.name);
  else if (pattern.kind === 'default-pattern') namesOf(pattern.pattern, into);
  else if (pattern.kind === 'object-pattern') {
    for (const { pattern: inner } of pattern.entries) namesOf(inner, into);
    if (pattern.rest) namesOf(pattern.rest, into);
  } else if (pattern.kind === 'list-pattern') {
    for (const inner of [...pattern.items, ...pattern.after]) namesOf(inner, into);
    if (pattern.rest) namesOf(pattern.rest, into);
  }
}
