import type { Language } from '#runtimes/engine/language';
import type { Context, Machine } from '#runtimes/engine/machine';
import { mark } from '#runtimes/engine/models';
import type { Value } from '#runtimes/engine/value';
import { type Compared, comparing } from '#runtimes/observations/comparisons';
import { hashed, isKeyed } from '#runtimes/observations/hashes';
import { each, type Observer } from '#runtimes/observations/hooks';
import { predictable, WEAK_DIGEST, weakDigest } from '#runtimes/observations/made-secrets';
import { only, textOf } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';
import { importedModule } from '#runtimes/python/imports';
import type { Expression } from '#syntax/code/form';

const DIGESTS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_512', 'blake2b', 'blake2s'];

/** https://docs.python.org/3/library/hashlib.html#hash-algorithms */
const digest: Observer = (view, path) => {
  const isNew = path === 'hashlib.new';
  const algorithm = isNew ? textOf(view.arg(0)) : path.slice('hashlib.'.length);
  if (algorithm === undefined || only(view.args.named.get('usedforsecurity')) === false) return undefined;
  const at = isNew ? 1 : 0;
  return hashed(view, algorithm, [{ node: view.expression(at), value: view.arg(at) }]);
};

const update: Observer = (view, path) => {
  const algorithm = /^hashlib\.(\w+)\(\)\.update$/.exec(path)?.[1];
  if (algorithm !== undefined) hashed(view, algorithm, [{ node: view.expression(0), value: view.arg(0) }]);
  return undefined;
};

/** `hashlib.md5(data).hexdigest()`. */
const digested: Observer = (view, path) => {
  const algorithm = /^hashlib\.(\w+)\(\)/.exec(path)?.[1] ?? '';
  if (isSaid(view.machine, /usedforsecurity\s{0,3}=\s{0,3}False/)) return undefined;
  if (!WEAK_DIGEST.test(algorithm)) return undefined;
  const made = view.node?.callee.kind === 'member' ? view.node.callee.object : undefined;
  const data = made?.kind === 'call' ? [{ node: made.args[0]?.value, value: undefined }] : [];
  return weakDigest(view, algorithm, isKeyed(view, data));
};

const hmac: Observer = (view) => {
  const value = view.either(2, 'digestmod');
  const algorithm = textOf(value) ?? value?.apis[0]?.path.replace('hashlib.', '');
  if (algorithm !== undefined && WEAK_DIGEST.test(algorithm) && /md5/i.test(algorithm))
    view.observe('weak-hash', { details: { algorithm, use: 'signature', name: '' } });
  return [mark('digest', 'hmac', view)];
};

const made: Observer = (view) => [mark('digest', 'hmac', view)];

/** Rounds that are far below what is asked for today: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const MIN_ROUNDS = 10_000;

const pbkdf2: Observer = (view) => {
  const rounds = only(view.either(3, 'iterations'));
  if (typeof rounds === 'number' && rounds < MIN_ROUNDS)
    view.observe('weak-hash', {
      at: view.place(3),
      details: { algorithm: 'PBKDF2', use: 'rounds', name: String(rounds) },
    });
  return undefined;
};

const PACKAGES = ['Crypto', 'Cryptodome'];
const ciphers = (names: readonly string[]): readonly string[] =>
  PACKAGES.flatMap((name) => names.map((one) => `${name}.Cipher.${one}.new`));
const ALGORITHMS = 'cryptography.hazmat.primitives.ciphers.algorithms';
const MODES = 'cryptography.hazmat.primitives.ciphers.modes';

const weak: Observer = (view, path) => {
  const algorithm = /(\w+)(?:\.new)?$/.exec(path)?.[1] ?? '';
  view.observe('weak-cipher', { details: { algorithm } });
  return undefined;
};

/** Whether bytes are always the same: a constant, or one that is repeated. */
function isFixed(value: Value | undefined, node: Expression | undefined): boolean {
  const known = textOf(value);
  if (known !== undefined) return known !== '';
  return (
    node?.kind === 'binary' && node.operator === '*' && node.left.kind === 'literal' && node.right.kind === 'literal'
  );
}

const aes: Observer = (view) => {
  const mode = view.either(1, 'mode');
  if (mode?.apis.some(({ path }) => path.endsWith('.MODE_ECB')))
    view.observe('weak-cipher', { details: { algorithm: 'AES in ECB mode' } });
  for (const at of [2, 'iv', 'nonce'] as const)
    if (isFixed(view.arg(at), view.expression(at)))
      view.observe('static-initialization-vector', { at: view.place(at), details: { algorithm: 'AES' } });
  return undefined;
};

const vector: Observer = (view, path) => {
  const at = view.arg(0) ? 0 : path.endsWith('CTR') ? 'nonce' : 'initialization_vector';
  if (isFixed(view.arg(at), view.expression(at)))
    view.observe('static-initialization-vector', {
      at: view.place(at),
      details: { algorithm: path.slice(path.lastIndexOf('.') + 1) },
    });
  return undefined;
};

const ecb: Observer = (view) => {
  view.observe('weak-cipher', { details: { algorithm: 'ECB mode' } });
  return undefined;
};

const keys =
  (kind: string, ...places: readonly (number | string)[]): Observer =>
  (view) => {
    const place = places.find((one) => view.arg(one));
    const bits = place === undefined ? undefined : only(view.arg(place));
    if (place !== undefined && typeof bits === 'number' && bits < 2048)
      view.observe('small-key', { at: view.place(place), details: { kind, bits: String(bits) } });
    return undefined;
  };

const SMALL_CURVE = /^(?:SECP192R1|SECT163[KR][12])$/;
const curve: Observer = (view) => {
  const path = view.either(0, 'curve')?.apis[0]?.path.replace(/\(\)$/, '') ?? '';
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (SMALL_CURVE.test(name)) view.observe('small-key', { at: view.place(0), details: { kind: name, bits: '' } });
  return undefined;
};

const RANDOM = ['random', 'randint', 'randrange', 'choice', 'choices', 'sample', 'getrandbits', 'uniform', 'randbytes'];

const HAZMAT = 'cryptography.hazmat.primitives.asymmetric';

export const CRYPTOGRAPHY: readonly Readonly<Record<string, Observer>>[] = [
  each([...DIGESTS.map((name) => `hashlib.${name}`), 'hashlib.new'], digest),
  each(
    DIGESTS.map((name) => `hashlib.${name}().update`),
    update,
  ),
  each(
    DIGESTS.flatMap((name) => [`hashlib.${name}().hexdigest`, `hashlib.${name}().digest`]),
    digested,
  ),
  each(['hmac.new().hexdigest', 'hmac.new().digest', 'hmac.digest'], made),
  each(
    ['token_urlsafe', 'token_hex', 'token_bytes', 'randbelow', 'choice', 'randbits'].map((name) => `secrets.${name}`),
    (view, path) => [mark('generated', path, view)],
  ),
  each(
    RANDOM.map((name) => `random.${name}`),
    (view, path) => predictable(view, path),
  ),
  each(
    [
      ...ciphers(['DES', 'DES3', 'ARC2', 'ARC4', 'Blowfish']),
      ...['TripleDES', 'ARC4', 'Blowfish', 'IDEA', 'CAST5'].map((one) => `${ALGORITHMS}.${one}`),
    ],
    weak,
  ),
  each(ciphers(['AES']), aes),
  each(
    ['CBC', 'CTR', 'GCM', 'OFB', 'CFB'].map((one) => `${MODES}.${one}`),
    vector,
  ),
  each(
    PACKAGES.map((name) => `${name}.PublicKey.RSA.generate`),
    keys('RSA', 0, 'bits'),
  ),
  {
    'hmac.new': hmac,
    'hashlib.pbkdf2_hmac': pbkdf2,
    [`${MODES}.ECB`]: ecb,
    [`${HAZMAT}.rsa.generate_private_key`]: keys('RSA', 'key_size', 1),
    [`${HAZMAT}.dsa.generate_private_key`]: keys('DSA', 'key_size', 0),
    [`${HAZMAT}.ec.generate_private_key`]: curve,
    'rsa.newkeys': keys('RSA', 0),
  },
];

/** Both are made text and then bytes: what is missing is compared, too, and letters that are not ASCII. */
function constantTime(_machine: Machine, context: Context, mine: Expression, theirs: Expression): Compared | undefined {
  const { code } = context.frame.module;
  const { file } = code;
  if (/\.digest\(\)|encode\(/.test(file.slice(mine.span))) return undefined;
  const imported = importedModule(code, 'hmac');
  if (!imported) return undefined;
  const bytes = (node: Expression): string => {
    const text = file.slice(node.span);
    return node.kind === 'template' ? `${text}.encode()` : `str(${text}).encode()`;
  };
  return { text: `${imported.name}.compare_digest(${bytes(mine)}, ${bytes(theirs)})`, edits: imported.edits };
}

export const CRYPTOGRAPHY_HOOKS: Pick<Language, 'compared'> = { compared: comparing(constantTime) };
