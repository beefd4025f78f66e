import { jsonIn } from '#model/json-text';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { type Part, partsOf, Text } from '#model/text';

/** A state of a state machine that calls something. */
export interface TaskState {
  readonly name: string;
  /** The whole state. */
  readonly state: Property<Json>;
  /** What it calls: a function's ARN, `arn:aws:states:::dynamodb:getItem`; substitutions filled in. */
  readonly resource: string | Text;
}

/** States within states (parallel and map) are followed no deeper, and no more of them than Step Functions takes. */
const MAX_DEPTH = 20;
const MAX_STATES = 10_000;

/**
 * Every task of a state machine, whichever way its definition is written.
 * https://states-language.net/#task-state
 * @returns undefined when a part of the definition is not known, so that nothing may be concluded from what is missing
 */
export function taskStates(machine: Resource<'AWS::StepFunctions::StateMachine'>): readonly TaskState[] | undefined {
  const definitions = [...machine.read(['Definition']), ...machine.read(['DefinitionString'])].filter(
    (one) => !one.isAbsent,
  );
  const substitutions = substitutionsOf(machine);
  if (definitions.length !== 1 || !substitutions) return undefined;
  const found: TaskState[] = [];
  const queue = definitions.map((one) => ({ body: jsonIn(one) as Property<Json>, depth: 0 }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const states = next.body.at('States');
    if (next.depth > MAX_DEPTH || states.length !== 1 || !states[0]?.isWritten) return undefined;
    if (states[0].isUnknown) return undefined;
    for (const [name, state] of states[0].entries()) {
      const [type] = state.at('Type');
      if (type?.string === undefined || found.length > MAX_STATES) return undefined;
      const inner = [
        ...state.at('Branches').flatMap((list) => list.items()),
        ...state.at('Iterator'),
        ...state.at('ItemProcessor'),
      ];
      for (const body of inner) if (!body.isAbsent) queue.push({ body, depth: next.depth + 1 });
      // A distributed map reads its items, and writes its results, by itself.
      if ([...state.at('ItemReader'), ...state.at('ResultWriter')].some((one) => !one.isAbsent)) return undefined;
      if (type.string !== 'Task') continue;
      const [called, ...others] = state.at('Resource').map((one) => filledIn(one, substitutions));
      if (called === undefined || others.length > 0) return undefined;
      found.push({ name, state, resource: called });
    }
  }
  return found;
}

/** A text of a definition, `${…}` replaced by what `DefinitionSubstitutions` gives; undefined when it is no known text. */
export function textOfState(property: Property, machine: Resource): string | Text | undefined {
  const substitutions = substitutionsOf(machine);
  return substitutions && filledIn(property, substitutions);
}

type Substitutions = ReadonlyMap<string, Property>;

function substitutionsOf(machine: Resource): Substitutions | undefined {
  const maps = machine.read(['DefinitionSubstitutions']);
  return maps.some((map) => map.isUnknown) ? undefined : new Map(maps.flatMap((map) => map.entries()));
}

function filledIn(property: Property, substitutions: Substitutions): string | Text | undefined {
  const { text } = property;
  if (text === undefined) return undefined;
  const parts: Part[] = [];
  for (const part of partsOf(text)) {
    if (typeof part !== 'string') {
      parts.push(part);
      continue;
    }
    for (const piece of part.split(/(\$\{[A-Za-z0-9_]{1,255}\})/)) {
      const name = /^\$\{([A-Za-z0-9_]+)\}$/.exec(piece)?.[1];
      const value = name === undefined ? undefined : substitutions.get(name);
      if (name === undefined) parts.push(piece);
      else if (value?.text === undefined) return undefined;
      else parts.push(...partsOf(value.text));
    }
  }
  return Text.of(parts);
}
