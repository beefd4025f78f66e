import { TAGS } from '#frameworks/terraform/types/rows';
import { block, blocks, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** Brokers: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster and others. */
export const msk: readonly Table[] = [
  resource(
    'aws_msk_cluster',
    'AWS::MSK::Cluster',
    [
      ...same('ClusterName KafkaVersion NumberOfBrokerNodes EnhancedMonitoring StorageMode'),
      block('broker_node_group_info', 'BrokerNodeGroupInfo', [
        ...same('ClientSubnets InstanceType SecurityGroups'),
        row('connectivity_info.public_access.type', 'ConnectivityInfo.PublicAccess.Type'),
      ]),
      block('client_authentication', 'ClientAuthentication', [
        row('sasl.iam', 'Sasl.Iam.Enabled'),
        row('sasl.scram', 'Sasl.Scram.Enabled'),
        row('tls.certificate_authority_arns', 'Tls.CertificateAuthorityArnList'),
        row('unauthenticated', 'Unauthenticated.Enabled'),
      ]),
      block('encryption_info', 'EncryptionInfo', [
        row('encryption_at_rest_kms_key_arn', 'EncryptionAtRest.DataVolumeKMSKeyId'),
        block('encryption_in_transit', 'EncryptionInTransit', same('ClientBroker InCluster')),
      ]),
      block('configuration_info', 'ConfigurationInfo', same('Arn Revision')),
      block('logging_info.broker_logs', 'LoggingInfo.BrokerLogs', [
        block('cloudwatch_logs', 'CloudWatchLogs', same('Enabled LogGroup')),
        block('s3', 'S3', same('Bucket Enabled Prefix')),
      ]),
      row('tags', 'Tags'),
    ],
    { attributes: { arn: 'Ref' } },
  ),
  resource(
    'aws_msk_serverless_cluster',
    'AWS::MSK::ServerlessCluster',
    [
      ...same('ClusterName'),
      row('client_authentication.sasl.iam.enabled', 'ClientAuthentication.Sasl.Iam.Enabled'),
      blocks('vpc_config', 'VpcConfigs', [row('security_group_ids', 'SecurityGroups'), ...same('SubnetIds')]),
      row('tags', 'Tags'),
    ],
    { attributes: { arn: 'Ref' } },
  ),
  resource('aws_msk_cluster_policy', 'AWS::MSK::ClusterPolicy', [...same('ClusterArn'), json('policy', 'Policy')]),
  resource(
    'aws_mq_broker',
    'AWS::AmazonMQ::Broker',
    [
      ...same('BrokerName EngineType EngineVersion HostInstanceType DeploymentMode PubliclyAccessible'),
      ...same('AutoMinorVersionUpgrade SecurityGroups SubnetIds AuthenticationStrategy StorageType'),
      blocks('user', 'Users', same('Username Password Groups ConsoleAccess')),
      block('encryption_options', 'EncryptionOptions', same('KmsKeyId UseAwsOwnedKey')),
      block('logs', 'Logs', same('Audit General')),
      ...TAGS,
    ],
    { attributes: { arn: 'Arn' } },
  ),
];
