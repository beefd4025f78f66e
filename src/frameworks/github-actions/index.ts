import { DocumentStack, type Kind } from '#frameworks/documents/stack';
import type { Framework } from '#frameworks/framework';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import {
  actionDeploys,
  deploys,
  jobsOf,
  stepsOf,
  triggersOf,
  UPSTREAM_EVENTS,
  type WorkflowOrAction,
} from '#model/workflow';
import { workflowText } from '#model/workflow-expression';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';
import { type Document, entryOf } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** GitHub runs those of the repository's root only. */
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;

/** Local actions and called workflows that are read for one workflow; actions use actions, but not deeply. */
const MAX_FILES = 60;
const MAX_ROUNDS = 4;

/**
 * The lens for GitHub Actions workflows that deploy, with the composite actions of the repository that they use. A workflow that
 * neither deploys nor calls what does is none of ours.
 */
export const githubActions: Framework = {
  names: ['github-actions'],
  candidate: (path) => (WORKFLOW.test(path) ? 'possible' : undefined),
  // A composite action is reviewed with the workflows that use it, wherever these stand.
  related: (changed, tree) =>
    [...changed].some((path) => ACTION.test(path)) ? tree.filter((path) => WORKFLOW.test(path)) : [],
  recognizes: (file) => WORKFLOW.test(file.path) && file.text.includes('jobs'),
  load: (root, files) => loadWorkflow(root, files),
};

const workflowKind: Kind = {
  type: 'GitHub::Actions::Workflow',
  heading: ['on', 'jobs'],
  text: workflowText,
  after: placeOfKey,
};

const actionKind: Kind = {
  type: 'GitHub::Actions::Action',
  heading: ['runs'],
  text: workflowText,
  after: placeOfKey,
};

/** Where people write the keys that patches add. */
function placeOfKey(path: PropertyPath): readonly string[] {
  const key = path.at(-1);
  if (key === 'permissions') return path.length === 1 ? ['name', 'run-name', 'on'] : ['name', 'needs', 'if', 'runs-on'];
  if (key === 'env') return ['run', 'id', 'name', 'if', 'uses'];
  return [];
}

async function loadWorkflow(root: SourceFile, files: FileReader): Promise<Stack | undefined> {
  const document = parseDocument(root);
  const stack = new DocumentStack('github-actions', root);
  const upstream = await upstreamEvents(document, files);
  const workflow = stack.add(nameOf(root.path), document, workflowKind, {
    [UPSTREAM_EVENTS]: upstream,
  }) as Resource<'GitHub::Actions::Workflow'>;
  if (document.root?.kind !== 'map' || !entryOf(document.root, 'jobs'))
    return document.problems.some((problem) => problem.kind === 'unreadable') && MAY_DEPLOY.test(root.text)
      ? stack
      : undefined;
  const actions = await localActions(stack, workflow, files);
  if (deploys(workflow) || actions.some(actionDeploys)) return stack;
  return (await callsDeployment(workflow, files)) ? stack : undefined;
}

/** The events that start the workflows of the repository after which this one runs (`on: workflow_run`). */
async function upstreamEvents(document: Document, files: FileReader): Promise<readonly string[]> {
  const { path } = document.file;
  const own = new DocumentStack('github-actions', document.file).add('own', document, workflowKind);
  const after = triggersOf(own as Resource<'GitHub::Actions::Workflow'>)
    .filter(({ event }) => event === 'workflow_run')
    .flatMap(({ property }) => property.at('workflows').flatMap((names) => names.items()))
    .flatMap((name) => name.string ?? []);
  if (after.length === 0) return [];
  const directory = path.slice(0, path.lastIndexOf('/'));
  const siblings = files.list(directory).filter((one) => one !== path && WORKFLOW.test(one));
  const found = [...(await read(siblings.slice(0, MAX_FILES), files)).values()].flatMap((one) => {
    const other = new DocumentStack('github-actions', one.file).add('other', one, workflowKind);
    const workflow = other as Resource<'GitHub::Actions::Workflow'>;
    const name = workflow.at('name').flatMap((each) => each.string ?? [])[0] ?? one.file.path;
    return after.includes(name) ? triggersOf(workflow).map(({ event }) => event) : [];
  });
  return [...new Set(found)];
}

/** What makes an unreadable workflow worth a word. */
const MAY_DEPLOY = /id-token|aws-actions\/|AWS_|azure\/login|google-github-actions\//;

/** The composite actions of the repository that the workflow uses, added to the stack. */
async function localActions(
  stack: DocumentStack,
  workflow: Resource<'GitHub::Actions::Workflow'>,
  files: FileReader,
): Promise<readonly Resource<'GitHub::Actions::Action'>[]> {
  const found: Resource<'GitHub::Actions::Action'>[] = [];
  const seen = new Set<string>();
  let open: readonly WorkflowOrAction[] = [workflow];
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
    const directories = open.flatMap(localUses).filter((directory) => !seen.has(directory));
    for (const directory of directories) seen.add(directory);
    const paths = [...new Set(directories)].slice(0, Math.max(0, MAX_FILES - found.length)).flatMap((directory) => {
      const own = directory === '' ? '' : `${directory}/`;
      const path = [`${own}action.yml`, `${own}action.yaml`].find((one) => files.has(one));
      return path === undefined ? [] : [{ directory, path }];
    });
    const documents = await read(
      paths.map(({ path }) => path),
      files,
    );
    open = paths.flatMap(({ directory, path }) => {
      const document = documents.get(path);
      if (!document || entryOf(entryOf(document.root, 'runs')?.value, 'steps') === undefined) return [];
      const action = stack.add(`./${directory}`, document, actionKind) as Resource<'GitHub::Actions::Action'>;
      found.push(action);
      return [action];
    });
  }
  return found;
}

/** Directories of the repository whose actions the steps use. */
function localUses(resource: WorkflowOrAction): readonly string[] {
  return stepsOf(resource).flatMap(({ step }) =>
    step.at('uses').flatMap((uses) => {
      const text = uses.string;
      return text?.startsWith('./') && !/(?:^|\/)\.\.(?:\/|$)/.test(text)
        ? [text.slice(2).replace(/\/{1,10}$/, '')]
        : [];
    }),
  );
}

/** Whether a workflow of the repository that this one calls deploys: what starts the caller starts the deployment. */
async function callsDeployment(workflow: Resource<'GitHub::Actions::Workflow'>, files: FileReader): Promise<boolean> {
  const called = jobsOf(workflow).flatMap(({ job }) =>
    job.at('uses').flatMap((uses) => (uses.string?.startsWith('./') ? [uses.string.slice(2)] : [])),
  );
  const paths = [...new Set(called)].filter((path) => files.has(path)).slice(0, MAX_FILES);
  return [...(await read(paths, files)).values()].some((document) => {
    const other = new DocumentStack('github-actions', document.file).add('called', document, workflowKind);
    return deploys(other as Resource<'GitHub::Actions::Workflow'>);
  });
}

async function read(paths: readonly string[], files: FileReader): Promise<ReadonlyMap<string, Document>> {
  if (paths.length === 0) return new Map();
  const found = await files.read(paths);
  return new Map([...found].flatMap(([path, file]) => (isFile(file) ? [[path, parseDocument(file)] as const] : [])));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
