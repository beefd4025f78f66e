import type { Language, Model } from '#runtimes/engine/language';
import { held } from '#runtimes/engine/state';
import { api, Cell, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import { GLOBALS } from '#runtimes/javascript/globals';
import { GUESSES } from '#runtimes/javascript/guesses';
import { JAVASCRIPT_HOOKS } from '#runtimes/javascript/hooks';
import { METHODS } from '#runtimes/javascript/methods';
import { FAMILIES, MODELS } from '#runtimes/javascript/models/all';
import { awsModel } from '#runtimes/javascript/models/aws';
import { observing } from '#runtimes/javascript/observations/all';
import { environmentSecret } from '#runtimes/javascript/observations/clouds';
import { nameOf, normal, packageOf } from '#runtimes/javascript/packages';

const TABLE: ReadonlyMap<string, Model> = new Map(Object.entries({ ...GLOBALS, ...MODELS }));
const METHOD_TABLE: ReadonlyMap<string, Model> = new Map(Object.entries(METHODS));
const GUESS_TABLE: ReadonlyMap<string, Model> = new Map(Object.entries(GUESSES));

/** By the whole path, else by the package and the name of the method. */
function modelOf(path: string): Model | undefined {
  const known = TABLE.get(path);
  if (known) return known;
  const ofAws = awsModel(path);
  if (ofAws) return ofAws;
  const methods = FAMILIES.get(packageOf(path));
  const name = nameOf(path);
  return methods && Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** What the engine has to know of JavaScript and TypeScript. */
export const JAVASCRIPT: Language = {
  name: 'javascript',
  model: (path) => modelOf(normal(path)),
  method: (name) => METHOD_TABLE.get(name),
  guess: (name) => GUESS_TABLE.get(name),
  property: (path, _machine, at) => propertyOf(normal(path)) ?? environmentSecret(path, at),
  global: (name) => (name === 'globalThis' || name === 'global' ? api('<global>') : api(name)),
  module: (source) => source.replace(/^node:/, ''),
  enter: (machine, module) => {
    const { scope, exports, exported } = module;
    const holder = new Obj('map', undefined, undefined);
    holder.fields.set('exports', exported);
    machine.state.set(exported, object(exports));
    machine.state.set(scope.declare('module'), object(holder));
    machine.state.set(scope.declare('exports'), object(exports));
    machine.state.set(scope.declare('__dirname'), UNKNOWN);
    machine.state.set(scope.declare('__filename'), UNKNOWN);
  },
  leave: (machine, module) => {
    if (module.exports.fields.has('default')) return;
    const whole = held(machine.state, module.exported);
    if (whole.objects[0] !== module.exports) {
      const cell = new Cell('default');
      machine.state.set(cell, whole);
      module.exports.fields.set('default', cell);
      for (const one of whole.objects)
        for (const [name, field] of one.fields)
          if (!module.exports.fields.has(name)) module.exports.fields.set(name, field);
    }
  },
  ...observing(JAVASCRIPT_HOOKS),
};

/** Properties that are values, not further paths. */
function propertyOf(path: string): Value | undefined {
  if (path.startsWith('<global>.')) return api(path.slice('<global>.'.length));
  if (path === 'process.platform' || path === 'os.EOL' || path === 'path.sep')
    return { ...UNKNOWN, constants: ['/'], open: false };
  if (path.endsWith('.prototype.hasOwnProperty')) return api('Object.prototype.hasOwnProperty');
  return undefined;
}
