import type { Language } from '#runtimes/engine/language';
import { credentialInUrl, isLocalEndpoint, signingKey } from '#runtimes/observations/credentials';
import { flagTested } from '#runtimes/observations/flags';
import { each, type Observer } from '#runtimes/observations/hooks';
import { isCredential } from '#runtimes/observations/names';
import { fieldAt, fieldsOf, isWholeObject, keyword, only, textOf, writtenField } from '#runtimes/observations/options';
import { roleCompared } from '#runtimes/observations/roles';
import { ownKey, readsToken, unchecked } from '#runtimes/observations/tokens';
import { isSaid } from '#runtimes/observations/written';

const key: Observer = (view) => signingKey(view, view.args.named.has('key') ? 'key' : 1);

/** https://pyjwt.readthedocs.io/en/stable/api.html#jwt.decode */
const decoded: Observer = (view) => {
  const options = view.arg('options');
  const signature = fieldAt(view.machine, options, ['verify_signature']);
  if (signature && only(signature.value) === false) {
    const written = writtenField(signature, 'False');
    view.observe('jwt-not-verified', { at: written?.at ?? view.at, details: { how: 'option' } });
    return unchecked(view);
  }
  const verify = view.args.named.get('verify');
  const written = keyword(view, 'verify');
  if (verify && only(verify) === false && written) {
    view.observe('jwt-not-verified', { at: view.context.frame.module.at(written.span), details: { how: 'option' } });
    return unchecked(view);
  }
  const algorithms = view.either(2, 'algorithms');
  const names = algorithms
    ? [textOf(algorithms), ...fieldsOf(view.machine, algorithms, 1).map(({ value }) => textOf(value))].filter(
        (one) => one !== undefined,
      )
    : [];
  const place = view.args.named.has('algorithms') ? 'algorithms' : 2;
  if (names.some((one) => one.toLowerCase() === 'none'))
    view.observe('jwt-algorithm-open', { at: view.place(place), details: { algorithms: 'none' } });
  else if (names.some((one) => one.startsWith('HS')) && names.some((one) => /^(?:RS|ES|PS)/.test(one)))
    view.observe('jwt-algorithm-open', { at: view.place(place), details: { algorithms: names.join(', ') } });
  const expiry = fieldAt(view.machine, options, ['verify_exp']);
  if (expiry && only(expiry.value) === false)
    view.observe('jwt-claims-unchecked', {
      at: writtenField(expiry, 'False')?.at ?? view.at,
      details: { missing: 'expiry' },
    });
  const audience = fieldAt(view.machine, options, ['verify_aud']);
  if (audience && only(audience.value) === false)
    view.observe('jwt-claims-unchecked', {
      at: writtenField(audience, 'False')?.at ?? view.at,
      details: { missing: 'audience' },
    });
  return undefined;
};

/** Where code asks for whom a token of Cognito is by itself. */
const ASKS_FOR_WHOM = /client_id['"\]]|['"]aud['"]/;

/** Signature and expiry are always checked, for whom it is only when asked. https://pypi.org/project/cognitojwt/ */
const ofUserPool: Observer = (view) => {
  if (only(view.either(4, 'testmode')) === true)
    view.observe('jwt-claims-unchecked', { details: { missing: 'expiry' } });
  const client = view.either(3, 'app_client_id');
  const isAsked = client ? only(client) !== null : view.args.rest !== undefined || view.args.named.has('**');
  if (isAsked || isSaid(view.machine, ASKS_FOR_WHOM)) return undefined;
  view.observe('jwt-claims-unchecked', { details: { missing: 'audience', issuer: 'one' }, confidence: 'medium' });
  return undefined;
};

/** https://pyjwt.readthedocs.io/en/stable/usage.html#expiration-time-claim-exp */
const signed: Observer = (view) => {
  const claims = view.either(0, 'payload', 'claims');
  if (!isWholeObject(view.machine, claims) || fieldAt(view.machine, claims, ['exp'])) return undefined;
  // A token without an end that is asked for its age when it comes back ends all the same.
  if (!isSaid(view.machine, /['"]exp['"]|\bexp\s{0,3}=|max_age/)) view.observe('jwt-without-expiry');
  return undefined;
};

/** What checks a token somewhere in the handler's code. */
const VERIFIES = /jwt\.decode|verify|JWKClient|jwks/i;
/** Claims that say who somebody is, or what they may do. */
const CLAIMS = /\b(?:sub|email|username|user_?id|roles?|groups|scopes?|tenant_?id|org_?id)\b|cognito:|custom:/i;

/** `base64.urlsafe_b64decode(token.split('.')[1])`: the payload of a token, read by hand. */
const byHand: Observer = (view) => {
  if (!readsToken(view, view.arg(0)) || isSaid(view.machine, VERIFIES) || !isSaid(view.machine, CLAIMS))
    return undefined;
  view.observe('jwt-not-verified', { confidence: 'medium', details: { how: 'by hand' } });
  return undefined;
};

const unverified: Observer = (view) => {
  if (isSaid(view.machine, /\bdecode\(|verify/)) return unchecked(view);
  view.observe('jwt-not-verified', { details: { how: 'decoded' }, confidence: 'medium' });
  return unchecked(view);
};

/** Keywords by which the SDK and drivers of databases take credentials. */
const CREDENTIALS: readonly { readonly path: RegExp; readonly names: readonly string[] }[] = [
  {
    path: /^(?:boto3|aioboto3|botocore)\b.{0,40}\.?(?:client|resource|Session)$/,
    names: ['aws_secret_access_key', 'aws_session_token'],
  },
  {
    path: /^(?:pymysql|MySQLdb|mysql\.connector|psycopg2?|psycopg2?\.pool|pg8000(?:\.native|\.dbapi)?|redis|pymssql|oracledb|snowflake\.connector)\.(?:connect|Connection|Redis|StrictRedis)$/,
    names: ['password', 'passwd'],
  },
];

const clients: Observer = (view, path) => {
  credentialInUrl(view);
  if (view.args.named.size === 0) return undefined;
  for (const { path: pattern, names } of CREDENTIALS) {
    for (const name of names) {
      const known = view.args.named.has(name) ? textOf(view.args.named.get(name)) : undefined;
      const written = keyword(view, name);
      if (known === undefined || !written || !pattern.test(path) || !isCredential(known)) continue;
      if (['endpoint_url', 'host'].some((one) => isLocalEndpoint(textOf(view.args.named.get(one))))) continue;
      view.observe('credential-in-code', { at: view.context.frame.module.at(written.span), details: { field: name } });
    }
  }
  return undefined;
};

export const IDENTITY: readonly Readonly<Record<string, Observer>>[] = [
  each(['jwt.encode', 'jwt.decode', 'jose.jwt.encode', 'jose.jwt.decode'], key),
  each(['jwt.decode', 'jose.jwt.decode'], decoded),
  each(['jwt.encode', 'jose.jwt.encode'], signed),
  each(['cognitojwt.decode', 'cognitojwt.jwt_sync.decode', 'cognitojwt.decode_async'], ofUserPool),
  each(['jose.jwt.get_unverified_claims'], unverified),
  each(['jwt.get_unverified_header', 'jose.jwt.get_unverified_header', 'jose.jwt.get_unverified_headers'], unchecked),
  each(
    ['requests.get', 'httpx.get', 'urllib.request.urlopen', 'jwt.PyJWKClient', 'jwt.jwks_client.PyJWKClient'],
    ownKey,
  ),
  each(['base64.urlsafe_b64decode', 'base64.b64decode', 'base64.standard_b64decode'], byHand),
];

export const EVERY_IDENTITY: readonly Observer[] = [clients];

export const IDENTITY_HOOKS: Pick<Language, 'compared' | 'tested'> = { compared: roleCompared, tested: flagTested };
