/**
 * The contract guard: holds requests and responses, real or mocked, against GitHub's own descriptions (REST: OpenAPI;
 * GraphQL: the public schema; webhooks: OpenAPI), so that no test can agree with a GitHub that does not exist.
 */
import type { AnySchema, ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { checkGraphqlRequest, checkGraphqlResponse } from '#test/standin/contract-graphql';
import { description, findRoute, type Json, readAsset } from '#test/standin/route';

/** One breach of the contract. */
export interface Violation {
  /** Method and path, or the webhook event. */
  readonly where: string;
  /** What is wrong: place in the message and reason. */
  readonly message: string;
  /** A key or parameter that GitHub does not know, and would ignore: a mistake all the same. */
  readonly unknownKey?: boolean;
}

/** A request: `body` is a JSON text or what it parses to. */
export interface CheckedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body?: unknown;
}

/** A response, and the request that it answers. */
export interface CheckedResponse {
  readonly request: CheckedRequest;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body?: unknown;
}

const strictness = {
  strict: true,
  strictTypes: false,
  strictRequired: false,
  strictTuple: false,
  allErrors: true,
  validateSchema: false,
  // Compiling is most of the time that this takes: a schema is compiled once and used for a few messages.
  inlineRefs: false,
  code: { optimize: false },
};
const bodies = new Ajv2020(strictness);
/** Path and query parameters arrive as text. */
const parameters = new Ajv2020({ ...strictness, coerceTypes: 'array' });
for (const ajv of [bodies, parameters]) {
  addFormats.default(ajv);
  ajv.addVocabulary(['source', 'operations', 'events']);
  ajv.addSchema(description as unknown as AnySchema, 'github');
}

let webhookEvents: Json | undefined;
const compiled = new Map<string, ValidateFunction>();

function validator(ajv: Ajv2020, pointer: string): ValidateFunction {
  const key = `${ajv === parameters ? 'parameters ' : ''}${pointer}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: pointer });
  compiled.set(key, validate);
  return validate;
}

function pointer(...steps: string[]): string {
  return steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
}

function explain(place: string, error: ErrorObject): string {
  const parts = Object.entries(error.params).filter(([, value]) => typeof value !== 'object' || Array.isArray(value));
  const details = parts.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  return `${place}${error.instancePath}: ${error.message ?? error.keyword} (${details})`;
}

/** Of a failed choice between alternatives, only what is wrong beyond "no alternative fits" is worth reading. */
function messages(place: string, validate: ValidateFunction): string[] {
  const errors = validate.errors ?? [];
  const unevaluated = errors.every(({ keyword }) => keyword === 'unevaluatedProperties');
  return errors
    .filter(({ keyword }) => unevaluated || keyword !== 'unevaluatedProperties' || errors.length < 4)
    .map((error) => explain(place, error));
}

function check(ajv: Ajv2020, pointerTo: string, value: unknown, place: string): string[] {
  const validate = validator(ajv, pointerTo);
  return validate(value) ? [] : messages(place, validate);
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return body === '' ? undefined : body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Holds one request against GitHub's description: operation, parameters (also unknown ones), body (also unknown keys). */
export function checkRequest(request: CheckedRequest): Violation[] {
  const url = new URL(request.url, 'http://stand-in');
  const where = `${request.method} ${url.pathname}`;
  const found = url.pathname === '/graphql' ? checkGraphqlRequest(parsed(request.body)) : checkRest(request, url);
  return found.map((message) => ({ where, message, ...(isUnknownKey(message) ? { unknownKey: true } : {}) }));
}

function isUnknownKey(message: string): boolean {
  return /\((unevaluated|additional)Property: /.test(message);
}

function checkRest(request: CheckedRequest, url: URL): string[] {
  const route = findRoute(request.method, url.pathname);
  if (route === undefined) return ['no such operation among those in tools/github-contract/used.ts'];
  const base = `github#/operations/${pointer(route.id)}`;
  const query: Json = {};
  for (const [name, value] of url.searchParams) query[name] = value;
  const found = [
    ...check(parameters, `${base}/pathParameters`, { ...route.parameters }, 'path'),
    ...check(parameters, `${base}/query`, query, 'query'),
  ];
  // The page size is capped in words only ("max 100"), not in the schema.
  if (Number(query.per_page) > 100) found.push('query/per_page: must be at most 100');
  const body = parsed(request.body);
  if (route.operation.body === undefined) {
    const empty = body === undefined || (isObject(body) && Object.keys(body).length === 0);
    return empty ? found : [...found, 'body: this operation takes none'];
  }
  if (body === undefined) return route.operation.bodyRequired === true ? [...found, 'body: is required'] : found;
  return [...found, ...check(bodies, `${base}/body`, body, 'body')];
}

function header(headers: CheckedResponse['headers'], name: string): string {
  const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return String(entry?.[1] ?? '');
}

/** Holds one response, real or mocked, against what GitHub says it answers to that request. */
export function checkResponse(response: CheckedResponse): Violation[] {
  const url = new URL(response.request.url, 'http://stand-in');
  const where = `${response.request.method} ${url.pathname} -> ${response.status}`;
  return messagesOf(response, url).map((message) => ({ where, message }));
}

function messagesOf(response: CheckedResponse, url: URL): string[] {
  const body = parsed(response.body);
  if (response.status >= 500 || response.status === 304) return [];
  if (response.status >= 400)
    return isObject(body) && typeof body.message === 'string' ? [] : ['body: an error has a `message`'];
  if (url.pathname === '/graphql') return checkGraphqlResponse(parsed(response.request.body), body);
  const route = findRoute(response.request.method, url.pathname);
  if (route === undefined) return ['no such operation among those in tools/github-contract/used.ts'];
  const schema = route.operation.responses[String(response.status)];
  if (schema === undefined) return [`status: GitHub answers ${Object.keys(route.operation.responses).join(', ')}`];
  const accept = header(response.request.headers, 'accept');
  // Raw content and diffs are text; the description gives the schema of the JSON form only.
  if (/\.(raw|diff|patch)\b/.test(accept) && typeof response.body === 'string') return [];
  if (schema === null) return body === undefined ? [] : ['body: this response has none'];
  return check(bodies, `github#/operations/${pointer(route.id)}/responses/${response.status}`, body, 'body');
}

/** Holds a webhook's payload against GitHub's description of it. */
export function checkWebhook(event: string, payload: unknown): Violation[] {
  if (webhookEvents === undefined) {
    const asset = JSON.parse(readAsset('webhooks.json'));
    webhookEvents = asset.events as Json;
    bodies.addSchema(asset, 'webhooks');
  }
  const action = isObject(payload) && typeof payload.action === 'string' ? payload.action : undefined;
  const name = action !== undefined && `${event}.${action}` in webhookEvents ? `${event}.${action}` : event;
  if (!(name in webhookEvents))
    return [{ where: name, message: 'no such event among those in tools/github-contract/used.ts' }];
  return check(bodies, `webhooks#/events/${pointer(name)}`, payload, 'payload').map((message) => ({
    where: name,
    message,
  }));
}
