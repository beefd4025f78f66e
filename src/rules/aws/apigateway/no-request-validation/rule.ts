import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import { operations } from '#model/entries/openapi';
import type { Resource } from '#model/resource';
import { isForStrangers } from '#model/routes';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const rule = defineRule({
  title: 'Requests reach the backend unchecked',
  why: 'What the gateway does not check, every handler has to: a missing field or a list where a text belongs runs code, costs money, and is where injections begin. A model turns such requests away before anything runs.',
  how: 'Give the methods that take a body a `RequestValidatorId` and `RequestModels` with a JSON schema; in an OpenAPI document, `x-amazon-apigateway-request-validator` and a schema.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 18],
  cwe: [20],
  references: [
    'OWASP SAS-1',
    'OWASP API8:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  ],
  aliases: { checkov: ['CKV2_AWS_53'], 'cdk-nag': ['APIGWRequestValidation'] },
  subject: 'AWS::ApiGateway::RestApi',
  *check(api, { cloud }) {
    const routes = routesWithBody(api, cloud);
    if (routes.length === 0 || routes.some(({ validated }) => validated)) return;
    const named = routes.slice(0, 3).map(({ label }) => code(label));
    const more = routes.length > 3 ? ` and ${routes.length - 3} more` : '';
    yield {
      at: api,
      message: `${code(api.name)} passes on whatever is sent to ${named.join(', ')}${more}: nothing is checked first.`,
    };
  },
});

interface Route {
  readonly label: string;
  /** Whether something is checked, or may be. */
  readonly validated: boolean;
}

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** Whether the route takes a body that the gateway could check: GraphQL and webhooks have schemas of others. */
function takesBody({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return WITH_BODY.has(method) && !/\/graphql(?:\/|$)/i.test(path) && !isForStrangers(path);
}

function routesWithBody(api: Resource<'AWS::ApiGateway::RestApi'>, cloud: Cloud): readonly Route[] {
  const entries = cloud.allEntries.filter((entry) => entry.kind === 'rest-api' && entry.source === api);
  const found: Route[] = [];
  for (const { by, label, route } of entries) {
    if (!route || !takesBody(route)) continue;
    const validators = by.read(['RequestValidatorId']);
    if (by !== api) found.push({ label, validated: validators.some((one) => one.isWritten) });
  }
  for (const body of api.read(['Body'])) {
    const general = body.at('x-amazon-apigateway-request-validator');
    for (const { method, path, operation } of operations(body)) {
      if (!takesBody({ method, path })) continue;
      const own = operation.at('x-amazon-apigateway-request-validator');
      found.push({ label: `${method} ${path}`, validated: [...own, ...general].some((one) => one.isWritten) });
    }
  }
  return found;
}
