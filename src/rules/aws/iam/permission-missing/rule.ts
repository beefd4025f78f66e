import { code } from '#finding/markdown';
import { privilegesOf } from '#finding/privileges';
import type { Remedy } from '#finding/remedy';
import { defineCloudRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { NeededPermission } from '#model/needs/need';
import type { RolePrivileges } from '#model/privilege/compare';
import type { MissingPermission } from '#model/privilege/missing';
import { grantingPatch } from '#model/privilege/statement-patch';
import type { Resource } from '#model/resource';
import { linesOf } from '#source/file';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: what nothing allows is denied. */
export const rule = defineCloudRule({
  title: 'Permission that the code needs is missing',
  why: 'What no policy allows is denied: the call fails in production, and the quick repair is a wildcard that stays for ever.',
  how: 'Allow the action in the policies of the role, on the resource that the code calls it on.',
  asksForCode: true,
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [732],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'],
  aliases: {},
  *check(cloud, context) {
    for (const privileges of privilegesOf(context)) {
      for (const missing of together(privileges)) {
        const [first] = missing;
        if (!first) continue;
        const { need, denied } = first;
        const { role } = privileges;
        const name = (userOf(privileges, first) ?? role).name;
        const actions = missing.map((one) => one.need.action);
        const what = missing.slice(0, MAX_NAMED).map((one) => asked(one.need));
        const rest = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : '';
        const [it, call] = missing.length > 1 ? ['them', 'calls'] : ['it', 'call'];
        const end = need.reason.kind === 'call' ? `: the ${call} will fail` : '';
        yield {
          at: need.at,
          about: `${actions.join(' ')} ${name}`,
          message: denied
            ? `${code(name)} ${what.join(', ')}, and a statement denies it${end}.`
            : `${code(name)} ${what.join(', ')}${rest}, and nothing allows ${it}${end}.`,
          related: denied
            ? [{ at: denied.at, message: 'It is denied here.' }]
            : [
                { at: role.location, message: 'Its role stands here.' },
                ...missing.slice(1, MAX_NAMED).map((one) => ({
                  at: one.need.at,
                  message: `${code(one.need.action)} is needed here.`,
                })),
              ],
          ...remedyOf(cloud, privileges, missing),
        };
      }
    }
  },
});

/** Actions that a message names. */
const MAX_NAMED = 3;

function asked({ action, reason, at }: NeededPermission): string {
  const where = code(`${at.file.path}:${linesOf(at).start}`);
  return reason.kind === 'call'
    ? `calls ${code(action)} (${where})`
    : `${reason.what}, for which it needs ${code(action)} (${where})`;
}

/** What is surely missing of a role: by who needs it all that nothing allows, once for each action, and each that is denied for itself. */
function together(privileges: RolePrivileges): readonly (readonly MissingPermission[])[] {
  const surely = privileges.missing.filter(({ confidence }) => confidence === 'certain');
  const once = surely.filter(({ need }, at) => surely.findIndex((one) => one.need.action === need.action) === at);
  const groups = new Map<Resource | MissingPermission | undefined, MissingPermission[]>();
  for (const one of once) {
    const key = one.denied ? one : userOf(privileges, one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Who needs it, the first of them. */
function userOf({ users }: RolePrivileges, { need }: MissingPermission): Resource | undefined {
  const isIts = (one: NeededPermission): boolean => one.action === need.action && one.at === need.at;
  return users.find(({ needs }) => needs.permissions.some(isIts))?.resource;
}

/** One policy for all that a role wants, as far as it can be said: two of the same name would take each other's place. */
function remedyOf(
  cloud: Cloud,
  { role, missing }: RolePrivileges,
  own: readonly MissingPermission[],
): { readonly remedy?: Remedy } {
  const wanted = missing
    .filter(({ denied, confidence }) => !denied && confidence === 'certain')
    .map(({ need }): NeededPermission => need)
    .filter((need) => grantingPatch(cloud, role, [need]) !== undefined);
  if (own.some(({ need }) => !wanted.includes(need))) return {};
  const patch = grantingPatch(cloud, role, wanted);
  return patch ? { remedy: { title: 'Allow what the code calls', applicability: 'unsafe', patches: [patch] } } : {};
}
