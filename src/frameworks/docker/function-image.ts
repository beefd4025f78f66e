import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';
import { type DataNode, entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/**
 * What only images of functions hold: the base images of AWS Lambda and Azure Functions, Lambda's runtime interface clients and
 * emulator, the web adapter, and the variable that the base images set.
 */
const FUNCTION_IMAGE =
  /public\.ecr\.aws\/lambda\/|amazon\/aws-lambda-|aws-?_?lambda-?_?ric|aws-lambda-rie|aws-lambda-web-adapter|aws-lambda-adapter|aws-lambda-cpp|LAMBDA_TASK_ROOT|lambda-runtime-interface|mcr\.microsoft\.com\/azure-functions\//i;

/** Whether a Dockerfile is one of a function by what it says. */
export function isFunctionImage(file: SourceFile): boolean {
  return FUNCTION_IMAGE.test(file.text.replace(/^[ \t]{0,200}#.*$/gm, ''));
}

const TEMPLATE = /(?:^|\/)(?:template|serverless|[\w-]{1,60}\.template)\.ya?ml$/;
const MAX_TEMPLATES = 20;

/** Whether a template beside the Dockerfile, or above it, names it as a function's. */
export async function isNamedByTemplate(root: SourceFile, files: FileReader): Promise<boolean> {
  const templates = directoriesAbove(root.path)
    .flatMap((directory) => files.list(directory))
    .filter((path) => TEMPLATE.test(path))
    .slice(0, MAX_TEMPLATES);
  if (templates.length === 0) return false;
  return [...(await files.read(templates)).values()].some((file) => isFile(file) && dockerfilesOf(file).has(root.path));
}

const KNOWN = new WeakMap<SourceFile, ReadonlySet<string>>();

/**
 * The Dockerfiles that a template builds functions from: SAM's `Metadata` with `DockerContext`, the Serverless Framework's
 * `provider.ecr.images`.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html
 * https://www.serverless.com/framework/docs/providers/aws/guide/functions#referencing-container-image-as-a-target
 */
export function dockerfilesOf(template: SourceFile): ReadonlySet<string> {
  const known = KNOWN.get(template);
  if (known) return known;
  const found = new Set<string>();
  KNOWN.set(template, found);
  if (!/DockerContext|\becr\b/.test(template.text)) return found;
  const directory = template.path.slice(0, Math.max(0, template.path.lastIndexOf('/')));
  const add = (context: string | undefined, file: string | undefined) => {
    if (context === undefined) return;
    const path = joined(directory, context, file ?? 'Dockerfile');
    if (path !== undefined) found.add(path);
  };
  const { root } = parseDocument(template);
  for (const { value } of mapOf(entryOf(root, 'Resources')?.value)) {
    const metadata = entryOf(value, 'Metadata')?.value;
    add(textOf(metadata, 'DockerContext'), textOf(metadata, 'Dockerfile'));
  }
  const ecr = entryOf(entryOf(root, 'provider')?.value, 'ecr')?.value;
  for (const { value } of mapOf(entryOf(ecr, 'images')?.value)) add(textOf(value, 'path'), textOf(value, 'file'));
  return found;
}

function mapOf(node: DataNode | undefined): readonly { readonly value: DataNode }[] {
  return node?.kind === 'map' ? node.entries : [];
}

function textOf(node: DataNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.tag === undefined
    ? value.value
    : undefined;
}

/** A path relative to the repository's root; undefined when it leads out of it. */
function joined(...parts: readonly string[]): string | undefined {
  const steps: string[] = [];
  for (const step of parts.join('/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** The directory of a path and all above it; the root is the empty string. */
function directoriesAbove(path: string): readonly string[] {
  const directories: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) directories.push(path.slice(0, at));
  return [...directories, ''];
}
