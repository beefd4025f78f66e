import type { Model } from '#runtimes/engine/language';
import { decodes, gives, sink, taintsAt } from '#runtimes/engine/models';
import { decoded, marked } from '#runtimes/engine/value';
import { isBefore, isFrom } from '#runtimes/versions';

const loads: Model = (view) => {
  view.sink('deserialization', 0);
  return marked(decoded(taintsAt(view, [0]), '<decoded>'));
};

const SAFE_LOADERS = /\.(?:C?SafeLoader|C?BaseLoader|FullLoader)$/;

/**
 * `yaml.load(text, Loader=…)`: only the loaders that make plain data are safe. `FullLoader` makes no objects since 5.4 and is what is taken
 * where none is given; since 6 there has to be one. https://github.com/yaml/pyyaml/blob/main/CHANGES
 */
const yaml: Model = (view) => {
  const loader = view.either('Loader', 1);
  const { versions } = view.machine;
  const isFull = loader
    ? loader.apis.some(({ path }) => path.endsWith('.FullLoader'))
    : isFrom(versions, 'pyyaml', [5, 4, 0]);
  const isSafe = isFull
    ? !isBefore(versions, 'pyyaml', [5, 4, 0])
    : loader !== undefined && (loader.apis.length === 0 || loader.apis.every(({ path }) => SAFE_LOADERS.test(path)));
  if (!isSafe) view.sink('deserialization', 0);
  return marked(decoded(taintsAt(view, [0]), '<json>'));
};

/** What makes objects of bytes. */
export const DESERIALIZATION: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['pickle', 'cPickle', '_pickle', 'dill', 'cloudpickle', 'marshal'].flatMap((module) => [
      [`${module}.loads`, loads] as const,
      [`${module}.load`, loads] as const,
      [`${module}.Unpickler`, loads] as const,
    ]),
  ),
  'joblib.load': loads,
  'jsonpickle.decode': loads,
  'jsonpickle.loads': loads,
  'shelve.open': sink('deserialization', 0),
  'torch.load': (view) => {
    if (view.constant(view.arg('weights_only')) !== true) view.sink('deserialization', 0);
    return undefined;
  },
  'pandas.read_pickle': sink('deserialization', 0),
  'yaml.load': yaml,
  'yaml.load_all': yaml,
  'yaml.unsafe_load': loads,
  'yaml.unsafe_load_all': loads,
  'yaml.full_load': (view) => {
    if (isBefore(view.machine.versions, 'pyyaml', [5, 4, 0])) view.sink('deserialization', 0);
    return decodes('<json>', 0)(view);
  },
  'yaml.safe_load': decodes('<json>', 0),
  'yaml.safe_load_all': decodes('<json>', 0),
  'yaml.dump': gives(),
  'ruamel.yaml.YAML().load': decodes('<json>', 0),
  'msgpack.unpackb': decodes('<json>', 0),
  'tomllib.loads': decodes('<json>', 0),
  'toml.loads': decodes('<json>', 0),
};
