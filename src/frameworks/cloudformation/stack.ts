import { withDefinition } from '#frameworks/cloudformation/definitions';
import { type Deployment, deployedValues } from '#frameworks/cloudformation/deployments';
import { type DocumentChange, editsOf, type Renamed } from '#frameworks/cloudformation/edits';
import { Evaluator, type Home, type Scope } from '#frameworks/cloudformation/evaluate';
import { type Library, localPath } from '#frameworks/cloudformation/library';
import type { UnrolledEntry } from '#frameworks/cloudformation/loop';
import { type Origin, withOrigin } from '#frameworks/cloudformation/origin';
import { scalarText, type Template } from '#frameworks/cloudformation/template';
import type { Declined, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Resource, type Source } from '#model/resource';
import type { FrameworkName, Stack } from '#model/stack';
import type { Part } from '#model/text';
import type { Value, When } from '#model/value';
import type { Edit } from '#source/edit';
import type { Location, SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Span } from '#source/span';
import { type DataNode, type Document, entryOf, type MapNode, type Path } from '#syntax/document';

/** A resource as the template writes it, before anything of it is evaluated. */
export interface Declared {
  readonly logicalId: string;
  readonly type: string;
  readonly node: MapNode;
  readonly at: Location;
  readonly extent: Location;
  /** What to evaluate its parts in: the conditions under which it is deployed hold here. */
  readonly scope: Scope;
  readonly when: readonly When[];
}

/** What a macro makes of a template: how its own resource types and sections become CloudFormation's. */
export interface Dialect {
  readonly name: FrameworkName;
  accepts(template: Template): boolean;
  /** Whether a template that it nests is of it too, though nothing in that template says so. */
  readonly inherits?: boolean;
  /** Reads what it needs to know besides the template, before anything else is asked of it. */
  prepare?(context: StackContext): Promise<void>;
  /** The file of a nested template, where the dialect knows it by more than the template says. */
  nested?(context: StackContext, declared: Declared): string | undefined;
  /** Files that `declare` will ask for with `StackContext.local`: read before it is called. */
  files?(context: StackContext): Iterable<{ readonly location: string; readonly from: Document }>;
  /** The resources of the stack. `context.plain(declared)` makes those that are CloudFormation's already. */
  declare(context: StackContext): Iterable<Resource>;
  /** As `Stack.spelled`. */
  spelled?(resource: Resource, path: PropertyPath): string | undefined;
  /** What a condition that the dialect's tool writes by itself comes to; undefined when it is the author's. */
  decided?(condition: string): boolean | undefined;
  /** Whether the macro generates a resource with this logical ID. */
  generates?(context: StackContext, logicalId: string): boolean;
  /** What a reference means that is not simply one to a resource of this logical ID; undefined when it is. */
  reference?(context: StackContext, logicalId: string, attribute: string): Value | Part | undefined;
  /** As in `Surroundings`, where the template is put together from the nodes of several documents. */
  home?(node: DataNode): Home | undefined;
  documentOf?(span: Span): Document | undefined;
  /**
   * How a patch is said in the macro's words, where the origin of the resource's values does not tell: a property that the
   * macro made from another. A Declined says why not; undefined leaves the patch to the origins.
   */
  changes?(context: StackContext, patch: Patch, renamed: Renamed): readonly DocumentChange[] | Declined | undefined;
}

/** CloudFormation itself: every declaration is a resource. */
export const plain: Dialect = {
  name: 'cloudformation',
  accepts: () => true,
  *declare(context) {
    for (const declared of context.declared) yield context.plain(declared);
  },
};

/** The property of a nested stack that names its template. */
const NESTED = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

const NOT_ATTRIBUTES = new Set(['Type', 'Properties', 'Condition']);

/** What a stack gives to the one that it nests. */
export interface Nesting {
  readonly parent: StackContext;
  readonly declared: Declared;
}

/** One template as it is loaded into a Stack: what dialects work with. */
export class StackContext {
  readonly stack: TemplateStack;
  readonly evaluator: Evaluator;
  readonly children = new Map<string, StackContext>();
  readonly problems: Problem[] = [];
  #declared: Declared[] | undefined;
  #logicalIds = new Set<string>();
  #outputs = new Map<string, Value | undefined>();
  #given: Value | undefined | 'running';
  #included = new Set<SourceFile>();

  constructor(
    readonly id: string,
    readonly template: Template,
    readonly dialect: Dialect,
    readonly library: Library,
    parameters: Readonly<Record<string, string>>,
    readonly nesting: Nesting | undefined,
    readonly deployments: readonly Deployment[] = [],
  ) {
    this.stack = new TemplateStack(this);
    this.evaluator = new Evaluator(template, {
      stackId: id,
      parameters,
      deployed: (parameter) => deployedValues(this.deployments, parameter.name, scalarText(parameter.default)),
      decided: (condition) => dialect.decided?.(condition),
      binding: (parameter) => this.#binding(parameter),
      hasResource: (logicalId) => this.hasResource(logicalId),
      reference: (logicalId, attribute) => this.#reference(logicalId, attribute),
      included: (location, from) => this.local(location, from),
      ...(dialect.home ? { home: (node) => dialect.home?.(node) } : {}),
      ...(dialect.documentOf ? { documentOf: (span) => dialect.documentOf?.(span) } : {}),
      problem: (problem) => this.problems.push(problem),
    });
  }

  /** Every file that something of the stack was read from, the root first. */
  get files(): readonly SourceFile[] {
    return [this.template.file, ...[...this.#included].filter((file) => file !== this.template.file)];
  }

  /** The declarations of `Resources`, loops unrolled and includes read; those whose condition can never hold are left out. */
  get declared(): readonly Declared[] {
    if (this.#declared) return this.#declared;
    this.#declared = [];
    const section = this.template.section('Resources');
    if (section) this.#declare(section, this.scope, this.#declared, 0);
    return this.#declared;
  }

  /** The scope of the template's top level; within a nested stack, the conditions hold under which the parent deploys it. */
  get scope(): Scope {
    return { ...this.evaluator.scope, whens: this.evaluator.conditions.assume([], this.inherited) };
  }

  /** The parent's conditions under which this stack is deployed. */
  get inherited(): readonly When[] {
    return (this.nesting?.declared.when ?? []).map((when) => this.#renamed(when));
  }

  hasResource(logicalId: string): boolean {
    if (!this.#declared) void this.declared;
    return this.#logicalIds.has(logicalId) || (this.dialect.generates?.(this, logicalId) ?? false);
  }

  /**
   * The document of a file of the repository that is named relative to another, or why there is none. Only what was read
   * before (`Dialect.files`, includes, nested templates) is there.
   */
  local(location: string, from: Document): Document | string {
    const path = localPath(from.file.path, location);
    if (path === undefined) return `${location.slice(0, 100)} is not a file of the repository`;
    const document = this.library.get(path);
    if (typeof document !== 'string') this.include(document);
    return document;
  }

  /** The file itself, as `local`, for what is no data: a GraphQL schema. */
  text(location: string, from: Document): SourceFile | string {
    const path = localPath(from.file.path, location);
    const document = path === undefined ? 'not a file of the repository' : this.library.get(path);
    if (typeof document === 'string') return document;
    this.#included.add(document.file);
    return document.file;
  }

  /** Makes a document one of the stack's; its problems are the stack's. */
  include(document: Document): void {
    if (this.#included.has(document.file)) return;
    this.#included.add(document.file);
    for (const problem of document.problems) this.evaluator.report(problem);
  }

  /** The value of a declaration's property, by its CloudFormation name; undefined when it is not written. */
  property(declared: Declared, name: string): Value | undefined {
    const value = this.properties(declared);
    return value.kind === 'set' && value.data instanceof Map ? value.data.get(name) : undefined;
  }

  /** All properties of a declaration: an empty map when there are none. */
  properties(declared: Declared): Value {
    return this.part(declared, 'Properties');
  }

  /** The value of one part of a declaration (`Properties`, `Metadata`): an empty map when it is not written. */
  part(declared: Declared, name: string): Value {
    const entry = entryOf(declared.node, name);
    if (entry && !isEmpty(entry.value)) {
      const key = this.evaluator.location(entry.keySpan, declared.scope);
      return this.evaluator.evaluate(entry.value, declared.scope, key);
    }
    const none: Value = { kind: 'set', at: declared.at, data: new Map(), key: declared.at };
    return withOrigin(none, this.#origin(declared, [name]));
  }

  /** What stands beside `Type`, `Properties` and `Condition`. */
  attributes(declared: Declared): Value {
    const entries = declared.node.entries.filter((entry) => !NOT_ATTRIBUTES.has(entry.key));
    const value = this.evaluator.plain({ ...declared.node, entries }, declared.scope, declared.at);
    return withOrigin(value, this.#origin(declared));
  }

  /** A declaration as the resource that it says it is. */
  plain(declared: Declared): Resource {
    const { type, node } = declared;
    const written = entryOf(node, 'Properties')?.value;
    return this.resource(declared, {
      properties: withDefinition(this, declared, type, written, this.properties(declared)),
    });
  }

  /** A resource made of a declaration: as written, but for what is given. */
  resource(
    declared: Declared,
    given: {
      readonly logicalId?: string;
      readonly type?: string;
      readonly properties?: Value;
      readonly attributes?: Value;
      readonly when?: readonly When[];
      readonly generatedBy?: string;
      readonly name?: string;
      readonly source?: Source;
      readonly declaredType?: string;
      readonly extent?: Location;
    },
  ): Resource {
    const resource = new Resource({
      stack: this.stack,
      logicalId: given.logicalId ?? declared.logicalId,
      type: given.type ?? declared.type,
      declaredType: given.declaredType ?? declared.type,
      at: declared.at,
      extent: given.extent ?? declared.extent,
      when: given.when ?? declared.when,
      properties: given.properties ?? this.properties(declared),
      attributes: given.attributes ?? this.attributes(declared),
      ...(given.generatedBy === undefined ? {} : { generatedBy: given.generatedBy }),
      ...(given.name === undefined ? {} : { name: given.name }),
      ...(given.source === undefined ? {} : { source: given.source }),
    });
    return withOrigin(resource, this.#origin(declared));
  }

  /** The value of an output, for the stack that nests this one; undefined when there is no such output. */
  output(name: string): Value | undefined {
    if (this.#outputs.has(name)) return this.#outputs.get(name);
    this.#outputs.set(name, undefined);
    const section = this.template.section('Outputs');
    if (!section) return undefined;
    const { scope } = this;
    for (const each of this.evaluator.entries(section.entries, scope)) {
      if (each.key !== name) continue;
      const value = entryOf(each.entry.value, 'Value')?.value;
      if (value) this.#outputs.set(name, this.evaluator.evaluate(value, this.evaluator.within(each, scope)));
    }
    return this.#outputs.get(name);
  }

  /** The template that a declaration nests, when the template says where it is; undefined for all other declarations. */
  nestedLocation(declared: Declared): { readonly location: string; readonly at: DataNode } | undefined {
    const property = NESTED.get(declared.type);
    if (property === undefined) return undefined;
    const node = entryOf(entryOf(declared.node, 'Properties')?.value, property)?.value;
    // cdk synth writes the name of the nested template's file into the metadata; the URL is made of references.
    const metadata = entryOf(declared.node, 'Metadata')?.value;
    const asset = scalarText(entryOf(metadata, 'aws:asset:path')?.value);
    if (!node) return undefined;
    const location =
      this.dialect.nested?.(this, declared) ??
      asset ??
      this.evaluator.string(this.evaluator.evaluate(node, declared.scope));
    return location === undefined ? undefined : { location, at: node };
  }

  #origin(declared: Declared, below: Path = []): Origin {
    const { fixed } = declared.scope;
    if (fixed !== undefined) return { kind: 'fixed', why: fixed };
    const { document, node } = this.evaluator.written(declared.node, declared.scope);
    return { kind: 'written', document, node, below };
  }

  #declare(section: MapNode, scope: Scope, out: Declared[], depth: number): void {
    for (const each of this.evaluator.entries(section.entries, scope)) {
      if (each.key === 'Fn::Transform') this.#include(each.entry.value, scope, out, depth);
      else this.#declareOne(each, scope, this.evaluator.location(each.entry.keySpan, scope).file, out);
    }
  }

  #declareOne(each: UnrolledEntry, scope: Scope, file: SourceFile, out: Declared[]): void {
    const { keySpan, value } = each.entry;
    const wrong = (why: string) =>
      this.evaluator.report(problemAt('partial', file, keySpan, `${each.key} in ${file.path} was left out: ${why}.`));
    if (value.kind !== 'map') {
      wrong('a resource is a map with a Type');
      return;
    }
    const type = scalarText(entryOf(value, 'Type')?.value);
    if (type === undefined || type === '') {
      wrong('it has no Type');
      return;
    }
    const own = this.evaluator.within(each, scope);
    const condition = scalarText(entryOf(value, 'Condition')?.value);
    const decided = condition === undefined ? true : this.evaluator.conditions.byName(condition, own);
    this.#logicalIds.add(each.key);
    if (decided === false) return;
    const whens =
      condition === undefined || decided === true
        ? own.whens
        : this.evaluator.conditions.assume(own.whens, [{ condition, holds: true }]);
    out.push({
      logicalId: each.key,
      type,
      node: value,
      at: { file, span: keySpan },
      extent: {
        file,
        span: {
          start: keySpan.start,
          end:
            this.evaluator.location(value.span, own).file === file
              ? Math.max(keySpan.end, value.span.end)
              : keySpan.end,
        },
      },
      scope: { ...own, whens },
      when: whens,
    });
  }

  /** `AWS::Include` among the resources: the file's entries are resources. */
  #include(node: DataNode, scope: Scope, out: Declared[], depth: number): void {
    for (const one of node.kind === 'list' ? node.items : [node]) {
      const location = includedLocation(one);
      const document = location === undefined ? undefined : this.local(location, scope.document);
      if (typeof document !== 'object' || document.root?.kind !== 'map' || depth > 5) {
        const why = typeof document === 'string' ? document : 'what it adds is not known';
        const message = `A macro among the resources of ${scope.document.file.path} was not looked at: ${why}.`;
        this.evaluator.report(problemAt('partial', scope.document.file, one.span, message));
        continue;
      }
      this.#declare(document.root, { ...scope, document }, out, depth + 1);
    }
  }

  #reference(logicalId: string, attribute: string): Value | Part | undefined {
    const child = attribute.startsWith('Outputs.') ? this.children.get(logicalId) : undefined;
    if (child) {
      const output = child.output(attribute.slice('Outputs.'.length));
      if (output) return output;
    }
    return this.dialect.reference?.(this, logicalId, attribute);
  }

  #binding(parameter: string): Value | undefined {
    if (!this.nesting || this.#given === 'running') return undefined;
    if (this.#given === undefined) {
      this.#given = 'running';
      const { parent, declared } = this.nesting;
      this.#given = parent.property(declared, 'Parameters') ?? { kind: 'absent', at: declared.at };
    }
    const given = this.#given;
    if (given.kind === 'unknown') return given;
    if (given.kind !== 'set' || !(given.data instanceof Map)) return undefined;
    const value: Value | undefined = given.data.get(parameter);
    return value && value.kind !== 'absent' ? this.#renamedIn(value) : undefined;
  }

  /** A condition of the parent under a name that the conditions of this template do not have. */
  #renamed(when: When): When {
    if (!this.nesting || !this.template.entry('Conditions', when.condition)) return when;
    return { ...when, condition: `${when.condition} of ${this.nesting.parent.template.file.path}` };
  }

  #renamedIn(value: Value): Value {
    if (value.kind !== 'conditional') return value;
    const branches = value.branches.map((branch) => ({
      when: this.#renamed(branch.when),
      value: this.#renamedIn(branch.value),
    }));
    return { ...value, branches };
  }
}

/** The Stack that a template becomes. */
export class TemplateStack implements Stack {
  readonly #context: StackContext;
  #resources: ReadonlyMap<string, Resource> = new Map();

  constructor(context: StackContext) {
    this.#context = context;
  }

  get id(): string {
    return this.#context.id;
  }

  get framework(): FrameworkName {
    return this.#context.dialect.name;
  }

  get root(): SourceFile {
    return this.#context.template.file;
  }

  get files(): readonly SourceFile[] {
    return this.#context.files;
  }

  get resources(): ReadonlyMap<string, Resource> {
    return this.#resources;
  }

  get problems(): readonly Problem[] {
    return [...this.#context.template.problems, ...this.#context.problems];
  }

  get nested(): readonly Stack[] {
    return [...this.#context.children.values()].map((child) => child.stack);
  }

  /** Declares the resources, once the nested templates are known. */
  declare(): void {
    const resources = new Map<string, Resource>();
    for (const resource of this.#context.dialect.declare(this.#context)) resources.set(resource.logicalId, resource);
    this.#resources = resources;
    for (const child of this.#context.children.values()) child.stack.declare();
  }

  spelled(resource: Resource, path: PropertyPath): string | undefined {
    return this.#context.dialect.spelled?.(resource, path);
  }

  edits(patches: readonly Patch[]): readonly Edit[] | Declined {
    return editsOf(this.#context, patches);
  }
}

/** The literal location of an `AWS::Include`. */
export function includedLocation(transform: DataNode): string | undefined {
  if (scalarText(entryOf(transform, 'Name')?.value) !== 'AWS::Include') return undefined;
  return scalarText(entryOf(entryOf(transform, 'Parameters')?.value, 'Location')?.value);
}

function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.tag === undefined;
}
