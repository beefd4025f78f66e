import type { Language } from '#runtimes/engine/language';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { credentialInUrl, isLocalEndpoint, signingKey } from '#runtimes/observations/credentials';
import { flagTested } from '#runtimes/observations/flags';
import { each, type Observer } from '#runtimes/observations/hooks';
import { isCredential } from '#runtimes/observations/names';
import { type Field, fieldAt, fieldsOf, only, textOf, writtenField } from '#runtimes/observations/options';
import { roleCompared } from '#runtimes/observations/roles';
import { ownKey, readsToken, unchecked } from '#runtimes/observations/tokens';
import { isSaid } from '#runtimes/observations/written';

const key: Observer = (view) => signingKey(view, 1);

/** What checks a token somewhere in the handler's code. */
const VERIFIES =
  /jwtVerify|jwtDecrypt|CognitoJwtVerifier|JwtVerifier|JwtRsaVerifier|\.verify\w{0,20}\(|\bverify\w{0,20}\(|verifyIdToken|introspect/i;
/** Claims that say who somebody is, or what they may do. */
const CLAIMS = /\b(?:sub|email|username|user_?id|roles?|groups|scopes?|tenant_?id|org_?id)\b|cognito:|custom:/i;

/** `jwt.decode(token)`: nobody has checked who wrote the token. */
const decoded: Observer = (view) => {
  if (view.taints(view.arg(0)).length === 0 || isSaid(view.machine, VERIFIES) || !isSaid(view.machine, CLAIMS))
    return unchecked(view);
  view.observe('jwt-not-verified', { confidence: 'medium', details: { how: 'decoded' } });
  return unchecked(view);
};

/** `Buffer.from(token.split('.')[1], 'base64')`: the payload of a token, read by hand. */
const byHand: Observer = (view, path) => {
  const encoding = textOf(view.arg(1));
  if (path === 'Buffer.from' && encoding !== 'base64' && encoding !== 'base64url') return undefined;
  if (!readsToken(view, view.arg(0)) || isSaid(view.machine, VERIFIES) || !isSaid(view.machine, CLAIMS))
    return undefined;
  view.observe('jwt-not-verified', { confidence: 'medium', details: { how: 'by hand' } });
  return undefined;
};

/** Whether options are known with all their fields, or surely not given. */
function isWholeObject(view: CallView, given: Value | undefined): boolean {
  if (!given) return true;
  return !given.open && given.objects.length === 1 && !given.objects.some((one) => view.machine.state.get(one.spread));
}

const verified: Observer = (view) => {
  const given = view.arg(2);
  const algorithms = fieldAt(view.machine, given, ['algorithms']);
  const names = algorithms ? fieldsOf(view.machine, algorithms.value, 1).map(({ value }) => textOf(value)) : [];
  if (names.includes('none'))
    view.observe('jwt-algorithm-open', { at: view.place('2.algorithms'), details: { algorithms: 'none' } });
  else if (
    names.some((one) => one?.startsWith('HS')) &&
    names.some((one) => one !== undefined && /^(?:RS|ES|PS)/.test(one))
  )
    view.observe('jwt-algorithm-open', { at: view.place('2.algorithms'), details: { algorithms: names.join(', ') } });
  const expiry = fieldAt(view.machine, given, ['ignoreExpiration']);
  if (expiry && only(expiry.value) === true)
    view.observe('jwt-claims-unchecked', {
      at: writtenField(expiry, 'true')?.at ?? view.at,
      details: { missing: 'expiry' },
    });
  const isKnown = view.node !== undefined && view.node.args.length >= 2 && view.args.rest === undefined;
  const isCallback = (given?.closures.length ?? 0) > 0;
  const isWhole = isCallback || isWholeObject(view, given);
  if (isKnown && isWhole && !fieldAt(view.machine, given, ['audience'])) audienceMissing(view);
  return undefined;
};

/** Keys of an issuer who may have other applications; with a secret or a key of one's own nobody else gets tokens. */
const KEY_SET = /jwks|jwk-?to-?pem|oauth2\/v\d\/certs|discovery\/v2\.0\/keys|securetoken/i;
/** Issuers at whom everybody can register an application. */
const FOR_ALL =
  /googleapis\.com\/(?:oauth2|robot|service_accounts)|accounts\.google\.com|login\.microsoftonline\.com\/(?:common|organizations|consumers)|appleid\.apple\.com\/auth\/keys|securetoken@?/;
/** Where the claim is compared by hand. */
const COMPARES = /\baud\b|audience|client_?id|\bazp\b/i;

function audienceMissing(view: CallView): void {
  if (!isSaid(view.machine, KEY_SET) || isSaid(view.machine, COMPARES)) return;
  view.observe('jwt-claims-unchecked', {
    details: { missing: 'audience', issuer: isSaid(view.machine, FOR_ALL) ? 'for all' : 'one' },
    confidence: 'medium',
  });
}

/** https://github.com/panva/jose/blob/main/docs/jwt/verify/functions/jwtVerify.md */
const verifiedByJose: Observer = (view) => {
  const given = view.arg(2);
  const isKnown = view.node !== undefined && view.args.rest === undefined && isWholeObject(view, given);
  if (isKnown && !fieldAt(view.machine, given, ['audience'])) audienceMissing(view);
  return undefined;
};

/** `CognitoJwtVerifier.create({ clientId: null })`: https://github.com/awslabs/aws-jwt-verify */
const verifier: Observer = (view) => {
  for (const name of ['clientId', 'audience']) {
    const field = fieldAt(view.machine, view.arg(0), [name]);
    if (field && only(field.value) === null)
      view.observe('jwt-claims-unchecked', { at: view.place(`0.${name}`), details: { missing: 'client' } });
  }
  return undefined;
};

/** Where the SDK and drivers of databases take credentials: the names of packages, and the field. */
const CLIENTS: readonly { readonly path: RegExp; readonly fields: readonly (readonly string[])[] }[] = [
  {
    path: /^@aws-sdk\/client-[\w-]+\.\w+$/,
    fields: [
      ['credentials', 'secretAccessKey'],
      ['credentials', 'sessionToken'],
    ],
  },
  {
    path: /^aws-sdk(?:\/clients\/\w+|\.\w+){0,2}(?:\.update)?$/,
    fields: [['secretAccessKey'], ['credentials', 'secretAccessKey']],
  },
  {
    path: /^(?:pg\.(?:Pool|Client)|mysql2?(?:\/promise)?\.create(?:Connection|Pool)|ioredis|redis\.createClient|tedious\.Connection|mssql\.connect)$/,
    fields: [['password']],
  },
  { path: /^nodemailer\.createTransport$/, fields: [['auth', 'pass']] },
];

const clients: Observer = (view, path) => {
  credentialInUrl(view);
  if (!/^(?:@aws-sdk|aws-sdk|pg|mysql|ioredis|redis|tedious|mssql|nodemailer)/.test(path)) return undefined;
  for (const { path: pattern, fields } of CLIENTS) {
    if (!pattern.test(path)) continue;
    for (const names of fields) {
      const field = fieldAt(view.machine, view.arg(0), names);
      if (field && isReal(view, field)) {
        const written = writtenField(field, `'[^'\\n]{1,400}'|"[^"\\n]{1,400}"`);
        view.observe('credential-in-code', {
          at: written?.at ?? field.owner.at ?? view.at,
          details: { field: field.name },
        });
      }
    }
  }
  return undefined;
};

function isReal(view: CallView, { value }: Field): boolean {
  const known = textOf(value);
  const local: readonly (Value | undefined)[] = [view.arg('0.endpoint'), view.arg('0.host'), view.arg('0.hostname')];
  return known !== undefined && isCredential(known) && !local.some((one) => isLocalEndpoint(textOf(one)));
}

const hmacKey: Observer = (view) => signingKey(view, 1, 'medium');

export const IDENTITY: readonly Readonly<Record<string, Observer>>[] = [
  each(['jsonwebtoken.sign', 'jsonwebtoken.verify'], key),
  each(['jsonwebtoken.verify'], verified),
  each(['jose.jwtVerify'], verifiedByJose),
  each(
    ['jsonwebtoken.decode', 'jwt-decode', 'jwt-decode.jwtDecode', 'jwt-decode.jwt_decode', 'jose.decodeJwt'],
    decoded,
  ),
  each(['jose.decodeProtectedHeader'], unchecked),
  each(
    [
      ...['fetch', 'node-fetch', 'axios', 'axios.get', 'got', 'got.get', 'request', 'request.get', 'https.get'],
      ...['jwks-rsa', 'jwks-rsa.JwksClient', 'jose.createRemoteJWKSet'],
      'aws-jwt-verify.CognitoJwtVerifier.create',
    ],
    ownKey,
  ),
  each(['Buffer.from', 'atob'], byHand),
  each(
    [
      'aws-jwt-verify.CognitoJwtVerifier.create',
      'aws-jwt-verify.JwtVerifier.create',
      'aws-jwt-verify.JwtRsaVerifier.create',
    ],
    verifier,
  ),
  { 'crypto.createHmac': hmacKey },
];

export const EVERY_IDENTITY: readonly Observer[] = [clients];

export const IDENTITY_HOOKS: Pick<Language, 'compared' | 'tested'> = { compared: roleCompared, tested: flagTested };
