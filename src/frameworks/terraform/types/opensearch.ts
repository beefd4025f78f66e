import { TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  companion,
  entries,
  json,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const DOMAIN: readonly Row[] = [
  ...same('DomainName AdvancedOptions'),
  json('access_policies', 'AccessPolicies'),
  block('advanced_security_options', 'AdvancedSecurityOptions', [
    ...same('Enabled InternalUserDatabaseEnabled'),
    row('master_user_options.master_user_arn', 'MasterUserOptions.MasterUserARN'),
    row('master_user_options.master_user_name', 'MasterUserOptions.MasterUserName'),
    row('master_user_options.master_user_password', 'MasterUserOptions.MasterUserPassword'),
  ]),
  block('cognito_options', 'CognitoOptions', same('Enabled IdentityPoolId RoleArn UserPoolId')),
  block('domain_endpoint_options', 'DomainEndpointOptions', [
    ...same('CustomEndpoint CustomEndpointCertificateArn CustomEndpointEnabled'),
    row('enforce_https', 'EnforceHTTPS'),
    row('tls_security_policy', 'TLSSecurityPolicy'),
  ]),
  block('ebs_options', 'EBSOptions', [row('ebs_enabled', 'EBSEnabled'), ...same('Iops VolumeSize VolumeType')]),
  block('encrypt_at_rest', 'EncryptionAtRestOptions', same('Enabled KmsKeyId')),
  row('node_to_node_encryption.enabled', 'NodeToNodeEncryptionOptions.Enabled'),
  entries('log_publishing_options', 'LogPublishingOptions', 'log_type', [
    row('cloudwatch_log_group_arn', 'CloudWatchLogsLogGroupArn'),
    row('enabled', 'Enabled'),
  ]),
  block('vpc_options', 'VPCOptions', same('SecurityGroupIds SubnetIds')),
  ...TAGS,
];

const CLUSTER = same(
  'DedicatedMasterCount DedicatedMasterEnabled DedicatedMasterType InstanceCount InstanceType ZoneAwarenessEnabled',
);

/** OpenSearch: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain and the pages beside it. */
export const opensearch: readonly Table[] = [
  resource(
    'aws_opensearch_domain',
    'AWS::OpenSearchService::Domain',
    [...DOMAIN, ...same('EngineVersion'), block('cluster_config', 'ClusterConfig', CLUSTER)],
    { attributes: { id: 'Arn', domain_name: 'Ref', endpoint: 'DomainEndpoint', domain_id: 'Id' } },
  ),
  resource(
    'aws_elasticsearch_domain',
    'AWS::Elasticsearch::Domain',
    [...DOMAIN, ...same('ElasticsearchVersion'), block('cluster_config', 'ElasticsearchClusterConfig', CLUSTER)],
    { attributes: { id: 'Arn', domain_name: 'Ref', endpoint: 'DomainEndpoint' } },
  ),
  companion(
    'aws_opensearch_domain_policy',
    { types: ['aws_opensearch_domain'], argument: 'domain_name', named: 'domain_name' },
    { as: 'merge' },
    [json('access_policies', 'AccessPolicies')],
  ),
  companion(
    'aws_elasticsearch_domain_policy',
    { types: ['aws_elasticsearch_domain'], argument: 'domain_name', named: 'domain_name' },
    { as: 'merge' },
    [json('access_policies', 'AccessPolicies')],
  ),
  resource(
    'aws_opensearchserverless_collection',
    'AWS::OpenSearchServerless::Collection',
    [...same('Name Description Type StandbyReplicas')],
    { attributes: { id: 'Ref', collection_endpoint: 'CollectionEndpoint', dashboard_endpoint: 'DashboardEndpoint' } },
  ),
  resource(
    'aws_opensearchserverless_access_policy',
    'AWS::OpenSearchServerless::AccessPolicy',
    same('Name Type Description Policy'),
  ),
  resource(
    'aws_opensearchserverless_security_policy',
    'AWS::OpenSearchServerless::SecurityPolicy',
    same('Name Type Description Policy'),
  ),
];
