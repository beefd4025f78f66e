import type { Language } from '#runtimes/engine/language';
import type { Context, Machine } from '#runtimes/engine/machine';
import { mark } from '#runtimes/engine/models';
import type { Api, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { importedFunctions, quoteOf } from '#runtimes/javascript/imports';
import { type Compared, comparing } from '#runtimes/observations/comparisons';
import { hashed } from '#runtimes/observations/hashes';
import { each, type Observer } from '#runtimes/observations/hooks';
import { predictable, WEAK_DIGEST } from '#runtimes/observations/made-secrets';
import { fieldAt, only, textOf } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';
import type { Call, Expression } from '#syntax/code/form';

/** The call that a chain of calls begins with: `crypto.createHash('md5')`. */
function begin(value: Value, path: string): Api | undefined {
  let one: Api | undefined = value.apis[0];
  for (let depth = 0; one && depth < 12; depth++) {
    if (one.path.replaceAll('.default', '') === path) return one;
    one = one.receiver?.apis[0];
  }
  return undefined;
}

/** What was put into a digest: in the chain that ends here, and in statements before. */
function updates(
  view: CallView,
  made: Api,
): readonly { readonly node: Expression | undefined; readonly value: Value | undefined }[] {
  const found: { node: Expression | undefined; value: Value | undefined }[] = [];
  let node: Expression | undefined = view.node?.callee;
  while (node?.kind === 'member' && node.object.kind === 'call') {
    const inner: Call = node.object;
    if (inner.callee.kind === 'member' && inner.callee.property === 'update')
      found.push({ node: inner.args[0]?.value, value: undefined });
    node = inner.callee;
  }
  for (const one of view.machine.calls) {
    if (
      !one.path.endsWith('.update') ||
      !one.receiver ||
      begin(one.receiver, 'crypto.createHash()')?.args !== made.args
    )
      continue;
    found.push({ node: undefined, value: one.args.list[0] });
  }
  return found;
}

const digest: Observer = (view, path) => {
  const hash = path.startsWith('crypto.createHash()') ? begin(view.receiver, 'crypto.createHash()') : undefined;
  const algorithm = textOf(hash?.args?.list[0]);
  if (hash && algorithm !== undefined) return hashed(view, algorithm, updates(view, hash));
  return path.startsWith('crypto.createHmac()') ? [mark('digest', 'hmac', view)] : undefined;
};

const UPDATES = ['', '.update()', '.update().update()', '.update().update().update()'];
const DIGESTS = ['createHash()', 'createHmac()'].flatMap((name) => UPDATES.map((one) => `crypto.${name}${one}.digest`));

const named =
  (algorithm: string): Observer =>
  (view) =>
    hashed(view, algorithm, [{ node: view.expression(0), value: view.arg(0) }]);

/** `crypto.hash('md5', data)`: https://nodejs.org/api/crypto.html#cryptohashalgorithm-data-options */
const hash: Observer = (view) => {
  const algorithm = textOf(view.arg(0));
  return algorithm === undefined
    ? undefined
    : hashed(view, algorithm, [{ node: view.expression(1), value: view.arg(1) }]);
};

const signing: Observer = (view) => {
  const algorithm = textOf(view.arg(0));
  if (algorithm !== undefined && WEAK_DIGEST.test(algorithm))
    view.observe('weak-hash', { at: view.place(0), details: { algorithm, use: 'signature', name: '' } });
  return undefined;
};

const hmac: Observer = (view) => {
  const algorithm = textOf(view.arg(0));
  if (algorithm !== undefined && /^md5$/i.test(algorithm))
    view.observe('weak-hash', { at: view.place(0), details: { algorithm, use: 'signature', name: '' } });
  return undefined;
};

/** Rounds of PBKDF2 that are far below what is asked for today: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const MIN_ROUNDS = 10_000;

const pbkdf2: Observer = (view) => {
  const rounds = only(view.arg(2));
  if (typeof rounds === 'number' && rounds < MIN_ROUNDS)
    view.observe('weak-hash', {
      at: view.place(2),
      details: { algorithm: 'PBKDF2', use: 'rounds', name: String(rounds) },
    });
  return undefined;
};

/** https://csrc.nist.gov/pubs/sp/800/131/a/r2/final */
const WEAK_CIPHER = /^(?:des|3des|tripledes|rc2|rc4|bf|blowfish|cast5?|idea|seed)(?:[-_]|$)|[-_]ecb$|^des3$/i;

const cipher: Observer = (view) => {
  const algorithm = textOf(view.arg(0));
  if (algorithm !== undefined && WEAK_CIPHER.test(algorithm))
    view.observe('weak-cipher', { at: view.place(0), details: { algorithm } });
  const iv = view.arg(2);
  const node = view.expression(2);
  if (!iv || !node || (algorithm !== undefined && /ecb$/i.test(algorithm))) return undefined;
  const known = textOf(iv);
  const isMade = iv.taints.some(({ origin }) => origin === 'fixed');
  if ((known !== undefined && known !== '') || isMade)
    view.observe('static-initialization-vector', { at: view.place(2), details: { algorithm: algorithm ?? '' } });
  return undefined;
};

const withoutVector: Observer = (view) => {
  view.observe('weak-cipher', {
    details: { algorithm: `${textOf(view.arg(0)) ?? 'a cipher'} with a key that is made by MD5` },
  });
  return undefined;
};

const cryptoJs =
  (algorithm: string): Observer =>
  (view) => {
    view.observe('weak-cipher', { details: { algorithm } });
    return undefined;
  };

const cryptoJsAes: Observer = (view) => {
  const mode = fieldAt(view.machine, view.arg(2), ['mode']);
  if (mode?.value.apis.some(({ path }) => path.endsWith('.mode.ECB')))
    view.observe('weak-cipher', { at: view.place('2.mode'), details: { algorithm: 'AES in ECB mode' } });
  return undefined;
};

/** `Buffer.from('…')`, `Buffer.alloc(16)`: always the same, unless it is filled later. */
const fixed: Observer = (view, path) => {
  const given = view.arg(0);
  if (only(given) === undefined) return undefined;
  if (path === 'Buffer.alloc' && isSaid(view.machine, /randomFill|getRandomValues|\.copy\(|\.set\(|\.fill\(|\.write/))
    return undefined;
  return [mark('fixed', 'a constant', view)];
};

const SMALL_CURVE =
  /^(?:secp1(?:12|28|60)[rk][12]|secp192[rk]1|prime192v[123]|P-192|sect1\d\d[rk][12]|wap-wsg-idm-ecid-wtls[1-9])$/i;

const keys: Observer = (view) => {
  const bits = only(fieldAt(view.machine, view.arg(1), ['modulusLength'])?.value);
  const kind = textOf(view.arg(0)) ?? '';
  if (typeof bits === 'number' && bits < 2048)
    view.observe('small-key', {
      at: view.place('1.modulusLength'),
      details: { kind: kind.toUpperCase(), bits: String(bits) },
    });
  const curve = textOf(fieldAt(view.machine, view.arg(1), ['namedCurve'])?.value);
  if (curve !== undefined && SMALL_CURVE.test(curve))
    view.observe('small-key', { at: view.place('1.namedCurve'), details: { kind: curve, bits: '' } });
  return undefined;
};

const subtleKeys: Observer = (view) => {
  const bits = only(fieldAt(view.machine, view.arg(0), ['modulusLength'])?.value);
  if (typeof bits === 'number' && bits < 2048)
    view.observe('small-key', { at: view.place('0.modulusLength'), details: { kind: 'RSA', bits: String(bits) } });
  return undefined;
};

const generated: Observer = (view, path) => [mark('generated', path, view)];

export const CRYPTOGRAPHY: readonly Readonly<Record<string, Observer>>[] = [
  each(DIGESTS, digest),
  {
    'Math.random': (view) => predictable(view, 'Math.random'),
    'crypto.randomInt': generated,
    'crypto.randomBytes': generated,
    md5: named('md5'),
    sha1: named('sha1'),
    'crypto-js.MD5': named('md5'),
    'crypto-js.SHA1': named('sha1'),
    'crypto-js.SHA256': named('sha256'),
    'crypto-js/md5': named('md5'),
    'crypto-js/sha1': named('sha1'),
    'crypto-js/sha256': named('sha256'),
    'crypto.hash': hash,
    'crypto.createSign': signing,
    'crypto.sign': signing,
    'crypto.createHmac': hmac,
    'crypto.pbkdf2': pbkdf2,
    'crypto.pbkdf2Sync': pbkdf2,
    'crypto.createCipheriv': cipher,
    'crypto.createCipher': withoutVector,
    'crypto-js.DES.encrypt': cryptoJs('DES'),
    'crypto-js.TripleDES.encrypt': cryptoJs('3DES'),
    'crypto-js.RC4.encrypt': cryptoJs('RC4'),
    'crypto-js.AES.encrypt': cryptoJsAes,
    'Buffer.from': fixed,
    'Buffer.alloc': fixed,
    'crypto.generateKeyPair': keys,
    'crypto.generateKeyPairSync': keys,
    'crypto.subtle.generateKey': subtleKeys,
    'crypto.webcrypto.subtle.generateKey': subtleKeys,
  },
];

/** Values of different lengths are digested first, since `timingSafeEqual` takes only what is equally long. */
function constantTime(machine: Machine, context: Context, mine: Expression, theirs: Expression): Compared | undefined {
  const { code } = context.frame.module;
  if (machine.language.name !== 'javascript') return undefined;
  const imported = importedFunctions(code, 'crypto', ['createHash', 'timingSafeEqual']);
  if (!imported) return undefined;
  const { prefix, edits } = imported;
  const quote = quoteOf(code.file.text);
  const asText = (node: Expression): string => {
    const text = code.file.slice(node.span);
    return node.kind === 'template' ? text : `String(${text})`;
  };
  const digested = (node: Expression): string =>
    `${prefix}createHash(${quote}sha256${quote}).update(${asText(node)}).digest()`;
  return { text: `${prefix}timingSafeEqual(${digested(mine)}, ${digested(theirs)})`, edits };
}

export const CRYPTOGRAPHY_HOOKS: Pick<Language, 'compared'> = { compared: comparing(constantTime) };
