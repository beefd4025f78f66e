import type { Home } from '#frameworks/cloudformation/evaluate';
import { Library } from '#frameworks/cloudformation/library';
import { asMap, get } from '#frameworks/cloudformation/nodes';
import { withOrigin } from '#frameworks/cloudformation/origin';
import { backward } from '#frameworks/cloudformation/rows';
import { type Dialect, StackContext } from '#frameworks/cloudformation/stack';
import { Template } from '#frameworks/cloudformation/template';
import type { Framework, LoadOptions } from '#frameworks/framework';
import { changesOfPatch } from '#frameworks/serverless/changes';
import { literalDocument } from '#frameworks/serverless/literals';
import { isAws, type LoweredService, lowerService } from '#frameworks/serverless/lower';
import { documentOf, noteOf, originalOf } from '#frameworks/serverless/places';
import { candidateService, looksLikeService } from '#frameworks/serverless/recognize';
import { Resolver } from '#frameworks/serverless/resolver';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { type Problem, problemAt } from '#source/problem';
import type { DataNode, Document } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** How often files that a file names are read before what is still missing stays unknown. */
const MAX_ROUNDS = 12;

/** The Serverless Framework, v2 to v4: services for AWS are CloudFormation after its compiler. */
export const serverless: Framework = {
  names: ['serverless'],
  candidate: candidateService,
  recognizes: looksLikeService,
  load: loadService,
};

async function loadService(root: SourceFile, files: FileReader, options: LoadOptions): Promise<Stack | undefined> {
  const document = /\.[cm]?[jt]s$/i.test(root.path) ? literalDocument(root) : parseDocument(root);
  const { root: top } = document;
  const none = () => (document.problems.length === 0 ? undefined : unreadable(document, files));
  if (!top || !asMap(top) || !get(top, 'service') || !get(top, 'provider')) return none();
  const library = new Library(files);
  const asked = new Set<string>();
  for (let round = 0; ; round += 1) {
    const problems: Problem[] = [];
    const resolver = new Resolver({
      document,
      given: options.parameters,
      file: (path) => (asked.has(path) ? library.get(path) : undefined),
      tell: (at, message) => problems.push(problemAt('partial', (documentOf(at) ?? document).file, at, message)),
    });
    const resolved = resolver.root();
    if (resolver.wanted.size === 0 || round >= MAX_ROUNDS) {
      const map = asMap(resolved);
      if (!map || !isAws(map)) return none();
      const service = lowerService({
        root: map,
        name: resolver.resolve(get(top, 'service', 'name') ?? get(top, 'service') ?? top),
        stage: resolver.stage(map.span),
        region: resolver.region(map.span),
        tell: (at, message) => problems.push(problemAt('partial', (documentOf(at) ?? document).file, at, message)),
      });
      return stackOf(document, library, resolver, service, problems, options);
    }
    await library.need(resolver.wanted);
    for (const path of resolver.wanted) asked.add(path);
  }
}

/** A file that is no longer one: its problems are all that there is to tell. */
function unreadable(document: Document, files: FileReader): Stack {
  const template = new Template(document);
  const dialect: Dialect = { name: 'serverless', accepts: () => true, *declare() {} };
  return new StackContext(document.file.path, template, dialect, new Library(files), {}, undefined).stack;
}

function stackOf(
  document: Document,
  library: Library,
  resolver: Resolver,
  lowered: LoweredService,
  problems: readonly Problem[],
  options: LoadOptions,
): Stack {
  const home = (node: DataNode): Home | undefined => homeOf(resolver, node);
  const dialect: Dialect = {
    name: 'serverless',
    accepts: () => true,
    *declare(context) {
      for (const one of resolver.documents) if (one !== document) context.include(one);
      for (const problem of problems) context.evaluator.report(problem);
      yield* declare(context, lowered);
    },
    home,
    documentOf,
    spelled: (resource, path) => spelledIn(lowered, resource, path),
    changes: (context, patch, renamed) => changesOfPatch({ context, resolver, lowered, document }, patch, renamed),
  };
  // What the framework would deploy, as a document of which only the root is asked.
  const compiled: Document = {
    file: document.file,
    format: document.format,
    root: lowered.template,
    problems: document.problems,
    locate: (path) => document.locate(path),
    edit: () => undefined,
  };
  const context = new StackContext(
    document.file.path,
    new Template(compiled),
    dialect,
    library,
    options.parameters,
    undefined,
  );
  context.stack.declare();
  return context.stack;
}

/** What serverless.yml calls a property of a resource that the framework makes. */
function spelledIn({ service }: LoweredService, resource: Resource, path: PropertyPath): string | undefined {
  for (const { rows } of service.lowered.get(resource.logicalId)?.origin ?? []) {
    const own = backward(rows, path);
    if (own) return own.join('.');
  }
  return undefined;
}

function homeOf(resolver: Resolver, node: DataNode): Home | undefined {
  const document = documentOf(node.span);
  if (!document) return undefined;
  const { unknown, parameter } = noteOf(node);
  const original = originalOf(node);
  const fixed = fixedBy(resolver, original, parameter);
  return {
    document,
    node: original,
    ...(fixed === undefined ? {} : { fixed }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

/** Why a written node must not be changed for the sake of one place; undefined when it may. */
function fixedBy(resolver: Resolver, written: DataNode, parameter: string | undefined): string | undefined {
  const places = resolver.places(written);
  if (places > 1) return `${places} places share the value`;
  if (parameter !== undefined && resolver.isReferred(written)) return `the variable ${parameter} chooses the value`;
  return undefined;
}

function* declare(context: StackContext, { service, declared }: LoweredService): Iterable<Resource> {
  const names = new Map([...service.functions.values()].map((fn) => [fn.logicalId, fn.key]));
  for (const one of context.declared) {
    const made = service.lowered.get(one.logicalId);
    if (!made) {
      yield context.plain(one);
      continue;
    }
    const { file } = one.at;
    const name = names.get(one.logicalId);
    const resource = context.resource(one, {
      ...(name === undefined ? {} : { name }),
      extent: { file, span: made.extent },
      declaredType: made.type === 'AWS::Lambda::Function' ? 'Serverless::Function' : made.type,
      ...(made.name === undefined ? {} : { name: made.name }),
      ...(made.generatedBy === undefined ? {} : { generatedBy: made.generatedBy, declaredType: made.type }),
    });
    const override = declared.get(one.logicalId);
    const written = override && originalOf(override);
    const document = written && documentOf(written.span);
    yield withOrigin(
      resource,
      written && document
        ? { kind: 'written', document, node: written }
        : { kind: 'fixed', why: `${one.logicalId} is generated by the framework` },
    );
  }
}
