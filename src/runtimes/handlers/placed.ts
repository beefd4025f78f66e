import type { Flow, FlowStep, Handler, Observation, Rewrite } from '#model/handler';
import type { InlineCode } from '#runtimes/handlers/inline';
import type { Edit } from '#source/edit';
import type { Location } from '#source/file';

/**
 * What was found in code that stands in a template, at the places of the template; what was found in layers stays where it is. Code
 * that does not stand there as it is cannot be rewritten there.
 */
export function placedInTemplate(handler: Handler, inline: InlineCode): Handler {
  const placed = (at: Location): Location => placedLocation(at, inline);
  const one = <T extends { readonly at: Location }>(found: T): T => ({ ...found, at: placed(found.at) });
  const rewritten = (rewrite: Rewrite | undefined): Rewrite | undefined => {
    const isOfTemplate = ({ path }: Edit): boolean => path === inline.file.path;
    if (!rewrite?.edits.some(isOfTemplate)) return rewrite;
    const { edits: own } = inline;
    if (!own) return undefined;
    const edits = rewrite.edits.map((edit) => (isOfTemplate(edit) ? own.ofTemplate(edit) : edit));
    return { ...rewrite, edits };
  };
  const steps = (all: readonly FlowStep[]): readonly FlowStep[] => all.map(one);
  const { operations } = handler;
  return {
    ...handler,
    at: placed(handler.at),
    flows: handler.flows.map(
      (flow): Flow => ({
        ...one(flow),
        call: placed(flow.call),
        source: one(flow.source),
        steps: steps(flow.steps),
        rewrite: rewritten(flow.rewrite),
      }),
    ),
    observations: handler.observations.map(
      (seen): Observation => ({ ...one(seen), steps: steps(seen.steps), rewrite: rewritten(seen.rewrite) }),
    ),
    operations: { operations: operations.operations.map(one), gaps: operations.gaps.map(one) },
    gaps: handler.gaps.map(one),
  };
}

/** The place of the template at which a place of its code is written. */
export function placedLocation(at: Location, inline: InlineCode): Location {
  return at.file === inline.file ? { file: inline.at.file, span: inline.placed(at.span) } : at;
}
