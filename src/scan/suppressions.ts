import type { Finding } from '#finding/finding';
import type { Suppression } from '#finding/judgement';
import { code } from '#finding/markdown';
import type { Peer, Rule } from '#finding/rule';
import type { Secret } from '#finding/secret-search';
import type { Cloud } from '#model/cloud';
import { descend, type Property } from '#model/property';
import type { Resource } from '#model/resource';
import { AWS_SOLUTIONS } from '#scan/aws-solutions';
import { type Comment, commentsOf, isHcl } from '#scan/comments';
import { wildcard } from '#scan/glob';
import { digest } from '#scan/identity';
import { ownFinding, SUPPRESSION_EXPIRED, SUPPRESSION_UNUSED, SUPPRESSION_WITHOUT_REASON } from '#scan/own-rules';
import type { ActiveRule } from '#scan/ruleset';
import { TRIVY_NAMES } from '#scan/trivy-names';
import { type Location, linesOf, type SourceFile } from '#source/file';
import { contains } from '#source/span';
import { lastLineOpened, topLevelLines } from '#syntax/hcl/extent';

type Tool = Suppression['tool'];
type Covers = Suppression['covers'];

/** What a comment or a Metadata entry says, before it is known what it covers. */
interface Directive {
  readonly tool: Tool;
  /** Ids as written: ours or the peer's; `*` of a peer stands for every rule that the peer has. */
  readonly ids: readonly string[];
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

/**
 * Every suppression in the stacks' files and resources: comments of ours and of Checkov, Trivy, KICS, zizmor, hadolint, gitleaks and of
 * those who read code (Bandit, Semgrep, CodeQL, Sonar, ESLint), and Metadata of ours and of Checkov, cfn_nag and cdk-nag. A peer's counts for those of our rules that name the peer's rule as an alias; one
 * that none names is nothing to us.
 * @param secrets what was found in texts: comments count in these files, too
 * @param code the files of handlers: comments count there as well
 */
export function readSuppressions(
  cloud: Cloud,
  rules: readonly Rule[],
  secrets: readonly Secret[] = [],
  code: readonly SourceFile[] = [],
): readonly Suppression[] {
  const all = [...cloud.stacks.flatMap((stack) => stack.files), ...secrets.map(({ at }) => at.file), ...code];
  const files = new Map(all.map((file) => [file.path, file]));
  const places = new Places(cloud, secrets);
  const found: Suppression[] = [];
  for (const file of files.values()) {
    for (const comment of commentsOf(file)) {
      for (const { directive, reach } of directivesOf(comment)) {
        const covers = places.covered(comment, reach);
        const ids = ourRules(directive, rules);
        if (covers && ids.length > 0) found.push(suppression(directive, ids, comment.at, covers, places));
      }
    }
  }
  found.push(...readSources(cloud, rules, places));
  for (const resource of cloud.resources) {
    if (resource.generatedBy !== undefined) continue;
    for (const { directive, at } of metadataOf(resource)) {
      const ids = ourRules(directive, rules);
      if (ids.length > 0) found.push(suppression(directive, ids, at, { resource: resource.id }, places));
    }
  }
  return distinct(found);
}

/** Comments of ours in the program that a template was synthesized from: on or above the line of a construct, for all of it. */
function readSources(cloud: Cloud, rules: readonly Rule[], places: Places): readonly Suppression[] {
  const lines = new Map<SourceFile, Set<number>>();
  for (const { source } of cloud.resources) {
    if (!source) continue;
    const { file, span } = source.at;
    const known = lines.get(file);
    const { line } = file.position(span.start);
    if (known) known.add(line);
    else lines.set(file, new Set([line]));
  }
  return [...lines].flatMap(([file, constructed]) =>
    commentsOf(file).flatMap((comment) => {
      const { covers: line, at } = comment;
      if (line === undefined || !constructed.has(line)) return [];
      return directivesOf(comment).flatMap(({ directive, reach }) =>
        reach === 'line' && directive.tool === 'leastwise'
          ? [suppression(directive, ourRules(directive, rules), at, { lines: { start: line, end: line } }, places)]
          : [],
      );
    }),
  );
}

/** A resource that one text makes several times (a nested template used twice) has its suppressions once for each. */
function distinct(found: readonly Suppression[]): Suppression[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify([one.at.file.path, one.at.span, one.rules, one.covers]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function suppression(
  directive: Directive,
  rules: readonly string[],
  at: Location,
  covers: Covers,
  places: Places,
): Suppression {
  const { tool, reason, until } = directive;
  const what = [...directive.ids].sort().join(',');
  return {
    tool,
    rules,
    at,
    covers,
    reason,
    until,
    fingerprint: digest(tool, what, until ?? '', places.name(at, covers)),
  };
}

// What is written

/** How far a comment reaches, in the words of its tool. */
type Reach = 'line' | 'statement' | 'next' | 'block' | 'around' | 'file';

function directivesOf(comment: Comment): { directive: Directive; reach: Reach }[] {
  const { text } = comment;
  const own = after(text, 'leastwise-ignore');
  if (own !== undefined) return [{ directive: ownDirective(own), reach: 'line' }];
  return [
    ...checkovOf(text),
    ...trivyOf(text),
    ...kicsOf(text),
    ...zizmorOf(text),
    ...hadolintOf(text),
    ...gitleaksOf(text),
    ...readersOfCode(comment),
  ];
}

/** What follows a word at the start of a comment, or undefined. */
function after(text: string, word: string): string | undefined {
  if (!text.startsWith(word)) return undefined;
  const rest = text.slice(word.length);
  return rest === '' || /^[\s:]/.test(rest) ? rest.trim() : undefined;
}

function ownDirective(text: string): Directive {
  const colon = text.indexOf(':');
  const ids = splitIds(colon === -1 ? text : text.slice(0, colon));
  const { reason, until } = untilOf(colon === -1 ? '' : text.slice(colon + 1));
  return { tool: 'leastwise', ids, reason, until };
}

/** `reason until 2027-03-31`: one word after `until` at the end is a date, well formed or not. */
function untilOf(text: string): { reason: string | undefined; until: string | undefined } {
  const words = text.trim().split(/\s+/);
  const dated = words.length >= 2 && words.at(-2)?.toLowerCase() === 'until';
  const reason = (dated ? words.slice(0, -2) : words).join(' ').trim();
  return { reason: reason === '' ? undefined : reason, until: dated ? words.at(-1) : undefined };
}

function splitIds(text: string): string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '');
}

/**
 * `checkov:skip=CKV_AWS_18:reason`, anywhere in the resource.
 * https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
 */
function checkovOf(text: string): { directive: Directive; reach: Reach }[] {
  if (!text.startsWith('checkov:skip=')) return [];
  const [ids = '', ...reason] = text.slice('checkov:skip='.length).split(':');
  return [
    {
      directive: {
        tool: 'checkov',
        ids: splitIds(ids),
        reason: reason.join(':').trim() || undefined,
        until: undefined,
      },
      reach: 'around',
    },
  ];
}

/**
 * `trivy:ignore:AVD-AWS-0057:exp:2027-03-31`, several in one comment, on or above a resource or a line of it.
 * https://trivy.dev/latest/docs/scanner/misconfiguration/config/config/#skipping-detected-misconfigurations-by-inline-comments
 */
function trivyOf(text: string): { directive: Directive; reach: Reach }[] {
  if (!text.startsWith('trivy:ignore:') && !text.startsWith('tfsec:ignore:')) return [];
  return text
    .split(/[\s#]+/)
    .filter((word) => word.startsWith('trivy:ignore:') || word.startsWith('tfsec:ignore:'))
    .map((word) => {
      const [id = '', ...options] = word.slice('trivy:ignore:'.length).split(':');
      const bare = id.includes('[') ? id.slice(0, id.indexOf('[')) : id;
      const expiry = options.indexOf('exp');
      const until = expiry === -1 ? undefined : (options[expiry + 1] ?? '');
      return { directive: { tool: 'trivy', ids: [bare], reason: undefined, until }, reach: 'block' };
    });
}

/**
 * `kics-scan ignore-line`, `ignore-block`, `ignore`, `disable=id,id`.
 * https://docs.kics.io/latest/running-kics/#using-commands-on-scanned-files-as-comments
 */
function kicsOf(text: string): { directive: Directive; reach: Reach }[] {
  const command = after(text, 'kics-scan');
  if (command === undefined) return [];
  const directive = (ids: readonly string[]): Directive => ({ tool: 'kics', ids, reason: undefined, until: undefined });
  if (command === 'ignore-line') return [{ directive: directive(['*']), reach: 'line' }];
  if (command === 'ignore-block') return [{ directive: directive(['*']), reach: 'block' }];
  if (command === 'ignore') return [{ directive: directive(['*']), reach: 'file' }];
  if (command.startsWith('disable=')) {
    return [{ directive: directive(splitIds(command.slice('disable='.length))), reach: 'file' }];
  }
  return [];
}

/**
 * `zizmor: ignore[unpinned-uses,artipacked] reason`, on a line of what is found.
 * https://docs.zizmor.sh/usage/#with-comments
 */
function zizmorOf(text: string): { directive: Directive; reach: Reach }[] {
  const match = /^zizmor: ignore\[([^\]]{1,500})\](.{0,500})/.exec(text);
  const [, ids, reason] = match ?? [];
  if (ids === undefined) return [];
  const directive: Directive = {
    tool: 'zizmor',
    ids: splitIds(ids),
    reason: reason?.trim() || undefined,
    until: undefined,
  };
  return [{ directive, reach: 'block' }];
}

/**
 * `hadolint ignore=DL3007,SC2086` above an instruction, `hadolint global ignore=…` for the file.
 * https://github.com/hadolint/hadolint#ignoring-rules
 */
function hadolintOf(text: string): { directive: Directive; reach: Reach }[] {
  const match = /^hadolint( global)? ignore=([A-Z0-9, ]{1,500})/.exec(text);
  const [, global, ids] = match ?? [];
  if (ids === undefined) return [];
  const directive: Directive = { tool: 'hadolint', ids: splitIds(ids), reason: undefined, until: undefined };
  return [{ directive, reach: global === undefined ? 'block' : 'file' }];
}

/** `gitleaks:allow` anywhere in the line of what is found. https://github.com/gitleaks/gitleaks#gitleaksallow */
function gitleaksOf(text: string): { directive: Directive; reach: Reach }[] {
  if (text !== 'gitleaks:allow') return [];
  return [{ directive: { tool: 'gitleaks', ids: ['*'], reason: undefined, until: undefined }, reach: 'line' }];
}

/** How those who read code are told: without ids it is all that the tool has, but for the words that are written for style alone. */
const READERS: readonly {
  readonly tool: Tool;
  readonly pattern: RegExp;
  readonly reach: Reach;
  readonly bare: boolean;
}[] = [
  // https://bandit.readthedocs.io/en/latest/config.html#suppressing-individual-lines
  { tool: 'bandit', pattern: /^nosec(?![\w-])[:\s]{0,3}((?:B\d{3}[,\s]{0,3}){0,40})/, reach: 'statement', bare: true },
  // Ruff and flake8-bandit call Bandit's B608 S608: https://docs.astral.sh/ruff/linter/#line-level
  {
    tool: 'bandit',
    pattern: /^noqa:[ ]?([A-Z]{1,6}\d{1,5}(?:[,\s]{1,3}[A-Z]{1,6}\d{1,5}){0,40})/i,
    reach: 'statement',
    bare: false,
  },
  // https://semgrep.dev/docs/ignoring-files-folders-code
  { tool: 'semgrep', pattern: /^nosemgrep(?![\w-])(?::[ ]?([\w.,/ -]{1,500}))?/, reach: 'statement', bare: true },
  // https://docs.sonarsource.com/sonarqube-server/latest/project-administration/analysis-scope/excluding-issues-from-analysis/
  { tool: 'sonar', pattern: /^NOSONAR(?![\w-])(?:\(([\w:,; ]{1,200})\))?/, reach: 'statement', bare: true },
  // https://github.com/github/codeql/blob/main/java/ql/src/AlertSuppression.ql: a comment above, or lgtm's on the line
  { tool: 'codeql', pattern: /^codeql\[([\w/, -]{1,300})\]/, reach: 'next', bare: false },
  { tool: 'codeql', pattern: /^lgtm\[([\w/, -]{1,300})\]/, reach: 'statement', bare: false },
  // https://eslint.org/docs/latest/use/configure/rules#using-configuration-comments-2
  { tool: 'eslint', pattern: /^eslint-disable-next-line\s{1,3}([\w@/, -]{1,500})/, reach: 'next', bare: false },
  { tool: 'eslint', pattern: /^eslint-disable-line\s{1,3}([\w@/, -]{1,500})/, reach: 'statement', bare: false },
];

function readersOfCode({ text }: Comment): { directive: Directive; reach: Reach }[] {
  return READERS.flatMap(({ tool, pattern, reach, bare }) => {
    const match = pattern.exec(text);
    if (!match) return [];
    // What follows two dashes is ESLint's reason.
    const [named = '', reason] = (match[1] ?? '').split(/\s--\s?/);
    const ids = splitIds(named.replaceAll(';', ' '));
    if (ids.length === 0 && !bare) return [];
    const why = reason?.trim() || undefined;
    return [{ directive: { tool, ids: ids.length > 0 ? ids : ['*'], reason: why, until: undefined }, reach }];
  });
}

/**
 * Where each tool keeps a resource's suppressions in its Metadata, and what it calls their parts.
 * Checkov: https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html; cfn_nag:
 * https://github.com/stelligent/cfn_nag#per-resource-rule-suppression; cdk-nag: https://github.com/cdklabs/cdk-nag#suppressing-a-rule
 */
const METADATA: readonly { tool: Tool; path: readonly [string, string]; id: string; reason: string; until?: string }[] =
  [
    { tool: 'leastwise', path: ['leastwise', 'ignore'], id: 'rule', reason: 'reason', until: 'until' },
    { tool: 'checkov', path: ['checkov', 'skip'], id: 'id', reason: 'comment' },
    { tool: 'cfn_nag', path: ['cfn_nag', 'rules_to_suppress'], id: 'id', reason: 'reason' },
    { tool: 'cdk-nag', path: ['cdk_nag', 'rules_to_suppress'], id: 'id', reason: 'reason' },
  ];

function metadataOf(resource: Resource): { directive: Directive; at: Location }[] {
  const metadata = resource.attribute('Metadata');
  return METADATA.flatMap(({ tool, path, id, reason, until }) =>
    metadata
      .flatMap((one) => descend(one, path))
      .flatMap((list) => list.items())
      .flatMap((item) => {
        const word = (key: string | undefined) => (key === undefined ? undefined : textOf(item, key));
        const rule = word(id);
        if (rule === undefined) return [];
        const directive = { tool, ids: splitIds(rule), reason: word(reason)?.trim() || undefined, until: word(until) };
        return [{ directive, at: item.location }];
      }),
  );
}

function textOf(item: Property, key: string): string | undefined {
  return descend(item, [key])[0]?.text?.toString();
}

// What is meant

/** The rules of ours that a directive names: itself for ours, those with the alias for a peer's. */
function ourRules({ tool, ids }: Directive, rules: readonly Rule[]): string[] {
  if (tool === 'leastwise') return ids.length === 0 ? ['?'] : [...ids];
  const meant = rules.filter((rule) =>
    (rule.aliases[tool] ?? []).some((alias) => ids.some((id) => sameRule(tool, id, alias))),
  );
  return meant.map((rule) => rule.id);
}

/** Whether an id as people write it means the alias as our rules write it. */
function sameRule(tool: Peer, id: string, alias: string): boolean {
  if (id === '*') return true;
  const [a, b] = [id.toLowerCase(), alias.toLowerCase()];
  if (a === b) return true;
  // KICS's ids are UUIDs, of which the aliases hold the first block.
  if (tool === 'kics') return a.startsWith(`${b}-`);
  // `AVD-AWS-0057` and `AWS-0057` are the same check.
  if (tool === 'trivy') return a === `avd-${b}` || TRIVY_NAMES.get(a) === alias;
  // Packs put their name in front of a rule's: `HIPAA.Security-LambdaDLQ`.
  if (tool === 'cdk-nag') return a.endsWith(`-${b}`) || inSolutions(id) === alias;
  if (tool === 'bandit') return a === `s${b.slice(1)}`;
  // `javascript.lang.security.detect-eval.detect-eval`, `js/sql-injection`, `security/detect-child-process`, `javascript:S3649`.
  if (tool === 'semgrep') return a.endsWith(`.${b}`);
  if (tool === 'codeql' || tool === 'eslint') return a.endsWith(`/${b}`);
  if (tool === 'sonar') return a.endsWith(`:${b}`);
  return false;
}

function inSolutions(id: string): string | undefined {
  return id.startsWith('AwsSolutions-') ? AWS_SOLUTIONS[id.slice('AwsSolutions-'.length)] : undefined;
}

/** The declared resources of one file, by their lines. */
interface Lines {
  /** By the line of the resource's name. */
  readonly named: ReadonlyMap<number, Resource>;
  /** In the order of their first lines. */
  readonly extents: readonly { readonly start: number; readonly end: number; readonly resource: Resource }[];
  /** Blocks of Terraform: what is a part of a resource of another block (`aws_api_gateway_method_settings`) is none by itself. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** Finds what stands at a place of a file. */
class Places {
  readonly #byFile = new Map<string, Resource[]>();
  readonly #lines = new Map<string, Lines>();

  constructor(
    readonly cloud: Cloud,
    readonly secrets: readonly Secret[],
  ) {
    for (const resource of cloud.resources) {
      if (resource.generatedBy === undefined) add(this.#byFile, resource.extent.file.path, resource);
    }
  }

  covered(comment: Comment, reach: Reach): Covers | undefined {
    const { file } = comment.at;
    if (reach === 'file') return { lines: { start: 1, end: file.lineCount } };
    if (reach === 'around') {
      const resource = this.#around(file, comment.line);
      if (resource) return { resource: resource.id };
      const part = this.#linesOf(file).parts.find(({ start, end }) => start <= comment.line && comment.line <= end);
      return part && { lines: part };
    }
    const start = reach === 'next' ? comment.line + 1 : comment.covers;
    if (start === undefined || start > file.lineCount) return undefined;
    if (reach === 'next' || reach === 'statement') return { lines: { start, end: statementEnd(file, start) } };
    const named = this.#linesOf(file).named.get(start);
    if (named) return { resource: named.id };
    const part = this.#linesOf(file).parts.find((one) => one.start === start);
    if (part) return { lines: part };
    return { lines: { start, end: reach === 'block' ? endOfBlock(file, start) : start } };
  }

  /** What a suppression covers, in words that survive changes elsewhere: the resource, and the line's own text. */
  name(at: Location, covers: Covers): string {
    if ('resource' in covers) return this.cloud.get(covers.resource)?.logicalId ?? covers.resource;
    const { start, end } = covers.lines;
    if (start === 1 && end === at.file.lineCount) return at.file.path;
    const line = this.#lineWithoutSecrets(at.file, start);
    const comment = line.search(isHcl(at.file) ? /\s(#|\/\/|\/\*)/ : / (#|\/\/)/);
    const text = (comment === -1 ? line : line.slice(0, comment)).trim();
    return `${this.#around(at.file, start)?.logicalId ?? at.file.path} ${digest(text)}`;
  }

  /** A line with the kinds of its secrets in their places: what is made of it is kept (law 10). */
  #lineWithoutSecrets(file: SourceFile, line: number): string {
    const span = file.lineSpan(line);
    let text = '';
    let done = span.start;
    for (const { at, format } of this.secrets) {
      if (at.file.path !== file.path || at.span.end <= done || at.span.start >= span.end) continue;
      text += `${file.text.slice(done, Math.max(done, at.span.start))}<${format}>`;
      done = at.span.end;
    }
    return text + file.text.slice(done, Math.max(done, span.end));
  }

  #around(file: SourceFile, line: number): Resource | undefined {
    const { extents } = this.#linesOf(file);
    let low = 0;
    let high = extents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((extents[middle]?.start ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const last = extents[low - 1];
    return last && line <= last.end ? last.resource : undefined;
  }

  #linesOf(file: SourceFile): Lines {
    const known = this.#lines.get(file.path);
    if (known) return known;
    const own = this.#byFile.get(file.path) ?? [];
    // Of several that one text makes, the first counts, as everywhere.
    const named = new Map(own.toReversed().map((one) => [file.position(one.location.span.start).line, one]));
    const extents = own
      .map((resource) => ({ ...linesOf(resource.extent), resource }))
      .sort((a, b) => a.start - b.start);
    const lines = { named, extents, parts: isHcl(file) ? topLevelLines(file) : [] };
    this.#lines.set(file.path, lines);
    return lines;
  }
}

/** The last line of a call or list that a line opens: what those who read code report is the whole of it. */
function statementEnd(file: SourceFile, start: number): number {
  const line = file.line(start).trimEnd();
  const code = line.replace(/\s(?:#|\/\/).{0,500}$/, '').trimEnd();
  return /[([`]$/.test(code) ? blockEnd(file, start) : start;
}

function endOfBlock(file: SourceFile, start: number): number {
  return isHcl(file) ? lastLineOpened(file, start) : blockEnd(file, start);
}

/** The last line of what a line opens: all that follows with deeper indentation. */
function blockEnd(file: SourceFile, start: number): number {
  const depth = indentation(file.line(start));
  let end = start;
  for (let line = start + 1; line <= file.lineCount; line++) {
    const text = file.line(line);
    if (text.trim() === '') continue;
    if (indentation(text) <= depth) break;
    end = line;
  }
  return end;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

// What it does

/** Whether a suppression counts on a day: ours needs a reason, and no date that has passed or that is none. */
export function isHonored(suppression: Suppression, today: string): boolean {
  if (suppression.tool === 'leastwise' && suppression.reason === undefined) return false;
  return !isExpired(suppression, today);
}

function isExpired({ until }: Suppression, today: string): boolean {
  return until !== undefined && (!isDate(until) || until < today);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Finds the suppression that covers a finding, whether or not it is honored; honored ones are preferred. */
export class Suppressions {
  readonly #byLine = new Map<string, Suppression[]>();
  readonly #byResource = new Map<string, Suppression[]>();
  readonly #wide: Suppression[] = [];

  constructor(
    readonly all: readonly Suppression[],
    readonly cloud: Cloud,
    readonly today: string,
  ) {
    for (const one of all) {
      if ('resource' in one.covers) add(this.#byResource, one.covers.resource, one);
      else if (one.covers.lines.start === one.covers.lines.end) {
        add(this.#byLine, `${one.at.file.path}:${one.covers.lines.start}`, one);
      } else this.#wide.push(one);
    }
  }

  of(finding: Finding): Suppression | undefined {
    const covering = this.covering(finding);
    return covering.find((one) => isHonored(one, this.today)) ?? covering[0];
  }

  /** Every suppression that covers a finding. */
  covering(finding: Finding): readonly Suppression[] {
    if (finding.rule.id.startsWith('leastwise/')) return [];
    const { file, span } = finding.at;
    const line = file.position(span.start).line;
    const { resource } = finding;
    // The peers report the line on which a statement is put together, not the one on which it is run.
    const before = (finding.steps ?? []).flatMap(({ at }) => this.#ofPeers(at));
    const owners = resource
      ? [resource.id, ...(resource.generatedBy === undefined ? [] : [`${resource.stack.id}#${resource.generatedBy}`])]
      : [];
    const candidates = [
      ...(this.#byLine.get(`${file.path}:${line}`) ?? []),
      ...before,
      ...this.#ofConstruct(resource),
      ...this.#wide.filter((one) => one.at.file.path === file.path && coversLine(one.covers, line)),
      ...owners.flatMap((id) => this.#byResource.get(id) ?? []),
      ...[...this.#byResource].flatMap(([id, some]) => (!owners.includes(id) && this.#holds(id, finding) ? some : [])),
    ];
    return candidates.filter((one) => one.rules.some((pattern) => wildcard(pattern, finding.rule.id)));
  }

  /** Those that peers' comments give to a line. */
  #ofPeers({ file, span }: Location): readonly Suppression[] {
    const { line } = file.position(span.start);
    const wide = this.#wide.filter((one) => one.at.file.path === file.path && coversLine(one.covers, line));
    return [...(this.#byLine.get(`${file.path}:${line}`) ?? []), ...wide].filter(({ tool }) => tool !== 'leastwise');
  }

  /** Those that stand at the construct that made the resource. */
  #ofConstruct(resource: Resource | undefined): readonly Suppression[] {
    const at = resource?.source?.at;
    return at ? (this.#byLine.get(`${at.file.path}:${at.file.position(at.span.start).line}`) ?? []) : [];
  }

  #holds(id: string, { at }: Finding): boolean {
    const extent = this.cloud.get(id)?.extent;
    return extent !== undefined && extent.file.path === at.file.path && contains(extent.span, at.span);
  }
}

function coversLine(covers: Covers, line: number): boolean {
  return 'lines' in covers && covers.lines.start <= line && line <= covers.lines.end;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}

/** Findings about suppressions of ours themselves: without a reason, past their date, or covering nothing. */
export function suppressionFindings(
  suppressions: Suppressions,
  findings: readonly Finding[],
  active: readonly ActiveRule[],
): readonly Finding[] {
  const used = new Set(findings.flatMap((finding) => suppressions.covering(finding)));
  const own = suppressions.all.filter((one) => one.tool === 'leastwise');
  return own.flatMap((one) => {
    const ids = one.rules.map((id) => code(id)).join(', ');
    if (one.reason === undefined) {
      return [
        finding(SUPPRESSION_WITHOUT_REASON, one, `The suppression of ${ids} gives no reason and is not honored.`),
      ];
    }
    if (isExpired(one, suppressions.today)) {
      const until = code(one.until ?? '');
      const message = isDate(one.until ?? '')
        ? `The suppression of ${ids} counted until ${until}.`
        : `The suppression of ${ids} ends with ${until}, which is no date: write ${code('until YYYY-MM-DD')}.`;
      return [finding(SUPPRESSION_EXPIRED, one, message)];
    }
    if (used.has(one)) return [];
    const known = active.some(({ rule }) => one.rules.some((pattern) => wildcard(pattern, rule.id)));
    const message = known
      ? `Nothing is found here that the suppression of ${ids} would cover.`
      : `The suppression of ${ids} names no rule that runs.`;
    return [finding(SUPPRESSION_UNUSED, one, message)];
  });
}

function finding(rule: Rule, { at, fingerprint }: Suppression, message: string): Finding {
  return ownFinding(rule, at, message, fingerprint);
}
