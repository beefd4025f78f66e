import type { Cloud } from '#model/cloud';
import { isRoutine, managedPolicyName } from '#model/grants';
import type { Abstention } from '#model/needs/need';
import type { OperationsByFunction } from '#model/operations';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

type Fn = Resource<'AWS::Lambda::Function'>;

/**
 * Why the code that a template names may not be the code that runs: something puts other code in its place after the deployment. Then what it
 * calls says nothing of what the function needs.
 */
export function standIn(cloud: Cloud, fn: Fn, operations: OperationsByFunction): readonly Abstention[] {
  const doubt = (why: string, at: Property | Fn): Abstention => ({ kind: 'code', why, at: at.location });
  if (isDeployedElsewhere(fn)) return [doubt(`the code of ${fn.name} is deployed by something else`, fn)];
  for (const code of fn.at('Code', 'ZipFile').filter((one) => one.kind === 'set')) {
    if (isForOtherHandler(fn)) return [doubt(`the code of ${fn.name} in the template is not its handler's`, code)];
    if (isGivenWhatNobodyCalls(cloud, fn, operations))
      return [doubt(`the code of ${fn.name} in the template calls nothing, and may stand in for other code`, code)];
  }
  return [];
}

/** Code in a template is the module `index`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html */
function isForOtherHandler(fn: Fn): boolean {
  // Terraform's archives name their files.
  if (fn.stack.framework === 'terraform') return false;
  return fn.at('Handler').some(({ string }) => string !== undefined && !string.startsWith('index.'));
}

/** What is written of `lifecycle` behind which other code may be deployed. */
const MAX_IGNORED = 400;
const CODE = /\b(?:all|filename|source_code_hash|s3_key|s3_object_version|image_uri)\b/;

/** Whether Terraform is told to leave the function's code as it finds it. */
function isDeployedElsewhere({ stack, extent }: Fn): boolean {
  if (stack.framework !== 'terraform') return false;
  const text = extent.file.slice(extent.span);
  const at = text.indexOf('ignore_changes');
  if (at < 0) return false;
  const list = text.slice(at, at + MAX_IGNORED);
  const end = list.includes('[') ? list.indexOf(']') : list.indexOf('\n');
  return CODE.test(list.slice(0, end < 0 ? undefined : end));
}

/** Services that every function uses by itself. */
const ROUTINE = /^(?:logs|xray|ec2|cloudwatch):/i;

/** Whether the role lets its functions do something, and none of them does anything. */
function isGivenWhatNobodyCalls(cloud: Cloud, fn: Fn, operations: OperationsByFunction): boolean {
  return fn.at('Role').some((property) => {
    const role = cloud.resolve(property, 'AWS::IAM::Role');
    if (!role || !isGivenMore(cloud, role)) return false;
    return cloud
      .referrers(role)
      .every(({ from, property: { path } }) => path[0] !== 'Role' || !callsSomething(operations, from));
  });
}

function callsSomething(operations: OperationsByFunction, { id }: Resource): boolean {
  const known = operations.get(id);
  return known !== undefined && known.operations.length + known.gaps.length > 0;
}

function isGivenMore(cloud: Cloud, role: Resource<'AWS::IAM::Role'>): boolean {
  const { statements, managed } = cloud.grantsOfRole(role);
  return (
    managed.some((one) => !isRoutine(managedPolicyName(one) ?? '')) ||
    statements.some(
      ({ effect, actions }) => effect === 'Allow' && !actions.every(({ string }) => ROUTINE.test(string ?? '')),
    )
  );
}
