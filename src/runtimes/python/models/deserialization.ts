import type { Rewrite } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import { decodes, gives, sink, taintsAt } from '#runtimes/engine/models';
import { decoded, marked } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isBefore, isFrom } from '#runtimes/versions';

const loads: Model = (view) => {
  view.sink('deserialization', 0);
  return marked(decoded(taintsAt(view, [0]), '<decoded>'));
};

/** The loader that makes plain data only, by the name that the module has here. */
function safely(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [, ...more] = node?.args ?? [];
  const [text] = node?.args ?? [];
  const isText = !text?.spread && (text?.name === undefined || text.name === 'stream');
  const isLoader = isText && more.every(({ name, spread }) => !spread && (name === 'Loader' || name === undefined));
  if (node?.callee.kind !== 'member' || more.length > 1 || !isLoader) return undefined;
  const { file } = view.context.frame.module.code;
  const [, all = ''] = /^(?:unsafe_|full_)?load(_all)?$/.exec(String(node.callee.property)) ?? [];
  const first = node.args[0]?.span.end;
  const last = more.at(-1)?.span.end;
  if (first === undefined) return undefined;
  const { path } = file;
  return {
    title: 'Load plain data only',
    applicability: 'unsafe',
    edits: [
      { path, span: node.callee.propertySpan, text: `safe_load${all}` },
      ...(last === undefined ? [] : [{ path, span: { start: first, end: last }, text: '' }]),
    ],
  };
}

const unsafely: Model = (view) => {
  view.sink('deserialization', 0, { rewrite: safely(view) });
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
  const at = view.arg(0) ? 0 : 'stream';
  if (!isSafe) view.sink('deserialization', at, { rewrite: safely(view) });
  return marked(decoded(taintsAt(view, [at]), '<json>'));
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
  'yaml.unsafe_load': unsafely,
  'yaml.unsafe_load_all': unsafely,
  'yaml.full_load': (view) => {
    if (isBefore(view.machine.versions, 'pyyaml', [5, 4, 0]))
      view.sink('deserialization', 0, { rewrite: safely(view) });
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
