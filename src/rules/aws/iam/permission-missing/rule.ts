import { code } from '#finding/markdown';
import { privilegesOf } from '#finding/privileges';
import type { Remedy } from '#finding/remedy';
import { defineCloudRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { NeededPermission } from '#model/needs/need';
import type { RolePrivileges } from '#model/privilege/compare';
import type { MissingPermission } from '#model/privilege/missing';
import { grantingPatch } from '#model/privilege/statement-patch';
import { linesOf } from '#source/file';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: what nothing allows is denied. */
export const rule = defineCloudRule({
  title: 'Permission that the code needs is missing',
  why: 'What no policy allows is denied: the call fails in production, and the quick repair is a wildcard that stays for ever.',
  how: 'Allow the action in the policies of the role, on the resource that the code calls it on.',
  asksForCode: true,
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'nursery',
  practices: [2],
  cwe: [732],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'],
  aliases: {},
  *check(cloud, context) {
    for (const privileges of privilegesOf(context)) {
      for (const [action, missing] of byAction(privileges)) {
        const [first] = missing;
        if (!first) continue;
        const { need, denied } = first;
        const users = privileges.users.filter(({ needs }) =>
          needs.permissions.some((one) => one.action === action && one.at === need.at),
        );
        const name = code(users[0]?.resource.name ?? privileges.role.name);
        const where = `${need.at.file.path}:${linesOf(need.at).start}`;
        const does =
          need.reason.kind === 'call'
            ? `calls ${code(action)}`
            : `${need.reason.what}, for which it needs ${code(action)}`;
        yield {
          at: need.at,
          about: `${action} ${users[0]?.resource.name ?? privileges.role.name}`,
          message: denied
            ? `${name} ${does} (${code(where)}), and a statement denies it: the call will fail.`
            : `${name} ${does} (${code(where)}), and nothing allows it: the call will fail.`,
          related: denied
            ? [{ at: denied.at, message: 'It is denied here.' }]
            : [{ at: privileges.role.location, message: 'This is what it acts with.' }],
          ...remedyOf(cloud, privileges, missing),
        };
      }
    }
  },
});

/** What is surely missing of a role, by action: the first place stands for all. */
function byAction({ missing }: RolePrivileges): ReadonlyMap<string, readonly MissingPermission[]> {
  const found = new Map<string, MissingPermission[]>();
  for (const one of missing) {
    if (one.confidence !== 'certain') continue;
    found.set(one.need.action, [...(found.get(one.need.action) ?? []), one]);
  }
  return found;
}

function remedyOf(
  cloud: Cloud,
  { role }: RolePrivileges,
  missing: readonly MissingPermission[],
): { readonly remedy?: Remedy } {
  if (missing.some(({ denied }) => denied)) return {};
  const patch = grantingPatch(
    cloud,
    role,
    missing.map(({ need }): NeededPermission => need),
  );
  return patch ? { remedy: { title: 'Allow what the code calls', applicability: 'unsafe', patches: [patch] } } : {};
}
