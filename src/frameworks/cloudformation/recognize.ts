import type { SourceFile } from '#source/file';

const EXTENSION = /\.(ya?ml|json|template|cfn|cform)$/i;
const CONVENTIONAL =
  /(^|[/._-])(template|templates|sam|cfn|cloudformation|stack|main|app|infrastructure|infra)([._-][^/]*)?\.(ya?ml|json|template)$/i;
const NEVER =
  /(^|\/)(node_modules|\.git|\.aws-sam|package(-lock)?\.json$|tsconfig[^/]*\.json$|composer\.json$|pnpm-lock\.yaml$)/;

/** Whether a path could hold a template: any YAML, JSON or `.template` file; those that are usually called so first. */
export function candidateTemplate(path: string): 'conventional' | 'possible' | undefined {
  if (!EXTENSION.test(path) || NEVER.test(path)) return undefined;
  return CONVENTIONAL.test(path) ? 'conventional' : 'possible';
}

const TOP_LEVEL_RESOURCES = /^\uFEFF?(["']?)Resources\1[ \t]*:|[{,]\s{0,200}["']Resources["']\s{0,200}:/m;
/** `AWS::Lambda::Function`, `Custom::Thing`, `Alexa::ASK::Skill`, `Datadog::Monitors::Monitor`, modules `My::Org::Thing::MODULE`. */
const RESOURCE_TYPE = /["']?Type["']?[ \t]*:\s{0,200}["']?[A-Z][A-Za-z0-9]{1,63}::[A-Za-z0-9@_-]{1,64}/;

/**
 * By content and without parsing: a file that says `AWSTemplateFormatVersion`, or has `Resources` at its top level with a
 * type that is spelled like CloudFormation's. Most YAML and JSON files of a repository end at the first test.
 */
export function looksLikeTemplate(file: SourceFile): boolean {
  const { text } = file;
  if (text.includes('AWSTemplateFormatVersion')) return true;
  if (!text.includes('Resources') || !text.includes('::')) return false;
  return TOP_LEVEL_RESOURCES.test(text) && RESOURCE_TYPE.test(text);
}
