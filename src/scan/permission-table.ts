import type { PermissionRow } from '#finding/judgement';
import { privilegesOf, type Usage } from '#finding/privileges';
import { type FunctionReport, functionReports } from '#model/privilege/report';

/** Functions whose permissions are told. */
const MAX_FUNCTIONS = 60;

/** What the functions whose code was read may do, and what they do, service by service. */
export function permissionTable(usage: Usage): readonly PermissionRow[] {
  const { cloud, operations } = usage;
  const functions = cloud.all('AWS::Lambda::Function');
  return functionReports(cloud, operations, privilegesOf(usage))
    .filter((_, at) => operations.has(functions[at]?.id ?? ''))
    .slice(0, MAX_FUNCTIONS)
    .flatMap(rowsOf);
}

function rowsOf(report: FunctionReport): readonly PermissionRow[] {
  const services = [report.granted, report.used, report.missing].flat().map(({ action }) => serviceOf(action));
  const unknown = report.abstentions.find(({ service }) => service === undefined)?.why;
  return [...new Set(services)].sort().map((service) => {
    const of = (all: readonly { readonly action: string }[]): readonly string[] => [
      ...new Set(all.map(({ action }) => action).filter((action) => serviceOf(action) === service)),
    ];
    return {
      function: report.function,
      service,
      granted: of(report.granted),
      used: of(report.used),
      excess: of(report.excess),
      missing: of(report.missing),
      unknown: report.abstentions.find((one) => one.service === service)?.why ?? unknown,
    };
  });
}

function serviceOf(action: string): string {
  return action.split(':')[0]?.toLowerCase() ?? '*';
}
