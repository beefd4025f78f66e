import type { Context, Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import { only, textOf } from '#runtimes/observations/options';
import type { Binary } from '#syntax/code/form';

const ROLE = /^(?:role|roles|user_?role|userrole|is_?admin|isadmin|is_?super_?user|permissions?)$/i;
const POWER = /^(?:admin|administrator|super_?admin|superuser|root|owner|manager|staff)$/i;
const REFUSED = /\b40[13]\b|forbidden|unauthori[sz]ed|denied|not allowed|permission/i;

/** What the sender says of their own role decides whether they are let in. */
export function roleCompared(machine: Machine, node: Binary, left: Value, right: Value, context: Context): void {
  if (!/^[!=]==?$/.test(node.operator)) return;
  for (const [theirs, ours] of [
    [left, right],
    [right, left],
  ] as const) {
    const role = theirs.taints.find(
      ({ origin, path }) =>
        origin === 'event' &&
        ROLE.test(path.at(-1) ?? '') &&
        /^(?:body|queryStringParameters|headers|arguments)$/.test(path[0] ?? ''),
    );
    const known = textOf(ours);
    if (!role || !((known !== undefined && POWER.test(known)) || typeof only(ours) === 'boolean')) continue;
    const { file } = context.frame.module.code;
    if (!REFUSED.test(file.text.slice(node.span.end, node.span.end + 300))) continue;
    machine.observe('role-from-event', context.frame.module.at(node.span), context, {
      details: { field: role.text },
      confidence: 'medium',
    });
    return;
  }
}
