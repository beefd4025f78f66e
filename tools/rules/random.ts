/** The characters that placeholders may ask for. */
const ALPHABETS: Readonly<Record<string, string>> = {
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
  digits: '0123456789',
};

const PLACEHOLDER = /\{\{random:([a-z0-9]+):(\d{1,4})\}\}/g;

/**
 * Texts with `{{random:base32:16}}` and the like replaced by so many characters, the same ones for the same seed. So an example
 * of a credential has the form that its issuer gives it, and no file of this repository has.
 */
export function withRandom(files: Readonly<Record<string, string>>, seed = 1): Record<string, string> {
  const next = random(seed);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replaceAll(PLACEHOLDER, (_, name: string, length: string) => {
        const alphabet = ALPHABETS[name];
        if (alphabet === undefined) throw new Error(`There is no alphabet ${name}.`);
        return Array.from({ length: Number(length) }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
      }),
    ]),
  );
}

/** Numbers from 0 to 1 that look random: https://en.wikipedia.org/wiki/Xorshift */
function random(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
