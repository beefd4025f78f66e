import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** Only `$connect` can be authorized: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html */
export const rule = defineRule({
  title: 'WebSocket API that anyone may connect to',
  why: 'A connection is authorized once, when it is opened. Without that, everybody who finds the address sends messages to every route, runs what is behind them, and receives what is sent to all.',
  how: 'Set `AuthorizationType: CUSTOM` with an authorizer, or `AWS_IAM`, on the route `$connect`.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306],
  references: [
    'OWASP SAS-2',
    'OWASP API2:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  ],
  aliases: { checkov: ['CKV_AWS_309'], cfn_nag: ['W59'], 'cdk-nag': ['APIGWAuthorization'] },
  subject: 'AWS::ApiGatewayV2::Api',
  *check(api, { cloud }) {
    if (!api.at('ProtocolType').some((type) => type.is('WEBSOCKET'))) return;
    const routes = cloud
      .all('AWS::ApiGatewayV2::Route')
      .filter((route) => route.at('ApiId').some((id) => cloud.resolve(id, 'AWS::ApiGatewayV2::Api') === api));
    const keys = routes.flatMap((route) => route.at('RouteKey')[0]?.string ?? []);
    // A key that is not known may be `$connect`.
    if (keys.length === 0 || keys.length < routes.length) return;
    const connect = routes.find((route) => route.at('RouteKey').some((key) => key.is('$connect')));
    const [type] = connect?.at('AuthorizationType') ?? [];
    if (type && !type.isAbsent && !type.is('NONE')) return;
    const named = keys.filter((key) => key !== '$connect' && key !== '$disconnect').slice(0, 3);
    if (named.length === 0) return;
    yield {
      at: connect && connect.generatedBy === undefined && type ? type : api,
      about: api.logicalId,
      message: `Anyone on the internet can connect to ${code(api.name)} and use ${named.map(code).join(', ')}: ${code('$connect')} asks for no authorization.`,
    };
  },
});
