import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import type { Resource } from '#model/resource';
import { directoryOf, joined, type Tree } from '#runtimes/handlers/tree';

/**
 * Directories that a function's layers, as far as they stand in the repository, add to where imports are looked for. What a layer
 * calls `python/` or `nodejs/node_modules/` may be made from the directory by a build step.
 * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html
 */
export function layerPath(cloud: Cloud, tree: Tree, fn: Resource<'AWS::Lambda::Function'>): readonly string[] {
  return fn
    .at('Layers')
    .flatMap((list) => list.items())
    .flatMap((layer) => {
      const version = resolve(cloud, layer, 'AWS::Lambda::LayerVersion');
      if (!version) return [];
      const base = directoryOf(version.stack.root.path);
      return version.read(['Content']).flatMap(({ string }) => {
        const root = string === undefined ? undefined : joined(base, string);
        return root !== undefined && tree.isDirectory(root) ? inLayer(tree, root) : [];
      });
    });
}

function inLayer(tree: Tree, root: string): readonly string[] {
  const below = ['python', 'nodejs/node_modules', 'nodejs'].map((name) => (root === '' ? name : `${root}/${name}`));
  return [...below.filter((directory) => tree.isDirectory(directory)), root];
}

/**
 * What runs beside the code of a function, in layers of the application, and is not read: extensions, and what layers hold that are not in
 * the repository. Each a phrase.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-extensions.html
 */
export function besideCode(cloud: Cloud, tree: Tree, fn: Resource<'AWS::Lambda::Function'>): readonly string[] {
  return fn
    .at('Layers')
    .flatMap((list) => list.items())
    .flatMap((layer): readonly string[] => {
      const version = resolve(cloud, layer, 'AWS::Lambda::LayerVersion');
      if (!version) return [];
      const base = directoryOf(version.stack.root.path);
      return version.read(['Content']).flatMap(({ string }): readonly string[] => {
        const root = string === undefined ? undefined : joined(base, string);
        if (root === undefined || !tree.isDirectory(root)) return [`what the layer ${version.name} holds is not read`];
        const extension = tree.below(root).find((path) => /(?:^|\/)extensions?\//.test(path.slice(root.length)));
        return extension === undefined ? [] : [`the extension in the layer ${version.name} is not read`];
      });
    });
}
