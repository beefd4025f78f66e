import type { Finding } from '#finding/finding';
import { code, plain } from '#finding/markdown';
import type { Rule } from '#finding/rule';
import { SEVERITIES, type Severity } from '#finding/severity';
import { type Config, DEFAULT_CONFIG } from '#scan/config';
import { parseConfig } from '#scan/config-file';
import { CONFIG_INVALID, CONFIG_WEAKENED, OWN_RULES, ownFinding } from '#scan/own-rules';
import { activeRules } from '#scan/ruleset';
import type { SourceFile } from '#source/file';

/** Names that one line lists; the rest is counted. */
const MAX_NAMES = 5;

/** In what a head's configuration holds pull requests to less than the base's: Markdown, one line each. */
export function weakens(base: Config, head: Config, rules: readonly Rule[]): readonly string[] {
  const lines: string[] = [];
  if (rank(head.failOn) < rank(base.failOn)) {
    lines.push(
      head.failOn === 'never'
        ? 'The check no longer fails for any finding.'
        : `The check fails from ${head.failOn} on, no longer from ${base.failOn}.`,
    );
  }
  if (rank(head.commentOn) < rank(base.commentOn)) {
    lines.push(`Comments are made from ${head.commentOn} on, no longer from ${base.commentOn}.`);
  }
  lines.push(...weakerRules(base, head, rules));
  const ignored = head.ignore.filter((glob) => !base.ignore.includes(glob));
  if (ignored.length > 0) lines.push(`Paths are no longer reviewed: ${list(ignored)}.`);
  if (base.drafts && !head.drafts) lines.push('Drafts are no longer reviewed.');
  if (base.requireCustomerKeys && !head.requireCustomerKeys)
    lines.push('Customer-managed keys are no longer required.');
  const names = new Set([...Object.keys(base.parameters), ...Object.keys(head.parameters)]);
  const assumed = [...names].filter((name) => base.parameters[name] !== head.parameters[name]);
  if (assumed.length > 0) lines.push(`Other values are assumed for template parameters: ${list(assumed)}.`);
  return lines;
}

function weakerRules(base: Config, head: Config, rules: readonly Rule[]): string[] {
  const settings = (config: Config) =>
    new Map(activeRules(rules, config).map(({ rule, severity }) => [rule.id, severity ?? rule.severity]));
  const [was, is] = [settings(base), settings(head)];
  const off = [...was.keys()].filter((id) => !is.has(id));
  const milder = [...was].filter(([id, severity]) => rank(is.get(id) ?? severity) > rank(severity)).map(([id]) => id);
  const lines: string[] = [];
  if (off.length > 0) lines.push(`Rules no longer run: ${list(off)}.`);
  if (milder.length > 0) lines.push(`Rules are taken less seriously: ${list(milder)}.`);
  return lines;
}

/** Places in the order of severities; of a threshold a higher place lets less through, hence the sign where it is one. */
function rank(severity: Severity | 'never'): number {
  return severity === 'never' ? -1 : SEVERITIES.indexOf(severity);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => code(name));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/**
 * Findings about a change of the configuration file: mistakes in it, and where it weakens the gate. They are judged by the
 * base's configuration like all others.
 */
export function configFindings(
  base: SourceFile | undefined,
  head: SourceFile | undefined,
  rules: readonly Rule[],
): readonly Finding[] {
  const file = head ?? base;
  if (!file || base?.text === head?.text) return [];
  const ids = [...rules, ...OWN_RULES].map((rule) => rule.id);
  const read = (one: SourceFile | undefined) => (one ? parseConfig(one, ids) : { config: DEFAULT_CONFIG });
  const [before, after] = [read(base), read(head)];
  if ('mistakes' in after) {
    return after.mistakes.map(({ span, message }) => {
      const words = `${plain(message)} Once merged, every check would fail.`;
      return ownFinding(CONFIG_INVALID, { file, span }, words, message);
    });
  }
  const lines = weakens('config' in before ? before.config : DEFAULT_CONFIG, after.config, rules);
  if (lines.length === 0) return [];
  return [ownFinding(CONFIG_WEAKENED, { file, span: file.lineSpan(1) }, lines.join(' '), lines.join('\n'))];
}
