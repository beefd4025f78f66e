import {
  block,
  blocks,
  companion,
  json,
  keyed,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const OF_FILE_SYSTEM = { types: ['aws_efs_file_system'], argument: 'file_system_id' } as const;

/** EFS: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system and the pages beside it. */
export const efs: readonly Table[] = [
  resource('aws_efs_file_system', 'AWS::EFS::FileSystem', [
    ...same('Encrypted KmsKeyId PerformanceMode ThroughputMode ProvisionedThroughputInMibps AvailabilityZoneName'),
    blocks('lifecycle_policy', 'LifecyclePolicies', [
      row('transition_to_ia', 'TransitionToIA'),
      ...same('TransitionToPrimaryStorageClass TransitionToArchive'),
    ]),
    row('protection.replication_overwrite', 'FileSystemProtection.ReplicationOverwriteProtection'),
    row('tags', 'FileSystemTags', keyed('Key', 'Value')),
  ]),
  companion('aws_efs_file_system_policy', OF_FILE_SYSTEM, { as: 'merge' }, [json('policy', 'FileSystemPolicy')]),
  companion('aws_efs_backup_policy', OF_FILE_SYSTEM, { as: 'merge' }, [
    row('backup_policy.status', 'BackupPolicy.Status'),
  ]),
  resource('aws_efs_mount_target', 'AWS::EFS::MountTarget', same('FileSystemId SubnetId SecurityGroups IpAddress')),
  resource('aws_efs_access_point', 'AWS::EFS::AccessPoint', [
    ...same('FileSystemId'),
    block('posix_user', 'PosixUser', same('Gid Uid SecondaryGids')),
    row('root_directory.path', 'RootDirectory.Path'),
    block('root_directory.creation_info', 'RootDirectory.CreationInfo', same('OwnerGid OwnerUid Permissions')),
  ]),
];
