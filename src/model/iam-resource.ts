import { IAM_RESOURCES } from '#model/iam-resources.generated';

/** One piece of an ARN's format: text, or the name of a placeholder. */
export type FormatPart = string | { readonly placeholder: string };

const read = new Map<string, ReadonlyMap<string, readonly FormatPart[]>>();

/** The format of the ARNs of a resource type of a service, as in AWS's service authorization reference. */
export function arnFormat(service: string, type: string): readonly FormatPart[] | undefined {
  const known = read.get(service) ?? formats(service);
  read.set(service, known);
  return known.get(type);
}

/** The formats in a service's line, read when first asked for. */
function formats(service: string): ReadonlyMap<string, readonly FormatPart[]> {
  if (!Object.hasOwn(IAM_RESOURCES, service)) return new Map();
  return new Map(
    (IAM_RESOURCES[service] ?? '').split(' ').map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), parts(service, entry.slice(at + 1))] as const;
    }),
  );
}

function parts(service: string, text: string): readonly FormatPart[] {
  const full = text.startsWith('~') ? `arn:{Partition}:${service}:{Region}:{Account}:${text.slice(1)}` : text;
  return full.split(/\{([^}]*)\}/).flatMap((part, index): FormatPart[] => {
    if (index % 2 === 1) return [{ placeholder: part }];
    return part === '' ? [] : [part];
  });
}
