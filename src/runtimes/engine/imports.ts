import type { Context, Machine, Module } from '#runtimes/engine/machine';
import { held } from '#runtimes/engine/state';
import { api, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { Export, Import } from '#syntax/code/form';

/** Gives names what a module exports. */
export function bindImports(machine: Machine, node: Import, context: Context): void {
  const { scope, frame } = context;
  const local = localModule(machine, frame.module, node.source);
  const path = machine.language.module(node.source);
  if (!local && !isNamespace(machine, node, frame.module)) {
    const at = frame.module.at(node.span);
    if (isRelative(node.source)) machine.missing.set(node.source, at);
    else machine.listener?.imported(node.source, at, context);
  }
  for (const binding of node.bindings) {
    if (binding.how === 'root') {
      const root = localModule(machine, frame.module, binding.local);
      machine.state.set(
        scope.declare(binding.local),
        root ? moduleValue(machine, root) : api(path.split('.')[0] ?? path),
      );
      if (local) linkPath(machine, node.source, frame.module, scope.lookup(binding.local));
      continue;
    }
    if (binding.how === 'all') {
      if (local) for (const [name, cell] of local.exports.fields) scope.bind(name, cell);
      continue;
    }
    if (!local) {
      // A package of the repository may have the name as a module of its own: `from . import orders`.
      const inner = localModule(machine, frame.module, joined(node.source, binding.imported));
      const value =
        inner && binding.how === 'name'
          ? moduleValue(machine, inner)
          : isRelative(node.source)
            ? UNKNOWN
            : binding.how === 'module'
              ? api(path)
              : binding.imported === 'default'
                ? api(path)
                : api(`${path}.${binding.imported}`);
      machine.state.set(scope.declare(binding.local), value);
      continue;
    }
    if (binding.how === 'module') {
      machine.state.set(scope.declare(binding.local), moduleValue(machine, local));
      continue;
    }
    bindName(machine, local, binding.imported, binding.local, context, node.source);
  }
}

/** Whether a directory is meant, without a module of its own, of which modules are imported. */
function isNamespace(machine: Machine, { source, bindings }: Import, from: Module): boolean {
  if (machine.language.name !== 'python' || bindings.length === 0) return false;
  return bindings.every(({ how, imported, local }) => {
    if (how === 'name') return localModule(machine, from, joined(source, imported)) !== undefined;
    return how === 'root' && localModule(machine, from, local) !== undefined;
  });
}

function bindName(
  machine: Machine,
  from: Module,
  imported: string,
  name: string,
  context: Context,
  source: string,
): void {
  const cell = from.exports.fields.get(imported);
  if (cell) {
    context.scope.bind(name, cell);
    return;
  }
  const inner = localModule(machine, context.frame.module, joined(source, imported));
  if (inner) {
    machine.state.set(context.scope.declare(name), moduleValue(machine, inner));
    return;
  }
  const whole = held(machine.state, from.exported);
  const value = imported === 'default' ? whole : fieldOf(machine, whole, imported);
  machine.state.set(context.scope.declare(name), value);
}

function fieldOf(machine: Machine, whole: Value, name: string): Value {
  for (const one of whole.objects) {
    const cell = one.fields.get(name);
    const value = cell && machine.state.get(cell);
    if (value) return value;
    const spread = machine.state.get(one.spread);
    if (spread) return fieldOf(machine, spread, name);
  }
  const [outside] = whole.apis;
  return outside ? api(`${outside.path}.${name}`) : UNKNOWN;
}

/** `import a.b.c` binds `a`: the modules below it are its fields. */
function linkPath(machine: Machine, source: string, from: Module, cell: ReturnType<Context['scope']['lookup']>): void {
  const parts = source.split('.');
  let owner = cell && machine.state.get(cell);
  for (let count = 2; count <= parts.length && owner; count++) {
    const inner = localModule(machine, from, parts.slice(0, count).join('.'));
    const name = parts[count - 1];
    if (!inner || name === undefined) return;
    const value = moduleValue(machine, inner);
    for (const one of owner.objects) machine.state.set(one.field(name), value);
    owner = value;
  }
}

/** Makes names known outside of the module. */
export function bindExports(machine: Machine, node: Export, context: Context): void {
  const { module } = context.frame;
  const local = node.source === undefined ? undefined : localModule(machine, module, node.source);
  if (node.source !== undefined && !local) {
    const at = module.at(node.span);
    if (isRelative(node.source)) machine.missing.set(node.source, at);
    else machine.listener?.imported(node.source, at, context);
  }
  for (const { exported, local: name, value } of node.bindings) {
    if (node.source !== undefined) {
      reexport(machine, node.source, local, exported, name, module);
    } else if (value) {
      machine.state.set(module.exports.field(exported), machine.evaluate(value, context));
    } else if (name !== undefined) {
      const cell = context.scope.lookup(name);
      if (cell) module.exports.fields.set(exported, cell);
    }
  }
}

function reexport(
  machine: Machine,
  source: string,
  from: Module | undefined,
  exported: string,
  name: string | undefined,
  module: Module,
): void {
  if (exported === '*' && (name === undefined || name === '*')) {
    for (const [each, cell] of from?.exports.fields ?? []) {
      if (each !== 'default' && !module.exports.fields.has(each)) module.exports.fields.set(each, cell);
    }
    return;
  }
  if (from && name === '*') machine.state.set(module.exports.field(exported), moduleValue(machine, from));
  else if (from) {
    const cell = from.exports.fields.get(name ?? exported);
    if (cell) module.exports.fields.set(exported, cell);
    else
      machine.state.set(
        module.exports.field(exported),
        fieldOf(machine, held(machine.state, from.exported), name ?? exported),
      );
  } else if (!isRelative(source)) {
    const path = machine.language.module(source);
    machine.state.set(
      module.exports.field(exported),
      api(name === 'default' || name === '*' ? path : `${path}.${name}`),
    );
  }
}

function isRelative(source: string): boolean {
  return source.startsWith('.');
}

function joined(source: string, name: string): string {
  return source.endsWith('.') ? `${source}${name}` : `${source}.${name}`;
}

/** A module of the repository that an import means, run up to its end; one that is being run already is as far as it is. */
export function localModule(machine: Machine, from: Module, source: string): Module | undefined {
  const path = machine.linked(from.path, source);
  const module = path === undefined ? undefined : machine.modules.get(path);
  if (!module) return undefined;
  machine.load(module);
  return module;
}

/** What `require('./module')` and `import * as name` give. */
export function moduleValue(machine: Machine, module: Module): Value {
  const whole = machine.state.get(module.exported);
  const isReplaced = whole && !(whole.objects.length === 1 && whole.objects[0] === module.exports);
  return isReplaced ? { ...whole } : object(module.exports);
}
