import {
  asMap,
  dataOf,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  refOf,
  sameData,
  stringOf,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { ACCOUNT, eventsOfType, type FilledEvent, joined, PARTITION } from '#frameworks/serverless/events/event';
import { alphanumeric, normalized } from '#frameworks/serverless/naming';
import type { Service, Source } from '#frameworks/serverless/service';
import type { DataNode, MapNode } from '#syntax/document';

/** Source: `cloud-front.js`, https://www.serverless.com/framework/docs/providers/aws/events/cloudfront */
const DISTRIBUTION = 'CloudFrontDistribution';
/** The managed policy CachingOptimized. */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';

interface Behavior {
  readonly path: string | undefined;
  readonly origin: string;
  readonly event: FilledEvent;
  node: MapNode;
}

/** Lambda@Edge: `cloudFront`, with the distribution, which the service shares. */
export function lowerDistribution(service: Service): void {
  emitCachePolicies(service);
  const events = eventsOfType(service, 'cloudFront');
  const [first] = events;
  if (!first) return;
  const origins = new Map<string, DataNode>();
  const behaviors: Behavior[] = [];
  let preferred: string | undefined;
  for (const event of events) {
    const made = originOf(get(event.value, 'origin') ?? event.value);
    if (!origins.has(made.id)) origins.set(made.id, made.node);
    if (isTruthy(get(event.value, 'isDefaultOrigin'))) preferred ??= made.id;
    add(behaviors, service, event, made.id);
    onEdge(service, event);
  }
  const [main] = behaviors.sort((a, b) => Number(a.path !== undefined) - Number(b.path !== undefined));
  if (!main) return;
  const rest = main.path === undefined ? behaviors.slice(1) : behaviors;
  const first_ = main.path === undefined ? main.node : asDefault(main.node, preferred ?? [...origins.keys()][0] ?? '');
  const { at } = first;
  service.generate(
    undefined,
    DISTRIBUTION,
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        Comment: service.text([service.name, ' ', service.stage], at),
        Enabled: true,
        DefaultCacheBehavior: first_,
        CacheBehaviors: rest.length > 0 ? rest.map((one) => one.node) : undefined,
        Origins: [...origins.values()],
      },
    },
    at,
    { origin: sources(main, rest) },
  );
  service.trust('edgelambda.amazonaws.com');
  service.grant(
    undefined,
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:TagResource'],
      Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:logs:*:*:*' }],
    },
    at,
  );
}

/** Where each behavior is written: settings of the distribution as a whole are nobody's. */
function sources(main: Behavior, rest: readonly Behavior[]): readonly Source[] {
  const rows = (to: string): readonly Row[] => [row('behavior', to)];
  return [
    { base: main.event.value, rows: rows('DistributionConfig.DefaultCacheBehavior') },
    ...rest.map(({ event }, index) => ({
      base: event.value,
      rows: rows(`DistributionConfig.CacheBehaviors.${index}`),
    })),
  ];
}

function add(behaviors: Behavior[], service: Service, event: FilledEvent, origin: string): void {
  const { value, at } = event;
  const path = stringOf(get(value, 'pathPattern'));
  const written = asMap(get(value, 'behavior'));
  const policy = asMap(get(value, 'cachePolicy'));
  const named = get(policy, 'name');
  const isCached = ['CachePolicyId', 'ForwardedValues', 'MaxTTL', 'MinTTL', 'DefaultTTL'].some((key) =>
    get(written, key),
  );
  let made = mapOf({ ViewerProtocolPolicy: 'allow-all' }, at);
  for (const entry of entriesOf(written))
    made = withEntry(withoutEntry(made, entry.key), entry.key, entry.value, entry.keySpan);
  if (policy) {
    const id: Plain = get(policy, 'id') ?? { Ref: cachePolicyId(literal(named) ?? '') };
    made = withEntry(made, 'CachePolicyId', node(id, policy.span), policy.span);
  } else if (!isCached) made = withEntry(made, 'CachePolicyId', node(CACHING_OPTIMIZED, at), at);
  const association = node(
    {
      EventType: get(value, 'eventType'),
      LambdaFunctionARN: versionOf(service, event),
      IncludeBody: get(value, 'includeBody'),
    },
    at,
  );
  made = withEntry(made, 'TargetOriginId', node(origin, at), at);
  made = withEntry(made, 'LambdaFunctionAssociations', node([association], at), at);
  if (path !== undefined) made = withEntry(made, 'PathPattern', node(path, at), at);
  const same = behaviors.find((one) => one.path === path && one.origin === origin);
  if (!same) {
    behaviors.push({ path, origin, event, node: made });
    return;
  }
  const associations = itemsOf(get(same.node, 'LambdaFunctionAssociations'));
  if (!associations.some((one) => sameData(one, association)))
    same.node = withEntry(same.node, 'LambdaFunctionAssociations', node([...associations, association], at), at);
}

/** The first behavior without its path and functions serves where no other does. */
function asDefault(behavior: MapNode, origin: string): MapNode {
  const bare = withoutEntry(withoutEntry(behavior, 'PathPattern'), 'LambdaFunctionAssociations');
  return withEntry(bare, 'TargetOriginId', node(origin, behavior.span));
}

function originOf(given: DataNode): { readonly id: string; readonly node: DataNode } {
  const at = given.span;
  const text = literal(given);
  let made: MapNode;
  if (text === undefined) made = asMap(given) ?? mapOf({ DomainName: given }, at);
  else {
    const [, scheme = '', host = '', path = ''] =
      /^([a-z0-9]{1,20}):\/\/([^/?#]{0,300})([^?#]{0,2000})/.exec(text) ?? [];
    made = mapOf(
      {
        DomainName: host,
        OriginPath: path.length > 1 ? path : undefined,
        S3OriginConfig: scheme === 's3' ? {} : undefined,
        CustomOriginConfig: scheme === 's3' ? undefined : { OriginProtocolPolicy: 'match-viewer' },
      },
      at,
    );
  }
  const domain = get(made, 'DomainName');
  const name = literal(domain) ?? alphanumeric(JSON.stringify(domain ? dataOf(domain) : null));
  const id = `${get(made, 'S3OriginConfig') ? 's3' : 'custom'}/${name}${literal(get(made, 'OriginPath')) ?? ''}`;
  return { id, node: withEntry(withoutEntry(made, 'Id'), 'Id', node(id, at), at) };
}

/** The version of the function that runs at the edge. */
function versionOf(service: Service, { fn }: FilledEvent): Plain {
  const version = [...service.lowered.values()].find(
    (one) => one.type === 'AWS::Lambda::Version' && refOf(get(one.properties, 'FunctionName')) === fn.logicalId,
  );
  return { Ref: version?.id ?? fn.logicalId };
}

/** At the edge there is no network and no environment, and the function outlives its stack. */
function onEdge(service: Service, event: FilledEvent): void {
  const { fn, at } = event;
  service.amend(fn.logicalId, (of) => withoutEntry(withoutEntry(of, 'VpcConfig'), 'Environment'));
  const before = service.lowered.get(fn.logicalId);
  if (before) {
    const others = before.attributes.filter((entry) => entry.key !== 'DeletionPolicy');
    const retained = { key: 'DeletionPolicy', keySpan: at, value: node('Retain', at) };
    service.emit({ ...before, attributes: [...others, retained] });
  }
  service.generate(
    fn,
    `${fn.logicalId}InvokePermission`,
    'AWS::Lambda::Permission',
    {
      FunctionName: versionOf(service, event),
      Action: 'lambda:InvokeFunction',
      Principal: 'edgelambda.amazonaws.com',
      SourceArn: joined('arn:', PARTITION, ':cloudfront::', ACCOUNT, ':distribution/', { Ref: DISTRIBUTION }),
    },
    at,
  );
}

function cachePolicyId(name: string): string {
  return `CloudFrontCachePolicy${normalized(name)}`;
}

function emitCachePolicies(service: Service): void {
  for (const { key, keySpan, value } of entriesOf(get(service.provider, 'cloudFront', 'cachePolicies'))) {
    const name = service.text([service.name, '-', service.stage, `-${key}`], keySpan);
    const config = withEntry(asMap(value) ?? mapOf({}, keySpan), 'Name', name, keySpan);
    service.generate(
      undefined,
      cachePolicyId(key),
      'AWS::CloudFront::CachePolicy',
      { CachePolicyConfig: config },
      keySpan,
    );
  }
}
