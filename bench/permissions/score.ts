import { actionCovers } from '#model/action-pattern';
import type { Grant } from '#model/privilege/grant';
import { patternCovers } from '#model/privilege/grant';
import type { FunctionReport, ReportedAbstention } from '#model/privilege/report';
import { isCalled, type Label, type LabelledNeed, languageOf, mayAsk, nameOf } from './label.js';

/** Doubts about what is granted leave what is needed known. */
const OF_GRANTS: ReadonlySet<string> = new Set(['role', 'managed-policy', 'statement']);

/** One function's report, held against its label. */
export interface Score {
  readonly name: string;
  readonly language: string;
  /** `whole`: nothing is said of what it uses for sure; `part`: some services are in doubt. */
  readonly abstains: 'whole' | 'part' | undefined;
  readonly reasons: readonly string[];
  /** Whether the label says that it may. */
  readonly mayAbstain: boolean;
  /** Actions of the label that are required, and those that are missing there. */
  readonly needed: readonly Held[];
  readonly used: number;
  /** Required by the report, and neither needed nor conditional by the label. */
  readonly wrong: readonly string[];
  /** Needed on a resource of the template that the report does not name. */
  readonly elsewhere: readonly string[];
  /** Needed, granted before and not after the narrowing: the deployment would break. */
  readonly broken: readonly string[];
  /** Needed, and the policy that is offered does not have it. */
  readonly notInPolicy: readonly string[];
  readonly narrowings: number;
}

export interface Held {
  readonly action: string;
  readonly called: boolean;
  /** Something of its service was left open, so that its absence says nothing. */
  readonly open: boolean;
  readonly found: 'required' | 'conditional' | 'no';
}

/**
 * @param before what the role allows as it is
 * @param after what it allows when every narrowing was applied
 */
export function score(
  label: Label,
  report: FunctionReport,
  { before, after, narrowings }: { before: readonly Grant[]; after: readonly Grant[]; narrowings: number },
): Score {
  const doubts = doubtsIn(report);
  const whole = doubts.some(({ service }) => service === undefined);
  const actions = [...new Map(label.needed.map((need) => [`${need.action} ${isCalled(label, need)}`, need])).values()];
  const { policy } = report;
  const granted = policy?.Statement.flatMap(({ Action }) => Action);
  return {
    name: nameOf(label),
    language: languageOf(label),
    abstains: whole ? 'whole' : doubts.length > 0 ? 'part' : undefined,
    reasons: [...new Set(doubts.map(reasonOf))],
    mayAbstain: label.abstain !== undefined,
    needed: actions.map((need) => ({
      action: need.action,
      called: isCalled(label, need),
      // What is not seen of a service may hand on a role, so that this is left open with it.
      open: doubts.some(
        ({ service }) =>
          service === undefined || need.action.startsWith(`${service}:`) || need.action === 'iam:PassRole',
      ),
      found: report.used.some(({ action }) => action === need.action)
        ? 'required'
        : report.conditional.some(({ action }) => actionCovers(action, need.action))
          ? 'conditional'
          : 'no',
    })),
    used: new Set(report.used.map(({ action }) => action)).size,
    wrong: [...new Set(report.used.map(({ action }) => action))].filter((action) => !mayAsk(label, action)),
    elsewhere: label.needed.flatMap((need) => (isNamed(need, report) ? [] : [`${need.action} on ${need.resource}`])),
    broken: label.needed
      .filter((need) => allows(before, need) && !allows(after, need))
      .map(({ action, resource }) => `${action} on ${resource}`),
    notInPolicy: granted
      ? label.needed.map(({ action }) => action).filter((action) => !granted.some((one) => actionCovers(one, action)))
      : [],
    narrowings,
  };
}

/** What a report leaves open of what is needed. */
export function doubtsIn({ abstentions }: FunctionReport): readonly ReportedAbstention[] {
  return abstentions.filter(({ kind }) => !OF_GRANTS.has(kind));
}

/** Whether a label's resource is among those that the report has for the action, where the label names one. */
function isNamed({ action, resource }: LabelledNeed, { used }: FunctionReport): boolean {
  const own = used.filter((one) => one.action === action);
  if (resource === '?' || resource === '*' || own.length === 0) return true;
  return own.some(({ resources, unknown }) => unknown !== undefined || resources.some((one) => one.includes(resource)));
}

/** Whether grants allow an action, on a resource as far as its name tells. */
export function allows(grants: readonly Grant[], need: Pick<LabelledNeed, 'action' | 'resource'>): boolean {
  const { action, resource } = need;
  const covering = grants.filter(({ actions, notActions }) =>
    notActions.length > 0
      ? !notActions.some((one) => one !== undefined && actionCovers(one, action))
      : actions.some(({ pattern }) => patternCovers(pattern, action) !== 'no'),
  );
  if (resource === '?' || resource === '*') return covering.length > 0;
  return covering.some(({ resources }) =>
    resources.some((one) => one === undefined || isUnnamed(String(one)) || String(one).includes(resource)),
  );
}

/** A resource that is not named by a reference may be any. */
function isUnnamed(text: string): boolean {
  return text.includes('*') || !/\$\{(?!AWS::)/.test(text);
}

function reasonOf({ kind, why, service }: ReportedAbstention): string {
  return `${kind}${service === undefined ? '' : ` (${service})`}: ${why}`;
}
