import type { CallRecord, Context, Machine } from '#runtimes/engine/machine';
import { handsOn } from '#runtimes/identity';
import { isSaid } from '#runtimes/observations/written';
import type { Location } from '#source/file';

interface Sender {
  readonly sender: string;
  /** What only the receiver of its messages writes, in the order of a file. */
  readonly says: RegExp;
  /** What besides it has to be said somewhere, where one is not enough. */
  readonly also?: RegExp;
  /** What checks its messages, where `verify` says something else. */
  readonly checks?: RegExp;
}

/** Names of events that come from whoever takes payments, where a message is asked for them. */
const PAID =
  /(?:[=!]==?\s{0,3}|\bcase\s{1,3})['"](?:payment|charge|invoice|checkout|subscription|refund|payout)s?[._](?:succeeded|success|paid|captured|completed|failed|refunded|renewed|activated)['"]/;

/** Fields and headers that only the messages of one sender have. */
const SENDERS: readonly Sender[] = [
  {
    // https://docs.stripe.com/webhooks#verify-events
    sender: 'Stripe',
    says: /['"](?:checkout\.session\.completed|payment_intent\.(?:succeeded|payment_failed)|invoice\.(?:paid|payment_succeeded|payment_failed)|customer\.subscription\.(?:created|updated|deleted)|charge\.(?:succeeded|refunded))['"]/,
  },
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  { sender: 'GitHub', says: /['"`]x-github-event['"`]/i },
  // https://docs.gitlab.com/user/project/integrations/webhooks/#validate-payloads-by-using-a-secret-token
  { sender: 'GitLab', says: /['"`]x-gitlab-event['"`]/i },
  // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
  { sender: 'Shopify', says: /['"`]x-shopify-(?:topic|shop-domain)['"`]/i },
  // https://developer.paypal.com/api/rest/webhooks/rest/
  {
    sender: 'PayPal',
    says: /['"](?:PAYMENT\.(?:CAPTURE|SALE)\.COMPLETED|CHECKOUT\.ORDER\.(?:APPROVED|COMPLETED)|BILLING\.SUBSCRIPTION\.[A-Z]{3,20})['"]/,
  },
  // https://docs.slack.dev/authentication/verifying-requests-from-slack
  {
    sender: 'Slack',
    says: /['"]url_verification['"]/,
    checks:
      /createHmac|hmac\.new|timingSafeEqual|compare_digest|signature|verification_token|\bverify(?:Slack|Request|_slack|_request)/i,
  },
  // https://www.twilio.com/docs/usage/webhooks/webhooks-security
  { sender: 'Twilio', says: /[.'"](?:MessageSid|CallSid|SmsSid|SmsMessageSid)\b/ },
  // https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
  { sender: 'SendGrid', says: /\bsg_(?:event|message)_id\b/ },
  // https://core.telegram.org/bots/api#setwebhook
  {
    sender: 'Telegram',
    says: /[.'"]chat['"\]?]{0,3}[.[]['"]?id\b/,
    also: /api\.telegram\.org|\btelegram\.Update\b|\bupdate_id\b/,
  },
  // https://developers.facebook.com/docs/messenger-platform/webhooks#validate-payloads
  {
    sender: 'Meta',
    says: /['"]hub\.verify_token['"]/,
    also: /\b(?:messaging|changes)\b/,
    checks: /createHmac|hmac\.new|timingSafeEqual|compare_digest|signature/i,
  },
  { sender: 'a payment provider', says: PAID },
];

/** What checks where a message comes from, or hands that to somebody who does. */
const CHECKS =
  /constructEvent|construct_event|createHmac|hmac\.new|timingSafeEqual|compare_digest|\bverif|svix|signature|events?\.retrieve|RequestValidator|validateRequest|validateExpressRequest|subtle\.|nacl|ed25519|secret[-_]?token|gitlab-token|@slack\/bolt|slack_bolt|probot|octokit\/webhooks|serverless-express-webhook/i;

/** A comparison with a variable of the environment: of a secret in the address, or a token of one's own. */
const COMPARES =
  /[!=]==?\s{0,3}(?:process\.env\b|os\.environ\b|os\.getenv\b)|\b(?:process\.env\.\w{1,60}|os\.environ\[[^\]\n]{1,60}\]|os\.getenv\([^)\n]{1,60}\))\s{0,3}[!=]==?|(?:secret|token)\w{0,20}\)?\s{0,3}[!=]==?|[!=]==?\s{0,3}[\w.]{0,40}(?:secret|token)/i;

/** What does something that a message asks for: writes, sends, runs. */
const ACTS =
  /(?:^|[.])(?:(?:put|update|delete|insert|save|send|publish|invoke|write|upload|reply)\w{0,40}|(?:start|create|replace|batch|transact)_\w{1,40}|replaceOne|create|post|query|execute|commit)(?:\(\))?$|^(?:fetch|got|request|node-fetch|https?\.request|axios(?:\.(?:post|put|patch|delete|request))?|requests\.(?:post|put|patch|delete|request)|urllib\.request\.urlopen)$/;
const COMMAND = /\.(?!(?:Batch)?Get|List|Describe|Query|Scan|Head|Search)[A-Z]\w{1,60}Command$/;

interface Told {
  readonly sender: string;
  readonly at: Location;
}

/** Whose messages a handler takes unchecked, by its machine: its files are read once, however many routes it has. */
const TOLD = new WeakMap<Machine, Told | 'nobody'>();

/** Tells of messages of senders who sign them, in a handler that acts on them and in which nothing checks who sent them. */
export function unverifiedWebhooks(machine: Machine, context: Context): void {
  const told = TOLD.get(machine) ?? uncheckedSender(machine) ?? 'nobody';
  TOLD.set(machine, told);
  // What is not in the repository may check it.
  if (told === 'nobody' || machine.missing.size > 0) return;
  const deed = machine.calls.find(({ path, beyond }) => !beyond && (ACTS.test(path) || COMMAND.test(path)));
  if (!deed || machine.calls.some((call) => mayCheck(machine, call))) return;
  machine.observe('webhook-not-verified', deed.at, context, {
    callee: deed.path,
    details: { sender: told.sender },
    confidence: 'medium',
    steps: [{ at: told.at, text: `what ${told.sender} sends is told from other messages` }],
  });
}

/** Whether a package is given the whole request, or stands before the handler. */
function mayCheck(machine: Machine, { path, args }: CallRecord): boolean {
  const isMiddleware =
    /middy.{0,80}\.use$/.test(path) &&
    args.list.some(({ apis }) => apis.some((one) => !one.path.startsWith('@middy/')));
  return isMiddleware || handsOn(machine, path, args.list);
}

function uncheckedSender(machine: Machine): Told | undefined {
  for (const { sender, says, also, checks = CHECKS } of SENDERS) {
    for (const module of machine.modules.values()) {
      const match = says.exec(module.code.file.text);
      if (!match || (also && !isSaid(machine, also)) || isSaid(machine, checks) || isSaid(machine, COMPARES)) continue;
      return { sender, at: module.at({ start: match.index, end: match.index + match[0].length }) };
    }
  }
  return undefined;
}
