import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html#apigateway-cloudwatch-log-formats */
export const rule = defineRule({
  title: 'Whole requests and answers written to the log',
  why: 'Data tracing logs headers and bodies as they are: session tokens, passwords and personal data, readable for everybody who may read logs. AWS advises against it in production.',
  how: 'Remove `DataTraceEnabled`, or set it to `false`. Keep `LoggingLevel: ERROR` and the access log.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [16],
  cwe: [532],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  pointsAtNoSecret: true,
  aliases: { checkov: ['CKV_AWS_276'] },
  subject: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  *check(stage) {
    const settings = stage.isA('AWS::ApiGateway::Stage')
      ? stage.read(['MethodSettings']).flatMap((list) => list.items())
      : stage.read(['DefaultRouteSettings']);
    for (const setting of settings) {
      for (const trace of setting.at('DataTraceEnabled')) {
        if (!trace.isTrue || !isLogged(setting)) continue;
        yield {
          at: trace,
          message: `Headers and bodies of every call of ${callsOf(setting)} are written to the log.`,
          remedy: { title: 'Do not log whole requests', applicability: 'safe', patches: [trace.set(false)] },
        };
      }
    }
  },
});

/** Data is traced into the execution log, which is off unless a level is set. */
function isLogged(setting: Property<Json>): boolean {
  return setting.at('LoggingLevel').some((level) => level.is('INFO', 'ERROR'));
}

/** Which calls a setting is for: those of one method, or of the whole stage. */
function callsOf(setting: Property<Json>): string {
  const [path] = setting.at('ResourcePath');
  const [method] = setting.at('HttpMethod');
  const verb = method?.string === undefined || method.is('*') ? '' : `${method.string} `;
  const whole = path?.string === undefined || path.is('/*');
  if (whole && verb === '') return 'this stage';
  return code(`${verb}${whole ? '/*' : (path?.string ?? '')}`);
}
