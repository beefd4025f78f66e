import type { Cloud } from '#model/cloud';
import { authorizers, operations } from '#model/entries/openapi';
import { authorizerEntry, reachByAuth, reachByType } from '#model/entries/rest-apis';
import type { Entry, Reach } from '#model/exposure';
import { functionNamed } from '#model/function-name';
import { resolve } from '#model/name';
import { once } from '#model/once';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { both, compatible } from '#model/value';

type Api = Resource<'AWS::ApiGatewayV2::Api'>;
type Route = Resource<'AWS::ApiGatewayV2::Route'>;

/** The routes of HTTP and WebSocket APIs: as resources, in an OpenAPI body, and by quick create. */
export function* httpApiEntries(cloud: Cloud): Iterable<Entry> {
  for (const route of cloud.all('AWS::ApiGatewayV2::Route')) yield* routeEntries(cloud, route);
  for (const api of cloud.all('AWS::ApiGatewayV2::Api')) {
    yield* bodyEntries(cloud, api);
    yield* quickEntries(cloud, api);
  }
  for (const authorizer of cloud.all('AWS::ApiGatewayV2::Authorizer')) {
    const api = apiOf(cloud, authorizer.at('ApiId'));
    for (const uri of authorizer.at('AuthorizerUri')) {
      yield* authorizerEntry(cloud, uri, authorizer.name, kindOf(api), authorizer, api, 'public');
    }
  }
}

function* routeEntries(cloud: Cloud, route: Route): Iterable<Entry> {
  const api = apiOf(cloud, route.at('ApiId'));
  const kind = kindOf(api);
  const { method, path } = routeOf(route);
  for (const target of route.at('Target')) {
    const integration = resolve(cloud, target, 'AWS::ApiGatewayV2::Integration');
    if (!integration?.isA('AWS::ApiGatewayV2::Integration')) continue;
    for (const uri of integration.at('IntegrationUri')) {
      const fn = functionNamed(cloud, uri);
      if (!fn) continue;
      for (const type of decidingTypes(cloud, route, api)) {
        const when = both(both(route.when, uri.when), type.when);
        if (!compatible(type.when, uri.when)) continue;
        yield {
          function: fn,
          kind,
          reach: reachByType(type),
          label: kind === 'websocket' ? `WebSocket route ${path}` : `${method} ${path}`,
          route: { method, path },
          by: route,
          source: api,
          invocation: 'synchronous',
          decidedBy: type,
          when,
        };
      }
    }
  }
}

/** `GET /orders`, `$default`, or a WebSocket route key. */
function routeOf(route: Route): { readonly method: string; readonly path: string } {
  const key = String(route.at('RouteKey')[0]?.text ?? '…');
  const [method = '', path] = key.split(' ');
  return path === undefined ? { method: 'ANY', path: key } : { method: method.toUpperCase(), path };
}

/**
 * In a WebSocket API only `$connect` is authorized, for the whole connection.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
function decidingTypes(cloud: Cloud, route: Route, api: Api | undefined): readonly Property[] {
  if (kindOf(api) !== 'websocket' || !api) return route.at('AuthorizationType');
  const connect = connects(cloud).get(api.id);
  return (connect ?? route).at('AuthorizationType');
}

const connects = once(
  (cloud: Cloud): ReadonlyMap<string, Route> =>
    new Map(
      cloud
        .all('AWS::ApiGatewayV2::Route')
        .filter((route) => route.at('RouteKey').some((key) => key.is('$connect')))
        .map((route) => [apiOf(cloud, route.at('ApiId'))?.id ?? '', route]),
    ),
);

function* bodyEntries(cloud: Cloud, api: Api): Iterable<Entry> {
  for (const body of api.at('Body')) {
    for (const [scheme, uri] of authorizers(body)) {
      yield* authorizerEntry(cloud, uri, scheme, 'http-api', api, api, 'public');
    }
    for (const { method, path, integration, auth } of operations(body)) {
      for (const uri of integration.at('uri')) {
        const fn = functionNamed(cloud, uri);
        if (!fn) continue;
        yield {
          function: fn,
          kind: 'http-api',
          reach: reachByAuth(auth),
          label: `${method} ${path}`,
          route: { method, path },
          by: api,
          source: api,
          invocation: 'synchronous',
          decidedBy: auth.decidedBy,
          when: uri.when,
        };
      }
    }
  }
}

/** `Target` makes one route for everything, without authorization. */
function* quickEntries(cloud: Cloud, api: Api): Iterable<Entry> {
  for (const target of api.at('Target')) {
    const fn = functionNamed(cloud, target);
    if (!fn) continue;
    const path = String(api.at('RouteKey').find((key) => key.text !== undefined)?.text ?? '$default');
    const reach: Reach = 'public';
    yield {
      function: fn,
      kind: 'http-api',
      reach,
      label: path,
      route: { method: 'ANY', path },
      by: api,
      source: api,
      invocation: 'synchronous',
      decidedBy: target,
      when: target.when,
    };
  }
}

function apiOf(cloud: Cloud, properties: readonly Property[]): Api | undefined {
  for (const property of properties) {
    const api = resolve(cloud, property, 'AWS::ApiGatewayV2::Api');
    if (api?.isA('AWS::ApiGatewayV2::Api')) return api;
  }
  return undefined;
}

function kindOf(api: Api | undefined): 'websocket' | 'http-api' {
  return api?.at('ProtocolType').some((type) => type.is('WEBSOCKET')) ? 'websocket' : 'http-api';
}
