import { type App, appOf, isSource, programsOfSnapshot } from '#frameworks/cdk/app';
import { type Assembly, type Asset, assemblyOf } from '#frameworks/cdk/assembly';
import { constructIds, isOwn } from '#frameworks/cdk/construct';
import type { Construction } from '#frameworks/cdk/constructions';
import { Matcher } from '#frameworks/cdk/match';
import { notificationsOf } from '#frameworks/cdk/notifications';
import { entriesOf, get, itemsOf, logicalIdOf, stringOf } from '#frameworks/cloudformation/nodes';
import { type Declared, type Dialect, plain, type StackContext } from '#frameworks/cloudformation/stack';
import type { Template } from '#frameworks/cloudformation/template';
import { sam } from '#frameworks/sam/index';
import type { Resource, Source } from '#model/resource';
import type { SetValue, Value } from '#model/value';
import { type DataNode, entryOf } from '#syntax/document';

const PATH = 'aws:cdk:path';

/** Conditions that the library writes for the few regions where a service lacks something. Source: `aws-kinesis/lib/stream.ts`. */
const OWN_CONDITIONS = new Set(['AwsCdkKinesisEncryptedStreamsUnsupportedRegions']);

/**
 * Templates that the AWS CDK synthesized: in `cdk.out`, in the snapshots of integration tests, or what `cdk synth` printed.
 * The text is nobody's to edit; names and places lead to the constructs instead.
 */
export const cdk: Dialect = {
  name: 'cdk',
  accepts: isSynthesized,
  inherits: true,
  async prepare(context) {
    if (context.nesting) return;
    const { file } = context.template;
    const { files } = context.library;
    const [assembly, app] = await Promise.all([assemblyOf(file.path, files), appOf(file.path, files)]);
    READ.set(context, new Synthesized(context.template, assembly, app));
  },
  files: (context) => baseOf(context).files?.(context) ?? [],
  nested: (context, declared) => synthesizedOf(context)?.nested(declared),
  *declare(context) {
    if (baseOf(context) !== plain) {
      yield* baseOf(context).declare(context);
      return;
    }
    const notifications = notificationsOf(context);
    for (const declared of context.declared) yield resourceOf(context, declared, notifications.get(declared.logicalId));
  },
  decided: (condition) => (OWN_CONDITIONS.has(condition) ? false : undefined),
  generates: (context, logicalId) => baseOf(context).generates?.(context, logicalId) ?? false,
  reference: (context, logicalId, attribute) => baseOf(context).reference?.(context, logicalId, attribute),
  changes(_context, patch) {
    const resource = patch.op === 'add' ? patch.beside : patch.resource;
    const { source, name } = resource;
    const where = source ? ` in ${source.at.file.path}` : '';
    return { declined: `the template is synthesized: change the construct ${source?.name ?? name}${where}` };
  },
};

/** Templates of apps whose sources changed: what they synthesize may not have been committed with them. */
export function templatesOf(changed: ReadonlySet<string>, tree: readonly string[]): readonly string[] {
  const sources = [...changed].filter(isSource);
  if (sources.length === 0) return [];
  const set = new Set(sources);
  return tree.filter((path) => {
    if (!path.endsWith('.template.json')) return false;
    const out = /^(.*?)(?:^|\/)cdk\.out\//.exec(path)?.[1];
    if (out !== undefined) return sources.some((source) => out === '' || source.startsWith(`${out}/`));
    const snapshot = /^(.+?\.snapshot)\//.exec(path)?.[1];
    return snapshot !== undefined && programsOfSnapshot(snapshot).some((program) => set.has(program));
  });
}

/** By what only the CDK writes: paths of constructs, its own metadata, the version of the bootstrap stack. */
function isSynthesized(template: Template): boolean {
  const bootstrap = template.parameters.get('BootstrapVersion');
  if (bootstrap && stringOf(bootstrap.default)?.startsWith('/cdk-bootstrap/')) return true;
  return entriesOf(template.section('Resources')).some(
    ({ value }) => stringOf(get(value, 'Type')) === 'AWS::CDK::Metadata' || get(value, 'Metadata', PATH) !== undefined,
  );
}

const READ = new WeakMap<StackContext, Synthesized>();

function synthesizedOf(context: StackContext): Synthesized | undefined {
  return READ.get(context) ?? (context.nesting && synthesizedOf(context.nesting.parent));
}

/** What the template is besides: an app may declare SAM's resources. */
function baseOf(context: StackContext): Dialect {
  return sam.accepts(context.template) ? sam : plain;
}

/** What is known of the constructs behind a template and those that it nests. */
class Synthesized {
  readonly #matcher: Matcher;
  readonly #stackPath: string;

  constructor(
    template: Template,
    readonly assembly: Assembly,
    app: App,
  ) {
    this.#matcher = new Matcher(app);
    this.#stackPath = assembly.stackPath ?? stackPathOf(template) ?? '';
  }

  /** The path of the construct that a declaration is: from the template, else from the assembly. */
  path(context: StackContext, declared: Declared): string | undefined {
    const written = stringOf(get(declared.node, 'Metadata', PATH));
    if (written !== undefined) return written;
    const known = this.assembly.paths.get(declared.logicalId) ?? [];
    if (!context.nesting) return known[0];
    const nest = this.path(context.nesting.parent, context.nesting.declared);
    const within = nest
      ?.split('/')
      .at(-2)
      ?.replace(/\.NestedStack$/, '');
    return known.find((path) => within !== undefined && path.split('/').includes(within)) ?? undefined;
  }

  ids(path: string): readonly string[] {
    return constructIds(path, this.#stackPath);
  }

  source(path: string): Source | undefined {
    const lines = this.assembly.lines.get(path) ?? [];
    const isMeant = ({ at }: Construction) => {
      const here = `${at.file.path}:${at.file.position(at.span.start).line}`;
      return lines.some((line) => line === here || line.endsWith(`/${here}`));
    };
    const id = this.#stackPath.split('/').at(-1) ?? '';
    // The library's own stack for what another stack deploys at the edge: aws-cloudfront/lib/experimental/edge-function.ts.
    const stack = id.startsWith('edge-lambda-stack-') ? '' : id;
    return this.#matcher.find(this.ids(path), stack, lines.length > 0 ? isMeant : undefined);
  }

  /** The template of a nested stack: the metadata names it, or the hash in its URL does. */
  nested(declared: Declared): string | undefined {
    return this.#asset(declared, 'TemplateURL')?.path;
  }

  /** The code of a function: a directory or archive of the assembly, relative to the template. */
  code(declared: Declared): Asset | undefined {
    return this.#asset(declared, 'Code');
  }

  #asset(declared: Declared, property: string): Asset | undefined {
    const metadata = get(declared.node, 'Metadata');
    const path = stringOf(get(metadata, 'aws:asset:path'));
    if (path !== undefined) return { path, dockerfile: stringOf(get(metadata, 'aws:asset:dockerfile-path')) };
    const value = get(declared.node, 'Properties', property);
    if (!value || this.assembly.assets.size === 0) return undefined;
    for (const text of textsOf(value)) {
      const hash = /(?:^|[/:])([0-9a-f]{64})(?:\.[a-z]{1,8})?$/.exec(text.slice(-120))?.[1];
      const found = hash === undefined ? undefined : this.assembly.assets.get(hash);
      if (found) return found;
    }
    return undefined;
  }
}

/** The path of a template's stack: of its metadata construct, else the first id of any path. */
function stackPathOf(template: Template): string | undefined {
  const paths = entriesOf(template.section('Resources')).flatMap(({ value }) => {
    const path = stringOf(get(value, 'Metadata', PATH));
    return path === undefined ? [] : [path];
  });
  const metadata = paths.find((path) => path.endsWith('/CDKMetadata/Default'));
  return metadata?.slice(0, -'/CDKMetadata/Default'.length) ?? paths[0]?.split('/')[0];
}

/** The strings of a small value, those of intrinsic functions included. */
function textsOf(node: DataNode, depth = 0): readonly string[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node.value] : [];
  if (depth > 4) return [];
  const parts = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return parts.flatMap((part) => textsOf(part, depth + 1));
}

function resourceOf(context: StackContext, declared: Declared, notifications: Value | undefined): Resource {
  const synthesized = synthesizedOf(context);
  const path = synthesized?.path(context, declared);
  const own = isOwn(path, declared.logicalId) || isOwnPolicy(declared);
  const source = own || path === undefined ? undefined : synthesized?.source(path);
  const name = path === undefined ? undefined : synthesized?.ids(path).join('/');
  return context.resource(declared, {
    ...(own ? { generatedBy: declared.logicalId } : {}),
    ...(name ? { name } : {}),
    ...(source ? { source } : {}),
    ...withCode(context, declared, synthesized),
    ...asLogGroup(context, declared),
    ...(notifications ? withNotifications(context, declared, notifications) : {}),
  });
}

/** A bucket's policy that lets nobody in but a function of the CDK: the one that empties the bucket before it is deleted. */
function isOwnPolicy({ type, node }: Declared): boolean {
  if (type !== 'AWS::S3::BucketPolicy') return false;
  const statements = itemsOf(get(node, 'Properties', 'PolicyDocument', 'Statement'));
  const holders = statements.map((statement) => logicalIdOf(get(statement, 'Principal', 'AWS')));
  return holders.length > 0 && holders.every((holder) => holder !== undefined && isOwn(undefined, holder));
}

/** A function's code as templates have it before they are packaged: the path of a directory; of an image, its Dockerfile's. */
function withCode(
  context: StackContext,
  declared: Declared,
  synthesized: Synthesized | undefined,
): { readonly properties?: Value; readonly attributes?: Value } {
  if (declared.type !== 'AWS::Lambda::Function' && declared.type !== 'AWS::Lambda::LayerVersion') return {};
  const asset = synthesized?.code(declared);
  if (!asset || asset.path.startsWith('/')) return {};
  const isImage = entryOf(get(declared.node, 'Properties', 'Code'), 'ImageUri') !== undefined;
  if (!isImage) {
    const property = declared.type === 'AWS::Lambda::Function' ? 'Code' : 'Content';
    return { properties: replaced(context.properties(declared), property, asset.path) };
  }
  const attributes = context.attributes(declared);
  if (attributes.kind !== 'set' || !(attributes.data instanceof Map)) return {};
  const metadata: Value | undefined = attributes.data.get('Metadata');
  const base: Value = metadata ?? { kind: 'set', at: declared.at, data: new Map() };
  const described = replaced(
    replaced(base, 'DockerContext', asset.path),
    'Dockerfile',
    asset.dockerfile ?? 'Dockerfile',
  );
  const data = new Map<string, Value>(attributes.data).set('Metadata', described);
  return { attributes: { ...attributes, data } };
}

/** A map with an entry that is set to text, at the place of what it replaces. */
function replaced(map: Value, key: string, text: string): Value {
  if (map.kind !== 'set' || !(map.data instanceof Map)) return map;
  const before: Value | undefined = map.data.get(key);
  const made: SetValue = { kind: 'set', at: before?.at ?? map.key ?? map.at, data: text };
  return { ...map, data: new Map<string, Value>(map.data).set(key, made) };
}

/** A bucket with what a function of the CDK sets on it. */
function withNotifications(context: StackContext, declared: Declared, notifications: Value): { properties?: Value } {
  const properties = context.properties(declared);
  if (declared.type !== 'AWS::S3::Bucket' || properties.kind !== 'set' || !(properties.data instanceof Map)) return {};
  if (properties.data.has('NotificationConfiguration')) return {};
  const data = new Map<string, Value>(properties.data).set('NotificationConfiguration', notifications);
  return { properties: { ...properties, data } };
}

/** `logRetention` of a function: a function of the CDK makes the log group and keeps it for as many days. */
function asLogGroup(
  context: StackContext,
  declared: Declared,
): { readonly type?: string; readonly properties?: Value } {
  if (declared.type !== 'Custom::LogRetention') return {};
  const properties = context.properties(declared);
  if (properties.kind !== 'set' || !(properties.data instanceof Map)) return {};
  const data = new Map([...properties.data].filter(([key]) => key === 'LogGroupName' || key === 'RetentionInDays'));
  return { type: 'AWS::Logs::LogGroup', properties: { ...properties, data } };
}
