import type { Cloud } from '#model/cloud';
import { eventSources } from '#model/links';
import { anyDelivery, declaredNeed, deliveryNeeds } from '#model/needs/delivery';
import { encryptionNeeds, onKey } from '#model/needs/encryption';
import type { NeededOn, NeededPermission } from '#model/needs/need';
import { pollingNeeds } from '#model/needs/polling';
import { listIn } from '#model/policy-document';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

type Fn = Resource<'AWS::Lambda::Function'>;

const EVERYWHERE: NeededOn = { kind: 'unknown', why: 'AWS chooses the resource' };

/** What Lambda itself does with the role of every function, and what it may do. Without logs a function runs all the same. */
const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:TagResource'];
const TRACES = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSampling*'];
/**
 * What every durable function calls to keep its state: https://docs.aws.amazon.com/lambda/latest/dg/durable-security.html. A policy that
 * names the function itself would make its role and the function wait for each other, so that no resource is named.
 */
const DURABLE = ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'];

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const NETWORK: readonly (readonly [action: string, conditional: boolean])[] = [
  ['ec2:CreateNetworkInterface', false],
  ['ec2:DescribeNetworkInterfaces', false],
  ['ec2:DeleteNetworkInterface', false],
  ['ec2:DescribeSubnets', true],
  ['ec2:DescribeSecurityGroups', true],
  ['ec2:DescribeVpcs', true],
  ['ec2:DetachNetworkInterface', true],
  ['ec2:AssignPrivateIpAddresses', true],
  ['ec2:UnassignPrivateIpAddresses', true],
  ['ec2:GetSecurityGroupsForVpc', true],
];

/** What extensions in layers call for the function. */
const LAYERS: readonly (readonly [name: RegExp, actions: readonly string[]])[] = [
  [
    /AWS-AppConfig-Extension/,
    ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration', 'appconfig:GetConfiguration'],
  ],
  [/LambdaInsightsExtension/, ['logs:*']],
  [/CodeGuru|ProfilerLayer/i, ['codeguru-profiler:*']],
  [/AWSLambdaPowertools/, []],
];
/** Agents from elsewhere fetch the key of their own service. */
const ANY_LAYER = ['secretsmanager:GetSecretValue', 'ssm:GetParameter*', 'kms:Decrypt'];

/** What a function's declaration asks of its role, whatever its code does. */
export function needsOfDeclaration(cloud: Cloud, fn: Fn): readonly NeededPermission[] {
  const own: NeededPermission[] = [
    ...LOGS.map((action) => may(fn, 'writes its logs', action)),
    ...(fn.at('TracingConfig', 'Mode').some((mode) => !mode.is('PassThrough'))
      ? TRACES.map((action) => may(fn, 'writes its traces', action))
      : []),
    ...fn
      .at('DurableConfig')
      .filter((one) => one.isWritten)
      .flatMap((property) =>
        DURABLE.map((action) =>
          declaredNeed({ what: 'keeps its state', property }, action, EVERYWHERE, property.when.length > 0),
        ),
      ),
    ...networkNeeds(fn),
    ...fileSystemNeeds(cloud, fn),
    ...layerNeeds(cloud, fn),
    ...fn
      .at('KmsKeyArn')
      .filter((key) => key.isWritten)
      .map((key) =>
        declaredNeed({ what: 'reads its environment', property: key }, 'kms:Decrypt', onKey(cloud, key), true),
      ),
  ];
  const targets: readonly (readonly [Property, string])[] = [
    ...fn.at('DeadLetterConfig', 'TargetArn').map((one) => [one, 'sends what failed there'] as const),
    ...cloud
      .invokeConfigs(fn)
      .flatMap((config) => [
        ...config
          .at('DestinationConfig', 'OnFailure', 'Destination')
          .map((one) => [one, 'sends what failed there'] as const),
        ...config
          .at('DestinationConfig', 'OnSuccess', 'Destination')
          .map((one) => [one, 'sends its results there'] as const),
      ]),
    ...eventSources(cloud, fn).flatMap(({ mapping }) =>
      mapping
        .at('DestinationConfig', 'OnFailure', 'Destination')
        .map((one) => [one, 'sends what failed there'] as const),
    ),
  ];
  for (const [target, what] of targets) {
    if (!target.isWritten) continue;
    const delivered = deliveryNeeds(cloud, target, what) ?? anyDelivery(target, what);
    own.push(...delivered, ...encryptionNeeds(cloud, delivered));
  }
  for (const { mapping } of eventSources(cloud, fn)) {
    const polled = pollingNeeds(cloud, mapping, 'EventSourceArn');
    own.push(...polled, ...encryptionNeeds(cloud, polled));
  }
  return own;
}

function may(fn: Fn, what: string, action: string): NeededPermission {
  return {
    action,
    class: 'conditional',
    on: EVERYWHERE,
    reason: { kind: 'template', what },
    at: fn.location,
    certain: false,
  };
}

/**
 * Subnets that an input gives are attached, whichever they are: only a condition of the template leaves the function without a network. An
 * input may be an empty list all the same, so that the want of a permission is told only where the subnets are seen.
 */
function networkNeeds(fn: Fn): readonly NeededPermission[] {
  const subnets = fn.at('VpcConfig', 'SubnetIds').filter((list) => list.isWritten && !list.isEmpty);
  return subnets.flatMap((list) =>
    NETWORK.map(([action, rare]) => {
      const need = declaredNeed(
        { what: 'runs in a VPC', property: list },
        action,
        EVERYWHERE,
        rare || list.when.length > 0,
      );
      return { ...need, certain: need.certain && !list.isUnknown };
    }),
  );
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html: the file system's own policy may allow it, too. */
const MOUNTING = ['elasticfilesystem:Client*', 'elasticfilesystem:DescribeMountTargets'];
/** Reads go to the bucket itself where they may: https://docs.aws.amazon.com/lambda/latest/api/API_S3FilesConfig.html */
const MOUNTING_BUCKET = ['s3files:Client*', 's3:GetObject', 's3:GetObjectVersion'];

function fileSystemNeeds(cloud: Cloud, fn: Fn): readonly NeededPermission[] {
  const mounts = fn.at('FileSystemConfigs').filter((list) => list.isWritten && !list.isEmpty);
  return mounts.flatMap((list) => {
    const points = list.items().flatMap((mount) => mount.at('Arn'));
    const isElastic = points.length > 0 && points.every((point) => isElasticFileSystem(cloud, point));
    return (isElastic ? MOUNTING : [...MOUNTING, ...MOUNTING_BUCKET]).map((action) =>
      declaredNeed({ what: 'mounts a file system', property: list }, action, EVERYWHERE, true),
    );
  });
}

function isElasticFileSystem(cloud: Cloud, point: Property): boolean {
  const declared = cloud.target(point);
  return declared ? declared.isA('AWS::EFS::AccessPoint') : /:elasticfilesystem:/.test(point.text?.toString() ?? '');
}

function layerNeeds(cloud: Cloud, fn: Fn): readonly NeededPermission[] {
  return fn
    .at('Layers')
    .flatMap((list) => listIn(list, []))
    .filter((layer) => !cloud.target(layer)?.isA('AWS::Lambda::LayerVersion'))
    .flatMap((layer) => {
      const text = layer.text?.toString() ?? '';
      const known = LAYERS.find(([name]) => name.test(text));
      // A layer that only the deployment names may be any of them.
      const any = text.includes(':layer:') ? ANY_LAYER : [...ANY_LAYER, ...LAYERS.flatMap(([, actions]) => actions)];
      return (known?.[1] ?? any).map((action) =>
        declaredNeed({ what: 'has a layer that may call it', property: layer }, action, EVERYWHERE, true),
      );
    });
}
