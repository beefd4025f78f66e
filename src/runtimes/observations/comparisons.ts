import type { Rewrite } from '#model/handler';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import type { Value } from '#runtimes/engine/value';
import type { Edit } from '#source/edit';
import type { Binary, Expression } from '#syntax/code/form';

/** A comparison as code, with what has to be imported for it. */
export interface Compared {
  readonly text: string;
  readonly edits: readonly Edit[];
}

const EQUALITY = /^[!=]==?$/;

/**
 * A secret, or a signature that is made with one, is compared with what somebody sends.
 * @param rewrite what is to be written instead, from the texts of both sides
 */
export function comparing(
  rewrite: (machine: Machine, context: Context, mine: Expression, theirs: Expression) => Compared | undefined,
): (machine: Machine, node: Binary, left: Value, right: Value, context: Context) => void {
  return (machine, node, left, right, context) => {
    if (!EQUALITY.test(node.operator) || (left.taints.length === 0 && right.taints.length === 0)) return;
    for (const [mine, theirs, mineNode, theirNode] of [
      [left, right, node.left, node.right],
      [right, left, node.right, node.left],
    ] as const) {
      const secret = mine.taints.find(
        (one) => (one.origin === 'digest' && one.text === 'hmac') || (one.origin === 'secret' && one.path.length === 0),
      );
      if (!secret || isLength(mineNode) || mine.taints.some(({ origin }) => origin === 'event')) continue;
      if (!deepTaints(machine, theirs).some(({ origin }) => origin === 'event')) continue;
      const at = context.frame.module.at(node.span);
      const compared = rewrite(machine, context, mineNode, theirNode);
      const negation = node.operator.startsWith('!');
      machine.observe('variable-time-comparison', at, context, {
        callee: node.operator,
        details: { what: secret.origin === 'digest' ? 'signature' : 'secret' },
        rewrite: compared && replaced(at, compared, negation, machine.language.name),
      });
      return;
    }
  };
}

function isLength(node: Expression): boolean {
  if (node.kind === 'member') return node.property === 'length';
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'len';
}

function replaced(
  at: { readonly file: { readonly path: string }; readonly span: { readonly start: number; readonly end: number } },
  { text, edits }: Compared,
  negation: boolean,
  language: 'javascript' | 'python',
): Rewrite {
  const not = negation ? (language === 'python' ? 'not ' : '!') : '';
  return {
    title: 'Compare in constant time',
    applicability: 'unsafe',
    edits: [...edits, { path: at.file.path, span: at.span, text: `${not}${text}` }],
  };
}
