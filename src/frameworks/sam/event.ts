import { asMap, entriesOf, get, literal, mapOf, type Plain } from '#frameworks/cloudformation/nodes';
import type { Declared } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { MapNode } from '#syntax/document';

/** How what SAM generates names the function: its ARN, and its name where a name will do. An alias is named by its ARN. */
export interface Target {
  readonly arn: Plain;
  readonly name: Plain;
}

/** One entry of `Events`. */
export interface Event {
  readonly owner: Declared;
  /** The key in `Events`. */
  readonly name: string;
  /** The logical ID of what is generated: the owner's and the event's names together. */
  readonly id: string;
  readonly type: string;
  readonly at: Span;
  readonly properties: MapNode;
}

/** The entries of a resource's `Events`; a problem for each that is not one. */
export function eventsOf(owner: Declared): readonly Event[] {
  const known = EVENTS.get(owner);
  if (known) return known;
  const events = readEvents(owner);
  EVENTS.set(owner, events);
  return events;
}

/** Events are told apart by identity, so that each is read once. */
const EVENTS = new WeakMap<Declared, readonly Event[]>();

function readEvents(owner: Declared): readonly Event[] {
  return entriesOf(get(owner.properties, 'Events')).map((entry) => ({
    owner,
    name: entry.key,
    id: owner.id + entry.key,
    type: literal(get(entry.value, 'Type')) ?? '',
    at: entry.keySpan,
    properties: asMap(get(entry.value, 'Properties')) ?? mapOf({}, entry.keySpan),
  }));
}

/** Where an event's properties stand in the document. */
export function eventPath(event: Event): readonly string[] {
  return ['Resources', event.owner.id, 'Properties', 'Events', event.name, 'Properties'];
}
