import { withDefinition } from '#frameworks/cloudformation/definitions';
import { entriesOf, get, stringOf } from '#frameworks/cloudformation/nodes';
import { withOrigin } from '#frameworks/cloudformation/origin';
import type { Dialect, StackContext, Declared as TemplateDeclared } from '#frameworks/cloudformation/stack';
import { changesOfPatch } from '#frameworks/sam/changes';
import { type Lowering, loweringOf } from '#frameworks/sam/lowering';
import type { Lowered } from '#frameworks/sam/scope';
import { Resource, resourceId } from '#model/resource';
import type { Value, When } from '#model/value';
import type { DataNode, MapNode } from '#syntax/document';

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
    properties: withDefinition(context, owner, lowered.type, lowered.properties, evaluate(lowered.properties)),
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
