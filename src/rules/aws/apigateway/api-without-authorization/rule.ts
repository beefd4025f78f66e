import { code } from '#finding/markdown';
import { defineCloudRule } from '#finding/rule';
import { operations } from '#model/entries/openapi';
import { isForMonitors, isForStrangers, type RouteEntry, routesByApi } from '#model/routes';
import { checksSignatures } from '#model/webhook';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
export const rule = defineCloudRule({
  title: 'API that asks nobody who they are',
  why: 'Every route can be called by anyone who finds the address, and addresses of APIs are found. The functions behind run with their roles for strangers, at your cost.',
  how: 'Set an authorizer for the whole API (`Auth.DefaultAuthorizer` in SAM): a user pool, a JWT issuer, a function, or IAM. Leave single routes open where everybody may call them.',
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
  aliases: {
    checkov: ['CKV_AWS_59', 'CKV2_AWS_70', 'CKV_AWS_309'],
    kics: ['3641d5b4', '1056dfbb', '7fd0d461', '671211c5'],
    trivy: ['AWS-0004'],
    cfn_nag: ['W59'],
    'cdk-nag': ['APIGWAuthorization', 'CognitoUserPoolAPIGWAuthorizer'],
  },
  *check(cloud) {
    for (const { api, routes } of routesByApi(cloud)) {
      const asked = routes.filter(({ route }) => route.method !== 'OPTIONS');
      const open = asked.filter(
        (entry) => !checksSignatures(entry.function) && !asksForKey(entry) && !isForStrangers(entry.route.path),
      );
      const [first] = open;
      if (!first || asked.some(({ reach }) => reach !== 'public')) continue;
      const named = open.slice(0, 3).map(({ label }) => code(label));
      const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
      const at = api.generatedBy === undefined ? api : (first.decidedBy ?? first.by);
      yield {
        at,
        about: api.logicalId,
        message: `Anyone on the internet can call ${named.join(', ')}${more}: no route of ${code(api.name)} has an authorizer.`,
        severity: open.every(({ route }) => route.method === 'GET' || isForMonitors(route.path)) ? 'low' : 'medium',
      };
    }
  },
});

/** Whether a caller needs a usage plan's key: weak, and a rule of its own speaks of it, but not "anyone". */
function asksForKey({ by, route }: RouteEntry): boolean {
  if (by.isA('AWS::ApiGateway::Method')) return by.at('ApiKeyRequired').some((key) => key.isTrue);
  if (!by.isA('AWS::ApiGateway::RestApi')) return false;
  return by
    .at('Body')
    .flatMap(operations)
    .some(({ method, path, auth }) => method === route.method && path === route.path && auth.kind === 'api-key');
}
