import type { FrameworkName, Stack } from '#model/stack';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';

/** What is known of the deployment besides the files. */
export interface LoadOptions {
  /** Values of parameters and variables that the configuration gives, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * A lens: reads an infrastructure-as-code framework's text into the one model of the cloud, keeping for every value the place
 * where its author wrote it, and turns a change wanted of the model back into edits of that text (`Stack.edits`).
 * It never throws for bad input: what it cannot read becomes `Stack.problems`.
 */
export interface Framework {
  readonly names: readonly FrameworkName[];
  /**
   * By the path alone: `conventional` names are read in every directory that a change touches; `possible` ones only when they
   * changed or something names them. A `companion` is no root, and read along with the roots of its directory, so that asking
   * for it costs nothing more.
   */
  candidate(path: string): 'conventional' | 'possible' | 'companion' | undefined;
  /**
   * Where roots may stand that use what changed though no directory of the change leads to them: the root modules beside a
   * local module of Terraform. Of the tree's paths, those to be read as well.
   */
  related?(changed: ReadonlySet<string>, tree: readonly string[]): readonly string[];
  /** By content and cheaply, before any parsing: whether the file could be a root. */
  recognizes(file: SourceFile): boolean;
  /** Loads a root. A template that turns out not to be one gives undefined. */
  load(root: SourceFile, files: FileReader, options: LoadOptions): Promise<Stack | undefined>;
}
