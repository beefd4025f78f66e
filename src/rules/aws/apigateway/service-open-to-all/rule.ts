import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { operations } from '#model/entries/openapi';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { partsOf } from '#model/text';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html */
export const rule = defineRule({
  title: 'Strangers act on an AWS service through the API',
  why: 'No code stands between the caller and the service: who finds the address writes to the table, queue or bus, or reads from it, with the permissions of the role, as often as the throttling lets through.',
  how: 'Set `AuthorizationType` (OpenAPI: `security`) to `AWS_IAM`, a user pool or an authorizer, and validate what is sent.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306],
  references: [
    'OWASP SAS-2',
    'OWASP API2:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  ],
  aliases: { checkov: ['CKV_AWS_59'], kics: ['3641d5b4'], cfn_nag: ['W59'], 'cdk-nag': ['APIGWAuthorization'] },
  subject: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  *check(subject, { cloud }) {
    if (subject.isA('AWS::ApiGateway::RestApi')) {
      if (!isPublic(subject)) return;
      const open = subject
        .at('Body')
        .flatMap(operations)
        .filter(({ method, auth }) => auth.kind === 'none' && method !== 'OPTIONS');
      const calls = open.flatMap((one) => {
        const service = serviceOf(one.integration);
        return service === undefined ? [] : [{ ...one, service }];
      });
      const [first] = calls;
      if (!first) return;
      const named = calls.slice(0, 3).map(({ method, path }) => code(`${method} ${path}`));
      const more = calls.length > 3 ? ` and ${calls.length - 3} more` : '';
      const services = [...new Set(calls.map(({ service }) => code(service)))].slice(0, 3);
      yield {
        at: first.integration.at('uri').find((uri) => uri.isWritten) ?? first.auth.decidedBy,
        about: 'Body',
        message: message(`${named.join(', ')}${more}`, services.join(', ')),
      };
      return;
    }
    if (!subject.isA('AWS::ApiGateway::Method')) return;
    const [api] = subject.at('RestApiId').flatMap((id) => cloud.resolve(id, 'AWS::ApiGateway::RestApi') ?? []);
    if (!api || !isPublic(api) || subject.at('HttpMethod').some((method) => method.is('OPTIONS'))) return;
    if (subject.at('ApiKeyRequired').some((key) => !key.isAbsent && !key.isFalse)) return;
    const [integration] = subject.read(['Integration']);
    const service = integration && serviceOf(integration);
    for (const type of service ? subject.at('AuthorizationType') : []) {
      if (service && (type.isAbsent || type.is('NONE')))
        yield { at: type, message: message(code(subject.name), code(service)) };
    }
  },
});

/** Both are Markdown. */
function message(name: string, service: string): string {
  return `Anyone on the internet can call ${service} through ${name}, with the permissions of the API’s role.`;
}

/** The service that is called with the API's own role; undefined for functions, other integrations, and what is not known. */
function serviceOf(integration: Property<Json>): string | undefined {
  const written = (...names: readonly string[]) =>
    names.flatMap((name) => integration.at(name)).filter((one) => one.isWritten);
  const [type] = written('Type', 'type');
  const [uri] = written('Uri', 'uri');
  if (type?.string?.toUpperCase() !== 'AWS' || written('Credentials', 'credentials').length === 0) return undefined;
  if (uri?.text === undefined) return undefined;
  const text = partsOf(uri.text).map((part) => (typeof part === 'string' ? part : '…'));
  const service = /:apigateway:[^:]{1,40}:([a-z0-9.-]{1,40}):(?:action|path)\//.exec(text.join(''))?.[1];
  return service === 'lambda' ? undefined : service;
}

/** Reached from the internet, with no policy of its own that could say otherwise. */
function isPublic(api: Resource<'AWS::ApiGateway::RestApi'>): boolean {
  const types = api.at('EndpointConfiguration', 'Types').flatMap((list) => (list.isAbsent ? [] : list.items()));
  return api.at('Policy').every((policy) => policy.isAbsent) && types.every((type) => type.is('REGIONAL', 'EDGE'));
}
