import type { Finding } from '#finding/finding';
import { code } from '#finding/markdown';
import type { FrameworkName } from '#model/stack';

const TITLES: Readonly<Partial<Record<FrameworkName, string>>> = {
  serverless: 'the Serverless Framework',
  terraform: 'Terraform',
};

/**
 * What to write instead, as Markdown: the rule's words, and what the property is called where the finding stands. Items of lists
 * are not spelled: they are written where the finding points.
 */
export function instruction({ rule, resource, path }: Finding): string {
  const last = path.at(-1);
  const isNamed = typeof last === 'string' && path.every((step) => typeof step === 'string') && rule.how.includes(last);
  const spelled = resource && isNamed ? resource.stack.spelled?.(resource, path) : undefined;
  const title = resource && TITLES[resource.stack.framework];
  return spelled === undefined || title === undefined ? rule.how : `${rule.how} In ${title} it is ${code(spelled)}.`;
}
