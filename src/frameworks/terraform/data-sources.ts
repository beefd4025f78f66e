import { managedPolicyArn } from '#frameworks/sam/role';
import type { Application } from '#frameworks/terraform/application';
import { encoded } from '#frameworks/terraform/encoded';
import type { Instance } from '#frameworks/terraform/instance';
import { policyDocument } from '#frameworks/terraform/policy-document';
import { argumentOf, mapOf, stringOf } from '#frameworks/terraform/values';
import { type Hole, Text } from '#model/text';
import type { Value } from '#model/value';

/**
 * What a data source gives beyond its arguments, by Terraform's name of the attribute; undefined for what only the deployment knows.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export function dataAttribute(application: Application, instance: Instance, name: string): Value | undefined {
  const { at, type } = instance;
  const hole = HOLES[type]?.[name];
  if (hole) return { kind: 'set', at, data: new Text([hole]) };
  if (type === 'aws_iam_policy_document' && (name === 'json' || name === 'minified_json'))
    return encoded({ kind: 'set', at, data: '' }, policyDocument(instance));
  if (type === 'template_file' && name === 'rendered') {
    const template = argumentOf(instance.body, 'template');
    const variables = mapOf(argumentOf(instance.body, 'vars')) ?? new Map();
    return template && application.rendered(template, variables, at);
  }
  if (type === 'aws_iam_policy' && (name === 'arn' || name === 'id')) {
    const policy = stringOf(argumentOf(instance.body, 'name'));
    const arn = policy === undefined ? undefined : managedPolicyArn(policy);
    // A name that AWS does not have is a policy of the account, which only the deployment finds.
    return arn === undefined || arn === policy ? argumentOf(instance.body, 'arn') : { kind: 'set', at, data: arn };
  }
  if (type === 'archive_file' && /^output_(base64)?(md5|sha\d*|size)/.test(name))
    return { kind: 'unknown', at, why: 'the hash of an archive' };
  return undefined;
}

const ACCOUNT: Hole = { kind: 'hole', why: 'AWS::AccountId', name: 'AWS::AccountId' };
const REGION: Hole = { kind: 'hole', why: 'AWS::Region', name: 'AWS::Region' };
const PARTITION: Hole = { kind: 'hole', why: 'AWS::Partition', name: 'AWS::Partition' };
const SUFFIX: Hole = { kind: 'hole', why: 'AWS::URLSuffix', name: 'AWS::URLSuffix' };
const PARAMETER: Hole = { kind: 'hole', why: 'dynamic reference to Systems Manager', dynamic: 'ssm' };
const SECRET: Hole = { kind: 'hole', why: 'dynamic reference to Secrets Manager', dynamic: 'secretsmanager' };

/** Attributes that are what CloudFormation has a pseudo parameter or a dynamic reference for. */
const HOLES: Readonly<Record<string, Readonly<Record<string, Hole>>>> = {
  aws_caller_identity: { account_id: ACCOUNT, id: ACCOUNT },
  aws_region: { name: REGION, id: REGION, region: REGION },
  aws_partition: { partition: PARTITION, id: PARTITION, dns_suffix: SUFFIX },
  aws_ssm_parameter: { value: PARAMETER, insecure_value: PARAMETER },
  aws_secretsmanager_secret_version: { secret_string: SECRET, secret_binary: SECRET },
  aws_secretsmanager_random_password: { random_password: SECRET },
};
