import { LAST_SNAPSHOT, orElse, TAGS } from '#frameworks/terraform/types/rows';
import {
  type Attribute,
  block,
  blocks,
  HOLES,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const SECRETS: readonly Row[] = [
  row('manage_master_user_password', 'ManageMasterUserPassword'),
  row('master_user_secret_kms_key_id', 'MasterUserSecret.KmsKeyId'),
];

const MONITORED = same(
  'MonitoringInterval MonitoringRoleArn PerformanceInsightsRetentionPeriod AutoMinorVersionUpgrade CopyTagsToSnapshot',
);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html#amazonrds-resources-for-iam-policies */
const CLUSTER_ARN: Attribute = (ref) => [
  'arn:',
  HOLES.partition,
  ':rds:',
  HOLES.region,
  ':',
  HOLES.account,
  ':cluster:',
  ref('Ref'),
];

const CLUSTER_ATTRIBUTES = {
  id: 'Ref',
  arn: 'DBClusterArn',
  cluster_identifier: 'Ref',
  cluster_resource_id: 'DBClusterResourceId',
  endpoint: 'Endpoint.Address',
  port: 'Endpoint.Port',
  reader_endpoint: 'ReadEndpoint.Address',
} as const;

/** RDS, DocumentDB and Neptune: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster and others. */
export const rds: readonly Table[] = [
  resource(
    'aws_rds_cluster',
    'AWS::RDS::DBCluster',
    [
      row('cluster_identifier', 'DBClusterIdentifier'),
      ...same('Engine EngineVersion EngineMode DatabaseName MasterUsername Port DeletionProtection StorageEncrypted'),
      ...same('KmsKeyId StorageType BackupRetentionPeriod PreferredBackupWindow PreferredMaintenanceWindow'),
      ...same('EnableHttpEndpoint AllocatedStorage Iops SnapshotIdentifier ReplicationSourceIdentifier'),
      ...same('GlobalClusterIdentifier NetworkType Domain BacktrackWindow AvailabilityZones VpcSecurityGroupIds'),
      ...MONITORED,
      row('master_password', 'MasterUserPassword'),
      row('db_subnet_group_name', 'DBSubnetGroupName'),
      row('db_cluster_parameter_group_name', 'DBClusterParameterGroupName'),
      row('db_cluster_instance_class', 'DBClusterInstanceClass'),
      row('iam_database_authentication_enabled', 'EnableIAMDatabaseAuthentication'),
      row('enabled_cloudwatch_logs_exports', 'EnableCloudwatchLogsExports'),
      row('performance_insights_enabled', 'PerformanceInsightsEnabled'),
      row('performance_insights_kms_key_id', 'PerformanceInsightsKmsKeyId'),
      row('restore_to_point_in_time.source_cluster_identifier', 'SourceDBClusterIdentifier'),
      ...SECRETS,
      block(
        'scaling_configuration',
        'ScalingConfiguration',
        same('AutoPause MaxCapacity MinCapacity SecondsBeforeTimeout SecondsUntilAutoPause TimeoutAction'),
      ),
      block(
        'serverlessv2_scaling_configuration',
        'ServerlessV2ScalingConfiguration',
        same('MaxCapacity MinCapacity SecondsUntilAutoPause'),
      ),
      ...TAGS,
    ],
    { attributes: CLUSTER_ATTRIBUTES, beside: LAST_SNAPSHOT },
  ),
  resource(
    'aws_db_instance',
    'AWS::RDS::DBInstance',
    [
      row('identifier', 'DBInstanceIdentifier'),
      row('instance_class', 'DBInstanceClass'),
      ...same('Engine EngineVersion AllocatedStorage MaxAllocatedStorage StorageType StorageThroughput Iops'),
      ...same('StorageEncrypted KmsKeyId DeletionProtection PubliclyAccessible Port AvailabilityZone NetworkType'),
      ...same('LicenseModel OptionGroupName CharacterSetName Domain DeleteAutomatedBackups Timezone'),
      ...MONITORED,
      orElse('publicly_accessible', 'PubliclyAccessible', false),
      row('backup_retention_period', 'BackupRetentionPeriod'),
      orElse('backup_retention_period', 'BackupRetentionPeriod', 0),
      row('multi_az', 'MultiAZ'),
      row('db_name', 'DBName'),
      row('username', 'MasterUsername'),
      row('password', 'MasterUserPassword'),
      row('backup_window', 'PreferredBackupWindow'),
      row('maintenance_window', 'PreferredMaintenanceWindow'),
      row('db_subnet_group_name', 'DBSubnetGroupName'),
      row('parameter_group_name', 'DBParameterGroupName'),
      row('vpc_security_group_ids', 'VPCSecurityGroups'),
      row('ca_cert_identifier', 'CACertificateIdentifier'),
      row('iam_database_authentication_enabled', 'EnableIAMDatabaseAuthentication'),
      row('enabled_cloudwatch_logs_exports', 'EnableCloudwatchLogsExports'),
      row('performance_insights_enabled', 'EnablePerformanceInsights'),
      row('performance_insights_kms_key_id', 'PerformanceInsightsKMSKeyId'),
      row('replicate_source_db', 'SourceDBInstanceIdentifier'),
      row('snapshot_identifier', 'DBSnapshotIdentifier'),
      row('restore_to_point_in_time.source_db_instance_identifier', 'SourceDBInstanceIdentifier'),
      ...SECRETS,
      ...TAGS,
    ],
    {
      attributes: {
        id: 'DbiResourceId',
        identifier: 'Ref',
        resource_id: 'DbiResourceId',
        arn: 'DBInstanceArn',
        address: 'Endpoint.Address',
        port: 'Endpoint.Port',
        hosted_zone_id: 'Endpoint.HostedZoneId',
        endpoint: (ref) => [ref('Endpoint.Address'), ':', ref('Endpoint.Port')],
      },
      beside: LAST_SNAPSHOT,
    },
  ),
  resource(
    'aws_rds_cluster_instance',
    'AWS::RDS::DBInstance',
    [
      row('identifier', 'DBInstanceIdentifier'),
      row('cluster_identifier', 'DBClusterIdentifier'),
      row('instance_class', 'DBInstanceClass'),
      ...same('Engine EngineVersion PubliclyAccessible AvailabilityZone PreferredMaintenanceWindow PromotionTier'),
      ...MONITORED,
      row('db_subnet_group_name', 'DBSubnetGroupName'),
      row('db_parameter_group_name', 'DBParameterGroupName'),
      row('ca_cert_identifier', 'CACertificateIdentifier'),
      row('performance_insights_enabled', 'EnablePerformanceInsights'),
      row('performance_insights_kms_key_id', 'PerformanceInsightsKMSKeyId'),
      ...TAGS,
    ],
    {
      attributes: {
        id: 'Ref',
        identifier: 'Ref',
        arn: 'DBInstanceArn',
        dbi_resource_id: 'DbiResourceId',
        endpoint: 'Endpoint.Address',
        port: 'Endpoint.Port',
      },
    },
  ),
  resource(
    'aws_db_proxy',
    'AWS::RDS::DBProxy',
    [
      row('name', 'DBProxyName'),
      ...same('EngineFamily DebugLogging IdleClientTimeout RoleArn VpcSecurityGroupIds VpcSubnetIds'),
      row('require_tls', 'RequireTLS'),
      blocks('auth', 'Auth', [
        ...same('AuthScheme ClientPasswordAuthType Description SecretArn'),
        row('iam_auth', 'IAMAuth'),
      ]),
    ],
    { attributes: { arn: 'DBProxyArn', name: 'Ref' } },
  ),
  resource(
    'aws_db_subnet_group',
    'AWS::RDS::DBSubnetGroup',
    [row('name', 'DBSubnetGroupName'), row('description', 'DBSubnetGroupDescription'), ...same('SubnetIds')],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_docdb_cluster',
    'AWS::DocDB::DBCluster',
    [
      row('cluster_identifier', 'DBClusterIdentifier'),
      ...same('EngineVersion MasterUsername Port DeletionProtection StorageEncrypted KmsKeyId StorageType'),
      ...same('BackupRetentionPeriod PreferredBackupWindow PreferredMaintenanceWindow SnapshotIdentifier'),
      ...same('AvailabilityZones VpcSecurityGroupIds ManageMasterUserPassword'),
      row('master_password', 'MasterUserPassword'),
      row('db_subnet_group_name', 'DBSubnetGroupName'),
      row('db_cluster_parameter_group_name', 'DBClusterParameterGroupName'),
      row('enabled_cloudwatch_logs_exports', 'EnableCloudwatchLogsExports'),
      ...TAGS,
    ],
    {
      attributes: {
        ...CLUSTER_ATTRIBUTES,
        arn: CLUSTER_ARN,
        cluster_resource_id: 'ClusterResourceId',
        endpoint: 'Endpoint',
        port: 'Port',
        reader_endpoint: 'ReadEndpoint',
      },
      beside: LAST_SNAPSHOT,
    },
  ),
  resource('aws_docdb_cluster_instance', 'AWS::DocDB::DBInstance', [
    row('identifier', 'DBInstanceIdentifier'),
    row('cluster_identifier', 'DBClusterIdentifier'),
    row('instance_class', 'DBInstanceClass'),
    ...same('AutoMinorVersionUpgrade AvailabilityZone'),
  ]),
  resource(
    'aws_neptune_cluster',
    'AWS::Neptune::DBCluster',
    [
      row('cluster_identifier', 'DBClusterIdentifier'),
      ...same('EngineVersion DeletionProtection StorageEncrypted BackupRetentionPeriod SnapshotIdentifier'),
      ...same('AvailabilityZones VpcSecurityGroupIds PreferredBackupWindow PreferredMaintenanceWindow'),
      row('kms_key_arn', 'KmsKeyId'),
      row('port', 'DBPort'),
      row('neptune_subnet_group_name', 'DBSubnetGroupName'),
      row('neptune_cluster_parameter_group_name', 'DBClusterParameterGroupName'),
      row('iam_database_authentication_enabled', 'IamAuthEnabled'),
      row('enable_cloudwatch_logs_exports', 'EnableCloudwatchLogsExports'),
      ...TAGS,
    ],
    {
      attributes: {
        ...CLUSTER_ATTRIBUTES,
        arn: CLUSTER_ARN,
        cluster_resource_id: 'ClusterResourceId',
        endpoint: 'Endpoint',
        port: 'Port',
        reader_endpoint: 'ReadEndpoint',
      },
      beside: LAST_SNAPSHOT,
    },
  ),
  resource(
    'aws_redshift_cluster',
    'AWS::Redshift::Cluster',
    [
      ...same(
        'ClusterIdentifier NodeType NumberOfNodes MasterUsername PubliclyAccessible EnhancedVpcRouting Encrypted',
      ),
      ...same('KmsKeyId Port SnapshotIdentifier ClusterSubnetGroupName VpcSecurityGroupIds IamRoles'),
      ...same('AutomatedSnapshotRetentionPeriod ManageMasterPassword'),
      row('database_name', 'DBName'),
      row('master_password', 'MasterUserPassword'),
      ...TAGS,
    ],
    { beside: LAST_SNAPSHOT },
  ),
  resource('aws_redshiftserverless_workgroup', 'AWS::RedshiftServerless::Workgroup', [
    ...same(
      'WorkgroupName NamespaceName BaseCapacity PubliclyAccessible EnhancedVpcRouting SecurityGroupIds SubnetIds Port',
    ),
  ]),
  resource('aws_redshiftserverless_namespace', 'AWS::RedshiftServerless::Namespace', [
    ...same('NamespaceName AdminUsername DbName DefaultIamRoleArn IamRoles KmsKeyId LogExports ManageAdminPassword'),
    row('admin_user_password', 'AdminUserPassword'),
  ]),
];
