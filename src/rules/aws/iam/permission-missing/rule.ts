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
import { sdkClient } from '#model/sdk-client';
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
        const what = asked(missing.map((one) => one.need));
        const [it, call] = missing.length > 1 ? ['them', 'calls'] : ['it', 'call'];
        const end = need.reason.kind === 'call' ? `: the ${call} will fail` : '';
        yield {
          at: need.at,
          about: `${actions.join(' ')} ${name}`,
          message: denied
            ? `${code(name)} ${what}, and a statement denies it${end}.`
            : `${code(name)} ${what}, and nothing allows ${it}${end}.`,
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

/** What asks for permissions, those with the same reason together: `calls …`, `polls its source, for which it needs …`. */
function asked(needs: readonly NeededPermission[]): string {
  const reasons = new Map<string, string[]>();
  for (const need of needs.slice(0, MAX_NAMED)) {
    const start = reasonOf(need);
    reasons.set(start, [...(reasons.get(start) ?? []), `${code(need.action)} (${code(placeOf(need))})`]);
  }
  const said = [...reasons].map(([start, named]) => `${start} ${named.join(', ')}`);
  const rest = needs.length > MAX_NAMED ? ` and ${needs.length - MAX_NAMED} more` : '';
  return `${said.join(', ')}${rest}`;
}

function reasonOf({ action, reason }: NeededPermission): string {
  if (reason.kind !== 'call') return `${reason.what}, for which it needs`;
  const { service, name } = reason.operation;
  // The key of a table is not called, but the table is.
  const isOwn = action.split(':')[0] === sdkClient(service)?.prefix;
  return isOwn ? 'calls' : `calls ${code(name)}, for which it needs`;
}

function placeOf({ at }: NeededPermission): string {
  return `${at.file.path}:${linesOf(at).start}`;
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
