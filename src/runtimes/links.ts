import type { Trigger } from '#model/handler';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** What is told instead of an API's name where the caller is given a link to an object whose key they chose. */
export const LINK = 'a link to an object';

const CALLERS: ReadonlySet<Trigger['kind']> = new Set(['rest-api', 'http-api', 'function-url', 'alb', 'graphql']);

/** Tells of a link to read an object whose whole key, or its beginning, a caller chose: that they choose a part below one of ours is meant. */
export function linked(view: CallView, key: Value | undefined): void {
  if (!key) return;
  const [head] = key.text ?? [];
  if (typeof head === 'string' || (head !== undefined && head.taints.length === 0)) return;
  const taints = key.taints.filter(
    ({ origin, path, triggers }) =>
      origin === 'event' && path.length > 1 && triggers.length > 0 && triggers.every(({ kind }) => CALLERS.has(kind)),
  );
  view.machine.reach('cloud-resource', taints, view.at, {
    callee: LINK,
    call: view.at,
    context: view.context,
    weak: true,
  });
}
