import { isSamConfig } from '#frameworks/cloudformation/deployments';
import { loadTemplate } from '#frameworks/cloudformation/load';
import { candidateTemplate, looksLikeTemplate } from '#frameworks/cloudformation/recognize';
import { type Dialect, plain } from '#frameworks/cloudformation/stack';
import type { Framework } from '#frameworks/framework';

/**
 * The lens for templates: CloudFormation itself, and the macros that the dialects know. A nested stack is read in the
 * dialect of its own template.
 * @param dialects the first that accepts a template reads it
 * @param related see `Framework.related`
 */
export function templates(dialects: readonly Dialect[], related?: Framework['related']): Framework {
  return {
    names: [...dialects.map((dialect) => dialect.name), plain.name],
    candidate: (path) => (isSamConfig(path) ? 'companion' : candidateTemplate(path)),
    ...(related ? { related } : {}),
    recognizes: looksLikeTemplate,
    load: (root, files, options) => loadTemplate(root, files, options, dialects),
  };
}

/** CloudFormation without any macro. */
export const cloudformation: Framework = templates([]);
