import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { runsAtEdge } from '#model/edge';

export const rule = defineRule({
  title: 'Function without active tracing',
  why: 'Without a trace there is no record of which services a request went through and where it failed, so an incident takes longer to notice and to understand.',
  how: 'Set `TracingConfig: { Mode: Active }` (SAM: `Tracing: Active`, best once in `Globals`). The role then needs `xray:PutTraceSegments` and `xray:PutTelemetryRecords`, which SAM adds by itself.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [17],
  cwe: [778],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  aliases: {
    checkov: ['CKV_AWS_50'],
    kics: ['9488c451', 'dc1ab429', '0d7ef70f', '8152e0cf'],
    trivy: ['AWS-0066', 'AWS-0125'],
    'cdk-nag': ['LambdaTracing'],
  },
  subject: 'AWS::Lambda::Function',
  *check(fn, { cloud }) {
    if (runsAtEdge(cloud, fn)) return;
    for (const mode of fn.at('TracingConfig', 'Mode')) {
      if (!mode.is('PassThrough')) continue;
      yield {
        at: mode,
        message: `Requests to ${code(fn.name)} are traced only when the caller happens to trace them.`,
        remedy: { title: 'Turn on active tracing', applicability: 'unsafe', patches: [mode.set('Active')] },
      };
    }
  },
});
