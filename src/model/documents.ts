import type { Json } from '#model/properties.generated';

/**
 * The properties of what stands around the templates, by type, in each format's own words. As in `Properties`, everything is
 * optional: documents are written by people. Only what rules ask for is spelled out.
 */
export interface DocumentProperties {
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
  'GitHub::Actions::Workflow': Workflow;
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
  'GitHub::Actions::Action': Action;
  /** https://docs.docker.com/reference/dockerfile/ */
  'Docker::Image': DockerImage;
  /** https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html */
  'CodeBuild::BuildSpec': BuildSpec;
}

/** Names with their values: environment variables, inputs. */
export interface Named {
  readonly [name: string]: string;
}

export interface Workflow {
  readonly name?: string;
  /** One event, a list of events, or a map of events with their filters. */
  readonly on?: Json;
  /** A map of scopes, or `read-all`, `write-all`. */
  readonly permissions?: Named;
  readonly env?: Named;
  readonly defaults?: Defaults;
  readonly jobs?: { readonly [name: string]: Job };
}

interface Defaults {
  readonly run?: { readonly shell?: string };
}

/** A job of a workflow: steps on a runner, or the call of a reusable workflow. */
export interface Job {
  readonly name?: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly 'runs-on'?: Json;
  readonly permissions?: Named;
  readonly environment?: Json;
  readonly env?: Named;
  readonly defaults?: Defaults;
  readonly steps?: readonly Step[];
  /** The reusable workflow that the job calls. */
  readonly uses?: string;
  readonly with?: Named;
  /** Secrets handed to the reusable workflow: a map, or `inherit`. */
  readonly secrets?: Named;
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly with?: Named;
  readonly env?: Named;
}

export interface Action {
  readonly name?: string;
  readonly runs?: { readonly using?: string; readonly steps?: readonly Step[] };
}

export interface DockerImage {
  /** `ARG` before the first `FROM`. */
  readonly ARG?: Named;
  readonly Stages?: readonly DockerStage[];
}

export interface DockerStage {
  /** The name after `AS`. */
  readonly Name?: string;
  /** The image, with what its variables stand for where a default tells it. */
  readonly FROM?: string;
  readonly Instructions?: readonly DockerInstruction[];
}

/** An instruction: a map of one entry, by its keyword. */
export interface DockerInstruction {
  /** The command as written, continued lines included. */
  readonly RUN?: string;
  readonly ENV?: Named;
  /** A variable without a default is null. */
  readonly ARG?: Named;
  readonly COPY?: DockerCopy;
  readonly ADD?: DockerCopy;
  readonly USER?: string;
  readonly WORKDIR?: string;
  readonly CMD?: string;
  readonly ENTRYPOINT?: string;
}

export interface DockerCopy {
  readonly Sources?: readonly string[];
  readonly Destination?: string;
  /** Flags without their dashes: `from`, `checksum`, `chown`. */
  readonly Flags?: Named;
}

export interface BuildSpec {
  readonly version?: string;
  readonly env?: {
    readonly variables?: Named;
    readonly 'parameter-store'?: Named;
    readonly 'secrets-manager'?: Named;
    readonly 'exported-variables'?: readonly string[];
  };
  readonly phases?: { readonly [name: string]: BuildPhase };
}

export interface BuildPhase {
  readonly commands?: readonly string[];
  readonly finally?: readonly string[];
}
