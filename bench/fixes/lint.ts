import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Match {
  readonly Filename: string;
  readonly Level: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
}

/** Templates in one run of cfn-lint: its start costs more than a template. */
const CHUNK = 40;

/**
 * The errors (E…) and warnings (W…) that cfn-lint has of templates, by path, each as its rule and message. Answers are kept in the temporary
 * folder by content, as a run over hundreds of templates takes minutes.
 * @param command the program, such as `cfn-lint`
 * @param paths relative to the folder, from where cfn-lint runs
 */
export function lintMatches(command: string, folder: string, paths: readonly string[]): ReadonlyMap<string, string[]> {
  const cache = join(tmpdir(), 'leastwise-cfn-lint');
  mkdirSync(cache, { recursive: true });
  const version = execFileSync(command, ['--version'], { encoding: 'utf8' }).trim();
  const errors = new Map<string, string[]>();
  const missing: { path: string; kept: string }[] = [];
  for (const path of paths) {
    const hash = createHash('sha256')
      .update(`${version}\0${path}\0`)
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    const kept = join(cache, hash);
    try {
      errors.set(path, JSON.parse(readFileSync(kept, 'utf8')) as string[]);
    } catch {
      missing.push({ path, kept });
    }
  }
  for (let at = 0; at < missing.length; at += CHUNK) {
    const chunk = missing.slice(at, at + CHUNK);
    const matches = run(
      command,
      folder,
      chunk.map(({ path }) => path),
    );
    for (const { path, kept } of chunk) {
      const own = matches
        .filter(({ Filename, Level }) => Filename === path && (Level === 'Error' || Level === 'Warning'))
        .map(({ Rule, Message }) => `${Rule.Id} ${Message}`);
      errors.set(path, own);
      writeFileSync(kept, JSON.stringify(own));
    }
  }
  // Some messages name the line, which moves when something is put above it.
  return new Map([...errors].map(([path, own]) => [path, own.map((one) => one.replace(/ \(line \d+\)/, ''))]));
}

/** Where cfn-lint itself stops with an exception, the templates are halved until the one stands alone, which counts as an error of its. */
function run(command: string, folder: string, paths: readonly string[]): readonly Match[] {
  const args = ['--format', 'json', '--non-zero-exit-code', 'none', '--', ...paths];
  try {
    const out = execFileSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(out) as readonly Match[];
  } catch {
    const [only, ...others] = paths;
    if (only === undefined) return [];
    if (others.length > 0) {
      const middle = paths.length >> 1;
      return [...run(command, folder, paths.slice(0, middle)), ...run(command, folder, paths.slice(middle))];
    }
    return [{ Filename: only, Level: 'Error', Message: 'cfn-lint stopped with an exception', Rule: { Id: 'E0000' } }];
  }
}
