import type { Rule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import type { Config } from '#scan/config';
import { wildcard } from '#scan/glob';

/** A rule that is to run, and the severity that the configuration gives all its findings, where it does. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity | undefined;
}

/** The rules that the configuration leaves on: stable ones unless switched off, nursery ones when it names them. */
export function activeRules(rules: readonly Rule[], config: Config): ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = settingOf(rule.id, config);
    if (rule.lifecycle === 'retired' || setting === 'off') return [];
    if (rule.lifecycle === 'nursery' && setting === undefined) return [];
    return [{ rule, severity: setting }];
  });
}

/** What the configuration says of a rule: its last entry that matches the id. */
export function settingOf(id: string, config: Config): Severity | 'off' | undefined {
  let setting: Severity | 'off' | undefined;
  for (const [pattern, value] of Object.entries(config.rules)) if (wildcard(pattern, id)) setting = value;
  return setting;
}
