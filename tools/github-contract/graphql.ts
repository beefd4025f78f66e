/** What is kept of GitHub's public GraphQL schema. */
import {
  type ASTNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type NamedTypeNode,
  parse,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { graphqlTypes } from './used.js';

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

/** Prints the schema without descriptions, holding the listed types and all scalars, enumerations and inputs they need. */
export function reduceGraphql(text: string): string {
  const document = parse(text, { noLocation: true });
  const definitions = new Map<string, DefinitionNode>();
  for (const definition of document.definitions)
    if ('name' in definition && definition.name) definitions.set(definition.name.value, definition);
  const values = new Set<string>();
  const isValue = (name: string) => {
    const kind = definitions.get(name)?.kind;
    return kind === undefined || kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.ENUM_TYPE_DEFINITION;
  };
  const use = (name: string): void => {
    if (values.has(name) || name in graphqlTypes) return;
    values.add(name);
    const definition = definitions.get(name);
    if (definition?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      for (const field of definition.fields ?? []) use(named(field.type));
  };
  const keep = (type: string, field: FieldDefinitionNode): boolean => {
    const target = named(field.type);
    const mutations = type === 'Mutation';
    const wanted = graphqlTypes[type]?.includes(field.name.value) === true;
    if (!(wanted ? target in graphqlTypes || isValue(target) : isValue(target) && !mutations)) return false;
    use(target);
    for (const argument of field.arguments ?? []) use(named(argument.type));
    return true;
  };
  const listed = (node: NamedTypeNode) => node.name.value in graphqlTypes;
  const types: ASTNode[] = [];
  for (const name of Object.keys(graphqlTypes)) {
    const definition = definitions.get(name);
    if (definition === undefined) throw new Error(`GitHub's GraphQL schema has no type ${name} any more.`);
    if (definition.kind === Kind.UNION_TYPE_DEFINITION)
      types.push({ ...definition, types: (definition.types ?? []).filter(listed) });
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const fields = (definition.fields ?? []).filter((field) => keep(name, field));
    types.push({ ...definition, fields, interfaces: (definition.interfaces ?? []).filter(listed) });
  }
  for (const name of [...values].sort()) {
    const definition = definitions.get(name);
    if (definition !== undefined) types.push(definition);
  }
  const bare = types.map((node) => visit(node, { enter: (inner) => without(inner) }));
  return `# Reduced from @octokit/graphql-schema by tools/github-contract.ts.\n${bare.map(print).join('\n\n')}\n`;
}

/** Drops descriptions, and directives that only document. */
function without(node: ASTNode): ASTNode {
  return {
    ...node,
    ...('description' in node ? { description: undefined } : {}),
    ...('directives' in node ? { directives: [] } : {}),
  } as ASTNode;
}
