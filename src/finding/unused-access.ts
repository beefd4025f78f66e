import { byExposure } from '#finding/holders';
import type { Narrowed } from '#finding/narrowed';
import type { Severity } from '#finding/severity';
import { actionCovers } from '#model/action-pattern';
import type { Reach } from '#model/exposure';
import { type AccessLevel, actionsOf, type IamAction, iamAction } from '#model/iam-action';

/** What somebody can do with an action whom it was not meant for. */
type Harm = 'reads' | 'changes' | 'destroys' | 'permits';

/**
 * How bad it is that nobody uses a part of what is granted: whether it does another kind of harm than what is used of the same service.
 * Who may put items gains little by updating them, but much by deleting the table.
 */
export function severityOfUnused({ unused, wider, used, unseen }: Narrowed, reach: Reach): Severity {
  const gone = [...unused, ...wider].flatMap(harmsOf);
  if (gone.some(({ harm }) => harm === 'permits')) return byExposure('low', reach);
  const kept = [...used.map(({ action }) => action), ...unseen].flatMap(doneWith);
  const isMore = gone.some(
    ({ service, harm }) =>
      !MILD.has(service) && !kept.some((one) => one.service === service && WEIGHT[one.harm] >= WEIGHT[harm]),
  );
  return isMore ? 'low' : 'info';
}

/** Actions and patterns with those first that do most harm. */
export function byHarm(patterns: readonly string[]): readonly string[] {
  const weight = (pattern: string): number => Math.max(0, ...harmsOf(pattern).map(({ harm }) => WEIGHT[harm]));
  return [...patterns].sort((a, b) => weight(b) - weight(a));
}

const WEIGHT: Readonly<Record<Harm, number>> = { reads: 1, changes: 2, destroys: 3, permits: 4 };

/** These answer questions and keep nothing that belongs to others, or only observe. */
const MILD: ReadonlySet<string> = new Set(
  'polly transcribe translate comprehend textract rekognition xray geo cloudwatch logs'.split(' '),
);

interface OneHarm {
  readonly service: string;
  readonly harm: Harm;
}

function harmsOf(pattern: string): readonly OneHarm[] {
  const [service = ''] = pattern.toLowerCase().split(':');
  const actions = actionsOf(service);
  if (!actions) return [{ service, harm: 'changes' }];
  const meant = /[*?]/.test(pattern)
    ? [...actions.values()].filter((one) => actionCovers(pattern, `${one.service}:${one.name}`))
    : [iamAction(pattern)].flatMap((one) => one ?? []);
  return [...new Set(meant.map(harmOf))].map((harm) => ({ service, harm }));
}

const OF_LEVEL: Readonly<Record<AccessLevel, Harm>> = {
  list: 'reads',
  read: 'reads',
  tagging: 'reads',
  write: 'changes',
  permissions: 'permits',
};

/** What can be done with what stays: a batch of writes may delete as well. */
function doneWith(pattern: string): readonly OneHarm[] {
  const harms = harmsOf(pattern);
  return pattern === 'dynamodb:BatchWriteItem' ? [...harms, { service: 'dynamodb', harm: 'destroys' }] : harms;
}

function harmOf({ service, name, level }: IamAction): Harm {
  // Buckets heed no lists on objects any more, unless they are told to.
  if (service === 's3' && /^PutObject(?:Version)?Acl$/.test(name)) return 'changes';
  return level === 'write' && /^(?:Delete|Purge|Terminate|BatchDelete)/.test(name) ? 'destroys' : OF_LEVEL[level];
}
