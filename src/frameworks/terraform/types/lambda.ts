import type { Instance } from '#frameworks/terraform/instance';
import { fixed, mapData, TAGS, unset } from '#frameworks/terraform/types/rows';
import {
  type Addition,
  type Attribute,
  block,
  blocks,
  companion,
  HOLES,
  keyed,
  type LoweringScope,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, listOf, mapBranches, sameText, stringOf, textOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';

/**
 * The URI by which API Gateway invokes a function, version or alias:
 * https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-uri
 */
function invocation(attribute: string): Attribute {
  return (ref) => [
    'arn:',
    HOLES.partition,
    ':apigateway:',
    HOLES.region,
    ':lambda:path/2015-03-31/functions/',
    ref(attribute),
    '/invocations',
  ];
}

/**
 * Where the code lies: in a bucket, an image, or a package beside the configuration, of which the directory or file that
 * `archive_file` makes it from is what CloudFormation templates name before they are packaged; what it is given as a text is code in the
 * template. https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
 */
const CODE: readonly Row[] = [
  row('s3_bucket', 'Code.S3Bucket'),
  row('s3_key', 'Code.S3Key'),
  row('s3_object_version', 'Code.S3ObjectVersion'),
  row('image_uri', 'Code.ImageUri'),
  row('source_kms_key_arn', 'Code.SourceKMSKeyArn'),
  made('Code', (body, lowering) => packaged(body, lowering)),
];

function packaged(body: Value | undefined, lowering: LoweringScope): Value | undefined {
  const filename = argumentOf(body, 'filename');
  if (!filename) return undefined;
  const archive =
    lowering.instanceOf(filename) ??
    lowering.instances.find(
      ({ type, body: own }) => type === 'archive_file' && sameText(argumentOf(own, 'output_path'), filename),
    );
  if (archive?.type !== 'archive_file') return filename;
  const content = contentOf(archive.body, stringOf(argumentOf(body, 'handler')));
  if (content) return { kind: 'set', at: content.at, data: mapData({ ZipFile: content }) };
  return argumentOf(archive.body, 'source_dir') ?? argumentOf(archive.body, 'source_file') ?? filename;
}

/** The text that an archive has as the file that a handler names, or as its only one. */
function contentOf(archive: Value | undefined, handler: string | undefined): Value | undefined {
  const content = argumentOf(archive, 'source_content');
  if (content) return content;
  const files = listOf(argumentOf(archive, 'source')) ?? [];
  const module = handler?.slice(0, handler.lastIndexOf('.'));
  const named = files.find((file) => stringOf(argumentOf(file, 'filename'))?.replace(/\.[a-z]{1,4}$/, '') === module);
  return argumentOf(named ?? (files.length === 1 ? files[0] : undefined), 'content');
}

const FILTER: Row = block('filter_criteria', 'FilterCriteria', [blocks('filter', 'Filters', same('Pattern'))]);

const KAFKA: readonly Row[] = [row('consumer_group_id', 'ConsumerGroupId')];

const OF_FUNCTION = { types: ['aws_lambda_function'], argument: 'function_name', named: 'function_name' } as const;

/** Of a function URL whose owner is named by a name, an ARN or a reference, as CloudFormation's `TargetFunctionArn` allows. */
const URL: readonly Row[] = [
  row('function_name', 'TargetFunctionArn'),
  row('authorization_type', 'AuthType'),
  ...same('InvokeMode Qualifier'),
  block('cors', 'Cors', same('AllowCredentials AllowHeaders AllowMethods AllowOrigins ExposeHeaders MaxAge')),
];

/**
 * An open URL lets everybody in: the provider adds both permissions by itself.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function* urlPermissions(instance: Instance): Iterable<Addition> {
  const type = argumentOf(instance.body, 'authorization_type');
  const fn = argumentOf(instance.body, 'function_name');
  let isOpen = false;
  // A condition that decides whether the URL is open decides for whom the permissions are.
  const whereOpen = (data: string | boolean): Value | undefined =>
    type &&
    mapBranches(type, (one) => {
      if (stringOf(one) !== 'NONE') return { kind: 'absent', at: one.at };
      isOpen = true;
      return fixed(data, one);
    });
  const principal = whereOpen('*');
  if (!type || !fn || !isOpen) return;
  const permission = (
    suffix: string,
    action: string,
    narrowed: Readonly<Record<string, Value | undefined>>,
  ): Addition => ({
    suffix,
    type: 'AWS::Lambda::Permission',
    properties: {
      kind: 'set',
      at: type.at,
      data: mapData({ FunctionName: fn, Action: whereOpen(action), Principal: principal, ...narrowed }),
    },
  });
  yield permission('FunctionURLAllowPublicAccess', 'lambda:InvokeFunctionUrl', { FunctionUrlAuthType: type });
  yield permission('FunctionURLAllowInvokeAction', 'lambda:InvokeFunction', {
    InvokedViaFunctionUrl: whereOpen(true),
  });
}

/** `LayerVersionArn` of a layer that is named by its name or ARN, and a version. */
const LAYER_VERSION: Row = made('LayerVersionArn', (body) => {
  const layer = argumentOf(body, 'layer_name');
  const text = textOf(layer);
  const version = textOf(argumentOf(body, 'version_number'));
  if (!layer || text === undefined) return layer;
  const name = typeof text === 'string' && !text.startsWith('arn:') ? [...LAYER_ARN, text] : partsOf(text);
  const data = Text.of([...name, ':', ...(version === undefined ? ['*'] : partsOf(version))]);
  return { kind: 'set', at: layer.at, ...(layer.kind === 'set' && layer.key ? { key: layer.key } : {}), data };
});

const LAYER_ARN = ['arn:', HOLES.partition, ':lambda:', HOLES.region, ':', HOLES.account, ':layer:'] as const;

/** Lambda: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function and the pages beside it. */
export const lambda: readonly Table[] = [
  resource(
    'aws_lambda_function',
    'AWS::Lambda::Function',
    [
      ...same('FunctionName Description Role Runtime Handler MemorySize Timeout PackageType Architectures Layers'),
      ...same('KmsKeyArn CodeSigningConfigArn'),
      row('reserved_concurrent_executions', 'ReservedConcurrentExecutions', unset(-1)),
      ...CODE,
      block('environment', 'Environment', same('Variables')),
      block('tracing_config', 'TracingConfig', same('Mode')),
      block('dead_letter_config', 'DeadLetterConfig', same('TargetArn')),
      block('vpc_config', 'VpcConfig', same('SecurityGroupIds SubnetIds Ipv6AllowedForDualStack')),
      block('ephemeral_storage', 'EphemeralStorage', same('Size')),
      block('snap_start', 'SnapStart', same('ApplyOn')),
      block('logging_config', 'LoggingConfig', same('ApplicationLogLevel LogFormat LogGroup SystemLogLevel')),
      block('image_config', 'ImageConfig', same('Command EntryPoint WorkingDirectory')),
      blocks('file_system_config', 'FileSystemConfigs', same('Arn LocalMountPath')),
      block('tenancy_config', 'TenancyConfig', same('TenantIsolationMode')),
      ...TAGS,
    ],
    {
      attributes: {
        function_name: 'Ref',
        invoke_arn: invocation('Arn'),
        qualified_arn: (ref) => [ref('Arn'), ':', ref('Version')],
        qualified_invoke_arn: invocation('Arn'),
        version: 'Version',
      },
    },
  ),
  resource(
    'aws_lambda_alias',
    'AWS::Lambda::Alias',
    [
      ...same('FunctionName FunctionVersion Name Description'),
      row(
        'routing_config.additional_version_weights',
        'RoutingConfig.AdditionalVersionWeights',
        keyed('FunctionVersion', 'FunctionWeight'),
      ),
    ],
    { attributes: { arn: 'Ref', name: 'Name', invoke_arn: invocation('Ref') } },
  ),
  resource('aws_lambda_permission', 'AWS::Lambda::Permission', [
    ...same('FunctionName Action Principal SourceArn SourceAccount EventSourceToken FunctionUrlAuthType'),
    row('principal_org_id', 'PrincipalOrgID'),
    row('invoked_via_function_url', 'InvokedViaFunctionUrl'),
  ]),
  resource(
    'aws_lambda_event_source_mapping',
    'AWS::Lambda::EventSourceMapping',
    [
      ...same('FunctionName EventSourceArn Enabled BatchSize BisectBatchOnFunctionError FunctionResponseTypes'),
      ...same('MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts ParallelizationFactor'),
      ...same('StartingPosition TumblingWindowInSeconds Topics Queues KmsKeyArn'),
      row('destination_config.on_failure.destination_arn', 'DestinationConfig.OnFailure.Destination'),
      FILTER,
      block('scaling_config', 'ScalingConfig', same('MaximumConcurrency')),
      block('amazon_managed_kafka_event_source_config', 'AmazonManagedKafkaEventSourceConfig', KAFKA),
      block('self_managed_kafka_event_source_config', 'SelfManagedKafkaEventSourceConfig', KAFKA),
      block(
        'document_db_event_source_config',
        'DocumentDBEventSourceConfig',
        same('CollectionName DatabaseName FullDocument'),
      ),
      blocks('source_access_configuration', 'SourceAccessConfigurations', [...same('Type'), row('uri', 'URI')]),
      ...TAGS,
    ],
    { attributes: { id: 'Ref', uuid: 'Ref', arn: 'EventSourceMappingArn' } },
  ),
  resource('aws_lambda_function_event_invoke_config', 'AWS::Lambda::EventInvokeConfig', [
    ...same('FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier'),
    block('destination_config', 'DestinationConfig', [
      block('on_failure', 'OnFailure', same('Destination')),
      block('on_success', 'OnSuccess', same('Destination')),
    ]),
  ]),
  resource('aws_lambda_function_url', 'AWS::Lambda::Url', URL, {
    attributes: { function_url: 'FunctionUrl', function_arn: 'FunctionArn' },
    adds: urlPermissions,
  }),
  resource(
    'aws_lambda_layer_version',
    'AWS::Lambda::LayerVersion',
    [
      ...same('LayerName Description CompatibleArchitectures CompatibleRuntimes LicenseInfo'),
      row('s3_bucket', 'Content.S3Bucket'),
      row('s3_key', 'Content.S3Key'),
      row('s3_object_version', 'Content.S3ObjectVersion'),
      made('Content', (body, lowering) => packaged(argumentOf(body, 'filename'), lowering)),
    ],
    { attributes: { arn: 'Ref', layer_arn: 'Ref', layer_name: 'Ref' } },
  ),
  resource('aws_lambda_layer_version_permission', 'AWS::Lambda::LayerVersionPermission', [
    LAYER_VERSION,
    ...same('Action Principal OrganizationId'),
  ]),
  companion(
    'aws_lambda_provisioned_concurrency_config',
    { types: ['aws_lambda_alias'], argument: 'qualifier' },
    { as: 'merge' },
    [row('provisioned_concurrent_executions', 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions')],
  ),
  companion('aws_lambda_function_recursion_config', OF_FUNCTION, { as: 'merge' }, same('RecursiveLoop')),
  companion('aws_lambda_runtime_management_config', OF_FUNCTION, { as: 'merge' }, [
    row('update_runtime_on', 'RuntimeManagementConfig.UpdateRuntimeOn'),
    row('runtime_version_arn', 'RuntimeManagementConfig.RuntimeVersionArn'),
  ]),
  resource(
    'aws_lambda_code_signing_config',
    'AWS::Lambda::CodeSigningConfig',
    [
      ...same('Description'),
      row('allowed_publishers.signing_profile_version_arns', 'AllowedPublishers.SigningProfileVersionArns'),
      row('policies.untrusted_artifact_on_deployment', 'CodeSigningPolicies.UntrustedArtifactOnDeployment'),
      ...TAGS,
    ],
    { attributes: { arn: 'CodeSigningConfigArn', config_id: 'CodeSigningConfigId' } },
  ),
];
