import type { Framework } from '#frameworks/framework';
import { directoryOf, isConfiguration, isVariables, loadRoot, rootFile } from '#frameworks/terraform/load';
import { isPlanName, loadPlan, looksLikePlan } from '#frameworks/terraform/plan';

/** How many directories of root modules are looked at for the sake of a changed local module. */
const MAX_RELATED = 60;

/**
 * The lens for Terraform and OpenTofu: a directory of `.tf` files is a root module, unless another one of the repository calls it.
 * @see https://developer.hashicorp.com/terraform/language/files
 */
export const terraform: Framework = {
  names: ['terraform'],
  candidate(path) {
    if (isConfiguration(path)) return 'conventional';
    if (isPlanName(path)) return 'possible';
    return isVariables(path) ? 'companion' : undefined;
  },
  related(changed, tree) {
    const modules = [...changed].filter(isConfiguration).map(directoryOf);
    if (modules.length === 0) return [];
    const byDirectory = new Map<string, string[]>();
    for (const path of tree) {
      if (!isConfiguration(path)) continue;
      const directory = directoryOf(path);
      const there = byDirectory.get(directory);
      if (there) there.push(path);
      else byDirectory.set(directory, [path]);
    }
    // What is called from elsewhere is most often below a directory of that name; roots are not.
    const looksCalled = (directory: string) => /(^|\/)(_?modules?|components|stacks|blueprints)(\/|$)/.test(directory);
    if (!modules.some(looksCalled)) return [];
    return [...byDirectory]
      .filter(([directory]) => !looksCalled(directory) && !modules.includes(directory))
      .slice(0, MAX_RELATED)
      .flatMap(([, paths]) => rootFile(paths) ?? []);
  },
  recognizes: (file) => isConfiguration(file.path) || looksLikePlan(file),
  load: async (root, files, options) => (isConfiguration(root.path) ? loadRoot(root, files, options) : loadPlan(root)),
};
