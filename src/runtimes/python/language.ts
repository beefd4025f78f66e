import type { Language, Model } from '#runtimes/engine/language';
import type { Machine } from '#runtimes/engine/machine';
import { api, constant, type Value } from '#runtimes/engine/value';
import { BUILTINS } from '#runtimes/python/builtins';
import { GUESSES } from '#runtimes/python/guesses';
import { PYTHON_HOOKS } from '#runtimes/python/hooks';
import { METHODS } from '#runtimes/python/methods';
import { MODELS, packageModel } from '#runtimes/python/models/all';
import { observing } from '#runtimes/python/observations/all';
import { environmentSecret } from '#runtimes/python/observations/clouds';
import { decoratorModel, REGISTERING, registrarModel } from '#runtimes/python/registrations';
import { VALIDATION } from '#runtimes/python/validation';
import { webModel, webProperty } from '#runtimes/python/web';
import type { Location } from '#source/file';

const TABLE: ReadonlyMap<string, Model> = new Map(
  Object.entries({ ...BUILTINS, ...MODELS, ...VALIDATION, ...REGISTERING }),
);
const METHOD_TABLE: ReadonlyMap<string, Model> = new Map(Object.entries(METHODS));
const GUESS_TABLE: ReadonlyMap<string, Model> = new Map(Object.entries(GUESSES));

/** Names of modules that are others' by another way. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['boto3.Session().client', 'boto3.client'],
  ['boto3.Session().resource', 'boto3.resource'],
  ['boto3.session.Session().client', 'boto3.client'],
  ['boto3.session.Session().resource', 'boto3.resource'],
  ['aioboto3.Session().client', 'boto3.client'],
  ['aioboto3.Session().resource', 'boto3.resource'],
  ['aiobotocore.session.get_session().create_client', 'boto3.client'],
  ['aiobotocore.session.AioSession().create_client', 'boto3.client'],
  ['botocore.session.get_session().create_client', 'boto3.client'],
  ['posixpath', 'os.path'],
  ['anyio.Path', 'pathlib.Path'],
  ['aiopath.AsyncPath', 'pathlib.Path'],
  ['paramiko.client.SSHClient', 'paramiko.SSHClient'],
  ['httpx._client.Client', 'httpx.Client'],
  ['__builtin__.eval', 'builtins.eval'],
]);

/** What the engine has to know of Python. */
export const PYTHON: Language = {
  name: 'python',
  model: (path) => {
    const same = SAME.get(path) ?? path;
    return TABLE.get(same) ?? webModel(same) ?? registrarModel(same) ?? packageModel(same);
  },
  decorator: decoratorModel,
  method: (name) => METHOD_TABLE.get(name),
  guess: (name) => GUESS_TABLE.get(name),
  property: (path, machine, at) => propertyOf(path, machine, at) ?? environmentSecret(path, at),
  global: (name) => api(`builtins.${name}`),
  module: (source) => SAME.get(source) ?? source,
  enter: (machine, module) => {
    const { scope } = module;
    const name = module.path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
    machine.state.set(scope.declare('__name__'), constant(name));
    machine.state.set(scope.declare('__file__'), api('<file>'));
  },
  leave: (_machine, module) => {
    for (const name of module.scope.names) {
      const cell = module.scope.own(name);
      if (cell) module.exports.fields.set(name, cell);
    }
  },
  ...observing(PYTHON_HOOKS),
};

/** Properties that are values, not further paths. */
function propertyOf(path: string, machine: Machine, at: Location): Value | undefined {
  const same = SAME.get(path);
  return same === undefined ? webProperty(path, machine, at) : api(same);
}
