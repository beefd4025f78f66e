import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Property } from '#model/property';
import { compatible } from '#model/value';

/** https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit */
export const rule = defineRule({
  title: 'Notifications sent over plain HTTP',
  why: 'What is published leaves AWS unencrypted. Whoever is on the way to the endpoint reads it, changes it, or takes the token that confirms the subscription.',
  how: 'Set `Protocol: https` and give an `https://` address in `Endpoint`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 20],
  cwe: [319],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit',
  ],
  aliases: {},
  subject: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  *check(resource) {
    const topic = resource.isA('AWS::SNS::Topic');
    const subscriptions = topic
      ? resource.read(['Subscription']).flatMap((list) => list.items() as Property<Subscribed>[])
      : (resource.read([]) as Property<Subscribed>[]);
    for (const subscription of subscriptions) {
      for (const protocol of subscription.at('Protocol')) {
        if (!protocol.is('http')) continue;
        const [endpoint] = subscription.at('Endpoint').filter(({ when }) => compatible(when, protocol.when));
        const address = endpoint?.string?.replace(/^http:\/\//i, 'https://');
        const patches =
          endpoint && address?.startsWith('https://') ? [protocol.set('https'), endpoint.set(address)] : undefined;
        yield {
          at: protocol,
          message: topic
            ? `What is published to ${code(resource.name)} goes to one of its subscribers over plain HTTP.`
            : `${code(resource.name)} gets what is published over plain HTTP.`,
          ...(patches ? { remedy: { title: 'Deliver over HTTPS', applicability: 'unsafe' as const, patches } } : {}),
        };
      }
    }
  },
});

interface Subscribed {
  readonly Protocol?: string;
  readonly Endpoint?: string;
}
