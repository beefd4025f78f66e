import type { Context, Machine } from '#runtimes/engine/machine';
import { isSaid } from '#runtimes/observations/written';

/** Characters that turn the order in which text is shown around: https://trojansource.codes/ */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** Names of events that only Stripe sends, with what would check them: https://docs.stripe.com/webhooks#verify-events */
const SENT: readonly { readonly sender: string; readonly says: RegExp }[] = [
  {
    sender: 'Stripe',
    says: /['"](?:checkout\.session\.completed|payment_intent\.(?:succeeded|payment_failed)|invoice\.(?:paid|payment_succeeded|payment_failed)|customer\.subscription\.(?:created|updated|deleted)|charge\.(?:succeeded|refunded))['"]/,
  },
];

/** What the texts of the handler's files tell, whatever is run of them. */
export function readThrough(machine: Machine, context: Context): void {
  for (const module of machine.modules.values()) {
    const { file } = module.code;
    const hidden = TURNING.exec(file.text);
    if (hidden)
      machine.observe('hidden-characters', module.at({ start: hidden.index, end: hidden.index + 1 }), context, {
        details: { character: `U+${hidden[0].charCodeAt(0).toString(16).toUpperCase()}` },
      });
  }
  if (
    isSaid(
      machine,
      /constructEvent|construct_event|createHmac|hmac\.new|timingSafeEqual|compare_digest|\bverify|svix|WebhookSignature|events?\.retrieve/i,
    )
  )
    return;
  for (const { sender, says } of SENT) {
    for (const module of machine.modules.values()) {
      const match = says.exec(module.code.file.text);
      if (match)
        machine.observe(
          'webhook-not-verified',
          module.at({ start: match.index, end: match.index + match[0].length }),
          context,
          {
            details: { sender },
            confidence: 'medium',
          },
        );
    }
  }
}
