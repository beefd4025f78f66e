import { mapOf } from '#frameworks/terraform/values';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { SourceFile } from '#source/file';
import type { Block } from '#syntax/hcl/ast';

const ATTACHMENT = 'aws_iam_role_policy_attachment';
/** A policy of a role that is a block of its own. */
export const ROLE_POLICY = 'aws_iam_role_policy';

/**
 * Whether a policy that is added to a role has to be a block of its own: a role with `inline_policy` blocks loses the policies that other
 * blocks give it. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#inline_policy
 */
export function isPolicyBesideRole(role: Resource, [list, ...rest]: PropertyPath): boolean {
  return (
    role.isA('AWS::IAM::Role') && list === 'Policies' && rest.length === 0 && !mapOf(role.properties)?.has('Policies')
  );
}

/** Why the block that attaches a policy to a role cannot go as a whole; undefined where it can. */
export function keptAttachment(block: Block | undefined, files: readonly SourceFile[]): string | undefined {
  const [type, name] = block?.labels ?? [];
  if (!block || type?.text !== ATTACHMENT || name === undefined) return 'the attachment is a block of its own';
  if (block.body.attributes.some((one) => one.name === 'count' || one.name === 'for_each'))
    return 'the attachment is one of several that its block makes';
  // What waits for the attachment, or moves it, names it.
  const address = `${ATTACHMENT}.${name.text}`;
  const isNamed = files.some(({ text }) => occurs(text, address));
  return isNamed ? 'something refers to the attachment' : undefined;
}

/** Whether an address stands in a text, and not only the beginning of a longer one. */
function occurs(text: string, address: string): boolean {
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1))
    if (!/[\w-]/.test(text.charAt(at + address.length))) return true;
  return false;
}
