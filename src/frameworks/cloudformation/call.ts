import type { DataNode } from '#syntax/document';

/** One use of an intrinsic function, in whichever of its spellings: `!Sub x`, `{ "Fn::Sub": "x" }`. */
export interface Call {
  /** The long name: `Ref`, `Condition`, `Fn::GetAtt`. */
  readonly name: string;
  /** The argument. In the short form it is the tagged node itself, whose tag is then to be ignored. */
  readonly argument: DataNode;
}

const BARE = new Set(['Ref', 'Condition']);

/** The intrinsic that a node is; undefined for plain data. `{ Condition: … }` is one only in the conditions, and told apart there. */
export function callOf(node: DataNode): Call | undefined {
  if (node.tag !== undefined) return { name: longName(node.tag), argument: node };
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined;
  const only = node.entries[0];
  if (only === undefined) return undefined;
  const isCall = only.key === 'Ref' || (only.key.startsWith('Fn::') && !only.key.startsWith('Fn::ForEach::'));
  return isCall ? { name: only.key, argument: only.value } : undefined;
}

/** `!GetAtt` is `Fn::GetAtt`; `!Ref` and `!Condition` have no prefix. */
function longName(tag: string): string {
  const name = tag.startsWith('!') ? tag.slice(1) : tag;
  return BARE.has(name) || name.startsWith('Fn::') ? name : `Fn::${name}`;
}
