import {
  asMap,
  dataKey,
  entriesOf,
  get,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import type { Row } from '#frameworks/cloudformation/rows';
import type { Datum } from '#model/patch';
import type { PropertyPath } from '#model/property';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/**
 * A map that the author writes, and its properties in CloudFormation's words. `base` is the node as it came out of the
 * resolver (never a copy made by lowering): its document and path are found by identity. A base that is not a map, such as the
 * short form of an event, knows no rows.
 */
export interface Source {
  readonly base: DataNode;
  readonly rows: readonly Row[];
  /** What the short form of an event stands for, as written: a setting added to it makes a map of it. */
  readonly short?: (text: string) => { readonly [key: string]: string | readonly string[] };
  /** Values that the author has other words for; undefined leaves the patch to the rows. */
  readonly words?: (path: PropertyPath, value: Datum) => Said | undefined;
}

/** A value in the author's words, or `elsewhere` when another property of the same resource says it already. */
export type Said = { readonly path: PropertyPath; readonly value: Datum } | 'elsewhere';

/**
 * How a change wanted of a lowered resource is said in serverless.yml: by the first source that writes the property and, where
 * none does, by the first one whose rows know it. So a function's map stands before `provider`.
 */
export type Origin = readonly Source[];

/** A resource of plain CloudFormation, made from nodes where the author wrote them. */
export interface Lowered {
  readonly id: string;
  readonly type: string;
  /** Where a person is to look for it: a function's key, an event's key. */
  readonly at: Span;
  /** From its name to its last character; `at` for what is generated. */
  readonly extent: Span;
  readonly properties: MapNode;
  /** What stands beside the properties: DependsOn, DeletionPolicy, Condition. */
  readonly attributes: readonly DataEntry[];
  /**
   * The logical ID of the function that it is generated for, `provider` for what serves the whole service, its own for what the
   * framework makes for its own ends; absent for functions and state machines.
   */
  readonly generatedBy?: string;
  /** What the author calls it, where that is not the logical ID. */
  readonly name?: string;
  readonly origin?: Origin;
}

/** One item of a function's `events`. */
export interface ServiceEvent {
  readonly fn: ServiceFunction;
  /** The key of the item: `httpApi`, `sqs`. */
  readonly type: string;
  /** Where the key stands; the whole item where it is a single word (`- alexaSkill`). */
  readonly at: Span;
  /** What stands at the key, variables resolved: a map, a string, `true`; undefined where nothing does. */
  readonly value: DataNode | undefined;
  /** Its number in `events`, from 0; the framework counts by type for most logical IDs. */
  readonly index: number;
}

/** One entry of `functions`. */
export interface ServiceFunction {
  /** Its key: `hello`. */
  readonly key: string;
  /** `HelloLambdaFunction`. */
  readonly logicalId: string;
  readonly at: Span;
  readonly extent: Span;
  /** What it says, variables resolved. */
  readonly node: MapNode;
  /** The deployed name: `my-service-dev-hello`, or `name`. A scalar where it is wholly known, `Fn::Join` where it is not. */
  readonly name: DataNode;
  readonly events: readonly ServiceEvent[];
  /**
   * What an event invokes, by ARN: `Fn::GetAtt` of the function, or the ARN of its alias (provisioned concurrency, SnapStart).
   * Where the alias's name alone matters, `alias` has it.
   */
  readonly target: Plain;
  readonly alias?: { readonly name: string; readonly logicalId: string };
}

/** An IAM statement in CloudFormation's words. */
export interface StatementDraft {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  /** Items of the list; a single resource is a list of one. */
  readonly Resource: readonly Plain[];
}

/** What was granted to one function with the same actions. */
interface Grant {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly at: Span;
  /** By what they say. */
  readonly resources: Map<string, DataNode>;
}

/** What a service is made of, before anything of it is lowered. */
export interface ServiceInput {
  /** The root of serverless.yml, variables resolved. */
  readonly root: MapNode;
  /** The major version of the framework: what `frameworkVersion` allows at most; 3 where it says nothing. */
  readonly version: 2 | 3 | 4;
  readonly name: DataNode;
  readonly stage: DataNode;
  readonly region: DataNode;
  /** Reports that something was not wholly understood; one sentence, plain text. */
  readonly tell: (at: Span, message: string) => void;
}

/**
 * Everything that lowering one service knows and makes. Spans tell their documents by identity: a node made with
 * `node(value, at)` stands in the file that `at` came from, so any span of the resolved tree may be used anywhere.
 *
 * Order: functions are read and lowered first, then `lowerEvents(service)` of `events/all.ts` runs once for the whole service,
 * then the roles are emitted with what was granted, then `resources` is merged over all of it.
 */
export class Service {
  readonly lowered = new Map<string, Lowered>();
  readonly functions = new Map<string, ServiceFunction>();
  readonly root: MapNode;
  readonly version: 2 | 3 | 4;
  /** The service's name: a string scalar where it is known, else a node to be put in `text`. */
  readonly name: DataNode;
  /** The stage (`dev` where nothing says another), as `name`. */
  readonly stage: DataNode;
  readonly region: DataNode;
  /** `provider`; an empty map where it is only the name of one. */
  readonly provider: MapNode;
  /** `custom`. */
  readonly custom: MapNode;
  readonly #tell: ServiceInput['tell'];
  readonly #trusted = new Set(['lambda.amazonaws.com']);
  readonly #granted = new Map<ServiceFunction | undefined, Map<string, Grant>>();

  constructor(input: ServiceInput) {
    this.root = input.root;
    this.version = input.version;
    this.name = input.name;
    this.stage = input.stage;
    this.region = input.region;
    this.provider = asMap(get(input.root, 'provider')) ?? mapOf({}, input.root.span);
    this.custom = asMap(get(input.root, 'custom')) ?? mapOf({}, input.root.span);
    this.#tell = input.tell;
  }

  /** Adds a resource; one of the same logical ID is replaced. */
  emit(lowered: Lowered): void {
    this.lowered.set(lowered.id, lowered);
  }

  /**
   * A resource that the framework generates.
   * @param parent the function that it is made for; undefined for what serves the service as a whole (an API, its stage)
   * @param at what asks for it: the key of the event
   */
  generate(
    parent: ServiceFunction | undefined,
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
      attributes: more.attributes ?? [],
      generatedBy: parent?.logicalId ?? 'provider',
      ...(more.origin ? { origin: more.origin } : {}),
    });
  }

  /** Changes what was lowered before: what an event adds to the function, a route to its API. */
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

  /**
   * Lets a function do something: its own role where it has one that the framework or the plugin of per-function roles makes, the
   * service's role otherwise; nothing where the role is only referred to. Statements of one event type on one role with the
   * same actions become one with all their resources, as the framework makes them.
   * @param fn undefined for the service's role
   */
  grant(fn: ServiceFunction | undefined, statement: StatementDraft, at: Span): void {
    const own = this.#granted.get(fn) ?? new Map<string, Grant>();
    this.#granted.set(fn, own);
    const { Effect, Action, Resource } = statement;
    const key = JSON.stringify([Effect, Action]);
    const grant = own.get(key) ?? { Effect, Action, at, resources: new Map<string, DataNode>() };
    own.set(key, grant);
    for (const one of Resource) {
      const resource = node(one, at);
      const text = dataKey(resource);
      if (!grant.resources.has(text)) grant.resources.set(text, resource);
    }
  }

  /** Lets a further service assume the role that the functions share: EventBridge Scheduler, Lambda@Edge. */
  trust(principal: string): void {
    this.#trusted.add(principal);
  }

  /** The services that may assume the role that the functions share, in order. */
  get trusted(): readonly string[] {
    return [...this.#trusted];
  }

  /** What was granted, in order; `fn` undefined gives what only the service's role was given. */
  granted(fn: ServiceFunction | undefined): readonly MapNode[] {
    return [...(this.#granted.get(fn)?.values() ?? [])].map(({ Effect, Action, at, resources }) =>
      mapOf({ Effect, Action, Resource: [...resources.values()] }, at),
    );
  }

  /**
   * Text put together: a scalar where all parts are known, `Fn::Join` otherwise.
   * `service.text([service.stage, '-', service.name], at)` is `dev-my-service`.
   */
  text(parts: readonly Plain[], at: Span): DataNode {
    const nodes = parts.map((part) => node(part, at));
    const texts = nodes.map(literal);
    if (texts.every((text) => text !== undefined)) return scalar(texts.join(''), at);
    return node({ 'Fn::Join': ['', nodes] }, at);
  }

  /** Reports that something was not wholly understood: one sentence that names what and the remedy, plain text. */
  tell(at: Span, message: string): void {
    this.#tell(at, message);
  }
}

/** The items of a function's `events`, those without a type left out. */
export function eventsOf(fn: Omit<ServiceFunction, 'events'>, events: ServiceEvent[]): void {
  for (const [index, item] of itemsOf(get(fn.node, 'events')).entries()) {
    const owner = fn as ServiceFunction;
    const word = literal(item);
    if (word !== undefined) {
      events.push({ fn: owner, type: word, at: item.span, value: undefined, index });
      continue;
    }
    const [entry] = entriesOf(item);
    if (entry) events.push({ fn: owner, type: entry.key, at: entry.keySpan, value: get(item, entry.key), index });
  }
}
