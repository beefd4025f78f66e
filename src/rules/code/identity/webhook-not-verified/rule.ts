import { apiName, observationReports, widestOf } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.stripe.com/webhooks#verify-events */
export const rule = defineHandlerRule({
  title: 'Webhook whose signature nobody checks',
  why: 'The address of a webhook is no secret. Without the check of the signature, anyone sends an event of their own: an order counts as paid for which nothing was paid, a build runs for a commit that nobody made.',
  how: "Check what the sender signs over the raw body before anything else: `stripe.webhooks.constructEvent(event.body, event.headers['stripe-signature'], secret)`; an HMAC of the body against `x-hub-signature-256`, `x-slack-signature` or `x-shopify-hmac-sha256`, compared with `timingSafeEqual` or `hmac.compare_digest`; the `secret_token` of Telegram.",
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [20, 23],
  cwe: [345, 347],
  references: [
    'https://docs.stripe.com/webhooks#verify-events',
    'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries',
    'https://docs.slack.dev/authentication/verifying-requests-from-slack',
    'https://core.telegram.org/bots/api#setwebhook',
  ],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'webhook-not-verified', {
      only: () => widestOf(handler.triggers) === 'public',
      // Where no money and no code hangs on it, a message is sent or a note is kept for whoever asks.
      severity: ({ details: { sender = '' } }) =>
        /^(?:Telegram|Twilio|SendGrid|Slack|Meta)$/.test(sender) ? 'medium' : 'high',
      message: ({ callee, details: { sender = '' } }) =>
        `${code(apiName(callee))} is called for what ${sender} sends, but nothing in the code checks that it comes from there: anyone can send it.`,
    });
  },
});
