import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { invokingService, narrowingPatch } from '#model/invoking-services';
import { compatible } from '#model/value';

/** https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html#permissions-resource-serviceinvoke */
export const rule = defineRule({
  title: 'Service may invoke the function for any account',
  why: 'The permission trusts the whole service, not your resource in it. Somebody with an account of their own points their bucket, topic, rule or API at your function, and the service invokes it for them with their input.',
  how: 'Set `SourceArn` to the resource that invokes the function; `SourceAccount: !Ref AWS::AccountId` where the ARN cannot be known, `EventSourceToken` for Alexa skills.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 5],
  cwe: [441, 284],
  references: [
    'OWASP SAS-2',
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html#permissions-resource-serviceinvoke',
  ],
  aliases: { checkov: ['CKV_AWS_364'], trivy: ['AWS-0067'], 'cfn-lint': ['W3663'] },
  subject: 'AWS::Lambda::Permission',
  *check(permission, { cloud }) {
    for (const principal of permission.at('Principal')) {
      const service = invokingService(principal.string);
      if (!service) continue;
      const others = [
        ...permission.at('SourceAccount'),
        ...permission.at('PrincipalOrgID'),
        ...permission.at(service.narrowedBy === 'SourceArn' ? 'EventSourceToken' : 'SourceArn'),
      ];
      for (const source of permission.at(service.narrowedBy)) {
        if (!source.isAbsent || !compatible(source.when, principal.when)) continue;
        if (others.some((one) => !one.isAbsent && compatible(one.when, source.when))) continue;
        const [fn] = permission.at('FunctionName').map((name) => cloud.functionNamed(name));
        const narrowing = fn && narrowingPatch(cloud, source, fn, service);
        yield {
          at: source,
          message: `${service.who} of any AWS account may make ${code(principal.string ?? '')} invoke ${code(fn?.name ?? permission.name)}: the permission has no ${code(service.narrowedBy)}.`,
          ...(narrowing ? { remedy: { ...narrowing, applicability: 'unsafe' as const } } : {}),
        };
      }
    }
  },
});
