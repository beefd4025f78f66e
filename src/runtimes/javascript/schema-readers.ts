import { safetyOf } from '#runtimes/engine/patterns';
import { AS_NUMBER, AS_TEXT, EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import type { Api, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { FORMS } from '#runtimes/javascript/models/validators';
import { nameOf, normal } from '#runtimes/javascript/packages';
import { ANYTHING, eitherOf, type Schema } from '#runtimes/javascript/schema';

/** One call in a chain that builds a schema: `string`, `uuid`, with what it was given. */
interface Link {
  readonly name: string;
  readonly args: readonly Value[];
}

/** The calls by which a schema was built, the first one first. */
function chainOf(value: Value): readonly Link[] {
  const links: Link[] = [];
  let one: Api | undefined = value.apis[0];
  for (let steps = 0; one && steps < 60; steps++) {
    const path: string = normal(one.path);
    if (path.endsWith('()')) links.unshift({ name: nameOf(path.slice(0, -2)), args: one.args?.list ?? [] });
    one = one.receiver?.apis[0];
  }
  return links;
}

const BOUNDED = AS_NUMBER | safeFor('allocation');

/** By names that zod, Joi, yup, valibot and superstruct use alike: what a text, number or choice is safe for once it is one. */
const TYPES: Readonly<Record<string, Safe>> = {
  string: AS_TEXT,
  nonempty: AS_TEXT,
  ...Object.fromEntries(
    'number int integer float bigint boolean bool date nan stringbool'.split(' ').map((name) => [name, AS_NUMBER]),
  ),
  ...Object.fromEntries('uuid uuidv4 uuidv7 guid uuidv6'.split(' ').map((name) => [name, FORMS.uuid ?? 0])),
  ...Object.fromEntries(
    'hex cuid cuid2 ulid alphanum nanoid objectId xid ksuid'.split(' ').map((name) => [name, FORMS.slug ?? 0]),
  ),
  token: FORMS.token ?? 0,
  ...Object.fromEntries(
    'datetime isoDate isoDateTime isoTimestamp time isoTime duration'.split(' ').map((name) => [name, FORMS.date ?? 0]),
  ),
  ...Object.fromEntries('ip ipv4 ipv6'.split(' ').map((name) => [name, FORMS.address ?? 0])),
  digits: FORMS.digits ?? 0,
  decimal: FORMS.digits ?? 0,
  slug: FORMS.slug ?? 0,
  base64: FORMS.base64 ?? 0,
  base64url: FORMS.slug ?? 0,
  email: FORMS.email ?? 0,
  ...Object.fromEntries('url uri httpUrl'.split(' ').map((name) => [name, AS_TEXT])),
  ...Object.fromEntries(
    'enum nativeEnum literal picklist enums oneOf valid equal only allow'.split(' ').map((name) => [name, EVERYTHING]),
  ),
  null: EVERYTHING,
  undefined: EVERYTHING,
};

/**
 * A schema of zod, Joi, yup, valibot, superstruct or TypeBox, by the calls that built it; undefined for what is no schema.
 * https://zod.dev, https://joi.dev/api, https://github.com/jquense/yup, https://valibot.dev, https://docs.superstructjs.org
 */
export function schemaOf(view: CallView, value: Value | undefined, depth = 0): Schema {
  if (!value || depth > 6) return ANYTHING;
  if (value.apis.length !== 1) return ANYTHING;
  let schema: Schema = ANYTHING;
  for (const { name, args } of chainOf(value)) schema = linked(view, schema, name, args, depth);
  return schema;
}

function linked(view: CallView, before: Schema, name: string, args: readonly Value[], depth: number): Schema {
  const [first, second] = args;
  switch (name) {
    case 'object':
    case 'strictObject':
    case 'looseObject':
    case 'shape':
    case 'keys':
    case 'extend':
    case 'safeExtend':
    case 'append':
    case 'type':
    case 'Object':
      return first
        ? {
            ...before,
            safe: AS_TEXT,
            fields: merged(before, fieldsOf(view, first, depth)),
            isOpen:
              name === 'Object'
                ? view.constant(second && view.field(second, 'additionalProperties')) !== false
                : name === 'looseObject' || name === 'type' || view.path.startsWith('yup'),
          }
        : { ...before, safe: AS_TEXT };
    case 'passthrough':
    case 'loose':
    case 'catchall':
    case 'unknown':
      return before.fields ? { ...before, isOpen: true } : ANYTHING;
    case 'strict':
    case 'strip':
    case 'noUnknown':
    case 'stripUnknown':
      return { ...before, isOpen: false };
    case 'merge':
    case 'concat':
    case 'and':
    case 'intersect':
    case 'intersection': {
      const other = schemaOf(view, first, depth + 1);
      return other.fields
        ? { ...before, fields: merged(before, other.fields) }
        : { ...before, safe: before.safe | other.safe };
    }
    case 'array':
    case 'items':
    case 'of':
    case 'set':
    case 'Array':
    case 'record': {
      const inner = name === 'record' ? (second ?? first) : first;
      if (inner && inner.apis.length > 0) return { safe: 0, items: schemaOf(view, inner, depth + 1) };
      return name === 'array' && before !== ANYTHING ? { safe: 0, items: before } : { ...before, safe: before.safe };
    }
    case 'union':
    case 'or':
    case 'alternatives':
    case 'try':
    case 'variant':
    case 'discriminatedUnion':
    case 'Union': {
      const lists =
        name === 'or' && before !== ANYTHING
          ? args
          : [args.find((one) => one.objects.some((each) => each.kind === 'list'))];
      const alternatives = lists.flatMap((list) => alternativesOf(view, list, depth));
      return eitherOf(before === ANYTHING ? alternatives : [before, ...alternatives]);
    }
    case 'pipe': {
      let piped = before;
      for (const one of args) {
        const next = schemaOf(view, one, depth + 1);
        piped = {
          ...next,
          safe: piped.safe | next.safe,
          ...(next.fields ? {} : piped.fields ? { fields: piped.fields } : {}),
          then: [...(piped.then ?? []), ...(next.then ?? [])],
        };
      }
      return piped;
    }
    case 'optional':
    case 'nullable':
    case 'nullish':
    case 'lazy':
    case 'nonNullable':
    case 'Optional': {
      // Of valibot, superstruct and TypeBox they wrap, of the others they follow.
      return first && first.apis.length > 0 && before === ANYTHING ? schemaOf(view, first, depth + 1) : before;
    }
    case 'regex':
    case 'pattern':
    case 'matches': {
      const regex = args.find((one) => one.regex)?.regex;
      const base = args.find((one) => one.apis.length > 0);
      const own = base && before === ANYTHING ? schemaOf(view, base, depth + 1) : before;
      return regex ? { ...own, safe: own.safe | AS_TEXT | (safetyOf(regex.pattern, regex.flags) ?? EVERYTHING) } : own;
    }
    case 'max':
    case 'lte':
    case 'lt':
    case 'maxValue':
    case 'less':
      return { ...before, safe: (before.safe & AS_NUMBER) === AS_NUMBER ? before.safe | BOUNDED : before.safe };
    case 'transform':
    case 'overwrite':
      return { ...before, then: [...(before.then ?? []), ...(first ? [{ how: 'change' as const, by: first }] : [])] };
    case 'refine':
    case 'check':
    case 'test': {
      const by = args.find((one) => one.closures.length > 0);
      return { ...before, then: [...(before.then ?? []), ...(by ? [{ how: 'check' as const, by }] : [])] };
    }
    case 'any':
    case 'mixed':
    case 'custom':
    case 'preprocess':
      return name === 'preprocess' ? schemaOf(view, second, depth + 1) : before;
    case 'String':
    case 'Number':
    case 'Integer':
    case 'Boolean':
    case 'Literal':
    case 'Enum':
      return typeBox(view, name, first, second);
    default: {
      const safe = TYPES[name];
      // A list of allowed values holds what nobody outside decides, or is none.
      if (safe === EVERYTHING && args.some((one) => view.taints(one).length > 0)) return before;
      return safe === undefined ? before : { ...before, safe: before.safe | safe };
    }
  }
}

function typeBox(view: CallView, name: string, first: Value | undefined, second: Value | undefined): Schema {
  if (name === 'Literal' || name === 'Enum') return { safe: EVERYTHING };
  if (name !== 'String') return { safe: AS_NUMBER };
  const options = first ?? second;
  return options ? jsonSchema(view, options, 0, 'string') : { safe: AS_TEXT };
}

function merged(before: Schema, more: ReadonlyMap<string, Schema>): ReadonlyMap<string, Schema> {
  return new Map([...(before.fields ?? []), ...more]);
}

function fieldsOf(view: CallView, shape: Value, depth: number): ReadonlyMap<string, Schema> {
  const fields = new Map<string, Schema>();
  for (const one of shape.objects)
    for (const [name, cell] of one.fields) fields.set(name, schemaOf(view, view.machine.state.get(cell), depth + 1));
  return fields;
}

function alternativesOf(view: CallView, list: Value | undefined, depth: number): readonly Schema[] {
  if (!list) return [];
  if (list.apis.length > 0) return [schemaOf(view, list, depth + 1)];
  return list.objects.flatMap((one) =>
    [...one.fields.values()].map((cell) => schemaOf(view, view.machine.state.get(cell), depth + 1)),
  );
}

/** https://json-schema.org/draft/2020-12/json-schema-validation, formats as ajv-formats checks them */
const FORMATS: Readonly<Record<string, Safe>> = {
  uuid: FORMS.uuid ?? 0,
  ...Object.fromEntries('date date-time time duration iso-date-time'.split(' ').map((name) => [name, FORMS.date ?? 0])),
  ipv4: FORMS.address ?? 0,
  ipv6: FORMS.address ?? 0,
  hostname: FORMS.host ?? 0,
  email: FORMS.email ?? 0,
  byte: FORMS.base64 ?? 0,
};

/** A JSON schema that is written in the code. */
export function jsonSchema(view: CallView, value: Value, depth = 0, assumed?: string): Schema {
  if (depth > 6) return ANYTHING;
  if (value.apis.length === 1 && value.objects.length === 0) return schemaOf(view, value, depth + 1);
  const text = (name: string): string | undefined => {
    const found = view.field(value, name);
    const constant = view.constant(found);
    return typeof constant === 'string' ? constant : undefined;
  };
  const type = text('type') ?? assumed;
  if (view.field(value, 'enum') || view.field(value, 'const')) return { safe: EVERYTHING };
  for (const name of ['anyOf', 'oneOf']) {
    const list = view.field(value, name);
    if (list)
      return eitherOf(
        list.objects.flatMap((one) =>
          [...one.fields.values()].map((cell) => jsonSchema(view, view.machine.state.get(cell) ?? value, depth + 1)),
        ),
      );
  }
  const properties = view.field(value, 'properties');
  if (properties) {
    const fields = new Map<string, Schema>();
    for (const one of properties.objects)
      for (const [name, cell] of one.fields) {
        const inner = view.machine.state.get(cell);
        if (inner) fields.set(name, jsonSchema(view, inner, depth + 1));
      }
    const isClosed = view.constant(view.field(value, 'additionalProperties')) === false;
    return { safe: 0, fields, isOpen: !isClosed };
  }
  if (type === 'array') {
    const items = view.field(value, 'items');
    return items ? { safe: 0, items: jsonSchema(view, items, depth + 1) } : ANYTHING;
  }
  if (type === 'integer' || type === 'number' || type === 'boolean')
    return { safe: view.field(value, 'maximum') ? BOUNDED : AS_NUMBER };
  if (type !== 'string') return ANYTHING;
  const pattern = text('pattern');
  const format = text('format');
  const byPattern = pattern === undefined ? 0 : (safetyOf(pattern, '') ?? EVERYTHING);
  return { safe: AS_TEXT | byPattern | (format === undefined ? 0 : (FORMATS[format] ?? 0)) };
}
