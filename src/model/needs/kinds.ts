/** How one of IAM's resource types is named by calls, and declared in templates. */
export interface Kind {
  /** As `service:type` of the service authorization reference. */
  readonly id: string;
  /** The types that declare such a resource, with the attribute that is its ARN. */
  readonly declared: Readonly<Record<string, string>>;
  /** The parameters of the API that name one, by name, ARN or URL. */
  readonly parameters: readonly string[];
  /** What follows the ARN of the declared resource for a part of it. */
  readonly within?: string;
}

const kind = (
  id: string,
  parameters: string,
  declared: Readonly<Record<string, string>> = {},
  within?: string,
): Kind => ({ id, parameters: parameters.split(' '), declared, ...(within === undefined ? {} : { within }) });

const TABLE_NAMES =
  'TableName TableArn RequestItems TransactItems.Get.TableName TransactItems.Put.TableName TransactItems.Update.TableName TransactItems.Delete.TableName TransactItems.ConditionCheck.TableName SourceTableName';
const TABLES = { 'AWS::DynamoDB::Table': 'Arn', 'AWS::DynamoDB::GlobalTable': 'Arn' };
const ROLES = { 'AWS::IAM::Role': 'Arn' };
const LOG_GROUPS = { 'AWS::Logs::LogGroup': 'Arn' };

/**
 * The resource types that calls can be followed to. Sources: "Resource types defined by" each service in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html, "Return
 * values" of each type in the template reference, and the services' API references for the parameters.
 */
export const KINDS: readonly Kind[] = [
  kind('dynamodb:table', TABLE_NAMES, TABLES),
  kind('sqs:queue', 'QueueUrl QueueName SourceArn', { 'AWS::SQS::Queue': 'Arn' }),
  kind('sns:topic', 'TopicArn TargetArn', { 'AWS::SNS::Topic': 'Ref' }),
  kind('s3:bucket', 'Bucket', { 'AWS::S3::Bucket': 'Arn' }),
  kind('s3:object', 'Bucket', { 'AWS::S3::Bucket': 'Arn' }, '/*'),
  kind('lambda:function', 'FunctionName', { 'AWS::Lambda::Function': 'Arn' }),
  kind('states:statemachine', 'stateMachineArn', { 'AWS::StepFunctions::StateMachine': 'Ref' }),
  kind('states:activity', 'activityArn', { 'AWS::StepFunctions::Activity': 'Ref' }),
  kind('events:event-bus', 'Entries.EventBusName EventBusName', { 'AWS::Events::EventBus': 'Arn' }),
  kind('secretsmanager:Secret', 'SecretId SecretIdList', { 'AWS::SecretsManager::Secret': 'Ref' }),
  kind('ssm:parameter', 'Name Names Path', { 'AWS::SSM::Parameter': '' }),
  kind('kms:key', 'KeyId SourceKeyId DestinationKeyId', { 'AWS::KMS::Key': 'Arn', 'AWS::KMS::ReplicaKey': 'Arn' }),
  kind('kinesis:stream', 'StreamName StreamARN', { 'AWS::Kinesis::Stream': 'Arn' }),
  kind('firehose:deliverystream', 'DeliveryStreamName', { 'AWS::KinesisFirehose::DeliveryStream': 'Arn' }),
  kind('cognito-idp:userpool', 'UserPoolId', { 'AWS::Cognito::UserPool': 'Arn' }),
  kind('cognito-identity:identitypool', 'IdentityPoolId'),
  kind('logs:log-group', 'logGroupName logGroupNames', LOG_GROUPS),
  kind('logs:log-stream', 'logGroupName', LOG_GROUPS),
  kind('rds-data:cluster', 'resourceArn', { 'AWS::RDS::DBCluster': 'DBClusterArn' }),
  kind('iam:role', 'RoleArn Role roleArn RoleName ExecutionRoleArn', ROLES),
  kind('sts:role', 'RoleArn', ROLES),
  kind('athena:workgroup', 'WorkGroup', { 'AWS::Athena::WorkGroup': '' }),
  kind('glue:job', 'JobName', { 'AWS::Glue::Job': '' }),
  kind('glue:crawler', 'Name', { 'AWS::Glue::Crawler': '' }),
  kind('codebuild:project', 'projectName', { 'AWS::CodeBuild::Project': 'Arn' }),
  kind('codepipeline:pipeline', 'name pipelineName', { 'AWS::CodePipeline::Pipeline': '' }),
  kind('iot:topic', 'topic'),
  kind('batch:job-queue', 'jobQueue', { 'AWS::Batch::JobQueue': 'Ref' }),
  kind('kendra:index', 'IndexId', { 'AWS::Kendra::Index': 'Arn' }),
  kind('sagemaker:endpoint', 'EndpointName', { 'AWS::SageMaker::Endpoint': 'Ref' }),
];

/** The attribute by which each declared type gives its ARN, and the resource type whose format the ARN has. */
export const ARN_OF: ReadonlyMap<string, { readonly attribute: string; readonly kind: Kind }> = new Map(
  KINDS.filter(({ within }) => within === undefined)
    .flatMap((one) =>
      Object.entries(one.declared).map(([type, attribute]) => [type, { attribute, kind: one }] as const),
    )
    .reverse(),
);
