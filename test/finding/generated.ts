import { withRandom } from '../../tools/rules/random.js';

/** A text with its placeholders of random characters filled, the same ones for the same seed. */
export function filled(text: string, seed = 1): string {
  return withRandom({ text }, seed).text ?? '';
}

/** A JSON Web Token with a header, these claims and a random signature. */
export function token(claims: object, seed = 1): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${filled('{{random:base64url:43}}', seed)}`;
}

/** A private key in PEM's form that opens nothing. */
export function privateKey(label: string, seed = 1): string {
  const lines = Array.from({ length: 12 }, (_, line) => filled('{{random:base64:64}}', seed * 100 + line));
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}
