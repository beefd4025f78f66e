import { type DefinitionNode, Kind, parse } from 'graphql';

/** A field that clients call by itself: of the query, mutation or subscription type. */
export interface RootField {
  readonly operation: 'Query' | 'Mutation' | 'Subscription';
  readonly name: string;
  /** Directives of the field, or those of its type where it has none of AppSync's own: `aws_api_key`, `aws_cognito_user_pools`. */
  readonly directives: readonly string[];
}

/** A longer schema, or one of more tokens, is not looked at. */
const MAX_LENGTH = 1_000_000;
const MAX_TOKENS = 200_000;

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes */
const AUTHORIZATION = new Set([
  'aws_api_key',
  'aws_iam',
  'aws_oidc',
  'aws_cognito_user_pools',
  'aws_lambda',
  'aws_auth',
]);

/** The fields of a schema's root types with the directives that say who may call them; undefined when it is no schema. */
export function rootFields(schema: string): readonly RootField[] | undefined {
  if (schema.length > MAX_LENGTH) return undefined;
  try {
    const { definitions } = parse(schema, { maxTokens: MAX_TOKENS, noLocation: true });
    const names = rootNames(definitions);
    return definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      const operation = names.get(definition.name.value);
      if (!operation) return [];
      const general = authorization(definition.directives);
      return (definition.fields ?? []).map((field): RootField => {
        const own = authorization(field.directives);
        return { operation, name: field.name.value, directives: own.length > 0 ? own : general };
      });
    });
  } catch {
    return undefined;
  }
}

function authorization(directives: readonly { readonly name: { readonly value: string } }[] | undefined): string[] {
  return (directives ?? []).map(({ name }) => name.value).filter((name) => AUTHORIZATION.has(name));
}

const OPERATIONS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** What the schema calls its root types. */
function rootNames(definitions: readonly DefinitionNode[]): ReadonlyMap<string, RootField['operation']> {
  const names = new Map<string, RootField['operation']>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION) continue;
    for (const { operation, type } of definition.operationTypes) names.set(type.name.value, OPERATIONS[operation]);
  }
  if (names.size === 0) for (const operation of Object.values(OPERATIONS)) names.set(operation, operation);
  return names;
}
