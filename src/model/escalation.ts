import { actionCovers } from '#model/action-pattern';
import { ESCALATION_PATHS, type EscalationPath } from '#model/escalation-paths';
import { isOnEveryResource, speaksOf } from '#model/scope';
import type { ConditionTest, Statement } from '#model/statement';
import { compatible } from '#model/value';

/** A path of privilege escalation that a set of statements opens. */
export interface Escalation {
  readonly path: EscalationPath;
  /** The statements that allow its actions, each once. */
  readonly statements: readonly Statement[];
  /**
   * Whether every action is allowed on every resource of its kind without a condition: the holder needs nothing else. False
   * means that it works only with the resources that the statements name.
   */
  readonly unrestricted: boolean;
}

/**
 * The known paths of which every action is allowed and none denied. A Deny counts when it holds on every resource without a
 * condition. A path is left out when it needs more than another that is open as well. Unknown actions open nothing.
 */
export function escalations(statements: readonly Statement[]): readonly Escalation[] {
  const denials = statements.filter(
    (one) => one.effect === 'Deny' && one.complete && one.conditions.length === 0 && isOnEveryResource(one),
  );
  const allows = statements.filter((one) => one.effect === 'Allow' && one.kind === 'identity');
  const open = ESCALATION_PATHS.flatMap((path) => escalation(path, allows, denials));
  return open.filter(({ path }) => !open.some((other) => other.path !== path && needsLess(other.path, path)));
}

function needsLess(a: EscalationPath, b: EscalationPath): boolean {
  return a.actions.length < b.actions.length && a.actions.every((action) => b.actions.includes(action));
}

function escalation(
  path: EscalationPath,
  allows: readonly Statement[],
  denials: readonly Statement[],
): readonly Escalation[] {
  const used = new Set<Statement>();
  let unrestricted = true;
  for (const action of path.actions) {
    if (denials.some((denial) => speaksOf(denial, action))) return [];
    const granting = allows.filter((allow) => speaksOf(allow, action) && passesWhereNeeded(allow, action, path));
    const best = granting.find((allow) => isFree(allow)) ?? granting[0];
    if (!best) return [];
    if (!isFree(best)) unrestricted = false;
    used.add(best);
  }
  const chosen = [...used];
  if (!chosen.every((one) => chosen.every((other) => compatible(one.when, other.when)))) return [];
  return [{ path, statements: chosen, unrestricted }];
}

function isFree(allow: Statement): boolean {
  return isOnEveryResource(allow) && !allow.conditions.some((test) => test.key !== 'iam:passedtoservice');
}

/** `iam:PassRole` bound to services by condition opens only the paths of those services. */
function passesWhereNeeded(allow: Statement, action: string, path: EscalationPath): boolean {
  if (action !== 'iam:PassRole') return true;
  const bound = allow.conditions.filter((test) => test.key === 'iam:passedtoservice' && isPositive(test));
  if (bound.length === 0) return true;
  const services = path.actions.filter((one) => one !== action).map((one) => one.slice(0, one.indexOf(':')));
  return bound.every((test) =>
    test.values.some(({ string }) => {
      if (string === undefined) return false;
      return services.some((service) => takersOf(service).some((name) => actionCovers(string, name)));
    }),
  );
}

function isPositive(test: ConditionTest): boolean {
  return !/Not(Equals|Like)/.test(test.operator);
}

/** The principals that take the role which an action of the prefix passes, where they are not named like the prefix. */
const TAKERS: Readonly<Record<string, readonly string[]>> = {
  bedrock: ['bedrock.amazonaws.com', 'bedrock-agentcore.amazonaws.com'],
  ecs: ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'],
  ec2: ['ec2.amazonaws.com', 'spotfleet.amazonaws.com'],
};

function takersOf(prefix: string): readonly string[] {
  return TAKERS[prefix] ?? [`${prefix}.amazonaws.com`];
}
