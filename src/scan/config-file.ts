import { z } from 'zod';
import { SEVERITIES, type Severity } from '#finding/severity';
import { closest } from '#scan/closest';
import { DEFAULT_CONFIG, type LocatedMistake, type ParsedConfig } from '#scan/config';
import { wildcard } from '#scan/glob';
import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import { type DataNode, entryOf, nodeAt } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

const severity = z.enum(SEVERITIES as readonly [Severity, ...Severity[]]);
const text = z.string().max(500);

/** The schema of the file: every key may be left out. Its descriptions are what an editor shows. */
export const CONFIG_SCHEMA = z
  .strictObject({
    failOn: z
      .union([severity, z.literal('never')])
      .describe('The check fails when a change introduces a finding at least this severe.'),
    commentOn: severity.describe(
      'Comments are made for findings at least this severe; milder ones stand in the check run.',
    ),
    rules: z
      .record(text, z.union([severity, z.literal('off')]))
      .describe(
        'A severity, or off, for rules by id or by glob such as aws/lambda/*; the last one that matches counts.',
      ),
    ignore: z.array(text).max(500).describe('Globs of paths that are not reviewed.'),
    maxComments: z.int().min(1).max(30).describe('Comments in one review.'),
    drafts: z.boolean().describe('Whether drafts are reviewed.'),
    requireCustomerKeys: z.boolean().describe('Whether encryption has to use keys that the customer manages.'),
    parameters: z
      .record(text, z.union([z.string(), z.number(), z.boolean()]))
      .describe('Values to assume for template parameters, by name.'),
  })
  .partial();

/**
 * Reads a configuration. Anything that is not understood is a mistake: a key that does not count as its author believes
 * would be worse than none. An empty file is the default.
 * @param ids of all rules there are: an entry of `rules` has to match at least one
 */
export function parseConfig(file: SourceFile, ids: readonly string[]): ParsedConfig {
  const document = parseDocument(file);
  const at = (span: Span, message: string): LocatedMistake => ({
    line: file.position(span.start).line,
    span,
    message,
  });
  const start = { start: 0, end: 0 };
  if (document.problems.length > 0) {
    return {
      mistakes: document.problems.map(({ line, message }) => ({
        line,
        span: line === undefined ? start : file.lineSpan(line),
        message,
      })),
    };
  }
  const { root } = document;
  if (root === undefined) return { config: DEFAULT_CONFIG };
  if (root.kind !== 'map') return { mistakes: [at(root.span, 'The configuration is a map of options.')] };
  const result = CONFIG_SCHEMA.safeParse(plain(root));
  const mistakes = (result.error?.issues ?? []).flatMap((issue) => mistakesOf(issue, root, at));
  const rules = nodeAt(root, ['rules']);
  for (const { key, keySpan } of rules?.kind === 'map' ? rules.entries : []) {
    if (!ids.some((id) => wildcard(key, id))) mistakes.push(at(keySpan, unknown('rule', key, ids)));
  }
  if (mistakes.length > 0 || !result.data) return { mistakes: mistakes.sort((a, b) => a.span.start - b.span.start) };
  const { parameters, ...options } = result.data;
  const set = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const given = Object.entries(parameters ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
  return { config: { ...DEFAULT_CONFIG, ...set, parameters: Object.fromEntries(given) } };
}

function plain(node: DataNode): unknown {
  if (node.kind === 'scalar') return booleans.get(String(node.value)) ?? node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

type Issue = z.core.$ZodIssue;

function mistakesOf(
  issue: Issue,
  root: DataNode,
  at: (span: Span, message: string) => LocatedMistake,
): LocatedMistake[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const node = nodeAt(root, path) ?? root;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const span = entryOf(node, key)?.keySpan ?? node.span;
      return at(span, unknown('option', key, Object.keys(CONFIG_SCHEMA.shape)));
    });
  }
  const name = path.join('.');
  return [at(node.span, `${name === '' ? 'The configuration' : name} ${expected(path)}.`)];
}

/** What an option, or an entry of one, takes: in words. */
function expected([option = '', entry]: readonly (string | number)[]): string {
  const severities = SEVERITIES.join(', ');
  const options: Readonly<Record<string, string>> = {
    failOn: `is one of ${severities}, or never`,
    commentOn: `is one of ${severities}`,
    rules: 'is a map from ids or globs of rules to severities',
    ignore: 'is a list of at most 500 globs',
    maxComments: 'is a whole number from 1 to 30',
    drafts: 'is true or false',
    requireCustomerKeys: 'is true or false',
    parameters: 'is a map from names of parameters to values',
  };
  const entries: Readonly<Record<string, string>> = {
    rules: `is one of ${severities}, or off`,
    ignore: 'is a glob, at most 500 characters long',
    parameters: 'is a text, a number, true or false',
  };
  return (entry === undefined ? options[option] : entries[option]) ?? 'is not understood';
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const shown = name.length > 80 ? `${name.slice(0, 79)}…` : name;
  const near = closest(name, known);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return `There is no ${what} ${JSON.stringify(shown)}.${hint}`;
}
