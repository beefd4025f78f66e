import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a tool says, reduced to what can be compared. */
export interface Reported {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** The files of a comparison: a folder, and the templates in it. */
export interface Files {
  readonly folder: string;
  readonly templates: readonly string[];
}

export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Whether it is given the folder, or each template by name. */
  readonly takes: 'folder' | 'templates';
  command(files: Files): readonly string[];
  parse(stdout: string): readonly Reported[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface OwnFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly title: string;
  readonly message: string;
}

function ownFindings(stdout: string): readonly Reported[] {
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly OwnFinding[] };
  return findings.map(({ rule, file, line, endLine, title, message }) => ({
    rule,
    file,
    line,
    endLine,
    text: `${title}. ${message}`,
  }));
}

function own(name: string, prefix: readonly string[], version: string): Tool {
  return {
    name,
    version,
    takes: 'folder',
    command: ({ folder }) => [...prefix, 'scan', '--format', 'json', folder],
    parse: ownFindings,
  };
}

interface CheckovReport {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_path: string;
      readonly file_line_range: readonly [number, number];
    }[];
  };
}

function checkov(program: string): Tool {
  return {
    name: 'Checkov',
    version: versionOf(program),
    takes: 'folder',
    // With all its frameworks it would take longer, for files that the others do not look at.
    command: ({ folder }) => [
      program,
      ...['--directory', folder, '--framework', 'cloudformation', 'serverless', 'terraform', 'secrets'],
      ...['--skip-download', '--compact', '--quiet', '--output', 'json'],
    ],
    parse: (stdout) => {
      const parsed = JSON.parse(stdout) as CheckovReport | readonly CheckovReport[];
      const reports = Array.isArray(parsed) ? (parsed as readonly CheckovReport[]) : [parsed as CheckovReport];
      return reports.flatMap(({ results }) =>
        (results?.failed_checks ?? []).map((check) => ({
          rule: check.check_id,
          file: check.file_path.replace(/^\//, ''),
          line: check.file_line_range[0],
          endLine: check.file_line_range[1],
          text: check.check_name,
        })),
      );
    },
  };
}

interface LintMatch {
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Filename: string;
  readonly Location: {
    readonly Start: { readonly LineNumber: number };
    readonly End: { readonly LineNumber: number };
  };
}

/** cfn-lint 1.58 ends with a Python exception, and without any report, when a section such as `Parameters` is empty. */
function hasEmptySection(template: string): boolean {
  const lines = readFileSync(template, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(#.*)?$/.test(line));
  return lines.some((line, index) => /^\w+:\s*(#.*)?$/.test(line) && !/^[\s-]/.test(lines[index + 1] ?? ''));
}

function cfnLint(program: string): Tool {
  return {
    name: 'cfn-lint',
    version: versionOf(program),
    takes: 'templates',
    command: ({ templates }) => [
      program,
      '--format',
      'json',
      '--template',
      ...templates.filter((one) => !hasEmptySection(one)),
    ],
    parse: (stdout) =>
      (JSON.parse(stdout) as readonly LintMatch[]).map((match) => ({
        rule: match.Rule.Id,
        file: match.Filename,
        line: match.Location.Start.LineNumber,
        endLine: match.Location.End.LineNumber,
        text: match.Message,
      })),
  };
}

interface KicsReport {
  readonly queries: readonly {
    readonly query_name: string;
    readonly query_id: string;
    readonly files: readonly { readonly file_name: string; readonly line: number; readonly actual_value: string }[];
  }[];
}

/** KICS writes its report to a file, and takes its queries from a folder: `assets` of its repository. */
interface TrivyReport {
  readonly Results?: readonly {
    readonly Target: string;
    readonly Misconfigurations?: readonly {
      readonly ID: string;
      readonly Title: string;
      readonly Message: string;
      readonly CauseMetadata?: { readonly StartLine?: number; readonly EndLine?: number };
    }[];
  }[];
}

/** The checks that its binary brings: it reaches no network. https://trivy.dev/latest/docs/coverage/iac/ */
function trivy(program: string): Tool {
  return {
    name: 'Trivy',
    version: execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().split('\n')[0] ?? '',
    takes: 'folder',
    command: ({ folder }) => [program, 'config', '--skip-check-update', '--quiet', '--format', 'json', folder],
    parse: (stdout) =>
      ((JSON.parse(stdout) as TrivyReport).Results ?? []).flatMap(({ Target, Misconfigurations = [] }) =>
        Misconfigurations.map(({ ID, Title, Message, CauseMetadata }) => ({
          rule: ID,
          file: Target,
          line: CauseMetadata?.StartLine ?? 1,
          endLine: CauseMetadata?.EndLine ?? 1,
          text: `${Title}. ${Message}`,
        })),
      ),
  };
}

function kics(program: string, assets: string): Tool {
  const version = execFileSync(program, ['version'], { encoding: 'utf8' }).trim();
  const script = [
    'out=$(mktemp -d)',
    `"$0" scan -p "$1" -q "$2/queries" -b "$2/libraries" -t CloudFormation,ServerlessFW,Terraform --cloud-provider aws --report-formats json -o "$out" --no-progress --ci >&2`,
    'cat "$out/results.json"; rm -r "$out"',
  ].join('; ');
  return {
    name: 'KICS',
    version: /\d+\.\d+\.\d+/.exec(version)?.[0] ?? /\d+\.\d+\.\d+/.exec(assets)?.[0] ?? 'unknown',
    takes: 'folder',
    command: ({ folder }) => ['sh', '-c', script, program, folder, assets],
    parse: (stdout) =>
      (JSON.parse(stdout) as KicsReport).queries.flatMap(({ query_name, query_id, files }) =>
        files.map(({ file_name, line, actual_value }) => ({
          rule: query_id.slice(0, 8),
          file: file_name,
          line,
          endLine: line,
          text: `${query_name}. ${actual_value}`,
        })),
      ),
  };
}

function versionOf(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' })
    .trim()
    .replace(/^\S+ (?=\d)/, '');
}

/** Leastwise as it is installed and from source, and the peers whose programs are given. */
export function toolsOf(programs: {
  readonly checkov?: string;
  readonly cfnLint?: string;
  readonly kics?: string;
  readonly kicsAssets?: string;
  readonly trivy?: string;
}): readonly Tool[] {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const tsx = `${ROOT}node_modules/.bin/tsx`;
  return [
    own('Leastwise', [process.execPath, `${ROOT}dist/cli/main.js`], commit),
    own('Leastwise, from source', [tsx, '--conditions=source', `${ROOT}src/cli/main.ts`], commit),
    ...(programs.checkov === undefined ? [] : [checkov(programs.checkov)]),
    ...(programs.kics === undefined || programs.kicsAssets === undefined
      ? []
      : [kics(programs.kics, programs.kicsAssets)]),
    ...(programs.trivy === undefined ? [] : [trivy(programs.trivy)]),
    ...(programs.cfnLint === undefined ? [] : [cfnLint(programs.cfnLint)]),
  ];
}
