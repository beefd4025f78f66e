import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { longest, type Node, parse, print, ways, withoutLead } from './expression.js';

/** Ways to match from one start beyond which an expression is left out: the engine could be kept busy with it. */
export const MAX_WAYS = 40_000;

const allowList = z.strictObject({
  description: z.string().optional(),
  condition: z.enum(['AND', 'OR']).optional(),
  regexTarget: z.enum(['match', 'line']).optional(),
  regexes: z.array(z.string()).default([]),
  stopwords: z.array(z.string()).default([]),
  paths: z.array(z.string()).default([]),
});

const gitleaks = z.object({
  minVersion: z.string(),
  allowlist: allowList,
  rules: z.array(
    z.strictObject({
      id: z.string(),
      description: z.string(),
      regex: z.string().optional(),
      path: z.string().optional(),
      entropy: z.number().optional(),
      secretGroup: z.number().optional(),
      keywords: z.array(z.string()).default([]),
      allowlists: z.array(allowList).default([]),
    }),
  ),
});

type AllowList = z.infer<typeof allowList>;
type Rule = z.infer<typeof gitleaks>['rules'][number];

/** What of gitleaks' rules becomes of use, as text, and the rules that do not with the reason. */
export interface Converted {
  readonly typescript: string;
  readonly markdown: string;
  readonly left: readonly string[];
}

/**
 * Converts gitleaks' rules (`config/gitleaks.toml`).
 * @param commit of gitleaks' repository, for the attribution
 */
export function convert(toml: string, commit: string): Converted {
  const source = gitleaks.parse(parseToml(toml));
  const left: string[] = [];
  const kept: Rule[] = [];
  const formats = source.rules.flatMap((rule) => {
    const reason = rule.regex === undefined ? 'looks at names of files only' : tooManyWays(rule.regex);
    if (reason !== undefined) {
      left.push(`${rule.id}: ${reason}`);
      return [];
    }
    kept.push(rule);
    return [formatOf(rule, left)];
  });
  const words = source.rules.flatMap(({ allowlists }) => allowlists.flatMap(({ stopwords }) => stopwords));
  const typescript = [
    `// Made by tools/secret-formats.ts from the rules of gitleaks, commit ${commit}. Do not edit: see docs/secret-formats.md.`,
    '// Copyright (c) 2019 Zachary Rice. MIT License: see NOTICE.',
    "import type { AllowList, SecretFormat } from '#finding/secret-format';",
    '',
    "/** The formats of credentials that gitleaks' rules describe, in the order of their ids. */",
    'export const FORMATS: readonly SecretFormat[] = [',
    ...formats.map((format) => `  ${JSON.stringify(format)},`),
    '];',
    '',
    '/** What is no secret, whatever it matches. */',
    `export const ALLOWED: AllowList = ${JSON.stringify(allowOf(source.allowlist, 'the global allow-list', left))};`,
    '',
    '/** Words that what is made by chance does not hold. */',
    `export const STOPWORDS: readonly string[] = ${JSON.stringify([...new Set(words)].sort())};`,
    '',
  ].join('\n');
  const rows = kept.map(({ id, description }) => `| \`${id}\` | ${description.replaceAll('|', '\\|')} |`);
  const markdown = ['| Format | In the words of gitleaks |', '|---|---|', ...rows].join('\n');
  return { typescript, markdown, left };
}

/** How gitleaks' rules write the sign between a vendor's name and a value: such rules know the value by its name only. */
const ASSIGNMENT = '(?:=|>|:{1,3}=|';

function formatOf({ id, keywords, regex = '', entropy, secretGroup, path, allowlists }: Rule, left: string[]): object {
  const node = withoutLead(parse(regex));
  const allow = allowlists.map((list) => allowOf({ ...list, stopwords: [] }, id, left)).filter(isOfUse);
  return {
    id,
    keywords: keywords.map((one) => one.toLowerCase()),
    source: print(node),
    longest: longest(node),
    ...(regex.includes(ASSIGNMENT) && { named: true }),
    ...(entropy !== undefined && { entropy }),
    ...(secretGroup !== undefined && { group: secretGroup }),
    ...(path !== undefined && { path: print(parse(path)) }),
    ...(allow.length > 0 && { allow }),
  };
}

function allowOf({ condition, regexTarget, regexes, stopwords, paths }: AllowList, of: string, left: string[]): object {
  const usable = (list: readonly string[]): string[] =>
    list.flatMap((source) => {
      const reason = tooManyWays(source);
      if (reason === undefined) return [print(parse(source))];
      left.push(`${of}, allowed ${source.slice(0, 60)}: ${reason}`);
      return [];
    });
  return {
    all: condition === 'AND',
    target: regexTarget ?? 'secret',
    regexes: usable(regexes),
    paths: usable(paths),
    stopwords,
  };
}

function isOfUse(list: object): boolean {
  return Object.values(list).some((value) => Array.isArray(value) && value.length > 0);
}

function tooManyWays(source: string): string | undefined {
  const count = ways(withoutLead(parse(source)));
  return count > MAX_WAYS ? `${count > 1e9 ? 'over 1e9' : count} ways to match from one start` : undefined;
}

/** What is wrong with an expression of the generated file: it has to be one that this converter could have written. */
export function faultsOf(source: string): string[] {
  let node: Node;
  try {
    node = parse(source);
    new RegExp(source);
  } catch (error) {
    return [String(error)];
  }
  const faults = ways(node) > MAX_WAYS ? [`${source}: ${ways(node)} ways to match`] : [];
  return print(node) === source ? faults : [...faults, `${source}: not as the converter writes it`];
}
