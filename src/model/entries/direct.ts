import { audience, audienceOf, wider } from '#model/audience';
import type { Cloud } from '#model/cloud';
import type { Entry, Reach } from '#model/exposure';
import { functionNamed } from '#model/function-name';
import { resolve } from '#model/name';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { speaksOf } from '#model/scope';
import { both } from '#model/value';

/** Function URLs. One without authentication is open only when the function's policy lets everybody in as well. */
export function* urlEntries(cloud: Cloud): Iterable<Entry> {
  for (const url of cloud.all('AWS::Lambda::Url')) {
    for (const target of url.at('TargetFunctionArn')) {
      const fn = functionNamed(cloud, target);
      if (!fn) continue;
      for (const type of url.at('AuthType')) {
        yield {
          function: fn,
          kind: 'function-url',
          reach: reachOfUrl(cloud, fn, type),
          label: 'function URL',
          by: url,
          source: undefined,
          invocation: 'synchronous',
          decidedBy: type,
          when: both(both(url.when, target.when), type.when),
        };
      }
    }
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function reachOfUrl(cloud: Cloud, fn: Entry['function'], type: Property): Reach {
  if (type.is('AWS_IAM')) return 'authenticated';
  if (!type.is('NONE')) return 'unknown';
  const allowed = audienceOf(cloud.policiesOn(fn), 'lambda:InvokeFunctionUrl');
  return allowed === 'none' ? 'unknown' : allowed;
}

/** Data sources of GraphQL APIs. An API key is no authentication: whoever has the client has the key. */
export function* graphqlEntries(cloud: Cloud): Iterable<Entry> {
  for (const data of cloud.all('AWS::AppSync::DataSource')) {
    for (const arn of data.at('LambdaConfig', 'LambdaFunctionArn')) {
      const fn = functionNamed(cloud, arn);
      if (!fn) continue;
      const [id] = data.at('ApiId');
      const api = id && resolve(cloud, id, 'AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api');
      const { reach, decidedBy } = graphqlReach(api);
      yield {
        function: fn,
        kind: 'graphql',
        reach,
        label: `GraphQL data source ${data.name}`,
        by: data,
        source: api,
        invocation: 'synchronous',
        decidedBy,
        when: both(data.when, arn.when),
      };
    }
  }
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
function graphqlReach(api: Resource | undefined): { readonly reach: Reach; readonly decidedBy: Property | undefined } {
  if (!api?.isA('AWS::AppSync::GraphQLApi')) return { reach: 'unknown', decidedBy: undefined };
  const types: Property[] = [
    ...api.at('AuthenticationType'),
    ...api
      .at('AdditionalAuthenticationProviders')
      .flatMap((list) => list.items())
      .flatMap((provider) => provider.at('AuthenticationType')),
  ];
  const key = types.find((type) => type.is('API_KEY'));
  const hidden = api.at('Visibility').some((visibility) => visibility.is('PRIVATE'));
  if (key) return { reach: hidden ? 'account' : 'public', decidedBy: key };
  if (types.some((type) => type.isUnknown)) return { reach: 'unknown', decidedBy: types[0] };
  return { reach: 'authenticated', decidedBy: types[0] };
}

/** Target groups of load balancers: as open as the listener that forwards to them. */
export function* loadBalancerEntries(cloud: Cloud): Iterable<Entry> {
  for (const group of cloud.all('AWS::ElasticLoadBalancingV2::TargetGroup')) {
    for (const id of group
      .at('Targets')
      .flatMap((list) => list.items())
      .flatMap((target) => target.at('Id'))) {
      const fn = functionNamed(cloud, id);
      if (!fn) continue;
      let reach: Reach = 'unknown';
      for (const route of forwards(cloud, group)) reach = wider(reach, route);
      yield {
        function: fn,
        kind: 'alb',
        reach,
        label: `target group ${group.name}`,
        by: group,
        source: group,
        invocation: 'synchronous',
        decidedBy: undefined,
        when: both(group.when, id.when),
      };
    }
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
function* forwards(cloud: Cloud, group: Resource): Iterable<Reach> {
  for (const listener of cloud.all('AWS::ElasticLoadBalancingV2::Listener')) {
    const reach = forwardedReach(cloud, listener, listener.read(['DefaultActions']), group);
    if (reach) yield reach;
  }
  for (const rule of cloud.all('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const [arn] = rule.at('ListenerArn');
    const listener = arn && resolve(cloud, arn, 'AWS::ElasticLoadBalancingV2::Listener');
    const reach = forwardedReach(cloud, listener, rule.read(['Actions']), group);
    if (reach) yield reach;
  }
}

function forwardedReach(
  cloud: Cloud,
  listener: Resource | undefined,
  lists: readonly Property<Json>[],
  group: Resource,
): Reach | undefined {
  const actions = lists.flatMap((list) => list.items());
  const groups = actions
    .flatMap((action) => action.at('ForwardConfig', 'TargetGroups'))
    .flatMap((list) => list.items());
  const targets = [...actions, ...groups].flatMap((one) => one.at('TargetGroupArn'));
  if (!targets.some((target) => resolve(cloud, target, group.type) === group)) return undefined;
  const types = actions.flatMap((action) => action.at('Type'));
  if (types.some((type) => type.is('authenticate-oidc', 'authenticate-cognito', 'jwt-validation')))
    return 'authenticated';
  const [arn] = listener?.isA('AWS::ElasticLoadBalancingV2::Listener') ? listener.at('LoadBalancerArn') : [];
  const balancer = arn && resolve(cloud, arn, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  if (!balancer?.isA('AWS::ElasticLoadBalancingV2::LoadBalancer')) return 'unknown';
  const schemes = balancer.at('Scheme');
  if (schemes.some((scheme) => scheme.is('internal'))) return 'account';
  return schemes.some((scheme) => scheme.isUnknown) ? 'unknown' : 'public';
}

/**
 * Permissions by themselves: those that let accounts or everybody invoke the function, and those for services for which nothing
 * else here says how they come to call it (`known`).
 */
export function* permissionEntries(
  cloud: Cloud,
  known: ReadonlyMap<string, ReadonlySet<Entry['kind']>>,
): Iterable<Entry> {
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    for (const statement of cloud.policiesOn(fn)) {
      if (statement.effect !== 'Allow' || !speaksOf(statement, 'lambda:InvokeFunction')) continue;
      if (statement.conditions.some((test) => test.key === 'lambda:invokedviafunctionurl')) continue;
      const service = statement.principals.find((principal) => principal.kind === 'service');
      const kinds = service ? (KINDS_OF_SERVICE[String(service.value).split('.')[0] ?? ''] ?? OTHER) : PERMISSION;
      if (service && kinds.some((kind) => known.get(fn.id)?.has(kind))) continue;
      const [kind = 'other'] = kinds;
      yield {
        function: fn,
        kind,
        reach: service && CHECKED_ELSEWHERE.has(kind) ? 'unknown' : audience(statement),
        label: service ? `permission for ${String(service.value)}` : `permission ${statement.carrier.name}`,
        by: statement.carrier,
        source: undefined,
        invocation: ASYNCHRONOUS.has(kind) ? 'asynchronous' : 'synchronous',
        decidedBy: statement.principals[0]?.property,
        when: statement.when,
      };
    }
  }
}

const PERMISSION: readonly Entry['kind'][] = ['permission'];
const OTHER: readonly Entry['kind'][] = ['other'];

/** The entries that a service's permission serves. */
const KINDS_OF_SERVICE: Readonly<Record<string, readonly Entry['kind'][]>> = {
  apigateway: ['rest-api', 'http-api', 'websocket'],
  appsync: ['graphql'],
  'cognito-idp': ['user-pool'],
  elasticloadbalancing: ['alb'],
  events: ['event-bus', 'schedule'],
  iot: ['iot'],
  logs: ['logs'],
  s3: ['bucket'],
  scheduler: ['schedule'],
  sns: ['topic'],
};

/** Services that let strangers through or not by a setting that is not in sight. */
const CHECKED_ELSEWHERE: ReadonlySet<Entry['kind']> = new Set(['rest-api', 'graphql', 'alb', 'user-pool']);

const ASYNCHRONOUS: ReadonlySet<Entry['kind']> = new Set(['event-bus', 'iot', 'logs', 'bucket', 'schedule', 'topic']);
