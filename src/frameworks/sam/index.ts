import { asMap, entriesOf, get, isTruthy, stringOf } from '#frameworks/cloudformation/nodes';
import { withOrigin } from '#frameworks/cloudformation/origin';
import type { Dialect, StackContext, Declared as TemplateDeclared } from '#frameworks/cloudformation/stack';
import { changesOfPatch } from '#frameworks/sam/changes';
import { type Lowering, loweringOf } from '#frameworks/sam/lowering';
import type { Lowered } from '#frameworks/sam/scope';
import { Resource, resourceId } from '#model/resource';
import type { SetValue, Value, When } from '#model/value';
import type { DataNode, Document, MapNode } from '#syntax/document';

const TRANSFORM = 'AWS::Serverless-2016-10-31';

/** AWS SAM: templates whose `AWS::Serverless` resources are plain CloudFormation after its transform. */
export const sam: Dialect = {
  name: 'sam',
  accepts: (template) =>
    template.transforms.includes(TRANSFORM) ||
    entriesOf(template.section('Resources')).some(
      (entry) => stringOf(get(entry.value, 'Type'))?.startsWith('AWS::Serverless::') ?? false,
    ),
  *files(context) {
    for (const declared of context.declared) {
      const property = DEFINITIONS[declared.type];
      const uri = property && stringOf(get(declared.node, 'Properties', property));
      if (uri !== undefined && !uri.startsWith('s3://')) yield { location: uri, from: declared.scope.document };
    }
  },
  *declare(context) {
    const lowering = loweringOf(context);
    for (const problem of lowering.scope.problems) context.evaluator.report(problem);
    for (const lowered of lowering.scope.lowered.values()) {
      const resource = declareOne(context, lowering, lowered);
      if (resource) yield resource;
    }
  },
  generates: (context, logicalId) => loweringOf(context).scope.lowered.has(logicalId),
  reference(context, logicalId, attribute) {
    const { names } = loweringOf(context).scope;
    if (names.size === 0) return undefined;
    const whole = attribute === 'Ref' ? names.get(logicalId) : undefined;
    if (whole !== undefined) return { kind: 'ref', resource: resourceId(context.id, whole), attribute: 'Ref' };
    const [property, ...rest] = attribute.split('.');
    const target = names.get(`${logicalId}.${property}`);
    if (target === undefined) return undefined;
    return {
      kind: 'ref',
      resource: resourceId(context.id, target),
      attribute: rest.length > 0 ? rest.join('.') : 'Ref',
    };
  },
  changes: changesOfPatch,
};

/** Properties that name a file of the repository with the definition. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'DefinitionUri',
  'AWS::Serverless::HttpApi': 'DefinitionUri',
  'AWS::Serverless::StateMachine': 'DefinitionUri',
  'AWS::Serverless::GraphQLApi': 'SchemaUri',
};

/** What stands in a definition's place when its file is read. */
const BODIES: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::ApiGateway::RestApi': ['BodyS3Location', 'Body'],
  'AWS::ApiGatewayV2::Api': ['BodyS3Location', 'Body'],
  'AWS::StepFunctions::StateMachine': ['DefinitionS3Location', 'Definition'],
  'AWS::AppSync::GraphQLSchema': ['DefinitionS3Location', 'Definition'],
};

function declareOne(context: StackContext, lowering: Lowering, lowered: Lowered): Resource | undefined {
  const owner = lowering.owners.get(lowered.generatedBy ?? lowered.id);
  if (!owner) return undefined;
  if (!lowered.origin && lowered.generatedBy === undefined && !lowering.isAmended(lowered)) return context.plain(owner);
  const { file } = owner.scope.document;
  const whens = whenOf(context, lowering, lowered, owner);
  if (!whens) return undefined;
  const scope = { ...owner.scope, whens };
  const evaluate = (node: DataNode): Value => context.evaluator.evaluate(node, scope, { file, span: lowered.at });
  const attributes: MapNode = {
    kind: 'map',
    entries: lowered.attributes.filter((entry) => entry.key !== 'Condition'),
    span: lowered.at,
  };
  const own = lowered.generatedBy === undefined;
  const resource = new Resource({
    stack: context.stack,
    logicalId: lowered.id,
    type: lowered.type,
    at: { file, span: lowered.at },
    extent: { file, span: own ? lowered.extent : lowered.at },
    when: whens,
    properties: withDefinition(context, owner, lowered, evaluate(lowered.properties)),
    attributes: own && !lowering.addsAttributes(lowered) ? context.attributes(owner) : evaluate(attributes),
    ...(lowered.declaredType === undefined ? {} : { declaredType: lowered.declaredType }),
    ...(lowered.generatedBy === undefined ? {} : { generatedBy: lowered.generatedBy }),
  });
  return withOrigin(resource, { kind: 'written', document: owner.scope.document, node: owner.node });
}

/** The conditions under which a resource is deployed; undefined when it never is. */
function whenOf(
  context: StackContext,
  lowering: Lowering,
  lowered: Lowered,
  owner: TemplateDeclared,
): readonly When[] | undefined {
  const name = stringOf(lowered.attributes.find((entry) => entry.key === 'Condition')?.value);
  const { conditions } = context.evaluator;
  // An implicit API stands for several functions, whose own conditions are not its.
  const base = lowered.generatedBy !== undefined && lowering.isShared(lowered) ? context.scope.whens : owner.when;
  if (name === undefined) return base;
  const added: When[] = [];
  for (const when of lowering.scope.meaning(name)) {
    const decided = conditions.byName(when.condition, { ...owner.scope, whens: base });
    if (decided === undefined) added.push(when);
    else if (decided !== when.holds) return undefined;
  }
  return added.length === 0 ? base : conditions.assume(base, added);
}

/** The properties with the definition that a local file gives. */
function withDefinition(context: StackContext, owner: TemplateDeclared, lowered: Lowered, properties: Value): Value {
  const names = BODIES[lowered.type];
  if (!names || properties.kind !== 'set' || !(properties.data instanceof Map)) return properties;
  const [from, to] = names;
  const uri = stringOf(get(lowered.properties, from));
  const entry = asMap(lowered.properties)?.entries.find((one) => one.key === from);
  if (uri === undefined || !isTruthy(entry?.value)) return properties;
  const body =
    lowered.type === 'AWS::AppSync::GraphQLSchema' ? schemaOf(context, owner, uri) : bodyOf(context, owner, uri);
  if (!body) return properties;
  const data = new Map(properties.data as ReadonlyMap<string, Value>);
  data.delete(from);
  data.set(to, body);
  const made: SetValue = { ...properties, data };
  return made;
}

function bodyOf(context: StackContext, owner: TemplateDeclared, uri: string): Value | undefined {
  const document: Document | string = context.local(uri, owner.scope.document);
  if (typeof document === 'string' || !document.root) return undefined;
  return context.evaluator.evaluate(document.root, { ...owner.scope, document });
}

function schemaOf(context: StackContext, owner: TemplateDeclared, uri: string): Value | undefined {
  const file = context.text(uri, owner.scope.document);
  if (typeof file === 'string') return undefined;
  const at = { file, span: { start: 0, end: Math.max(0, file.text.search(/\r?\n|$/)) } };
  const schema: SetValue = { kind: 'set', at, data: file.text };
  return withOrigin(schema, { kind: 'fixed', why: 'it is a file of its own' });
}
