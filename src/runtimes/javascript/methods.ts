import { keepHalfCheck } from '#runtimes/engine/half-checks';
import type { Model } from '#runtimes/engine/language';
import { all, cleans, decodes, gives, part, passes, taintsAt } from '#runtimes/engine/models';
import { safetyOf } from '#runtimes/engine/patterns';
import { element, setComputed, spreadInto } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import {
  constant,
  descended,
  join,
  joinTaints,
  made,
  marked,
  Obj,
  object,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { tried } from '#runtimes/patterns/tried';

const text = passes('receiver', 0);
/** What is no text has no such method, or becomes one: an object in its place does not get through. */
const texted: Model = (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, ['receiver']), AS_TEXT) });

/** Calls the function given with each item; what comes out of it is made by `give`. */
function overItems(give: (view: CallView, result: Value, items: Value) => Value): Model {
  return (view) => {
    const items = view.items(view.receiver);
    view.machine.loops += 1;
    const result = view.run(view.arg(0), items, UNKNOWN, view.receiver);
    view.machine.loops -= 1;
    return give(view, result, items);
  };
}

/** The items for which the function given holds: what it checks is so of those that are left. */
const filtered: Model = overItems((view, result, items) => {
  const truthy = result.implies?.truthy;
  if (!truthy || truthy === 'never') return view.list(items);
  const taints = items.taints.map((one) => ({ ...one, safe: one.safe | (truthy.get(one.key) ?? 0) }));
  return view.list({ ...items, taints });
});

const found: Model = overItems((_view, result, items) => {
  const truthy = result.implies?.truthy;
  const safe = truthy && truthy !== 'never' ? truthy : new Map<string, number>();
  return join(
    { ...items, taints: items.taints.map((one) => ({ ...one, safe: one.safe | (safe.get(one.key) ?? 0) })) },
    constant(undefined),
  );
});

/** `list.includes(x)`: x is one of the items that nobody outside decided; of a text it tells nothing of the whole. */
const includes: Model = (view) => {
  const given = view.arg(0);
  const [needle] = given?.constants ?? [];
  if (view.receiver.taints.length > 0 && needle === '..' && !given?.open) {
    const taints = taintsAt(view, ['receiver']);
    const falsy = new Map(taints.map((one) => [one.key, safeFor('path', 'archive')] as const));
    return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: new Map(), falsy } };
  }
  keepHalfCheck(view.machine, view.taints(view.receiver), 'anywhere', needle);
  if (!given || !isList(view.receiver)) return UNKNOWN;
  if (view.items(view.receiver).constants.includes('__proto__')) return forbidden(given);
  const isOurs = view.taints(view.receiver).length === 0;
  return isOurs ? view.check(given.taints, EVERYTHING) : UNKNOWN;
};

/** A list of keys that are not allowed: what is not in it does not lead to what all objects share. */
function forbidden(key: Value): Value {
  const falsy = new Map(key.taints.map((one) => [one.key, safeFor('object-key')] as const));
  return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: new Map(), falsy } };
}

function isList(value: Value): boolean {
  if (value.constants.some((one) => typeof one === 'string') || value.text) return false;
  return value.objects.length > 0 || value.apis.length > 0 || value.open;
}

/** `index !== -1` of an item: the comparison is made elsewhere, so that only its truth counts here. */
const indexOf: Model = (view) => {
  const given = view.arg(0);
  if (!given || !isList(view.receiver) || view.taints(view.receiver).length > 0) return UNKNOWN;
  return { ...UNKNOWN, apis: [{ path: '<index>', args: view.args }] };
};

const startsWith: Model = (view) => {
  const taints = taintsAt(view, ['receiver']);
  const prefix = view.arg(0);
  if (taints.length === 0 || !prefix || view.taints(prefix).length > 0) return UNKNOWN;
  const known = view.constant(prefix);
  if (typeof known === 'string' && known === '//') {
    const falsy = new Map(taints.map((one) => [one.key, safeFor('redirect')] as const));
    return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: new Map(), falsy } };
  }
  if (typeof known === 'string' && /^https?:\/\/[^/]+\//.test(known))
    return view.check(taints, safeFor('url', 'redirect'));
  if (typeof known === 'string' && known === '/') return view.check(taints, safeFor('url'));
  keepHalfCheck(view.machine, taints, 'beginning', known);
  // A path that is resolved already stays below the directory that it starts with.
  const resolved = taints.filter((one) => one.partial.includes(RESOLVED));
  if (resolved.length === 0) return UNKNOWN;
  const inside = view.check(resolved, safeFor('path', 'archive', 'module'));
  // `relative(base, x).startsWith('..')`: where it does not, x is below the base.
  return typeof known === 'string' && known.startsWith('..') ? negated(inside) : inside;
};

function negated(checked: Value): Value {
  const { implies } = checked;
  return implies ? { ...checked, implies: { truthy: implies.falsy, falsy: implies.truthy } } : checked;
}

/** How paths are named from which `..` was taken out. */
export const RESOLVED = 'path resolution';

/** `/re/.test(x)`, `x.match(/re/)`. */
const tested: Model = (view) => {
  const { regex } = view.receiver;
  const taints = taintsAt(view, [0]);
  if (!regex || taints.length === 0) return undefined;
  tried(view, regex, taints);
  const safe = safetyOf(regex.pattern, regex.flags) ?? EVERYTHING;
  if (safe === 0 && /\w\\?\.[a-z]{2}/i.test(regex.pattern)) keepHalfCheck(view.machine, taints, 'pattern', undefined);
  return view.check(taints, safe);
};

const matched: Model = (view) => {
  const regex = view.arg(0)?.regex;
  const taints = taintsAt(view, ['receiver']);
  if (!regex) return marked(taints);
  tried(view, regex, taints);
  const checked = view.check(taints, safetyOf(regex.pattern, regex.flags) ?? EVERYTHING);
  return { ...marked(descended(taints, '[]', view.at)), implies: checked.implies };
};

/** Replacing every character but some leaves those; taking one out leaves whatever comes back together. */
const replaced: Model = (view) => {
  const regex = view.arg(0)?.regex;
  const taints = joinTaints(taintsAt(view, ['receiver']), taintsAt(view, [1]));
  const callback = view.arg(1);
  if (callback && callback.closures.length > 0) view.run(callback, marked(view.receiver.taints));
  if (!regex) {
    const [needle] = view.arg(0)?.constants ?? [];
    // Quotes that are doubled end no text, but what sorts or names a column stands in none.
    const kinds = typeof needle === 'string' && view.path === 'replaceAll' ? removedBy(needle) & ~safeFor('sql') : 0;
    return { ...UNKNOWN, taints: made(taints, kinds, typeof needle === 'string' ? 'replacing a text' : undefined) };
  }
  tried(view, regex, view.receiver.taints);
  const everywhere = regex.flags.includes('g') || view.path === 'replaceAll';
  const negated = /^\[\^((?:[^\]\\]|\\.)+)\][+*]?$/.exec(regex.pattern)?.[1];
  if (everywhere && negated !== undefined)
    return {
      ...UNKNOWN,
      taints: made(taints, safetyOf(`^[${negated}]*$`, regex.flags) ?? EVERYTHING, 'replacing characters'),
    };
  const named = regex.pattern === '\\W' ? '\\w' : regex.pattern === '\\D' ? '\\d' : undefined;
  if (everywhere && named)
    return { ...UNKNOWN, taints: made(taints, safetyOf(`^${named}*$`, '') ?? EVERYTHING, 'replacing characters') };
  const kinds = everywhere ? removedBy(regex.pattern) : 0;
  return { ...UNKNOWN, taints: made(taints, kinds, 'replacing characters') };
};

/** What a text is safe for from which every character of a class was taken out, or escaped. */
function removedBy(pattern: string): number {
  const inside = /^\[((?:[^\]\\]|\\.)+)\][+]?$/.exec(pattern)?.[1] ?? (pattern.length <= 2 ? pattern : '');
  let safe = 0;
  if ([...'.*+?^$(){}|['].every((one) => inside.includes(one))) safe |= safeFor('regex');
  if (inside.includes('<')) safe |= safeFor('html', 'mail', 'xml');
  if (/\\r/.test(inside) && /\\n/.test(inside)) safe |= safeFor('header', 'log');
  if (/\\s/.test(inside)) safe |= safeFor('header', 'log');
  if (inside === "'") safe |= safeFor('sql');
  if (/\\?[/]/.test(inside) && inside.includes('.')) safe |= safeFor('path', 'module', 'archive');
  return safe;
}

/** `key.split('/').pop()`: what stands between slashes leads to no other directory. */
const split: Model = (view) => {
  const regex = view.arg(0)?.regex;
  if (regex) tried(view, regex, view.receiver.taints);
  const { taints = [] } = part(view) ?? {};
  const isBetweenSlashes = view.constant(view.arg(0)) === '/';
  return view.list(marked(isBetweenSlashes ? made(taints, safeFor('path', 'archive')) : taints));
};

const push: Model = (view) => {
  for (const one of view.receiver.objects) {
    for (const value of view.args.list) view.machine.state.add(one.rest, value);
    if (view.args.rest) view.machine.state.add(one.rest, view.args.rest);
  }
  return UNKNOWN;
};

const concatenatedList: Model = (view) => {
  if (view.receiver.objects.length === 0) return text(view);
  const made = new Obj('list', undefined, view.at);
  for (const value of [view.receiver, ...view.args.list]) {
    const items = value.objects.length > 0 ? view.items(value) : value;
    view.machine.state.add(made.rest, items);
  }
  return object(made);
};

const then: Model = (view) => {
  const value = { ...view.receiver, pending: [] };
  const done = view.arg(0);
  const failed = view.arg(1);
  const result = done && done.closures.length > 0 ? view.run(done, value) : value;
  if (failed && failed.closures.length > 0) view.run(failed, exception(view));
  return { ...result, pending: [...view.receiver.pending] };
};

const caught: Model = (view) => {
  const result = view.run(view.arg(0), exception(view));
  return { ...join(view.receiver, result), pending: view.receiver.pending };
};

/** What a promise that is refused gives. */
function exception(view: CallView): Value {
  return {
    ...UNKNOWN,
    apis: [{ path: '<exception>' }],
    taints: [
      {
        origin: 'exception',
        path: [],
        text: '',
        at: view.at,
        triggers: [],
        shape: undefined,
        key: 'exception',
        safe: 0,
        partial: [],
        weak: false,
        steps: undefined,
      },
    ],
  };
}

const reduced: Model = (view) => {
  const items = view.items(view.receiver);
  let value = view.arg(1) ?? items;
  view.machine.loops += 1;
  for (let round = 0; round < 2; round++) value = join(value, view.run(view.arg(0), value, items, UNKNOWN));
  view.machine.loops -= 1;
  return value;
};

const joined: Model = (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, ['receiver', 0]), AS_TEXT) });

/** `map.get(key)`, `map.set(key, value)`: what a map holds is known as a whole. */
const put: Model = (view) => {
  const [key, value] = view.args.list;
  const name = view.constant(key);
  for (const one of view.receiver.objects) {
    if (name !== undefined) view.machine.state.add(one.field(String(name)), value ?? UNKNOWN);
    else setComputed(view.machine, one, key, value ?? UNKNOWN);
  }
  return view.receiver;
};

const got: Model = (view) => {
  const [key] = view.args.list;
  const name = key && view.constant(key);
  if (typeof name === 'string' && (view.receiver.objects.length > 0 || view.receiver.taints.length > 0))
    return view.field(view.receiver, name) ?? constant(undefined);
  return element(view.machine, view.receiver, view.at);
};

const added: Model = (view) => {
  push(view);
  return view.receiver;
};

const has: Model = (view) => {
  const given = view.arg(0);
  if (given && view.items(view.receiver).constants.includes('__proto__')) return forbidden(given);
  return given && view.taints(view.receiver).length === 0 ? view.check(given.taints, EVERYTHING) : UNKNOWN;
};

const number = cleans('conversion to a number', AS_NUMBER, 'receiver');

/** Methods that any value may have: of texts, lists, maps, promises and regular expressions. */
export const METHODS: Readonly<Record<string, Model>> = {
  toString: texted,
  valueOf: passes('receiver'),
  toJSON: passes('receiver'),
  trim: texted,
  trimStart: texted,
  trimEnd: texted,
  toLowerCase: texted,
  toUpperCase: texted,
  toLocaleLowerCase: texted,
  toLocaleUpperCase: texted,
  normalize: texted,
  padStart: text,
  padEnd: text,
  repeat: all((view) => {
    view.sink('allocation', 0);
    return undefined;
  }, passes('receiver')),
  replace: replaced,
  replaceAll: replaced,
  split,
  slice: (view) => (view.receiver.objects.length > 0 ? view.list(view.items(view.receiver)) : part(view)),
  substring: part,
  substr: part,
  charAt: part,
  at: (view) => view.items(view.receiver),
  match: matched,
  matchAll: matched,
  exec: (view) => {
    const checked = tested(view);
    return checked && { ...marked(descended(taintsAt(view, [0]), '[]', view.at)), implies: checked.implies };
  },
  test: tested,
  startsWith,
  endsWith: (view) => {
    const suffix = view.constant(view.arg(0));
    // `.example.com` ends the names of a domain's own hosts; `example.com` those of others, too.
    const isDomain = typeof suffix === 'string' && /^\.[\w-]+\.\w/.test(suffix);
    return isDomain ? view.check(view.receiver.taints, safeFor('url', 'redirect')) : UNKNOWN;
  },
  includes,
  indexOf,
  search: (view) => {
    const regex = view.arg(0)?.regex;
    if (regex) tried(view, regex, view.receiver.taints);
    return UNKNOWN;
  },
  codePointAt: gives(),
  charCodeAt: gives(),
  localeCompare: gives(),
  toFixed: number,
  toISOString: cleans('conversion to a date', AS_NUMBER, 'receiver'),
  getTime: number,
  map: overItems((view, result) => ({ ...view.list(result), pending: result.pending })),
  flatMap: overItems((view, result) => view.list(join(result, view.items(result)))),
  filter: filtered,
  find: found,
  findLast: found,
  findIndex: overItems(() => UNKNOWN),
  forEach: overItems((_view, result) => ({ ...constant(undefined), pending: result.pending.length > 0 ? [] : [] })),
  some: overItems(() => UNKNOWN),
  every: overItems((_view, result) => {
    const truthy = result.implies?.truthy;
    return truthy && truthy !== 'never'
      ? { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy, falsy: new Map() } }
      : UNKNOWN;
  }),
  reduce: reduced,
  reduceRight: reduced,
  push,
  unshift: push,
  pop: (view) => view.items(view.receiver),
  shift: (view) => view.items(view.receiver),
  concat: concatenatedList,
  join: joined,
  flat: (view) => view.list(join(view.items(view.receiver), view.items(view.items(view.receiver)))),
  reverse: (view) => view.receiver,
  toReversed: (view) => view.receiver,
  sort: (view) => view.receiver,
  toSorted: (view) => view.receiver,
  values: (view) => view.list(view.items(view.receiver)),
  entries: (view) => view.list(view.list(view.items(view.receiver))),
  keys: (view) => view.list(UNKNOWN),
  then,
  catch: caught,
  finally: (view) => {
    view.run(view.arg(0));
    return view.receiver;
  },
  get: got,
  set: put,
  add: added,
  has,
  hasOwnProperty: has,
  append: (view) => {
    put(view);
    return UNKNOWN;
  },
  json: decodes('<json>', 'receiver'),
  text: passes('receiver'),
  next: (view) => view.map({ value: view.items(view.receiver) }),
};

/** `Object.assign(target, …)`: the target has the fields of the others. */
export const assigned: Model = (view) => {
  const [target, ...others] = view.args.list;
  if (!target) return UNKNOWN;
  for (const one of target.objects) for (const value of others) spreadInto(view.machine, one, value);
  if (target.objects.length > 0) return target;
  return { ...UNKNOWN, taints: taintsAt(view, []) };
};
