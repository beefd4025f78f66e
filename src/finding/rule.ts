import type { Related } from '#finding/finding';
import type { Remedy } from '#finding/remedy';
import type { Secret } from '#finding/secret-search';
import type { Confidence, Severity } from '#finding/severity';
import type { Cloud } from '#model/cloud';
import type { FlowStep, Handler, Reproduction } from '#model/handler';
import type { OperationsByFunction } from '#model/operations';
import type { Property } from '#model/property';
import type { Resource, ResourceType } from '#model/resource';
import type { Statement } from '#model/statement';
import type { Location } from '#source/file';

/** The peers whose suppressions and rule names people know. */
export type Peer =
  | 'checkov'
  | 'kics'
  | 'trivy'
  | 'cfn_nag'
  | 'cdk-nag'
  | 'cfn-lint'
  | 'semgrep'
  | 'zizmor'
  | 'hadolint'
  | 'gitleaks'
  | 'bandit'
  | 'codeql'
  | 'sonar'
  | 'eslint';

/** What a rule says of itself: everything that a person reads about it is made from these words. */
export interface RuleDescription {
  /** States the defect, without an article or a full stop: `Function URL without authentication`. */
  readonly title: string;
  /** What an attacker does with it, or what is lost: two or three sentences. */
  readonly why: string;
  /** What to write instead: one or two sentences, with the property's name. */
  readonly how: string;
  /**
   * For a function that only the account's own services reach; worse or milder by exposure where the check says so. Of what an event
   * does in code: for callers who are known.
   */
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** `nursery` rules run only when the configuration names them; `retired` ids stay taken. */
  readonly lifecycle: 'nursery' | 'stable' | 'retired';
  /** Rows of the practice table that it enforces (1 to 26). */
  readonly practices: readonly number[];
  /** CWE numbers. */
  readonly cwe: readonly number[];
  /** Standards by their ids, and the provider's page: `OWASP SAS-2`, `CIS AWS 3.0 3.1`, `https://docs.aws.amazon.com/…`. */
  readonly references: readonly string[];
  /** The peers' rules that report the same defect: their suppressions are honored. */
  readonly aliases: Readonly<Partial<Record<Peer, readonly string[]>>>;
  /**
   * That what it points at is a setting and never a secret itself, although its CWE or practice is about secrets: its line and its
   * fix may be shown.
   */
  readonly pointsAtNoSecret?: true;
  /** That the check asks what the code of functions calls, although its subject is no handler. */
  readonly asksForCode?: true;
  /** Frameworks that can declare the subject but have no example, each with the reason. */
  readonly withoutExample?: Readonly<Record<string, string>>;
}

/** What a check may ask for besides its subject. */
export interface RuleContext {
  readonly cloud: Cloud;
  /** Today, `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Whether the configuration asks for customer-managed keys where the provider's own would do. */
  readonly requireCustomerKeys: boolean;
  /** The handlers whose code was read. */
  readonly handlers: readonly Handler[];
  /** What the functions call, of those whose code was read. */
  readonly operations: OperationsByFunction;
}

/** One defect, as a check reports it; the engine adds place, conditions, identity. */
export interface Report {
  /** What the person is sent to, and what identifies the finding. A Location alone is for documents. */
  readonly at: Property | Resource | Statement | Location;
  /** One or two sentences about this very place. Markdown; use `code` from `#finding/markdown` for every name from a file. */
  readonly message: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly related?: readonly Related[];
  readonly remedy?: Remedy;
  /** The way from where it comes in to where it does harm. */
  readonly steps?: readonly FlowStep[];
  readonly reproduction?: Reproduction;
  /** Tells two findings at one place apart, and survives edits around it: an action's name, an account. Never a secret. */
  readonly about?: string;
}

interface Check<S> {
  /** Whole-cloud rules take the Cloud; the others are called once for every resource of their types, or every statement. */
  readonly check: (subject: S, context: RuleContext) => Iterable<Report>;
}

/** A rule about resources of certain types, about permission statements, the linked cloud, the code of handlers, or credentials in text files. */
export type RuleDefinition =
  | (RuleDescription & { readonly subject: readonly ResourceType[] } & Check<Resource>)
  | (RuleDescription & { readonly subject: 'statement' } & Check<Statement>)
  | (RuleDescription & { readonly subject: 'cloud' } & Check<Cloud>)
  | (RuleDescription & { readonly subject: 'handler' } & Check<Handler>)
  | (RuleDescription & { readonly subject: 'secret' } & Check<Secret>);

/** A rule with its id, which is the path of its folder below `src/rules`: `aws/lambda/function-url-requires-auth`. */
export type Rule = RuleDefinition & { readonly id: string };

/** Defines a rule about one or several resource types; the check sees properties as the schema types them. */
export function defineRule<T extends ResourceType>(
  definition: RuleDescription & { readonly subject: T | readonly T[] } & Check<Resource<T>>,
): RuleDefinition {
  const subject = typeof definition.subject === 'string' ? [definition.subject] : definition.subject;
  return { ...definition, subject, check: definition.check as unknown as Check<Resource>['check'] };
}

/** Defines a rule about every permission statement, whatever carries it. */
export function defineStatementRule(definition: RuleDescription & Check<Statement>): RuleDefinition {
  return { ...definition, subject: 'statement' };
}

/** Defines a rule about how resources stand to each other. */
export function defineCloudRule(definition: RuleDescription & Check<Cloud>): RuleDefinition {
  return { ...definition, subject: 'cloud' };
}

/** Defines a rule about what the code of every handler does. */
export function defineHandlerRule(definition: RuleDescription & Check<Handler>): RuleDefinition {
  return { ...definition, subject: 'handler' };
}

/** Defines a rule about every credential that stands in a text file in scope, whatever kind of file it is. */
export function defineSecretRule(definition: RuleDescription & Check<Secret>): RuleDefinition {
  return { ...definition, subject: 'secret' };
}
