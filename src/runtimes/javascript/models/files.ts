import type { Model } from '#runtimes/engine/language';
import { cleans, passes, sink } from '#runtimes/engine/models';
import { RESOLVED } from '#runtimes/javascript/methods';

const reading: Model = sink('path', 0);

const NAMES = [
  'readFile',
  'readFileSync',
  'writeFile',
  'writeFileSync',
  'createReadStream',
  'createWriteStream',
  'unlink',
  'unlinkSync',
];

/** Node's `fs` and `path`. */
export const FILES: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['fs', 'fs/promises', 'fs.promises', 'fs-extra'].flatMap((module) =>
      NAMES.map((name) => [`${module}.${name}`, reading] as const),
    ),
  ),
  'path.join': passes(),
  'path.resolve': cleans(RESOLVED, []),
  'path.normalize': cleans(RESOLVED, []),
  'path.basename': cleans('the base name', ['path', 'archive', 'module'], 0),
  'path.extname': passes(0),
};
