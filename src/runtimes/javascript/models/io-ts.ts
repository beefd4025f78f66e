import type { Model } from '#runtimes/engine/language';
import { AS_NUMBER, AS_TEXT, EVERYTHING, type Safe } from '#runtimes/engine/sinks';
import { UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { family } from '#runtimes/javascript/models/family';
import { FORMS } from '#runtimes/javascript/models/validators';
import { nameOf, normal } from '#runtimes/javascript/packages';
import { ANYTHING, checked, eitherOf, passed, type Schema } from '#runtimes/javascript/schema';

/** Codecs that are no calls, of io-ts and io-ts-types. */
const CODECS: Readonly<Record<string, Safe>> = {
  string: AS_TEXT,
  NonEmptyString: AS_TEXT,
  ...Object.fromEntries(
    'number Int boolean bigint NumberFromString IntFromString BooleanFromString DateFromISOString date'
      .split(' ')
      .map((name) => [name, AS_NUMBER]),
  ),
  UUID: FORMS.uuid ?? 0,
  null: EVERYTHING,
  undefined: EVERYTHING,
};

/** What a codec lets through: https://github.com/gcanti/io-ts/blob/master/index.md#implemented-types--combinators */
function codecOf(view: CallView, value: Value | undefined, depth = 0): Schema {
  const [api] = value?.apis ?? [];
  if (!api || depth > 6) return ANYTHING;
  const path = normal(api.path);
  const name = nameOf(path.endsWith('()') ? path.slice(0, -2) : path);
  if (!path.endsWith('()')) return { safe: (Object.hasOwn(CODECS, name) ? CODECS[name] : 0) ?? 0 };
  const [first] = api.args?.list ?? [];
  const inner = (): Schema => codecOf(view, first, depth + 1);
  switch (name) {
    case 'type':
    case 'partial':
    case 'readonly':
    case 'strict': {
      if (name === 'readonly') return inner();
      const fields = new Map<string, Schema>();
      for (const one of first?.objects ?? [])
        for (const [key, cell] of one.fields) fields.set(key, codecOf(view, view.machine.state.get(cell), depth + 1));
      // Fields that have no name in them are kept, but by what is exact.
      return { safe: 0, fields, isOpen: name !== 'strict' };
    }
    case 'exact':
      return { ...inner(), isOpen: false };
    case 'intersection': {
      const all = listed(view, first).map((one) => codecOf(view, one, depth + 1));
      return {
        safe: 0,
        fields: new Map(all.flatMap(({ fields }) => [...(fields ?? [])])),
        isOpen: all.some(({ isOpen }) => isOpen),
      };
    }
    case 'union':
      return eitherOf(listed(view, first).map((one) => codecOf(view, one, depth + 1)));
    case 'array':
    case 'readonlyArray':
      return { safe: 0, items: inner() };
    case 'literal':
    case 'keyof':
      return { safe: EVERYTHING };
    case 'brand':
    case 'refinement': {
      const [, check] = api.args?.list ?? [];
      const base = inner();
      return check && check.closures.length > 0 ? { ...base, then: [{ how: 'check', by: check }] } : base;
    }
    default:
      return ANYTHING;
  }
}

function listed(view: CallView, list: Value | undefined): readonly Value[] {
  return (list?.objects ?? []).flatMap((one) =>
    [...one.fields.values()].map((cell) => view.machine.state.get(cell) ?? UNKNOWN),
  );
}

/** `decode` gives what passed on the right: of what failed there is none. */
const decoded: Model = (view) => {
  const data = view.arg(0);
  return data && view.map({ _tag: UNKNOWN, left: UNKNOWN, right: passed(view, codecOf(view, view.receiver), data) });
};

export const IO_TS_FAMILIES = {
  ...family('io-ts', {
    decode: decoded,
    is: (view) => {
      const data = view.arg(0);
      return data && checked(view, codecOf(view, view.receiver), data);
    },
  }),
};
