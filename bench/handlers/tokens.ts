import { Random } from '../random.js';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';

/** Texts of the form that each provider gives its credentials; nobody was ever given these. */
const FORMS: Readonly<Record<string, (random: Random) => string>> = {
  'stripe-live-key': (random) => `sk_live_${drawn(random, LOWER + UPPER + DIGITS, 24)}`,
  'aws-access-key-id': (random) => `AKIA${drawn(random, `${UPPER}234567`, 16)}`,
  'aws-secret-access-key': (random) => drawn(random, `${LOWER}${UPPER}${DIGITS}+/`, 40),
  'slack-bot-token': (random) =>
    `xoxb-${drawn(random, '123456789', 12)}-${drawn(random, '123456789', 12)}-${drawn(random, LOWER + UPPER + DIGITS, 24)}`,
};

/** The text with a credential in place of every marker such as `@@stripe-live-key@@`. @throws for a marker of no known form */
export function withTokens(text: string): string {
  return text.replace(/@@([a-z-]+)@@/g, (_, name: string) => {
    const form = FORMS[name];
    if (form === undefined) throw new RangeError(`There is no form for @@${name}@@.`);
    return form(new Random(name.length));
  });
}

function drawn(random: Random, letters: string, length: number): string {
  return Array.from({ length }, () => random.pick([...letters])).join('');
}
