import type { Instance } from '#frameworks/terraform/instance';
import { TAGS } from '#frameworks/terraform/types/rows';
import { blocks, companion, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';
import { argumentOf, stringOf } from '#frameworks/terraform/values';

/**
 * Types of services of which only a few properties are asked for. Each has its page at
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const others: readonly Table[] = [
  resource(
    'aws_backup_vault',
    'AWS::Backup::BackupVault',
    [row('name', 'BackupVaultName'), row('kms_key_arn', 'EncryptionKeyArn')],
    { attributes: { arn: 'BackupVaultArn', name: 'Ref' } },
  ),
  companion(
    'aws_backup_vault_policy',
    { types: ['aws_backup_vault'], argument: 'backup_vault_name', named: 'name' },
    { as: 'merge' },
    [json('policy', 'AccessPolicy')],
  ),
  resource(
    'aws_backup_plan',
    'AWS::Backup::BackupPlan',
    [
      row('name', 'BackupPlan.BackupPlanName'),
      blocks('rule', 'BackupPlan.BackupPlanRule', [
        ...same('RuleName'),
        row('schedule', 'ScheduleExpression'),
        row('target_vault_name', 'TargetBackupVault'),
        row('lifecycle.delete_after', 'Lifecycle.DeleteAfterDays'),
        row('lifecycle.cold_storage_after', 'Lifecycle.MoveToColdStorageAfterDays'),
      ]),
    ],
    { attributes: { arn: 'BackupPlanArn' } },
  ),
  resource('aws_backup_selection', 'AWS::Backup::BackupSelection', [
    row('plan_id', 'BackupPlanId'),
    row('name', 'BackupSelection.SelectionName'),
    row('iam_role_arn', 'BackupSelection.IamRoleArn'),
    row('resources', 'BackupSelection.Resources'),
    row('not_resources', 'BackupSelection.NotResources'),
    blocks('selection_tag', 'BackupSelection.ListOfTags', [
      row('type', 'ConditionType'),
      row('key', 'ConditionKey'),
      row('value', 'ConditionValue'),
    ]),
  ]),
  resource(
    'aws_config_config_rule',
    'AWS::Config::ConfigRule',
    [
      row('name', 'ConfigRuleName'),
      ...same('Description MaximumExecutionFrequency'),
      row('source.owner', 'Source.Owner'),
      row('source.source_identifier', 'Source.SourceIdentifier'),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_bedrockagent_agent',
    'AWS::Bedrock::Agent',
    [
      ...same('AgentName AgentResourceRoleArn CustomerEncryptionKeyArn Description FoundationModel Instruction'),
      row('idle_session_ttl_in_seconds', 'IdleSessionTTLInSeconds'),
      row('guardrail_configuration.guardrail_identifier', 'GuardrailConfiguration.GuardrailIdentifier'),
      row('guardrail_configuration.guardrail_version', 'GuardrailConfiguration.GuardrailVersion'),
    ],
    { attributes: { agent_arn: 'AgentArn', agent_id: 'Ref', id: 'Ref' } },
  ),
  companion(
    'aws_bedrockagent_agent_action_group',
    { types: ['aws_bedrockagent_agent'], argument: 'agent_id' },
    { as: 'append', cfn: ['ActionGroups'] },
    [
      ...same('ActionGroupName ActionGroupState Description'),
      row('action_group_executor.lambda', 'ActionGroupExecutor.Lambda'),
      row('action_group_executor.custom_control', 'ActionGroupExecutor.CustomControl'),
    ],
  ),
  resource('aws_dms_endpoint', 'AWS::DMS::Endpoint', [
    ...same('DatabaseName EndpointType EngineName Password Port ServerName SslMode Username'),
    row('endpoint_id', 'EndpointIdentifier'),
    row('kms_key_arn', 'KmsKeyId'),
  ]),
  resource('aws_directory_service_directory', directory, [
    ...same('Name Password ShortName Edition'),
    row('vpc_settings.subnet_ids', 'VpcSettings.SubnetIds'),
    row('vpc_settings.vpc_id', 'VpcSettings.VpcId'),
  ]),
  resource(
    'aws_amplify_app',
    'AWS::Amplify::App',
    [
      ...same('Name Description Repository AccessToken OauthToken BuildSpec Platform'),
      row('iam_service_role_arn', 'IAMServiceRole'),
      row('enable_basic_auth', 'BasicAuthConfig.EnableBasicAuth'),
    ],
    { attributes: { id: 'AppId', default_domain: 'DefaultDomain' } },
  ),
  resource('aws_wafv2_web_acl', 'AWS::WAFv2::WebACL', [...same('Name Description Scope'), ...TAGS], {
    attributes: { arn: 'Arn', id: 'Id' },
  }),
  resource('aws_wafv2_web_acl_association', 'AWS::WAFv2::WebACLAssociation', [
    ...same('ResourceArn'),
    row('web_acl_arn', 'WebACLArn'),
  ]),
];

/** https://docs.aws.amazon.com/directoryservice/latest/admin-guide/what_is.html */
function directory({ body }: Instance): string {
  return stringOf(argumentOf(body, 'type')) === 'MicrosoftAD'
    ? 'AWS::DirectoryService::MicrosoftAD'
    : 'AWS::DirectoryService::SimpleAD';
}
