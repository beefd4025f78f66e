import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { WEAK_DIGEST, weakDigest } from '#runtimes/observations/made-secrets';
import { isPassword } from '#runtimes/observations/names';
import { isSaid, namesIn } from '#runtimes/observations/written';
import type { Expression } from '#syntax/code/form';

/** Digests that are strong, and made to be fast: no match for who tries out passwords. */
const FAST_DIGEST = /^(?:sha-?(?:224|256|384|512)|sha3[-_]?(?:224|256|384|512)|blake2[bs](?:\d{3})?)$/i;

/** Something is digested; what it is tells whether the digest has to resist anybody. */
export function hashed(
  view: CallView,
  algorithm: string,
  data: readonly { readonly node: Expression | undefined; readonly value: Value | undefined }[],
): readonly Taint[] | undefined {
  const isWeak = WEAK_DIGEST.test(algorithm);
  const isFast = FAST_DIGEST.test(algorithm);
  if (!isWeak && !isFast) return undefined;
  const names = data.flatMap(({ node }) => namesIn(node));
  const password =
    names.find(isPassword) ??
    data
      .flatMap(({ value }) => value?.taints ?? [])
      .find(({ origin, path }) => origin === 'event' && isPassword(path.at(-1) ?? ''))
      ?.path.at(-1);
  // Have I Been Pwned is asked with SHA-1: https://haveibeenpwned.com/API/v3#PwnedPasswords
  if (password !== undefined && !isSaid(view.machine, /pwnedpasswords|haveibeenpwned/i))
    view.observe('weak-hash', { details: { algorithm, use: 'password', name: password } });
  return isWeak ? weakDigest(view, algorithm) : undefined;
}
