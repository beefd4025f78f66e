import { Failure } from '#cli/failure';
import type { Rule } from '#finding/rule';
import { rules } from '#rules/catalogue.generated';
import { COVERAGE } from '#rules/coverage.generated';

/** The rules as data: what `leastwise rules --format json` prints. */
export function rulesJson(): string {
  const data = rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    lifecycle: rule.lifecycle,
    aliases: rule.aliases,
    practices: rule.practices,
    cwe: rule.cwe,
    references: rule.references,
    frameworks: COVERAGE[rule.id]?.frameworks ?? [],
    fix: COVERAGE[rule.id]?.fix ?? false,
  }));
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The rules as a list for people. */
export function rulesText(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .filter(({ lifecycle }) => lifecycle !== 'retired')
    .map(({ id, severity, title, lifecycle }) => {
      const note = lifecycle === 'nursery' ? ' (nursery: on when the configuration names it)' : '';
      return `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}${note}\n`;
    })
    .join('');
}

/** A rule by its id, or by the id of a peer's rule that says the same. */
export function findRules(name: string): readonly Rule[] {
  const exact = rules.filter(({ id }) => id === name);
  const found = exact.length > 0 ? exact : rules.filter((rule) => answersTo(rule, name));
  if (found.length > 0) return found;
  const close = rules.filter(({ id }) => id.includes(name.toLowerCase().replace(/[^a-z0-9/-]/g, ''))).slice(0, 5);
  const hint = close.length > 0 && name.length > 2 ? ` Did you mean ${close.map(({ id }) => id).join(', ')}?` : '';
  throw new Failure(`There is no rule ${name}.${hint} \`leastwise rules\` lists all of them.`);
}

function answersTo(rule: Rule, name: string): boolean {
  const wanted = name.toLowerCase();
  const peers = Object.values(rule.aliases).flat();
  return rule.id.endsWith(`/${wanted}`) || peers.some((alias) => alias.toLowerCase() === wanted);
}

/** Everything about one rule, for a terminal. */
export function explain(rule: Rule): string {
  const aliases = Object.entries(rule.aliases).map(([peer, ids]) => `${peer}: ${ids.join(', ')}`);
  return [
    `${rule.title}  (${rule.id})`,
    '',
    `Severity ${rule.severity}, confidence ${rule.confidence}, ${rule.lifecycle}.`,
    '',
    unmarked(rule.why),
    '',
    `What to do: ${unmarked(rule.how)}`,
    '',
    `Practices: ${rule.practices.join(', ')}. CWE: ${rule.cwe.join(', ')}.`,
    ...rule.references.map((reference) => `  ${reference}`),
    ...(aliases.length > 0
      ? ['', 'The same in other tools (their suppressions are honored):', ...aliases.map((one) => `  ${one}`)]
      : []),
    '',
  ].join('\n');
}

function unmarked(text: string): string {
  return text.replaceAll('`', '');
}
