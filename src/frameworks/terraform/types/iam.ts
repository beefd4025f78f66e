import { TAGS } from '#frameworks/terraform/types/rows';
import {
  blocks,
  type CompanionTable,
  companion,
  ignored,
  json,
  listed,
  type ResourceTable,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

/** The types of identities: Terraform's word and CloudFormation's. */
const IDENTITIES = [
  ['role', 'Role'],
  ['user', 'User'],
  ['group', 'Group'],
] as const;

const MANAGED = ['ManagedPolicyArns'];

/** What policies an identity has besides its own block: inline ones, attached ones, and a whole list of those. */
function policies(own: string, cfn: string): readonly Table[] {
  const owner = (argument: string): CompanionTable['owner'] => ({
    types: [`aws_iam_${own}`],
    argument,
    named: 'name',
  });
  return [
    resource(`aws_iam_${own}_policy`, `AWS::IAM::${cfn}Policy`, [
      row(own, `${cfn}Name`),
      row('name', 'PolicyName'),
      json('policy', 'PolicyDocument'),
    ]),
    companion(`aws_iam_${own}_policy_attachment`, owner(own), { as: 'item', cfn: MANAGED, own: 'policy_arn' }, []),
    companion(`aws_iam_${own}_policy_attachments_exclusive`, owner(`${own}_name`), { as: 'merge' }, [
      row('policy_arns', 'ManagedPolicyArns'),
    ]),
  ];
}

function identity(own: string, cfn: string, rows: readonly Row[], id: string): ResourceTable {
  return resource(`aws_iam_${own}`, `AWS::IAM::${cfn}`, [row('name', `${cfn}Name`), row('path', 'Path'), ...rows], {
    attributes: { name: 'Ref', unique_id: id },
  });
}

/** IAM: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role and the pages beside it. */
export const iam: readonly Table[] = [
  identity(
    'role',
    'Role',
    [
      json('assume_role_policy', 'AssumeRolePolicyDocument'),
      ...same('Description MaxSessionDuration PermissionsBoundary ManagedPolicyArns'),
      blocks('inline_policy', 'Policies', [row('name', 'PolicyName'), json('policy', 'PolicyDocument')]),
      ...TAGS,
    ],
    'RoleId',
  ),
  identity('user', 'User', [...same('PermissionsBoundary'), ...TAGS], 'UserId'),
  identity('group', 'Group', [], 'GroupId'),
  ...IDENTITIES.flatMap(([own, cfn]) => policies(own, cfn)),
  companion(
    'aws_iam_policy_attachment',
    { types: IDENTITIES.map(([own]) => `aws_iam_${own}`), argument: ['roles', 'users', 'groups'], named: 'name' },
    { as: 'item', cfn: MANAGED, own: 'policy_arn' },
    [],
  ),
  resource(
    'aws_iam_policy',
    'AWS::IAM::ManagedPolicy',
    [row('name', 'ManagedPolicyName'), ...same('Path Description'), json('policy', 'PolicyDocument')],
    { attributes: { arn: 'Ref', policy_id: 'PolicyId' } },
  ),
  resource('aws_iam_instance_profile', 'AWS::IAM::InstanceProfile', [
    row('name', 'InstanceProfileName'),
    row('path', 'Path'),
    row('role', 'Roles', listed),
  ]),
  resource('aws_iam_openid_connect_provider', 'AWS::IAM::OIDCProvider', [
    ...same('Url ClientIdList ThumbprintList'),
    ...TAGS,
  ]),
  resource('aws_iam_saml_provider', 'AWS::IAM::SAMLProvider', [...same('Name SamlMetadataDocument'), ...TAGS]),
  resource('aws_iam_service_linked_role', 'AWS::IAM::ServiceLinkedRole', [
    row('aws_service_name', 'AWSServiceName'),
    ...same('CustomSuffix Description'),
  ]),
  resource('aws_iam_access_key', 'AWS::IAM::AccessKey', [row('user', 'UserName'), row('status', 'Status')], {
    attributes: { secret: 'SecretAccessKey' },
  }),
  // Which policies there may be, and who is in a group.
  ...ignored('aws_iam_role_policies_exclusive aws_iam_user_policies_exclusive aws_iam_group_policies_exclusive'),
  ...ignored('aws_iam_group_membership aws_iam_user_group_membership aws_iam_user_login_profile aws_iam_user_ssh_key'),
  ...ignored('aws_iam_account_alias aws_iam_security_token_service_preferences aws_iam_organizations_features'),
  ...ignored('aws_iam_service_specific_credential aws_iam_signing_certificate aws_iam_virtual_mfa_device'),
];
