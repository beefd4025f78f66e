import { loweredByCarrier, policiesOn } from '#model/carriers';
import { allEntries, entries } from '#model/entries/all';
import { type Entry, type Reach, widest } from '#model/exposure';
import { functionNamed } from '#model/function-name';
import { functionsOf, type Grants, grants, grantsOfRole } from '#model/grants';
import {
  alarmsOn,
  type EventSource,
  eventSources,
  invokeConfigs,
  logGroupOf,
  type PublicAccessBlock,
  publicAccessBlock,
  type Writer,
  writersTo,
} from '#model/links';
import { resolve } from '#model/name';
import { once } from '#model/once';
import type { Property } from '#model/property';
import { type Reference, referrers } from '#model/references';
import type { Resource, ResourceType } from '#model/resource';
import { type Stack, withNested } from '#model/stack';
import type { Statement } from '#model/statement';
import { Text } from '#model/text';

/** All stacks of a snapshot, linked: who refers to whom, who may do what, who can reach what. Links are made when asked for. */
export class Cloud {
  readonly resources: readonly Resource[];
  #byId: ReadonlyMap<string, Resource>;
  #byType = new Map<string, Resource[]>();

  /** All stacks, nested ones after the stack that deploys them. */
  readonly stacks: readonly Stack[];

  constructor(stacks: readonly Stack[]) {
    this.stacks = withNested(stacks);
    this.resources = this.stacks.flatMap((stack) => [...stack.resources.values()]);
    this.#byId = new Map(this.resources.map((resource) => [resource.id, resource]));
    for (const resource of this.resources) {
      const same = this.#byType.get(resource.type);
      if (same) same.push(resource);
      else this.#byType.set(resource.type, [resource]);
    }
  }

  /** All resources of a type, whichever framework declared them. */
  all<T extends ResourceType>(type: T): readonly Resource<T>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly Resource<T>[];
  }

  /** As `all`, for a type that stands in a table; nothing checks the name. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  get(id: string): Resource | undefined {
    return this.#byId.get(id);
  }

  /** The resource that a property, or the whole of a text, refers to by `Ref` or an attribute. */
  target(of: Property | Text | string | undefined): Resource | undefined {
    const ref = of instanceof Text ? of.ref : typeof of === 'object' ? of.ref : undefined;
    return ref ? this.get(ref.resource) : undefined;
  }

  /** Every statement of every carrier, in the order of the resources. */
  get statements(): readonly Statement[] {
    return allStatements(this);
  }

  /** Identity statements that reach the function's role. */
  grants(fn: Resource<'AWS::Lambda::Function'>): Grants {
    return grants(this, fn);
  }

  /** Identity statements that reach a role. */
  grantsOfRole(role: Resource<'AWS::IAM::Role'>): Grants {
    return grantsOfRole(this, role);
  }

  /** The functions whose role a role or policy reaches, or that a permission opens. */
  functionsOf(carrier: Resource): readonly Resource<'AWS::Lambda::Function'>[] {
    return functionsOf(this, carrier);
  }

  /** Every way into the function that the templates declare. */
  entries(fn: Resource<'AWS::Lambda::Function'>): readonly Entry[] {
    return entries(this, fn);
  }

  /** Every way into every function. */
  get allEntries(): readonly Entry[] {
    return allEntries(this);
  }

  /** The entries by which a function is invoked asynchronously: a failure is lost unless something catches it. */
  asynchronousInvokers(fn: Resource<'AWS::Lambda::Function'>): readonly Entry[] {
    return this.entries(fn).filter((entry) => entry.invocation === 'asynchronous');
  }

  /** The widest reach of a function's entries. */
  reach(fn: Resource<'AWS::Lambda::Function'>): Reach {
    return widest(this.entries(fn));
  }

  /** Resource statements on a target: its resource policies and permissions; for a role also who may become it. */
  policiesOn(target: Resource): readonly Statement[] {
    return policiesOn(this, target);
  }

  /** Every property of any resource that refers to this one. */
  referrers(resource: Resource): readonly Reference[] {
    return referrers(this, resource);
  }

  /** The resource of one of the types that a property means, by reference, name or ARN. */
  resolve<T extends ResourceType>(property: Property, ...types: readonly T[]): Resource<T> | undefined {
    return resolve(this, property, ...types) as Resource<T> | undefined;
  }

  /** The function that a property means: by reference, alias, version, name, ARN, or an integration's URI. */
  functionNamed(property: Property): Resource<'AWS::Lambda::Function'> | undefined {
    return functionNamed(this, property);
  }

  /** The declared log group that the function writes to. */
  logGroupOf(fn: Resource<'AWS::Lambda::Function'>): Resource<'AWS::Logs::LogGroup'> | undefined {
    return logGroupOf(this, fn);
  }

  /** The event source mappings of the function. */
  eventSources(fn: Resource<'AWS::Lambda::Function'>): readonly EventSource[] {
    return eventSources(this, fn);
  }

  /** The configurations of the function's asynchronous invocation, one for each qualifier. */
  invokeConfigs(fn: Resource<'AWS::Lambda::Function'>): readonly Resource<'AWS::Lambda::EventInvokeConfig'>[] {
    return invokeConfigs(this, fn);
  }

  /** What the bucket's public access block keeps out. */
  publicAccessBlock(bucket: Resource<'AWS::S3::Bucket'>): PublicAccessBlock {
    return publicAccessBlock(bucket);
  }

  /** The alarms that watch a metric of the resource. */
  alarmsOn(resource: Resource): readonly Resource<'AWS::CloudWatch::Alarm'>[] {
    return alarmsOn(this, resource);
  }

  /** The functions whose role lets them put something into the queue, topic, bucket, bus, stream or table. */
  writersTo(resource: Resource): readonly Writer[] {
    return writersTo(this, resource);
  }
}

const allStatements = once((cloud: Cloud): readonly Statement[] =>
  [...loweredByCarrier(cloud).values()].flatMap((lowered) => lowered.statements),
);
