import { changesOf, type DocumentChange, type Renamed } from '#frameworks/cloudformation/edits';
import { asList, callOf, get, isTrue, literal } from '#frameworks/cloudformation/nodes';
import { pathOf } from '#frameworks/cloudformation/origin';
import { documentDatum, Refusal } from '#frameworks/cloudformation/render';
import { backward } from '#frameworks/cloudformation/rows';
import type { StackContext } from '#frameworks/cloudformation/stack';
import { mayBeGlobal } from '#frameworks/sam/globals';
import { type Lowering, loweringOf } from '#frameworks/sam/lowering';
import { routePath } from '#frameworks/sam/rest-api';
import type { Lowered, Origin } from '#frameworks/sam/scope';
import type { Declined, Datum as ModelDatum, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Resource, resourceId } from '#model/resource';
import { type ResourceRef, Text } from '#model/text';
import type { DataNode, Document, Operation, Path } from '#syntax/document';
import { nodeAt } from '#syntax/document';

type PropertyPatch = Extract<Patch, { path: PropertyPath }>;
type Changes = readonly DocumentChange[] | Declined;

/**
 * How a patch of a resource that SAM makes is said in SAM: where the author wrote the value, there; else by the row of the
 * type's table that names the property, on the resource itself even where Globals give it now. Declined where SAM has no
 * word for it. Undefined leaves the patch to where the values were written.
 */
export function changesOfPatch(context: StackContext, patch: Patch, renamed: Renamed): Changes | undefined {
  const lowering = loweringOf(context);
  if (patch.op === 'add') return destinationFor(context, lowering, patch, renamed);
  const lowered = lowering.scope.lowered.get(patch.resource.logicalId);
  if (!lowered || (!lowered.origin && lowered.generatedBy === undefined)) return undefined;
  if (patch.op === 'attribute') return undefined;
  const change = new Change(context, lowering, lowered, patch, renamed);
  return change.made();
}

const UNSAYABLE: Declined = { declined: 'nobody wrote the value' };

/** Properties that the logical IDs of other resources are made of, or without which SAM makes other resources. */
const STRUCTURE: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Stage': ['StageName'],
  'AWS::ApiGatewayV2::Stage': ['StageName'],
  'AWS::ApiGatewayV2::Route': ['RouteKey'],
  'AWS::Lambda::Alias': ['Name'],
  'AWS::StepFunctions::StateMachineAlias': ['Name'],
  'AWS::ApiGateway::DomainName': ['DomainName'],
  'AWS::ApiGatewayV2::DomainName': ['DomainName'],
};
/** Properties that SAM has under the same name and writes into the API's document instead. */
function inDocument(type: string, path: PropertyPath): PropertyPath | undefined {
  const isApi = type === 'AWS::ApiGateway::RestApi' || type === 'AWS::ApiGatewayV2::Api';
  return isApi && path.length === 1 && path[0] === 'DisableExecuteApiEndpoint' ? path : undefined;
}

const ROLES: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

class Change {
  readonly #document: Document;
  readonly #owner: string;

  constructor(
    readonly context: StackContext,
    readonly lowering: Lowering,
    readonly lowered: Lowered,
    readonly patch: PropertyPatch,
    readonly renamed: Renamed,
  ) {
    this.#owner = lowered.generatedBy ?? lowered.id;
    this.#document = lowering.owners.get(this.#owner)?.scope.document ?? context.template.document;
  }

  made(): Changes {
    const { scope } = this.lowering.owners.get(this.#owner) ?? {};
    if (scope?.fixed !== undefined) return { declined: scope.fixed };
    const [property] = this.patch.path;
    const { type } = this.lowered;
    if (STRUCTURE[type]?.includes(String(property)) || (this.patch.op === 'remove' && ROLES[type] === property))
      return { declined: `SAM would make other resources with another ${String(property)}` };
    const special = this.#special();
    if (special) return special;
    const written = this.#asWritten();
    if (!('declined' in written)) return written;
    if (written.declined !== UNSAYABLE.declined) return written;
    return this.#byRows();
  }

  /** The edit at the place where the author wrote the value, when that place is the resource's own. */
  #asWritten(): Changes {
    const { resource, path } = this.patch;
    if (!this.#isWritten(path)) return UNSAYABLE;
    // Generated resources are refused as such; the values that the author wrote into them are not.
    const plain = new Resource({
      stack: resource.stack,
      logicalId: resource.logicalId,
      type: resource.type,
      at: resource.location,
      extent: resource.extent,
      when: resource.when,
      properties: resource.properties,
      attributes: resource.attributes,
    });
    const changes = changesOf(this.context, { ...this.patch, resource: plain }, this.renamed);
    if ('declined' in changes) return changes;
    const global = changes.find((one) => one.operation.path[0] === 'Globals');
    if (!global) return changes;
    return this.#isOnlyUser() ? changes : UNSAYABLE;
  }

  /** Whether the place to change, or for a generated resource the map or list that holds it, is the author's text. */
  #isWritten(path: PropertyPath): boolean {
    let node: DataNode | undefined = this.lowered.properties;
    let holder: DataNode | undefined;
    for (const step of path) {
      const call = callOf(node);
      if (call) break;
      const next: DataNode | undefined =
        node.kind === 'list' ? node.items[Number(step)] : node.kind === 'map' ? get(node, String(step)) : undefined;
      if (!next) break;
      holder = node;
      node = next;
    }
    const own = (one: DataNode | undefined): boolean => one !== undefined && pathOf(this.#document, one) !== undefined;
    if (this.lowered.generatedBy === undefined || this.lowered.origin) return own(node);
    return own(node) && own(holder);
  }

  /** Whether a section of Globals speaks of this resource alone. */
  #isOnlyUser(): boolean {
    const type = this.lowering.scope.declared.get(this.#owner)?.type;
    const same = [...this.lowering.scope.declared.values()].filter((one) => one.type === type);
    return same.length === 1;
  }

  #byRows(): Changes {
    const { origin } = this.lowered;
    const path = origin && (backward(origin.rows, this.patch.path) ?? inDocument(this.lowered.type, this.patch.path));
    if (!origin || !path) {
      const what = this.patch.path.filter((step) => typeof step === 'string').join('.');
      return { declined: `SAM cannot say ${what} of ${this.lowered.id}` };
    }
    return this.#write(origin, path);
  }

  /** The operation on SAM's own property. */
  #write(origin: Origin, path: PropertyPath): Changes {
    if (origin.base[0] === 'Globals') {
      const refused = this.#refusedGlobal(origin, path);
      if (refused) return refused;
    }
    const at = this.#place(origin, path);
    if ('declined' in at) return at;
    const { patch } = this;
    if (patch.op === 'remove') {
      const there = nodeAt(this.#document.root, at.path);
      return there ? this.#changes({ op: 'remove', path: at.path }) : { declined: 'Globals give the value' };
    }
    const value = this.#datum(patch.value);
    if (value instanceof Refusal) return { declined: value.why };
    if (patch.op === 'set') return this.#changes({ op: 'set', path: at.path, value });
    const there = nodeAt(this.#document.root, at.path);
    if (!there || asList(there)) return this.#changes({ op: 'append', path: at.path, value });
    if (there.kind === 'scalar' && there.tag === undefined && there.value !== null)
      return this.#changes({ op: 'set', path: at.path, value: [there.value, value] });
    return { declined: 'the list is not written as one' };
  }

  /** The path in the document; declined where an intrinsic function or a list of Globals stands in the way. */
  #place(origin: Origin, path: PropertyPath): { readonly path: Path } | Declined {
    const full: Path = [...origin.base, ...path];
    let node: DataNode | undefined = this.#document.root;
    for (const step of full) {
      if (!node) break;
      if (callOf(node)) return { declined: 'an intrinsic function gives what it stands in' };
      if (node.shared) return { declined: 'the place is shared through an alias' };
      const next: DataNode | undefined =
        node.kind === 'list' && typeof step === 'number' ? node.items[step] : get(node, String(step));
      if (!next && typeof step === 'number') return { declined: 'Globals give the item' };
      node = next;
    }
    if (path.some((step) => typeof step === 'number') && origin.section !== undefined)
      return { declined: 'the item cannot be told from those that Globals give' };
    return { path: full };
  }

  /** An implicit API is configured by Globals alone, which speak of every API of the template. */
  #refusedGlobal(origin: Origin, path: PropertyPath): Declined | undefined {
    const section = String(origin.base[1]);
    const [first] = origin.base.length > 2 ? [origin.base[2]] : path;
    if (!mayBeGlobal(section, String(first)))
      return { declined: `SAM cannot say ${String(first)} of an API that it makes by itself` };
    const others = [...this.lowering.scope.declared.values()].some((one) => one.type === `AWS::Serverless::${section}`);
    return others ? { declined: 'Globals would change the other APIs as well' } : undefined;
  }

  #datum(value: ModelDatum) {
    return documentDatum(this.context, this.#document, value, this.renamed);
  }

  #changes(...operations: readonly Operation[]): readonly DocumentChange[] {
    return operations.map((operation) => ({ document: this.#document, operation }));
  }

  #special(): Changes | undefined {
    const { type } = this.lowered;
    if (type === 'AWS::IAM::Role') return this.#role();
    if (type === 'AWS::Lambda::Function') return this.#deadLetters() ?? this.#tags();
    if (type === 'AWS::Lambda::EventSourceMapping') return this.#destination(['OnFailure']);
    if (type === 'AWS::Lambda::EventInvokeConfig') return this.#destination(['OnFailure', 'OnSuccess']);
    if (type === 'AWS::Events::Rule') return this.#state();
    if (type === 'AWS::ApiGateway::RestApi' || type === 'AWS::ApiGatewayV2::Api') return this.#route();
    return undefined;
  }

  /** Policies of a generated role are items of the function's `Policies`. */
  #role(): Changes | undefined {
    const [list, index, ...rest] = this.patch.path;
    if (list !== 'Policies' && list !== 'ManagedPolicyArns') return undefined;
    const base: Path = ['Resources', this.#owner, 'Properties', 'Policies'];
    if (this.lowered.id !== `${this.#owner}Role`) return undefined;
    if (index === undefined) {
      if (this.patch.op !== 'append') return { declined: `SAM cannot say ${list} of ${this.lowered.id} as a whole` };
      const item = policyDocument(list, this.patch.value);
      const value = item === undefined ? new Refusal('it is not a policy') : this.#datum(item);
      if (value instanceof Refusal) return { declined: value.why };
      const there = nodeAt(this.#document.root, base);
      if (!there || asList(there)) return this.#changes({ op: 'append', path: base, value });
      if (there.kind === 'scalar' && there.tag === undefined && there.value !== null)
        return this.#changes({ op: 'set', path: base, value: [there.value, value] });
      return { declined: 'Policies is not written as a list' };
    }
    if (rest.length > 0 && !(rest.length === 3 && this.patch.op === 'remove')) return undefined;
    const place = this.#policyItem(String(list), Number(index));
    if (rest.length > 0) {
      // The only statement of a policy template goes with the template.
      const statements = asList(get(this.lowered.properties, 'Policies') && this.#statements(Number(index)));
      const written = statements && pathOf(this.#document, statements) !== undefined;
      if (written || statements?.items.length !== 1) return written ? undefined : UNTEMPLATED;
    }
    if (!place) return { declined: `SAM adds it to ${this.lowered.id} by itself` };
    if (this.patch.op === 'remove') return this.#changes({ op: 'remove', path: place });
    if (this.patch.op !== 'set') return { declined: 'a policy is no list' };
    const item = policyDocument(String(list), this.patch.value);
    const value = item === undefined ? new Refusal('it is not a policy') : this.#datum(item);
    return value instanceof Refusal ? { declined: value.why } : this.#changes({ op: 'set', path: place, value });
  }

  #statements(index: number): DataNode | undefined {
    const item = asList(get(this.lowered.properties, 'Policies'))?.items[index];
    return get(item, 'PolicyDocument', 'Statement');
  }

  /** Where the item of `Policies` stands that a policy of the role was made of: both are placed at the same text. */
  #policyItem(list: string, index: number): Path | undefined {
    const made = asList(get(this.lowered.properties, list))?.items[index];
    const base: Path = ['Resources', this.#owner, 'Properties', 'Policies'];
    const written = nodeAt(this.#document.root, base);
    if (!made || !written) return undefined;
    const items = asList(written)?.items;
    if (!items) return sameSpan(written, made) ? base : undefined;
    const at = items.findIndex((item) => sameSpan(item, made));
    return at === -1 ? undefined : [...base, at];
  }

  /** `DeadLetterQueue` wants the kind of its target as well. */
  #deadLetters(): Changes | undefined {
    const [first, second] = this.patch.path;
    if (first !== 'DeadLetterConfig' || this.patch.op === 'append') return undefined;
    const base: Path = ['Resources', this.#owner, 'Properties', 'DeadLetterQueue'];
    if (this.patch.op === 'remove')
      return nodeAt(this.#document.root, base)
        ? this.#changes({ op: 'remove', path: base })
        : { declined: 'Globals give the value' };
    const wanted = second === 'TargetArn' ? this.patch.value : entryOfDatum(this.patch.value, 'TargetArn');
    if (wanted === undefined) return undefined;
    const kind = this.#kindOf(wanted);
    const value = this.#datum(wanted);
    if (value instanceof Refusal) return { declined: value.why };
    if (kind !== 'SQS' && kind !== 'SNS')
      return { declined: 'SAM wants to know whether the target is a queue or a topic' };
    return this.#changes({ op: 'set', path: base, value: { Type: kind, TargetArn: value } });
  }

  /** A destination wants its kind as well, so that SAM grants what writing to it needs. */
  #destination(outcomes: readonly string[]): Changes | undefined {
    const [first, outcome, third] = this.patch.path;
    if (first !== 'DestinationConfig' || this.patch.op !== 'set' || this.patch.path.length > 3) return undefined;
    const { origin } = this.lowered;
    if (!origin) return undefined;
    const target =
      outcome === undefined
        ? entryOfDatum(entryOfDatum(this.patch.value, 'OnFailure'), 'Destination')
        : third === 'Destination'
          ? this.patch.value
          : entryOfDatum(this.patch.value, 'Destination');
    const name = String(outcome ?? 'OnFailure');
    if (target === undefined || !outcomes.includes(name)) return undefined;
    const kind = this.#kindOf(target);
    const value = this.#datum(target);
    if (value instanceof Refusal) return { declined: value.why };
    if (kind === undefined) return { declined: 'SAM wants to know what kind of destination it is' };
    const path: Path = [...origin.base, 'DestinationConfig', name];
    return this.#changes({ op: 'set', path, value: { Type: kind, Destination: value } });
  }

  /** What kind of target a reference is, in SAM's words. */
  #kindOf(value: ModelDatum): string | undefined {
    return kindOfTarget(this.context, this.lowering, value, this.renamed);
  }

  /** A rule that says `Enabled` may not say `State` as well. */
  #state(): Changes | undefined {
    const { origin } = this.lowered;
    const path: Path = [...(origin?.base ?? []), 'Enabled'];
    if (this.patch.path[0] !== 'State' || !origin || !nodeAt(this.#document.root, path)) return undefined;
    if (this.patch.op !== 'set' || (this.patch.value !== 'ENABLED' && this.patch.value !== 'DISABLED'))
      return { declined: 'Enabled gives the state' };
    return this.#changes({ op: 'set', path, value: this.patch.value === 'ENABLED' });
  }

  #tags(): Changes | undefined {
    if (this.patch.path[0] !== 'Tags') return undefined;
    const key = this.patch.op === 'append' ? entryOfDatum(this.patch.value, 'Key') : undefined;
    const wanted = this.patch.op === 'append' ? entryOfDatum(this.patch.value, 'Value') : undefined;
    if (typeof key !== 'string' || wanted === undefined) return { declined: 'SAM has tags as a map' };
    const value = this.#datum(wanted);
    if (value instanceof Refusal) return { declined: value.why };
    const path: Path = ['Resources', this.#owner, 'Properties', 'Tags', key];
    return this.#changes({ op: 'set', path, value });
  }

  /** Who may call a route is said by the `Auth` of its event. */
  #route(): Changes | undefined {
    const [body, paths, path, method, field] = this.patch.path;
    const api = this.lowering.scope.apis.get(this.lowered.id);
    if (body !== 'Body' || paths !== 'paths' || field !== 'security' || !api) return undefined;
    const event = routePath(api, String(path), String(method));
    if (!event || !api.managed) return undefined;
    const base: Path = [...event, 'Auth'];
    if (this.patch.op === 'remove')
      return nodeAt(this.#document.root, [...base, 'Authorizer'])
        ? this.#changes({ op: 'remove', path: [...base, 'Authorizer'] })
        : { declined: 'the API gives the authorizer' };
    const requirement = this.patch.op === 'append' ? this.patch.value : firstOf(this.patch.value);
    const [name, scopes] = requirement === undefined ? ['NONE', []] : (onlyEntry(requirement) ?? []);
    if (name === undefined) return { declined: 'it is not one authorizer' };
    if (name === 'api_key') return this.#changes({ op: 'set', path: [...base, 'ApiKeyRequired'], value: true });
    const auth = get(api.declared.properties, 'Auth');
    const known =
      name === 'NONE'
        ? literal(get(auth, 'DefaultAuthorizer')) !== undefined
        : name === 'AWS_IAM'
          ? api.kind === 'rest' || isTrue(get(auth, 'EnableIamAuthorizer'))
          : get(auth, 'Authorizers', name) !== undefined;
    if (!known) return { declined: `the API has no authorizer ${name}` };
    const operations: Operation[] = [{ op: 'set', path: [...base, 'Authorizer'], value: name }];
    if (Array.isArray(scopes) && scopes.length > 0) {
      const value = this.#datum(scopes);
      if (value instanceof Refusal) return { declined: value.why };
      operations.push({ op: 'set', path: [...base, 'AuthorizationScopes'], value });
    }
    return this.#changes(...operations);
  }
}

const UNTEMPLATED: Declined = { declined: 'a policy template of SAM gives the statement' };

function sameSpan(a: DataNode, b: DataNode): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

/** An item of a role's list of policies as `Policies` has it. */
function policyDocument(list: string, value: ModelDatum): ModelDatum | undefined {
  return list === 'ManagedPolicyArns' ? value : entryOfDatum(value, 'PolicyDocument');
}

function entryOfDatum(of: ModelDatum | undefined, key: string): ModelDatum | undefined {
  if (of === null || typeof of !== 'object' || Array.isArray(of) || of instanceof Text) return undefined;
  return (of as { readonly [key: string]: ModelDatum })[key];
}

function firstOf(list: ModelDatum): ModelDatum | undefined {
  return Array.isArray(list) ? (list[0] as ModelDatum | undefined) : undefined;
}

function onlyEntry(of: ModelDatum): [string, ModelDatum] | undefined {
  if (of === null || typeof of !== 'object' || Array.isArray(of) || of instanceof Text) return undefined;
  const entries = Object.entries(of);
  return entries.length === 1 ? entries[0] : undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'SQS',
  'AWS::SNS::Topic': 'SNS',
  'AWS::Lambda::Function': 'Lambda',
  'AWS::Events::EventBus': 'EventBridge',
  'AWS::S3::Bucket': 'S3Bucket',
};

/**
 * The kind of a target, by the type of the resource that it refers to. Of a resource that the same patches declare only the
 * attribute is known: the ARN of a queue is its `Arn`, that of a topic its `Ref` or `TopicArn`.
 */
function kindOfTarget(
  context: StackContext,
  lowering: Lowering,
  value: ModelDatum,
  renamed: Renamed,
): string | undefined {
  const ref: ResourceRef | undefined = value instanceof Text ? value.ref : undefined;
  if (!ref) {
    const service = typeof value === 'string' ? value.split(':')[2] : undefined;
    return { sqs: 'SQS', sns: 'SNS', lambda: 'Lambda', events: 'EventBridge' }[service ?? ''];
  }
  const prefix = `${context.id}#`;
  const logicalId = ref.resource.startsWith(prefix) ? ref.resource.slice(prefix.length) : undefined;
  const type = logicalId === undefined ? undefined : lowering.scope.lowered.get(logicalId)?.type;
  if (type !== undefined) return KINDS[type];
  if (!renamed.has(ref.resource)) return undefined;
  return ref.attribute === 'Arn' ? 'SQS' : 'SNS';
}

/** A new `AWS::Lambda::EventInvokeConfig` of a function of SAM is its `EventInvokeConfig`, which grants what it needs. */
function destinationFor(
  context: StackContext,
  lowering: Lowering,
  patch: Extract<Patch, { op: 'add' }>,
  renamed: Renamed,
): Changes | undefined {
  if (patch.type !== 'AWS::Lambda::EventInvokeConfig') return undefined;
  const name = patch.properties.FunctionName;
  const ref = name instanceof Text ? name.ref : undefined;
  const fn =
    ref && [...lowering.scope.declared.values()].find((one) => resourceId(context.id, one.id) === ref.resource);
  const owner = fn && lowering.owners.get(fn.id);
  if (!fn || !owner || fn.type !== 'AWS::Serverless::Function') return undefined;
  if (get(fn.properties, 'EventInvokeConfig')) return { declined: `${fn.id} has an EventInvokeConfig` };
  const { document } = owner.scope;
  const base: Path = ['Resources', fn.id, 'Properties', 'EventInvokeConfig'];
  const operations: Operation[] = [];
  for (const [key, value] of Object.entries(patch.properties)) {
    if (key === 'FunctionName' || key === 'Qualifier') continue;
    if (key !== 'DestinationConfig') {
      const datum = documentDatum(context, document, value, renamed);
      if (datum instanceof Refusal) return { declined: datum.why };
      operations.push({ op: 'set', path: [...base, key], value: datum });
      continue;
    }
    for (const outcome of ['OnSuccess', 'OnFailure']) {
      const target = entryOfDatum(entryOfDatum(value, outcome), 'Destination');
      if (target === undefined) continue;
      const kind = kindOfTarget(context, lowering, target, renamed);
      const datum = documentDatum(context, document, target, renamed);
      if (datum instanceof Refusal) return { declined: datum.why };
      if (kind === undefined) return { declined: 'SAM wants to know what kind of destination it is' };
      operations.push({ op: 'set', path: [...base, key, outcome], value: { Type: kind, Destination: datum } });
    }
  }
  return operations.map((operation) => ({ document, operation }));
}
