import { flag, TAGS } from '#frameworks/terraform/types/rows';
import { block, blocks, companion, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** Containers: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service and others. */
export const ecs: readonly Table[] = [
  resource(
    'aws_ecs_cluster',
    'AWS::ECS::Cluster',
    [
      row('name', 'ClusterName'),
      blocks('setting', 'ClusterSettings', same('Name Value')),
      block('configuration.execute_command_configuration', 'Configuration.ExecuteCommandConfiguration', [
        ...same('KmsKeyId Logging'),
        block('log_configuration', 'LogConfiguration', [
          ...same('CloudWatchEncryptionEnabled CloudWatchLogGroupName S3BucketName S3KeyPrefix'),
          row('s3_bucket_encryption_enabled', 'S3EncryptionEnabled'),
        ]),
      ]),
      ...TAGS,
    ],
    { attributes: { id: 'Arn', name: 'Ref' } },
  ),
  companion(
    'aws_ecs_cluster_capacity_providers',
    { types: ['aws_ecs_cluster'], argument: 'cluster_name', named: 'name' },
    { as: 'merge' },
    [
      ...same('CapacityProviders'),
      blocks(
        'default_capacity_provider_strategy',
        'DefaultCapacityProviderStrategy',
        same('Base CapacityProvider Weight'),
      ),
    ],
  ),
  resource(
    'aws_ecs_task_definition',
    'AWS::ECS::TaskDefinition',
    [
      ...same('Family Cpu Memory ExecutionRoleArn TaskRoleArn NetworkMode RequiresCompatibilities IpcMode PidMode'),
      json('container_definitions', 'ContainerDefinitions'),
      row('ephemeral_storage.size_in_gib', 'EphemeralStorage.SizeInGiB'),
      block('runtime_platform', 'RuntimePlatform', same('CpuArchitecture OperatingSystemFamily')),
      blocks('volume', 'Volumes', [
        ...same('Name'),
        row('host_path', 'Host.SourcePath'),
        row('efs_volume_configuration.file_system_id', 'EFSVolumeConfiguration.FilesystemId'),
        row('efs_volume_configuration.transit_encryption', 'EFSVolumeConfiguration.TransitEncryption'),
      ]),
      ...TAGS,
    ],
    { attributes: { arn: 'Ref' } },
  ),
  resource(
    'aws_ecs_service',
    'AWS::ECS::Service',
    [
      row('name', 'ServiceName'),
      ...same('Cluster TaskDefinition DesiredCount LaunchType PlatformVersion SchedulingStrategy EnableExecuteCommand'),
      row('iam_role', 'Role'),
      block('network_configuration', 'NetworkConfiguration.AwsvpcConfiguration', [
        ...same('SecurityGroups Subnets'),
        row('assign_public_ip', 'AssignPublicIp', flag('ENABLED', 'DISABLED')),
      ]),
      blocks('load_balancer', 'LoadBalancers', [
        ...same('ContainerName ContainerPort TargetGroupArn'),
        row('elb_name', 'LoadBalancerName'),
      ]),
      ...TAGS,
    ],
    { attributes: { name: 'Name' } },
  ),
  resource(
    'aws_batch_job_definition',
    'AWS::Batch::JobDefinition',
    [
      row('name', 'JobDefinitionName'),
      ...same('Type PlatformCapabilities Parameters'),
      json('container_properties', 'ContainerProperties'),
    ],
    { attributes: { arn: 'Ref' } },
  ),
  resource(
    'aws_batch_compute_environment',
    'AWS::Batch::ComputeEnvironment',
    [
      ...same('ServiceRole State Type'),
      block('compute_resources', 'ComputeResources', [
        ...same('AllocationStrategy BidPercentage Ec2KeyPair ImageId InstanceRole SecurityGroupIds Subnets Type'),
      ]),
    ],
    { attributes: { arn: 'Ref' } },
  ),
  resource('aws_batch_job_queue', 'AWS::Batch::JobQueue', [row('name', 'JobQueueName'), ...same('Priority State')], {
    attributes: { arn: 'Ref' },
  }),
];
