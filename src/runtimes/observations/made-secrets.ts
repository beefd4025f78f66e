import type { Language } from '#runtimes/engine/language';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { mark } from '#runtimes/engine/models';
import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isSignature, isUnguessable, makesUnguessable } from '#runtimes/observations/names';
import { fieldsOf } from '#runtimes/observations/options';

/** Machines in whose code a value was seen that can be guessed or a digest that is weak: only there fields are looked through. */
const SEEN = new WeakSet<Machine>();

/** Digests that can be forged or found again: https://csrc.nist.gov/projects/hash-functions */
export const WEAK_DIGEST =
  /^(?:(?:rsa-|ecdsa-with-|id-)?(?:md2|md4|md5|sha-?1)|ripemd(?:-?128)?)(?:withrsaencryption)?$/i;

/** A call of a generator whose next values follow from those before. */
export function predictable(view: CallView, generator: string): readonly Taint[] {
  SEEN.add(view.machine);
  if (makesUnguessable(view.context.frame.name))
    view.observe('predictable-secret', { details: { name: view.context.frame.name, generator } });
  return [mark('random', generator, view)];
}

/** A digest that is weak. */
export function weakDigest(view: CallView, algorithm: string, isKeyed = false): readonly Taint[] {
  SEEN.add(view.machine);
  const made = mark('digest', algorithm, view);
  return [isKeyed ? { ...made, path: [KEYED], key: `${made.key} ${KEYED}` } : made];
}

/** In the path of a digest, that a key went into it: where it is given to somebody, it is to prove something. */
const KEYED = '<keyed>';

/** Such a digest is answered: whoever has one may come to make others. What another service asks for is its own choice. */
function proving(machine: Machine, value: Value, context: Context): void {
  for (const { origin, path, text, at } of deepTaints(machine, value))
    if (origin === 'digest' && path.includes(KEYED))
      machine.observe('weak-hash', at, context, {
        callee: text,
        confidence: 'medium',
        details: { algorithm: text, use: 'signature', name: '' },
      });
}

/** A value gets a name that says what it is for. */
function judged(machine: Machine, name: string, taints: readonly Taint[], context: Context): void {
  if (taints.length === 0) return;
  const secret = isUnguessable(name);
  for (const taint of taints) {
    if (taint.origin === 'random' && secret)
      machine.observe('predictable-secret', taint.at, context, {
        callee: taint.text,
        details: { name, generator: taint.text },
      });
    if (taint.origin === 'digest' && WEAK_DIGEST.test(taint.text) && (secret || isSignature(name)))
      machine.observe('weak-hash', taint.at, context, {
        callee: taint.text,
        confidence: 'medium',
        details: { algorithm: taint.text, use: secret ? 'secret' : 'signature', name },
      });
  }
}

function made(value: Value): readonly Taint[] {
  return value.taints.filter(({ origin }) => origin === 'random' || origin === 'digest');
}

/** Fields of what a call is given: `put({ Item: { token } })`. */
export function givenSecrets(view: CallView): undefined {
  if (!SEEN.has(view.machine)) return undefined;
  for (const value of view.args.list)
    for (const field of fieldsOf(view.machine, value))
      judged(view.machine, field.name, made(field.value), view.context);
  for (const [name, value] of view.args.named) judged(view.machine, name, made(value), view.context);
  return undefined;
}

/** Variables and fields that are given such a value, and answers that hold one. */
export const MADE_SECRETS: Pick<Language, 'named' | 'assigned' | 'answered'> = {
  named: (machine, name, value, _at, context) => {
    if (value.taints.length > 0) judged(machine, name, made(value), context);
  },
  assigned: (machine, _owner, name, value, _at, context) => {
    if (value.taints.length > 0) judged(machine, name, made(value), context);
  },
  answered: (machine, value, _at, context) => {
    if (!SEEN.has(machine)) return;
    proving(machine, value, context);
    for (const field of fieldsOf(machine, value)) judged(machine, field.name, made(field.value), context);
  },
};
