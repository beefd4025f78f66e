import { IAM_DEPENDENCIES, IAM_RESOURCES } from '#model/iam-resources.generated';

/** One piece of an ARN's format: text, or the name of a placeholder. */
export type FormatPart = string | { readonly placeholder: string };

const formats = new Map<string, ReadonlyMap<string, readonly FormatPart[]>>();

/** The format of the ARNs of a resource type of a service, as in AWS's service authorization reference. */
export function arnFormat(service: string, type: string): readonly FormatPart[] | undefined {
  return entries(formats, IAM_RESOURCES, service, (text) => {
    const full = text.startsWith('~') ? `arn:{Partition}:${service}:{Region}:{Account}:${text.slice(1)}` : text;
    return full.split(/\{([^}]*)\}/).flatMap((part, index): FormatPart[] => {
      if (index % 2 === 1) return [{ placeholder: part }];
      return part === '' ? [] : [part];
    });
  }).get(type);
}

const dependencies = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Actions of other kinds that calling an action may ask for, depending on what is passed: `iam:PassRole`. */
export function dependentActions(action: string): readonly string[] {
  const [service = '', name = ''] = action.split(':');
  return entries(dependencies, IAM_DEPENDENCIES, service, (text) => text.split(',')).get(name) ?? [];
}

/** The entries of a service's line, read when first asked for. */
function entries<T>(
  read: Map<string, ReadonlyMap<string, T>>,
  from: Readonly<Record<string, string>>,
  service: string,
  parse: (text: string) => T,
): ReadonlyMap<string, T> {
  const known = read.get(service);
  if (known) return known;
  const found = new Map<string, T>();
  for (const entry of Object.hasOwn(from, service) ? (from[service] ?? '').split(' ') : []) {
    const at = entry.indexOf('=');
    found.set(entry.slice(0, at), parse(entry.slice(at + 1)));
  }
  read.set(service, found);
  return found;
}
