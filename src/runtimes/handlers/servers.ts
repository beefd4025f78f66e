import { GOOGLE_HTTP } from '#runtimes/events/google';
import type { OtherHandler } from '#runtimes/handlers/azure';
import { programFile, programOf } from '#runtimes/handlers/command';
import { mainFiles } from '#runtimes/handlers/google';
import { languageOfPath } from '#runtimes/handlers/module-file';
import { isDeployedCode } from '#runtimes/handlers/nearest';
import { ancestors, directoryOf, joined, nameOf, type Tree } from '#runtimes/handlers/tree';
import type { SourceFile } from '#source/file';

/** Names under which a service of Cloud Run or App Engine is described beside its code. */
const MANIFEST = /^(?:service|knative|cloud-?run|run|cloudbuild|app|skaffold)[\w.-]*\.ya?ml$/i;

/** What says in such a file that code is deployed as a service: Knative's API, a deployment, a runtime of App Engine. */
const DEPLOYS =
  /serving\.knative\.dev|\brun['"]?,?\s{1,30}(?:-\s{1,5})?['"]?deploy\b|^runtime:\s{0,5}(?:nodejs|python)/m;

/** Files that tell what a service starts. */
const STARTERS = ['Dockerfile', 'Procfile', 'package.json'];

/** Manifests of services in directories and right above them. */
export function serviceManifests(tree: Tree, changed: readonly string[] | undefined): readonly string[] {
  const isManifest = (path: string): boolean => MANIFEST.test(nameOf(path)) && isDeployedCode(`/${path}`);
  if (!changed) return tree.below('').filter(isManifest);
  const directories = new Set(changed.flatMap((path) => ancestors(directoryOf(path))));
  return tree.below('').filter((path) => isManifest(path) && directories.has(directoryOf(path)));
}

/** What has to be read besides, where a manifest deploys its directory. */
export function serviceFiles(tree: Tree, manifests: readonly SourceFile[]): readonly string[] {
  return deployed(manifests).flatMap((directory) =>
    STARTERS.flatMap((name) => joined(directory, name) ?? []).filter((path) => tree.has(path)),
  );
}

function deployed(manifests: readonly SourceFile[]): readonly string[] {
  return [...new Set(manifests.filter((file) => DEPLOYS.test(file.text)).map(({ path }) => directoryOf(path)))];
}

/** The files that services start in, of which it is not yet known whether they are servers. */
export function serviceEntries(
  tree: Tree,
  manifests: readonly SourceFile[],
  read: (path: string) => SourceFile | undefined,
): readonly OtherHandler[] {
  return deployed(manifests).flatMap((directory): readonly OtherHandler[] => {
    const text = (name: string): string | undefined => read(joined(directory, name) ?? '')?.text;
    const manifest = text('package.json');
    const [, start] = /"start"\s{0,20}:\s{0,20}"([^"\n]{1,300})"/.exec(manifest ?? '') ?? [];
    const programs = [text('Dockerfile'), text('Procfile'), start].flatMap((one) =>
      one === undefined ? [] : (programOf(one) ?? []),
    );
    const started = programs.flatMap((program) => programFile(tree, [directory], program) ?? []);
    const conventional = ['main.py', 'app.py']
      .flatMap((name) => joined(directory, name) ?? [])
      .filter((path) => tree.has(path));
    const [path] = [
      ...started,
      ...(manifest === undefined ? [] : mainFiles(tree, directory, manifest)),
      ...conventional,
    ];
    const language = path === undefined ? undefined : languageOfPath(path);
    if (path === undefined || !language) return [];
    const trigger = { ...GOOGLE_HTTP, label: 'HTTP service' };
    return [{ path, exported: undefined, language, root: directory, triggers: [trigger] }];
  });
}

/** Libraries by which a program serves HTTP. */
const SERVER =
  /['"](?:express|fastify|hono|koa|@hono\/node-server|@nestjs\/core|@hapi\/hapi|(?:node:)?https?)['"]|^\s{0,8}(?:from|import)\s{1,5}(?:flask|fastapi|starlette|django|aiohttp|quart|bottle|tornado)\b/m;

/** Whether a file serves HTTP by itself. */
export function isServer(file: SourceFile): boolean {
  return SERVER.test(file.text.slice(0, 200_000));
}
