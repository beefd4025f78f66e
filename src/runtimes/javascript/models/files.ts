import type { Model } from '#runtimes/engine/language';
import { cleans, passes, sink, taintsAt } from '#runtimes/engine/models';
import { safeFor } from '#runtimes/engine/sinks';
import { joinTaints, made, UNKNOWN } from '#runtimes/engine/value';
import { RESOLVED } from '#runtimes/javascript/methods';
import { each, family } from '#runtimes/javascript/models/family';

const ONE =
  'readFile readFileSync writeFile writeFileSync appendFile appendFileSync createReadStream createWriteStream unlink unlinkSync ' +
  'open openSync rm rmSync rmdir rmdirSync mkdir mkdirSync readdir readdirSync truncate opendir ' +
  'readJson readJSON readJsonSync writeJson writeJSON outputFile outputFileSync outputJson remove removeSync ensureDir ensureFile emptyDir';
const TWO =
  'rename renameSync copyFile copyFileSync cp cpSync symlink symlinkSync link linkSync copy copySync move moveSync';

/**
 * Pieces of a path put together. A first piece that somebody else decides may be a path from the root; of a later one `..` is what
 * leads out, whichever it is.
 */
const joined: Model = (view) => ({ ...UNKNOWN, taints: taintsAt(view, []), text: undefined });

/** Paths that were resolved have no `..` any more: what they start with tells where they lead. */
const resolved = cleans(RESOLVED, []);

/** `path.relative(base, x)`: whether it starts with `..` tells whether x is below the base. */
const relative: Model = (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, [0, 1]), 0, RESOLVED) });

/** Node's `fs` and what stands in for it: https://nodejs.org/api/fs.html */
export const FILE_FAMILIES = {
  ...family('fs', { ...each(ONE, sink('path', 0)), ...each(TWO, sink('path', 0, 1)) }),
  ...family('rimraf del', each('rimraf sync deleteAsync deleteSync', sink('path', 0))),
};

export const FILES: Readonly<Record<string, Model>> = {
  'path.join': joined,
  'path.resolve': resolved,
  'path.normalize': resolved,
  'path.posix.join': joined,
  'path.posix.resolve': resolved,
  'path.posix.normalize': resolved,
  'path.relative': relative,
  'path.basename': cleans('the base name', ['path', 'archive', 'module'], 0),
  'path.posix.basename': cleans('the base name', ['path', 'archive', 'module'], 0),
  'path.win32.basename': cleans('the base name', ['path', 'archive', 'module'], 0),
  'path.extname': cleans('the extension', ['path', 'archive', 'module'], 0),
  'path.dirname': passes(0),
  'path.parse': (view) => {
    const taints = taintsAt(view, [0]);
    const safe = { ...UNKNOWN, taints: made(taints, safeFor('path', 'archive', 'module'), 'the base name') };
    return view.map({ base: safe, name: safe, ext: safe, dir: { ...UNKNOWN, taints }, root: { ...UNKNOWN, taints } });
  },
  'sanitize-filename': cleans('a file name without separators', ['path', 'archive'], 0),
  'fs.realpath': resolved,
  'fs.realpathSync': resolved,
  rimraf: sink('path', 0),
  'url.fileURLToPath': passes(0),
  'path.format': (view) => ({ ...UNKNOWN, taints: joinTaints(taintsAt(view, [0]), []) }),
};
