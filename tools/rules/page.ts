import { PRACTICES, practiceName } from '#finding/practices';
import type { Peer, Rule } from '#finding/rule';
import type { Example } from './examples.js';
import { withoutMarkers } from './examples.js';

/** What a page is made of, besides the rule's own words. */
export interface Documented {
  readonly rule: Rule;
  readonly examples: readonly Example[];
  /** The text of `fixes.diff`, empty when the rule mends nothing by itself. */
  readonly fixes: string;
}

const WORDS = new Intl.ListFormat('en');

const FRAMEWORKS: Readonly<Record<string, string>> = {
  sam: 'AWS SAM',
  cloudformation: 'CloudFormation',
  cdk: 'AWS CDK',
  serverless: 'Serverless Framework',
  terraform: 'Terraform',
  arm: 'ARM',
  bicep: 'Bicep',
  'github-actions': 'GitHub Actions',
  docker: 'Dockerfile',
  codebuild: 'CodeBuild',
  text: 'Text files',
};

const PEERS: Readonly<Record<Peer, string>> = {
  checkov: 'Checkov',
  kics: 'KICS',
  trivy: 'Trivy',
  cfn_nag: 'cfn_nag',
  'cdk-nag': 'cdk-nag',
  'cfn-lint': 'cfn-lint',
  semgrep: 'Semgrep',
  zizmor: 'zizmor',
  hadolint: 'hadolint',
  gitleaks: 'gitleaks',
  bandit: 'Bandit, and Ruff by its number',
  codeql: 'CodeQL',
  sonar: 'Sonar',
  eslint: 'ESLint, in a plugin for security',
};

const MADE = '<!-- Made by tools/docs.ts from the rules. Do not edit: run npm run docs. -->';

/** Frameworks that a rule has an example for, and those in which one of its examples is mended. */
export function coverage({ examples, fixes }: Documented): { tried: ReadonlySet<string>; mended: ReadonlySet<string> } {
  const titles = [...fixes.matchAll(/^--- ([a-z-]+)\./gm)].map((match) => match[1] ?? '');
  return { tried: new Set(examples.map((one) => one.framework)), mended: new Set(titles) };
}

/** The page of one rule. */
export function rulePage(documented: Documented): string {
  const { rule, fixes } = documented;
  const { mended } = coverage(documented);
  const facts = [
    `**Severity** ${rule.severity}`,
    `**Confidence** ${rule.confidence}`,
    rule.lifecycle === 'stable' ? '' : `**Lifecycle** ${rule.lifecycle}`,
    `**Fix** ${mended.size > 0 ? `yes, in ${WORDS.format([...mended].map((name) => FRAMEWORKS[name] ?? name))}` : 'by hand'}`,
  ].filter((fact) => fact !== '');
  return `${[
    MADE,
    `# ${rule.title}`,
    `\`${rule.id}\` · ${facts.join(' · ')}`,
    rule.why,
    `**What to do.** ${rule.how}`,
    ...exampleSections(documented),
    ...(fixes === '' ? [] : ['## What the fix changes', fence('diff', clean(fixes))]),
    '## References',
    referenceList(rule),
    ...aliasSection(rule),
    ...withoutExample(rule),
  ].join('\n\n')}\n`;
}

function exampleSections({ examples }: Documented): string[] {
  const stems = [...new Set(examples.map((one) => one.stem))];
  const first = stems.filter(
    (stem, index) => stems.findIndex((other) => frameworkOf(other) === frameworkOf(stem)) === index,
  );
  return first.flatMap((stem) => {
    const some = (kind: Example['kind']) => examples.find((one) => one.stem === stem && one.kind === kind);
    const [bad, good] = [some('bad'), some('good')];
    if (!bad) return [];
    const marks = `The lines marked \`${bad.framework === 'cdk' ? '//' : '#'} reported\` are.`;
    return [
      `## ${FRAMEWORKS[bad.framework] ?? bad.framework}`,
      bad.name.endsWith('.json') ? `Reported (line ${linesOf(bad)}):` : `Reported. ${marks}`,
      ...blocks(bad),
      ...(good ? ['Not reported:', ...blocks(good)] : []),
    ];
  });
}

function frameworkOf(stem: string): string {
  return stem.split('.')[0] ?? stem;
}

function linesOf(example: Example): string {
  return example.expected.map((place) => place.slice(place.lastIndexOf(':') + 1)).join(', ');
}

function blocks({ files, kind }: Example): string[] {
  // What the CDK synthesized is long, and nobody writes it.
  const written = Object.entries(files).filter(([path]) => !path.startsWith('cdk.out/'));
  const several = written.length > 1;
  return written.flatMap(([path, text]) => {
    const shown =
      kind === 'bad' ? text.replaceAll(/(?<=(?:#|\/\/) )expect(?: \d)?$/gm, 'reported') : withoutMarkers(text);
    const block = fence(path.slice(path.lastIndexOf('.') + 1), shown);
    return several ? [`\`${path}\``, block] : [block];
  });
}

function clean(diff: string): string {
  return withoutMarkers(diff);
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function referenceList(rule: Rule): string {
  const practices = rule.practices.map((row) => `- Practice ${row}: ${practiceName(row)}`);
  const weaknesses = rule.cwe.map((cwe) => `- [CWE-${cwe}](https://cwe.mitre.org/data/definitions/${cwe}.html)`);
  const others = rule.references.map((one) => (one.startsWith('https://') ? `- <${one}>` : `- ${one}`));
  return [...practices, ...weaknesses, ...others].join('\n');
}

function aliasSection(rule: Rule): string[] {
  const rows = Object.entries(rule.aliases).filter(([, ids]) => ids.length > 0);
  if (rows.length === 0) return [];
  const lines = rows.map(
    ([peer, ids]) => `| ${PEERS[peer as Peer] ?? peer} | ${ids.map((id) => `\`${id}\``).join(', ')} |`,
  );
  return [
    '## Known elsewhere as',
    'Suppressions of these are honored.',
    ['| Tool | Rules |', '|---|---|', ...lines].join('\n'),
  ];
}

function withoutExample(rule: Rule): string[] {
  const rows = Object.entries(rule.withoutExample ?? {});
  if (rows.length === 0) return [];
  return ['## Not in', rows.map(([name, reason]) => `- ${FRAMEWORKS[name] ?? name}: ${reason}`).join('\n')];
}

/** The overview: every rule, and the matrix of practices, rules and frameworks. */
export function overview(all: readonly Documented[]): string {
  const names = Object.keys(FRAMEWORKS).filter((name) => all.some((one) => coverage(one).tried.has(name)));
  const live = all.filter(({ rule }) => rule.lifecycle !== 'retired');
  const mended = live.filter((one) => coverage(one).mended.size > 0).length;
  return `${[
    MADE,
    '# Rules',
    `${live.length} rules, ${mended} of them with a fix. How one is written: [writing rules](../writing-rules.md).`,
    ['| Rule | What it finds | Severity | Fix |', '|---|---|---|---|', ...live.map(ruleRow)].join('\n'),
    '## Practices, rules, frameworks',
    '`fix`: proved by an example, and mended; `yes`: proved by an example; `no`: cannot be declared there, or has no example.',
    [
      `| Practice | Rule | ${names.map((name) => FRAMEWORKS[name]).join(' | ')} |`,
      `|---|---|${names.map(() => '---|').join('')}`,
      ...PRACTICES.flatMap(({ row, name }) => practiceRows(row, name, live, names)),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function ruleRow(documented: Documented): string {
  const { rule } = documented;
  const lifecycle = rule.lifecycle === 'nursery' ? ' (nursery)' : '';
  const fix = coverage(documented).mended.size > 0 ? 'yes' : '';
  return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title}${lifecycle} | ${rule.severity} | ${fix} |`;
}

function practiceRows(row: number, name: string, all: readonly Documented[], frameworks: readonly string[]): string[] {
  const own = all.filter(({ rule }) => rule.practices.includes(row));
  if (own.length === 0) return [`| ${row} ${name} | none yet | ${frameworks.map(() => ' |').join('')}`];
  return own.map((one, index) => {
    const { tried, mended } = coverage(one);
    // What the engine itself reports holds in every framework.
    const always = one.examples.length === 0;
    const cells = frameworks.map((name) => (mended.has(name) ? 'fix' : always || tried.has(name) ? 'yes' : 'no'));
    return `| ${index === 0 ? `${row} ${name}` : ''} | [\`${one.rule.id}\`](${one.rule.id}.md) | ${cells.join(' | ')} |`;
  });
}
