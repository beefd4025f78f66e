import { observationReports, widestOf } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.stripe.com/webhooks#verify-events */
export const rule = defineHandlerRule({
  title: 'Webhook whose signature nobody checks',
  why: 'The address of a webhook is no secret. Without the check of the signature, anyone sends an event of their own: an order counts as paid for which nothing was paid.',
  how: "Check the signature over the raw body before anything else: `stripe.webhooks.constructEvent(event.body, event.headers['stripe-signature'], secret)`.",
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [20, 23],
  cwe: [345, 347],
  references: ['https://docs.stripe.com/webhooks#verify-events'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'webhook-not-verified', {
      only: () => widestOf(handler.triggers) === 'public',
      message: ({ details: { sender = '' } }) =>
        `The function acts on events of ${sender}, but nothing in its code checks their signature: anyone can send them.`,
    });
  },
});
