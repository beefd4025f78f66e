import { parseArgs } from 'node:util';
import { optionsFor } from '#cli/scan-command';
import { comparedRoles } from '#model/privilege/compare';
import { narrowings } from '#model/privilege/narrowing';
import { functionReports } from '#model/privilege/report';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { snapshotOf } from '#test/source/memory';
import { table } from '../measure.js';
import { repository } from './repository.js';

/*
 * What it takes to compare every role of a generated repository, and of one change in it, in processor time.
 * How to run it: README.md in the folder above.
 */

const { values } = parseArgs({
  options: { functions: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const { files, handlers } = repository(Number(values.functions), Number(values.seed));
const [changed = ''] = handlers.slice(Math.floor(handlers.length / 2));

const rows = [
  await timed('the whole repository, first', 'everything'),
  await timed('the whole repository, again', 'everything'),
  await timed('one handler changed', new Set([changed])),
];
process.stdout.write(`${Object.keys(files).length} files, ${handlers.length} functions\n\n`);
process.stdout.write(
  `${table(['what', 'CPU, s', 'functions read', 'used', 'excess', 'narrowings', 'left open'], rows)}\n`,
);

async function timed(what: string, scope: 'everything' | ReadonlySet<string>): Promise<string[]> {
  const before = process.cpuUsage();
  const scanned = await scan(snapshotOf(files), { ...optionsFor(DEFAULT_CONFIG, '2026-01-01'), scope });
  const { cloud, operations } = scanned;
  const roles = comparedRoles(cloud, operations);
  const reports = functionReports(cloud, operations, roles);
  const narrowed = roles.flatMap((one) => narrowings(cloud, one, roles));
  const { user, system } = process.cpuUsage(before);
  const count = (of: (one: (typeof reports)[number]) => number): string =>
    String(reports.reduce((sum, one) => sum + of(one), 0));
  return [
    what,
    ((user + system) / 1_000_000).toFixed(2),
    String(operations.size),
    count(({ used }) => used.length),
    count(({ excess }) => excess.length),
    String(narrowed.length),
    String(reports.filter(({ abstentions }) => abstentions.length > 0).length),
  ];
}
