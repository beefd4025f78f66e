/**
 * `npm run demo`: the real App reviews a pull request of a small shop; `--once` prints the review and ends.
 * PORT sets the page's port; by default it is any free one.
 */
import colors from 'picocolors';
import { type Demonstration, runOf, startDemonstration } from '#demo/demonstration';
import { servePage } from '#demo/server';
import { printedReview } from '#demo/terminal';

/** A review that takes longer is none. */
const SECONDS = 60;

const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
const paint = colors.createColors(color);

/** Somebody wants the end. */
const stopped = new Promise<'stopped'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('stopped'));
});

function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

function step(what: string, how: string): void {
  say(`  ${paint.green('✓')} ${what.padEnd(18)} ${paint.dim(how)}`);
}

async function run(once: boolean): Promise<number> {
  say(`${paint.bold('Leastwise demo')}: a real review of a pull request, on this machine. No account, no network.\n`);
  const page = await servePage(portOf(process.env.PORT));
  let demonstration: Demonstration | undefined;
  try {
    const started = Date.now();
    demonstration = await startDemonstration({ webUrl: page.url, rulesUrl: `${page.url}/rules` }, step);
    page.show(demonstration);
    const problem = await Promise.race([review(demonstration, started), stopped]);
    if (problem === 'stopped') return 0;
    if (problem !== undefined) {
      process.stderr.write(`\n${problem}\n`);
      return 1;
    }
    say(`\n${printedReview(demonstration, { color, width: process.stdout.columns ?? 100 })}\n`);
    if (once) return 0;
    say(`${paint.bold('The pull request, as on GitHub:')} ${paint.underline(page.url)}`);
    say('Commit a suggestion there, and the App reviews again. Ctrl-C stops everything.');
    await stopped;
    return 0;
  } finally {
    await demonstration?.close();
    await page.close();
  }
}

/** Waits for the review and tells each step. @returns what went wrong, as a sentence */
async function review(demonstration: Demonstration, started: number): Promise<string | undefined> {
  const { hub, pull } = demonstration;
  await hub.settled();
  const opened = hub.webhooks.attempts.find(({ delivery }) => delivery.action === 'opened');
  step('Webhook', `pull_request.opened, signed, answered with ${opened?.statusCode ?? 'nothing'}`);
  say(`  ${paint.yellow('…')} ${'Review'.padEnd(18)} ${paint.dim('reading the files, judging the change')}`);
  const settled = await demonstration.settle(SECONDS);
  const result = runOf(demonstration);
  if (!settled || result?.status !== 'completed' || pull.reviews.length === 0)
    return [`No review came within ${SECONDS} seconds.`, ...demonstration.complaints].join('\n');
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  step('Review', `posted ${seconds} s after the start, in ${hub.requests.length} requests to GitHub`);
  if (hub.violations.length === 0) return undefined;
  const list = hub.violations.map(({ where, message }) => `- ${where}: ${message}`);
  return [`The App broke GitHub's contract ${list.length} times:`, ...list].join('\n');
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
}

try {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--once');
  if (unknown.length > 0) throw new Error(`Unknown argument ${unknown[0]}. Usage: npm run demo [-- --once]`);
  process.exitCode = await run(process.argv.includes('--once'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The demo could not be started.'}\n`);
  process.exitCode = 1;
}
