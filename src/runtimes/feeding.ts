import type { Cloud } from '#model/cloud';
import { REACH_ORDER, type Reach } from '#model/exposure';
import type { Flow, Trigger } from '#model/handler';
import type { Analysis } from '#runtimes/analyse';
import type { Taint } from '#runtimes/engine/value';
import { feedersOf } from '#runtimes/events/feeders';

/** What a trigger is fed by: the SDKs' operations that put something into it, and the names of their clients. */
const PUTS: Partial<Record<Trigger['kind'], RegExp>> = {
  queue: /(?:sqs|SQS).*(?:SendMessage|send_?message)/i,
  topic: /(?:sns|SNS).*publish/i,
  stream: /(?:kinesis.*put_?records?|dynamodb.*(?:put|update|write|transact))/i,
  bucket: /s3.*(?:put_?object|upload|copy_?object)/i,
  'event-bus': /(?:eventbridge|events).*put_?events/i,
};

/**
 * What one function puts into a queue and another takes out goes on where it was: a queue that the application's own functions fill is
 * decided by whoever decides what they put there, and by nobody where they put only what is theirs.
 */
export function withFeeding(cloud: Cloud, analyses: readonly Analysis[]): readonly Analysis[] {
  const byFunction = new Map<string, Analysis>();
  for (const analysis of analyses) for (const { id } of analysis.entry.functions) byFunction.set(id, analysis);
  return analyses.map((analysis) => {
    const fed = new Map<Trigger, Trigger | undefined>();
    for (const trigger of analysis.entry.triggers) {
      const now = fedBy(cloud, trigger, byFunction);
      if (now !== trigger) fed.set(trigger, now);
    }
    if (fed.size === 0) return analysis;
    const flows = analysis.handler.flows.flatMap((flow): Flow[] => {
      const triggers = flow.source.triggers.flatMap((one) => (fed.has(one) ? (fed.get(one) ?? []) : one));
      return triggers.length === 0 ? [] : [{ ...flow, source: { ...flow.source, triggers } }];
    });
    return { ...analysis, handler: { ...analysis.handler, flows } };
  });
}

/** The trigger as it is for what is put there: with the reach of whoever decides it; undefined when nobody outside does. */
function fedBy(cloud: Cloud, trigger: Trigger, analyses: ReadonlyMap<string, Analysis>): Trigger | undefined {
  const puts = PUTS[trigger.kind];
  const source = trigger.entry?.source;
  if (!puts || !source) return trigger;
  const feeders = feedersOf(cloud, source);
  if (feeders.length === 0) return trigger;
  let reach: Reach = trigger.reach;
  let isKnown = trigger.reach === 'service' && cloud.writersTo(source).length <= feeders.length;
  let isMarked = false;
  for (const feeder of feeders) {
    const writer = feeder.function && analyses.get(feeder.function.id);
    if (!writer) {
      isKnown = false;
      continue;
    }
    const carried = carriedBy(writer, puts);
    // A writer whose put was not seen may write in a way that is not followed.
    if (!carried) isKnown = false;
    for (const taint of carried ?? []) {
      isMarked = true;
      for (const one of taint.triggers)
        if (REACH_ORDER.indexOf(one.reach) > REACH_ORDER.indexOf(reach)) reach = one.reach;
    }
  }
  if (isKnown && !isMarked) return undefined;
  return reach === trigger.reach ? trigger : { ...trigger, reach };
}

/** The marks of what a function puts somewhere; undefined when it was not seen to put anything. */
function carriedBy({ machine }: Analysis, puts: RegExp): readonly Taint[] | undefined {
  const calls = machine.calls.filter(
    ({ path, args }) => puts.test(path) || args.list.some((one) => one.apis.some((api) => puts.test(api.path))),
  );
  if (calls.length === 0) return undefined;
  return calls.flatMap(({ carried }) => carried.filter((taint) => taint.origin === 'event'));
}
