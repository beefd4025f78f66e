import type { AnyFunction, FunctionCall } from '#frameworks/terraform/functions/function';
import { charactersOf, openCause } from '#frameworks/terraform/functions/strings';
import { isScalar, listOf, mapOf, sameText, stringOf, textOf } from '#frameworks/terraform/values';
import { Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

/** Longer lists are unknown. */
const MAX_ITEMS = 10_000;

/** Whether two values are the same; undefined when it depends on the deployment. */
function same(a: Value, b: Value): boolean | undefined {
  if (a.kind !== 'set' || b.kind !== 'set') return undefined;
  if (isScalar(a.data) && isScalar(b.data)) {
    if (sameText(a, b)) return true;
    if (a.data instanceof Text || b.data instanceof Text) return undefined;
    return a.data === null && b.data === null;
  }
  const left = listOf(a) ?? mapOf(a);
  const right = listOf(b) ?? mapOf(b);
  if (!left || !right) return false;
  const entries = (of: readonly Value[] | ReadonlyMap<string, Value>) =>
    Array.isArray(of)
      ? of.map((item, index) => [String(index), item] as const)
      : [...(of as ReadonlyMap<string, Value>)];
  const one = entries(left);
  const two = new Map(entries(right));
  if (one.length !== two.size) return false;
  let result: boolean | undefined = true;
  for (const [key, value] of one) {
    const other = two.get(key);
    const equal = other ? same(value, other) : false;
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

/** The items without repetition, and sorted where all are strings: what a set is when it is listed. */
function distinct(items: readonly Value[], sorted: boolean): readonly Value[] {
  const kept: Value[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const text = stringOf(item);
    if (text !== undefined) {
      if (seen.has(text)) continue;
      seen.add(text);
    } else if (kept.length < 500 && kept.some((one) => same(one, item) === true)) continue;
    kept.push(item);
  }
  if (!sorted || kept.some((item) => stringOf(item) === undefined)) return kept;
  if (kept.every((item) => item.kind === 'set' && typeof item.data === 'number'))
    return kept.sort((a, b) => Number(stringOf(a)) - Number(stringOf(b)));
  return kept.sort((a, b) => ((stringOf(a) ?? '') < (stringOf(b) ?? '') ? -1 : 1));
}

function isText(value: Value): boolean {
  return value.kind === 'set' && (typeof value.data === 'string' || value.data instanceof Text);
}

/** The items made one type, as lists, sets and maps need it: beside text, numbers and booleans are text. Undefined where they cannot. */
function ofOneType(items: readonly Value[], call: FunctionCall): readonly Value[] | undefined {
  const kinds = new Set(
    items.flatMap((item) => (item.kind === 'set' && isScalar(item.data) && !isNull(item) ? [kindOf(item)] : [])),
  );
  if (kinds.size < 2) return items;
  if (!kinds.has('text')) return undefined;
  return items.map((item) => {
    const text = isText(item) ? undefined : stringOf(item);
    return text === undefined ? item : call.set(text, [item]);
  });
}

function kindOf(value: SetValue): string {
  return isText(value) ? 'text' : typeof value.data;
}

function isNull(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'set' && value.data === null);
}

function lists(
  args: readonly SetValue[],
  call: FunctionCall,
  make: (all: readonly (readonly Value[])[]) => Value,
): Value {
  const all: (readonly Value[])[] = [];
  for (const arg of args) {
    const items = listOf(arg);
    if (!items)
      return arg.data instanceof Text ? call.unknown(openCause(arg)) : call.failed(`${call.name} needs lists`);
    all.push(items);
  }
  return make(all);
}

function list(run: (items: readonly Value[], call: FunctionCall, args: readonly SetValue[]) => Value): AnyFunction {
  return {
    call: (args, call) => {
      const [first] = args;
      const items = listOf(first);
      if (!items)
        return first?.data instanceof Text ? call.unknown(openCause(first)) : call.failed(`${call.name} needs a list`);
      return run(items, call, args);
    },
  };
}

function map(
  run: (entries: ReadonlyMap<string, Value>, call: FunctionCall, args: readonly SetValue[]) => Value,
): AnyFunction {
  return {
    call: (args, call) => {
      const entries = mapOf(args[0]);
      return entries ? run(entries, call, args) : call.failed(`${call.name} needs a map`);
    },
  };
}

function sortedKeys(entries: ReadonlyMap<string, Value>): readonly string[] {
  return [...entries.keys()].sort();
}

function product(all: readonly (readonly Value[])[], call: FunctionCall): Value {
  const size = all.reduce((sum, items) => sum * items.length, 1);
  if (size > MAX_ITEMS) return call.unknown('a list that is too long');
  let made: Value[][] = [[]];
  for (const items of all) made = made.flatMap((one) => items.map((item) => [...one, item]));
  return call.set(made.map((one) => call.set(one)));
}

function membership(
  run: (items: readonly Value[], others: readonly (readonly Value[])[]) => readonly Value[],
): AnyFunction {
  return {
    call: (args, call) =>
      lists(args, call, ([first = [], ...others]) => {
        const open = [first, ...others].flat().find((item) => item.kind === 'unknown');
        return open ? call.unknown(openCause(open)) : call.set(distinct(run(first, others), true));
      }),
  };
}

/** https://developer.hashicorp.com/terraform/language/functions#collection-functions */
export const collections: Readonly<Record<string, AnyFunction>> = {
  concat: { call: (args, call) => lists(args, call, (all) => call.set(all.flat())) },
  flatten: list((items, call) => {
    const open = items.find((item) => item.kind === 'unknown');
    const flat = (all: readonly Value[], depth: number): Value[] =>
      all.flatMap((item) => {
        const inner = depth < 50 ? listOf(item) : undefined;
        return inner ? flat(inner, depth + 1) : [item];
      });
    return open && items.length === 1 ? call.unknown(openCause(open)) : call.set(flat(items, 0));
  }),
  compact: list((items, call) => call.set(items.filter((item) => !isNull(item) && stringOf(item) !== ''))),
  distinct: list((items, call) => call.set(distinct(items, false))),
  toset: list((items, call) => {
    const unified = ofOneType(items, call);
    return unified ? call.set(distinct(unified, true)) : call.failed('the items are of different types');
  }),
  tolist: list((items, call) => {
    const unified = ofOneType(items, call);
    return unified ? call.set(unified) : call.failed('the items are of different types');
  }),
  reverse: list((items, call) => call.set([...items].reverse())),
  sort: list((items, call) => {
    const open = items.find((item) => stringOf(item) === undefined);
    if (open) return call.unknown(openCause(open));
    const texts = items.map((item) => (isText(item) ? item : call.set(stringOf(item) ?? '', [item])));
    return call.set(texts.sort((a, b) => ((stringOf(a) ?? '') < (stringOf(b) ?? '') ? -1 : 1)));
  }),
  slice: list((items, call, [, from, to]) => {
    const start = stringOf(from);
    const end = stringOf(to);
    if (start === undefined || end === undefined) return call.unknown(openCause(from));
    if (!(Number(start) >= 0 && Number(start) <= Number(end) && Number(end) <= items.length))
      return call.failed('the list is shorter');
    return call.set(items.slice(Number(start), Number(end)));
  }),
  chunklist: list((items, call, [, size]) => {
    const given = Number(stringOf(size));
    if (!(given >= 0)) return call.failed('chunklist needs a size');
    const count = given === 0 ? Math.max(1, items.length) : given;
    const chunks: Value[] = [];
    for (let at = 0; at < items.length; at += count) chunks.push(call.set(items.slice(at, at + count)));
    return call.set(chunks);
  }),
  element: list((items, call, [, index]) => {
    const at = stringOf(index);
    if (at === undefined) return call.unknown(openCause(index));
    if (items.length === 0) return call.failed('the list is empty');
    return items[Number(at) % items.length] ?? call.failed('there is no such item');
  }),
  index: list((items, call, [, wanted]) => {
    const at = items.findIndex((item) => wanted && same(item, wanted) === true);
    return at === -1 ? call.failed('there is no such item') : call.set(at);
  }),
  one: list((items, call) => {
    if (items.length > 1) return call.failed('there are several');
    return items[0] ?? call.set(null);
  }),
  contains: list((items, call, [, wanted]) => {
    const found = items.map((item) => (wanted ? same(item, wanted) : undefined));
    if (found.includes(true)) return call.set(true);
    const open = found.indexOf(undefined);
    if (open === -1) return call.set(false);
    const item = items[open];
    return call.unknown(openCause(wanted?.data instanceof Text || !item ? wanted : item));
  }),
  length: {
    call: ([arg], call) => {
      const items = listOf(arg) ?? mapOf(arg);
      if (items) return call.set('size' in items ? items.size : items.length);
      const text = stringOf(arg);
      if (text !== undefined && arg?.data !== null) return call.set(charactersOf(text).length);
      return arg?.data === null ? call.failed('length of null') : call.unknown(openCause(arg));
    },
  },
  range: {
    call: (args, call) => {
      const numbers = args.map((arg) => Number(stringOf(arg)));
      if (numbers.some((number) => Number.isNaN(number))) return call.unknown(openCause(args[0]));
      const [first = 0, second, third] = numbers;
      const [start, end] = second === undefined ? [0, first] : [first, second];
      const step = third ?? (start <= end ? 1 : -1);
      if (step !== 0 && start !== end && step > 0 !== end > start) return call.failed('the range has no end');
      if (step === 0 || (end - start) / step > MAX_ITEMS) return call.unknown('a list that is too long');
      const items: Value[] = [];
      for (let at = start; step > 0 ? at < end : at > end; at += step) items.push(call.set(at));
      return call.set(items);
    },
  },
  keys: map((entries, call) => call.set(sortedKeys(entries).map((key) => call.set(key)))),
  values: map((entries, call) =>
    call.set(sortedKeys(entries).map((key) => entries.get(key) ?? call.failed('there is no such entry'))),
  ),
  tomap: map((entries, call) => {
    const unified = ofOneType([...entries.values()], call);
    if (!unified) return call.failed('the entries are of different types');
    return call.set(new Map([...entries.keys()].map((key, i): [string, Value] => [key, unified[i] ?? call.set(null)])));
  }),
  lookup: {
    lenient: true,
    call: ([from, key, fallback], call) => {
      const name = stringOf(key);
      if (from?.kind !== 'set' || name === undefined) return call.unknown(openCause(from?.kind === 'set' ? key : from));
      const found = mapOf(from)?.get(name);
      if (found && !isNull(found)) return found;
      return fallback ?? call.failed(`there is no ${name}`);
    },
  },
  merge: {
    lenient: true,
    call: (args, call) => {
      const made = new Map<string, Value>();
      for (const arg of args) {
        if (isNull(arg)) continue;
        if (arg.kind !== 'set') return call.unknown(openCause(arg));
        const entries = mapOf(arg);
        if (!entries) return call.failed('merge needs maps');
        for (const [key, value] of entries) made.set(key, value);
      }
      return call.set(made);
    },
  },
  zipmap: {
    call: ([names, values], call) => {
      const keys = listOf(names);
      const items = listOf(values);
      if (!keys || !items || keys.length !== items.length) return call.failed('zipmap needs two lists of one length');
      const made = new Map<string, Value>();
      for (const [at, key] of keys.entries()) {
        const text = textOf(key);
        const item = items[at];
        if (text === undefined || !item) return call.unknown(openCause(key));
        made.set(String(text), item);
      }
      return call.set(made);
    },
  },
  transpose: map((entries, call) => {
    const made = new Map<string, Value[]>();
    for (const key of sortedKeys(entries))
      for (const item of listOf(entries.get(key)) ?? []) {
        const text = stringOf(item);
        if (text === undefined) return call.unknown(openCause(item));
        made.set(text, [...(made.get(text) ?? []), call.set(key)]);
      }
    return call.set(new Map([...made].map(([key, items]) => [key, call.set(items)])));
  }),
  matchkeys: {
    call: (args, call) =>
      lists(args, call, ([values = [], keys = [], wanted = []]) =>
        call.set(values.filter((_, at) => wanted.some((one) => keys[at] && same(one, keys[at]) === true))),
      ),
  },
  setunion: membership((first, others) => [...first, ...others.flat()]),
  setintersection: membership((first, others) =>
    first.filter((item) => others.every((one) => one.some((other) => same(item, other) === true))),
  ),
  setsubtract: membership((first, others) =>
    first.filter((item) => !others.flat().some((other) => same(item, other) === true)),
  ),
  setproduct: { call: (args, call) => lists(args, call, (all) => product(all, call)) },
  alltrue: list((items, call) => {
    if (items.some((item) => stringOf(item) === 'false')) return call.set(false);
    const open = items.find((item) => stringOf(item) !== 'true');
    return open ? call.unknown(openCause(open)) : call.set(true);
  }),
  anytrue: list((items, call) => {
    if (items.some((item) => stringOf(item) === 'true')) return call.set(true);
    const open = items.find((item) => stringOf(item) === undefined);
    return open ? call.unknown(openCause(open)) : call.set(false);
  }),
  coalesce: {
    lenient: true,
    call: (args, call) => {
      for (const arg of args) {
        if (arg.kind === 'unknown') return call.unknown(arg.why);
        if (isNull(arg) || stringOf(arg) === '') continue;
        const text = isText(arg) ? undefined : stringOf(arg);
        return text !== undefined && args.some(isText) ? call.set(text, [arg]) : arg;
      }
      return call.failed('nothing is given');
    },
  },
  coalescelist: {
    lenient: true,
    call: (args, call) => {
      for (const arg of args) {
        if (arg.kind === 'unknown') return call.unknown(arg.why);
        if ((listOf(arg)?.length ?? 0) > 0) return arg;
      }
      return call.failed('every list is empty');
    },
  },
  try: {
    lenient: true,
    call: (args, call) => args.find((arg) => !call.isFailed(arg)) ?? call.failed('every expression fails'),
  },
  can: {
    lenient: true,
    call: ([arg], call) => {
      if (arg && call.isFailed(arg)) return call.set(false, []);
      return arg?.kind === 'unknown' ? call.unknown(arg.why) : call.set(true, []);
    },
  },
  sensitive: { call: ([arg], call) => arg ?? call.failed('nothing is given') },
  nonsensitive: { call: ([arg], call) => arg ?? call.failed('nothing is given') },
  ephemeralasnull: { call: ([arg], call) => arg ?? call.failed('nothing is given') },
};
