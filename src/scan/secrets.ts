import { type Secret, secretsIn } from '#finding/secret-search';
import type { Config } from '#scan/config';
import type { ActiveRule } from '#scan/ruleset';
import { isIgnored } from '#scan/stacks';
import type { Problem } from '#source/problem';
import { isFile, type Snapshot, type TreeEntry } from '#source/snapshot';

export interface SearchOptions {
  readonly rules: readonly ActiveRule[];
  readonly config: Config;
  readonly scope: 'everything' | ReadonlySet<string>;
}

/** Secrets of a snapshot, and files that were not searched to their end. */
export interface Searched {
  readonly secrets: readonly Secret[];
  readonly problems: readonly Problem[];
}

/** Texts over this size are data: what people write is smaller. */
export const MAX_TEXT_BYTES = 1024 * 1024;

/** Files read at once; those without a secret are let go again. */
const BATCH = 200;

/** Pictures, fonts, sounds, archives, programs; styles and drawings, which hold no settings. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|psd|svg|drawio|pdf|docx?|xlsx?|pptx?|odt|ods|odp|woff2?|ttf|otf|eot|mp[34]|m4a|wav|ogg|webm|mov|avi|zip|gz|tgz|bz2|xz|7z|rar|tar|jar|war|ear|whl|egg|gem|nupkg|class|pyc|pyo|o|a|so|dylib|dll|exe|bin|wasm|node|pdb|dat|db|sqlite3?|parquet|avro|onnx|pkl|pt|h5|npy|css|scss|less|sass|map|po|pot|mo)$/i;

/** What tools write: lock files, hashes of dependencies, minified code. */
const MADE_BY_TOOLS =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|composer\.lock|Gemfile\.lock|Cargo\.lock|go\.sum|go\.work\.sum|packages\.lock\.json|gradle\.lockfile|\.terraform\.lock\.hcl|mix\.lock|flake\.lock|gradlew(?:\.bat)?|mvnw(?:\.cmd)?|verification-metadata\.xml|[^/]*[.-]min\.(?:js|mjs|cjs|json))$/i;

/** Folders that hold what others wrote, or what tools made of the sources. */
const OTHERS =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third[_-]party|site-packages|\.venv|venv|__pycache__|\.git|\.aws-sam|\.serverless|\.terraform|\.yarn|\.gradle|asset\.[0-9a-f]{64}|botocore|boto3|[\w.-]+\.dist-info)\//i;

/** Whether a file holds text in which a setting could stand, by its path: when in doubt, yes. */
export function isText(path: string): boolean {
  return !NO_TEXT.test(path);
}

/** Whether a file is one that people write by themselves. */
function isSearched(path: string): boolean {
  return isText(path) && !MADE_BY_TOOLS.test(path) && !OTHERS.test(path);
}

/** Searches the texts in scope for secrets. Files that are no text are passed over: nobody writes in them. */
export async function findSecrets(snapshot: Snapshot, options: SearchOptions): Promise<Searched> {
  const { scope, rules } = options;
  if (!rules.some(({ rule }) => rule.subject === 'secret')) return { secrets: [], problems: [] };
  const { entries } = await snapshot.list();
  const wanted = entries.filter((entry) => isWanted(entry, options));
  const problems = scope === 'everything' ? [] : wanted.filter(isLarge).map(tooLarge);
  const paths = wanted.filter((entry) => !isLarge(entry)).map(({ path }) => path);
  const secrets: Secret[] = [];
  for (let at = 0; at < paths.length; at += BATCH) {
    for (const content of (await snapshot.read(paths.slice(at, at + BATCH))).values()) {
      if (!isFile(content)) continue;
      const found = secretsIn(content);
      secrets.push(...found.secrets);
      if (found.cut) problems.push(cutOff(content.path));
    }
  }
  return { secrets, problems };
}

function isWanted({ path, kind }: TreeEntry, { scope, config }: SearchOptions): boolean {
  if (kind !== 'file' || !isSearched(path) || isIgnored(path, config)) return false;
  return scope === 'everything' || scope.has(path);
}

function isLarge({ size }: TreeEntry): boolean {
  return size > MAX_TEXT_BYTES;
}

function tooLarge({ path, size }: TreeEntry): Problem {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return { kind: 'skipped', path, message: `Not searched for secrets: ${megabytes} MB is over the limit of 1 MB.` };
}

function cutOff(path: string): Problem {
  const message =
    'Not searched for secrets to its end: it holds more than are listed. Treat all of it as known to others.';
  return { kind: 'partial', path, message };
}
