import { awaited } from '#runtimes/engine/expressions';
import type { Model } from '#runtimes/engine/language';
import { all, cleans, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { concatenated, LENGTH } from '#runtimes/engine/operators';
import { keysOf, property, setComputed, setProperty, spreadInto } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import {
  type Api,
  api,
  constant,
  type Implications,
  join,
  joinAll,
  made,
  marked,
  NEVER,
  Obj,
  object,
  type Refinement,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { logged } from '#runtimes/lines';
import { headOf } from '#runtimes/python/text';

const number = cleans('conversion to a number', AS_NUMBER, 0);
const nothing = gives();

/** `str(x)`: what a text was put together from stays known. */
const text: Model = (view) => {
  const value = view.arg(0);
  if (!value) return constant('');
  if (value.text || value.constants.length > 0)
    return { ...value, taints: made(value.taints, AS_TEXT), objects: [], apis: [] };
  return { ...UNKNOWN, taints: made(taintsAt(view, [0]), AS_TEXT) };
};

/** A list, set or tuple of what is gone over. */
const collected: Model = (view) => {
  const value = view.arg(0);
  if (!value) return object(new Obj('list', undefined, view.at));
  const [one] = value.objects;
  if (value.objects.length === 1 && one?.kind === 'list') {
    const copy = new Obj('list', undefined, view.at);
    spreadInto(view.machine, copy, value);
    return object(copy);
  }
  const keys = value.objects.some((each) => each.kind === 'map');
  const items = keys ? keysOf(view.machine, value, view.at) : view.items(value);
  // Items of what somebody else sends are still that: a list of theirs is no list of ours.
  const list = view.list(items);
  return value.taints.length > 0 ? { ...list, taints: value.taints } : list;
};

const dictionary: Model = (view) => {
  const map = new Obj('map', undefined, view.at);
  const value = view.arg(0);
  if (value?.objects.some((one) => one.kind === 'list')) {
    const pair = view.items(value);
    setComputed(view.machine, map, undefined, view.field(pair, '1') ?? UNKNOWN);
  } else if (value) spreadInto(view.machine, map, value);
  for (const [name, each] of view.args.named)
    if (name === '**') spreadInto(view.machine, map, each);
    else view.machine.state.set(map.field(name), each);
  return { ...object(map), open: view.args.rest !== undefined };
};

const mapped: Model = (view) => {
  const items = view.items(view.arg(1) ?? UNKNOWN);
  view.machine.loops += 1;
  const result = view.run(view.arg(0), items);
  view.machine.loops -= 1;
  return view.list(result);
};

/** The items for which the function given holds: what it checks is so of those that are left. */
const filtered: Model = (view) => {
  const items = view.items(view.arg(1) ?? UNKNOWN);
  const truthy = view.run(view.arg(0), items).implies?.truthy;
  if (!truthy || truthy === 'never') return view.list(items);
  const taints = items.taints.map((one) => ({ ...one, safe: one.safe | (truthy.get(one.key) ?? 0) }));
  return view.list({ ...items, taints });
};

const zipped: Model = (view) => {
  const tuple = new Obj('list', undefined, view.at);
  view.args.list.forEach((value, index) => {
    view.machine.state.set(tuple.field(String(index)), view.items(value));
  });
  return view.list(object(tuple));
};

const enumerated: Model = (view) => {
  const tuple = new Obj('list', undefined, view.at);
  view.machine.state.set(tuple.field('0'), UNKNOWN);
  view.machine.state.set(tuple.field('1'), view.items(view.arg(0) ?? UNKNOWN));
  return view.list(object(tuple));
};

const NUMBERS = new Set(['int', 'float', 'bool', 'complex', 'numbers.Number', 'decimal.Decimal']);
const TEXTS = new Set(['str', 'bytes', 'bytearray']);

function kindNames(view: CallView, value: Value | undefined): readonly string[] {
  if (!value) return [];
  const all = value.objects.length > 0 ? view.items(value) : value;
  return all.apis.map(({ path }) => path.replace(/^builtins\./, ''));
}

/** `isinstance(x, int)`: what is of such a type cannot do what a text can. */
const isInstance: Model = (view) => {
  const taints = taintsAt(view, [0]);
  const names = kindNames(view, view.arg(1));
  if (taints.length === 0 || names.length === 0) return UNKNOWN;
  if (names.every((name) => NUMBERS.has(name))) return view.check(taints, AS_NUMBER);
  if (names.every((name) => NUMBERS.has(name) || TEXTS.has(name))) return view.check(taints, AS_TEXT);
  return view.check(taints, 0);
};

/** What every item was checked for holds of what they are items of. */
function ofWhole(refinement: Refinement): Refinement {
  if (refinement === 'never') return refinement;
  const found = new Map(refinement);
  for (const [key, safe] of refinement) {
    const whole = key.replace(/\.(?:\[\]|<part>\d?)$/, '');
    if (whole !== key) found.set(whole, safe);
  }
  return found;
}

const every: Model = (view) => {
  const { implies } = view.items(view.arg(0) ?? UNKNOWN);
  if (!implies) return { ...UNKNOWN, constants: [true, false], open: false };
  const told: Implications = { truthy: ofWhole(implies.truthy), falsy: new Map() };
  return { ...UNKNOWN, constants: [true, false], open: false, implies: told };
};

const some: Model = (view) => {
  const { implies } = view.items(view.arg(0) ?? UNKNOWN);
  // Where it is true of none, the opposite is so of every item.
  const told = implies && { truthy: implies.truthy, falsy: ofWhole(implies.falsy) };
  return { ...UNKNOWN, constants: [true, false], open: false, implies: told };
};

/** `getattr(x, name)`: a name that somebody else chooses reaches whatever there is. */
const attribute: Model = (view) => {
  const target = view.arg(0) ?? UNKNOWN;
  const key = view.arg(1) ?? UNKNOWN;
  const name = view.constant(key);
  if (typeof name === 'string') {
    const found = property(view.machine, target, name, view.at, view.context);
    const fallback = view.arg(2);
    return fallback ? join(found, fallback) : found;
  }
  // With a beginning of our own only functions that are meant for it are reached.
  if ((headOf(key) ?? '') === '' && view.taints(target).length === 0) view.sink('module', 1);
  return marked(view.taints(target));
};

const setAttribute: Model = (view) => {
  const name = view.constant(view.arg(1));
  const target = view.arg(0) ?? UNKNOWN;
  setProperty(view.machine, target, typeof name === 'string' ? name : undefined, view.arg(2) ?? UNKNOWN);
  if (typeof name !== 'string') view.sink('record', 1);
  return constant(null);
};

/** `super()`: the methods of what the class extends, on the instance at hand. */
const parents: Model = (view) => {
  const { home, self } = view.context.frame;
  if (!home || !self) return UNKNOWN;
  const [instance] = self.objects;
  const found = home.bases.flatMap((base): Value[] => [
    ...base.classes.map((parent) => object(new Obj('instance', parent, view.at, instance?.fields))),
    ...base.apis.map(({ path }: Api) => api(`${path}()`, undefined, self)),
  ]);
  return joinAll(found);
};

const opened: Model = all((view) => {
  view.sink('path', view.arg(0) ? 0 : 'file');
  return undefined;
}, gives('builtins.open()'));

const module: Model = (view) => {
  view.sink('module', view.arg(0) ? 0 : 'name');
  return undefined;
};

/** A bound that is a constant, or at least not the sender's, bounds what they choose. */
const smallest: Model = (view) => {
  if (view.args.list.length < 2) return view.items(view.arg(0) ?? UNKNOWN);
  const isBound = view.args.list.some((one) => view.taints(one).length === 0);
  return { ...UNKNOWN, taints: made(taintsAt(view, []), isBound ? EVERYTHING : 0) };
};

/** `bytearray(n)` allocates as much as it is told; of a text or of bytes it makes a copy. */
const allocated: Model = (view) => {
  const value = view.arg(0);
  const numbers = value?.taints.filter(({ safe }) => (safe & AS_NUMBER) === AS_NUMBER) ?? [];
  if (view.args.list.length === 1 && numbers.length > 0)
    view.sink('allocation', 0, { value: { ...UNKNOWN, taints: numbers } });
  return { ...UNKNOWN, taints: taintsAt(view, [0]) };
};

/** `SimpleNamespace(**fields)`: its fields are what it is given, and what is set later. */
const namespace: Model = (view) => {
  const made = new Obj('instance', undefined, view.at);
  for (const [name, value] of view.args.named)
    if (name === '**') spreadInto(view.machine, made, value);
    else view.machine.state.set(made.field(name), value);
  return object(made);
};

/** `asyncio.gather(a, b)`: what each gives, in their order. */
const gathered: Model = (view) => {
  const results = new Obj('list', undefined, view.at);
  view.args.list.forEach((value, index) => {
    view.machine.state.set(results.field(String(index)), awaited(value));
  });
  if (view.args.rest) view.machine.state.set(results.rest, awaited(view.args.rest));
  return { ...object(results), pending: [] };
};

/** Runs something that is waited for, and gives what it gives. */
const waited: Model = (view) => awaited(view.arg(0) ?? UNKNOWN);

/** Starts something that is waited for later. */
const started: Model = (view) => view.arg(0);

const iterated: Model = (view) => {
  const value = view.arg(0) ?? UNKNOWN;
  const fallback = view.arg(1);
  return fallback ? join(view.items(value), fallback) : view.items(value);
};

/** What Python gives without an import. */
export const BUILTINS: Readonly<Record<string, Model>> = {
  'builtins.int': number,
  'builtins.float': number,
  'builtins.complex': number,
  'builtins.bool': cleans('conversion to a boolean', AS_NUMBER, 0),
  'builtins.abs': number,
  'builtins.round': number,
  'builtins.ord': number,
  'builtins.hex': number,
  'builtins.bin': number,
  'builtins.oct': number,
  'builtins.len': (view) => {
    const of = view.arg(0);
    return of && of.taints.length > 0 ? { ...UNKNOWN, apis: [{ path: LENGTH, receiver: of }] } : UNKNOWN;
  },
  'builtins.hash': nothing,
  'builtins.id': nothing,
  'builtins.sum': number,
  'builtins.min': smallest,
  'builtins.max': (view) =>
    view.args.list.length < 2 ? view.items(view.arg(0) ?? UNKNOWN) : { ...UNKNOWN, taints: taintsAt(view, []) },
  'builtins.pow': passes(),
  'builtins.divmod': number,
  'builtins.str': text,
  'builtins.repr': (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, [0]), AS_TEXT | safeFor('log', 'header')) }),
  'builtins.ascii': (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, [0]), AS_TEXT | safeFor('log', 'header')) }),
  'builtins.format': (view) => concatenated(view.machine, [view.arg(0) ?? UNKNOWN], view.at),
  'builtins.bytes': allocated,
  'builtins.bytearray': allocated,
  'builtins.memoryview': passes(0),
  'builtins.chr': nothing,
  'builtins.list': collected,
  'builtins.tuple': collected,
  'builtins.set': collected,
  'builtins.frozenset': collected,
  'builtins.reversed': collected,
  'builtins.sorted': (view) => {
    if (view.arg('key')) view.run(view.arg('key'), view.items(view.arg(0) ?? UNKNOWN));
    return collected(view);
  },
  'builtins.iter': (view) => view.arg(0),
  'builtins.dict': dictionary,
  'collections.OrderedDict': dictionary,
  'collections.defaultdict': () => undefined,
  'collections.deque': collected,
  'collections.Counter': (view) => view.map({}),
  'builtins.map': mapped,
  'builtins.filter': filtered,
  'builtins.zip': zipped,
  'builtins.enumerate': enumerated,
  'builtins.range': (view) => {
    view.args.list.slice(0, 2).forEach((_, index) => {
      view.sink('allocation', index);
    });
    return view.list({ ...UNKNOWN, taints: [] });
  },
  'builtins.next': iterated,
  'builtins.all': every,
  'builtins.any': some,
  'builtins.isinstance': isInstance,
  'builtins.issubclass': nothing,
  'builtins.callable': nothing,
  'builtins.hasattr': nothing,
  'builtins.type': nothing,
  'builtins.print': logged(),
  'builtins.input': nothing,
  'builtins.open': opened,
  'io.open': opened,
  'codecs.open': opened,
  'builtins.eval': sink('code', 0),
  'builtins.exec': sink('code', 0),
  'builtins.compile': sink('code', 0),
  'builtins.__import__': module,
  'importlib.import_module': module,
  'importlib.__import__': module,
  'importlib.util.spec_from_file_location': sink('module', 1),
  'importlib.machinery.SourceFileLoader': sink('module', 1),
  'runpy.run_path': sink('module', 0),
  'runpy.run_module': sink('module', 0),
  'builtins.getattr': attribute,
  'operator.attrgetter': sink('module', 0),
  'builtins.setattr': setAttribute,
  'builtins.delattr': nothing,
  'builtins.vars': (view) => view.arg(0),
  'builtins.super': parents,
  'builtins.exit': (view) => {
    view.machine.ended = true;
    return NEVER;
  },
  'sys.exit': (view) => {
    view.machine.ended = true;
    return NEVER;
  },
  'functools.partial': (view) => {
    const [first, ...bound] = view.args.list;
    if (!first || first.closures.length === 0) {
      // What is not of the code is called at once: what it is given does not change until it is.
      if (first && first.apis.length > 0 && bound.length > 0) view.run(first, ...bound);
      return undefined;
    }
    return { ...first, closures: first.closures.map((one) => ({ ...one, bound: [...one.bound, ...bound] })) };
  },
  'functools.reduce': (view) => {
    const items = view.items(view.arg(1) ?? UNKNOWN);
    const start = view.arg(2) ?? items;
    return join(start, view.run(view.arg(0), join(start, items), items));
  },
  'types.SimpleNamespace': namespace,
  'argparse.Namespace': namespace,
  'asyncio.run': waited,
  'asyncio.wait_for': waited,
  'asyncio.shield': waited,
  'asyncio.gather': gathered,
  'asyncio.create_task': started,
  'asyncio.ensure_future': started,
  'asyncio.get_event_loop().run_until_complete': waited,
  'asyncio.new_event_loop().run_until_complete': waited,
  'asyncio.get_running_loop().create_task': started,
  'asyncio.get_event_loop().create_task': started,
  'asyncio.to_thread': (view) => view.run(view.arg(0), ...view.args.list.slice(1)),
  'asyncio.sleep': (view) => view.either(1, 'result') ?? constant(null),
  'itertools.chain': (view) => view.list(joinAll(view.args.list.map((one) => view.items(one)))),
  'itertools.islice': (view) => view.list(view.items(view.arg(0) ?? UNKNOWN)),
  'copy.copy': (view) => view.arg(0),
  'copy.deepcopy': (view) => view.arg(0),
  'typing.cast': (view) => view.arg(1),
  'decimal.Decimal': number,
  'fractions.Fraction': number,
  'uuid.UUID': cleans('conversion to a UUID', EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource'), 0, 'hex'),
  'datetime.datetime.strptime': cleans('conversion to a date', AS_NUMBER, 0),
  'datetime.datetime.fromisoformat': cleans('conversion to a date', AS_NUMBER, 0),
  'datetime.date.fromisoformat': cleans('conversion to a date', AS_NUMBER, 0),
  'datetime.datetime.fromtimestamp': cleans('conversion to a date', AS_NUMBER, 0),
  'datetime.datetime.utcfromtimestamp': cleans('conversion to a date', AS_NUMBER, 0),
  'dateutil.parser.parse': cleans('conversion to a date', AS_NUMBER, 0),
  'time.strptime': cleans('conversion to a date', AS_NUMBER, 0),
  'ipaddress.ip_address': cleans(
    'conversion to an address',
    EVERYTHING & ~safeFor('url', 'identity', 'cloud-resource'),
    0,
  ),
};
