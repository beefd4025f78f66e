import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import type { Resource } from '#model/resource';
import { partsOf } from '#model/text';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
export const rule = defineRule({
  title: 'API without an access log',
  why: 'Nobody can tell afterwards who called which route from where: an attack is not noticed, and its extent cannot be found out.',
  how: 'Set `AccessLogSetting` of the stage (HTTP API: `AccessLogSettings`; SAM: on the API, or in `Globals`) with a log group as `DestinationArn` and a JSON `Format`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [16, 18],
  cwe: [778],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  aliases: {
    checkov: ['CKV_AWS_76', 'CKV_AWS_95'],
    kics: ['80d45af4', '06ec63e3', '0a994e04', 'a4d32883'],
    trivy: ['AWS-0001', 'AWS-0113', 'AWS-0116'],
    cfn_nag: ['W45', 'W46', 'W69'],
    'cdk-nag': ['APIGWAccessLogging'],
  },
  subject: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage', 'AWS::ApiGateway::Deployment'],
  *check(stage, { cloud }) {
    const api = apiOf(stage, cloud);
    if (stage.isA('AWS::ApiGateway::Deployment')) {
      // Named here, the stage is made together with the deployment.
      if (stage.generatedBy !== undefined || !stage.at('StageName').some((name) => name.isWritten)) return;
      // Beside a stage of its own it is only there to be replaced.
      if (cloud.all('AWS::ApiGateway::Stage').some((one) => apiOf(one, cloud) === api)) return;
      for (const log of stage.at('StageDescription', 'AccessLogSetting')) {
        if (log.isAbsent) yield { at: log, message: message(api, 'AccessLogSetting') };
      }
      return;
    }
    const setting = stage.isA('AWS::ApiGateway::Stage') ? 'AccessLogSetting' : 'AccessLogSettings';
    const groups = cloud
      .all('AWS::Logs::LogGroup')
      .filter((group) => group.stack === stage.stack && group.when.length === 0);
    const route = stage.isA('AWS::ApiGateway::Stage')
      ? '$context.httpMethod $context.resourcePath'
      : '$context.routeKey';
    const [group] = groups.filter((one) => /access|api/i.test(one.logicalId) && isSpare(one, cloud));
    for (const log of stage.read([setting])) {
      if (!log.isAbsent) continue;
      const remedy = group && {
        title: `Write an access log to ${group.name}`,
        applicability: 'unsafe' as const,
        patches: [log.set({ DestinationArn: group.ref('Arn'), Format: formatOf(route) })],
      };
      yield {
        at: log,
        message: message(api, setting),
        ...(remedy && { remedy }),
      };
    }
  },
});

function message(api: string, setting: string): string {
  return `Who calls ${code(api)}, and what they ask for, is not recorded: ${code(setting)} is not set.`;
}

/** The API's name, which its author knows; that of a stage that SAM makes nobody has written. */
function apiOf(stage: Resource, cloud: Cloud): string {
  const [api] = [...stage.read(['RestApiId']), ...stage.read(['ApiId'])].flatMap(
    (id) => resolve(cloud, id, 'AWS::ApiGateway::RestApi') ?? resolve(cloud, id, 'AWS::ApiGatewayV2::Api') ?? [],
  );
  return api?.name ?? stage.name;
}

/** Whether nothing else is known to write to the group: the logs of another service stay by themselves. */
function isSpare(group: Resource<'AWS::Logs::LogGroup'>, cloud: Cloud): boolean {
  const [name] = group.at('LogGroupName');
  const [first] = name?.text === undefined ? [] : partsOf(name.text);
  const isForeign = typeof first === 'string' && /^\/aws\/(?!vendedlogs|api-?gateway|apigw|http-?api)/i.test(first);
  return !isForeign && cloud.referrers(group).length === 0;
}

function formatOf(route: string): string {
  return `{"time":"$context.requestTime","id":"$context.requestId","ip":"$context.identity.sourceIp","route":"${route}","status":"$context.status"}`;
}
