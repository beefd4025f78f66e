import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { secretsOf } from '#runtimes/observations/answers';
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
  return isWeak ? weakDigest(view, algorithm, isKeyed(view, data)) : undefined;
}

/** Names of variables of the environment that hold a key of one's own, not a key of a table or a cache. */
const KEY = /(?:^|_)(?:key|secret|pepper)$/i;
const NO_KEY =
  /(?:partition|sort|cache|table|object|s3|bucket|public|primary|index|idempotency|access|prefix|file)_?key$/i;
const VARIABLE = /^(?:process\.env\.|os\.environ\.)(\w{1,80})$/;

/** Whether a digest is made of a key and of something else: a signature of one's own making. */
export function isKeyed(
  view: CallView,
  data: readonly { readonly node: Expression | undefined; readonly value: Value | undefined }[],
): boolean {
  const parts = data.flatMap(({ node }) => (node ? leaves(node) : []));
  return parts.length > 1 && parts.some((node) => holdsKey(view, node));
}

/** The pieces that a text is put together from. */
function leaves(node: Expression, depth = 0): readonly Expression[] {
  if (depth > 6) return [node];
  const all = (nodes: readonly Expression[]): readonly Expression[] => nodes.flatMap((one) => leaves(one, depth + 1));
  if (node.kind === 'binary' && node.operator === '+') return all([node.left, node.right]);
  if (node.kind === 'template') return all(node.parts.filter((part) => typeof part !== 'string'));
  if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'encode')
    return leaves(node.callee.object, depth + 1);
  return [node];
}

function holdsKey(view: CallView, node: Expression): boolean {
  const cell = node.kind === 'name' ? view.context.scope.lookup(node.name) : undefined;
  const held = cell && view.machine.state.get(cell);
  if (secretsOf(held?.taints ?? []).length > 0) return true;
  const paths = held ? held.apis.map(({ path }) => path) : [written(view, node)];
  return paths.some((path) => {
    const name = VARIABLE.exec(path)?.[1] ?? '';
    return KEY.test(name) && !NO_KEY.test(name);
  });
}

/** A variable of the environment as it is written, by its path. */
function written(view: CallView, node: Expression): string {
  if (node.kind !== 'member' || typeof node.property !== 'string') return '';
  return `${view.written(node.object)}.${node.property}`;
}
