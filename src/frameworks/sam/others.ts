import {
  asMap,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
  stringOf,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { s3Location } from '#frameworks/sam/code';
import { awsPolicy, tagList, trust } from '#frameworks/sam/role';
import { type Declared, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, MapNode } from '#syntax/document';

const CREATED_BY: Plain = { Key: 'lambda:createdBy', Value: 'SAM' };

function emit(of: Declared, type: string, properties: MapNode, rows: readonly Row[], scope: Scope): void {
  const section = of.type.slice('AWS::Serverless::'.length);
  scope.emit({
    id: of.id,
    type,
    at: of.at,
    extent: of.extent,
    properties,
    attributes: ownAttributes(of),
    declaredType: of.type,
    origin: { base: ['Resources', of.id, 'Properties'], rows, section },
  });
}

/** What SAM says of a table. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html */
export const TABLE_ROWS: readonly Row[] = same(
  'TableName ProvisionedThroughput PointInTimeRecoverySpecification SSESpecification',
);

const KEY_TYPES: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

export function lowerSimpleTable(table: Declared, scope: Scope): void {
  const { properties, at } = table;
  const key = get(properties, 'PrimaryKey');
  const name: Plain = get(key, 'Name') ?? 'id';
  const type = get(key, 'Type');
  const kind: Plain = type ? scalar(KEY_TYPES[literal(type) ?? ''] ?? literal(type) ?? 'S', type.span) : 'S';
  const place = key?.span ?? at;
  let lowered = forward(TABLE_ROWS, properties);
  lowered = withEntry(
    lowered,
    'AttributeDefinitions',
    node([{ AttributeName: name, AttributeType: kind }], place),
    place,
  );
  lowered = withEntry(lowered, 'KeySchema', node([{ AttributeName: name, KeyType: 'HASH' }], place), place);
  if (!isTruthy(get(properties, 'ProvisionedThroughput')))
    lowered = withEntry(lowered, 'BillingMode', node('PAY_PER_REQUEST', at), at);
  const tags = tagList(get(properties, 'Tags'), [], at);
  if (tags) lowered = withEntry(lowered, 'Tags', tags);
  emit(table, 'AWS::DynamoDB::Table', lowered, TABLE_ROWS, scope);
}

const LAYER_ROWS: readonly Row[] = same('LayerName Description CompatibleArchitectures CompatibleRuntimes LicenseInfo');

export function lowerLayer(layer: Declared, scope: Scope): void {
  const { properties, at, id } = layer;
  let lowered = forward(LAYER_ROWS, properties);
  for (const entry of lowered.entries) {
    const value = scope.resolve(entry.value);
    if (value) lowered = withEntry(lowered, entry.key, value);
  }
  if (!isTruthy(get(lowered, 'LayerName'))) lowered = withEntry(lowered, 'LayerName', node(id, at), at);
  const content = get(properties, 'ContentUri');
  if (content) lowered = withEntry(lowered, 'Content', s3Location(content));
  const retention = scope.resolve(get(properties, 'RetentionPolicy'));
  const keep = literal(retention)?.toLowerCase() === 'delete' ? 'Delete' : 'Retain';
  const own = ownAttributes(layer).filter((entry) => entry.key !== 'DeletionPolicy' || retention === undefined);
  const policy: DataEntry = {
    key: 'DeletionPolicy',
    keySpan: retention?.span ?? at,
    value: scalar(keep, retention?.span ?? at),
  };
  scope.emit({
    id,
    type: 'AWS::Lambda::LayerVersion',
    at,
    extent: layer.extent,
    properties: lowered,
    attributes: own.some((entry) => entry.key === 'DeletionPolicy') ? own : [...own, policy],
    declaredType: layer.type,
    origin: { base: ['Resources', id, 'Properties'], rows: LAYER_ROWS, section: 'LayerVersion' },
  });
}

const APPLICATION_ROWS: readonly Row[] = [
  ...same('Parameters NotificationARNs TimeoutInMinutes'),
  row('Location', 'TemplateURL'),
];

export function lowerApplication(application: Declared, scope: Scope): void {
  const { properties, at } = application;
  const location = get(properties, 'Location');
  const map = asMap(location);
  let lowered = forward(APPLICATION_ROWS, properties);
  const first: Plain[] = [CREATED_BY];
  if (map && location) {
    const app = get(map, 'ApplicationId');
    const version = get(map, 'SemanticVersion');
    lowered = withEntry(lowered, 'TemplateURL', mapOf({ Ref: 'AWS::NoValue' }, location.span));
    if (app) first.push({ Key: 'serverlessrepo:applicationId', Value: app });
    if (version) first.push({ Key: 'serverlessrepo:semanticVersion', Value: version });
  }
  const tags = tagList(get(properties, 'Tags'), first, at);
  if (tags) lowered = withEntry(lowered, 'Tags', tags);
  emit(application, 'AWS::CloudFormation::Stack', lowered, APPLICATION_ROWS, scope);
}

const PROVIDER_ROWS: readonly Row[] = [
  ...same('CapacityProviderName VpcConfig KmsKeyArn'),
  row('OperatorRole', 'PermissionsConfig.CapacityProviderOperatorRoleArn'),
  row('LoggingConfig', 'TelemetryConfig.LoggingConfig'),
  row('InstanceRequirements.Architectures', 'InstanceRequirements.Architectures'),
  row('InstanceRequirements.AllowedTypes', 'InstanceRequirements.AllowedInstanceTypes'),
  row('InstanceRequirements.ExcludedTypes', 'InstanceRequirements.ExcludedInstanceTypes'),
  row('ScalingConfig.MaxVCpuCount', 'CapacityProviderScalingConfig.MaxVCpuCount'),
];

export function lowerCapacityProvider(provider: Declared, scope: Scope): void {
  const { properties, at } = provider;
  let lowered = forward(PROVIDER_ROWS, properties);
  if (!isTruthy(get(properties, 'OperatorRole'))) {
    const role = operatorRole(provider, awsPolicy('AWSLambdaManagedEC2ResourceOperator'), scope);
    lowered = withEntry(
      lowered,
      'PermissionsConfig',
      node({ CapacityProviderOperatorRoleArn: { 'Fn::GetAtt': [role, 'Arn'] } }, at),
      at,
    );
  }
  const scaling = asMap(get(properties, 'ScalingConfig'));
  if (scaling && isTruthy(scaling)) {
    const cpu = get(scaling, 'AverageCPUUtilization');
    const policies: Plain | undefined = cpu
      ? [{ PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization', TargetValue: cpu }]
      : undefined;
    lowered = withEntry(
      lowered,
      'CapacityProviderScalingConfig',
      mapOf(
        {
          MaxVCpuCount: get(scaling, 'MaxVCpuCount'),
          ScalingMode: cpu ? 'Manual' : 'Auto',
          ScalingPolicies: policies,
        },
        scaling.span,
      ),
    );
  }
  const managed = get(properties, 'ManagedResourceTags', 'Tags');
  if (managed)
    lowered = withEntry(
      lowered,
      'PropagateTags',
      node({ Mode: 'Explicit', ExplicitTags: tagList(managed, [], at) ?? [] }, managed.span),
    );
  emit(provider, 'AWS::Lambda::CapacityProvider', withSamTags(lowered, provider), PROVIDER_ROWS, scope);
}

function withSamTags(lowered: MapNode, of: Declared): MapNode {
  const tags = get(of.properties, 'Tags');
  const own = itemsOf(tagList(tags, [], of.at));
  return withEntry(lowered, 'Tags', node([...own, CREATED_BY], tags?.span ?? of.at), of.at);
}

function operatorRole(of: Declared, policy: string, scope: Scope): string {
  const id = `${of.id}OperatorRole`;
  scope.generate(
    of,
    id,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
      ManagedPolicyArns: [policy],
      Tags: [CREATED_BY],
    },
    of.at,
  );
  return id;
}

const CONNECTOR_ROWS: readonly Row[] = [
  ...same('Name OperatorRole'),
  row('VpcConfig', 'Configuration.VpcEgressConfiguration'),
  row('ComputeTypes', 'Configuration.VpcEgressConfiguration.AssociatedComputeResourceTypes'),
];

export function lowerNetworkConnector(connector: Declared, scope: Scope): void {
  const { properties, at } = connector;
  let lowered = forward(CONNECTOR_ROWS, properties);
  if (!isTruthy(get(properties, 'ComputeTypes'))) {
    const vpc = asMap(get(lowered, 'Configuration', 'VpcEgressConfiguration')) ?? mapOf({}, at);
    const full = withEntry(vpc, 'AssociatedComputeResourceTypes', node(['MicroVm'], at), at);
    lowered = withEntry(lowered, 'Configuration', mapOf({ VpcEgressConfiguration: full }, vpc.span), vpc.span);
  }
  if (!isTruthy(get(properties, 'OperatorRole'))) {
    const role = operatorRole(connector, awsPolicy('AWSLambdaNetworkConnectorOperatorPolicy'), scope);
    lowered = withEntry(lowered, 'OperatorRole', node({ 'Fn::GetAtt': [role, 'Arn'] }, at), at);
  }
  emit(connector, 'AWS::Lambda::NetworkConnector', withSamTags(lowered, connector), CONNECTOR_ROWS, scope);
}

const IMAGE_ROWS: readonly Row[] = [
  ...same(
    'Name BaseImageArn BuildRoleArn BaseImageVersion Description Logging EgressNetworkConnectors CpuConfigurations Resources AdditionalOsCapabilities Hooks',
  ),
  row('CodeUri', 'CodeArtifact.Uri'),
];

export function lowerMicrovmImage(image: Declared, scope: Scope): void {
  const { properties, at, id } = image;
  let lowered = forward(IMAGE_ROWS, properties);
  if (!isTruthy(get(properties, 'BuildRoleArn'))) {
    const role = `${id}BuildRole`;
    const uri = scope.resolve(get(properties, 'CodeUri'));
    const bucket = /^s3:\/\/([^/]+)/.exec(stringOf(uri) ?? '')?.[1];
    const split: Plain = { 'Fn::Select': [2, { 'Fn::Split': ['/', uri ?? ''] }] };
    const objects: Plain =
      bucket === undefined
        ? { 'Fn::Sub': ['arn:${AWS::Partition}:s3:::${Bucket}/*', { Bucket: split }] }
        : { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${bucket}/*` };
    const logs: Plain = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
    const document: Plain = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: objects },
        { Effect: 'Allow', Action: logs, Resource: '*' },
      ],
    };
    scope.generate(
      image,
      role,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
        Policies: [{ PolicyName: 'MicrovmImageBuildPolicy', PolicyDocument: document }],
        Tags: [CREATED_BY],
      },
      at,
    );
    lowered = withEntry(lowered, 'BuildRoleArn', node({ 'Fn::GetAtt': [role, 'Arn'] }, at), at);
  }
  const variables = get(properties, 'EnvironmentVariables');
  if (variables)
    lowered = withEntry(
      lowered,
      'EnvironmentVariables',
      node(
        entriesOf(variables).map((entry) => mapOf({ Key: entry.key, Value: entry.value }, entry.keySpan)),
        variables.span,
      ),
    );
  emit(image, 'AWS::Lambda::MicrovmImage', withSamTags(lowered, image), IMAGE_ROWS, scope);
}

const ENDPOINT_ROWS: readonly Row[] = [
  ...same('AuthType EndpointName EndpointType ScalingConfig ThrottleConfig'),
  row('EndpointDescription', 'Description'),
  row('ReplicaRegions', 'Regions'),
];
const REVISION_ROWS: readonly Row[] = [
  ...same('KmsKeyArn'),
  row('RevisionDescription', 'Description'),
  row('Runtime', 'BuildConfig.RuntimeConfig.Runtime'),
  row('ExecutionRoleArn', 'ServiceConfig.ExecutionRoleArn'),
  row('EnvironmentVariables', 'ServiceConfig.EnvironmentVariables'),
  row('LoggingConfig', 'ServiceConfig.TelemetryConfig.LoggingConfig'),
  row('MaxConcurrencyPerEnvironment', 'ServiceConfig.MaxConcurrencyPerEnvironment'),
  row('EgressNetworkConnectorArn', 'ServiceConfig.EgressNetworkConnectorArn'),
  row('Timeout', 'ServiceConfig.TimeoutSeconds'),
];

export function lowerWebFunction(fn: Declared, scope: Scope): void {
  const { properties, at, id } = fn;
  const base = ['Resources', id, 'Properties'];
  const name: Plain = get(properties, 'FunctionName') ?? { Ref: 'AWS::NoValue' };
  const tags = tagList(get(properties, 'Tags'), [CREATED_BY], at);
  const own = withEntry(forward(same('FunctionName'), properties), 'Tags', tags ?? node([], at), at);
  emit(fn, 'AWS::Lambda::WebFunction', own, same('FunctionName'), scope);
  let revision = withEntry(forward(REVISION_ROWS, properties), 'FunctionName', node(name, at), at);
  if (!get(properties, 'ExecutionRoleArn')) {
    scope.generate(
      fn,
      `${id}Role`,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
        ManagedPolicyArns: [awsPolicy('service-role/AWSLambdaBasicExecutionRole')],
        Tags: tags,
      },
      at,
    );
    const service = asMap(get(revision, 'ServiceConfig')) ?? mapOf({}, at);
    const role = node({ 'Fn::GetAtt': [`${id}Role`, 'Arn'] }, at);
    revision = withEntry(revision, 'ServiceConfig', withEntry(service, 'ExecutionRoleArn', role, at), at);
  }
  scope.generate(fn, `${id}Revision`, 'AWS::Lambda::WebFunctionRevision', revision, at, {
    origin: { base, rows: REVISION_ROWS },
  });
  const endpoint = withEntry(forward(ENDPOINT_ROWS, properties), 'FunctionName', node(name, at), at);
  scope.generate(fn, `${id}Endpoint`, 'AWS::Lambda::WebFunctionEndpoint', endpoint, at, {
    origin: { base, rows: ENDPOINT_ROWS },
    attributes: passedOn(fn),
  });
}
