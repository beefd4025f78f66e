import { audienceOf } from '#model/audience';
import type { Cloud } from '#model/cloud';
import { authorizers, type OperationAuth, operations } from '#model/entries/openapi';
import type { Entry, Reach } from '#model/exposure';
import { functionNamed } from '#model/function-name';
import { resolve } from '#model/name';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { both, compatible } from '#model/value';

type RestApi = Resource<'AWS::ApiGateway::RestApi'>;

/** The routes of REST APIs: methods declared as resources, and operations of an OpenAPI body. */
export function* restApiEntries(cloud: Cloud): Iterable<Entry> {
  for (const method of cloud.all('AWS::ApiGateway::Method')) yield* methodEntries(cloud, method);
  for (const api of cloud.all('AWS::ApiGateway::RestApi')) yield* bodyEntries(cloud, api);
  for (const authorizer of cloud.all('AWS::ApiGateway::Authorizer')) {
    const api = apiOf(cloud, authorizer.at('RestApiId'));
    for (const uri of authorizer.at('AuthorizerUri')) {
      yield* authorizerEntry(
        cloud,
        uri,
        authorizer.name,
        'rest-api',
        authorizer,
        api,
        reachThrough(cloud, api, 'public'),
      );
    }
  }
}

/** An authorizer runs for whatever a stranger sends as a token. */
export function* authorizerEntry(
  cloud: Cloud,
  uri: Property,
  name: string,
  kind: Entry['kind'],
  by: Resource,
  source: Resource | undefined,
  reach: Reach,
): Iterable<Entry> {
  const fn = functionNamed(cloud, uri);
  if (!fn) return;
  yield {
    function: fn,
    kind,
    reach,
    label: `authorizer ${name}`,
    by,
    source,
    invocation: 'synchronous',
    decidedBy: undefined,
    when: both(by.when, uri.when),
  };
}

function* methodEntries(cloud: Cloud, method: Resource<'AWS::ApiGateway::Method'>): Iterable<Entry> {
  for (const uri of method.at('Integration', 'Uri')) {
    const fn = functionNamed(cloud, uri);
    if (!fn) continue;
    const api = apiOf(cloud, method.at('RestApiId'));
    const route = {
      method:
        method
          .at('HttpMethod')
          .find((one) => one.string !== undefined)
          ?.string?.toUpperCase() ?? 'ANY',
      path: pathOf(cloud, method.at('ResourceId')[0]),
    };
    for (const type of method.at('AuthorizationType')) {
      if (!compatible(type.when, uri.when)) continue;
      yield {
        function: fn,
        kind: 'rest-api',
        reach: reachThrough(cloud, api, reachByType(type)),
        label: `${route.method} ${route.path}`,
        route,
        by: method,
        source: api,
        invocation: isAsynchronous(method) ? 'asynchronous' : 'synchronous',
        decidedBy: type,
        when: both(uri.when, type.when),
      };
    }
  }
}

/** What `AuthorizationType` asks of the caller: https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html */
export function reachByType(type: Property): Reach {
  if (type.isUnknown || type.text === undefined) return type.isAbsent ? 'public' : 'unknown';
  return type.is('NONE') ? 'public' : 'authenticated';
}

/** The invocation type is a header: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html */
function isAsynchronous(method: Resource<'AWS::ApiGateway::Method'>): boolean {
  return method
    .at('Integration', 'RequestParameters')
    .flatMap((map) => map.entries())
    .some(([key, value]) => key.toLowerCase().endsWith('.header.x-amz-invocation-type') && value.is("'Event'"));
}

function* bodyEntries(cloud: Cloud, api: RestApi): Iterable<Entry> {
  for (const body of api.at('Body')) {
    for (const [scheme, uri] of authorizers(body)) {
      yield* authorizerEntry(cloud, uri, scheme, 'rest-api', api, api, reachThrough(cloud, api, 'public'));
    }
    for (const { method, path, integration, auth } of operations(body)) {
      for (const uri of integration.at('uri')) {
        const fn = functionNamed(cloud, uri);
        if (!fn) continue;
        yield {
          function: fn,
          kind: 'rest-api',
          reach: reachThrough(cloud, api, reachByAuth(auth)),
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

/** What an operation's security lets through. A usage plan's key is no authentication: whoever has the client has the key. */
export function reachByAuth(auth: OperationAuth): Reach {
  if (auth.kind === 'unknown') return 'unknown';
  return auth.kind === 'authorizer' ? 'authenticated' : 'public';
}

export function apiOf(cloud: Cloud, properties: readonly Property[]): RestApi | undefined {
  for (const property of properties) {
    const api = resolve(cloud, property, 'AWS::ApiGateway::RestApi');
    if (api?.isA('AWS::ApiGateway::RestApi')) return api;
  }
  return undefined;
}

/**
 * A private endpoint, or a resource policy that lets only some in, narrows what the routes let in.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
function reachThrough(cloud: Cloud, api: RestApi | undefined, reach: Reach): Reach {
  if (!api || reach !== 'public') return reach;
  const types = api.at('EndpointConfiguration', 'Types').flatMap((list) => list.items());
  if (types.length > 0 && types.every((type) => type.is('PRIVATE'))) return 'account';
  const policies = cloud.policiesOn(api);
  if (policies.length === 0) return reach;
  const allowed = audienceOf(policies, 'execute-api:Invoke');
  return allowed === 'none' ? 'unknown' : allowed;
}

/** The path of an API's resource, joined from its parents; `…` where a parent is not declared here. */
export function pathOf(cloud: Cloud, id: Property | undefined): string {
  const segments: string[] = [];
  let current = id;
  for (let depth = 0; depth < 40 && current; depth++) {
    if (current.ref?.attribute === 'RootResourceId') return `/${segments.join('/')}`;
    const resource = resolve(cloud, current, 'AWS::ApiGateway::Resource');
    if (!resource?.isA('AWS::ApiGateway::Resource')) break;
    segments.unshift(String(resource.at('PathPart')[0]?.text ?? '…'));
    current = resource.at('ParentId')[0];
  }
  return `/${['…', ...segments].join('/')}`;
}
