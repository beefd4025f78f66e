import { TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  companion,
  json,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const ARTIFACTS: readonly Row[] = same(
  'ArtifactIdentifier EncryptionDisabled Location Name NamespaceType OverrideArtifactName Packaging Path Type',
);

const SOURCE: readonly Row[] = [
  ...same('GitCloneDepth InsecureSsl Location ReportBuildStatus Type'),
  row('buildspec', 'BuildSpec'),
  block('auth', 'Auth', same('Resource Type')),
  row('git_submodules_config.fetch_submodules', 'GitSubmodulesConfig.FetchSubmodules'),
];

/** Delivery: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project and others. */
export const codebuild: readonly Table[] = [
  resource(
    'aws_codebuild_project',
    'AWS::CodeBuild::Project',
    [
      ...same('Name Description ServiceRole EncryptionKey ConcurrentBuildLimit BadgeEnabled SourceVersion'),
      row('build_timeout', 'TimeoutInMinutes'),
      row('queued_timeout', 'QueuedTimeoutInMinutes'),
      row('project_visibility', 'Visibility'),
      block('artifacts', 'Artifacts', ARTIFACTS),
      blocks('secondary_artifacts', 'SecondaryArtifacts', ARTIFACTS),
      block('source', 'Source', SOURCE),
      blocks('secondary_sources', 'SecondarySources', [...SOURCE, ...same('SourceIdentifier')]),
      block('cache', 'Cache', same('Location Modes Type')),
      block('environment', 'Environment', [
        ...same('Certificate ComputeType Image ImagePullCredentialsType PrivilegedMode Type'),
        blocks('environment_variable', 'EnvironmentVariables', same('Name Type Value')),
        block('registry_credential', 'RegistryCredential', same('Credential CredentialProvider')),
      ]),
      block('logs_config', 'LogsConfig', [
        block('cloudwatch_logs', 'CloudWatchLogs', same('GroupName Status StreamName')),
        block('s3_logs', 'S3Logs', same('EncryptionDisabled Location Status')),
      ]),
      block('vpc_config', 'VpcConfig', same('SecurityGroupIds Subnets VpcId')),
      ...TAGS,
    ],
    { attributes: { id: 'Arn', name: 'Ref' } },
  ),
  companion(
    'aws_codebuild_webhook',
    { types: ['aws_codebuild_project'], argument: 'project_name', named: 'name' },
    { as: 'merge' },
    [row('build_type', 'Triggers.BuildType'), row('filter_group', 'Triggers.FilterGroups')],
  ),
  resource('aws_codebuild_source_credential', 'AWS::CodeBuild::SourceCredential', [
    ...same('AuthType ServerType Token'),
    row('user_name', 'Username'),
  ]),
  resource(
    'aws_codepipeline',
    'AWS::CodePipeline::Pipeline',
    [
      ...same('Name RoleArn PipelineType'),
      row('artifact_store.location', 'ArtifactStore.Location'),
      row('artifact_store.type', 'ArtifactStore.Type'),
      block('artifact_store.encryption_key', 'ArtifactStore.EncryptionKey', same('Id Type')),
      blocks('stage', 'Stages', [
        ...same('Name'),
        blocks('action', 'Actions', [
          ...same('Name RunOrder RoleArn Configuration'),
          row('category', 'ActionTypeId.Category'),
          row('owner', 'ActionTypeId.Owner'),
          row('provider', 'ActionTypeId.Provider'),
          row('version', 'ActionTypeId.Version'),
        ]),
      ]),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource('aws_codeartifact_domain', 'AWS::CodeArtifact::Domain', [
    row('domain', 'DomainName'),
    row('encryption_key', 'EncryptionKey'),
  ]),
  companion(
    'aws_codeartifact_domain_permissions_policy',
    { types: ['aws_codeartifact_domain'], argument: 'domain', named: 'domain' },
    { as: 'merge' },
    [json('policy_document', 'PermissionsPolicyDocument')],
  ),
  resource('aws_codeartifact_repository', 'AWS::CodeArtifact::Repository', [
    row('repository', 'RepositoryName'),
    row('domain', 'DomainName'),
    row('description', 'Description'),
  ]),
  companion(
    'aws_codeartifact_repository_permissions_policy',
    { types: ['aws_codeartifact_repository'], argument: 'repository', named: 'repository' },
    { as: 'merge' },
    [json('policy_document', 'PermissionsPolicyDocument')],
  ),
];
