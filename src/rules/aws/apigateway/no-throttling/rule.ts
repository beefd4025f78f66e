import { code } from '#finding/markdown';
import { defineCloudRule } from '#finding/rule';
import { resolve } from '#model/name';
import { routesByApi } from '#model/routes';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html */
export const rule = defineCloudRule({
  title: 'Open API without a limit of its own',
  why: 'Without a limit, a stranger’s loop takes all of the account’s 10,000 requests a second: the other APIs of the account answer 429, and every request is billed.',
  how: 'Set `DefaultRouteSettings` (HTTP API) or `MethodSettings` (REST API) with `ThrottlingRateLimit` and `ThrottlingBurstLimit`.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [18, 19],
  cwe: [770],
  references: [
    'OWASP SAS-8',
    'OWASP API4:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
  ],
  aliases: {
    kics: ['783860a3', '7f8f1b60', 'b3a59b8e', 'c999cf62'],
    cfn_nag: ['W64', 'W68'],
    'cdk-nag': ['APIGWDefaultThrottling'],
  },
  *check(cloud) {
    const open = new Set(
      routesByApi(cloud)
        .filter(({ routes }) => routes.some(({ reach }) => reach === 'public'))
        .map(({ api }) => api),
    );
    for (const stage of cloud.all('AWS::ApiGatewayV2::Stage')) {
      const api = stage.at('ApiId').map((id) => resolve(cloud, id, 'AWS::ApiGatewayV2::Api'))[0];
      if (!api || !open.has(api)) continue;
      for (const limit of stage.at('DefaultRouteSettings', 'ThrottlingRateLimit')) {
        if (!limit.isAbsent) continue;
        yield { at: limit, message: `Everybody may call ${code(api.name)} as often as the account allows.` };
      }
    }
    const planned = cloud.all('AWS::ApiGateway::UsagePlan').length > 0;
    for (const stage of planned ? [] : cloud.all('AWS::ApiGateway::Stage')) {
      const api = stage.at('RestApiId').map((id) => resolve(cloud, id, 'AWS::ApiGateway::RestApi'))[0];
      if (!api || !open.has(api)) continue;
      for (const settings of stage.at('MethodSettings')) {
        const limited = settings.items().some((one) => one.at('ThrottlingRateLimit').some((limit) => !limit.isAbsent));
        if (settings.isUnknown || limited) continue;
        yield { at: settings, message: `Everybody may call ${code(api.name)} as often as the account allows.` };
      }
    }
  },
});
