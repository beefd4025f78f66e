import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isSaid } from '#runtimes/observations/written';

const TOKEN = /^(?:authorization|.{0,30}token|jwt)$/i;

/** Whether what is decoded is a part of a token that came in: cut at its dots, which a token of another kind has not. */
export function readsToken(view: CallView, value: Value | undefined): boolean {
  const isToken = view.taints(value).some(({ path }) => path.some((key) => TOKEN.test(key)));
  return isToken && isSaid(view.machine, /\bsplit\(\s{0,3}["'`]\.["'`]/);
}
