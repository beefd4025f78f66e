import type { DocumentChange, Renamed } from '#frameworks/cloudformation/edits';
import { entriesOf, get, literal } from '#frameworks/cloudformation/nodes';
import { pathOf } from '#frameworks/cloudformation/origin';
import { documentDatum, Refusal } from '#frameworks/cloudformation/render';
import { backward } from '#frameworks/cloudformation/rows';
import type { StackContext } from '#frameworks/cloudformation/stack';
import type { LoweredService } from '#frameworks/serverless/lower';
import { documentOf, noteOf, originalOf } from '#frameworks/serverless/places';
import type { Resolver } from '#frameworks/serverless/resolver';
import type { Lowered, Source } from '#frameworks/serverless/service';
import type { Declined, Datum as ModelDatum, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { resourceId } from '#model/resource';
import { Text } from '#model/text';
import type { DataNode, Datum, Document, Operation, Path } from '#syntax/document';
import { nodeAt } from '#syntax/document';

/** What translating a patch of a service needs. */
export interface Editing {
  readonly context: StackContext;
  readonly resolver: Resolver;
  readonly lowered: LoweredService;
  /** serverless.yml. */
  readonly document: Document;
}

/** Lists of which the framework writes the one item. */
const SINGLE = new Set(['FunctionResponseTypes']);

type PropertyPatch = Extract<Patch, { path: PropertyPath }>;
type Changes = readonly DocumentChange[] | Declined;
type Wanted = { readonly op: 'set' | 'append'; readonly value: ModelDatum } | { readonly op: 'remove' };

const UNSAYABLE: Declined = { declined: 'nobody wrote the value' };

/** Properties that the framework makes names or other resources of, or for which it adds no permission. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Lambda::Function': {
    Role: 'the framework gives the role',
    DeadLetterConfig: 'the framework adds no permission for the target',
    PackageType: 'the framework gives the type of the package',
    Code: 'the framework packages the code',
  },
};

/** Properties whose value in `provider` is right or wrong for all functions alike. */
const GENERAL = new Set(['Runtime', 'KmsKeyArn', 'TracingConfig', 'LoggingConfig', 'RetentionInDays']);

/** Properties that the framework gives by itself where they are not written. */
const DEFAULTED: Readonly<Record<string, ReadonlySet<string>>> = {
  'AWS::Lambda::Function': new Set(['Runtime', 'MemorySize', 'Timeout', 'FunctionName', 'Handler']),
  'AWS::Lambda::LayerVersion': new Set(['LayerName']),
  'AWS::Lambda::Url': new Set(['AuthType', 'Cors']),
  'AWS::IAM::Role': new Set(['RoleName', 'Path']),
};

/** The words that the framework has for values of CloudFormation, by type and property; it knows no others. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Lambda::Url.AuthType': { AWS_IAM: 'aws_iam' },
};

/**
 * How a patch of a resource that the framework makes is said in serverless.yml: in `resources` where that overrides the property,
 * else by the row of a table that names it, on the function even where `provider` gives it now, else where the author wrote the
 * value. Undefined leaves the patch to where the values were written.
 */
export function changesOfPatch(editing: Editing, patch: Patch, renamed: Renamed): Changes | undefined {
  const { lowered } = editing;
  if (patch.op === 'add') {
    const beside = lowered.service.lowered.get(patch.beside.logicalId);
    return destinationFor(editing, patch, renamed) ?? (beside ? addition(editing, patch, beside, renamed) : undefined);
  }
  const made = lowered.service.lowered.get(patch.resource.logicalId);
  if (!made) return patch.op === 'remove' ? removal(editing, patch, renamed) : undefined;
  if (patch.op === 'attribute') return attribute(editing, patch, made, renamed);
  return new Change(editing, made, patch, renamed).made();
}

class Change {
  constructor(
    readonly editing: Editing,
    readonly generated: Lowered,
    readonly patch: PropertyPatch,
    readonly renamed: Renamed,
  ) {}

  made(): Changes {
    const { patch } = this;
    const wanted: Wanted = patch.op === 'remove' ? { op: 'remove' } : { op: patch.op, value: patch.value };
    return this.#change(patch.path, wanted);
  }

  #change(path: PropertyPath, wanted: Wanted): Changes {
    const [property] = path;
    const overridden = this.#override(path, wanted);
    if (overridden) return overridden;
    const granted = this.generated.type === 'AWS::IAM::Role' ? statementsIn(path, wanted) : undefined;
    if (granted) return this.#granted(granted);
    const refused = REFUSED[this.generated.type]?.[String(property)];
    if (refused !== undefined) return { declined: refused };
    const said = this.#inWords(path, wanted) ?? this.#byRows(path, wanted) ?? this.#byParts(path, wanted);
    const made = said ?? this.#asWritten(path, wanted);
    return 'declined' in made && made.declined === UNSAYABLE.declined ? (this.#extension(path, wanted) ?? made) : made;
  }

  /** The role's one policy has the statements of every other. */
  #granted(statements: readonly ModelDatum[]): Changes {
    const changes: DocumentChange[] = [];
    for (const value of statements) {
      const made = this.#change(['Policies', 0, 'PolicyDocument', 'Statement'], { op: 'append', value });
      if ('declined' in made) return made;
      for (const change of made) changes.push(change);
    }
    return together(changes);
  }

  /** What the author says in other words than CloudFormation. */
  #inWords(path: PropertyPath, wanted: Wanted): Changes | undefined {
    if (wanted.op === 'remove') return undefined;
    for (const { base, short, words } of this.generated.origin ?? []) {
      const said = words?.(path, wanted.value);
      if (said === 'elsewhere') return [];
      if (said) return this.#at(base, said.path, { op: 'set', value: said.value }, short);
    }
    return undefined;
  }

  /** `resources.extensions`, for what the framework has no word for: it replaces properties, so that one which is there is left alone. */
  #extension(path: PropertyPath, wanted: Wanted): Changes | undefined {
    const [property] = path;
    if (wanted.op !== 'set' || property === undefined || path.some((step) => typeof step === 'number'))
      return undefined;
    if (get(this.generated.properties, String(property))) return undefined;
    return extend(this.editing, this.generated, ['Properties', ...path], wanted.value, this.renamed);
  }

  /** `resources` says something of the property already: there it counts. */
  #override(path: PropertyPath, wanted: Wanted): Changes | undefined {
    const override = this.editing.lowered.declared.get(this.generated.id);
    const properties = get(override, 'Properties');
    if (!override || !properties || !get(properties, String(path[0]))) return undefined;
    return this.#at(properties, path, wanted);
  }

  #byRows(path: PropertyPath, wanted: Wanted): Changes | undefined {
    const candidates: { readonly source: Source; readonly own: PropertyPath }[] = [];
    for (const source of this.generated.origin ?? []) {
      const own = backward(source.rows, path);
      if (own) candidates.push({ source, own });
    }
    const [first] = candidates;
    if (!first) return undefined;
    if (this.generated.type === 'AWS::IAM::Role' && path.length > 4) return undefined;
    if (this.generated.type === 'AWS::IAM::Role' && path[0] === 'Policies' && wanted.op !== 'append') return undefined;
    if (wanted.op === 'remove' && DEFAULTED[this.generated.type]?.has(String(path[0])))
      return { declined: 'the framework gives a default in its place' };
    const said = this.#said(path, wanted);
    if (!said) return { declined: 'the framework has no word for the value' };
    const writes = candidates.find(({ source, own }) => valueAt(source.base, own) !== undefined);
    if (wanted.op === 'set') {
      // What is wrong with `provider`'s own word is wrong for every function that takes it; other values fit one function.
      const { source, own } = writes && (!this.#isShared() || GENERAL.has(String(path[0]))) ? writes : first;
      return this.#at(source.base, own, said, source.short);
    }
    if (!writes)
      return wanted.op === 'remove'
        ? { declined: 'there is nothing to change' }
        : this.#at(first.source.base, first.own, said, first.source.short);
    if (writes.source !== first.source && this.#isShared()) return { declined: '`provider` gives the value' };
    return this.#at(writes.source.base, writes.own, said);
  }

  /** Whether `provider` speaks of other functions as well. */
  #isShared(): boolean {
    return this.editing.lowered.service.functions.size > 1;
  }

  /** A map whose parts the framework has at different places. */
  #byParts(path: PropertyPath, wanted: Wanted): Changes | undefined {
    if (wanted.op !== 'set' || wanted.value === null || typeof wanted.value !== 'object') return undefined;
    if (wanted.value instanceof Text || Array.isArray(wanted.value)) return undefined;
    const inner = (this.generated.origin ?? []).some(({ rows }) =>
      rows.some(({ cfn }) => cfn.length > path.length && path.every((step, index) => String(step) === cfn[index])),
    );
    if (!inner) return undefined;
    const changes: DocumentChange[] = [];
    for (const [key, value] of Object.entries(wanted.value as { readonly [key: string]: ModelDatum })) {
      const made = this.#change([...path, key], { op: 'set', value });
      if ('declined' in made) return made;
      changes.push(...made);
    }
    return changes.length > 0 ? changes : undefined;
  }

  /** The deepest node on the way that the author wrote, within a map or list that the author wrote too. */
  #asWritten(path: PropertyPath, wanted: Wanted): Changes {
    let node: DataNode | undefined = this.generated.properties;
    let found: { readonly base: DataNode; readonly rest: PropertyPath } | undefined;
    for (const [index, step] of path.entries()) {
      const next = childOf(node, step);
      if (!next) break;
      // What is made of a node is not that node: only what lies below a written one is changed by it.
      if (isWritten(next)) found = found && isWritten(node) ? found : { base: next, rest: path.slice(index + 1) };
      else found = undefined;
      node = next;
    }
    if (found?.rest.length === 0 && wanted.op === 'remove' && typeof path.at(-1) === 'number')
      return this.#at(found.base, [], wanted);
    if (!found || found.rest.length === 0) return UNSAYABLE;
    return this.#at(found.base, found.rest, wanted);
  }

  #said(path: PropertyPath, wanted: Wanted): Wanted | undefined {
    if (SINGLE.has(path.join('.')) && wanted.op !== 'remove') {
      const value = Array.isArray(wanted.value) ? wanted.value[0] : wanted.value;
      return value === undefined || (Array.isArray(wanted.value) && wanted.value.length > 1)
        ? undefined
        : { op: 'set', value };
    }
    const words = WORDS[`${this.generated.type}.${path.join('.')}`];
    if (!words || wanted.op === 'remove') return wanted;
    const word = typeof wanted.value === 'string' ? words[wanted.value] : undefined;
    return word === undefined ? undefined : { ...wanted, value: word };
  }

  #at(base: DataNode, path: PropertyPath, wanted: Wanted, short?: Source['short']): Changes {
    const expanded = short && this.#expanded(base, path, wanted, short);
    return expanded ?? changeAt(this.editing, base, path, wanted, this.renamed);
  }

  /** The short form of an event as the map that it stands for, with one setting more. */
  #expanded(
    base: DataNode,
    path: PropertyPath,
    wanted: Wanted,
    short: NonNullable<Source['short']>,
  ): Changes | undefined {
    const { context, resolver } = this.editing;
    const here = writtenAt(base);
    const raw = here && nodeAt(here.document.root, here.path);
    if (!here || raw?.kind !== 'scalar' || typeof raw.value !== 'string' || wanted.op === 'remove') return undefined;
    if (raw.tag !== undefined || path.some((step) => typeof step === 'number')) return undefined;
    if (resolver.places(originalOf(base)) > 1) return { declined: 'several places share it' };
    const value = documentDatum(context, here.document, wanted.value, this.renamed);
    if (value instanceof Refusal) return { declined: value.why };
    const item: Datum = wanted.op === 'append' ? [value] : value;
    const added = path.reduceRight<Datum>((inner, step) => ({ [step]: inner }), item);
    const whole: Datum = { ...short(raw.value), ...(added as { [key: string]: Datum }) };
    return [{ document: here.document, operation: { op: 'set', path: here.path, value: whole } }];
  }
}

/** The statements of a policy that a role is to have besides. */
function statementsIn([list, ...rest]: PropertyPath, wanted: Wanted): readonly ModelDatum[] | undefined {
  if (list !== 'Policies' || rest.length > 0 || wanted.op !== 'append') return undefined;
  const statements = entryOf(entryOf(wanted.value, 'PolicyDocument'), 'Statement');
  return Array.isArray(statements) ? (statements as readonly ModelDatum[]) : undefined;
}

/** Where a list is made, what is added to it is made with it. */
function together(changes: readonly DocumentChange[]): readonly DocumentChange[] {
  const [first, ...others] = changes;
  if (first?.operation.op !== 'set' || others.length === 0) return changes;
  const items: Datum[] = [];
  for (const { operation } of changes)
    if (operation.op === 'set' && Array.isArray(operation.value)) items.push(...(operation.value as readonly Datum[]));
  return [{ ...first, operation: { ...first.operation, value: items } }];
}

/** Taking out what a variable gives to a resource of `resources` takes the variable out, not what it refers to. */
function removal(
  editing: Editing,
  patch: Extract<PropertyPatch, { op: 'remove' }>,
  renamed: Renamed,
): Changes | undefined {
  const resources = get(editing.lowered.template, 'Resources', patch.resource.logicalId, 'Properties');
  const value = resources && valueAt(resources, patch.path);
  const holder = resources && valueAt(resources, patch.path.slice(0, -1));
  if (!resources || !value || !holder) return undefined;
  const [own, above] = [writtenAt(value), writtenAt(holder)];
  const isHere = own && above && own.document === above.document && samePath(own.path.slice(0, -1), above.path);
  return isHere ? undefined : changeAt(editing, resources, patch.path, { op: 'remove' }, renamed);
}

/** A change of what stands at a path below a resolved node, in whichever document it was written. */
function changeAt(editing: Editing, base: DataNode, path: PropertyPath, wanted: Wanted, renamed: Renamed): Changes {
  const place = placeOf(editing, base, path, wanted.op === 'remove');
  if ('declined' in place) return place;
  const { document } = place;
  const there = nodeAt(document.root, place.path);
  const change = (operation: Operation): Changes => [{ document, operation }];
  if (wanted.op === 'remove')
    return there && place.missing.length === 0
      ? change({ op: 'remove', path: place.path })
      : { declined: 'there is nothing to change' };
  const value = documentDatum(editing.context, document, wanted.value, renamed);
  if (value instanceof Refusal) return { declined: value.why };
  if (place.missing.length > 0 || !there) {
    const item = wanted.op === 'append' ? [value] : value;
    if (place.missing.some((step) => typeof step === 'number'))
      return { declined: 'a list cannot be made from the middle' };
    return change({
      op: 'set',
      path: place.path,
      value: place.missing.reduceRight<Datum>((inner, step) => ({ [step]: inner }), item),
    });
  }
  if (wanted.op === 'set') return change({ op: 'set', path: place.path, value });
  if (there.kind === 'list' && there.tag === undefined) return change({ op: 'append', path: place.path, value });
  return { declined: 'the list is not written as one' };
}

interface Placed {
  readonly document: Document;
  readonly path: Path;
  /** Keys below `path` that are not there yet. */
  readonly missing: Path;
}

/**
 * Where what stands at a path below a resolved node is written, through variables that serve this place only.
 * @param asUsed whether the last step is wanted as it is used, with the variable that gives it
 */
function placeOf(editing: Editing, base: DataNode, path: PropertyPath, asUsed: boolean): Placed | Declined {
  const { resolver } = editing;
  let node = base;
  let here = writtenAt(node);
  if (!here) return UNSAYABLE;
  if (resolver.places(originalOf(node)) > 1) return { declined: 'several places share it' };
  for (const [index, step] of path.entries()) {
    const rest = path.slice(index);
    if (node.kind === 'scalar') {
      if (node.tag === undefined && (node.value === true || node.value === null)) return { ...here, missing: rest };
      return { declined: 'the short form has no place for it' };
    }
    const raw = nodeAt(here.document.root, [...here.path, step]);
    const next = childOf(node, step);
    if (!raw || !next) {
      if (rest.some((one) => typeof one === 'number')) return { declined: 'it is not written at this place' };
      // Missing maps are made by the operation itself.
      return { document: here.document, path: [...here.path, ...rest], missing: [] };
    }
    const original = originalOf(next);
    const there = writtenAt(next);
    const isHere = there?.document === here.document && samePath(there.path, [...here.path, step]);
    const { parameter } = noteOf(next);
    const serves = there && parameter === undefined && resolver.places(original) === 1;
    if (isHere || (serves && !(asUsed && rest.length === 1))) {
      here = there;
      node = next;
      continue;
    }
    if (parameter !== undefined && !asUsed) return { declined: `the variable ${parameter} chooses the value` };
    if (rest.length > 1) return { declined: 'several places share it' };
    return { document: here.document, path: [...here.path, step], missing: [] };
  }
  return { ...here, missing: [] };
}

function writtenAt(node: DataNode): { readonly document: Document; readonly path: Path } | undefined {
  const original = originalOf(node);
  const document = documentOf(original.span);
  const path = document && pathOf(document, original);
  return document && path ? { document, path } : undefined;
}

function isWritten(node: DataNode | undefined): boolean {
  return node !== undefined && writtenAt(node) !== undefined;
}

function childOf(node: DataNode | undefined, step: string | number): DataNode | undefined {
  if (node?.kind === 'list') return node.items[Number(step)];
  return get(node, String(step));
}

function valueAt(base: DataNode, path: PropertyPath): DataNode | undefined {
  let node: DataNode | undefined = base;
  for (const step of path) node = childOf(node, step);
  return node;
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** An attribute of a resource that the framework makes: where `resources` speaks of the resource, else among its extensions. */
function attribute(
  editing: Editing,
  patch: Extract<Patch, { op: 'attribute' }>,
  generated: Lowered,
  renamed: Renamed,
): Changes {
  const override = editing.lowered.declared.get(patch.resource.logicalId);
  if (override) return changeAt(editing, override, [patch.name], { op: 'set', value: patch.value }, renamed);
  const made = POLICIES.has(patch.name) ? extend(editing, generated, [patch.name], patch.value, renamed) : undefined;
  return made ?? { declined: `${patch.resource.logicalId} is generated by the framework` };
}

/** Attributes that an extension may set: https://www.serverless.com/framework/docs/providers/aws/guide/resources#extending-generated-cloudformation-templates */
const POLICIES = new Set(['DeletionPolicy', 'UpdateReplacePolicy']);

/** Types whose resources have a hash in their IDs, or that the framework or a plugin makes beside the template. */
const NOT_EXTENSIBLE: ReadonlySet<string> = new Set([
  'AWS::Lambda::Version',
  'AWS::Lambda::LayerVersion',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::ApiGateway::Stage',
  // Whom it lets in is not the author's to say.
  'AWS::Lambda::Permission',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::ApiMapping',
]);

/** Something that `resources.extensions` says of a resource that the framework makes; undefined where it cannot. */
function extend(
  editing: Editing,
  generated: Lowered,
  path: PropertyPath,
  value: ModelDatum,
  renamed: Renamed,
): Changes | undefined {
  if (NOT_EXTENSIBLE.has(generated.type)) return undefined;
  const resources = resourcesOf(editing);
  if ('declined' in resources) return resources;
  const { base, within } = resources;
  return changeAt(editing, base, [...within, 'extensions', generated.id, ...path], { op: 'set', value }, renamed);
}

/** The map that `resources` is, or the one of its list that declares resources; where there is none, the root and the way to it. */
function resourcesOf({ lowered }: Editing): { readonly base: DataNode; readonly within: PropertyPath } | Declined {
  const { root } = lowered.service;
  const resources = get(root, 'resources');
  if (!resources) return { base: root, within: ['resources'] };
  const map = resources.kind === 'list' ? resources.items.find((item) => get(item, 'Resources')) : resources;
  return map ? { base: map, within: [] } : { declined: '`resources` has no map of resources' };
}

/** A new resource beside one that the framework makes: under `resources`. */
function addition(editing: Editing, patch: Extract<Patch, { op: 'add' }>, beside: Lowered, renamed: Renamed): Changes {
  const resources = resourcesOf(editing);
  if ('declined' in resources) return resources;
  const logicalId = renamed.get(resourceId(editing.context.id, patch.logicalId)) ?? patch.logicalId;
  const condition = literal(beside.attributes.find((entry) => entry.key === 'Condition')?.value);
  const value: { [key: string]: ModelDatum } = { Type: patch.type };
  if (condition !== undefined) value.Condition = condition;
  if (Object.keys(patch.properties).length > 0) value.Properties = patch.properties;
  const path = [...resources.within, 'Resources', logicalId];
  return changeAt(editing, resources.base, path, { op: 'set', value }, renamed);
}

const KINDS: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::SNS::Topic': 'sns',
  'AWS::Lambda::Function': 'function',
  'AWS::Events::EventBus': 'eventBus',
};

/** A new `AWS::Lambda::EventInvokeConfig` of a function is its `destinations`, for which the framework grants what they need. */
function destinationFor(editing: Editing, patch: Extract<Patch, { op: 'add' }>, renamed: Renamed): Changes | undefined {
  if (patch.type !== 'AWS::Lambda::EventInvokeConfig') return undefined;
  const { context, lowered } = editing;
  const name = patch.properties.FunctionName;
  const ref = name instanceof Text ? name.ref : undefined;
  const fn =
    ref &&
    [...lowered.service.functions.values()].find((one) => resourceId(context.id, one.logicalId) === ref.resource);
  if (!fn) return undefined;
  if (lowered.service.lowered.has(`${fn.logicalId.replace(/LambdaFunction$/, '')}LambdaEvConf`))
    return { declined: `${fn.key} has settings of asynchronous invocation` };
  const changes: DocumentChange[] = [];
  const add = (own: PropertyPath, value: ModelDatum): Declined | undefined => {
    const made = changeAt(editing, fn.node, own, { op: 'set', value }, renamed);
    if ('declined' in made) return made;
    changes.push(...made);
    return undefined;
  };
  for (const [key, value] of Object.entries(patch.properties)) {
    if (key === 'FunctionName' || key === 'Qualifier') continue;
    if (key === 'MaximumRetryAttempts' || key === 'MaximumEventAgeInSeconds') {
      const declined = add([key === 'MaximumRetryAttempts' ? 'maximumRetryAttempts' : 'maximumEventAge'], value);
      if (declined) return declined;
      continue;
    }
    if (key !== 'DestinationConfig') return { declined: `the framework has no word for ${key}` };
    for (const [outcome, own] of [
      ['OnSuccess', 'onSuccess'],
      ['OnFailure', 'onFailure'],
    ] as const) {
      const target = entryOf(entryOf(value, outcome), 'Destination');
      if (target === undefined) continue;
      const type = kindOf(editing, target, renamed);
      if (type === undefined) return { declined: 'the framework wants to know what kind of destination it is' };
      const declined = add(['destinations', own], { type, arn: target });
      if (declined) return declined;
    }
  }
  return changes;
}

function entryOf(of: ModelDatum | undefined, key: string): ModelDatum | undefined {
  if (of === undefined || of === null || typeof of !== 'object' || Array.isArray(of) || of instanceof Text)
    return undefined;
  return (of as { readonly [key: string]: ModelDatum })[key];
}

/** The kind of a target, by the type of the resource that it refers to; of one that the same patches declare, by the attribute. */
function kindOf({ context, lowered }: Editing, value: ModelDatum, renamed: Renamed): string | undefined {
  const ref = value instanceof Text ? value.ref : undefined;
  if (!ref) return undefined;
  const prefix = `${context.id}#`;
  const logicalId = ref.resource.startsWith(prefix) ? ref.resource.slice(prefix.length) : undefined;
  const resources = get(lowered.template, 'Resources');
  const type = entriesOf(resources).find((entry) => entry.key === logicalId);
  const known = type && literal(get(type.value, 'Type'));
  if (known !== undefined) return KINDS[known];
  if (!renamed.has(ref.resource)) return undefined;
  return ref.attribute === 'Arn' ? 'sqs' : 'sns';
}
