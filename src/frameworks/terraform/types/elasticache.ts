import { TAGS } from '#frameworks/terraform/types/rows';
import { blocks, type Row, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const CACHE: readonly Row[] = [
  ...same('Engine EngineVersion Port SnapshotRetentionLimit SnapshotWindow SnapshotName SnapshotArns'),
  ...same('NotificationTopicArn NetworkType IpDiscovery AutoMinorVersionUpgrade TransitEncryptionEnabled'),
  row('node_type', 'CacheNodeType'),
  row('parameter_group_name', 'CacheParameterGroupName'),
  row('subnet_group_name', 'CacheSubnetGroupName'),
  row('maintenance_window', 'PreferredMaintenanceWindow'),
  blocks('log_delivery_configuration', 'LogDeliveryConfigurations', same('DestinationType LogFormat LogType')),
  ...TAGS,
];

/** ElastiCache and MemoryDB: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group and others. */
export const elasticache: readonly Table[] = [
  resource(
    'aws_elasticache_replication_group',
    'AWS::ElastiCache::ReplicationGroup',
    [
      ...CACHE,
      ...same('ReplicationGroupId AtRestEncryptionEnabled AuthToken AutomaticFailoverEnabled MultiAZEnabled KmsKeyId'),
      ...same(
        'NumCacheClusters NumNodeGroups ReplicasPerNodeGroup SecurityGroupIds TransitEncryptionMode UserGroupIds',
      ),
      ...same('DataTieringEnabled GlobalReplicationGroupId'),
      row('description', 'ReplicationGroupDescription'),
    ],
    {
      attributes: {
        replication_group_id: 'Ref',
        primary_endpoint_address: 'PrimaryEndPoint.Address',
        reader_endpoint_address: 'ReaderEndPoint.Address',
        configuration_endpoint_address: 'ConfigurationEndPoint.Address',
      },
    },
  ),
  resource(
    'aws_elasticache_cluster',
    'AWS::ElastiCache::CacheCluster',
    [
      ...CACHE,
      row('cluster_id', 'ClusterName'),
      ...same('NumCacheNodes PreferredAvailabilityZones'),
      row('az_mode', 'AZMode'),
      row('availability_zone', 'PreferredAvailabilityZone'),
      row('security_group_ids', 'VpcSecurityGroupIds'),
    ],
    {
      attributes: {
        cluster_id: 'Ref',
        cluster_address: 'ConfigurationEndpoint.Address',
        configuration_endpoint: 'ConfigurationEndpoint.Address',
      },
    },
  ),
  resource(
    'aws_elasticache_serverless_cache',
    'AWS::ElastiCache::ServerlessCache',
    [
      row('name', 'ServerlessCacheName'),
      ...same(
        'Engine Description KmsKeyId MajorEngineVersion SecurityGroupIds SubnetIds SnapshotRetentionLimit UserGroupId',
      ),
    ],
    { attributes: { arn: 'ARN', name: 'Ref', endpoint: 'Endpoint.Address' } },
  ),
  resource(
    'aws_elasticache_subnet_group',
    'AWS::ElastiCache::SubnetGroup',
    [row('name', 'CacheSubnetGroupName'), ...same('Description SubnetIds')],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_memorydb_cluster',
    'AWS::MemoryDB::Cluster',
    [
      row('name', 'ClusterName'),
      row('acl_name', 'ACLName'),
      row('tls_enabled', 'TLSEnabled'),
      row('kms_key_arn', 'KmsKeyId'),
      ...same('NodeType Engine EngineVersion SecurityGroupIds SubnetGroupName SnapshotRetentionLimit Port'),
    ],
    { attributes: { arn: 'ARN', name: 'Ref' } },
  ),
];
