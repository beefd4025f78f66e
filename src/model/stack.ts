import type { Declined, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** The frameworks that applications are declared in. */
export type FrameworkName =
  | 'cloudformation'
  | 'sam'
  | 'cdk'
  | 'serverless'
  | 'terraform'
  | 'arm'
  | 'bicep'
  | 'github-actions'
  | 'docker'
  | 'codebuild';

/** Frameworks whose stacks are single documents around the templates: they deploy, or are deployed, and declare nothing. */
const DOCUMENTS: ReadonlySet<FrameworkName> = new Set(['github-actions', 'docker', 'codebuild']);

/** Whether a stack declares resources of a cloud: not a workflow, a Dockerfile or a build specification. */
export function isDeployed(stack: Stack): boolean {
  return !DOCUMENTS.has(stack.framework);
}

/** What one deployment unit declares: a template with what it includes, a Serverless service, a Terraform root module. */
export interface Stack {
  /** Unique in a Cloud and the same in every snapshot: the root's path; for nested stacks the parent's id, `/`, the logical ID. */
  readonly id: string;
  readonly framework: FrameworkName;
  readonly root: SourceFile;
  /** Every file that something of this stack was read from, the root first. */
  readonly files: readonly SourceFile[];
  readonly resources: ReadonlyMap<string, Resource>;
  readonly problems: readonly Problem[];
  /** Stacks that this one deploys from files of the snapshot, each with its own resources, files and problems. */
  readonly nested?: readonly Stack[];
  /**
   * What the framework's authors call a property that the model knows by the cloud's name: `tracing_config.mode` for
   * `TracingConfig.Mode`. Undefined where they use the cloud's name, or where no word is known.
   */
  spelled?(resource: Resource, path: PropertyPath): string | undefined;
  /** Turns changes wanted of the model into edits of the stack's files, all or none. */
  edits(patches: readonly Patch[]): readonly Edit[] | Declined;
}

/** The stacks with all that they nest, each parent before its children. */
export function withNested(stacks: readonly Stack[]): readonly Stack[] {
  return stacks.flatMap((stack) => [stack, ...withNested(stack.nested ?? [])]);
}
