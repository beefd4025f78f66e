import type { Machine } from '#runtimes/engine/machine';
import type { Taint } from '#runtimes/engine/value';

/** Checks of addresses that are no checks, as they are told: after `That`, before `is applied`. */
const WORDS = {
  beginning: 'a check of the beginning that stops within the host (`https://good.example.evil.example`)',
  anywhere: 'a check whether the host stands anywhere in the address (`https://evil.example/?good.example`)',
  pattern: 'a pattern that does not hold the host from its start to its end, or whose dots stand for any character,',
};

const HOST = /^(?:https?:\/\/)?(?:[\w-]{1,63}\.){1,8}[a-z]{2,20}$/i;

/** Keeps in mind that an address was checked in a way that somebody gets around. @param known the text that it is compared with */
export function keepHalfCheck(
  machine: Machine,
  taints: readonly Taint[],
  how: keyof typeof WORDS,
  known: unknown,
): void {
  if (how !== 'pattern' && !(typeof known === 'string' && HOST.test(known))) return;
  for (const { key, origin } of taints) if (origin === 'event' && key !== '') machine.halfChecks.set(key, WORDS[how]);
}
