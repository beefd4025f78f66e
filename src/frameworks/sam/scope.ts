import {
  asMap,
  entriesOf,
  get,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  refOf,
  scalar,
} from '#frameworks/cloudformation/nodes';
import type { Row } from '#frameworks/cloudformation/rows';
import type { ApiDraft, Route } from '#frameworks/sam/apis';
import type { Event } from '#frameworks/sam/event';
import type { When } from '#model/value';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode, Path } from '#syntax/document';

/** A resource as the author declared it, Globals merged in. */
export interface Declared {
  readonly id: string;
  readonly type: string;
  /** Its key in `Resources`. */
  readonly at: Span;
  /** From its key to its last character. */
  readonly extent: Span;
  readonly node: MapNode;
  readonly properties: MapNode;
  /** For an API that SAM makes by itself: the function or state machine whose event asks for it first. */
  readonly madeFor?: string;
}

/** How a change wanted of a lowered resource is said in SAM. */
export interface Origin {
  /** The map in the document that the rows' SAM paths start from. */
  readonly base: Path;
  readonly rows: readonly Row[];
  /** The section of Globals that is merged into that map. */
  readonly section?: string;
}

/** A resource of plain CloudFormation, made from nodes of the document where the author wrote them. */
export interface Lowered {
  readonly id: string;
  readonly type: string;
  readonly at: Span;
  readonly extent: Span;
  readonly properties: MapNode;
  readonly attributes: readonly DataEntry[];
  readonly declaredType?: string;
  readonly generatedBy?: string;
  readonly origin?: Origin;
}

/** Attributes that SAM copies to what it generates. Source: `_pass_through_attributes` of aws-sam-translator 1.115.0. */
const PASSED_ON = new Set(['Condition', 'DeletionPolicy', 'UpdateReplacePolicy']);

/** Attributes that the lowered resource itself keeps. Source: `_supported_resource_attributes`, and DependsOn. */
const KEPT = new Set([...PASSED_ON, 'UpdatePolicy', 'Metadata', 'DependsOn']);

export function ownAttributes(of: Declared): readonly DataEntry[] {
  return entriesOf(of.node).filter((entry) => KEPT.has(entry.key));
}

export function passedOn(of: Declared): readonly DataEntry[] {
  return entriesOf(of.node).filter((entry) => PASSED_ON.has(entry.key));
}

/** The name of the condition under which a resource is declared. */
export function conditionOf(of: Declared): string | undefined {
  const condition = get(of.node, 'Condition');
  return condition?.kind === 'scalar' && typeof condition.value === 'string' ? condition.value : undefined;
}

/** Everything that lowering one template knows and makes. */
export class Scope {
  readonly lowered = new Map<string, Lowered>();
  /** What the conditions that SAM adds to the template mean in terms of those that the author wrote. */
  readonly conditions = new Map<string, readonly When[]>();
  readonly problems: Problem[] = [];
  /** What a dotted reference means: `Api.Stage` is the stage that the API generates. */
  readonly names = new Map<string, string>();
  readonly apis = new Map<string, ApiDraft>();
  readonly routes = new Map<Event, Route>();

  constructor(
    readonly declared: ReadonlyMap<string, Declared>,
    readonly parameters: ReadonlyMap<string, DataNode>,
    readonly problem: (at: Span, message: string) => Problem,
  ) {}

  /** The value of a parameter where the node is a `Ref` to one that has a default; otherwise the node. */
  resolve(of: DataNode | undefined): DataNode | undefined {
    const name = refOf(of);
    const value = name === undefined ? undefined : this.parameters.get(name);
    return of && value?.kind === 'scalar' && value.value !== null ? scalar(value.value, of.span) : of;
  }

  emit(lowered: Lowered): void {
    this.lowered.set(lowered.id, lowered);
  }

  /** A resource that SAM generates for `parent`, placed at what asks for it. */
  generate(
    parent: Declared,
    id: string,
    type: string,
    properties: MapNode | { readonly [key: string]: Plain | undefined },
    at: Span,
    more: { readonly origin?: Origin; readonly attributes?: readonly DataEntry[] } = {},
  ): void {
    const made = 'kind' in properties && 'span' in properties;
    this.emit({
      id,
      type,
      at,
      extent: at,
      properties: made ? (properties as MapNode) : mapOf(properties as { [key: string]: Plain | undefined }, at),
      attributes: more.attributes ?? passedOn(parent),
      generatedBy: parent.madeFor ?? parent.id,
      ...(more.origin ? { origin: more.origin } : {}),
    });
  }

  /** Adds what SAM adds to a resource that the author declared in plain CloudFormation. */
  amend(id: string, edit: (properties: MapNode) => MapNode): void {
    const resource = this.lowered.get(id);
    if (resource) this.lowered.set(id, { ...resource, properties: edit(resource.properties) });
  }

  /** Adds to what a resource waits for. */
  depend(id: string, on: string, at: Span): void {
    const resource = this.lowered.get(id);
    if (!resource) return;
    const before = resource.attributes.find((entry) => entry.key === 'DependsOn');
    const names = itemsOf(before?.value).filter((one) => literal(one) !== on);
    const value = node([...names, on], before?.value.span ?? at);
    const others = resource.attributes.filter((entry) => entry.key !== 'DependsOn');
    this.lowered.set(id, { ...resource, attributes: [...others, { key: 'DependsOn', keySpan: at, value }] });
  }

  /** Names what SAM's conditions mean; a name without a meaning here stands for itself. */
  meaning(name: string): readonly When[] {
    return this.conditions.get(name) ?? [{ condition: name, holds: true }];
  }

  /** The condition that holds when another does not. */
  negated(name: string): string {
    const made = `NOT${name}`;
    this.conditions.set(made, [{ condition: name, holds: false }]);
    return made;
  }

  /** The condition that holds when both do. */
  both(one: string, other: string): string {
    const made = `${one}AND${other}`;
    this.conditions.set(made, [...this.meaning(one), ...this.meaning(other)]);
    return made;
  }

  tell(at: Span, message: string): void {
    this.problems.push(this.problem(at, message));
  }
}

/** The properties of a resource as a map; an intrinsic or anything else is no properties. */
export function propertiesOf(of: DataNode | undefined, at: Span): MapNode {
  return asMap(get(of, 'Properties')) ?? { kind: 'map', entries: [], span: at };
}
