import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';

/** One operation of an OpenAPI document that API Gateway imports. */
export interface Operation {
  /** Upper case; `ANY` for `x-amazon-apigateway-any-method`. */
  readonly method: string;
  readonly path: string;
  readonly operation: Property<Json>;
  readonly integration: Property<Json>;
  readonly auth: OperationAuth;
}

/** What an operation asks of its caller, and the property that says so. */
export interface OperationAuth {
  readonly kind: 'none' | 'api-key' | 'authorizer' | 'unknown';
  readonly decidedBy: Property<Json>;
}

const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const ANY = 'x-amazon-apigateway-any-method';

/**
 * The operations of a document with API Gateway's extensions
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html), in OpenAPI 2.0 and 3.0.
 */
export function operations(body: Property<Json>): readonly Operation[] {
  const schemes = [...body.at('securityDefinitions'), ...body.at('components', 'securitySchemes')].flatMap((map) =>
    map.entries(),
  );
  return body
    .at('paths')
    .flatMap((paths) => paths.entries())
    .flatMap(([path, item]) =>
      item.entries().flatMap(([key, operation]) => {
        const method = key.toLowerCase();
        if (!METHODS.has(method) && method !== ANY) return [];
        return operation.at('x-amazon-apigateway-integration').map((integration) => ({
          method: method === ANY ? 'ANY' : method.toUpperCase(),
          path,
          operation,
          integration,
          auth: authOf(body, operation, schemes),
        }));
      }),
    );
}

/** The functions that authorize: each scheme's name and the URI by which API Gateway calls its authorizer. */
export function authorizers(body: Property<Json>): readonly (readonly [scheme: string, uri: Property<Json>])[] {
  return [...body.at('securityDefinitions'), ...body.at('components', 'securitySchemes')]
    .flatMap((map) => map.entries())
    .flatMap(([scheme, definition]) =>
      definition
        .at('x-amazon-apigateway-authorizer', 'authorizerUri')
        .map((uri): readonly [string, Property<Json>] => [scheme, uri]),
    );
}

function authOf(
  body: Property<Json>,
  operation: Property<Json>,
  schemes: readonly (readonly [string, Property<Json>])[],
): OperationAuth {
  const [own] = operation.at('security');
  const [general] = body.at('security');
  const [extension] = operation.at('x-amazon-apigateway-auth', 'type');
  if (extension?.is('AWS_IAM')) return { kind: 'authorizer', decidedBy: extension };
  const decidedBy = own && !own.isAbsent ? own : (general ?? operation);
  if (decidedBy.isUnknown) return { kind: 'unknown', decidedBy };
  const names = decidedBy.items().flatMap((one) => (one.isUnknown ? [undefined] : one.entries().map(([name]) => name)));
  if (names.includes(undefined)) return { kind: 'unknown', decidedBy };
  const asked = names.filter((name) => name !== undefined && name !== 'NONE');
  const empty = decidedBy.items().some((one) => one.isEmpty);
  if (asked.length === 0 || empty) return { kind: 'none', decidedBy: decidedBy.isAbsent ? operation : decidedBy };
  const onlyKeys = asked.every((name) =>
    schemes.some(([scheme, definition]) => scheme === name && isApiKey(scheme, definition)),
  );
  return { kind: onlyKeys ? 'api-key' : 'authorizer', decidedBy };
}

/** A key of a usage plan: the header `x-api-key` and no authorizer behind it. */
function isApiKey(scheme: string, definition: Property<Json>): boolean {
  const is = (key: string, ...values: string[]): boolean => definition.at(key).some((one) => one.is(...values));
  const has = (key: string): boolean => definition.at(key).some((one) => one.isWritten);
  if (has('x-amazon-apigateway-authtype') || has('x-amazon-apigateway-authorizer')) return false;
  return (is('type', 'apiKey') && is('name', 'x-api-key', 'X-API-Key', 'X-Api-Key')) || scheme === 'api_key';
}
