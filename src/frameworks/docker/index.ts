import { isFunctionImage, isNamedByTemplate } from '#frameworks/docker/function-image';
import { MAX_CHARACTERS, MAX_LINES, readDockerfile } from '#frameworks/docker/read';
import { DockerStack } from '#frameworks/docker/stack';
import type { Framework } from '#frameworks/framework';
import type { Stack } from '#model/stack';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';

/** `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`, `api.dockerfile`, `Containerfile`. */
const DOCKERFILE = /(?:^|[/.])(?:Dockerfile|Containerfile)(?:[._-][^/]{0,100})?$|\.dockerfile$/i;

/** The lens for Dockerfiles of functions that are deployed as images; Dockerfiles of anything else are none of ours. */
export const docker: Framework = {
  names: ['docker'],
  candidate: (path) => (isDockerfile(path) ? 'possible' : undefined),
  recognizes: (file) => isDockerfile(file.path) && /^[ \t]{0,200}FROM[ \t]/im.test(file.text),
  load: (root, files) => loadDockerfile(root, files),
};

function isDockerfile(path: string): boolean {
  return DOCKERFILE.test(path) && !/\.(?:dockerignore|md|txt|ya?ml|json|j2|tmpl|tpl|template)$/i.test(path);
}

async function loadDockerfile(root: SourceFile, files: FileReader): Promise<Stack | undefined> {
  if (!isFunctionImage(root) && !(await isNamedByTemplate(root, files))) return undefined;
  const problem = (kind: Problem['kind'], message: string) =>
    new DockerStack(root, undefined, [{ kind, path: root.path, message }]);
  if (root.text.length > MAX_CHARACTERS || root.lineCount > MAX_LINES) {
    const limit = `${MAX_CHARACTERS / 1000} kB or ${MAX_LINES} lines`;
    return problem('unreadable', `${root.path} is over the limit of ${limit} and was not read; make it shorter.`);
  }
  try {
    const reading = readDockerfile(root);
    return reading && new DockerStack(root, reading, []);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'an error';
    return problem('unreadable', `${root.path} could not be read as a Dockerfile: the parser stopped with ${name}.`);
  }
}
