import { Failure } from '#cli/failure';
import { folderSnapshot } from '#cli/folder';
import { configOf, optionsFor } from '#cli/scan-command';
import { code } from '#finding/markdown';
import { privilegesOf } from '#finding/privileges';
import { type FunctionReport, functionReports, type ReportedGrant, type ReportedNeed } from '#model/privilege/report';
import { rules } from '#rules/catalogue.generated';
import { scan } from '#scan/scan';

export type PermissionsFormat = 'text' | 'json' | 'markdown' | 'policy';

/**
 * What the functions of a folder may do, and what their code does.
 * @param name only the function of this name, as the template or the logical ID has it
 * @throws Failure where no function has the name
 */
export async function permissionsOf(
  directory: string,
  today: string,
  name: string | undefined,
): Promise<readonly FunctionReport[]> {
  const snapshot = folderSnapshot(directory);
  const options = optionsFor(await configOf(snapshot), today);
  // Only what these rules ask for is looked at: the code of the functions, and no text for secrets.
  const { cloud, operations } = await scan(snapshot, { ...options, rules: rules.filter((rule) => rule.asksForCode) });
  const functions = cloud.all('AWS::Lambda::Function');
  const all = functionReports(cloud, operations, privilegesOf({ cloud, operations })).flatMap((report, at) => {
    const fn = functions[at];
    // What a framework makes for its own ends is nobody's to look at.
    return fn && fn.generatedBy !== fn.logicalId ? [{ report, fn }] : [];
  });
  const reports = all.map(({ report }) => report);
  if (name === undefined) return reports;
  const named = all.filter(({ report, fn }) => report.function === name || fn.logicalId === name);
  if (named.length > 0) return named.map(({ report }) => report);
  const known = reports.slice(0, 10).map((report) => report.function);
  const hint = known.length === 0 ? 'No template here declares one.' : `There are ${known.join(', ')}.`;
  throw new Failure(`There is no function ${name} in ${directory}. ${hint}`);
}

/** The tables in one of the formats. @throws Failure where the one policy that is asked for is not known */
export function renderPermissions(
  reports: readonly FunctionReport[],
  format: PermissionsFormat,
  single: boolean,
): string {
  if (format === 'json') return json({ functions: reports });
  if (format === 'policy') return policies(reports, single);
  if (format === 'markdown') return markdown(reports);
  return reports.length === 0 ? 'No template here declares a function.\n' : `${reports.map(text).join('\n\n')}\n`;
}

function json(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The policy document of one function, or of each by its name; null where it is not known. */
function policies(reports: readonly FunctionReport[], single: boolean): string {
  const [only] = reports;
  if (!single) return json(Object.fromEntries(reports.map(({ function: name, policy }) => [name, policy ?? null])));
  if (only?.policy) return json(only.policy);
  const why = only?.abstentions[0];
  throw new Failure(
    `What ${only?.function} needs is not known in full${why ? `: ${why.why}${why.evidence ? ` (${why.evidence.file}:${why.evidence.line})` : ''}` : ''}.`,
  );
}

function text(report: FunctionReport): string {
  const { evidence, role, sharedWith } = report;
  const shared = sharedWith.length > 0 ? `, shared with ${sharedWith.join(', ')}` : '';
  const rows = [
    ...rowsOf(report).map(([kind, what, where]) => `  ${kind.padEnd(8)}  ${what}  ${where}`),
    ...report.abstentions.map(
      ({ why, service, evidence: at }) =>
        `  unknown   ${service === undefined ? '' : `${service}: `}${why}${at ? `  ${at.file}:${at.line}` : ''}`,
    ),
  ];
  return clean(
    [
      `${report.function}  ${evidence.file}:${evidence.line}`,
      ...(role === undefined ? [] : [`  role      ${role}${shared}`]),
      ...(rows.length > 0 ? new Set(rows) : ['  Nothing is granted, and nothing is called.']),
    ].join('\n'),
  );
}

/** Kind, action with resources, place; what is granted and used is told once, as used. */
function rowsOf(report: FunctionReport): readonly (readonly [kind: string, what: string, where: string])[] {
  const needed = (kind: string, needs: readonly ReportedNeed[]) =>
    needs.map((one) => [kind, `${one.action}${onResources(one)}`, place(one)] as const);
  return [
    ...needed('used', report.used),
    ...needed(
      'may use',
      report.conditional.filter(({ action }) => isGranted(report, action)),
    ),
    ...together(report.excess).map(
      ([one, actions]) => ['not used', `${actions.join(', ')}${ofGrant(one)}`, place(one)] as const,
    ),
    ...report.missing.map(
      (one) =>
        [
          'missing',
          `${one.action}${onResources(one)}${one.confidence === 'likely' ? ', unless a policy of the resource allows it' : ''}`,
          place(one),
        ] as const,
    ),
  ];
}

/** What stands in one statement or policy in one row; a pattern that is used in part has its own. */
function together(grants: readonly ReportedGrant[]): readonly (readonly [first: ReportedGrant, actions: string[]])[] {
  const found = new Map<string, readonly [first: ReportedGrant, actions: string[]]>();
  for (const one of grants) {
    const own = one.verdict === 'wider' ? one.action : '';
    const key = [own, place(one), one.managedPolicy, ...one.resources].join('\n');
    const group = found.get(key) ?? ([one, []] as const);
    if (!group[1].includes(one.action)) group[1].push(one.action);
    found.set(key, group);
  }
  return [...found.values()];
}

function isGranted({ granted }: FunctionReport, action: string): boolean {
  return granted.some((one) => one.action.toLowerCase() === action.toLowerCase());
}

function onResources({ resources, unknown }: ReportedNeed): string {
  if (unknown !== undefined) return ` (${unknown})`;
  return resources.length === 0 ? '' : ` on ${resources.join(', ')}`;
}

function ofGrant({ verdict, unused, managedPolicy, resources }: ReportedGrant): string {
  const from = managedPolicy === undefined ? ` on ${resources.join(', ')}` : ` of ${managedPolicy}`;
  if (verdict !== 'wider') return from;
  return `${from}, of which ${unused === undefined ? 'only a part is' : `${unused} actions are not`} used`;
}

function place({ evidence }: { readonly evidence: FunctionReport['evidence'] }): string {
  return `${evidence.file}:${evidence.line}`;
}

function markdown(reports: readonly FunctionReport[]): string {
  const sections = reports.map((report) => {
    const rows = rowsOf(report).map(([kind, what, where]) => `| ${kind} | ${cell(what)} | ${cell(where)} |`);
    const unknown = report.abstentions.map(
      ({ why, evidence }) =>
        `| not known | ${cell(why)} | ${evidence ? cell(`${evidence.file}:${evidence.line}`) : ''} |`,
    );
    const all = [...rows, ...unknown];
    const table =
      all.length === 0
        ? 'Nothing is granted, and nothing is called.'
        : ['| | permission | where |', '|---|---|---|', ...all].join('\n');
    return `## ${code(report.function)}\n\n${table}\n`;
  });
  return sections.length === 0 ? 'No template here declares a function.\n' : sections.join('\n');
}

function cell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Without characters that would move what a terminal shows. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
