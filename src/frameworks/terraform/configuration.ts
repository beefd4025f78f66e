import type { Location, SourceFile } from '#source/file';
import type { Attribute, Block, Body, Expression, HclDocument, TemplatePart } from '#syntax/hcl/ast';

/** A block of one of the files of a module, with what override files say in its place. */
export interface Declared {
  readonly document: HclDocument;
  readonly block: Block;
  readonly overrides: readonly { readonly document: HclDocument; readonly block: Block }[];
}

/** An argument and the file that it stands in. */
export interface PlacedAttribute {
  readonly document: HclDocument;
  readonly attribute: Attribute;
}

/** A nested block and the file that it stands in. */
export interface PlacedBlock {
  readonly document: HclDocument;
  readonly block: Block;
}

/** What the files of one directory declare: a module before anything of it is evaluated. */
export class Configuration {
  readonly variables = new Map<string, Declared>();
  readonly locals = new Map<string, PlacedAttribute>();
  readonly outputs = new Map<string, Declared>();
  readonly modules = new Map<string, Declared>();
  readonly providers: Declared[] = [];
  /** By address without a key: `aws_lambda_function.api`, `data.aws_region.current`. */
  readonly resources = new Map<string, Declared>();
  readonly documents: readonly HclDocument[];
  #uses: ReadonlyMap<string, number> | undefined;

  /** @param documents the files of the directory in the order of their names */
  constructor(
    readonly directory: string,
    documents: readonly HclDocument[],
  ) {
    const isOverride = (document: HclDocument) => /(^|[/_])override\.tf(\.json)?$/.test(document.file.path);
    this.documents = [...documents.filter((one) => !isOverride(one)), ...documents.filter(isOverride)];
    for (const document of this.documents)
      for (const block of document.body.blocks) this.#declare(document, block, isOverride(document));
  }

  get files(): readonly SourceFile[] {
    return this.documents.map((document) => document.file);
  }

  /** In how many places of the module a reference stands: `var.memory`, `local.tags`. */
  uses(reference: string): number {
    this.#uses ??= countReferences(this.documents);
    return this.#uses.get(reference) ?? 0;
  }

  #declare(document: HclDocument, block: Block, override: boolean): void {
    const [first, second] = block.labels.map((label) => label.text);
    if (block.type === 'locals') {
      for (const attribute of block.body.attributes) this.locals.set(attribute.name, { document, attribute });
      return;
    }
    if (block.type === 'provider') {
      this.providers.push({ document, block, overrides: [] });
      return;
    }
    if (first === undefined) return;
    const section = this.#section(block.type);
    if (section) {
      add(section, first, document, block, override);
      return;
    }
    if (second === undefined) return;
    if (block.type === 'resource') add(this.resources, `${first}.${second}`, document, block, override);
    if (block.type === 'data') add(this.resources, `data.${first}.${second}`, document, block, override);
  }

  #section(type: string): Map<string, Declared> | undefined {
    if (type === 'variable') return this.variables;
    if (type === 'output') return this.outputs;
    return type === 'module' ? this.modules : undefined;
  }
}

function add(into: Map<string, Declared>, name: string, document: HclDocument, block: Block, override: boolean): void {
  const there = into.get(name);
  if (!there) into.set(name, { document, block, overrides: [] });
  else if (override) into.set(name, { ...there, overrides: [...there.overrides, { document, block }] });
}

/** The arguments of a declaration, those of overrides in place of the ones of the same name. */
export function attributesOf(declared: Declared): readonly PlacedAttribute[] {
  const found = new Map<string, PlacedAttribute>();
  for (const { document, block } of [declared, ...declared.overrides])
    for (const attribute of block.body.attributes) found.set(attribute.name, { document, attribute });
  return [...found.values()];
}

/** One argument of a declaration. */
export function attributeIn(declared: Declared, name: string): PlacedAttribute | undefined {
  return attributesOf(declared).find(({ attribute }) => attribute.name === name);
}

/** The nested blocks of a declaration; those of an override go in place of all of their type. */
export function blocksOf(declared: Declared): readonly PlacedBlock[] {
  let found: PlacedBlock[] = declared.block.body.blocks.map((block) => ({ document: declared.document, block }));
  for (const { document, block } of declared.overrides) {
    const types = new Set(block.body.blocks.map(blockType));
    found = [
      ...found.filter((one) => !types.has(blockType(one.block))),
      ...block.body.blocks.map((inner) => ({ document, block: inner })),
    ];
  }
  return found;
}

/** The type that a nested block is, also where it is written as `dynamic "type"`. */
export function blockType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0]?.text ?? 'dynamic') : block.type;
}

/** Where a person is to look for a declaration: its type and labels. */
export function headerOf({ document, block }: PlacedBlock): Location {
  return { file: document.file, span: block.header };
}

/** A literal string; undefined for all else. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}

function countReferences(documents: readonly HclDocument[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const document of documents)
    for (const expression of expressionsIn(document.body)) {
      if (expression.kind !== 'attribute') continue;
      const { of } = expression;
      const data = of.kind === 'attribute' && of.of.kind === 'variable' && of.of.name === 'data';
      if (of.kind !== 'variable' && !data) continue;
      const name = data ? `data.${of.name}.${expression.name}` : `${of.name}.${expression.name}`;
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  return uses;
}

/** Every expression in a body, with those within it. */
export function* expressionsIn(body: Body): Generator<Expression> {
  const bodies = [body];
  for (let next = bodies.pop(); next; next = bodies.pop()) {
    for (const attribute of next.attributes) yield* within(attribute.value);
    for (const block of next.blocks) bodies.push(block.body);
  }
}

function* within(root: Expression): Generator<Expression> {
  const stack = [root];
  for (let expression = stack.pop(); expression; expression = stack.pop()) {
    yield expression;
    for (const child of childrenOf(expression)) stack.push(child);
  }
}

function childrenOf(expression: Expression): readonly Expression[] {
  const given = (...all: readonly (Expression | undefined)[]) => all.filter((one) => one !== undefined);
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'error':
      return [];
    case 'template':
      return expression.parts.flatMap(inPart);
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap((item) => [item.key, item.value]);
    case 'attribute':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'splat':
      return [expression.of, expression.each];
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'for':
      return given(expression.collection, expression.keyOf, expression.valueOf, expression.condition);
    case 'parentheses':
      return [expression.inner];
  }
}

function inPart(part: TemplatePart): readonly Expression[] {
  if (part.kind === 'text') return [];
  if (part.kind === 'interpolation') return [part.value];
  if (part.kind === 'if') return [part.condition, ...part.yes.flatMap(inPart), ...part.no.flatMap(inPart)];
  return [part.collection, ...part.body.flatMap(inPart)];
}
