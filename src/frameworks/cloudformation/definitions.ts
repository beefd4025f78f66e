import { asMap, get, isTruthy, stringOf } from '#frameworks/cloudformation/nodes';
import { originOf, withOrigin } from '#frameworks/cloudformation/origin';
import type { Declared, StackContext } from '#frameworks/cloudformation/stack';
import type { SetValue, Value } from '#model/value';
import type { DataNode, Document } from '#syntax/document';

/**
 * Properties that name a file of the repository until the template is packaged, and what stands in a definition's place when the file
 * is read: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
const BODIES: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::ApiGateway::RestApi': ['BodyS3Location', 'Body'],
  'AWS::ApiGatewayV2::Api': ['BodyS3Location', 'Body'],
  'AWS::StepFunctions::StateMachine': ['DefinitionS3Location', 'Definition'],
  'AWS::AppSync::GraphQLSchema': ['DefinitionS3Location', 'Definition'],
};

/** The file of the repository that a declaration of CloudFormation's own types names. */
export function definitionFile({ type, node }: Declared): string | undefined {
  const [from] = BODIES[type] ?? [];
  const uri = from && stringOf(get(node, 'Properties', from));
  return uri === undefined || uri.includes('://') ? undefined : uri;
}

/**
 * The properties with the definition that a local file gives; the same where there is none.
 * @param type the type in CloudFormation
 * @param written the properties as they stand in the template, or as a macro makes them
 */
export function withDefinition(
  context: StackContext,
  declared: Declared,
  type: string,
  written: DataNode | undefined,
  properties: Value,
): Value {
  const names = BODIES[type];
  if (!names || properties.kind !== 'set' || !(properties.data instanceof Map)) return properties;
  const [from, to] = names;
  const uri = stringOf(get(written, from));
  const entry = asMap(written)?.entries.find((one) => one.key === from);
  if (uri === undefined || !isTruthy(entry?.value)) return properties;
  const body =
    type === 'AWS::AppSync::GraphQLSchema' ? schemaOf(context, declared, uri) : bodyOf(context, declared, uri);
  if (!body) return properties;
  const data = new Map(properties.data as ReadonlyMap<string, Value>);
  data.delete(from);
  data.set(to, body);
  const made: SetValue = { ...properties, data };
  const origin = originOf(properties);
  return origin ? withOrigin(made, origin) : made;
}

function bodyOf(context: StackContext, declared: Declared, uri: string): Value | undefined {
  const document: Document | string = context.local(uri, declared.scope.document);
  if (typeof document === 'string' || !document.root) return undefined;
  return context.evaluator.evaluate(document.root, { ...declared.scope, document });
}

function schemaOf(context: StackContext, declared: Declared, uri: string): Value | undefined {
  const file = context.text(uri, declared.scope.document);
  if (typeof file === 'string') return undefined;
  const at = { file, span: { start: 0, end: Math.max(0, file.text.search(/\r?\n|$/)) } };
  const schema: SetValue = { kind: 'set', at, data: file.text };
  return withOrigin(schema, { kind: 'fixed', why: 'it is a file of its own' });
}
