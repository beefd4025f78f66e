import { code } from '#finding/markdown';
import { type Severity, worse } from '#finding/severity';
import type { Cloud } from '#model/cloud';
import { REACH_ORDER, type Reach } from '#model/exposure';
import type { Resource } from '#model/resource';
import { machinesServedBy } from '#model/task-permissions';

/** The functions that hold a permission, and the widest way to one of them: what makes a wide permission worse. */
export interface Holders {
  readonly functions: readonly Resource<'AWS::Lambda::Function'>[];
  readonly reach: Reach;
  /**
   * The subject of a sentence, escaped: ``` `GetOrder`, which anyone on the internet can invoke through `GET /orders/{id}`, ```
   * or `Whoever holds this policy` when no function is known to.
   */
  readonly phrase: string;
}

/** Who holds what a role or policy gives. */
export function holdersOf(cloud: Cloud, carrier: Resource): Holders {
  // The functions that a framework makes for its own ends say nothing to the author.
  const functions = cloud.functionsOf(carrier).filter((fn) => fn.generatedBy === undefined);
  const holders = describe(cloud, functions);
  const [machine, ...more] = functions.length === 0 ? (machinesServedBy(cloud, carrier) ?? []) : [];
  if (machine && more.length === 0) return { ...holders, phrase: `The state machine ${code(machine.name)}` };
  if (functions.length === 0 && carrier.isA('AWS::IAM::Role')) {
    const owner = carrier.generatedBy;
    return {
      ...holders,
      phrase: owner === undefined ? `The role ${code(carrier.name)}` : `The role of ${code(owner)}`,
    };
  }
  // Such a policy speaks to devices, of messages and shadows, and not of the service's administration.
  // https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
  return carrier.isA('AWS::IoT::Policy') ? { ...holders, phrase: `Every device with ${code(carrier.name)}` } : holders;
}

/** The same for one function. */
export function holder(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>): Holders {
  return describe(cloud, [fn]);
}

/** One step worse when anyone on the internet can invoke a holder; as it is otherwise. */
export function byExposure(severity: Severity, reach: Reach): Severity {
  return reach === 'public' ? worse(severity) : severity;
}

/** How people say that a function can be reached: for `public` and `authenticated`; undefined for the narrower ones. */
export function reachPhrase(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>): string | undefined {
  const reach = cloud.reach(fn);
  if (reach !== 'public' && reach !== 'authenticated') return undefined;
  const through = cloud.entries(fn).find((entry) => entry.reach === reach);
  // A pool runs its triggers for those who sign up, too, or try to sign in.
  const caller = through?.kind === 'user-pool' ? 'whoever signs up or in' : 'every signed-in caller';
  const who = reach === 'public' ? 'anyone on the internet' : caller;
  return `${who} can invoke${through ? ` through ${code(through.label)}` : ''}`;
}

function describe(cloud: Cloud, functions: readonly Resource<'AWS::Lambda::Function'>[]): Holders {
  const ranked = [...functions].sort(
    (a, b) => REACH_ORDER.indexOf(cloud.reach(b)) - REACH_ORDER.indexOf(cloud.reach(a)),
  );
  const [first, ...others] = ranked;
  if (!first) return { functions: [], reach: 'none', phrase: 'Whoever holds this policy' };
  const how = reachPhrase(cloud, first);
  const named = how ? `${code(first.name)}, which ${how},` : code(first.name);
  const rest = others.length === 1 ? 'one more function' : `${others.length} more functions`;
  const phrase = others.length === 0 ? named : `${named} and ${rest}`;
  return { functions, reach: cloud.reach(first), phrase };
}
