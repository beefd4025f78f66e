import type { Resource } from '#model/resource';

/** What a sender and its receiver share to sign messages with: `STRIPE_WEBHOOK_SECRET_ARN`, `SLACK_SIGNING_SECRET`. */
const SHARED = /(?:webhook|signing|signature|hmac)[a-z_]{0,30}(?:secret|key|token)/i;

/**
 * Whether a function seems to check signatures of what it is sent: its environment names a secret for that. Senders of webhooks
 * can sign in to nothing, so such a function has to be open, and its own check is what guards it.
 */
export function checksSignatures(fn: Resource<'AWS::Lambda::Function'>): boolean {
  return fn.at('Environment', 'Variables').some((all) => all.entries().some(([name]) => SHARED.test(name)));
}
