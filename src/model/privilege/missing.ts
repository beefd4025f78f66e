import type { Cloud } from '#model/cloud';
import type { Abstention, NeededPermission } from '#model/needs/need';
import { type Grant, speaksOfNeed } from '#model/privilege/grant';
import { speaksOf } from '#model/scope';
import type { Principal, Statement } from '#model/statement';
import { partsOf } from '#model/text';

/** A permission that is needed and that nothing grants: what asks for it will fail at run time. */
export interface MissingPermission {
  readonly need: NeededPermission;
  /** The statement that denies it, where it is not the want of one that allows it. */
  readonly denied?: Grant;
  /**
   * `certain`: nothing else can grant it; `likely`: only a policy of the resource that is not in the application could.
   */
  readonly confidence: 'certain' | 'likely';
}

/**
 * Services whose resources have policies of their own, which can let a role of the same account in:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const RESOURCE_POLICIES = new Set(
  'acm-pca aoss apigateway backup bedrock codeartifact codebuild dynamodb ecr elasticfilesystem es events execute-api glue iam iot kafka kinesis kms lambda lex logs s3 s3-outposts s3express s3tables secretsmanager ses signer sns sqs ssm sts vpc-lattice-svcs'.split(
    ' ',
  ),
);

/** Needs that surely arise and that no statement can cover. Nothing is said while a part of the role is in doubt. */
export function missingPermissions(
  cloud: Cloud,
  needs: readonly NeededPermission[],
  grants: readonly Grant[],
  doubts: readonly Abstention[],
): readonly MissingPermission[] {
  const allows = grants.filter(({ effect }) => effect === 'Allow');
  const denials = grants.filter(({ effect }) => effect === 'Deny');
  return needs.flatMap((need): readonly MissingPermission[] => {
    if (need.class !== 'required' || !need.certain) return [];
    const denied = denials.find((one) => speaksOfNeed(cloud, one, need) === 'yes' && need.on.kind !== 'unknown');
    if (denied) return [{ need, denied, confidence: 'certain' }];
    if (doubts.length > 0) return [];
    if (allows.some((one) => speaksOfNeed(cloud, one, need) !== 'no')) return [];
    const [service = ''] = need.action.split(':');
    if (!RESOURCE_POLICIES.has(service)) return [{ need, confidence: 'certain' }];
    const targets = need.on.kind === 'arns' ? need.on.arns.map(({ target }) => target) : [undefined];
    const declared = targets.flatMap((target) => (target ? [target] : []));
    const policies =
      declared.length === targets.length ? declared.flatMap((one) => cloud.policiesOn(one)) : cloud.statements;
    if (policies.some((statement) => mayGrant(statement, need.action))) return [];
    return [{ need, confidence: declared.length === targets.length ? 'certain' : 'likely' }];
  });
}

/** Whether a policy of the resource may let the role in. An account as principal only hands the question back to the role. */
function mayGrant(statement: Statement, action: string): boolean {
  if (statement.effect !== 'Allow' || statement.kind === 'identity') return false;
  if (statement.complete && !speaksOf(statement, action) && !(statement.kind === 'trust' && /^sts:/.test(action)))
    return false;
  return statement.notPrincipals.length > 0 || statement.principals.some(isRoleOrAnybody);
}

function isRoleOrAnybody({ kind, value }: Principal): boolean {
  if (kind === 'any' || value === undefined) return true;
  if (kind !== 'aws') return false;
  const text = partsOf(value)
    .map((part) =>
      typeof part === 'string' ? part : part.kind === 'hole' && part.name === 'AWS::AccountId' ? '000000000000' : '_',
    )
    .join('');
  return !/^(?:\d{12}|arn:[\w-]+:iam::[\w-]{1,64}:root)$/.test(text);
}
