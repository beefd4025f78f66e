#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Failure } from '#cli/failure';
import type { PermissionsFormat } from '#cli/permissions-command';
import { isOpen, type Report } from '#cli/report';
import type { ReviewedChange } from '#cli/review-command';
import { rulePage } from '#finding/page';
import { reaches, type Severity } from '#finding/severity';
import type { Config } from '#scan/config';

/*
 * What only one command or format needs is imported there: rules, parsers and clients are most of the time that a short command
 * takes, and `--help` needs none of them.
 */

/** Exit codes: the gate is open, the gate is shut, the command could not be carried out. */
const OPEN = 0;
const SHUT = 1;
const FAILED = 2;

const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

interface Package {
  readonly version: string;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Package;

async function render(report: Report, format: Format): Promise<string> {
  if (format === 'json') return (await import('#cli/json')).jsonReport(report);
  if (format === 'sarif') return (await import('#cli/sarif')).sarifReport(report, version, rulePage);
  if (format === 'markdown') return (await import('#cli/markdown')).markdownReport(report, rulePage);
  const { textReport } = await import('#cli/terminal');
  return textReport(report, { color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined });
}

async function renderReview({ review, report }: ReviewedChange, format: Format): Promise<string> {
  if (format === 'markdown') return (await import('#cli/review-command')).markdownReview(review);
  if (format === 'json') return (await import('#cli/json')).jsonReport(report, review);
  const text = await render(report, format);
  return format === 'text' ? `${text}${review.checkRun.title}\n` : text;
}

/** Whether an open finding reaches the severity at which the gate shuts. */
function isShut(report: Report, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  return report.findings.some((one) => isOpen(one) && reaches(one.finding.severity, failOn));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Long work says so on standard error, when a person is watching. */
async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (process.stderr.isTTY !== true) return work();
  const timer = setTimeout(() => process.stderr.write(`${what}…\n`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

async function review(
  change: string,
  options: { readonly repo: string; readonly post: boolean },
): Promise<ReviewedChange> {
  const { localChange, reviewChange } = await import('#cli/review-command');
  const { isPullRequest, remoteChange } = await import('#cli/pull-request');
  const clock = (): number => performance.now();
  if (!isPullRequest(change)) {
    if (options.post) throw new Failure('--post takes a pull request on GitHub: OWNER/REPOSITORY#NUMBER.');
    return reviewChange(await localChange(options.repo, change), today(), clock, rulePage);
  }
  const { GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL } = process.env;
  const remote = await remoteChange(change, { token: GITHUB_TOKEN ?? GH_TOKEN, apiUrl: GITHUB_API_URL });
  const reviewed = await reviewChange(remote, today(), clock, rulePage, remote.conversation);
  if (options.post) for (const sentence of await remote.post(reviewed.review)) process.stderr.write(`${sentence}\n`);
  return reviewed;
}

function severity(text: string): Config['failOn'] {
  if (
    text === 'never' ||
    text === 'critical' ||
    text === 'high' ||
    text === 'medium' ||
    text === 'low' ||
    text === 'info'
  )
    return text;
  throw new InvalidArgumentError('It is one of critical, high, medium, low, info, never.');
}

function program(): Command {
  const format = (): Option =>
    new Option('-f, --format <format>', 'how to print what was found').choices(FORMATS).default('text');
  const command = new Command('leastwise')
    .description(
      'Reviews serverless applications for security: what their templates and code allow, and who can reach it.',
    )
    .version(version)
    .exitOverride()
    .showSuggestionAfterError();
  command
    .command('scan')
    .description('scan the whole tree below a folder')
    .argument('[dir]', 'the folder', '.')
    .addOption(format())
    .option(
      '--fail-on <severity>',
      'exit with 1 from this severity on (default: the configuration, else high)',
      severity,
    )
    .action(async (dir: string, options: { format: Format; failOn?: Config['failOn'] }) => {
      const { scanFolder } = await import('#cli/scan-command');
      const { report, config } = await withProgress(`Scanning ${dir}`, () =>
        scanFolder(dir, today(), () => performance.now()),
      );
      process.stdout.write(await render(report, options.format));
      process.exitCode = isShut(report, options.failOn ?? config.failOn) ? SHUT : OPEN;
    });
  command
    .command('review')
    .description('review a change as the App would: a range of local commits, or a pull request on GitHub')
    .argument('<change>', 'BASE..HEAD such as main..HEAD, or OWNER/REPOSITORY#NUMBER')
    .option('--repo <dir>', 'the local repository', '.')
    .option('--post', 'post the comments on the pull request, under the name of the token', false)
    .addOption(format())
    .action(async (change: string, options: { repo: string; post: boolean; format: Format }) => {
      const reviewed = await withProgress(`Reviewing ${change}`, () => review(change, options));
      process.stdout.write(await renderReview(reviewed, options.format));
      process.exitCode = reviewed.review.checkRun.conclusion === 'failure' ? SHUT : OPEN;
    });
  command
    .command('fix')
    .description('apply the fixes that were proved not to break the files, and print the change')
    .argument('[dir]', 'the folder', '.')
    .option('--unsafe', 'also the fixes that a person has to check, such as narrower permissions', false)
    .option('--dry-run', 'print the change without making it', false)
    .action(async (dir: string, options: { unsafe: boolean; dryRun: boolean }) => {
      const { fixFolder } = await import('#cli/fix-command');
      const fixed = await withProgress(`Scanning ${dir}`, () =>
        fixFolder(dir, { ...options, today: today(), clock: () => performance.now() }),
      );
      process.stdout.write(fixed.diff);
      const applied = fixed.rounds.reduce((sum, round) => sum + round.applied.length, 0);
      const did = `${options.dryRun ? 'Would apply' : 'Applied'} ${applied} fix${applied === 1 ? '' : 'es'}.`;
      const later = fixed.postponed > 0 ? ` ${fixed.postponed} more touch the same lines: run it again.` : '';
      const unsafe = fixed.unsafe > 0 ? ` ${fixed.unsafe} more need a look first: --unsafe.` : '';
      process.stderr.write(`${did}${later}${unsafe}\n`);
    });
  command
    .command('permissions')
    .description('print what each function may do, what its code does, and the policy that it needs')
    .argument('[dir]', 'the folder', '.')
    .option('--function <name>', 'only this function')
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['text', 'json', 'markdown', 'policy'])
        .default('text'),
    )
    .action(async (dir: string, options: { function?: string; format: PermissionsFormat }) => {
      const { permissionsOf, renderPermissions } = await import('#cli/permissions-command');
      const reports = await withProgress(`Reading ${dir}`, () => permissionsOf(dir, today(), options.function));
      process.stdout.write(renderPermissions(reports, options.format, options.function !== undefined));
    });
  command
    .command('explain')
    .description('print all about a rule, by its id or by the id of another tool’s rule')
    .argument('<rule>')
    .action(async (name: string) => {
      const { explain, findRules } = await import('#cli/rules-command');
      process.stdout.write(findRules(name).map(explain).join('\n'));
    });
  command
    .command('rules')
    .description('list the rules')
    .addOption(new Option('-f, --format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .action(async (options: { format: 'text' | 'json' }) => {
      const { rulesJson, rulesText } = await import('#cli/rules-command');
      process.stdout.write(options.format === 'json' ? rulesJson() : rulesText());
    });
  return command;
}

async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? OPEN : FAILED;
      return;
    }
    process.stderr.write(
      `leastwise: ${error instanceof Failure ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = FAILED;
  }
}

await main(process.argv);
