import { keepHalfCheck } from '#runtimes/engine/half-checks';
import type { Model } from '#runtimes/engine/language';
import { all, decodes, gives, part, passes, taintsAt } from '#runtimes/engine/models';
import { concatenated } from '#runtimes/engine/operators';
import { element, keysOf, property, setComputed, spreadInto } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { constant, join, made, marked, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { tried } from '#runtimes/patterns/tried';
import { groupOf, matchWith, replacedWith } from '#runtimes/python/patterns';
import { AS_WORD, formatPieces, RESOLVED, replacing } from '#runtimes/python/text';

const itself = passes('receiver');

/**
 * `name, _, value = text.partition('=')`: a check of one piece is none of another.
 * @param leavesNone whether no piece has the separator in it
 */
const splitting =
  (leavesNone: boolean): Model =>
  (view) => {
    const pieces = new Obj('list', undefined, view.at);
    const { taints: given = [] } = part(view) ?? {};
    // `key.split('/')[-1]`: what stands between slashes leads to no other directory.
    const isBetweenSlashes = leavesNone && view.args.list.length === 1 && view.constant(view.arg(0)) === '/';
    const taints = isBetweenSlashes ? made(given, safeFor('path', 'archive')) : given;
    for (let index = 0; index < PIECES; index++)
      view.machine.state.set(
        pieces.field(String(index)),
        marked(taints.map((one) => ({ ...one, key: `${one.key}${index}` }))),
      );
    view.machine.state.set(pieces.rest, marked(taints));
    return object(pieces);
  };

/** Pieces that are told from each other. */
const PIECES = 3;

/** `text.format(…)`: a format that somebody else writes reads attributes of what it is given. */
const format: Model = (view) => {
  if (view.receiver.taints.length > 0) view.sink('format', 0, { value: view.receiver });
  const known = view.constant(view.receiver);
  const values = [...view.args.list, ...view.args.named.values(), ...(view.args.rest ? [view.args.rest] : [])];
  if (typeof known !== 'string') return concatenated(view.machine, [view.receiver, ...values], view.at);
  const pieces = formatPieces(
    known,
    (index) => view.args.list[index] ?? view.args.rest,
    (name) => view.args.named.get(name) ?? view.args.named.get('**') ?? view.args.rest,
  );
  return concatenated(view.machine, pieces, view.at);
};

const formatMap: Model = (view) => {
  if (view.receiver.taints.length > 0) view.sink('format', 0, { value: view.receiver });
  const values = view.arg(0) ?? UNKNOWN;
  const known = view.constant(view.receiver);
  if (typeof known !== 'string') return concatenated(view.machine, [view.receiver, values], view.at);
  const pieces = formatPieces(
    known,
    () => undefined,
    (name) => property(view.machine, values, name, view.at, view.context),
  );
  return concatenated(view.machine, pieces, view.at);
};

const replaced: Model = (view) => {
  const [needle, by] = [view.constant(view.arg(0)), view.constant(view.arg(1))];
  const taints = taintsAt(view, ['receiver', 1]);
  const safe = typeof needle === 'string' ? replacing(needle, typeof by === 'string' ? by : undefined) : 0;
  return { ...UNKNOWN, taints: made(taints, safe, safe === 0 ? 'replacing a text' : undefined) };
};

const startsWith: Model = (view) => {
  const taints = taintsAt(view, ['receiver']);
  const given = view.arg(0);
  if (taints.length === 0 || !given || view.taints(given).length > 0) return UNKNOWN;
  const prefix = given.objects.length > 0 ? view.items(given) : given;
  const known = prefix.open ? [] : prefix.constants;
  if (known.length > 0 && known.every((one) => one === '//')) {
    const falsy = new Map(taints.map((one) => [one.key, safeFor('redirect')] as const));
    return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: new Map(), falsy } };
  }
  // A cell that starts with none of these is no formula.
  if (['=', '+', '-', '@'].every((one) => known.includes(one))) {
    const falsy = new Map(taints.map((one) => [one.key, safeFor('csv')] as const));
    return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: new Map(), falsy } };
  }
  if (known.length > 0 && known.every((one) => typeof one === 'string' && /^https?:\/\/[^/]+\//.test(one)))
    return view.check(taints, safeFor('url', 'redirect'));
  if (known.length === 1 && known[0] === '/') return view.check(taints, safeFor('url'));
  keepHalfCheck(view.machine, taints, 'beginning', known[0]);
  // A path that is resolved already stays below the directory that it starts with.
  const resolved = taints.filter((one) => one.partial.includes(RESOLVED));
  return resolved.length > 0 ? view.check(resolved, safeFor('path', 'archive', 'module')) : UNKNOWN;
};

const relativeTo: Model = (view) => {
  const resolved = taintsAt(view, ['receiver']).filter((one) => one.partial.includes(RESOLVED));
  return resolved.length > 0 ? view.check(resolved, safeFor('path', 'archive', 'module')) : UNKNOWN;
};

const joined: Model = (view) => {
  const items = view.arg(0);
  const [known] = items?.objects ?? [];
  const isConstant =
    items?.objects.length === 1 &&
    known?.kind === 'list' &&
    !view.machine.state.get(known.rest) &&
    known.fields.size < 20;
  if (isConstant && known) {
    const pieces = [...known.fields.values()].map((cell) => view.machine.state.get(cell) ?? UNKNOWN);
    return concatenated(
      view.machine,
      pieces.flatMap((one, index) => (index === 0 ? [one] : [view.receiver, one])),
      view.at,
    );
  }
  return { ...UNKNOWN, taints: made(taintsAt(view, ['receiver', 0]), AS_TEXT) };
};

const pushed: Model = (view) => {
  for (const one of view.receiver.objects)
    for (const value of view.args.list.slice(-1)) setComputed(view.machine, one, undefined, value);
  return constant(null);
};

const extended: Model = (view) => {
  const items = view.items(view.arg(0) ?? UNKNOWN);
  for (const one of view.receiver.objects) view.machine.state.add(one.rest, items);
  return constant(null);
};

const updated: Model = (view) => {
  const other = view.arg(0);
  for (const one of view.receiver.objects) {
    if (one.kind === 'list') {
      if (other) view.machine.state.add(one.rest, view.items(other));
      continue;
    }
    if (other) spreadInto(view.machine, one, other);
    for (const [name, value] of view.args.named)
      if (name === '**') spreadInto(view.machine, one, value);
      else view.machine.state.set(one.field(name), value);
  }
  return constant(null);
};

/** `map.get(key, fallback)`, `map.pop(key, fallback)`; of requests' arguments the same. */
const got: Model = (view) => {
  const key = view.arg(0);
  const name = view.constant(key);
  const fallback = view.either(1, 'default');
  const value =
    key === undefined || (typeof name !== 'string' && typeof name !== 'number')
      ? element(view.machine, view.receiver, view.at)
      : property(view.machine, view.receiver, String(name), view.at, view.context);
  const kind = view.arg('type');
  const known = kind && kind.apis.length > 0 ? view.run(kind, value) : value;
  const isMissing = known.constants.length > 0 && known.constants.every((one) => one === undefined);
  const found = isMissing ? { ...known, constants: [null] } : known;
  return fallback ? join(found, fallback) : found;
};

const popped: Model = (view) =>
  view.receiver.objects.some((one) => one.kind === 'list') ? view.items(view.receiver) : got(view);

const setDefault: Model = (view) => {
  const name = view.constant(view.arg(0));
  const value = view.arg(1) ?? constant(null);
  for (const one of view.receiver.objects)
    view.machine.state.add(name === undefined ? one.rest : one.field(String(name)), value);
  return join(got(view) ?? UNKNOWN, value);
};

const pairs: Model = (view) => {
  const pair = new Obj('list', undefined, view.at);
  view.machine.state.set(pair.field('0'), keysOf(view.machine, view.receiver, view.at));
  view.machine.state.set(pair.field('1'), element(view.machine, view.receiver, view.at));
  return view.list(object(pair));
};

const copied: Model = (view) => {
  if (view.receiver.objects.length === 0) return view.receiver;
  const [first] = view.receiver.objects;
  const copy = new Obj(first?.kind ?? 'map', first?.of, view.at);
  spreadInto(view.machine, copy, view.receiver);
  return object(copy);
};

function checksText(safe: number): Model {
  return (view) => view.check(taintsAt(view, ['receiver']), safe);
}

/** `pattern.match(text)` of a pattern that was compiled. */
function matching(how: 'match' | 'fullmatch' | 'search'): Model {
  return (view) => (view.receiver.regex ? matchWith(view, view.receiver.regex, taintsAt(view, [0]), how) : undefined);
}

const substituted: Model = (view) =>
  view.receiver.regex
    ? replacedWith(view, view.receiver.regex, taintsAt(view, [1]), taintsAt(view, [0]), view.arg(0))
    : undefined;

const foundIn: Model = (view) => {
  const { regex } = view.receiver;
  if (!regex) return undefined;
  tried(view, regex, taintsAt(view, [0]));
  return view.list(marked(taintsAt(view, [0])));
};

const group: Model = (view) => groupOf(view);

/** What `hashlib`'s and files' objects give is nothing that somebody else decides. */
const nothing = gives();

/** Methods that any value may have: of texts, bytes, lists, dictionaries, sets and compiled patterns. */
export const METHODS: Readonly<Record<string, Model>> = {
  strip: itself,
  lstrip: itself,
  rstrip: itself,
  lower: itself,
  upper: itself,
  title: itself,
  capitalize: itself,
  casefold: itself,
  swapcase: itself,
  expandtabs: itself,
  removeprefix: part,
  removesuffix: part,
  translate: passes('receiver'),
  zfill: itself,
  ljust: all((view) => {
    view.sink('allocation', 0);
    return undefined;
  }, itself),
  rjust: itself,
  center: itself,
  encode: itself,
  decode: itself,
  tobytes: itself,
  getvalue: itself,
  geturl: itself,
  isoformat: (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, ['receiver']), AS_NUMBER, 'conversion to a date') }),
  hex: itself,
  split: splitting(true),
  rsplit: splitting(true),
  splitlines: splitting(false),
  partition: splitting(false),
  rpartition: splitting(false),
  join: joined,
  format,
  format_map: formatMap,
  replace: replaced,
  startswith: startsWith,
  endswith: nothing,
  is_relative_to: relativeTo,
  relative_to: passes('receiver'),
  isdigit: checksText(AS_NUMBER),
  isdecimal: checksText(AS_NUMBER),
  isnumeric: checksText(AS_NUMBER),
  isalnum: checksText(AS_WORD),
  isalpha: checksText(AS_WORD),
  isidentifier: checksText(AS_WORD),
  isascii: nothing,
  isspace: nothing,
  isupper: nothing,
  islower: nothing,
  find: nothing,
  rfind: nothing,
  index: nothing,
  rindex: nothing,
  count: nothing,
  append: pushed,
  add: pushed,
  appendleft: pushed,
  insert: pushed,
  extend: extended,
  update: updated,
  setdefault: setDefault,
  get: got,
  getlist: (view) => view.list(got(view) ?? UNKNOWN),
  getfirst: got,
  pop: popped,
  popitem: (view) => view.items(pairs(view) ?? UNKNOWN),
  popleft: (view) => view.items(view.receiver),
  items: pairs,
  values: (view) => view.list(view.items(view.receiver)),
  keys: (view) => view.list(keysOf(view.machine, view.receiver, view.at)),
  copy: copied,
  union: (view) => view.list(join(view.items(view.receiver), view.items(view.arg(0) ?? UNKNOWN))),
  intersection: (view) => {
    const other = view.arg(0);
    const isOurs = other && view.taints(other).length === 0;
    return view.list(isOurs ? view.items(other) : view.items(view.receiver));
  },
  difference: (view) => view.list(view.items(view.receiver)),
  issubset: (view) => {
    const other = view.arg(0);
    return other && view.taints(other).length === 0 ? view.check(taintsWithin(view), EVERYTHING) : UNKNOWN;
  },
  sort: nothing,
  reverse: nothing,
  json: decodes('<json>', 'receiver'),
  get_json: decodes('<json>', 'receiver'),
  match: matching('match'),
  fullmatch: matching('fullmatch'),
  search: matching('search'),
  findall: foundIn,
  finditer: foundIn,
  sub: substituted,
  group,
  groups: (view) => view.list(marked(taintsAt(view, ['receiver']))),
  groupdict: (view) => marked(taintsAt(view, ['receiver'])),
  hexdigest: nothing,
  digest: nothing,
};

function taintsWithin(view: CallView): Value['taints'] {
  return view.items(view.receiver).taints;
}
