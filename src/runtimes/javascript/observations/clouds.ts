import { mark } from '#runtimes/engine/models';
import { isSafeFor } from '#runtimes/engine/sinks';
import { type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { isSecretVariable } from '#runtimes/observations/names';
import { fieldAt, only, replacing, textOf, writtenField } from '#runtimes/observations/options';
import type { Location } from '#source/file';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const PUBLIC = /^public-read(?:-write)?$/;

const madePublic: Observer = (view) => {
  for (const value of view.args.list) {
    const field = value.objects.length > 0 ? fieldAt(view.machine, value, ['ACL']) : undefined;
    const acl = textOf(field?.value);
    if (!field || acl === undefined || !PUBLIC.test(acl)) continue;
    const written = writtenField(field, `'[^'\\n]{1,40}'|"[^"\\n]{1,40}"`);
    const quote = written?.value.file.slice(written.value.span)[0] ?? "'";
    view.observe('object-made-public', {
      at: written?.at ?? field.owner.at ?? view.at,
      details: { acl },
      rewrite: written && replacing('Keep the object private', written.value, `${quote}private${quote}`),
    });
  }
  return undefined;
};

const DAY = 86_400;

const presigned =
  (at: string): Observer =>
  (view) => {
    const seconds = only(view.arg(at));
    if (typeof seconds === 'number' && seconds > DAY)
      view.observe('presigned-for-long', { at: view.place(at), details: { seconds: String(seconds) } });
    return [mark('secret', 'a presigned URL', view)];
  };

const presignedByName: Observer = (view) => {
  const seconds = only(view.arg('1.Expires'));
  if (typeof seconds === 'number' && seconds > DAY)
    view.observe('presigned-for-long', { at: view.place('1.Expires'), details: { seconds: String(seconds) } });
  return [mark('secret', 'a presigned URL', view)];
};

/** Commands that give a secret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
const SECRETS: readonly (readonly [command: RegExp, name: string])[] = [
  [/\.GetSecretValueCommand\(\)$/, 'a secret of Secrets Manager'],
];

const sent: Observer = (view, path) => {
  if (!path.endsWith('().send')) return undefined;
  const command = view.arg(0)?.apis[0];
  if (!command) return undefined;
  for (const [pattern, name] of SECRETS) if (pattern.test(command.path)) return [mark('secret', name, view)];
  if (command.path.endsWith('.GetParameterCommand()') && isDecrypted(view, command.args?.list[0]))
    return [mark('secret', 'a SecureString parameter', view)];
  return undefined;
};

function isDecrypted(view: CallView, given: Value | undefined): boolean {
  return only(fieldAt(view.machine, given, ['WithDecryption'])?.value) === true;
}

const parameter: Observer = (view) =>
  isDecrypted(view, view.arg(0)) ? [mark('secret', 'a SecureString parameter', view)] : undefined;

const secret: Observer = (view) => [mark('secret', 'a secret of Secrets Manager', view)];

/** Everybody may write: the last digit of the mode has the bit of 2. */
const mode: Observer = (view) => {
  const known = only(view.arg(1));
  const bits = typeof known === 'string' && /^0?[0-7]{3}$/.test(known) ? Number.parseInt(known, 8) : known;
  if (typeof bits === 'number' && Number.isInteger(bits) && (bits & 0o2) !== 0)
    view.observe('world-writable', { at: view.place(1), details: { mode: (bits & 0o777).toString(8) } });
  return undefined;
};

/** Options that show the inside of a server to whoever asks: https://www.apollographql.com/docs/apollo-server/api/apollo-server */
const debugging: Observer = (view) => {
  for (const name of ['includeStacktraceInErrorResponses', 'debug']) {
    const field = fieldAt(view.machine, view.arg(0), [name]);
    if (field && only(field.value) === true) {
      const written = writtenField(field, 'true');
      view.observe('debug-mode', {
        at: written?.at ?? view.at,
        details: { option: name },
        rewrite: written && replacing('Switch it off', written.value, 'false'),
      });
    }
  }
  return undefined;
};

/** https://gitlab.gnome.org/GNOME/libxml2/-/wikis/Parser-options */
const entities: Observer = (view) => {
  const document = view.arg(0);
  // A document of ours, or of somebody whom the provider vouches for, names no entities of others.
  const marks = [...view.taints(document), ...view.taints(document, 'stored')];
  if (marks.every((taint) => isSafeFor(view.machine.state.safetyOf(taint), 'xml'))) return undefined;
  for (const name of ['noent', 'replaceEntities']) {
    const field = fieldAt(view.machine, view.arg(1), [name]);
    if (!field || only(field.value) !== true) continue;
    const written = writtenField(field, 'true');
    view.observe('xml-entities-expanded', {
      at: written?.at ?? view.place(1),
      details: { option: name },
      rewrite: written && replacing('Leave entities as they are', written.value, 'false'),
    });
  }
  return undefined;
};

const CHMOD = ['fs', 'fs/promises', 'fs.promises', 'fs-extra'].flatMap((name) => [
  `${name}.chmod`,
  `${name}.chmodSync`,
]);
const XML = ['libxmljs', 'libxmljs2', 'libxmljs3'].flatMap((name) => [`${name}.parseXml`, `${name}.parseXmlString`]);

export const CLOUDS: readonly Readonly<Record<string, Observer>>[] = [
  each(CHMOD, mode),
  each(XML, entities),
  each(['@apollo/server.ApolloServer', 'apollo-server-lambda.ApolloServer', 'apollo-server.ApolloServer'], debugging),
  {
    '@aws-sdk/s3-request-presigner.getSignedUrl': presigned('2.expiresIn'),
    'aws-sdk.S3().getSignedUrl': presignedByName,
    'aws-sdk.S3().getSignedUrlPromise': presignedByName,
    '@aws-lambda-powertools/parameters/secrets.getSecret': secret,
    'aws-sdk.SecretsManager().getSecretValue().promise': secret,
    '@aws-sdk/client-secrets-manager.SecretsManager().getSecretValue': secret,
    '@aws-sdk/client-ssm.SSM().getParameter': parameter,
  },
];

export const EVERY_CLOUD: readonly Observer[] = [madePublic, sent];

/** A variable of the environment that holds a secret itself, by its name. */
export function environmentSecret(path: string, at: Location): Value | undefined {
  const name = /^process\.env\.(\w{1,100})$/.exec(path)?.[1];
  if (name === undefined || !isSecretVariable(name)) return undefined;
  const taint: Taint = mark('secret', name, { at });
  return { ...UNKNOWN, apis: [{ path }], taints: [taint] };
}
