import type { Rewrite } from '#model/handler';
import { mark } from '#runtimes/engine/models';
import { isSafeFor } from '#runtimes/engine/sinks';
import { UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { isSecretVariable } from '#runtimes/observations/names';
import { fieldAt, keyword, only, replacing, textOf } from '#runtimes/observations/options';
import { commandRun } from '#runtimes/observations/shells';
import type { Location } from '#source/file';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const PUBLIC = /^public-read(?:-write)?$/;

const madePublic: Observer = (view) => {
  const written = keyword(view, 'ACL');
  const direct = view.args.named.get('ACL');
  const { at } = view.context.frame.module;
  const acl = textOf(direct);
  if (written && acl !== undefined && PUBLIC.test(acl)) {
    view.observe('object-made-public', {
      at: at(written.span),
      details: { acl },
      rewrite:
        written.value.kind === 'literal'
          ? replacing('Keep the object private', at(written.value.span), `'private'`)
          : undefined,
    });
    return undefined;
  }
  const extra = fieldAt(view.machine, view.args.named.get('ExtraArgs'), ['ACL']);
  const given = textOf(extra?.value);
  if (extra && given !== undefined && PUBLIC.test(given))
    view.observe('object-made-public', { at: view.place('ExtraArgs'), details: { acl: given } });
  return undefined;
};

const DAY = 86_400;

/** What is asked of clients, however they were come by. */
const asked: Observer = (view, path) => {
  if (!/^(?:boto3|aioboto3|botocore)\b/.test(path)) return undefined;
  const method = path.slice(path.lastIndexOf('.') + 1);
  if (method === 'get_secret_value') return [mark('secret', 'a secret of Secrets Manager', view)];
  if (method === 'get_parameter' && only(view.args.named.get('WithDecryption')) === true)
    return [mark('secret', 'a SecureString parameter', view)];
  if (/\blambda\b/.test(path) && method === 'invoke') waits(view);
  if (method !== 'generate_presigned_url' && method !== 'generate_presigned_post') return undefined;
  const seconds = only(view.args.named.get('ExpiresIn'));
  if (typeof seconds === 'number' && seconds > DAY)
    view.observe('presigned-for-long', { at: view.place('ExpiresIn'), details: { seconds: String(seconds) } });
  return [mark('secret', 'a presigned URL', view)];
};

/** Without a type the caller waits: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function waits(view: CallView): void {
  const { named } = view.args;
  const isSpread = view.node?.args.some((one) => one.spread) ?? true;
  if (isSpread || named.has('**') || !named.has('FunctionName')) return;
  const type = named.get('InvocationType');
  if (type === undefined || textOf(type) === 'RequestResponse') view.observe('function-waits-for-function');
}

const secret: Observer = (view) => [mark('secret', 'a secret of Secrets Manager', view)];

const parameter: Observer = (view) =>
  only(view.args.named.get('decrypt')) === true ? [mark('secret', 'a SecureString parameter', view)] : undefined;

/** Everybody may write: the last digit of the mode has the bit of 2. */
const mode: Observer = (view) => {
  const place = view.args.named.has('mode') ? 'mode' : 1;
  const bits = only(view.arg(place));
  if (typeof bits === 'number' && Number.isInteger(bits) && (bits & 0o2) !== 0)
    view.observe('world-writable', { at: view.place(place), details: { mode: (bits & 0o777).toString(8) } });
  return undefined;
};

/** A way to have a parser put entities in, to be told when a document of somebody else comes to it. */
interface Expansion {
  readonly at: Location;
  readonly option: string;
  readonly rewrite: Rewrite | undefined;
}

/** By what the parser was made with, or by the parser. */
const EXPANDING = new WeakMap<object, Expansion>();

/** https://lxml.de/api/lxml.etree.XMLParser-class.html */
function expansionOf(view: CallView): Expansion | undefined {
  const written = keyword(view, 'resolve_entities');
  if (!written || only(view.args.named.get('resolve_entities')) !== true) return undefined;
  const { at } = view.context.frame.module;
  return {
    at: at(written.span),
    option: 'resolve_entities',
    rewrite: replacing('Leave entities as they are', at(written.value.span), 'False'),
  };
}

const parser: Observer = (view) => {
  const expansion = expansionOf(view);
  if (expansion) EXPANDING.set(view.args, expansion);
  return undefined;
};

const feature: Observer = (view) => {
  if (only(view.arg(1)) !== true) return undefined;
  if (!view.arg(0)?.apis.some(({ path }) => /feature_external_[gp]es$/.test(path))) return undefined;
  for (const one of view.receiver.apis)
    EXPANDING.set(one, { at: view.at, option: 'external entities', rewrite: undefined });
  return undefined;
};

/** A document of ours, or of somebody whom the provider vouches for, names no entities of others. */
function isOfOthers(view: CallView, document: Value | undefined): boolean {
  return [...view.taints(document), ...view.taints(document, 'stored')].some(
    (taint) => !isSafeFor(view.machine.state.safetyOf(taint), 'xml'),
  );
}

function told(view: CallView, expansion: Expansion | undefined): void {
  if (!expansion || !isOfOthers(view, view.either(0, 'source', 'text'))) return;
  const { at, option, rewrite } = expansion;
  view.observe('xml-entities-expanded', { at, details: { option }, rewrite });
}

const parsed: Observer = (view) => {
  for (const { args } of view.either(1, 'parser')?.apis ?? []) told(view, args && EXPANDING.get(args));
  return undefined;
};

const iterated: Observer = (view) => {
  told(view, expansionOf(view));
  return undefined;
};

const read: Observer = (view) => {
  for (const one of view.receiver.apis) told(view, EXPANDING.get(one));
  return undefined;
};

const COMMANDS = [
  'os.system',
  'os.popen',
  ...['run', 'call', 'check_call', 'check_output', 'Popen', 'getoutput'].map((name) => `subprocess.${name}`),
];

export const CLOUDS: readonly Readonly<Record<string, Observer>>[] = [
  each(COMMANDS, (view) => commandRun(view, [view.either(0, 'args', 'command')])),
  each(['os.chmod', 'pathlib.Path().chmod'], mode),
  each(['lxml.etree.XMLParser'], parser),
  each(['lxml.etree.iterparse'], iterated),
  each(
    ['fromstring', 'XML', 'parse', 'fromstringlist'].map((name) => `lxml.etree.${name}`),
    parsed,
  ),
  each(['lxml.objectify.fromstring', 'lxml.objectify.parse'], parsed),
  each(['xml.sax.make_parser().setFeature'], feature),
  each(['xml.sax.make_parser().parse'], read),
  {
    'aws_lambda_powertools.utilities.parameters.get_secret': secret,
    'aws_lambda_powertools.utilities.parameters.get_parameter': parameter,
  },
];

export const EVERY_CLOUD: readonly Observer[] = [madePublic, asked];

/** A variable of the environment that holds a secret itself, by its name. */
export function environmentSecret(path: string, at: Location): Value | undefined {
  const name = /^os\.environ\.(\w{1,100})$/.exec(path)?.[1];
  if (name === undefined || !isSecretVariable(name)) return undefined;
  return { ...UNKNOWN, apis: [{ path }], taints: [mark('secret', name, { at })] };
}

/** `os.environ.get('DB_PASSWORD')`, `os.getenv('DB_PASSWORD')`. */
export const environment: Observer = (view) => {
  const name = textOf(view.arg(0));
  return name !== undefined && isSecretVariable(name) ? [mark('secret', name, view)] : undefined;
};
