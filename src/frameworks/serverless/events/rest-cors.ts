import { node, type Plain } from '#frameworks/cloudformation/nodes';
import type { RestCors, RestRoute } from '#frameworks/serverless/events/rest-route';
import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';

/** The preflight answer of one path, made of what all its routes say. */
export interface Preflight extends RestCors {
  readonly route: RestRoute;
}

/** Joins what the routes of each path say: lists grow, single settings are those of the last route. */
export function preflights(routes: readonly RestRoute[]): ReadonlyMap<string, Preflight> {
  const found = new Map<string, Preflight>();
  for (const route of routes) {
    const { cors, path } = route;
    if (!cors) continue;
    const before = found.get(path);
    found.set(path, {
      route,
      at: cors.at,
      origin: cors.origin,
      origins: union(cors.origins, before?.origins),
      headers: union(cors.headers, before?.headers),
      methods: union(cors.methods, before?.methods),
      credentials: before?.credentials || cors.credentials,
      maxAge: cors.maxAge ?? before?.maxAge,
      cacheControl: cors.cacheControl ?? before?.cacheControl,
    });
  }
  return found;
}

function union(own: readonly string[], before: readonly string[] | undefined): readonly string[] {
  return [...new Set([...own, ...(before ?? [])])];
}

/** The properties of the OPTIONS method of a path. Source: `api-gateway/lib/cors.js` */
export function preflightProperties(cors: Preflight): { readonly [key: string]: Plain } {
  const { at } = cors;
  const several = cors.origin?.includes(',') ? cors.origin.split(',').map((one) => one.trim()) : cors.origins;
  const origin = several[0] ?? cors.origin;
  const methods = cors.methods.join(',');
  const headers: { readonly [key: string]: string | undefined } = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Headers': cors.headers.join(','),
    'Access-Control-Allow-Methods': cors.methods.includes('ANY')
      ? methods.replace('ANY', 'DELETE,GET,HEAD,PATCH,POST,PUT')
      : methods,
    'Access-Control-Allow-Credentials': cors.credentials ? 'true' : undefined,
    'Access-Control-Max-Age': cors.maxAge,
    'Cache-Control': cors.cacheControl,
  };
  const template = several.length === 0 ? '' : originTemplate(several);
  return {
    AuthorizationType: node('NONE', at),
    HttpMethod: 'OPTIONS',
    MethodResponses: node(
      [{ StatusCode: '200', ResponseParameters: headerMap(headers, () => true), ResponseModels: {} }],
      at,
    ),
    RequestParameters: {},
    Integration: node(
      {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{statusCode:200}' },
        ContentHandling: 'CONVERT_TO_TEXT',
        IntegrationResponses: [
          {
            StatusCode: '200',
            ResponseParameters: headerMap(headers, (value) => `'${value}'`),
            ResponseTemplates: { 'application/json': template },
          },
        ],
      },
      at,
    ),
  };
}

/** The header parameters of a response. */
export function headerMap(
  headers: { readonly [key: string]: string | DataNode | undefined },
  value: (given: string | DataNode) => Plain,
): Plain {
  const made: { [key: string]: Plain } = {};
  for (const [name, given] of Object.entries(headers))
    if (given !== undefined) made[`method.response.header.${name}`] = value(given);
  return made;
}

/** The template that answers with the caller's origin where it is one of several. */
function originTemplate(origins: readonly string[]): string {
  const tests = origins.map((one) => `$origin.matches("${one.replaceAll('.', '[.]').replace('*', '.+')}")`);
  return [
    '#set($origin = $input.params("Origin"))',
    '#if($origin == "") #set($origin = $input.params("origin")) #end',
    `#if(${tests.join(' || ')}) #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin) #end`,
  ].join('\n');
}

/** What the answers of an integration with templates say of CORS. */
export function corsHeaders(cors: RestCors | undefined, at: Span): { readonly [key: string]: DataNode } {
  if (!cors) return {};
  const origin = cors.origins.length > 0 ? cors.origins.join(',') : cors.origin;
  return {
    'Access-Control-Allow-Origin': node(`'${origin}'`, at),
    ...(cors.credentials ? { 'Access-Control-Allow-Credentials': node('true', at) } : {}),
  };
}
