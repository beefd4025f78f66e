import type { Context, Machine } from '#runtimes/engine/machine';
import type { Expression } from '#syntax/code/form';

/** Flags that say what somebody may do. */
const FLAG = /^(?:is_?)?(?:admin|administrator|super_?user|super_?admin|staff|moderator)$/i;
const REFUSED = /\b40[13]\b|forbidden|unauthori[sz]ed|denied|not allowed/i;

/**
 * What the sender says of their own power decides whether they are let in: `if (!body.isAdmin) return { statusCode: 403 }`. Not where it is
 * known who calls: then the flag may be what they ask for, not what they are.
 */
export function flagTested(machine: Machine, test: Expression, context: Context): void {
  const { module } = context.frame;
  if (machine.asksWho || !REFUSED.test(module.code.file.text.slice(test.span.end, test.span.end + 300))) return;
  for (const flag of flagsIn(test)) {
    const theirs = machine
      .evaluate(flag, context)
      .taints.find(
        ({ origin, path }) =>
          origin === 'event' &&
          FLAG.test(path.at(-1) ?? '') &&
          /^(?:body|queryStringParameters|headers|arguments)$/.test(path[0] ?? ''),
      );
    if (!theirs) continue;
    machine.observe('role-from-event', module.at(test.span), context, {
      details: { field: theirs.text },
      confidence: 'medium',
    });
    return;
  }
}

/** The parts of a condition that hold where they are not so, and do nothing when they are asked again. */
function flagsIn(test: Expression, isNot = false, depth = 0): readonly Expression[] {
  if (depth > 6) return [];
  if (test.kind === 'unary') return test.operator === 'not' ? flagsIn(test.operand, !isNot, depth + 1) : [];
  if (test.kind === 'logical')
    return [...flagsIn(test.left, isNot, depth + 1), ...flagsIn(test.right, isNot, depth + 1)];
  if (!isNot) return [];
  // `body.get('isAdmin')`
  const isRead = test.kind === 'call' && test.callee.kind === 'member' && test.callee.property === 'get';
  return isPlain(isRead && test.callee.kind === 'member' ? test.callee.object : test) ? [test] : [];
}

function isPlain(node: Expression, depth = 0): boolean {
  if (node.kind === 'name') return true;
  return node.kind === 'member' && depth < 6 && isPlain(node.object, depth + 1);
}
