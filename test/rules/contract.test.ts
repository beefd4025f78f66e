import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createTwoFilesPatch } from 'diff';
import { grammarFiles } from '#cli/grammar-files';
import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { Peer, Rule } from '#finding/rule';
import { frameworks } from '#frameworks/catalogue';
import type { Framework } from '#frameworks/framework';
import type { FrameworkName } from '#model/stack';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { fixes } from '#scan/fix';
import { keyOf } from '#scan/identity';
import { type Scan, type ScanOptions, scan } from '#scan/scan';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { overlaps } from '#source/span';
import { Grammars } from '#syntax/code/grammars';
import { ruleFolders, rulesCatalogue } from '../../tools/generate/catalogue.js';
import { type Example, examplesOf, withoutMarkers } from '../../tools/rules/examples.js';
import { withRandom } from '../../tools/rules/random.js';
import { snapshotOf } from '../source/memory.js';
import { withUnknown } from './unknown.js';

const directory = fileURLToPath(new URL('../../src/rules', import.meta.url));
/** What examples can be of: each framework that has a lens, and plain text. */
const LANGUAGES = ['javascript', 'typescript', 'python'] as const;
const lenses: readonly string[] = [...frameworks.flatMap((framework) => framework.names), 'text', ...LANGUAGES];
const grammars = new Grammars(grammarFiles);

/** Frameworks that every rule shows an example for, by the vocabulary of its subject, once there is a lens. */
const REQUIRED: Readonly<Record<string, readonly (FrameworkName | 'text' | (typeof LANGUAGES)[number])[]>> = {
  AWS: ['sam', 'cloudformation', 'cdk', 'serverless', 'terraform'],
  CodeBuild: ['codebuild'],
  Docker: ['docker'],
  GitHub: ['github-actions'],
  text: ['text'],
  code: ['javascript', 'python'],
};

/** The vocabularies that a rule speaks: statements and the linked cloud are AWS' so far, secrets stand in any text. */
function vocabularies({ subject }: Rule): readonly string[] {
  if (subject === 'secret') return ['text'];
  if (subject === 'handler') return ['code'];
  return typeof subject === 'string' ? ['AWS'] : [...new Set(subject.map((type) => type.split('::')[0] ?? ''))];
}

const options = (example: Example, some: readonly Rule[], lens: readonly Framework[] = frameworks): ScanOptions => ({
  rules: some.map((rule) => (rule.lifecycle === 'nursery' ? { ...rule, lifecycle: 'stable' } : rule)),
  frameworks: lens,
  grammars,
  config: { ...DEFAULT_CONFIG, requireCustomerKeys: example.stem.endsWith('.customer-keys') },
  today: '2026-11-22',
  scope: 'everything',
  onRuleError: (rule, error) => {
    throw new Error(`${rule.id} threw`, { cause: error });
  },
});

describe('the catalogue of rules', () => {
  it('is what the folders make it', () => {
    const text = readFileSync(join(directory, 'catalogue.generated.ts'), 'utf8');
    expect(text).toBe(rulesCatalogue(ruleFolders(directory)));
    expect(rules.map((rule) => rule.id)).toEqual(ruleFolders(directory));
  });

  it('differs when a folder is missing from it or has another name', () => {
    const [first = '', ...rest] = ruleFolders(directory);
    const text = readFileSync(join(directory, 'catalogue.generated.ts'), 'utf8');
    expect(rulesCatalogue(rest)).not.toBe(text);
    expect(rulesCatalogue([`${first}-renamed`, ...rest])).not.toBe(text);
  });

  it('holds nothing but whole rule folders', () => {
    const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const folders = ruleFolders(directory).map((id) => join(directory, id));
    const strays = files
      .map((file) => join(file.parentPath, file.name))
      .filter((file) => !['catalogue', 'coverage'].some((name) => file === join(directory, `${name}.generated.ts`)))
      .filter((file) => !folders.some((folder) => file.startsWith(folder)));
    expect(strays).toEqual([]);
  });
});

describe.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, rule) => {
  const folder = join(directory, id);
  const examples = examplesOf(folder).map((one) => ({ ...one, files: withRandom(one.files) }));
  const readable = examples.filter((example) => lenses.includes(example.framework));

  it('describes itself', () => {
    expect(faultsOf(rule)).toEqual([]);
  });

  it('has a bad and a good example for every framework, or a reason', () => {
    const named = vocabularies(rule).flatMap((name) => REQUIRED[name] ?? []);
    expect(named).not.toEqual([]);
    const required = named.filter((name) => lenses.includes(name));
    const missing = required
      .filter((name) => rule.withoutExample?.[name] === undefined)
      .flatMap((name) => (['bad', 'good'] as const).map((kind) => [name, kind] as const))
      .filter(([name, kind]) => !examples.some((one) => one.framework === name && one.kind === kind))
      .map(([name, kind]) => `${name}.${kind}`);
    expect(missing).toEqual([]);
    expect(examples.length).toBeGreaterThan(0);
  });

  for (const example of examples.filter((one) => !lenses.includes(one.framework))) {
    it.todo(`${example.name}: there is no lens for ${example.framework} yet`);
  }

  for (const example of readable) {
    it(`${example.kind === 'bad' ? 'fires where expected' : 'is silent'} in ${example.name}`, async () => {
      const result = await scan(snapshotOf(example.files), options(example, [rule]));
      expect(result.problems).toEqual([]);
      if (example.framework !== 'text') expect(result.cloud.stacks.length).toBeGreaterThan(0);
      expect(result.findings.map(place).sort()).toEqual(example.expected);
      if (example.kind === 'bad') expect(example.expected).not.toEqual([]);
    });
  }

  for (const example of readable.filter((one) => one.kind === 'bad')) {
    it(`is silent about what is unknown in ${example.name}`, async () => {
      const { findings } = await scan(snapshotOf(example.files), options(example, [rule]));
      for (const finding of findings) {
        if (!finding.resource || finding.path.length === 0) continue;
        const blind = frameworks.map((framework) => withUnknown(framework, finding));
        const { findings: after } = await scan(snapshotOf(example.files), options(example, [rule], blind));
        expect(after.filter((one) => place(one) === place(finding) && samePath(one, finding))).toEqual([]);
      }
    });
  }

  it('mends what it can, and the diff is the one in fixes.diff', async () => {
    const made: string[] = [];
    for (const example of readable.filter((one) => one.kind === 'bad')) made.push(...(await diffsOf(example, rule)));
    const file = join(folder, 'fixes.diff');
    const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const mode = updateMode();
    // As snapshots do: a plain run adds what is new, `-u` also rewrites what differs, a run in CI does neither.
    const added = sections(written).every((section) => sections(made.join('')).includes(section));
    if (made.join('') !== written && (mode === 'all' || (mode === 'new' && added))) writeFileSync(file, made.join(''));
    else expect(made.join('')).toBe(written);
  });

  for (const fixed of readable.filter((one) => one.kind === 'fixed')) {
    it(`makes of the bad example what ${fixed.name} says`, async () => {
      const bad = readable.find((one) => one.kind === 'bad' && one.stem === fixed.stem);
      if (!bad) throw new Error(`${fixed.name} has no bad example of the same name.`);
      const made = (await applied(bad, rule))[0] ?? {};
      const clean = (files: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutMarkers(text)]));
      expect(clean(made)).toEqual(clean(fixed.files));
    });
  }
});

/** `npm test -- -u` writes all diffs, a plain run the missing ones, a run in CI none. */
function updateMode(): string {
  const state = expect.getState() as { snapshotState?: { _updateSnapshot?: string } };
  return state.snapshotState?._updateSnapshot ?? 'none';
}

/** The diffs of a file, each of one example. */
function sections(text: string): string[] {
  return text.split(/^(?=--- )/m).filter((section) => section !== '');
}

/** Where the example's text is marked: of what the CDK synthesized, the line of the program that made it. */
function place({ at, resource }: Finding): string {
  const { file, span } = resource?.source?.at ?? at;
  return `${file.path}:${file.position(span.start).line}`;
}

function samePath(a: Finding, b: Finding): boolean {
  return a.path.join('.') === b.path.join('.') && a.resource?.id === b.resource?.id;
}

/** The verified fixes of an example, in groups that can be applied together; each group is applied and scanned again. */
async function applied(example: Example, rule: Rule): Promise<Record<string, string>[]> {
  const before = await scan(snapshotOf(example.files), options(example, rules));
  const own = before.findings.filter((finding) => finding.rule.id === rule.id);
  const made = await fixes(before, snapshotOf(example.files), own, options(example, rules));
  const unproved = own.filter((finding) => isAttempted(before, finding) && !made.has(finding));
  expect(unproved.map(place)).toEqual([]);
  const results: Record<string, string>[] = [];
  for (const group of groups([...made])) {
    const edits = group.flatMap(([, fix]) => fix.edits);
    const files = withEdits(example.files, edits);
    const after = await scan(snapshotOf(files), options(example, rules));
    const keys = (all: readonly Finding[]) => all.map((finding) => keyOf(finding.fingerprint)).sort();
    const fixedKeys = group.map(([finding]) => keyOf(finding.fingerprint));
    expect(subtract(keys(after.findings), keys(before.findings))).toEqual([]);
    expect(subtract(keys(before.findings), keys(after.findings))).toEqual(expect.arrayContaining(fixedKeys));
    expect(after.problems).toEqual(before.problems);
    const left = after.findings.filter((finding) => finding.rule.id === rule.id && finding.remedy);
    const again = await fixes(after, snapshotOf(files), left, options(example, rules));
    for (const finding of again.keys()) expect(fixedKeys).not.toContain(keyOf(finding.fingerprint));
    results.push(files);
  }
  return results;
}

async function diffsOf(example: Example, rule: Rule): Promise<string[]> {
  return (await applied(example, rule)).map((files) =>
    Object.entries(files)
      .filter(([path, text]) => text !== example.files[path])
      .map(([path, text]) => {
        const title = Object.keys(files).length === 1 ? example.name : `${example.name}/${path}`;
        const patch = createTwoFilesPatch(title, title, example.files[path] ?? '', text, '', '', { context: 1 });
        return patch.slice(patch.indexOf('---'));
      })
      .join(''),
  );
}

/** Whether the framework turned the remedy into edits at all; to decline is no error. */
function isAttempted(result: Scan, finding: Finding): boolean {
  const { remedy } = finding;
  if (remedy?.edits && remedy.edits.length > 0) return true;
  if (!remedy || remedy.patches.length === 0) return false;
  return result.cloud.stacks.every((stack) => {
    const own = remedy.patches.filter(
      (patch) => (patch.op === 'add' ? patch.beside : patch.resource).stack.id === stack.id,
    );
    return own.length === 0 || !('declined' in stack.edits(own));
  });
}

function groups(made: readonly [Finding, Fix][]): [Finding, Fix][][] {
  const found: [Finding, Fix][][] = [];
  const touch = (a: Edit, b: Edit) => a.path === b.path && overlaps(a.span, b.span) && a.text !== b.text;
  for (const one of made) {
    const home = found.find((group) =>
      group.every(([, fix]) => !fix.edits.some((edit) => one[1].edits.some((other) => touch(edit, other)))),
    );
    if (home) home.push(one);
    else found.push([one]);
  }
  return found;
}

function withEdits(files: Readonly<Record<string, string>>, edits: readonly Edit[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, applyEdits(new SourceFile(path, text), edits).text]),
  );
}

/** What `a` has more of than `b`. */
function subtract(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const index = left.indexOf(one);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

/** How each peer writes the ids of its rules; KICS's are UUIDs, of which the first block identifies. */
const PEER_IDS: Readonly<Record<Peer, RegExp>> = {
  checkov: /^CKV2?_[A-Z0-9]+_\d+$/,
  kics: /^[0-9a-f]{8}$/,
  trivy: /^[A-Z]{2,8}-\d{4}$/,
  cfn_nag: /^[FW]\d+$/,
  'cdk-nag': /^[A-Z][A-Za-z0-9]+$/,
  'cfn-lint': /^[EWI]\d{4}$/,
  semgrep: /^[A-Za-z0-9_-]+$/,
  zizmor: /^[a-z-]+$/,
  hadolint: /^(?:DL|SC)\d{4}$/,
  gitleaks: /^[a-z0-9-]+$/,
  bandit: /^B\d{3}$/,
  codeql: /^[a-z0-9-]+$/,
  sonar: /^S\d{3,4}$/,
  eslint: /^[a-z0-9-]+$/,
};

function faultsOf(rule: Rule): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  check(/^[A-Z][^\n]{8,78}[^.\n]$/.test(rule.title), 'the title is one short phrase without a full stop');
  check(/^[A-Z].{40,600}\.$/s.test(rule.why), 'why is two or three sentences');
  check(/^[A-Z].{20,500}[.)]$/s.test(rule.how), 'how is one or two sentences');
  check(!/Imperative for|What an attacker does with it, or/.test(rule.why), 'why is still the template');
  check(rule.practices.length > 0, 'it enforces a practice');
  check(
    rule.practices.every((row) => Number.isInteger(row) && row >= 1 && row <= 26),
    'practices are rows 1 to 26',
  );
  check(
    rule.cwe.every((cwe) => Number.isInteger(cwe) && cwe > 0 && cwe < 2000),
    'cwe holds numbers of CWEs',
  );
  check(rule.references.length > 0, 'it has a reference');
  check(
    rule.references.some((one) => one.startsWith('https://')),
    "it links the provider's page",
  );
  check(
    rule.references.every((one) => !one.startsWith('http://')),
    'links are https',
  );
  check(/^[a-z0-9]+(\/[a-z0-9]+(-[a-z0-9]+)*){2,}$/.test(rule.id), 'the id is provider/service/name');
  for (const [peer, ids] of Object.entries(rule.aliases)) {
    const pattern = PEER_IDS[peer as Peer];
    check(pattern !== undefined, `${peer} is a peer`);
    check(new Set(ids).size === ids.length, `aliases of ${peer} are named once`);
    for (const id of ids) check(pattern?.test(id) ?? false, `${id} looks like an id of ${peer}`);
  }
  return faults;
}
