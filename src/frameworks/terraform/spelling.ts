import { instanceOf } from '#frameworks/terraform/declarations';
import { tableOf } from '#frameworks/terraform/lower';
import type { Row } from '#frameworks/terraform/types/table';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';

/**
 * Terraform's name of a property: `tracing_config.mode`. What a companion would say is left to the fix that adds it.
 * @returns undefined when no row of the type's table knows the property
 */
export function spelled(resource: Resource, path: PropertyPath): string | undefined {
  const instance = instanceOf(resource);
  const table = instance && tableOf(instance.type);
  if (table?.kind !== 'resource') return undefined;
  const own = ownPath(table.rows, path.map(String));
  return own && own.length > 0 ? own.join('.') : undefined;
}

function ownPath(rows: readonly Row[], path: readonly string[]): readonly string[] | undefined {
  for (const row of rows) {
    if (row.legacy || row.kind === 'made' || !row.cfn.every((step, at) => step === path[at])) continue;
    const rest = path.slice(row.cfn.length);
    if (row.kind !== 'block') {
      if (row.cfn.length > 0) return row.own;
      continue;
    }
    const below = row.as === 'one' ? rest : rest.slice(1);
    if (below.length === 0) return row.own;
    const inner = ownPath(row.rows, below);
    if (inner) return [...row.own, ...inner];
  }
  return undefined;
}
