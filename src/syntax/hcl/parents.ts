import type { Attribute, Block, Body, Expression, ObjectItem, TemplatePart } from '#syntax/hcl/ast';

export type HclNode = Attribute | Block | Body | ObjectItem | Expression;

/** For each node of a tree the one that holds it; the root has itself. */
export type Parents = ReadonlyMap<HclNode, HclNode>;

/** The nodes of a tree, each with what holds it: of an argument its body, of an object's entry the object. */
export function parentsOf(root: Body): Parents {
  const parents = new Map<HclNode, HclNode>([[root, root]]);
  const stack: HclNode[] = [root];
  const put = (node: HclNode, holder: HclNode): void => {
    parents.set(node, holder);
    stack.push(node);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const holder = node;
    for (const below of childrenOf(node)) put(below, holder);
  }
  return parents;
}

function childrenOf(node: HclNode): readonly HclNode[] {
  if ('attributes' in node) return [...node.attributes, ...node.blocks];
  if ('body' in node) return [node.body];
  if (!('kind' in node)) return 'key' in node ? [node.key, node.value] : [node.value];
  switch (node.kind) {
    case 'template':
      return node.parts.flatMap(expressionsOf);
    case 'tuple':
    case 'object':
      return node.items;
    case 'attribute':
      return [node.of];
    case 'index':
      return [node.of, node.key];
    case 'splat':
      return [node.of, node.each];
    case 'call':
      return node.args;
    case 'conditional':
      return [node.condition, node.yes, node.no];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'for':
      return [node.collection, node.keyOf, node.valueOf, node.condition].filter((one) => one !== undefined);
    case 'parentheses':
      return [node.inner];
    default:
      return [];
  }
}

function expressionsOf(part: TemplatePart): Expression[] {
  switch (part.kind) {
    case 'text':
      return [];
    case 'interpolation':
      return [part.value];
    case 'if':
      return [part.condition, ...part.yes.flatMap(expressionsOf), ...part.no.flatMap(expressionsOf)];
    case 'for':
      return [part.collection, ...part.body.flatMap(expressionsOf)];
  }
}
