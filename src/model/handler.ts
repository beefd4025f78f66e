import type { Entry, Reach } from '#model/exposure';
import type { FunctionOperations } from '#model/operations';
import type { Resource } from '#model/resource';
import type { Edit } from '#source/edit';
import type { Location, SourceFile } from '#source/file';

/** What a place does with what it is given, and so what it has to be guarded against. */
export type SinkKind =
  | 'sql'
  | 'nosql'
  | 'dynamodb-expression'
  | 'command'
  | 'code'
  | 'module'
  | 'path'
  | 'archive'
  | 'url'
  | 'redirect'
  | 'html'
  | 'mail'
  | 'template'
  | 'deserialization'
  | 'xml'
  | 'xml-text'
  | 'xpath'
  | 'ldap'
  | 'log'
  | 'header'
  | 'regex'
  | 'backtracking'
  | 'object-key'
  | 'record'
  | 'format'
  | 'csv'
  | 'prompt'
  | 'graphql'
  | 'environment'
  | 'cloud-resource'
  | 'allocation'
  | 'decompression'
  | 'identity';

/** Who decides a part of an event: whoever calls or sends, or the cloud, which vouches for it. */
export type Control = 'sender' | 'provider';

/** What an event holds at one place. Fields that are not named follow `rest`; without `rest` they are the sender's as well. */
export interface EventShape {
  readonly control: Control;
  readonly fields?: Readonly<Record<string, EventShape>>;
  /** Of a map every other field, of a list every item. */
  readonly rest?: EventShape;
  /** Of a text that arrives encoded: what it cannot harm until it is decoded. */
  readonly harmless?: readonly SinkKind[];
  /** Of a name with slashes that cannot lead above the directory that it is put into. */
  readonly isBeneath?: true;
}

/** One way in which a handler gets an event, with what the event holds. */
export interface Trigger {
  /** As in `Entry`, and the triggers of the other clouds. */
  readonly kind:
    | Entry['kind']
    | 'azure-http'
    | 'azure-message'
    | 'azure-blob'
    | 'google-http'
    | 'google-event'
    | 'direct';
  readonly reach: Reach;
  /** For people: `GET /orders/{id}`, `queue OrdersQueue`. */
  readonly label: string;
  /** What the template declares, where one does. */
  readonly entry: Entry | undefined;
  /** The route that the code declares where no template does. */
  readonly route?: NonNullable<Entry['route']>;
  /** What the handler's first argument holds. */
  readonly event: EventShape;
}

/** Triggers through which a caller sends a request, and writes what it holds. */
export const REQUEST_TRIGGERS: readonly Trigger['kind'][] = [
  'rest-api',
  'http-api',
  'function-url',
  'alb',
  'websocket',
  'graphql',
  'azure-http',
  'google-http',
];

/** A part of an event that somebody else decides: `event.pathParameters.id`. */
export interface EventField {
  /** Keys from the event on; `[]` stands for an item of a list. */
  readonly path: readonly string[];
  /** As the code reads it: `event.pathParameters.id`. */
  readonly text: string;
  /** Where the code first reads it. */
  readonly at: Location;
  readonly triggers: readonly Trigger[];
}

/** One step of a flow, from the event to the sink. */
export interface FlowStep {
  readonly at: Location;
  /** A phrase without a full stop, Markdown: `` `id` is put into the text of the query ``. */
  readonly text: string;
}

/** An edit of code that mends what was found, written by the runtime in the language at hand. */
export interface Rewrite {
  /** Imperative: `Bind the values as parameters`. */
  readonly title: string;
  readonly applicability: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}

/** An event with which anybody can see for themselves what a finding says, and how to send it. */
export interface Reproduction {
  /** JSON in the shape that the trigger has. */
  readonly event: string;
  /** A command for a shell: `sam local invoke …`, `curl …`. */
  readonly command: string;
}

/** What somebody else decides reaches a place where it does harm. */
export interface Flow {
  readonly sink: SinkKind;
  /** What it reaches, by the name of its API: `pg.Pool.query`, `subprocess.run`. */
  readonly callee: string;
  /** The argument that carries it. */
  readonly at: Location;
  /** The whole call. */
  readonly call: Location;
  readonly source: EventField;
  /** From the source to the sink, both included. */
  readonly steps: readonly FlowStep[];
  /** What was done to it on the way that does not help here: `HTML escaping`. */
  readonly partial: readonly string[];
  /** `low` where the handler was found by its shape alone, or the sink by its name alone. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly rewrite: Rewrite | undefined;
  /** What shows it at this place, where the kind of sink alone does not tell that. */
  readonly payload: string | undefined;
  /** An event that shows it, with a payload that harms nobody put where the source is. */
  readonly reproduce: ((payload: string) => Reproduction | undefined) | undefined;
  /** The name of the innermost function around it; for the finding's identity. */
  readonly within: string;
}

/** What code does wrong by itself, whatever the event holds. */
export type ObservationKind =
  | 'clear-text-call'
  | 'cookie-without-flags'
  | 'commands-from-elsewhere'
  | 'credential-in-code'
  | 'credential-in-url'
  | 'debug-mode'
  | 'error-details-returned'
  | 'error-swallowed'
  | 'event-logged'
  | 'file-kept-between-invocations'
  | 'floating-promise'
  | 'function-waits-for-function'
  | 'hidden-characters'
  | 'jwt-algorithm-open'
  | 'jwt-claims-unchecked'
  | 'jwt-not-verified'
  | 'jwt-without-expiry'
  | 'object-made-public'
  | 'open-cors'
  | 'partial-batch-not-reported'
  | 'predictable-secret'
  | 'presigned-for-long'
  | 'role-from-event'
  | 'secret-in-query'
  | 'secret-logged'
  | 'secret-returned'
  | 'signing-key-in-code'
  | 'small-key'
  | 'state-kept-between-invocations'
  | 'static-initialization-vector'
  | 'thrown-in-callback'
  | 'timeout-missing'
  | 'tls-old'
  | 'tls-verification-off'
  | 'variable-time-comparison'
  | 'weak-cipher'
  | 'weak-hash'
  | 'webhook-not-verified'
  | 'wildcard-policy'
  | 'world-writable'
  | 'xml-entities-expanded';

/** Something in the code that is wrong by itself, whatever the event holds: `tls-verification-off`. */
export interface Observation {
  readonly kind: ObservationKind;
  /** The API that it is about, where there is one. */
  readonly callee: string;
  readonly at: Location;
  /** Facts for the message, by name, each plain text from the code or our tables; never a secret. */
  readonly details: Readonly<Record<string, string>>;
  readonly steps: readonly FlowStep[];
  readonly confidence: 'high' | 'medium' | 'low';
  readonly rewrite: Rewrite | undefined;
  readonly within: string;
}

/** Something that was not followed, and why: told once for a handler. */
export interface Gap {
  readonly at: Location;
  /** A sentence. */
  readonly message: string;
}

/** A handler's code as far as it could be read: what rules about code ask. */
export interface Handler {
  /** Unique in a scan, and the same in every snapshot: the entry file's path, `#`, the name of the function in it. */
  readonly id: string;
  /** The functions of the templates that run it; none where only its shape tells that it is a handler. */
  readonly functions: readonly Resource[];
  /** What people call it: the function's name in the template, else the file's. */
  readonly name: string;
  /** The handler function's name in the code. */
  readonly at: Location;
  readonly language: 'javascript' | 'python';
  readonly triggers: readonly Trigger[];
  readonly flows: readonly Flow[];
  readonly observations: readonly Observation[];
  /** What it calls of the cloud. */
  readonly operations: FunctionOperations;
  /** The files of the repository that it consists of, the entry first. */
  readonly files: readonly SourceFile[];
  readonly gaps: readonly Gap[];
}
