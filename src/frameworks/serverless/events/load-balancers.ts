import { createHash } from 'node:crypto';
import {
  callOf,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  type Plain,
  refOf,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { dependsOn, eventsOfType, type FilledEvent, origin, permit } from '#frameworks/serverless/events/event';
import { normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `alb/lib`, https://www.serverless.com/framework/docs/providers/aws/events/alb */
const RULE_ROWS: readonly Row[] = [row('listenerArn', 'ListenerArn'), row('priority', 'Priority')];

/** Load balancers: `alb`. */
export function lowerLoadBalancers(service: Service): void {
  for (const event of eventsOfType(service, 'alb')) lowerRule(service, event);
}

function lowerRule(service: Service, event: FilledEvent): void {
  const { fn, at, value } = event;
  const prefix = normalized(fn.key);
  const listener = get(value, 'listenerArn');
  const balancer = balancerOf(listener) ?? `Event${event.index}`;
  const multi = get(value, 'multiValueHeaders');
  const isMulti = isTruthy(multi) && literal(multi) !== 'false';
  const group = `${prefix}Alb${isMulti ? 'MultiValue' : ''}TargetGroup${balancer}`;
  const register = `${prefix}LambdaPermissionRegisterTarget`;
  const tag = (infix: string): DataNode =>
    service.text([service.name, `-${fn.key}-${balancer}-${infix}`, service.stage], at);
  service.generate(
    fn,
    group,
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    {
      TargetType: 'lambda',
      Targets: [{ Id: fn.target }],
      Name: get(value, 'targetGroupName') ?? groupName(service, tag(isMulti ? 'multi-value-' : '')),
      Tags: [{ Key: 'Name', Value: tag('') }],
      TargetGroupAttributes: [{ Key: 'lambda.multi_value_headers.enabled', Value: multi ?? false }],
      ...healthCheck(get(value, 'healthCheck')),
    },
    at,
    { attributes: dependsOn(at, register, fn.alias?.logicalId) },
  );
  const authorizers = itemsOf(get(value, 'authorizer')).flatMap((name, index) => {
    const one = get(service.provider, 'alb', 'authorizers', literal(name) ?? '');
    return one ? [authentication(one, index + 1)] : [];
  });
  const forward: Plain = {
    Type: 'forward',
    TargetGroupArn: { Ref: group },
    Order: authorizers.length > 0 ? authorizers.length + 1 : undefined,
  };
  service.generate(
    fn,
    `${prefix}AlbListenerRule${literal(get(value, 'priority')) ?? event.index}`,
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      Actions: [...authorizers, forward],
      Conditions: conditions(get(value, 'conditions')),
      ListenerArn: listener,
      Priority: get(value, 'priority'),
    },
    at,
    origin(event, RULE_ROWS),
  );
  const principal = 'elasticloadbalancing.amazonaws.com';
  permit(service, event, `${prefix}LambdaPermissionAlb`, { Principal: principal, SourceArn: { Ref: group } });
  permit(service, event, register, { Principal: principal });
}

/** The load balancer's id: the part of the ARN before the listener's own, or what the ARN is referred to by. */
function balancerOf(listener: DataNode | undefined): string | undefined {
  if (callOf(listener)) return refOf(listener);
  return literal(listener)?.split('/').at(-2);
}

function groupName(service: Service, tag: DataNode): Plain | undefined {
  const text = literal(tag);
  const prefix = literal(get(service.provider, 'alb', 'targetGroupPrefix')) ?? '';
  if (text === undefined) return undefined;
  return (prefix + createHash('md5').update(text).digest('hex')).slice(0, 32);
}

/** Source: https://www.serverless.com/framework/docs/providers/aws/events/alb#configuring-health-checks */
function healthCheck(of: DataNode | undefined): { readonly [key: string]: Plain | undefined } {
  if (!isTruthy(of)) return { HealthCheckEnabled: false };
  return {
    HealthCheckEnabled: true,
    HealthCheckPath: get(of, 'path') ?? '/',
    HealthCheckIntervalSeconds: get(of, 'intervalSeconds') ?? 35,
    HealthCheckTimeoutSeconds: get(of, 'timeoutSeconds') ?? 30,
    HealthyThresholdCount: get(of, 'healthyThresholdCount') ?? 5,
    UnhealthyThresholdCount: get(of, 'unhealthyThresholdCount') ?? 5,
    Matcher: { HttpCode: get(of, 'matcher', 'httpCode') ?? '200' },
  };
}

function authentication(of: DataNode, order: number): Plain {
  const shared = {
    OnUnauthenticatedRequest: get(of, 'onUnauthenticatedRequest') ?? 'deny',
    AuthenticationRequestExtraParams: get(of, 'requestExtraParams'),
    Scope: get(of, 'scope'),
    SessionCookieName: get(of, 'sessionCookieName'),
    SessionTimeout: get(of, 'sessionTimeout'),
  };
  if (literal(get(of, 'type')) === 'cognito')
    return {
      Type: 'authenticate-cognito',
      Order: order,
      AuthenticateCognitoConfig: {
        UserPoolArn: get(of, 'userPoolArn'),
        UserPoolClientId: get(of, 'userPoolClientId'),
        UserPoolDomain: get(of, 'userPoolDomain'),
        ...shared,
      },
    };
  const secret = get(of, 'clientSecret');
  return {
    Type: 'authenticate-oidc',
    Order: order,
    AuthenticateOidcConfig: {
      AuthorizationEndpoint: get(of, 'authorizationEndpoint'),
      ClientId: get(of, 'clientId'),
      Issuer: get(of, 'issuer'),
      TokenEndpoint: get(of, 'tokenEndpoint'),
      UserInfoEndpoint: get(of, 'userInfoEndpoint'),
      ...shared,
      ...(secret ? { ClientSecret: secret } : { UseExistingClientSecret: true }),
    },
  };
}

function conditions(of: DataNode | undefined): Plain {
  const list = (key: string): Plain => itemsOf(get(of, key));
  const has = (key: string): boolean => get(of, key) !== undefined;
  return [
    has('path') ? { Field: 'path-pattern', Values: list('path') } : undefined,
    has('host') ? { Field: 'host-header', HostHeaderConfig: { Values: list('host') } } : undefined,
    has('method') ? { Field: 'http-request-method', HttpRequestMethodConfig: { Values: list('method') } } : undefined,
    ...itemsOf(get(of, 'header')).map((header) => ({
      Field: 'http-header',
      HttpHeaderConfig: { HttpHeaderName: get(header, 'name'), Values: get(header, 'values') },
    })),
    has('query')
      ? {
          Field: 'query-string',
          QueryStringConfig: {
            Values: entriesOf(get(of, 'query')).map(({ key, value }) => ({ Key: key, Value: value })),
          },
        }
      : undefined,
    has('ip') ? { Field: 'source-ip', SourceIpConfig: { Values: list('ip') } } : undefined,
  ];
}
