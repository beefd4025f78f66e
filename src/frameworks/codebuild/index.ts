import { DocumentStack, type Kind } from '#frameworks/documents/stack';
import type { Framework } from '#frameworks/framework';
import type { SourceFile } from '#source/file';
import { entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** `buildspec.yml`, `buildspec-deploy.yaml`, `deploy.buildspec.yml`: the default name and what people make of it. */
const BUILDSPEC = /(?:^|[/._-])buildspec(?:[._-][^/]{0,100})?\.ya?ml$/i;

/** The lens for build specifications of AWS CodeBuild. */
export const codebuild: Framework = {
  names: ['codebuild'],
  candidate: (path) => (BUILDSPEC.test(path) ? 'possible' : undefined),
  recognizes: (file) => BUILDSPEC.test(file.path) && /^(["']?)phases\1\s{0,20}:/m.test(file.text),
  load: async (root) => loadBuildSpec(root),
};

const kind: Kind = {
  type: 'CodeBuild::BuildSpec',
  heading: ['version', 'phases'],
  // A shell's variables stay text: what they stand for is the commands' business.
  text: (text) => text,
};

function loadBuildSpec(root: SourceFile): DocumentStack | undefined {
  const document = parseDocument(root);
  const isSpec = entryOf(document.root, 'phases') !== undefined;
  if (!isSpec && !document.problems.some((problem) => problem.kind === 'unreadable')) return undefined;
  const stack = new DocumentStack('codebuild', root);
  stack.add(root.path.slice(root.path.lastIndexOf('/') + 1), document, kind);
  return stack;
}
