import type { EventShape, Trigger } from '#model/handler';
import type { Resource } from '#model/resource';
import type { InlineCode } from '#runtimes/handlers/inline';
import type { Versions } from '#runtimes/versions';
import type { SourceFile } from '#source/file';

/** Where a handler's code starts. */
export interface HandlerEntry {
  /** The entry file, already read. */
  readonly file: SourceFile;
  /** Where the code stands inside a template; then `file` is what is parsed of it. */
  readonly inline?: InlineCode;
  /**
   * The exported name: `handler`, `lambda_handler`, `OrderHandler.process` for members; `default` for what a module of Node.js is as a
   * whole (`module.exports = …`, `export default`). Undefined where the module registers its
   * handlers itself (`app.http(…)`, `@app.route`, an Express or Flask application).
   */
  readonly exported: string | undefined;
  readonly language: 'javascript' | 'python';
  /** All functions of the templates that run it; several can share one. */
  readonly functions: readonly Resource[];
  /**
   * How it is caused to run, of all its functions. Of a module that registers its handlers itself, one for each kind of event: a
   * registration's own kind tells which of them is meant.
   */
  readonly triggers: readonly Trigger[];
  /** What all parameters hold, where the first alone does not have the event. */
  readonly parameters?: readonly EventShape[];
  /** What runs beside the code with the same role and is not read, each a phrase: `the extension in the layer Telemetry is not read`. */
  readonly beside?: readonly string[];
  /** Directories in which imports that are not relative are looked for, the most specific first. */
  readonly searchPath: readonly string[];
  /**
   * Where names that the project gives to its own code lead (`paths` of tsconfig.json, `imports` of package.json, workspaces). A key
   * that ends in `/` stands for all that starts with it, and so do its paths; other keys are whole names, and their paths files,
   * with or without their ending, or directories.
   */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** The versions of the packages that the project depends on, as far as it tells them. */
  readonly versions: Versions;
  /** `low` where only its shape tells that it is a handler. */
  readonly confidence: 'high' | 'low';
}
