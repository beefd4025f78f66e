/** Templates that a change of code alone may pull in. */
const MAX_TEMPLATES = 50;

/** How far below a directory that holds the code its template may stand: `infra/aws/template.yaml`. */
const MAX_BELOW = 2;

/** Names that hardly anything but a template has: where one stands, nothing further away is looked for. */
const CERTAIN = /(?:^|\/)(?:template|serverless|sam)\.(?:ya?ml|json|ts)$|\.tf$|\.template\.(?:ya?ml|json)$/i;

/**
 * The templates that may declare what changed code runs in, where they do not stand above it: `infra/template.yaml` beside `src/`.
 * For each file, of the nearest directory above it that has any within two levels below.
 * @param code the paths of code that changed
 * @param templates the paths of conventional names in the tree
 */
export function templatesForCode(code: Iterable<string>, templates: readonly string[]): ReadonlySet<string> {
  const byDirectory = new Map<string, string[]>();
  for (const path of templates) {
    const own = segmentsOf(path);
    for (let up = 0; up <= Math.min(MAX_BELOW, own.length); up++) {
      const directory = own.slice(0, own.length - up).join('/');
      const there = byDirectory.get(directory);
      if (there) there.push(path);
      else byDirectory.set(directory, [path]);
    }
  }
  const found = new Set<string>();
  const done = new Set<string>();
  let further = 0;
  for (const path of code) {
    const own = segmentsOf(path);
    for (let length = own.length; length >= 0; length--) {
      const directory = own.slice(0, length).join('/');
      const near = byDirectory.get(directory) ?? [];
      if (!done.has(directory)) {
        for (const one of [...near].sort((a, b) => depth(a) - depth(b))) {
          // What stands right above the code is read anyway.
          if (depth(one) > length + 1 && ++further > MAX_TEMPLATES) break;
          found.add(one);
        }
      }
      done.add(directory);
      if (near.some((one) => CERTAIN.test(one))) break;
    }
  }
  return found;
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

function depth(path: string): number {
  return path.split('/').length;
}
