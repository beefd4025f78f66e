import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
export const rule = defineRule({
  title: 'API without an access log',
  why: 'Nobody can tell afterwards who called which route from where: an attack is not noticed, and its extent cannot be found out.',
  how: 'Set `AccessLogSetting` (HTTP API: `AccessLogSettings`) with a log group as `DestinationArn` and a JSON `Format`.',
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
  subject: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  *check(stage, { cloud }) {
    const setting = stage.isA('AWS::ApiGateway::Stage') ? 'AccessLogSetting' : 'AccessLogSettings';
    const groups = cloud
      .all('AWS::Logs::LogGroup')
      .filter((group) => group.stack === stage.stack && group.when.length === 0);
    const [group] = groups.filter(({ logicalId }) => /access|api/i.test(logicalId));
    for (const log of stage.read([setting])) {
      if (!log.isAbsent) continue;
      const remedy = group && {
        title: `Write an access log to ${group.logicalId}`,
        applicability: 'unsafe' as const,
        patches: [log.set({ DestinationArn: group.ref('Arn'), Format: FORMAT })],
      };
      yield {
        at: log,
        message: `Calls of ${code(stage.logicalId)} leave no trace: no access log is written.`,
        ...(remedy && { remedy }),
      };
    }
  },
});

const FORMAT =
  '{"time":"$context.requestTime","id":"$context.requestId","ip":"$context.identity.sourceIp","route":"$context.resourcePath","status":"$context.status"}';
