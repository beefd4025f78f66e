import { definitionFile } from '#frameworks/cloudformation/definitions';
import { type Deployment, deploymentFiles, deploymentsIn } from '#frameworks/cloudformation/deployments';
import { Library, localPath } from '#frameworks/cloudformation/library';
import { type Dialect, includedLocation, plain, StackContext } from '#frameworks/cloudformation/stack';
import { Template } from '#frameworks/cloudformation/template';
import type { LoadOptions } from '#frameworks/framework';
import type { Stack } from '#model/stack';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { problemAt } from '#source/problem';
import { type DataNode, type Document, entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** How deep stacks may nest, and how many may be nested in one application. */
const MAX_NESTING = 8;
const MAX_STACKS = 200;
const MAX_INCLUDE_ROUNDS = 5;

/**
 * Loads a template with the local templates that it nests and the local files that it includes.
 * @returns undefined when the file turns out not to be a template
 */
export async function loadTemplate(
  root: SourceFile,
  files: FileReader,
  options: LoadOptions,
  dialects: readonly Dialect[],
): Promise<Stack | undefined> {
  const document = parseDocument(root);
  const template = new Template(document);
  if (!template.isTemplate && (document.root || document.problems.length === 0)) return undefined;
  const loading: Loading = { library: new Library(files), dialects, stacks: 0 };
  const deployments = template.parameters.size > 0 ? await deploymentsOf(root, template, files) : [];
  const context = contextOf(loading, root.path, template, options.parameters, undefined, deployments);
  await nest(loading, context, [root.path]);
  context.stack.declare();
  return context.stack;
}

/** What the files beside a root tell of its deployments. */
async function deploymentsOf(root: SourceFile, template: Template, files: FileReader): Promise<readonly Deployment[]> {
  const paths = deploymentFiles(root.path, files);
  if (paths.length === 0) return [];
  const read = await files.read(paths);
  return deploymentsIn(root.path, new Set(template.parameters.keys()), read.values());
}

interface Loading {
  readonly library: Library;
  readonly dialects: readonly Dialect[];
  stacks: number;
}

function contextOf(
  loading: Loading,
  id: string,
  template: Template,
  parameters: Readonly<Record<string, string>>,
  nesting: StackContext['nesting'],
  deployments: readonly Deployment[] = [],
): StackContext {
  loading.stacks += 1;
  const parent = nesting?.parent.dialect;
  const dialect = loading.dialects.find((one) => one.accepts(template)) ?? (parent?.inherits ? parent : plain);
  return new StackContext(id, template, dialect, loading.library, parameters, nesting, deployments);
}

/** Reads what the template includes and nests, and so on downwards. */
async function nest(loading: Loading, context: StackContext, ancestors: readonly string[]): Promise<void> {
  const { library } = loading;
  await context.dialect.prepare?.(context);
  await readIncludes(library, context.template.document);
  const named = context.declared.flatMap((declared) => {
    const location = definitionFile(declared);
    return location === undefined ? [] : [{ location, from: declared.scope.document }];
  });
  const wanted = [...named, ...(context.dialect.files?.(context) ?? [])].flatMap(
    ({ location, from }) => localPath(from.file.path, location) ?? [],
  );
  if (wanted.length > 0) {
    await library.need(wanted);
    for (const path of new Set(wanted)) {
      const document = library.get(path);
      if (typeof document !== 'string') await readIncludes(library, document);
    }
  }
  const nested = context.declared.flatMap((declared) => {
    const named = context.nestedLocation(declared);
    const path = named && localPath(declared.scope.document.file.path, named.location);
    return named && path !== undefined ? [{ declared, path, at: named.at }] : [];
  });
  await library.need(nested.map(({ path }) => path));
  for (const { declared, path, at } of nested) {
    const { file } = declared.scope.document;
    const skip = (kind: 'partial' | 'skipped', why: string) =>
      context.evaluator.report(
        problemAt(kind, file, at.span, `The nested stack ${declared.logicalId} in ${file.path} was left out: ${why}.`),
      );
    const document = library.get(path);
    if (ancestors.includes(path)) skip('partial', `${path} nests itself`);
    else if (ancestors.length > MAX_NESTING) skip('skipped', `stacks are nested more than ${MAX_NESTING} deep`);
    else if (loading.stacks >= MAX_STACKS) skip('skipped', `the application nests more than ${MAX_STACKS} stacks`);
    else if (typeof document === 'string') skip('partial', document);
    else {
      const id = `${context.id}/${declared.logicalId}`;
      const child = contextOf(loading, id, new Template(document), {}, { parent: context, declared });
      context.children.set(declared.logicalId, child);
      await nest(loading, child, [...ancestors, path]);
    }
  }
}

/** Reads the files that a document includes by `AWS::Include` with a literal location, and those that they include. */
async function readIncludes(library: Library, document: Document): Promise<void> {
  let documents = [document];
  for (let round = 0; round < MAX_INCLUDE_ROUNDS && documents.length > 0; round += 1) {
    const paths = new Set(documents.flatMap(includesOf));
    await library.need(paths);
    documents = [...paths].flatMap((path) => {
      const found = library.get(path);
      return typeof found === 'string' ? [] : [found];
    });
  }
}

function includesOf(document: Document): string[] {
  if (!document.root || !document.file.text.includes('AWS::Include')) return [];
  const paths: string[] = [];
  const stack: DataNode[] = [document.root];
  let budget = 1_000_000;
  for (let node = stack.pop(); node && budget > 0; node = stack.pop(), budget -= 1) {
    if (node.kind === 'scalar') continue;
    if (node.kind === 'list') {
      for (const item of node.items) stack.push(item);
      continue;
    }
    const location = node.tag === '!Transform' ? includedLocation(node) : undefined;
    const named = entryOf(node, 'Fn::Transform')?.value;
    const transforms = named?.kind === 'list' ? named.items : named ? [named] : [];
    for (const each of [location, ...transforms.map(includedLocation)]) {
      const path = each === undefined ? undefined : localPath(document.file.path, each);
      if (path !== undefined) paths.push(path);
    }
    for (const entry of node.entries) stack.push(entry.value);
  }
  return paths;
}
