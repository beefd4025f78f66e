import { code } from '#finding/markdown';
import type { Report, RuleContext } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { Patch } from '#model/patch';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';

/** What a rule on customer-managed keys knows of its subject. */
export interface Encrypted {
  /** The property that names the key, or is missing. */
  readonly key: Property;
  /** What is encrypted, as the subject of a sentence: ``The messages of `Orders` ``. Markdown. */
  readonly what: string;
  /** Writes the key with all that belongs to it; without it the finding has no remedy. */
  readonly patches?: (key: Text) => readonly Patch[];
}

/**
 * Reports data that is not encrypted with a key of the customer, where the configuration asks for that: no key is named, or one that
 * AWS manages. A key that is given by a parameter or an import may be either, so nothing is said of it.
 */
export function* withoutCustomerKey(
  { cloud, requireCustomerKeys }: RuleContext,
  { key, what, patches }: Encrypted,
): Iterable<Report> {
  if (!requireCustomerKeys || !(key.isAbsent || isManagedByAws(key))) return;
  const only = onlyKey(cloud, key.resource);
  yield {
    at: key,
    message: `${what} are not encrypted with a key of your own, which the configuration of this repository asks for.`,
    ...(only && patches
      ? {
          remedy: {
            title: `Encrypt with ${only.name}`,
            applicability: 'unsafe' as const,
            patches: patches(only.ref('Arn')),
          },
        }
      : {}),
  };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk */
function isManagedByAws({ text }: Property): boolean {
  const last = text instanceof Text ? text.parts.at(-1) : text;
  return typeof last === 'string' && /(^|:)alias\/aws\/[a-z0-9-]{1,40}$/.test(last);
}

/** The one key of the stack, unless it refers to the resource itself: that would be a circle. */
function onlyKey(cloud: Cloud, resource: Resource): Resource | undefined {
  const keys = cloud.all('AWS::KMS::Key').filter(({ stack }) => stack === resource.stack);
  const [only] = keys;
  if (!only || keys.length > 1 || only.when.length > 0) return undefined;
  if (!only.at('KeySpec').every((spec) => spec.is('SYMMETRIC_DEFAULT'))) return undefined;
  return cloud.referrers(resource).some(({ from }) => from === only) ? undefined : only;
}

/** The name of a resource as the end of ``The messages of `Orders` ``. */
export function ofResource(plural: string, { name }: Resource): string {
  return `The ${plural} of ${code(name)}`;
}
