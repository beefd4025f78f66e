import { defaultOf } from '#model/defaults';
import type { DocumentProperties } from '#model/documents';
import type { Datum, Patch } from '#model/patch';
import type { Json, Properties } from '#model/properties.generated';
import { branches, descend, type Keys, type Of, type Property, type PropertyPath } from '#model/property';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Scalar, Value, When } from '#model/value';
import type { Location } from '#source/file';

/** All properties that are known by their names: of the clouds' resources, and of the documents around the templates. */
interface Known extends Properties, DocumentProperties {}

/** A resource type whose properties are known from the cloud's published schema, or a document's type. */
export type ResourceType = keyof Known & string;

export type PropertiesOf<T extends string> = T extends ResourceType ? Known[T] : { readonly [key: string]: unknown };

/** What a lens knows of a resource that it read or that its framework generates. */
export interface Declaration<T extends string = string> {
  readonly stack: Stack;
  /** CloudFormation's logical ID, or what the framework calls it. */
  readonly logicalId: string;
  readonly type: T;
  /** Where a person is to look for the resource: its name in the file (the logical ID's key). */
  readonly at: Location;
  /** The whole declaration, from its name to its last character: where suppressions for it may stand. */
  readonly extent: Location;
  readonly when: readonly When[];
  /** A map of properties in the cloud's vocabulary, or unknown. */
  readonly properties: Value;
  /** A map of what stands beside the properties: DeletionPolicy, UpdateReplacePolicy, Metadata, DependsOn, CreationPolicy. */
  readonly attributes: Value;
  /** The type that the author wrote, where the framework has its own (`AWS::Serverless::Function`). */
  readonly declaredType?: string;
  /**
   * The logical ID of the declaration that this resource was generated from without anybody writing it (SAM's implicit role);
   * its own where a framework makes it for its own ends, so that nothing of it is anybody's to write (the functions behind
   * CDK's custom resources). Absent for what the author declared.
   */
  readonly generatedBy?: string;
  /** What the author calls it, where that is not the logical ID: the path of its construct (`Api/Handler`). */
  readonly name?: string;
  /** The code that the framework made the declaration from, where it is certain. */
  readonly source?: Source;
}

/** The place in an author's code that a generated declaration comes from. */
export interface Source {
  readonly at: Location;
  /** What is constructed there: the resource, or what it is a part of (`Api`). */
  readonly name: string;
}

/** One resource of the cloud as declared. */
export class Resource<T extends string = string> {
  /** Unique in a Cloud: the stack's id, `#`, the logical ID. */
  readonly id: string;
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: T;
  readonly location: Location;
  readonly extent: Location;
  readonly when: readonly When[];
  readonly declaredType: string;
  readonly generatedBy: string | undefined;
  /** What people are told it is called. */
  readonly name: string;
  readonly source: Source | undefined;
  readonly properties: Value;
  readonly attributes: Value;

  constructor(declaration: Declaration<T>) {
    this.stack = declaration.stack;
    this.logicalId = declaration.logicalId;
    this.id = resourceId(declaration.stack.id, declaration.logicalId);
    this.type = declaration.type;
    this.location = declaration.at;
    this.extent = declaration.extent;
    this.when = declaration.when;
    this.declaredType = declaration.declaredType ?? declaration.type;
    this.generatedBy = declaration.generatedBy;
    this.name = declaration.name ?? declaration.logicalId;
    this.source = declaration.source;
    this.properties = declaration.properties;
    this.attributes = declaration.attributes;
  }

  /** Reads properties: `fn.at('TracingConfig', 'Mode')` gives one Property for every branch of the conditions on the way. */
  at<A extends Keys<PropertiesOf<T>>>(a: A): Property<Of<PropertiesOf<T>, A>>[];
  at<A extends Keys<PropertiesOf<T>>, B extends Keys<Of<PropertiesOf<T>, A>>>(
    a: A,
    b: B,
  ): Property<Of<Of<PropertiesOf<T>, A>, B>>[];
  at<
    A extends Keys<PropertiesOf<T>>,
    B extends Keys<Of<PropertiesOf<T>, A>>,
    C extends Keys<Of<Of<PropertiesOf<T>, A>, B>>,
  >(a: A, b: B, c: C): Property<Of<Of<Of<PropertiesOf<T>, A>, B>, C>>[];
  at<
    A extends Keys<PropertiesOf<T>>,
    B extends Keys<Of<PropertiesOf<T>, A>>,
    C extends Keys<Of<Of<PropertiesOf<T>, A>, B>>,
    D extends Keys<Of<Of<Of<PropertiesOf<T>, A>, B>, C>>,
  >(a: A, b: B, c: C, d: D): Property<Of<Of<Of<Of<PropertiesOf<T>, A>, B>, C>, D>>[];
  at(...keys: string[]): Property[] {
    return this.#root(this.properties).flatMap((root) => descend(root, keys));
  }

  /** As `at`, for paths that stand in tables; nothing checks the names. */
  read(path: readonly string[]): Property<Json>[] {
    return this.#root(this.properties).flatMap((root) => descend(root, path)) as Property<Json>[];
  }

  /** An attribute beside the properties, such as `DeletionPolicy`. Its `set` writes a property: use `setAttribute`. */
  attribute(name: string): Property<string>[] {
    return this.#root(this.attributes).flatMap((root) => descend(root, [name])) as Property<string>[];
  }

  setAttribute(name: string, value: Datum): Patch {
    return { op: 'attribute', resource: this, name, value };
  }

  /** A reference to this resource, to be written by a patch: `Ref`, or an attribute such as `Arn`, and text after it. */
  ref(attribute = 'Ref', after = ''): Text {
    const reference = { kind: 'ref', resource: this.id, attribute } as const;
    return new Text(after === '' ? [reference] : [reference, after]);
  }

  /** The provider's documented default of a property of this type, where one is known; `missing` as in `defaultOf`. */
  defaultOf(path: PropertyPath, missing?: number): Scalar | undefined {
    return defaultOf(this.type, path, missing)?.value;
  }

  /** Whether the resource is of a type, as TypeScript understands it. */
  isA<K extends ResourceType>(...types: readonly K[]): this is Resource<K> {
    return (types as readonly string[]).includes(this.type);
  }

  #root(value: Value): Property[] {
    return branches(this, [], value, this.when);
  }
}

/** The id of a resource in a Cloud. */
export function resourceId(stackId: string, logicalId: string): string {
  return `${stackId}#${logicalId}`;
}
