import type { Remedy } from '#finding/remedy';
import type { Rule } from '#finding/rule';
import type { Confidence, Severity } from '#finding/severity';
import type { FlowStep, Handler, Reproduction } from '#model/handler';
import type { PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { When } from '#model/value';
import type { Location } from '#source/file';

/** Another place that explains the finding: the route that opens the function, the role that is shared. */
export interface Related {
  readonly at: Location;
  /** A phrase: `anyone can call it through this route`. */
  readonly message: string;
}

/** Something wrong at one place, as a scan of one snapshot sees it. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly at: Location;
  /** One or two sentences about this very place: what it is and what it allows. Markdown, untrusted text escaped. */
  readonly message: string;
  readonly related: readonly Related[];
  /** What the finding is about; absent for findings about a document (secrets, workflow files). */
  readonly resource: Resource | undefined;
  readonly path: PropertyPath;
  /** Under which conditions of the template it holds. */
  readonly when: readonly When[];
  readonly remedy: Remedy | undefined;
  /** The handler whose code it is about. */
  readonly handler?: Handler;
  /** The way of what somebody else decides, from where it comes in to where it does harm; empty where it is about no way. */
  readonly steps?: readonly FlowStep[];
  readonly reproduction?: Reproduction;
  /** Remembers the finding over pushes, moves and reindentation (law 5). */
  readonly fingerprint: string;
}

/**
 * `introduced`: the merge base does not have it; `escalated`: the merge base has it milder, and the change makes it worse;
 * `existing`: it stood there; `resolved`: only the merge base has it; `suppressed`: an accepted suppression covers it;
 * `unaccepted`: a suppression covers it that the merge base does not have and that nobody entitled has accepted yet (law 7).
 */
export type Verdict = 'introduced' | 'escalated' | 'existing' | 'resolved' | 'suppressed' | 'unaccepted';
