import type { PropertyPath } from '#model/property';

/** What the provider does when a property is not written, and where that is documented. */
export interface Default {
  readonly value: string | number | boolean;
  readonly source: string;
}

const CFN = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';

type Table = Readonly<Record<string, Default | readonly [value: Default['value'], page: string]>>;

/**
 * By type, then by path. `*` stands for any item of a list. `A?.B` holds only where `A` is not written at all: some defaults are
 * those of a whole block, and a block that is written in part has others (S3's public access block, Cognito's password policy).
 * A page without `https:` is one of CloudFormation's template reference. A property that is not here has no documented default
 * or one that depends on something else: then it is absent, and nothing more is said of it.
 */
const DEFAULTS: Readonly<Record<string, Table>> = {
  'AWS::Lambda::Function': {
    'TracingConfig.Mode': ['PassThrough', 'aws-properties-lambda-function-tracingconfig'],
    Timeout: [3, 'aws-resource-lambda-function'],
    MemorySize: [128, 'aws-resource-lambda-function'],
    PackageType: ['Zip', 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html'],
    'EphemeralStorage.Size': [512, 'aws-properties-lambda-function-ephemeralstorage'],
    'RuntimeManagementConfig.UpdateRuntimeOn': ['Auto', 'aws-properties-lambda-function-runtimemanagementconfig'],
    'LoggingConfig.LogFormat': [
      'Text',
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html',
    ],
  },
  'AWS::Lambda::EventSourceMapping': {
    Enabled: [true, 'aws-resource-lambda-eventsourcemapping'],
    MaximumRetryAttempts: [-1, 'aws-resource-lambda-eventsourcemapping'],
    MaximumRecordAgeInSeconds: [-1, 'aws-resource-lambda-eventsourcemapping'],
    BisectBatchOnFunctionError: [false, 'aws-resource-lambda-eventsourcemapping'],
    ParallelizationFactor: [1, 'aws-resource-lambda-eventsourcemapping'],
  },
  'AWS::Lambda::EventInvokeConfig': {
    MaximumRetryAttempts: [2, 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html'],
    MaximumEventAgeInSeconds: [
      21600,
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    ],
  },
  'AWS::Lambda::Url': {
    InvokeMode: ['BUFFERED', 'aws-resource-lambda-url'],
    'Cors.AllowCredentials': [false, 'aws-properties-lambda-url-cors'],
  },
  'AWS::Lambda::CodeSigningConfig': {
    'CodeSigningPolicies.UntrustedArtifactOnDeployment': [
      'Warn',
      'aws-properties-lambda-codesigningconfig-codesigningpolicies',
    ],
  },
  'AWS::ApiGateway::RestApi': {
    DisableExecuteApiEndpoint: [false, 'aws-resource-apigateway-restapi'],
    FailOnWarnings: [false, 'aws-resource-apigateway-restapi'],
  },
  'AWS::ApiGateway::Method': {
    ApiKeyRequired: [false, 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html'],
  },
  'AWS::ApiGateway::Stage': {
    TracingEnabled: [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enabling-xray.html',
    ],
    CacheClusterEnabled: [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    ],
    'MethodSettings.*.LoggingLevel': [
      'OFF',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    ],
    'MethodSettings.*.DataTraceEnabled': [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    ],
    'MethodSettings.*.MetricsEnabled': [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
    ],
    'MethodSettings.*.CacheDataEncrypted': [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
    ],
  },
  'AWS::ApiGatewayV2::Api': {
    DisableExecuteApiEndpoint: [false, 'aws-resource-apigatewayv2-api'],
    FailOnWarnings: [false, 'aws-resource-apigatewayv2-api'],
    'CorsConfiguration.AllowCredentials': [
      false,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    ],
  },
  'AWS::ApiGatewayV2::Route': {
    AuthorizationType: ['NONE', 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html'],
    ApiKeyRequired: [false, 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html'],
  },
  'AWS::ApiGatewayV2::Stage': {
    AutoDeploy: [false, 'aws-resource-apigatewayv2-stage'],
    'DefaultRouteSettings.DataTraceEnabled': [
      false,
      'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html',
    ],
  },
  'AWS::AppSync::GraphQLApi': {
    Visibility: ['GLOBAL', 'aws-resource-appsync-graphqlapi'],
    IntrospectionConfig: ['ENABLED', 'aws-resource-appsync-graphqlapi'],
    QueryDepthLimit: [0, 'aws-resource-appsync-graphqlapi'],
    XrayEnabled: [false, 'https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html'],
    'LogConfig?.FieldLogLevel': ['NONE', 'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  },
  'AWS::AppSync::ApiCache': {
    AtRestEncryptionEnabled: [false, 'https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
    TransitEncryptionEnabled: [false, 'https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
  },
  'AWS::Cognito::UserPool': {
    MfaConfiguration: [
      'OFF',
      'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
    ],
    'AdminCreateUserConfig.AllowAdminCreateUserOnly': [
      false,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
    ],
    'Policies.PasswordPolicy?.MinimumLength': [
      8,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    'Policies.PasswordPolicy?.RequireLowercase': [
      true,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    'Policies.PasswordPolicy?.RequireUppercase': [
      true,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    'Policies.PasswordPolicy?.RequireNumbers': [
      true,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    'Policies.PasswordPolicy?.RequireSymbols': [
      true,
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    'Policies.PasswordPolicy.TemporaryPasswordValidityDays': [7, 'aws-properties-cognito-userpool-passwordpolicy'],
    DeletionProtection: [
      'INACTIVE',
      'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
    ],
    UserPoolTier: ['ESSENTIALS', 'aws-resource-cognito-userpool'],
    'UserPoolAddOns.AdvancedSecurityMode': [
      'OFF',
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
    ],
  },
  'AWS::Cognito::UserPoolClient': {
    PreventUserExistenceErrors: ['LEGACY', 'aws-resource-cognito-userpoolclient'],
    EnableTokenRevocation: [true, 'aws-resource-cognito-userpoolclient'],
    AllowedOAuthFlowsUserPoolClient: [false, 'aws-resource-cognito-userpoolclient'],
    GenerateSecret: [
      false,
      'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
    ],
  },
  'AWS::DynamoDB::Table': {
    BillingMode: ['PROVISIONED', 'aws-resource-dynamodb-table'],
    DeletionProtectionEnabled: [false, 'aws-resource-dynamodb-table'],
    'SSESpecification.SSEEnabled': [false, 'aws-properties-dynamodb-table-ssespecification'],
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': [
      false,
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
    ],
    'PointInTimeRecoverySpecification.RecoveryPeriodInDays': [
      35,
      'aws-properties-dynamodb-table-pointintimerecoveryspecification',
    ],
  },
  'AWS::DynamoDB::GlobalTable': {
    BillingMode: ['PROVISIONED', 'aws-resource-dynamodb-globaltable'],
    'Replicas.*.DeletionProtectionEnabled': [false, 'aws-properties-dynamodb-globaltable-replicaspecification'],
    'Replicas.*.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': [
      false,
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
    ],
  },
  'AWS::DAX::Cluster': {
    'SSESpecification.SSEEnabled': [
      false,
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
    ],
    ClusterEndpointEncryptionType: [
      'NONE',
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html',
    ],
  },
  'AWS::S3::Bucket': {
    ...Object.fromEntries(
      ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].flatMap((setting) => [
        [
          `PublicAccessBlockConfiguration?.${setting}`,
          [true, 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html'],
        ],
        [
          `PublicAccessBlockConfiguration.${setting}`,
          [false, 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html'],
        ],
      ]),
    ),
    AccessControl: ['Private', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl'],
    'VersioningConfiguration.Status': ['Suspended', 'aws-properties-s3-bucket-versioningconfiguration'],
    ObjectLockEnabled: [false, 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  },
  'AWS::SQS::Queue': {
    VisibilityTimeout: [30, 'aws-resource-sqs-queue'],
    SqsManagedSseEnabled: [true, 'aws-resource-sqs-queue'],
    MessageRetentionPeriod: [345600, 'aws-resource-sqs-queue'],
    FifoQueue: [false, 'aws-resource-sqs-queue'],
    DelaySeconds: [0, 'aws-resource-sqs-queue'],
    KmsDataKeyReusePeriodSeconds: [300, 'aws-resource-sqs-queue'],
  },
  'AWS::SNS::Topic': {
    TracingConfig: ['PassThrough', 'aws-resource-sns-topic'],
    SignatureVersion: ['1', 'aws-resource-sns-topic'],
    FifoTopic: [false, 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html'],
  },
  'AWS::Kinesis::Stream': {
    RetentionPeriodHours: [24, 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  },
  'AWS::KMS::Key': {
    EnableKeyRotation: [false, 'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html'],
    RotationPeriodInDays: [365, 'aws-resource-kms-key'],
    KeySpec: ['SYMMETRIC_DEFAULT', 'aws-resource-kms-key'],
    KeyUsage: ['ENCRYPT_DECRYPT', 'aws-resource-kms-key'],
    Origin: ['AWS_KMS', 'aws-resource-kms-key'],
    MultiRegion: [false, 'aws-resource-kms-key'],
    Enabled: [true, 'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html'],
    PendingWindowInDays: [30, 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html'],
    BypassPolicyLockoutSafetyCheck: [false, 'aws-resource-kms-key'],
  },
  'AWS::Logs::LogGroup': {
    LogGroupClass: ['STANDARD', 'aws-resource-logs-loggroup'],
    DeletionProtectionEnabled: [false, 'aws-resource-logs-loggroup'],
  },
  'AWS::StepFunctions::StateMachine': {
    StateMachineType: ['STANDARD', 'aws-resource-stepfunctions-statemachine'],
    'LoggingConfiguration.Level': ['OFF', 'aws-resource-stepfunctions-statemachine'],
    'LoggingConfiguration.IncludeExecutionData': [
      false,
      'aws-properties-stepfunctions-statemachine-loggingconfiguration',
    ],
    'TracingConfiguration.Enabled': [
      false,
      'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html',
    ],
  },
  'AWS::CloudTrail::Trail': {
    IsMultiRegionTrail: [false, 'aws-resource-cloudtrail-trail'],
    EnableLogFileValidation: [false, 'aws-resource-cloudtrail-trail'],
    IsOrganizationTrail: [false, 'aws-resource-cloudtrail-trail'],
    'EventSelectors.*.IncludeManagementEvents': [true, 'aws-properties-cloudtrail-trail-eventselector'],
    'EventSelectors.*.ReadWriteType': ['All', 'aws-properties-cloudtrail-trail-eventselector'],
  },
  'AWS::ECR::Repository': {
    'ImageScanningConfiguration.ScanOnPush': [false, 'aws-properties-ecr-repository-imagescanningconfiguration'],
    ImageTagMutability: ['MUTABLE', 'aws-resource-ecr-repository'],
    'EncryptionConfiguration?.EncryptionType': [
      'AES256',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    ],
  },
  'AWS::EFS::FileSystem': {
    Encrypted: [false, 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    AtRestEncryptionEnabled: [false, 'aws-resource-elasticache-replicationgroup'],
    TransitEncryptionEnabled: [false, 'aws-resource-elasticache-replicationgroup'],
    AutomaticFailoverEnabled: [false, 'aws-resource-elasticache-replicationgroup'],
    SnapshotRetentionLimit: [0, 'aws-resource-elasticache-replicationgroup'],
  },
  'AWS::RDS::DBInstance': {
    StorageEncrypted: [false, 'aws-resource-rds-dbinstance'],
    DeletionProtection: [false, 'aws-resource-rds-dbinstance'],
    BackupRetentionPeriod: [1, 'aws-resource-rds-dbinstance'],
    EnableIAMDatabaseAuthentication: [false, 'aws-resource-rds-dbinstance'],
    AutoMinorVersionUpgrade: [true, 'aws-resource-rds-dbinstance'],
    MultiAZ: [false, 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html'],
    CopyTagsToSnapshot: [false, 'aws-resource-rds-dbinstance'],
  },
  'AWS::RDS::DBCluster': {
    DeletionProtection: [false, 'aws-resource-rds-dbcluster'],
    BackupRetentionPeriod: [1, 'aws-resource-rds-dbcluster'],
    EnableIAMDatabaseAuthentication: [false, 'aws-resource-rds-dbcluster'],
    EnableHttpEndpoint: [false, 'aws-resource-rds-dbcluster'],
    AutoMinorVersionUpgrade: [true, 'aws-resource-rds-dbcluster'],
  },
  'AWS::RDS::DBProxy': {
    RequireTLS: [false, 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html'],
  },
  'AWS::DocDB::DBCluster': {
    StorageEncrypted: [false, 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
    BackupRetentionPeriod: [1, 'aws-resource-docdb-dbcluster'],
    DeletionProtection: [
      false,
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html',
    ],
  },
  'AWS::Redshift::Cluster': {
    PubliclyAccessible: [false, 'aws-resource-redshift-cluster'],
    EnhancedVpcRouting: [false, 'aws-resource-redshift-cluster'],
    Encrypted: [true, 'aws-resource-redshift-cluster'],
    AutomatedSnapshotRetentionPeriod: [1, 'aws-resource-redshift-cluster'],
  },
  'AWS::RedshiftServerless::Workgroup': {
    PubliclyAccessible: [false, 'aws-resource-redshiftserverless-workgroup'],
    EnhancedVpcRouting: [false, 'aws-resource-redshiftserverless-workgroup'],
  },
  'AWS::EC2::Subnet': {
    MapPublicIpOnLaunch: [false, 'aws-resource-ec2-subnet'],
  },
  'AWS::EC2::Instance': {
    DisableApiTermination: [false, 'aws-resource-ec2-instance'],
    'MetadataOptions.HttpEndpoint': ['enabled', 'aws-properties-ec2-instance-metadataoptions'],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    Scheme: ['internet-facing', 'aws-resource-elasticloadbalancingv2-loadbalancer'],
    Type: ['application', 'aws-resource-elasticloadbalancingv2-loadbalancer'],
  },
  'AWS::CodeBuild::Project': {
    'Environment.PrivilegedMode': [false, 'aws-properties-codebuild-project-environment'],
    'Source.InsecureSsl': [false, 'aws-properties-codebuild-project-source'],
    'Artifacts.EncryptionDisabled': [
      false,
      'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html',
    ],
    'LogsConfig.S3Logs.EncryptionDisabled': [false, 'aws-properties-codebuild-project-s3logsconfig'],
    TimeoutInMinutes: [60, 'aws-resource-codebuild-project'],
  },
  'AWS::SecretsManager::Secret': {
    'GenerateSecretString.PasswordLength': [32, 'aws-properties-secretsmanager-secret-generatesecretstring'],
  },
  'AWS::SecretsManager::RotationSchedule': {
    RotateImmediatelyOnUpdate: [true, 'aws-resource-secretsmanager-rotationschedule'],
  },
  'AWS::IAM::Role': {
    MaxSessionDuration: [3600, 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html'],
  },
  'AWS::Events::Rule': {
    State: ['ENABLED', 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html'],
    EventBusName: ['default', 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html'],
    'Targets.*.RetryPolicy.MaximumRetryAttempts': [
      185,
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html',
    ],
  },
  'AWS::Scheduler::Schedule': {
    State: ['ENABLED', 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html'],
    'Target.RetryPolicy.MaximumRetryAttempts': [
      185,
      'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
    ],
  },
};

/** Every default of the table, for tests and documentation. */
export function allDefaults(): readonly { readonly type: string; readonly path: string; readonly default: Default }[] {
  return Object.entries(DEFAULTS).flatMap(([type, table]) =>
    Object.keys(table).map((path) => ({ type, path, default: lookUp(table, path) ?? { value: '', source: '' } })),
  );
}

function lookUp(table: Table, key: string): Default | undefined {
  if (!Object.hasOwn(table, key)) return undefined;
  const row = table[key];
  if (row === undefined || 'source' in row) return row;
  const [value, page] = row;
  return { value, source: page.startsWith('https:') ? page : `${CFN}/${page}.html` };
}

/**
 * The default of a property, list indexes standing for any item; undefined when none is documented here.
 * @param missing how many steps of the path lead to the closest ancestor that is itself not written; the path's length when only
 *   the property is not written
 */
export function defaultOf(type: string, path: PropertyPath, missing = path.length): Default | undefined {
  const table = Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : undefined;
  if (!table) return undefined;
  const steps = path.map((step) => (typeof step === 'number' ? '*' : step));
  for (let at = missing; at < steps.length; at++) {
    const whole = `${steps.slice(0, at).join('.')}?.${steps.slice(at).join('.')}`;
    const found = lookUp(table, whole);
    if (found) return found;
  }
  return lookUp(table, steps.join('.'));
}
