/**
 * Gives what the stand-in knows of a thing the full shape that GitHub describes: the keys that GitHub always sends but
 * that say nothing here get plain values by their schema, and keys that GitHub does not send in this place are left out.
 */
import type { Json } from '#test/standin/route';

/** A JSON schema with the definitions that it refers to. */
export interface Document {
  readonly $defs: Json;
  /** Replaces plain values that break the schema (in GitHub's own, older examples) by such as keep it. */
  readonly mend?: boolean;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemas(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function resolve(document: Document, schema: Json): Json {
  if (typeof schema.$ref !== 'string') return schema;
  const target = document.$defs[schema.$ref.replace(/^.*#\/\$defs\//, '')];
  return isObject(target) ? resolve(document, target) : {};
}

function types(schema: Json): readonly unknown[] {
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}

function allowsNull(document: Document, schema: Json): boolean {
  const inner = resolve(document, schema);
  const alternatives = [...schemas(inner.anyOf), ...schemas(inner.oneOf)];
  if (alternatives.length > 0) return alternatives.some((part) => allowsNull(document, part));
  return types(inner).includes('null') || (Array.isArray(inner.enum) && inner.enum.includes(null));
}

/** Fills and trims a value to its schema. What is undefined is invented, what is given is kept as it is. */
export function shape(document: Document, schema: Json, value: unknown, key = ''): unknown {
  const inner = choose(document, resolve(document, schema), value);
  if (value === undefined || (document.mend === true && !isPlainlyValid(inner, value)))
    return invent(document, inner, schema, key);
  if (value === null) return value;
  if (Array.isArray(value)) {
    const items = inner.items;
    return isObject(items) ? value.map((item) => shape(document, items, item, key)) : value;
  }
  return isObject(value) ? shapeObject(document, inner, value) : value;
}

function isPlainlyValid(schema: Json, value: unknown): boolean {
  if (typeof value === 'object' || schema.type === undefined) return true;
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(String(value))) return false;
  if (schema.format === 'uri' && !URL.canParse(String(value))) return false;
  const kind = typeof value === 'number' ? ['number', 'integer'] : [typeof value];
  return kind.some((name) => types(schema).includes(name));
}

function shapeObject(document: Document, schema: Json, value: Json): Json {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const extra = schema.additionalProperties;
  const open = Object.keys(properties).length === 0 || extra === true || isObject(extra);
  const result: Json = {};
  for (const [key, given] of Object.entries(value)) {
    const property = properties[key];
    if (given === undefined) continue;
    if (isObject(property)) result[key] = shape(document, property, given, key);
    else if (open) result[key] = isObject(extra) ? shape(document, extra, given, key) : given;
  }
  for (const key of Array.isArray(schema.required) ? schema.required : []) {
    const property = properties[key];
    if (!(key in result)) result[key] = shape(document, isObject(property) ? property : {}, undefined, key);
  }
  return result;
}

/** Joins what `allOf` and the fitting alternative of `anyOf` and `oneOf` say with the schema itself. */
function choose(document: Document, schema: Json, value: unknown): Json {
  const parts = schemas(schema.allOf).map((part) => choose(document, resolve(document, part), value));
  for (const key of ['anyOf', 'oneOf']) {
    const alternatives = schemas(schema[key]).map((part) => choose(document, resolve(document, part), value));
    const best = alternatives.map((part) => [likeness(part, value), part] as const).sort((a, b) => b[0] - a[0])[0];
    if (best !== undefined) parts.push(best[1]);
  }
  return parts.reduce<Json>((one, other) => join(document, one, other), schema);
}

function join(document: Document, one: Json, other: Json): Json {
  const required = [one.required, other.required].flatMap((keys) => (Array.isArray(keys) ? keys : []));
  const [ours, theirs] = [one.properties, other.properties].map((named) => (isObject(named) ? named : {}));
  const properties: Json = { ...theirs, ...ours };
  for (const key of Object.keys(ours ?? {})) {
    const [a, b] = [ours?.[key], theirs?.[key]];
    if (isObject(a) && isObject(b)) properties[key] = both(resolve(document, a), resolve(document, b));
  }
  const type = other.type === undefined ? {} : { type: other.type };
  return { ...other, ...one, ...type, required, properties };
}

/** What two schemas of one property allow together: each refuses the keys that only the other names. */
function both(a: Json, b: Json): Json {
  if (!isObject(a.properties) || !isObject(b.properties)) return { ...b, ...a };
  const [ours, theirs] = [a.properties, b.properties];
  return { ...b, ...a, properties: Object.fromEntries(Object.entries(ours).filter(([key]) => key in theirs)) };
}

/** How well an alternative fits a value: by its kind, then by the keys and constants that they share. */
function likeness(schema: Json, value: unknown): number {
  const kinds = types(schema);
  if (value === undefined || value === null) return kinds.includes('null') ? 1 : 0;
  if (Array.isArray(value)) return kinds.includes('array') ? 1 : -1;
  if (!isObject(value)) {
    const kind = typeof value === 'number' ? ['number', 'integer'] : [typeof value];
    if (Array.isArray(schema.enum)) return schema.enum.includes(value) ? 2 : -1;
    return kind.some((name) => kinds.includes(name)) ? 1 : -1;
  }
  if (!isObject(schema.properties)) return kinds.includes('object') ? 0 : -1;
  const properties = schema.properties;
  return Object.entries(value).reduce((score, [key, given]) => {
    const property = properties[key];
    if (!isObject(property)) return score;
    return score + (Array.isArray(property.enum) && !property.enum.includes(given) ? -100 : 1);
  }, 0);
}

function invent(document: Document, schema: Json, whole: Json, key: string): unknown {
  if (allowsNull(document, whole) || allowsNull(document, schema)) return null;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const kind =
    types(schema).find((name) => name !== 'null' && name !== undefined) ??
    (isObject(schema.properties) ? 'object' : 'string');
  if (kind === 'object') return shapeObject(document, schema, {});
  if (kind === 'array') return [];
  if (kind === 'integer' || kind === 'number') return 0;
  if (kind === 'boolean') return false;
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.format === 'email') return 'noreply@github.com';
  return schema.format === 'uri' || key.endsWith('url') ? `https://api.github.com/stand-in/${key}` : '';
}
