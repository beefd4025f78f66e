import { parse as parseToml } from 'smol-toml';
import { scalarText } from '#frameworks/cloudformation/template';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import { isFile } from '#source/snapshot';
import { type DataNode, entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** What one deployment of a template gives to its parameters, as the files beside it tell. */
export interface Deployment {
  /** The file that tells, for messages. */
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Files that are looked through for one template. */
const MAX_FILES = 20;
/** A longer file is no list of parameters. */
const MAX_LENGTH = 200_000;
const MAX_OVERRIDES = 500;

const SAM_CONFIG = /(^|\/)samconfig\.(toml|ya?ml)$/;
const FOLDERS = ['', 'parameters', 'params', 'config', 'configs'];

/** Whether a path is SAM's own configuration: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html */
export function isSamConfig(path: string): boolean {
  return SAM_CONFIG.test(path);
}

/** The files beside a template, or in a folder for them, that may tell what deployments give to its parameters. */
export function deploymentFiles(template: string, files: FileReader): readonly string[] {
  const directory = template.slice(0, template.lastIndexOf('/') + 1);
  const found = FOLDERS.flatMap((folder) => files.list(`${directory}${folder}`.replace(/\/$/, '')));
  return found.filter((path) => isSamConfig(path) || (isParameterFile(path) && path !== template)).slice(0, MAX_FILES);
}

function isParameterFile(path: string): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  if (!/\.json$/i.test(name)) return false;
  return /param/i.test(name) || /^(parameters|params)$/.test(folder) || /^(dev|test|stag|prod|qa|uat)/i.test(name);
}

/**
 * The deployments that the files tell of. A parameter file counts for a template that declares every parameter that it names;
 * an environment of SAM's configuration for the template that it names, by default the one that SAM takes.
 */
export function deploymentsIn(
  template: string,
  declared: ReadonlySet<string>,
  read: Iterable<SourceFile | Problem>,
): readonly Deployment[] {
  const found: Deployment[] = [];
  for (const file of read) {
    if (!isFile(file) || file.text.length > MAX_LENGTH) continue;
    const ofSam = isSamConfig(file.path);
    const all = ofSam ? samDeployments(file, template) : parameterFile(file);
    for (const parameters of all) {
      const own = new Map([...parameters].filter(([name]) => declared.has(name)));
      if (own.size > 0 && (ofSam || own.size === parameters.size)) found.push({ path: file.path, parameters: own });
    }
  }
  return found;
}

/** `[{ "ParameterKey": …, "ParameterValue": … }]`, `{ "Parameters": { … } }` and `["Key=Value"]`, as AWS' command line takes them. */
function parameterFile(file: SourceFile): readonly ReadonlyMap<string, string>[] {
  const { root } = parseDocument(file);
  if (root?.kind === 'map') {
    const parameters = entryOf(root, 'Parameters')?.value;
    return parameters?.kind === 'map' ? [stringsOf(parameters)] : [];
  }
  if (root?.kind !== 'list') return [];
  const found = new Map<string, string>();
  for (const item of root.items.slice(0, MAX_OVERRIDES)) {
    const key = scalarText(entryOf(item, 'ParameterKey')?.value);
    const value = scalarText(entryOf(item, 'ParameterValue')?.value);
    if (key !== undefined && value !== undefined) found.set(key, value);
    const pair = item.kind === 'scalar' ? assignment(String(item.value)) : undefined;
    if (pair) found.set(...pair);
  }
  return [found];
}

function stringsOf(node: DataNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (node.kind !== 'map') return found;
  for (const entry of node.entries) {
    const value = scalarText(entry.value);
    if (value !== undefined) found.set(entry.key, value);
  }
  return found;
}

/** One map for each environment of SAM's configuration that deploys the template. */
function samDeployments(file: SourceFile, template: string): readonly ReadonlyMap<string, string>[] {
  const environments = settings(file);
  if (!isRecord(environments)) return [];
  return Object.values(environments).flatMap((environment) => {
    if (!isRecord(environment)) return [];
    const merged = { ...parametersOf(environment.global), ...parametersOf(environment.deploy) };
    const named = merged.template_file ?? merged.template;
    const directory = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const own = template.slice(directory.length);
    const isOwn = typeof named === 'string' ? named.replace(/^\.\//, '') === own : /^template\.(ya?ml|json)$/.test(own);
    // What `sam build` writes is the template of the same folder.
    const isBuilt = typeof named === 'string' && named.startsWith('.aws-sam/') && /^template\.(ya?ml|json)$/.test(own);
    const overrides = merged.parameter_overrides;
    return (isOwn || isBuilt) && overrides !== undefined ? [overridesIn(overrides)] : [];
  });
}

function settings(file: SourceFile): unknown {
  try {
    if (file.path.endsWith('.toml')) return parseToml(file.text, { maxDepth: 50 });
  } catch {
    return undefined;
  }
  const { root } = parseDocument(file);
  return root === undefined ? undefined : plain(root, 0);
}

function plain(node: DataNode, depth: number): unknown {
  if (node.kind === 'scalar') return node.value;
  if (depth > 20) return undefined;
  if (node.kind === 'list') return node.items.map((item) => plain(item, depth + 1));
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value, depth + 1)]));
}

function parametersOf(command: unknown): Record<string, unknown> {
  return isRecord(command) && isRecord(command.parameters) ? command.parameters : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Key=Value Other="a b"`, `ParameterKey=Key,ParameterValue=Value`, a list of such, or a map. */
function overridesIn(overrides: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (isRecord(overrides)) {
    for (const [name, value] of Object.entries(overrides)) if (!isRecord(value)) found.set(name, String(value));
    return found;
  }
  const words = Array.isArray(overrides)
    ? overrides.flatMap((one) => wordsOf(String(one)))
    : wordsOf(String(overrides));
  for (const word of words.slice(0, MAX_OVERRIDES)) {
    const legacy = /^ParameterKey=([A-Za-z0-9]{1,255}),ParameterValue=(.*)$/s.exec(word);
    const pair = legacy ? ([legacy[1] ?? '', legacy[2] ?? ''] as const) : assignment(word);
    if (pair) found.set(...pair);
  }
  return found;
}

function assignment(word: string): [string, string] | undefined {
  const at = word.indexOf('=');
  return at > 0 ? [word.slice(0, at), word.slice(at + 1)] : undefined;
}

/** Words between blanks, as a shell would part them; quotes hold blanks together and are taken away. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\' && at + 1 < text.length && /["'\\ ]/.test(text[at + 1] ?? '')) {
      at += 1;
      word = (word ?? '') + (text[at] ?? '');
    } else if (quote === undefined && (char === '"' || char === "'")) {
      quote = char;
      word ??= '';
    } else if (char === quote) quote = undefined;
    else if (quote === undefined && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/**
 * The values that deployments give to a parameter: in each its own, or else the default.
 * @returns undefined when no deployment gives it one
 */
export function deployedValues(
  deployments: readonly Deployment[],
  parameter: string,
  fallback: string | undefined,
): readonly string[] | undefined {
  if (!deployments.some(({ parameters }) => parameters.has(parameter))) return undefined;
  const values = deployments.flatMap(({ parameters }) => parameters.get(parameter) ?? fallback ?? []);
  return [...new Set(values)];
}
