/**
 * The actions that IAM asks for where they are not simply named like the operation. A fact of each service's authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html, and for
 * S3 https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html), reviewed by hand.
 *
 * By IAM's prefix and operation; actions parted by spaces:
 *   `action`            required
 *   `?action`           may be asked for, depending on what is stored or passed: neither demanded nor taken away
 *   `action~A,B`        required where one of these parameters is passed, not asked for where surely none is
 *   `action@A`          on the resource that this parameter names
 *   `action/A`          of the caller only where this parameter is not passed: it hands on a role that is asked instead
 */
export const OPERATION_ACTIONS: Readonly<Record<string, string>> = {
  ...all('execute-api', 'DeleteConnection GetConnection PostToConnection', 'execute-api:ManageConnections'),

  'bedrock:RetrieveAndGenerateStream':
    'bedrock:RetrieveAndGenerate ?bedrock:Retrieve ?bedrock:InvokeModel* ?bedrock:GetInferenceProfile',
  'bedrock:RetrieveAndGenerate':
    'bedrock:RetrieveAndGenerate ?bedrock:Retrieve ?bedrock:InvokeModel* ?bedrock:GetInferenceProfile',
  'bedrock:Converse': `bedrock:InvokeModel ${guardrail('guardrailConfig')} ?bedrock:InvokeTool ?bedrock:RenderPrompt`,
  'bedrock:ConverseStream': `bedrock:InvokeModelWithResponseStream ${guardrail('guardrailConfig')} ?bedrock:InvokeTool`,
  'bedrock:InvokeModel': `bedrock:InvokeModel ${guardrail('guardrailIdentifier')}`,
  'bedrock:InvokeModelWithResponseStream': `bedrock:InvokeModelWithResponseStream ${guardrail('guardrailIdentifier')}`,
  'bedrock:InvokeModelWithBidirectionalStream': 'bedrock:InvokeModel',
  'bedrock:StartAsyncInvoke': 'bedrock:InvokeModel bedrock:TagResource~tags ?s3:PutObject',
  'bedrock:ApplyGuardrail': 'bedrock:ApplyGuardrail ?bedrock:InvokeAutomatedReasoningPolicy',
  'bedrock:ListInvocationSteps': 'bedrock:ListInvocationSteps ?bedrock:ListInvocations',
  'bedrock:InvokeAgent': 'bedrock:InvokeAgent',

  'dynamodb:TransactGetItems': 'dynamodb:GetItem',
  'dynamodb:TransactWriteItems':
    'dynamodb:PutItem~TransactItems.Put@TransactItems.Put.TableName dynamodb:UpdateItem~TransactItems.Update@TransactItems.Update.TableName dynamodb:DeleteItem~TransactItems.Delete@TransactItems.Delete.TableName dynamodb:ConditionCheckItem~TransactItems.ConditionCheck@TransactItems.ConditionCheck.TableName',
  'dynamodb:CreateTable': 'dynamodb:CreateTable dynamodb:TagResource~Tags dynamodb:PutResourcePolicy~ResourcePolicy',
  'dynamodb:UpdateTable': 'dynamodb:UpdateTable ?dynamodb:CreateTableReplica',
  'dynamodb:DescribeEndpoints': '?dynamodb:DescribeEndpoints',

  'kms:ReEncrypt': 'kms:ReEncryptFrom@SourceKeyId kms:ReEncryptTo@DestinationKeyId',
  'kms:ReplicateKey': 'kms:ReplicateKey ?kms:CreateKey',
  'kms:CreateKey': 'kms:CreateKey kms:TagResource~Tags',

  // https://docs.aws.amazon.com/transcribe/latest/APIReference/API_StartTranscriptionJob.html
  'transcribe:StartTranscriptionJob':
    'transcribe:StartTranscriptionJob s3:GetObject/JobExecutionSettings s3:PutObject~OutputBucketName@OutputBucketName/JobExecutionSettings ?s3:ListBucket ?s3:PutObject ?iam:PassRole',

  // https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html; besides, the service of what is protected is asked.
  'wafv2:GetWebACLForResource':
    'wafv2:GetWebACLForResource ?wafv2:GetWebACL ?apigateway:GET ?apprunner:DescribeWebAclForService ?cognito-idp:GetWebACLForResource ?ec2:GetVerifiedAccessInstanceWebAcl ?elasticloadbalancing:Describe* ?appsync:Get* ?amplify:Get*',

  'lambda:GetLayerVersionByArn': 'lambda:GetLayerVersion',
  'lambda:Invoke': 'lambda:InvokeFunction',
  'lambda:InvokeWithResponseStream': 'lambda:InvokeFunction',
  'lambda:InvokeAsync': '?lambda:InvokeAsync ?lambda:InvokeFunction',
  'lambda:AddEventSource': '?iam:PassRole ?lambda:*',
  'lambda:CreateFunction':
    'lambda:CreateFunction iam:PassRole@Role lambda:GetLayerVersion~Layers lambda:TagResource~Tags ?lambda:PassCapacityProvider',
  'lambda:UpdateFunctionConfiguration':
    'lambda:UpdateFunctionConfiguration iam:PassRole~Role@Role lambda:GetLayerVersion~Layers',
  'lambda:CreateEventSourceMapping': 'lambda:CreateEventSourceMapping lambda:TagResource~Tags',
  'lambda:GetFunction': 'lambda:GetFunction ?lambda:ListTags',

  // S3's names of actions are older than its API's names of operations.
  's3:GetObject': `s3:GetObject ?s3:ListBucket s3:GetObjectVersion~VersionId`,
  's3:HeadObject': `s3:GetObject ?s3:ListBucket s3:GetObjectVersion~VersionId`,
  's3:GetObjectAttributes':
    's3:GetObject ?s3:GetObjectAttributes ?s3:ListBucket ?s3:GetObjectVersion ?s3:GetObjectVersionAttributes',
  's3:GetObjectTorrent': '?s3:GetObject ?s3:GetObjectTorrent',
  's3:SelectObjectContent': 's3:GetObject ?s3:ListBucket',
  's3:PutObject': `s3:PutObject ${writing()}`,
  's3:CreateMultipartUpload': `s3:PutObject ${writing()}`,
  's3:UploadPart': 's3:PutObject ?s3:AbortMultipartUpload',
  's3:CompleteMultipartUpload': 's3:PutObject ?s3:AbortMultipartUpload',
  's3:UploadPartCopy': 's3:GetObject@CopySource s3:PutObject ?s3:GetObjectVersion@CopySource ?s3:ListBucket@CopySource',
  's3:CopyObject': `s3:GetObject@CopySource s3:PutObject ?s3:GetObjectVersion@CopySource ?s3:ListBucket@CopySource ?s3:GetObjectTagging@CopySource ?s3:PutObjectTagging ${writing()}`,
  's3:DeleteObject':
    's3:DeleteObject s3:DeleteObjectVersion~VersionId s3:BypassGovernanceRetention~BypassGovernanceRetention',
  's3:DeleteObjects': 's3:DeleteObject ?s3:DeleteObjectVersion s3:BypassGovernanceRetention~BypassGovernanceRetention',
  's3:GetObjectTagging': 's3:GetObjectTagging s3:GetObjectVersionTagging~VersionId',
  's3:PutObjectTagging': 's3:PutObjectTagging s3:PutObjectVersionTagging~VersionId',
  's3:DeleteObjectTagging': 's3:DeleteObjectTagging s3:DeleteObjectVersionTagging~VersionId',
  's3:GetObjectAcl': 's3:GetObjectAcl s3:GetObjectVersionAcl~VersionId',
  's3:PutObjectAcl': 's3:PutObjectAcl s3:PutObjectVersionAcl~VersionId',
  's3:PutObjectRetention': 's3:PutObjectRetention s3:BypassGovernanceRetention~BypassGovernanceRetention',
  's3:RestoreObject': 's3:RestoreObject',
  's3:CreateBucket':
    's3:CreateBucket s3:PutBucketAcl~ACL s3:PutBucketOwnershipControls~ObjectOwnership ?s3:PutBucketObjectLockConfiguration ?s3:PutBucketVersioning',
  's3:HeadBucket': 's3:ListBucket',
  's3:ListObjects': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket ?s3:GetObjectAcl',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3:ListMultipartUploads': 's3:ListBucketMultipartUploads',
  's3:ListParts': '?s3:ListMultipartUploadParts',
  's3:AbortMultipartUpload': '?s3:AbortMultipartUpload',
  's3:ListDirectoryBuckets': 's3express:ListAllMyDirectoryBuckets',
  's3:CreateSession': 's3express:CreateSession',
  's3:RenameObject': 's3express:CreateSession',
  's3:WriteGetObjectResponse': 's3-object-lambda:WriteGetObjectResponse',
  's3:CreateBucketMetadataConfiguration': 's3:CreateBucketMetadataTableConfiguration ?s3tables:*',
  's3:DeleteBucketMetadataConfiguration': 's3:DeleteBucketMetadataTableConfiguration',
  's3:GetBucketMetadataConfiguration': 's3:GetBucketMetadataTableConfiguration',
  's3:DeleteBucketCors': 's3:PutBucketCORS',
  's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:DeleteBucketOwnershipControls': 's3:PutBucketOwnershipControls',
  's3:DeleteBucketReplication': 's3:PutReplicationConfiguration',
  's3:DeleteBucketTagging': 's3:PutBucketTagging',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycle': 's3:GetLifecycleConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:PutBucketAccelerateConfiguration': 's3:PutAccelerateConfiguration',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:PutBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
  's3:PutBucketNotificationConfiguration': 's3:PutBucketNotification',
  's3:PutBucketReplication': 's3:PutReplicationConfiguration ?iam:PassRole',
  's3:PutObjectLockConfiguration': 's3:PutBucketObjectLockConfiguration',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  ...configuration('Analytics'),
  ...configuration('IntelligentTiering'),
  ...configuration('Inventory'),
  ...configuration('Metrics'),

  'sns:PublishBatch': 'sns:Publish',
  'sns:CreateTopic':
    'sns:CreateTopic sns:TagResource~Tags sns:PutDataProtectionPolicy~DataProtectionPolicy ?iam:PassRole',
  ...alsoPassing(
    'sns',
    'SetTopicAttributes SetSubscriptionAttributes SetSMSAttributes CreatePlatformApplication SetPlatformApplicationAttributes Subscribe',
  ),
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:CreateQueue': 'sqs:CreateQueue sqs:TagQueue~tags',
  'sqs:StartMessageMoveTask':
    'sqs:StartMessageMoveTask@SourceArn sqs:ReceiveMessage@SourceArn sqs:DeleteMessage@SourceArn sqs:GetQueueAttributes@SourceArn ?sqs:SendMessage',
  'sqs:CancelMessageMoveTask':
    'sqs:CancelMessageMoveTask ?sqs:ReceiveMessage ?sqs:DeleteMessage ?sqs:GetQueueAttributes',
  'sqs:ListMessageMoveTasks': 'sqs:ListMessageMoveTasks@SourceArn ?sqs:GetQueueAttributes',

  'states:StartExecution': 'states:StartExecution',
  'states:StartSyncExecution': 'states:StartSyncExecution',
  'states:CreateStateMachine':
    'states:CreateStateMachine iam:PassRole@roleArn states:TagResource~tags states:PublishStateMachineVersion~publish',
  'states:UpdateStateMachine':
    'states:UpdateStateMachine iam:PassRole~roleArn@roleArn states:PublishStateMachineVersion~publish',
  'states:TestState': 'states:TestState ?iam:PassRole ?states:RevealSecrets',

  'timestream:Query':
    'timestream:Select ?timestream:DescribeEndpoints ?timestream:SelectValues ?timestream:ListDatabases ?timestream:ListTables ?timestream:DescribeTable ?timestream:ListMeasures',
  'timestream:WriteRecords': 'timestream:WriteRecords ?timestream:DescribeEndpoints',

  'secretsmanager:BatchGetSecretValue':
    'secretsmanager:BatchGetSecretValue secretsmanager:GetSecretValue@SecretIdList secretsmanager:ListSecrets~Filters',
  'secretsmanager:CreateSecret':
    'secretsmanager:CreateSecret secretsmanager:TagResource~Tags secretsmanager:ReplicateSecretToRegions~AddReplicaRegions',
  'secretsmanager:RotateSecret': 'secretsmanager:RotateSecret ?lambda:InvokeFunction ?iam:PassRole',
  'secretsmanager:ValidateResourcePolicy': 'secretsmanager:ValidateResourcePolicy ?secretsmanager:PutResourcePolicy',

  ...all(
    'rds-data',
    'ExecuteStatement BatchExecuteStatement BeginTransaction CommitTransaction RollbackTransaction',
    'rds-data:= secretsmanager:GetSecretValue~secretArn@secretArn ?rds-data:BeginTransaction',
  ),
  ...all(
    'redshift-data',
    'ExecuteStatement BatchExecuteStatement DescribeTable ListDatabases ListSchemas ListTables',
    'redshift-data:= ?redshift:GetClusterCredentials ?redshift:GetClusterCredentialsWithIAM ?redshift-serverless:GetCredentials ?secretsmanager:GetSecretValue',
  ),
  'athena:StartQueryExecution': `athena:StartQueryExecution ${querying()}`,
  'athena:GetQueryResults': 'athena:GetQueryResults ?s3:GetObject ?s3:ListBucket ?s3:GetBucketLocation',

  ...alsoPassing('events', 'PutRule PutTargets'),
  ...alsoPassing('scheduler', 'CreateSchedule UpdateSchedule', 'Target.RoleArn'),
  ...alsoPassing('pipes', 'CreatePipe UpdatePipe', 'RoleArn'),
  ...alsoPassing('ecs', 'RunTask StartTask RegisterTaskDefinition CreateService UpdateService'),
  ...alsoPassing('batch', 'RegisterJobDefinition CreateComputeEnvironment'),
  ...alsoPassing('logs', 'PutSubscriptionFilter PutDestination'),
  ...alsoPassing('firehose', 'CreateDeliveryStream UpdateDestination'),
  ...alsoPassing('cognito-identity', 'SetIdentityPoolRoles'),
  ...alsoPassing('cognito-idp', 'CreateGroup UpdateGroup CreateUserPoolClient UpdateUserPoolClient'),
  ...alsoPassing('appsync', 'CreateDataSource UpdateDataSource CreateGraphqlApi'),
  ...alsoPassing('timestream', 'CreateScheduledQuery'),
  ...alsoPassing('ssm', 'SendCommand StartAutomationExecution'),
  ...alsoPassing('rekognition', 'CreateStreamProcessor'),
  ...alsoPassing('translate', 'StartTextTranslationJob'),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html; the trust policy alone may allow it.
  'sts:AssumeRole': 'sts:AssumeRole ?sts:TagSession ?sts:SetSourceIdentity',
  // Answered whoever asks.
  'sts:GetCallerIdentity': '?sts:GetCallerIdentity',
  'sts:GetSessionToken': '?sts:GetSessionToken',
  'ses:CreateConfigurationSetEventDestination': 'ses:CreateConfigurationSetEventDestination ?iam:PassRole',
  'ses:SendEmail': 'ses:SendEmail ses:SendRawEmail~Content.Raw ses:SendTemplatedEmail~Content.Template',
  'ses:SendBulkEmail': '?ses:SendEmail ?ses:SendBulkEmail ?ses:SendBulkTemplatedEmail',
  'polly:StartSpeechSynthesisTask': 'polly:StartSpeechSynthesisTask ?s3:PutObject sns:Publish~SnsTopicArn@SnsTopicArn',
  ...all(
    'transcribe',
    'StartCallAnalyticsJob StartMedicalTranscriptionJob CreateVocabulary',
    'transcribe:= ?s3:GetObject ?s3:ListBucket ?s3:PutObject ?iam:PassRole',
  ),
};

/** Calls that read from or hand on to other services, by a pattern of their names, where no entry above speaks of them. */
export const OPERATION_FAMILIES: readonly (readonly [prefix: string, name: RegExp, actions: string])[] = [
  // What is read from a bucket is read in the name of the caller; bytes are not.
  ['textract', /^(?:detect|analyze)/, '= s3:GetObject~Document.S3Object,DocumentPages.S3Object'],
  ['textract', /^start/, '= ?s3:GetObject ?s3:PutObject ?iam:PassRole'],
  ['transcribe', /^start/, '= ?s3:GetObject ?s3:ListBucket ?s3:PutObject ?iam:PassRole'],
  ['rekognition', /^start/, '= ?s3:GetObject ?iam:PassRole'],
  [
    'rekognition',
    /^(?:compare|detect|index|recognize|search(?:faces|users)byimage)/,
    '= s3:GetObject~Image.S3Object,SourceImage.S3Object,TargetImage.S3Object ?s3:PutObject',
  ],
  ['rekognition', /./, '= ?s3:GetObject ?s3:PutObject'],
  ['comprehend', /^(?:start|create)/, '= ?iam:PassRole ?s3:GetObject ?s3:PutObject'],
  ['comprehend', /./, '= ?s3:GetObject'],
];

function all(prefix: string, names: string, actions: string): Record<string, string> {
  return Object.fromEntries(
    names.split(' ').map((name) => [`${prefix}:${name}`, actions.replaceAll(`${prefix}:=`, `${prefix}:${name}`)]),
  );
}

/** Calls that hand a role on to the service. */
function alsoPassing(prefix: string, names: string, parameter?: string): Record<string, string> {
  return all(
    prefix,
    names,
    `${prefix}:= ${parameter === undefined ? '?iam:PassRole' : `iam:PassRole~${parameter}@${parameter}`}`,
  );
}

function guardrail(parameter: string): string {
  // Models of others are subscribed to when they are first called: https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
  return `bedrock:ApplyGuardrail~${parameter} ?bedrock:GetInferenceProfile ?aws-marketplace:Subscribe ?aws-marketplace:Unsubscribe ?aws-marketplace:ViewSubscriptions`;
}

function writing(): string {
  return 's3:PutObjectAcl~ACL,GrantRead,GrantFullControl,GrantReadACP,GrantWriteACP s3:PutObjectTagging~Tagging s3:PutObjectRetention~ObjectLockMode s3:PutObjectLegalHold~ObjectLockLegalHoldStatus ?s3:AbortMultipartUpload';
}

function querying(): string {
  return '?s3:GetBucketLocation ?s3:GetObject ?s3:ListBucket ?s3:PutObject ?s3:AbortMultipartUpload ?s3:ListMultipartUploadParts ?s3:ListBucketMultipartUploads ?s3:DeleteObject ?glue:* ?lakeformation:GetDataAccess ?lambda:InvokeFunction';
}

/** The configurations of a bucket of which it has several. */
function configuration(what: string): Record<string, string> {
  const one = `Bucket${what}Configuration`;
  return {
    [`s3:Get${one}`]: `s3:Get${what}Configuration`,
    [`s3:List${one}s`]: `s3:Get${what}Configuration`,
    [`s3:Put${one}`]: `s3:Put${what}Configuration`,
    [`s3:Delete${one}`]: `s3:Put${what}Configuration`,
  };
}

/**
 * Actions that are used without an operation of the same name: by drivers, signed requests, agents and AWS itself. Nothing in calls
 * of an SDK shows whether they are used.
 */
export const UNSEEN_ACTIONS: readonly string[] = [
  'aoss:APIAccessAll',
  'aoss:DashboardsAccessAll',
  'aps:*',
  'appsync:Event*',
  'appsync:GraphQL',
  'bedrock:CallWithBearerToken',
  'bedrock-agentcore:*',
  'bedrock-mantle:*',
  'cassandra:*',
  'codecommit:GitPull',
  'codecommit:GitPush',
  'dax:*',
  'dsql:DbConnect*',
  'ec2messages:*',
  'elasticache:Connect',
  'elasticfilesystem:Client*',
  'es:ESHttp*',
  'execute-api:*',
  'iot:Connect',
  'iot:Publish',
  'iot:Receive',
  'iot:Subscribe',
  'kafka-cluster:*',
  'kinesisvideo:Connect*',
  'lambda:CheckpointDurableExecution*',
  'lambda:GetDurableExecutionState',
  'lambda:InvokeFunctionUrl',
  'memorydb:Connect',
  'neptune-db:*',
  'neptune-graph:*',
  'qldb:PartiQL*',
  'rds-db:connect',
  's3express:*',
  'ssmmessages:*',
  'transcribe:Start*WebSocket',
  'vpc-lattice-svcs:*',
  'xray:*',
];
