import type { Taint } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { explodingText } from '#runtimes/patterns/backtracking';
import type { RegularExpression } from '#syntax/code/form';

/** What is known of patterns that were looked at already. */
const KNOWN = new WeakMap<RegularExpression, string | false>();

/**
 * Told of a text that somebody else decides and that a pattern of ours is tried on.
 * @param whole whether the match has to cover the whole text already
 */
export function tried(view: CallView, regex: RegularExpression, taints: readonly Taint[], whole = false): void {
  if (!taints.some(({ origin }) => origin === 'event')) return;
  const known = KNOWN.get(regex) ?? explodingText(regex.pattern, regex.flags, whole) ?? false;
  KNOWN.set(regex, known);
  if (known === false) return;
  view.machine.reach('backtracking', taints, view.at, {
    callee: 'a pattern',
    call: view.at,
    context: view.context,
    payload: known,
  });
}
