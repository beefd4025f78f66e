/** The half of the contract guard that knows GitHub's GraphQL schema. */
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLAbstractType,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { type Json, readAsset } from '#test/standin/route';

let built: GraphQLSchema | undefined;

/** GitHub's reduced GraphQL schema, built on first use. */
export function graphqlSchema(): GraphQLSchema {
  built ??= buildSchema(readAsset('schema.graphql'), { assumeValid: false });
  return built;
}

interface Parsed {
  readonly document: DocumentNode;
  readonly variables: Json;
  readonly operation: OperationDefinitionNode;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(body: unknown): Parsed | string {
  if (!isObject(body) || typeof body.query !== 'string') return 'body: must have a `query`';
  const unknown = Object.keys(body).filter((key) => !['query', 'variables', 'operationName'].includes(key));
  if (unknown.length > 0) return `body: unknown keys ${unknown.join(', ')}`;
  try {
    const document = parse(body.query);
    const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) return 'query: has no operation';
    return { document, operation, variables: isObject(body.variables) ? body.variables : {} };
  } catch (error) {
    return `query: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Holds a GraphQL document and its variables (also unknown ones) against the schema. */
export function checkGraphqlRequest(body: unknown): string[] {
  const request = read(body);
  if (typeof request === 'string') return [request];
  const errors = validate(graphqlSchema(), request.document).map((error) => `query: ${error.message}`);
  if (errors.length > 0) return errors;
  const definitions = request.operation.variableDefinitions ?? [];
  const known = new Set(definitions.map(({ variable }) => variable.name.value));
  const unknown = Object.keys(request.variables).filter((name) => !known.has(name));
  const values = getVariableValues(graphqlSchema(), definitions, request.variables);
  return [
    ...unknown.map((name) => `variables: $${name} is not declared`),
    ...(values.errors ?? []).map((error: GraphQLError) => `variables: ${error.message}`),
  ];
}

/** Holds the data of a GraphQL response against the selection and the schema by executing the query over the data. */
export function checkGraphqlResponse(body: unknown, response: unknown): string[] {
  const request = read(body);
  if (typeof request === 'string') return [];
  if (!isObject(response)) return ['body: must be an object with `data` or `errors`'];
  if (!isObject(response.data)) return Array.isArray(response.errors) ? [] : ['body: must have `data` or `errors`'];
  // With errors, data may have a null where the schema has none only by propagation, which execution would repeat.
  const result = execute({
    schema: graphqlSchema(),
    document: request.document,
    rootValue: response.data,
    variableValues: request.variables,
    fieldResolver: (source: Json, _args, _context, info) => source[String(info.path.key)],
    typeResolver: (value: Json, _context, info, type) => typeOf(value, info, type),
  });
  if (result instanceof Promise) return ['body: data must be plain'];
  return [
    ...(result.errors ?? []).map((error) => `data: ${error.message}`),
    ...difference('data', response.data, result.data),
  ];
}

/** An object's type, when the query did not ask for `__typename`: that of a fragment with which it shares its keys. */
function typeOf(value: Json, info: GraphQLResolveInfo, type: GraphQLAbstractType): string | undefined {
  if (typeof value.__typename === 'string') return value.__typename;
  const possible = info.schema.getPossibleTypes(type).map(({ name }) => name);
  const candidates = info.fieldNodes.flatMap(({ selectionSet }) => conditions(selectionSet, info));
  return (
    candidates.find(({ name, keys }) => possible.includes(name) && keys.some((key) => key in value))?.name ??
    possible[0]
  );
}

function conditions(
  selections: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
): { name: string; keys: string[] }[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    if (fragment === undefined || fragment.kind === Kind.FIELD || fragment.typeCondition === undefined) return [];
    const keys = fragment.selectionSet.selections.flatMap((inner) =>
      inner.kind === Kind.FIELD ? [(inner.alias ?? inner.name).value] : [],
    );
    return [{ name: fragment.typeCondition.name.value, keys }];
  });
}

/** Keys of the data for which nobody asked. */
function difference(path: string, mocked: unknown, asked: unknown): string[] {
  if (Array.isArray(mocked))
    return mocked.flatMap((item, index) =>
      difference(`${path}/${index}`, item, Array.isArray(asked) ? asked[index] : undefined),
    );
  if (!isObject(mocked) || !isObject(asked)) return [];
  return Object.entries(mocked).flatMap(([key, value]) =>
    key in asked
      ? difference(`${path}/${key}`, value, asked[key])
      : key === '__typename'
        ? []
        : [`${path}/${key}: nobody asked for it`],
  );
}
