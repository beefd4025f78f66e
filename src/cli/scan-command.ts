import { Failure } from '#cli/failure';
import { folderSnapshot } from '#cli/folder';
import { grammarFiles } from '#cli/grammar-files';
import type { Report, ReportedFinding } from '#cli/report';
import { frameworks } from '#frameworks/catalogue';
import { rules } from '#rules/catalogue.generated';
import { filesOf } from '#scan/change';
import { CONFIG_PATHS, type Config, DEFAULT_CONFIG } from '#scan/config';
import { fixes } from '#scan/fix';
import { type Scan, type ScanOptions, scan } from '#scan/scan';
import { isHonored, Suppressions } from '#scan/suppressions';
import type { SourceFile } from '#source/file';
import { isFile, type Snapshot } from '#source/snapshot';
import { Grammars } from '#syntax/code/grammars';

/** What every scan of the command line is made with. */
export function optionsFor(config: Config, today: string): ScanOptions {
  return { rules, frameworks, config, today, scope: 'everything', grammars };
}

/** The configuration of a snapshot; the defaults when it has none. */
export async function configOf(snapshot: Snapshot): Promise<Config> {
  const found = await snapshot.read(CONFIG_PATHS);
  for (const path of CONFIG_PATHS) {
    const file = found.get(path);
    if (file === undefined) continue;
    if (!isFile(file)) throw new Failure(`${path}: ${file.message}`);
    return parsedConfig(file);
  }
  return DEFAULT_CONFIG;
}

/** The configuration that a file says. @throws Failure with every mistake and its line */
export async function parsedConfig(file: SourceFile): Promise<Config> {
  // Most folders have none, and its reader takes longer to load than a template to scan.
  const { parseConfig } = await import('#scan/config-file');
  const parsed = parseConfig(
    file,
    rules.map(({ id }) => id),
  );
  if ('config' in parsed) return parsed.config;
  throw new Failure(parsed.mistakes.map(({ line, message }) => `${file.path}:${line ?? 1}: ${message}`).join('\n'));
}

/** The grammars are loaded when code first occurs, and once in a process. */
export const grammars = new Grammars(grammarFiles);

/** A scan of a whole folder with its verified fixes, as a report. */
export async function scanFolder(
  directory: string,
  today: string,
  clock: () => number,
): Promise<{ report: Report; config: Config; scanned: Scan; snapshot: Snapshot }> {
  const snapshot = folderSnapshot(directory);
  const config = await configOf(snapshot);
  return { ...(await reportOn(snapshot, optionsFor(config, today), clock)), config, snapshot };
}

/** A scan of a snapshot with its verified fixes, as a report. */
export async function reportOn(
  snapshot: Snapshot,
  options: ScanOptions,
  clock: () => number,
): Promise<{ report: Report; scanned: Scan }> {
  const started = clock();
  const { today } = options;
  const scanned = await scan(snapshot, options);
  const suppressions = new Suppressions(scanned.suppressions, scanned.cloud, today);
  const suppressed = scanned.findings.map((finding) => {
    const covering = suppressions.of(finding);
    return covering !== undefined && isHonored(covering, today);
  });
  const open = scanned.findings.filter((_, at) => !suppressed[at]);
  const fixed = await fixes(scanned, snapshot, open, options);
  const findings = scanned.findings.map(
    (finding, at): ReportedFinding => ({
      finding,
      verdict: suppressed[at] ? 'suppressed' : 'existing',
      fix: fixed.get(finding),
    }),
  );
  const stats = { ...scanned.stats, milliseconds: Math.round(clock() - started) };
  return {
    report: { findings, problems: scanned.problems, gaps: scanned.gaps, stats, file: filesOf(scanned) },
    scanned,
  };
}
