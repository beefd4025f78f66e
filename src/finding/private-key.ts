import { entropy } from '#finding/placeholder';
import type { Span } from '#source/span';

/** Characters that a private key takes at most, its marks and line breaks included: RSA with 16,384 bits. */
const LONGEST = 16_384;

/** A private key in PEM or OpenPGP armor, in the clear, from its first mark to its last. */
export interface PrivateKey {
  readonly span: Span;
  readonly kind: string;
}

/**
 * The private keys of a text, over several lines or in one with `\n` for line breaks. One that a passphrase guards is none, nor
 * are marks without a key between them.
 */
export function privateKeysIn(text: string): readonly PrivateKey[] {
  const found: PrivateKey[] = [];
  let next = 0;
  for (let at = text.indexOf('-----BEGIN '); at !== -1; at = text.indexOf('-----BEGIN ', Math.max(at + 1, next))) {
    const label = /^-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?)-----/.exec(text.slice(at, at + 80))?.[1];
    if (label === undefined || label.startsWith('ENCRYPTED')) continue;
    const rest = text.slice(at, at + LONGEST);
    const mark = `-----END ${label}-----`;
    const end = rest.indexOf(mark);
    if (end === -1) continue;
    const body = rest.slice(label.length + 16, end);
    next = at + end + mark.length;
    if (isKey(body)) found.push({ span: { start: at, end: next }, kind: kindOf(label, text, at) });
  }
  return found;
}

function isKey(body: string): boolean {
  if (/ENCRYPTED/.test(body)) return false;
  // Line breaks, their escapes, the signs of comments and strings that the lines may stand in.
  const bare = body.replace(/\\[nr]|["'+,\\#*\s]|\/\/(?=\s)/g, '');
  return /^[A-Za-z0-9+/=:.()-]{60,}$/.test(bare) && entropy(bare) >= 4 && !/(.)\1{7}/.test(bare.replaceAll('A', ''));
}

function kindOf(label: string, text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 1_000), at);
  if (/"private_key"\s{0,8}:\s{0,8}"$/.test(before) && before.includes('service_account'))
    return 'Google service account key';
  if (label.includes('OPENSSH')) return 'SSH private key';
  return label.includes('PGP') ? 'PGP private key' : 'private key';
}
