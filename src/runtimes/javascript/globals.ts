import type { Model } from '#runtimes/engine/language';
import { calls, cleans, decodes, ends, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { element, keysOf, setComputed } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { decoded, made, marked, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import { assigned } from '#runtimes/javascript/methods';

const number = cleans('conversion to a number', AS_NUMBER);

/** What ECMAScript and Node give without an import. */
export const GLOBALS: Readonly<Record<string, Model>> = {
  Number: number,
  parseInt: number,
  parseFloat: number,
  BigInt: number,
  'Number.parseInt': number,
  'Number.parseFloat': number,
  'Math.min': cleans('a bound', EVERYTHING),
  'Math.max': number,
  'Math.floor': number,
  'Math.round': number,
  'Math.trunc': number,
  'Math.abs': number,
  Boolean: cleans('conversion to a boolean', AS_NUMBER),
  Date: cleans('conversion to a date', AS_NUMBER),
  'Date.parse': number,
  'Number.isInteger': (view) => view.check(taintsAt(view, [0]), AS_NUMBER),
  'Number.isSafeInteger': (view) => view.check(taintsAt(view, [0]), AS_NUMBER),
  'Number.isFinite': (view) => view.check(taintsAt(view, [0]), AS_NUMBER),
  isFinite: (view) => view.check(taintsAt(view, [0]), AS_NUMBER),
  isNaN: (view) => notNumber(view.check(taintsAt(view, [0]), AS_NUMBER)),
  'Number.isNaN': (view) => notNumber(view.check(taintsAt(view, [0]), AS_NUMBER)),
  String: (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, [0]), AS_TEXT) }),
  'JSON.parse': (view) => {
    const value = view.arg(0);
    // A copy of what was just written is that again.
    const [written] = value?.apis ?? [];
    if (written?.path === '<json-text>') return written.args?.list[0];
    const decodedTaints = decoded(taintsAt(view, [0]), '<json>');
    return value && decodedTaints.length > 0 ? marked(decodedTaints) : UNKNOWN;
  },
  'JSON.stringify': (view) => ({
    ...UNKNOWN,
    // What it was made of can be asked for where the text is JSON again.
    apis: [{ path: '<json-text>', args: view.args }],
    taints: made(taintsAt(view, [0]), AS_TEXT | safeFor('header', 'log')),
  }),
  'Reflect.apply': (view) => {
    const [list] = view.arg(2)?.objects ?? [];
    const known = list?.kind === 'list' && !view.machine.state.get(list.rest) ? list : undefined;
    const args = known
      ? [...known.fields.values()].map((cell) => view.machine.state.get(cell) ?? UNKNOWN)
      : [view.items(view.arg(2) ?? UNKNOWN)];
    return view.run(view.arg(0), ...args);
  },
  structuredClone: (view) => view.arg(0),
  'Object.assign': assigned,
  'Object.freeze': (view) => view.arg(0),
  'Object.seal': (view) => view.arg(0),
  'Object.create': (view) =>
    view.arg(0)?.constants.includes(null) ? object(new Obj('map', undefined, view.at)) : UNKNOWN,
  'Object.keys': (view) => view.list(keysOf(view.machine, view.arg(0) ?? UNKNOWN, view.at)),
  'Object.values': (view) => view.list(element(view.machine, view.arg(0) ?? UNKNOWN, view.at)),
  'Object.entries': (view) => {
    const value = view.arg(0) ?? UNKNOWN;
    const pair = new Obj('list', undefined, view.at);
    view.machine.state.set(pair.field('0'), keysOf(view.machine, value, view.at));
    view.machine.state.set(pair.field('1'), element(view.machine, value, view.at));
    return view.list(object(pair));
  },
  'Object.fromEntries': (view) => pairs(view, new Obj('map', undefined, view.at)),
  'Object.hasOwn': ownKey,
  'Object.prototype.hasOwnProperty.call': ownKey,
  'Array.isArray': gives(),
  'Array.from': (view) => {
    const items = view.items(view.arg(0) ?? UNKNOWN);
    const callback = view.arg(1);
    view.sink('allocation', '0.length');
    return view.list(callback && callback.closures.length > 0 ? view.run(callback, items) : items);
  },
  'Array.of': (view) => view.list(view.args.list[0] ?? UNKNOWN),
  Array: sink('allocation', 0),
  Set: (view) => collection(view.arg(0), view.arg(0) ? view.items(view.arg(0) as Value) : UNKNOWN, view),
  Map: (view) => pairs(view, new Obj('list', undefined, view.at)),
  WeakMap: (view) => view.map({}),
  Promise: (view) => {
    let given: Value = UNKNOWN;
    const executor = view.arg(0);
    const resolve = promiseResolver(view.at);
    view.run(executor, resolve.value, UNKNOWN);
    given = resolve.given(view.machine);
    return { ...given, pending: [view.at] };
  },
  'Promise.resolve': (view) => ({ ...(view.arg(0) ?? UNKNOWN), pending: [] }),
  'Promise.reject': (view) => ({ ...UNKNOWN, pending: [view.at] }),
  'Promise.all': (view) => promised(view.arg(0) ?? UNKNOWN, view),
  'Promise.race': (view) => ({ ...view.items(view.arg(0) ?? UNKNOWN), pending: [view.at] }),
  'Promise.any': (view) => ({ ...view.items(view.arg(0) ?? UNKNOWN), pending: [view.at] }),
  'Promise.allSettled': (view) => ({
    ...view.list(view.map({ value: view.items(view.arg(0) ?? UNKNOWN), status: UNKNOWN })),
    pending: [view.at],
  }),
  encodeURIComponent: cleans('URL encoding', ['url', 'redirect', 'html', 'mail', 'xml', 'header', 'log'], 0),
  encodeURI: cleans('URL encoding', ['html', 'mail', 'header', 'log'], 0),
  escape: cleans('URL encoding', ['url', 'redirect', 'html', 'mail', 'header', 'log'], 0),
  decodeURIComponent: decodes('<decoded>', 0),
  decodeURI: decodes('<decoded>', 0),
  unescape: decodes('<decoded>', 0),
  atob: decodes('<base64>', 0),
  btoa: cleans(
    'base64',
    ['sql', 'nosql', 'html', 'mail', 'command', 'path', 'header', 'log', 'xml', 'code', 'template'],
    0,
  ),
  'Buffer.from': (view) => {
    const encoding = view.constant(view.arg(1));
    return encoding === 'base64' || encoding === 'base64url' || encoding === 'hex'
      ? decodes('<base64>', 0)(view)
      : passes(0)(view);
  },
  'Buffer.alloc': sink('allocation', 0),
  'Buffer.concat': passes(0),
  'Buffer.byteLength': gives(),
  URL: (view) => ({ ...UNKNOWN, apis: [{ path: 'URL()', args: view.args }], taints: urlTaints(view) }),
  URLSearchParams: (view) => ({
    ...UNKNOWN,
    apis: [{ path: 'URLSearchParams()', args: view.args }],
    taints: taintsAt(view, [0]),
  }),
  'URLSearchParams().get': passes('receiver'),
  'URLSearchParams().getAll': passes('receiver'),
  'URLSearchParams().toString': cleans(
    'URL encoding',
    ['url', 'redirect', 'html', 'mail', 'xml', 'header', 'log'],
    'receiver',
  ),
  'URL().toString': passes('receiver'),
  'URL().searchParams.get': passes('receiver'),
  'URL().searchParams.set': gives(),
  'URL().searchParams.append': gives(),
  setTimeout: calls(0),
  setInterval: calls(0),
  setImmediate: calls(0),
  queueMicrotask: calls(0),
  'process.nextTick': calls(0),
  'process.exit': ends,
  Error: (view) => ({ ...UNKNOWN, apis: [{ path: 'Error()', args: view.args }], taints: taintsAt(view, [0]) }),
  TypeError: (view) => ({ ...UNKNOWN, taints: taintsAt(view, [0]) }),
  Symbol: gives(),
  'crypto.randomUUID': gives(),
  '<resolve>': (view) => {
    const kept = view.receiver.objects[0];
    if (kept) view.machine.state.add(kept.rest, view.arg(0) ?? UNKNOWN);
    return UNKNOWN;
  },
  eval: sink('code', 0),
  Function: (view) => {
    view.args.list.forEach((_, index) => {
      view.sink('code', index);
    });
    return UNKNOWN;
  },
  RegExp: sink('regex', 0),
};

/** A key of an object of ours is one of its keys; of what somebody else sent it is theirs. */
function ownKey(view: Parameters<Model>[0]): Value {
  const owner = view.arg(0);
  return owner && view.taints(owner).length === 0 ? view.check(taintsAt(view, [1]), EVERYTHING) : UNKNOWN;
}

function notNumber(checked: Value): Value {
  const { implies } = checked;
  return implies ? { ...checked, implies: { truthy: implies.falsy, falsy: implies.truthy } } : checked;
}

function collection(source: Value | undefined, items: Value, view: Parameters<Model>[0]): Value {
  const made = new Obj('list', undefined, view.at);
  if (source) view.machine.state.set(made.rest, items);
  return object(made);
}

/** What is made of a list of pairs: by their keys where these are written in the code. */
function pairs(view: Parameters<Model>[0], made: Obj): Value {
  const given = view.arg(0);
  if (!given) return object(made);
  const { state } = view.machine;
  const [list] = given.objects.length === 1 && given.taints.length === 0 ? given.objects : [];
  if (list?.kind === 'list' && !state.get(list.rest) && !state.get(list.spread)) {
    for (const cell of list.fields.values()) {
      const pair = state.get(cell) ?? UNKNOWN;
      const key = view.constant(view.field(pair, '0'));
      const value = view.field(pair, '1') ?? UNKNOWN;
      if (key === undefined) setComputed(view.machine, made, view.field(pair, '0'), value);
      else state.add(made.field(String(key)), value);
    }
  } else setComputed(view.machine, made, undefined, view.field(view.items(given), '1') ?? UNKNOWN);
  return object(made);
}

/** `new URL(path, base)`: with a base that is ours, the first argument may still be a whole URL. */
function urlTaints(view: Parameters<Model>[0]): Value['taints'] {
  return taintsAt(view, [0, 1]);
}

function promised(value: Value, view: Parameters<Model>[0]): Value {
  return value.objects.length > 0
    ? { ...value, pending: [view.at] }
    : { ...view.list(view.items(value)), pending: [view.at] };
}

/** The function that a promise is kept with: what it is called with is the promise's value. */
function promiseResolver(at: Value['pending'][number]): {
  readonly value: Value;
  readonly given: (machine: Parameters<Model>[0]['machine']) => Value;
} {
  const kept = new Obj('list', undefined, at);
  return {
    value: { ...UNKNOWN, apis: [{ path: '<resolve>', receiver: object(kept) }] },
    given: (machine) => machine.state.get(kept.rest) ?? UNKNOWN,
  };
}
