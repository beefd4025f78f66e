import type { Declarations, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { HOLES } from '#frameworks/terraform/types/table';
import { listOf, mapBranches, mapOf, stringOf, withData } from '#frameworks/terraform/values';
import { type Part, Text } from '#model/text';
import type { Value } from '#model/value';

const ROLE = 'aws_iam_role.this';
const POLICY = 'aws_iam_policy.policy';
const GITHUB = 'token.actions.githubusercontent.com';

const PAGE = 'terraform-aws-modules/iam/aws//modules';

/** https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest/submodules/iam-policy */
const policy: ModuleTable = {
  source: `${PAGE}/iam-policy`,
  defaults: { create: true, create_policy: true },
  declare: (module) => {
    const { inputs } = module;
    module.add(POLICY, inputs.when('create', 'create_policy'), inputs.same('name path description policy'));
  },
  outputs: { arn: `${POLICY} arn`, id: `${POLICY} id`, name: `${POLICY} name` },
};

/** https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest/submodules/iam-role (version 6) */
const role: ModuleTable = {
  source: `${PAGE}/iam-role`,
  defaults: { create: true, enable_github_oidc: false, create_inline_policy: false },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    module.add(ROLE, created, {
      ...inputs.same('name path description max_session_duration permissions_boundary'),
      assume_role_policy: documentOf(module, [
        ...(inputs.when('enable_github_oidc') ? [github(module, 'oidc_subjects', 'oidc_wildcard_subjects')] : []),
        ...statementsIn(inputs, 'trust_policy_permissions'),
      ]),
    });
    for (const [key, arn] of mapOf(inputs.get('policies')) ?? []) attach(module, key, arn);
    if (inputs.when('create_inline_policy'))
      module.add('aws_iam_role_policy.inline', created, {
        role: module.attribute(ROLE, 'name'),
        policy: documentOf(module, statementsIn(inputs, 'inline_policy_permissions')),
      });
  },
  outputs: { arn: `${ROLE} arn`, name: `${ROLE} name`, unique_id: `${ROLE} unique_id` },
};

/** https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/5.60.0/submodules/iam-github-oidc-role */
const githubRole: ModuleTable = {
  source: `${PAGE}/iam-github-oidc-role`,
  defaults: { create: true },
  declare: (module) => {
    const { inputs } = module;
    module.add(ROLE, inputs.when('create'), {
      ...inputs.same('name path description max_session_duration'),
      permissions_boundary: inputs.input('permissions_boundary_arn'),
      assume_role_policy: documentOf(module, [github(module, undefined, 'subjects')]),
    });
    for (const [key, arn] of mapOf(inputs.get('policies')) ?? []) attach(module, key, arn);
  },
  outputs: { arn: `${ROLE} arn`, name: `${ROLE} name` },
};

/** https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/5.60.0/submodules/iam-assumable-role */
const assumableRole: ModuleTable = {
  source: `${PAGE}/iam-assumable-role`,
  defaults: { create_role: false, role_requires_mfa: true, attach_admin_policy: false, attach_poweruser_policy: false },
  declare: (module) => {
    const { inputs, call } = module;
    const created = inputs.when('create_role');
    const principals: Spec[] = [
      { type: 'AWS', identifiers: inputs.input('trusted_role_arns') },
      { type: 'Service', identifiers: inputs.input('trusted_role_services') },
    ];
    const mfa: Spec = { test: 'Bool', variable: 'aws:MultiFactorAuthPresent', values: ['true'] };
    module.add(ROLE, created, {
      name: inputs.input('role_name'),
      path: inputs.input('role_path'),
      max_session_duration: inputs.input('max_session_duration'),
      permissions_boundary: inputs.input('role_permissions_boundary_arn'),
      assume_role_policy: inputs.has('custom_role_trust_policy')
        ? inputs.input('custom_role_trust_policy')
        : documentOf(module, [
            {
              actions: ['sts:AssumeRole', 'sts:TagSession'],
              principals: principals,
              condition: inputs.when('role_requires_mfa') ? [mfa] : undefined,
            },
          ]),
    });
    for (const [index, arn] of (listOf(inputs.get('custom_role_policy_arns')) ?? []).entries())
      attach(module, `custom_${index}`, arn, created);
    const aws = (name: string): Value => ({
      kind: 'set',
      at: call.at,
      data: new Text(['arn:', HOLES.partition, `:iam::aws:policy/${name}`]),
    });
    if (inputs.when('attach_admin_policy')) attach(module, 'admin', aws('AdministratorAccess'), created);
    if (inputs.when('attach_poweruser_policy')) attach(module, 'poweruser', aws('PowerUserAccess'), created);
  },
  outputs: { iam_role_arn: `${ROLE} arn`, iam_role_name: `${ROLE} name` },
};

export const iam: readonly ModuleTable[] = [policy, role, githubRole, assumableRole];

function attach(module: Declarations, key: string, arn: Value, when = module.inputs.when('create')): void {
  module.add(
    'aws_iam_role_policy_attachment.this',
    when,
    { role: module.attribute(ROLE, 'name'), policy_arn: arn },
    key,
  );
}

/** The statement by which workflows of GitHub may take the role. */
function github({ inputs, call }: Declarations, exact: string | undefined, pattern: string): Spec {
  const text = (...parts: readonly Part[]): Value => ({ kind: 'set', at: call.at, data: Text.of(parts) });
  const subjects = (name: string | undefined, test: string): readonly Spec[] => {
    const value = name === undefined ? undefined : inputs.get(name);
    if (!value || listOf(value)?.length === 0) return [];
    return [{ test, variable: `${GITHUB}:sub`, values: ofRepositories(value) }];
  };
  return {
    sid: 'GithubOidcAuth',
    actions: ['sts:TagSession', 'sts:AssumeRoleWithWebIdentity'],
    principals: [
      {
        type: 'Federated',
        identifiers: [text('arn:', HOLES.partition, ':iam::', HOLES.account, `:oidc-provider/${GITHUB}`)],
      },
    ],
    condition: [
      { test: 'ForAllValues:StringEquals', variable: `${GITHUB}:iss`, values: [`https://${GITHUB}`] },
      { test: 'ForAllValues:StringEquals', variable: `${GITHUB}:aud`, values: ['sts.amazonaws.com'] },
      ...subjects(exact, 'StringEquals'),
      ...subjects(pattern, 'StringLike'),
    ],
  };
}

/** The module writes `repo:` before what names a repository. */
function ofRepositories(value: Value): Value {
  return mapBranches(value, (list) => {
    const items = listOf(list);
    if (!items) return list;
    return withData(
      list,
      items.map((item) =>
        mapBranches(item, (one) => {
          const subject = stringOf(one);
          return subject === undefined || subject.startsWith('repo:') ? one : withData(one, `repo:${subject}`);
        }),
      ),
    );
  });
}
