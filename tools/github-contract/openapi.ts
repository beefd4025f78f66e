/** What is kept of GitHub's descriptions, as JSON Schema that Ajv compiles as it is. */
import { events, nullInFact, operations } from './used.js';

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** Keywords of JSON Schema that are kept; everything else (examples, descriptions, OpenAPI's own) is dropped. */
const kept = new Set([
  'type', 'enum', 'const', 'format', 'pattern', 'required', 'minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength',
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'default',
]); // biome-ignore format: one list
/** Formats that GitHub's values keep to: addresses of bots (`1+app[bot]@users.noreply.github.com`) are no `email`. */
const formats = new Set(['date-time', 'uri', 'uuid', 'date']);

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows a local `$ref`. */
function resolve(description: Json, value: unknown): Json {
  const reference = object(value).$ref;
  if (typeof reference !== 'string') return object(value);
  let target: unknown = description;
  for (const step of reference.slice(2).split('/')) target = object(target)[step];
  return resolve(description, target);
}

/** Turns schemas of one description into JSON Schema 2020-12, collecting every component that they refer to. */
class Reducer {
  readonly definitions: Json = {};
  readonly #description: Json;

  constructor(description: Json) {
    this.#description = description;
  }

  /** A schema in a place of its own: keys that it does not name are refused. */
  closed(schema: unknown): Json {
    const open = this.open(schema);
    if (!this.#namesProperties(schema, new Set())) return open;
    return 'additionalProperties' in open ? open : { ...open, unevaluatedProperties: false };
  }

  /** A schema that is combined with others (a branch, a component), so that it may not refuse their keys. */
  open(schema: unknown, branch = false): Json {
    const source = object(schema);
    if (typeof source.$ref === 'string') return { $ref: this.#define(source.$ref) };
    const result: Json = {};
    for (const [key, value] of Object.entries(source)) if (kept.has(key)) result[key] = value;
    if (typeof result.format === 'string' && !formats.has(result.format)) delete result.format;
    if ('default' in result) delete result.default;
    if (isObject(source.properties)) {
      result.properties = Object.fromEntries(
        Object.entries(source.properties).map(([name, value]) => [name, this.closed(value)]),
      );
    }
    const extra = source.additionalProperties;
    if (extra === false || (extra === true && !(branch && source.properties))) result.additionalProperties = extra;
    if (isObject(extra)) result.additionalProperties = this.closed(extra);
    if (isObject(source.items)) result.items = this.closed(source.items);
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      if (Array.isArray(source[key])) result[key] = source[key].map((part) => this.open(part, true));
    }
    if (isObject(source.not)) result.not = this.open(source.not, true);
    return source.nullable === true ? nullable(result) : result;
  }

  #define(reference: string): string {
    const name = reference.replace(/^#\/components\//, '').replaceAll('/', '.');
    if (!(name in this.definitions)) {
      this.definitions[name] = true;
      const schema = this.open(resolve(this.#description, { $ref: reference }));
      for (const key of nullInFact[name] ?? []) {
        const property = object(object(schema.properties)[key]);
        object(schema.properties)[key] = { anyOf: [{ type: 'null' }, property] };
      }
      this.definitions[name] = schema;
    }
    return `#/$defs/${name}`;
  }

  /** Whether a schema names properties of objects and leaves no door open for others. */
  #namesProperties(schema: unknown, seen: Set<Json>): boolean {
    const source = resolve(this.#description, schema);
    if (seen.has(source)) return false;
    seen.add(source);
    if (isObject(source.additionalProperties) || (source.additionalProperties === true && !source.properties))
      return false;
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => array(source[key]));
    const objects = parts.filter((part) => resolve(this.#description, part).type === 'object');
    if (objects.some((part) => isFree(resolve(this.#description, part)))) return false;
    return isObject(source.properties) || parts.some((part) => this.#namesProperties(part, seen));
  }
}

/** An object of which nothing is said: anything goes. */
function isFree(schema: Json): boolean {
  return !schema.properties && !schema.allOf && !schema.anyOf && !schema.oneOf && !schema.required;
}

/** OpenAPI 3.0's `nullable`, which JSON Schema does not have. */
function nullable(schema: Json): Json {
  if (typeof schema.type === 'string' && !schema.allOf && !schema.anyOf && !schema.oneOf) {
    const values = Array.isArray(schema.enum) ? { enum: [...new Set([...schema.enum, null])] } : {};
    return { ...schema, type: [schema.type, 'null'], ...values };
  }
  return { anyOf: [{ type: 'null' }, schema] };
}

interface Source {
  readonly package: unknown;
  readonly description: unknown;
}

function parametersSchema(reducer: Reducer, parameters: Json[], place: string): Json {
  const ours = parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    properties: Object.fromEntries(ours.map((parameter) => [parameter.name, reducer.open(parameter.schema)])),
    required: ours.filter((parameter) => parameter.required === true).map((parameter) => parameter.name),
    additionalProperties: false,
  };
}

function jsonSchemaOf(reducer: Reducer, carrier: Json): Json | undefined {
  const content = object(carrier.content);
  const media = object(content['application/json'] ?? Object.values(content)[0]);
  return media.schema === undefined ? undefined : reducer.closed(media.schema);
}

/** Reduces the OpenAPI description of api.github.com to the operations that Leastwise uses. */
export function reduceOpenapi(source: Source): Json {
  const description = object(source.description);
  const reducer = new Reducer(description);
  const result: Json = {};
  for (const [path, item] of Object.entries(object(description.paths))) {
    for (const [method, value] of Object.entries(object(item))) {
      const operation = object(value);
      const id = operation.operationId;
      if (typeof id !== 'string' || !operations.has(id)) continue;
      const parameters = array(operation.parameters).map((parameter) => resolve(description, parameter));
      const body = resolve(description, operation.requestBody);
      const responses = Object.entries(object(operation.responses)).map(([status, response]) => [
        status,
        jsonSchemaOf(reducer, resolve(description, response)) ?? null,
      ]);
      result[id] = {
        method: method.toUpperCase(),
        path,
        multiSegment: parameters.filter((parameter) => parameter['x-multi-segment'] === true).map(({ name }) => name),
        forApps: object(operation['x-github']).enabledForGitHubApps === true,
        pathParameters: parametersSchema(reducer, parameters, 'path'),
        query: parametersSchema(reducer, parameters, 'query'),
        ...(operation.requestBody === undefined
          ? {}
          : { body: jsonSchemaOf(reducer, body), bodyRequired: body.required === true }),
        responses: Object.fromEntries(responses),
      };
    }
  }
  const missing = [...operations].filter((id) => !(id in result));
  if (missing.length > 0) throw new Error(`The description lacks ${missing.join(', ')}: were they renamed?`);
  return {
    $id: 'github',
    source: `@octokit/openapi ${object(source.package).version}`,
    operations: result,
    $defs: reducer.definitions,
  };
}

/** Reduces the description of GitHub's webhooks to the events that Leastwise uses, as one schema for each event and action. */
export function reduceWebhooks(source: Source): Json {
  const description = object(source.description);
  const reducer = new Reducer(description);
  const result: Json = {};
  for (const item of Object.values(object(description.webhooks))) {
    const post = object(object(item).post);
    const name = String(object(post['x-github']).subcategory ?? '');
    const schema = object(object(object(object(post.requestBody).content)['application/json']).schema);
    const action = array(object(object(resolve(description, schema).properties).action).enum)[0];
    const key = typeof action === 'string' ? `${eventName(name, post)}.${action}` : eventName(name, post);
    if (events.has(key)) result[key] = reducer.closed(schema);
  }
  const missing = [...events].filter((event) => !(event in result));
  if (missing.length > 0) throw new Error(`The description of webhooks lacks ${missing.join(', ')}.`);
  return {
    $id: 'webhooks',
    source: `@octokit/openapi-webhooks ${object(source.package).version}`,
    events: result,
    $defs: reducer.definitions,
  };
}

function eventName(subcategory: string, post: Json): string {
  const id = String(post.operationId ?? '').split('/')[0] ?? '';
  return (id || subcategory).replaceAll('-', '_');
}
