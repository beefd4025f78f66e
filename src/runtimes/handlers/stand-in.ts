import type { Resource } from '#model/resource';
import type { InlineCode } from '#runtimes/handlers/inline';

/** Words by which people say that the code comes later. */
const WORDS =
  /\b(?:placeholder|dummy|stub|(?:to be|will be|gets?) (?:replaced|overwritten|updated|deployed)|update-function-code)\b/i;

/** Longer code does something. */
const MAX_LENGTH = 1_500;

/**
 * Why code in a template may only hold the place until the function's own is deployed: it says so, or it reads nothing of the
 * environment that the template gives to it. A phrase; none where nothing says so.
 */
export function standsIn(fn: Resource<'AWS::Lambda::Function'>, { file }: InlineCode): readonly string[] {
  const code = file.text.trim();
  if (code.length > MAX_LENGTH) return [];
  const isGiven = fn.at('Environment', 'Variables').some((all) => all.entries().length > 0 || all.isUnknown);
  const isRead = /\bprocess\.env\b|\benviron\b|\bgetenv\b/.test(code);
  if (!WORDS.test(code) && (!isGiven || isRead)) return [];
  return [`the code of ${fn.name} in the template may only stand there until its own is deployed`];
}
