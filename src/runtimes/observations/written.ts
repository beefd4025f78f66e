import type { Machine } from '#runtimes/engine/machine';
import type { Expression } from '#syntax/code/form';

/** The names that an expression reads, each the last one of a member: `password` of `body.password`. */
export function namesIn(node: Expression | undefined, depth = 0): readonly string[] {
  if (!node || depth > 6) return [];
  const all = (nodes: readonly Expression[]): readonly string[] => nodes.flatMap((one) => namesIn(one, depth + 1));
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'member':
      return typeof node.property === 'string' ? [node.property] : [];
    case 'template':
      return all(node.parts.filter((part) => typeof part !== 'string'));
    case 'binary':
    case 'logical':
      return all([node.left, node.right]);
    case 'await':
      return namesIn(node.value, depth + 1);
    case 'call':
      // `password.encode()`, `String(password)`, `Buffer.from(password)`
      return all([
        ...(node.callee.kind === 'member' && /^(?:encode|toString|trim|strip)$/.test(String(node.callee.property))
          ? [node.callee.object]
          : []),
        ...(isConversion(node.callee) ? node.args.slice(0, 1).map((one) => one.value) : []),
      ]);
    default:
      return [];
  }
}

function isConversion(callee: Expression): boolean {
  if (callee.kind === 'name') return /^(?:String|str|bytes)$/.test(callee.name);
  return callee.kind === 'member' && callee.property === 'from';
}

/** Whether some module of the handler has a text in it: what is looked for is said anywhere at all. */
export function isSaid({ modules }: Machine, pattern: RegExp): boolean {
  for (const { code } of modules.values()) if (pattern.test(code.file.text)) return true;
  return false;
}
