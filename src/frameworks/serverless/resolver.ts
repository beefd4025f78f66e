import { localPath } from '#frameworks/cloudformation/library';
import {
  callOf,
  emptyMap,
  get,
  isNull,
  literal,
  node as made,
  mapOf,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import { noteOf, originalOf, parentOf, placeDocument, withNote } from '#frameworks/serverless/places';
import { parseVariables, type Template, type Variable, type VariableSource } from '#frameworks/serverless/variables';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, Document, ScalarNode } from '#syntax/document';

/** What the resolver asks of its surroundings. */
export interface ResolverInput {
  /** serverless.yml. */
  readonly document: Document;
  /** What the configuration knows of the deployment: `stage`, `region`, `opt:name`, `env:NAME`, `param:name`, or the name alone. */
  readonly given: Readonly<Record<string, string>>;
  /** A file of the repository: parsed, or why there is none; undefined when it is still to be read. */
  file(path: string): Document | string | undefined;
  /** Reports a variable that the framework would refuse; one sentence. */
  tell(at: Span, message: string): void;
}

/** What a source gives: no node when it has no value, so that the next one is asked. */
interface Found {
  readonly node: DataNode | undefined;
  /** The variable on which it depends, where a deployment can choose another value. */
  readonly parameter?: string | undefined;
  /** Why there is no node, where the source alone does not say it. */
  readonly missing?: string | undefined;
}

const NOTHING: Found = { node: undefined };
/** A tree that grows beyond this by references to its own parts is not resolved. */
const MAX_SIZE = 300_000;
const MAX_DEPTH = 60;

/** Variables that only the deployment knows, in words. Other types are those of plugins. */
const OUTSIDE: Readonly<Record<string, string>> = {
  ssm: 'a parameter of Systems Manager',
  s3: 'an object in S3',
  cf: 'an output of another stack',
  aws: 'a fact of the AWS account',
  awsSsm: 'a parameter of Systems Manager',
  output: 'an output of another service',
  outputs: 'an output of another service',
  state: 'the state of another service',
  secrets: 'a secret of the dashboard',
  terraform: 'an output of Terraform',
  vault: 'a secret of Vault',
  git: 'a fact of the Git repository',
};

/**
 * Resolves the variables of a service as the framework does, lazily: `${self:custom.a}` is followed through nodes that hold
 * variables themselves. What only a deployment knows becomes an unknown node; text around it stays known. The stage is `dev`
 * where nothing says another, as it is for the framework.
 * Source: https://www.serverless.com/framework/docs/guides/variables and `lib/configuration/variables` of serverless 3.40.0.
 */
export class Resolver {
  /** The paths of files that are still to be read; with any of them the result is provisional. */
  readonly wanted = new Set<string>();
  /** Every document that something came from, the root first. */
  readonly documents = new Set<Document>();
  readonly #input: ResolverInput;
  readonly #shallow = new Map<DataNode, Found>();
  readonly #deep = new Map<DataNode, DataNode>();
  readonly #sizes = new WeakMap<DataNode, number>();
  readonly #running = new Set<DataNode>();
  readonly #following = new Set<DataNode>();
  /** By node: the places that refer to it. */
  readonly #sites = new Map<DataNode, Set<DataNode>>();
  readonly #places = new Map<DataNode, number>();
  #depth = 0;
  #pseudo: boolean | undefined;

  constructor(input: ResolverInput) {
    this.#input = input;
    this.documents.add(input.document);
    placeDocument(input.document);
  }

  /** The whole service with its variables resolved. */
  root(): DataNode {
    const { root } = this.#input.document;
    return root ? this.resolve(root) : emptyMap({ start: 0, end: 0 });
  }

  /** The stage that is deployed. */
  stage(at: Span): DataNode {
    const { node, parameter } = this.#stage(at);
    return node ? marked(node, parameter) : scalar('dev', at);
  }

  region(at: Span): DataNode {
    const { node, parameter } = this.#region(at);
    return node ? marked(node, parameter) : scalar('us-east-1', at);
  }

  /**
   * How many places of the service a written node gives its value to: itself, unless it stands in a section that is only
   * referred to, and whatever refers to it.
   */
  places(written: DataNode): number {
    const known = this.#places.get(written);
    if (known !== undefined) return known;
    // A node that refers to itself serves nobody by that.
    this.#places.set(written, 0);
    let count = this.#isActive(written) ? 1 : 0;
    for (let one: DataNode | undefined = written; one; one = parentOf(one))
      for (const site of this.#sites.get(one) ?? []) count += this.places(site);
    this.#places.set(written, count);
    return count;
  }

  /** Whether a node stands where only variables lead to. */
  isReferred(written: DataNode): boolean {
    return !this.#isActive(written);
  }

  /** A node with all its variables resolved. */
  resolve(raw: DataNode): DataNode {
    const known = this.#deep.get(raw);
    if (known) return known;
    if (this.#running.has(raw)) return this.#cycle(raw);
    if (this.#depth > MAX_DEPTH) return unknown(raw.span, 'nested too deep');
    this.#running.add(raw);
    this.#depth += 1;
    const result = this.#resolve(raw);
    this.#depth -= 1;
    this.#running.delete(raw);
    const size = this.#size(result);
    if (size > MAX_SIZE) {
      this.#input.tell(raw.span, 'The variables make this too large to be looked at: it was left out.');
      const short = unknown(raw.span, 'too large');
      this.#deep.set(raw, short);
      return short;
    }
    this.#deep.set(raw, result);
    this.#deep.set(result, result);
    return result;
  }

  #resolve(raw: DataNode): DataNode {
    if (raw.kind === 'scalar') {
      const { node, parameter } = this.#follow(raw);
      if (!node) return unknown(raw.span, 'it has no value', parameter);
      if (node === raw) return raw;
      return marked(
        node.kind === 'scalar' && noteOf(node).unknown === undefined ? node : this.resolve(node),
        parameter,
      );
    }
    if (raw.kind === 'list') {
      if (raw.tag === '!Sub' && raw.items.length > 0) return this.#substituted(raw.items[0] ?? raw, raw.items[1], raw);
      const items = raw.items.map((item) => this.resolve(item));
      if (items.every((item, index) => item === raw.items[index])) return raw;
      return withNote({ ...raw, items }, { original: raw });
    }
    const entries = raw.entries.map((entry): DataEntry => {
      const value = entry.key === 'Fn::Sub' ? this.#subArgument(entry.value) : this.resolve(entry.value);
      return value === entry.value ? entry : { ...entry, value };
    });
    if (entries.every((entry, index) => entry === raw.entries[index])) return raw;
    return withNote({ ...raw, entries }, { original: raw });
  }

  #subArgument(value: DataNode): DataNode {
    if (value.kind === 'list' && value.items[0]) return this.#substituted(value.items[0], value.items[1], value);
    return value.kind === 'scalar' ? this.#substituted(value, undefined, value) : this.resolve(value);
  }

  /** The argument of `Fn::Sub`: what is not known becomes one of its variables. */
  #substituted(template: DataNode, variables: DataNode | undefined, whole: DataNode): DataNode {
    const { tag: _, ...bare } = template;
    const pieces =
      bare.kind === 'scalar' && typeof bare.value === 'string' ? this.#pieces(bare.value, template) : undefined;
    if (!pieces) return variables || whole !== template ? this.#plainList(whole) : whole;
    const extra: { [key: string]: Plain } = {};
    let text = '';
    for (const piece of pieces.list) {
      if (typeof piece === 'string') {
        text += piece;
        continue;
      }
      const pseudo = get(piece, 'Ref');
      const name = pseudo ? literal(pseudo) : undefined;
      if (name !== undefined) text += `\${${name}}`;
      else {
        const key = `Leastwise${Object.keys(extra).length}`;
        extra[key] = piece;
        text += `\${${key}}`;
      }
    }
    const tag = whole.tag === undefined ? {} : { tag: whole.tag };
    const string = { ...scalar(text, template.span) };
    const note = {
      original: originalOf(whole),
      ...(pieces.parameter === undefined ? {} : { parameter: pieces.parameter }),
    };
    if (!variables && Object.keys(extra).length === 0) return withNote({ ...string, ...tag }, note);
    const map = variables ? this.resolve(variables) : emptyMap(template.span);
    const added = mapOf(extra, template.span).entries;
    const all = map.kind === 'map' ? { ...map, entries: [...map.entries, ...added] } : map;
    return withNote({ kind: 'list', items: [string, all], span: whole.span, ...tag }, note);
  }

  #plainList(list: DataNode): DataNode {
    if (list.kind !== 'list') return this.resolve(list);
    const items = list.items.map((item) => this.resolve(item));
    return items.every((item, index) => item === list.items[index])
      ? list
      : withNote({ ...list, items }, { original: list });
  }

  /** What a node is once the variable that it wholly consists of is followed; its own parts are not resolved. */
  #follow(raw: DataNode): Found {
    if (raw.kind !== 'scalar' || typeof raw.value !== 'string') return { node: raw };
    const known = this.#shallow.get(raw);
    if (known) return known;
    if (raw.tag?.startsWith('!Leastwise')) return { node: raw };
    if (this.#following.has(raw)) return { node: this.#cycle(raw) };
    this.#following.add(raw);
    const found = this.#followText(raw, raw.value);
    this.#following.delete(raw);
    this.#shallow.set(raw, found);
    return found;
  }

  #followText(raw: ScalarNode, text: string): Found {
    const template = this.#parse(text);
    if (!template) return { node: this.#withPseudo(raw, [text], undefined) ?? raw };
    const [only] = template;
    if (template.length === 1 && only !== undefined && typeof only !== 'string' && raw.tag === undefined)
      return this.#variable(only, raw);
    const pieces = this.#fill(template, raw);
    return {
      node: this.#withPseudo(raw, pieces.list, pieces.parameter) ?? this.#joined(raw, pieces.list),
      parameter: pieces.parameter,
    };
  }

  /** The known and unknown pieces of a text; undefined when it holds no variable. */
  #pieces(
    text: string,
    at: DataNode,
  ): { readonly list: readonly (string | DataNode)[]; readonly parameter: string | undefined } | undefined {
    const template = this.#parse(text);
    return template ? this.#fill(template, at) : undefined;
  }

  #fill(
    template: Template,
    at: DataNode,
  ): { readonly list: readonly (string | DataNode)[]; readonly parameter: string | undefined } {
    const list: (string | DataNode)[] = [];
    let parameter: string | undefined;
    const add = (text: string) => {
      const last = list.at(-1);
      if (typeof last === 'string') list[list.length - 1] = last + text;
      else list.push(text);
    };
    for (const part of template) {
      if (typeof part === 'string') {
        add(part);
        continue;
      }
      const found = this.#variable(part, at);
      parameter ??= found.parameter;
      const value = found.node ? this.resolve(found.node) : unknown(at.span, 'it has no value');
      const note = noteOf(value);
      parameter ??= note.parameter;
      const text = note.unknown === undefined ? literal(value) : undefined;
      if (text !== undefined) add(text);
      else if (callOf(value)) list.push(value);
      else list.push(unknown(at.span, 'a list or a map stands within a text'));
    }
    return { list, parameter };
  }

  /** A text of several pieces in place of the scalar that it was written as. */
  #joined(raw: ScalarNode, pieces: readonly (string | DataNode)[]): DataNode {
    const { span } = raw;
    const note = { original: raw };
    if (pieces.every((piece) => typeof piece === 'string')) {
      const text = pieces.join('');
      return withNote({ ...raw, value: text, source: text }, note);
    }
    if (raw.tag === '!Ref' || raw.tag === '!GetAtt' || raw.tag === '!Condition')
      return unknown(span, 'what it refers to is not known');
    const argument = made({ 'Fn::Join': ['', pieces] }, span);
    const name = raw.tag?.slice(1);
    if (name === undefined) return withNote(argument, note);
    if (name === 'Sub') return this.#substituted(raw, undefined, raw);
    return withNote(made({ [`Fn::${name}`]: argument }, span), note);
  }

  /** What serverless-pseudo-parameters makes of `#{AWS::AccountId}` and `#{Table.Arn}`; undefined where nothing of the kind stands. */
  #withPseudo(
    raw: ScalarNode,
    pieces: readonly (string | DataNode)[],
    parameter: string | undefined,
  ): DataNode | undefined {
    if (!pieces.some((piece) => typeof piece === 'string' && piece.includes('#{')) || !this.#hasPseudoParameters())
      return undefined;
    const parts: Plain[] = [];
    for (const piece of pieces) {
      if (typeof piece !== 'string') {
        parts.push(piece);
        continue;
      }
      let done = 0;
      for (const match of piece.matchAll(/#\{([A-Za-z0-9:.]{1,128})\}/g)) {
        const name = match[1] ?? '';
        const dot = name.indexOf('.');
        parts.push(piece.slice(done, match.index));
        parts.push(dot === -1 ? { Ref: name } : { 'Fn::GetAtt': [name.slice(0, dot), name.slice(dot + 1)] });
        done = match.index + match[0].length;
      }
      parts.push(piece.slice(done));
    }
    const joined = made({ 'Fn::Join': ['', parts.filter((part) => part !== '')] }, raw.span);
    return withNote(joined, { original: raw, ...(parameter === undefined ? {} : { parameter }) });
  }

  /** v1 and v2 let a service choose how variables are written; `${{self:x}}` is what those do who want `${x}` for CloudFormation. */
  #parse(text: string): Template | undefined {
    if (!text.includes('${{')) return parseVariables(text);
    const syntax = literal(get(this.#input.document.root, 'provider', 'variableSyntax'));
    const isDouble = syntax?.includes('{{') ?? false;
    return parseVariables(isDouble ? text.replaceAll('${{', '${').replaceAll('}}', '}') : text);
  }

  #hasPseudoParameters(): boolean {
    if (this.#pseudo === undefined) {
      const plugins = get(this.#input.document.root, 'plugins');
      const names = plugins?.kind === 'list' ? plugins.items : [];
      this.#pseudo = names.some((one) => literal(one) === 'serverless-pseudo-parameters');
    }
    return this.#pseudo;
  }

  #variable(variable: Variable, site: DataNode): Found {
    let parameter: string | undefined;
    let missing = 'it has no value';
    for (const source of variable.sources) {
      const found = this.#source(source, site);
      parameter ??= found.parameter;
      const node = found.node && !isNull(found.node) ? found.node : undefined;
      if (node) return { node, parameter };
      if ('type' in source) missing = found.missing ?? missingFrom(source);
    }
    // Without the option and a fallback the framework refuses a variable; what is deployed then is the default stage.
    for (const source of variable.sources) {
      if (!('type' in source) || source.address?.length !== 1) continue;
      const name = `${source.type}:${String(source.address[0])}`;
      if (name === 'opt:stage' || name === 'self:provider.stage') return this.#stage(site.span);
      if (name === 'opt:region' || name === 'self:provider.region') return this.#region(site.span);
    }
    return { node: unknown(site.span, missing, parameter), parameter };
  }

  #source(source: VariableSource, site: DataNode): Found {
    if ('literal' in source) return source.literal === null ? NOTHING : { node: scalar(source.literal, site.span) };
    if ('nested' in source) {
      const [only] = source.nested;
      if (source.nested.length === 1 && only !== undefined && typeof only !== 'string')
        return this.#variable(only, site);
      const text = this.#text(source.nested, site);
      return typeof text.value === 'string'
        ? { node: scalar(text.value, site.span), parameter: text.parameter }
        : { node: text.value };
    }
    const address = source.address ? this.#text(source.address, site) : { value: '', parameter: undefined };
    if (typeof address.value !== 'string') return { node: address.value, parameter: address.parameter };
    const found = this.#typed(source, address.value, site);
    return { ...found, parameter: address.parameter ?? found.parameter };
  }

  /** A text in a variable, wholly known; otherwise the unknown node that is in its way. */
  #text(
    template: Template,
    site: DataNode,
  ): { readonly value: string | DataNode; readonly parameter: string | undefined } {
    const { list, parameter } = this.#fill(template, site);
    if (list.every((piece) => typeof piece === 'string')) return { value: list.join(''), parameter };
    const why = list.map((piece) => (typeof piece === 'string' ? undefined : noteOf(piece).unknown)).find((one) => one);
    return { value: unknown(site.span, why ?? 'it depends on what the deployment gives', parameter), parameter };
  }

  #typed(source: Extract<VariableSource, { type: string }>, address: string, site: DataNode): Found {
    const { span } = site;
    const { type } = source;
    if (type === 'self') return this.#self(address, site);
    if (type === 'opt') return this.#option(address, site);
    if (type === 'env') {
      const given = this.#given('env', address);
      return given === undefined ? { node: undefined, parameter: `env:${address}` } : { node: scalar(given, span) };
    }
    if (type === 'param') return this.#param(address, site);
    if (type === 'sls') return address === 'stage' ? this.#stage(span) : { node: unknown(span, `sls:${address}`) };
    if (type === 'aws' && address === 'region') return this.#region(span);
    if (type === 'aws' && address === 'accountId') return { node: made({ Ref: 'AWS::AccountId' }, span) };
    if (type === 'file') return this.#file(source, address, site);
    if (type === 'strToBool') return this.#boolean(source, site);
    const base = type.split('.')[0] ?? type;
    const what = OUTSIDE[base];
    return { node: unknown(span, what === undefined ? `the source ${base} of a variable` : what) };
  }

  #given(type: string, name: string): string | undefined {
    const { given } = this.#input;
    for (const key of [`${type}:${name}`, name]) if (Object.hasOwn(given, key)) return given[key];
    return undefined;
  }

  #option(name: string, site: DataNode): Found {
    const given = this.#given('opt', name);
    if (given !== undefined) return { node: scalar(given, site.span) };
    return { node: undefined, parameter: `opt:${name}` };
  }

  #param(name: string, site: DataNode): Found {
    const parameter = `param:${name}`;
    const given = this.#given('param', name);
    if (given !== undefined) return { node: scalar(given, site.span) };
    const stage = this.#stage(site.span).node;
    const names = [stage ? literal(stage) : undefined, 'default'].filter((one) => one !== undefined);
    for (const one of names)
      for (const path of [
        ['stages', one, 'params', name],
        ['params', one, name],
      ]) {
        const found = this.#walk(this.#input.document.root, path, site);
        if (found.node && !isNull(found.node)) return { node: found.node, parameter };
      }
    return { node: undefined, parameter };
  }

  #stage(at: Span): Found {
    const given = this.#given('opt', 'stage');
    if (given !== undefined) return { node: scalar(given, at) };
    const written = get(this.#input.document.root, 'provider', 'stage');
    const found = written && !this.#following.has(written) ? this.#follow(written) : NOTHING;
    const node =
      found.node && !isNull(found.node) && literal(found.node) !== undefined ? found.node : scalar('dev', at);
    return { node, parameter: 'opt:stage' };
  }

  #region(at: Span): Found {
    const given = this.#given('opt', 'region');
    if (given !== undefined) return { node: scalar(given, at) };
    const written = get(this.#input.document.root, 'provider', 'region');
    const found = written && !this.#following.has(written) ? this.#follow(written) : NOTHING;
    const node =
      found.node && !isNull(found.node) && literal(found.node) !== undefined ? found.node : scalar('us-east-1', at);
    return { node, parameter: 'opt:region' };
  }

  #self(address: string, site: DataNode): Found {
    const path = address === '' ? [] : address.split('.');
    const found = this.#walk(this.#input.document.root, path, site);
    if (found.node && !isNull(found.node)) return found;
    // v1 and v2 let `service` be a map, or a name.
    if (address === 'service.name') return this.#walk(this.#input.document.root, ['service'], site);
    if (address === 'provider.name') return this.#walk(this.#input.document.root, ['provider'], site);
    return found;
  }

  #file(source: Extract<VariableSource, { type: string }>, address: string, site: DataNode): Found {
    const [name] = source.parameters;
    if (!name) return { node: unknown(site.span, 'no file is named') };
    const text = this.#text(name, site);
    if (typeof text.value !== 'string') return { node: text.value, parameter: text.parameter };
    const { parameter } = text;
    const path = localPath(this.#input.document.file.path, text.value);
    if (path === undefined) return { node: unknown(site.span, 'a file outside of the repository') };
    if (/\.[cm]?[jt]s$/.test(path))
      return { node: unknown(site.span, 'what the code of a file returns', parameter), parameter };
    const document = this.#input.file(path);
    if (document === undefined) {
      this.wanted.add(path);
      return { node: unknown(site.span, 'the file is still to be read') };
    }
    if (typeof document === 'string')
      return { node: undefined, parameter, missing: 'a file that is not in the repository' };
    // Anything but data is text to the framework.
    if (!/\.(ya?ml|json|tfstate)$/i.test(path)) return { node: scalar(document.file.text, site.span), parameter };
    this.documents.add(document);
    placeDocument(document);
    const found = this.#walk(document.root, address === '' ? [] : address.split('.'), site);
    return { node: found.node, parameter: parameter ?? found.parameter };
  }

  #boolean(source: Extract<VariableSource, { type: string }>, site: DataNode): Found {
    const [parameter] = source.parameters;
    if (!parameter) return NOTHING;
    const text = this.#text(parameter, site);
    if (typeof text.value !== 'string') return { node: text.value, parameter: text.parameter };
    const value = { true: true, 1: true, false: false, 0: false }[text.value.trim().toLowerCase()];
    if (value === undefined)
      return { node: unknown(site.span, 'strToBool of something that is neither true nor false') };
    return { node: scalar(value, site.span), parameter: text.parameter };
  }

  /** Follows keys and indexes, through variables on the way; the end is not resolved beyond the variable that it may be. */
  #walk(from: DataNode | undefined, path: readonly string[], site: DataNode): Found {
    let current = from;
    let parameter: string | undefined;
    for (const step of path) {
      if (current === undefined) return { node: undefined, parameter };
      const found = this.#follow(current);
      parameter ??= found.parameter;
      const { node } = found;
      if (!node || noteOf(node).unknown !== undefined) return { node, parameter };
      current = node.kind === 'list' && /^\d{1,6}$/.test(step) ? node.items[Number(step)] : get(node, step);
    }
    if (current === undefined) return { node: undefined, parameter };
    this.#uses(current, site);
    const found = this.#follow(current);
    return { node: found.node, parameter: parameter ?? found.parameter };
  }

  #uses(target: DataNode, site: DataNode): void {
    const written = originalOf(target);
    const sites = this.#sites.get(written) ?? new Set<DataNode>();
    sites.add(originalOf(site));
    this.#sites.set(written, sites);
  }

  /** Whether a node stands where the framework reads it by itself: not in `custom`, nor in an included file. */
  #isActive(written: DataNode): boolean {
    let below = written;
    for (let one = parentOf(written); one; one = parentOf(one)) {
      if (one === this.#input.document.root && one.kind === 'map') {
        const section = one.entries.find((entry) => entry.value === below)?.key;
        return section !== 'custom' && section !== 'params' && section !== 'stages';
      }
      below = one;
    }
    return false;
  }

  #cycle(raw: DataNode): DataNode {
    this.#input.tell(raw.span, 'This variable refers to itself: the framework refuses it.');
    return unknown(raw.span, 'it refers to itself');
  }

  #size(of: DataNode): number {
    if (of.kind === 'scalar') return 1;
    const known = this.#sizes.get(of);
    if (known !== undefined) return known;
    const inner = of.kind === 'list' ? of.items : of.entries.map((entry) => entry.value);
    const size = inner.reduce((sum, one) => Math.min(MAX_SIZE + 1, sum + this.#size(one)), 1);
    this.#sizes.set(of, size);
    return size;
  }
}

/** A node for a value that nobody can know before the deployment. */
export function unknown(at: Span, why: string, parameter?: string): DataNode {
  const node: ScalarNode = { kind: 'scalar', value: why, source: why, tag: '!Leastwise', span: at };
  return withNote(node, { unknown: why, ...(parameter === undefined ? {} : { parameter }) });
}

/** The node as one that depends on a variable; a copy, because others may have it without. */
function marked(node: DataNode, parameter: string | undefined): DataNode {
  const note = noteOf(node);
  if (parameter === undefined || note.parameter !== undefined) return node;
  return withNote({ ...node }, { ...note, original: originalOf(node), parameter });
}

function missingFrom(source: Extract<VariableSource, { type: string }>): string {
  if (source.type === 'env') return 'an environment variable';
  if (source.type === 'opt') return 'an option of the command';
  if (source.type === 'param') return 'a parameter of the service';
  if (source.type === 'file') return 'a key that the file does not have';
  if (source.type === 'self') return 'what the variable refers to is not written';
  return 'it has no value';
}
