import { fixed, mapData, TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  type Conversion,
  companion,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, isFalse, isTrue, withData } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

const SCHEME: Conversion = {
  forth: (value) => {
    if (isTrue(value)) return withData(value, 'internal');
    return isFalse(value) ? withData(value, 'internet-facing') : value;
  },
  back: (datum) => (datum === 'internal' ? true : datum === 'internet-facing' ? false : undefined),
};

/** Settings that CloudFormation has as a list of names and values, as texts. */
function attributes(cfn: string, names: Readonly<Record<string, string>>): Row {
  return made(cfn, (body, _lowering, { at }) => {
    const items = Object.entries(names).flatMap(([own, key]): Value[] => {
      const value = argumentOf(body, own);
      return value ? [{ kind: 'set', at: value.at, data: mapData({ Key: fixed(key, value), Value: value }) }] : [];
    });
    return items.length === 0 ? undefined : { kind: 'set', at, data: items };
  });
}

const ACTION: readonly Row[] = [
  ...same('Type Order TargetGroupArn'),
  block('forward', 'ForwardConfig', [
    blocks('target_group', 'TargetGroups', [row('arn', 'TargetGroupArn'), ...same('Weight')]),
    row('stickiness.enabled', 'TargetGroupStickinessConfig.Enabled'),
    row('stickiness.duration', 'TargetGroupStickinessConfig.DurationSeconds'),
  ]),
  block('redirect', 'RedirectConfig', same('Host Path Port Protocol Query StatusCode')),
  block('fixed_response', 'FixedResponseConfig', same('ContentType MessageBody StatusCode')),
  block('authenticate_cognito', 'AuthenticateCognitoConfig', [
    ...same('OnUnauthenticatedRequest Scope SessionCookieName SessionTimeout UserPoolArn UserPoolClientId'),
    ...same('UserPoolDomain AuthenticationRequestExtraParams'),
  ]),
  block('authenticate_oidc', 'AuthenticateOidcConfig', [
    ...same('AuthorizationEndpoint ClientId ClientSecret Issuer OnUnauthenticatedRequest Scope SessionCookieName'),
    ...same('SessionTimeout TokenEndpoint UserInfoEndpoint AuthenticationRequestExtraParams'),
  ]),
  block('jwt_validation', 'JwtValidationConfig', [
    ...same('Issuer JwksEndpoint'),
    blocks('additional_claim', 'AdditionalClaims', same('Format Name Values')),
  ]),
];

const BALANCER: readonly Row[] = [
  ...same('Name SecurityGroups Subnets IpAddressType'),
  row('internal', 'Scheme', SCHEME),
  row('load_balancer_type', 'Type'),
  blocks('subnet_mapping', 'SubnetMappings', [
    ...same('AllocationId SubnetId'),
    row('private_ipv4_address', 'PrivateIPv4Address'),
    row('ipv6_address', 'IPv6Address'),
  ]),
  made('LoadBalancerAttributes', (body, _lowering, { at }) => {
    const items = Object.entries(BALANCER_ATTRIBUTES).flatMap(([own, key]): Value[] => {
      const [holder = '', name = ''] = own.includes('.') ? own.split('.') : ['', own];
      const from = holder === '' ? body : argumentOf(body, holder);
      const inner = from?.kind === 'set' && Array.isArray(from.data) ? (from.data as readonly Value[])[0] : from;
      const value = argumentOf(inner, name);
      return value ? [{ kind: 'set', at: value.at, data: mapData({ Key: fixed(key, value), Value: value }) }] : [];
    });
    return items.length === 0 ? undefined : { kind: 'set', at, data: items };
  }),
  ...TAGS,
];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
const BALANCER_ATTRIBUTES: Readonly<Record<string, string>> = {
  enable_deletion_protection: 'deletion_protection.enabled',
  drop_invalid_header_fields: 'routing.http.drop_invalid_header_fields.enabled',
  desync_mitigation_mode: 'routing.http.desync_mitigation_mode',
  idle_timeout: 'idle_timeout.timeout_seconds',
  'access_logs.enabled': 'access_logs.s3.enabled',
  'access_logs.bucket': 'access_logs.s3.bucket',
  'access_logs.prefix': 'access_logs.s3.prefix',
};

const TARGET_GROUP: readonly Row[] = [
  ...same('Name Port Protocol ProtocolVersion TargetType VpcId IpAddressType'),
  row('health_check.enabled', 'HealthCheckEnabled'),
  row('health_check.path', 'HealthCheckPath'),
  row('health_check.port', 'HealthCheckPort'),
  row('health_check.protocol', 'HealthCheckProtocol'),
  row('health_check.interval', 'HealthCheckIntervalSeconds'),
  row('health_check.timeout', 'HealthCheckTimeoutSeconds'),
  row('health_check.healthy_threshold', 'HealthyThresholdCount'),
  row('health_check.unhealthy_threshold', 'UnhealthyThresholdCount'),
  row('health_check.matcher', 'Matcher.HttpCode'),
  attributes('TargetGroupAttributes', {
    deregistration_delay: 'deregistration_delay.timeout_seconds',
    lambda_multi_value_headers_enabled: 'lambda.multi_value_headers.enabled',
  }),
  ...TAGS,
];

const LISTENER: readonly Row[] = [
  ...same('LoadBalancerArn Port Protocol SslPolicy'),
  blocks('default_action', 'DefaultActions', ACTION),
  made('Certificates', (body) => {
    const arn = argumentOf(body, 'certificate_arn');
    if (!arn) return undefined;
    return { kind: 'set', at: arn.at, data: [{ kind: 'set', at: arn.at, data: mapData({ CertificateArn: arn }) }] };
  }),
  block(
    'mutual_authentication',
    'MutualAuthentication',
    same('Mode TrustStoreArn IgnoreClientCertificateExpiry AdvertiseTrustStoreCaNames'),
  ),
];

const LISTENER_RULE: readonly Row[] = [
  ...same('ListenerArn Priority'),
  blocks('action', 'Actions', ACTION),
  blocks('condition', 'Conditions', [
    row('host_header.values', 'HostHeaderConfig.Values'),
    row('path_pattern.values', 'PathPatternConfig.Values'),
    row('http_request_method.values', 'HttpRequestMethodConfig.Values'),
    row('source_ip.values', 'SourceIpConfig.Values'),
    block('http_header', 'HttpHeaderConfig', same('HttpHeaderName Values')),
    blocks('query_string', 'QueryStringConfig.Values', same('Key Value')),
  ]),
];

const BALANCER_REFERENCES = {
  arn: 'Ref',
  arn_suffix: 'LoadBalancerFullName',
  dns_name: 'DNSName',
  zone_id: 'CanonicalHostedZoneID',
} as const;

/** Load balancers: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb and the pages beside it; `aws_alb…` is the same. */
export const elb: readonly Table[] = ['lb', 'alb'].flatMap((name): readonly Table[] => [
  resource(`aws_${name}`, 'AWS::ElasticLoadBalancingV2::LoadBalancer', BALANCER, { attributes: BALANCER_REFERENCES }),
  resource(`aws_${name}_listener`, 'AWS::ElasticLoadBalancingV2::Listener', LISTENER, { attributes: { arn: 'Ref' } }),
  resource(`aws_${name}_listener_rule`, 'AWS::ElasticLoadBalancingV2::ListenerRule', LISTENER_RULE, {
    attributes: { arn: 'Ref' },
  }),
  resource(`aws_${name}_target_group`, 'AWS::ElasticLoadBalancingV2::TargetGroup', TARGET_GROUP, {
    attributes: { arn: 'Ref', arn_suffix: 'TargetGroupFullName' },
  }),
  companion(
    `aws_${name}_target_group_attachment`,
    { types: ['aws_lb_target_group', 'aws_alb_target_group'], argument: 'target_group_arn' },
    { as: 'append', cfn: ['Targets'] },
    [row('target_id', 'Id'), ...same('Port AvailabilityZone')],
  ),
]);
