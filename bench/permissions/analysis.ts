import { optionsFor } from '#cli/scan-command';
import type { Cloud } from '#model/cloud';
import type { OperationsByFunction } from '#model/operations';
import type { Patch } from '#model/patch';
import { comparedRoles, type RolePrivileges } from '#model/privilege/compare';
import { type Grant, grantsIn } from '#model/privilege/grant';
import { narrowings } from '#model/privilege/narrowing';
import { type FunctionReport, functionReports } from '#model/privilege/report';
import type { Resource } from '#model/resource';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { applyEdits, type Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import { snapshotOf } from '#test/source/memory';

export type Fn = Resource<'AWS::Lambda::Function'>;
export type Files = Readonly<Record<string, string>>;

/** What the product says of an application. */
export interface Analysed {
  readonly files: Files;
  readonly cloud: Cloud;
  /** The paths of the code that was followed, by the function's id. */
  readonly followed: ReadonlyMap<string, readonly string[]>;
  readonly operations: OperationsByFunction;
  readonly roles: readonly RolePrivileges[];
  readonly reports: readonly FunctionReport[];
  /** What could not be read. */
  readonly problems: readonly string[];
}

/** Scans an application and compares its roles, as the review does. */
export async function analysed(files: Files): Promise<Analysed> {
  const options = { ...optionsFor(DEFAULT_CONFIG, '2026-01-01') };
  const scanned = await scan(snapshotOf(files), options);
  const { cloud, operations } = scanned;
  const roles = comparedRoles(cloud, operations);
  const followed = scanned.analyses.flatMap(({ handler }) =>
    handler.functions.map(({ id }) => [id, handler.files.map(({ path }) => path)] as const),
  );
  const reports = functionReports(cloud, operations, roles);
  const problems = scanned.problems.map(({ kind, path, message }) => `${path}: ${kind}: ${message}`);
  return { files, cloud, followed: new Map(followed), operations, roles, reports, problems };
}

/** The function of a template by its logical id. */
export function functionIn({ cloud }: Analysed, template: string, name: string): Fn | undefined {
  return cloud.all('AWS::Lambda::Function').find((fn) => fn.logicalId === name && fn.location.file.path === template);
}

export function reportOn({ cloud, reports }: Analysed, fn: Fn): FunctionReport {
  const report = reports[cloud.all('AWS::Lambda::Function').indexOf(fn)];
  if (!report) throw new Error(`Nothing was said of ${fn.id}.`);
  return report;
}

export function privilegesOf({ roles }: Analysed, fn: Fn): RolePrivileges | undefined {
  return roles.find(({ users }) => users.some(({ resource }) => resource === fn));
}

/** What a function's role allows; undefined where its role is not in the application. */
export function allowed({ cloud, roles }: Analysed, fn: Fn): readonly Grant[] | undefined {
  const role = roles.find(({ users }) => users.some(({ resource }) => resource === fn))?.role;
  return role && grantsIn(cloud.grantsOfRole(role)).grants.filter(({ effect }) => effect === 'Allow');
}

export interface Narrowed {
  readonly files: Files;
  /** How many narrowings were applied, and why others were not. */
  readonly applied: number;
  readonly declined: readonly string[];
}

/** The application with every narrowing of one function's role in it: each is applied as a whole, or left out. */
export function narrowedFiles(analysis: Analysed, fn: Fn): Narrowed {
  const { cloud, roles, files } = analysis;
  const privileges = privilegesOf(analysis, fn);
  const declined: string[] = [];
  const patches: Patch[] = [];
  if (!privileges) return { files, applied: 0, declined };
  let applied = 0;
  for (const { patches: own } of narrowings(cloud, privileges, roles)) {
    const edits = edited([...patches, ...own]);
    if (typeof edits === 'string') declined.push(edits);
    else {
      patches.push(...own);
      applied += 1;
    }
  }
  const edits = edited(patches);
  return { files: typeof edits === 'string' ? files : withEdits(analysis, edits), applied, declined };
}

/** Patches as edits of all the stacks that they speak of, or why there are none. */
export function edited(patches: readonly Patch[]): readonly Edit[] | string {
  const stacks = new Set(patches.map((patch) => (patch.op === 'add' ? patch.beside : patch.resource).stack));
  const all: Edit[] = [];
  for (const stack of stacks) {
    const own = patches.filter((patch) => (patch.op === 'add' ? patch.beside : patch.resource).stack === stack);
    const edits = stack.edits(own);
    if ('declined' in edits) return edits.declined;
    all.push(...edits);
  }
  return all;
}

export function withEdits({ files, cloud }: Analysed, edits: readonly Edit[]): Files {
  const read = new Map<string, SourceFile>(
    cloud.stacks.flatMap((stack) => stack.files.map((file) => [file.path, file])),
  );
  const changed = [...new Set(edits.map(({ path }) => path))].map((path): [string, string] => {
    const file = read.get(path);
    if (!file) throw new Error(`${path} was not read.`);
    return [path, applyEdits(file, edits).text];
  });
  return { ...files, ...Object.fromEntries(changed) };
}
