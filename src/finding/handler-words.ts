import { code } from '#finding/markdown';
import type { Report } from '#finding/rule';
import { SEVERITIES, type Severity } from '#finding/severity';
import { stakes } from '#finding/stakes';
import type { Cloud } from '#model/cloud';
import type { Reach } from '#model/exposure';
import type { Flow, Handler, Observation, ObservationKind, SinkKind, Trigger } from '#model/handler';

/** What a rule says of flows into one kind of sink. */
export interface FlowWords {
  /** What becomes of the value, after its name: `becomes part of the text of a SQL statement`. Markdown. */
  readonly does: string | ((flow: Flow) => string);
  /** For callers who are known; worse for anyone on the internet, milder for what only the account's own services send. */
  readonly severity: Severity | ((flow: Flow) => Severity);
  /** Shows the defect and harms nobody: `' OR '1'='1`. */
  readonly payload: string | ((flow: Flow) => string);
  /** Which of the flows are meant; all of the kind without it. */
  readonly only?: (flow: Flow) => boolean;
  /** What it leads to here, as a sentence, or nothing: only what the templates make certain. Markdown. */
  readonly more?: (flow: Flow) => string;
}

/** Reports the flows of a handler into a kind of sink. */
export function* flowReports(handler: Handler, sink: SinkKind, words: FlowWords): Iterable<Report> {
  for (const flow of handler.flows) {
    if (flow.sink !== sink || words.only?.(flow) === false) continue;
    const reach = widestOf(flow.source.triggers);
    const { does, payload, severity } = words;
    const reproduction = flow.reproduce?.(flow.payload ?? (typeof payload === 'string' ? payload : payload(flow)));
    yield {
      at: flow.at,
      message: sentences(
        `${subject(flow.source.text)} ${typeof does === 'string' ? does : does(flow)}${placeOf(flow.callee)}.`,
        senders(flow.source.triggers),
        partly(flow.partial),
        words.more?.(flow) ?? '',
      ),
      severity: severityFor(typeof severity === 'string' ? severity : severity(flow), reach),
      confidence: flow.confidence,
      steps: told(flow),
      related: relatedOf(flow.source.triggers),
      about: `${flow.within} ${flow.callee} ${flow.source.text}`,
      ...(reproduction ? { reproduction } : {}),
      ...remedyOf(flow),
    };
  }
}

/** The steps of a flow; the place where it ends is called as people call it. */
function told({ steps, callee }: Flow): Flow['steps'] {
  const last = steps.at(-1);
  if (!last) return steps;
  return [...steps.slice(0, -1), { ...last, text: `reaches ${callee.includes(' ') ? callee : code(apiName(callee))}` }];
}

/** What is marked, at the head of a sentence: a name of the code's, or words (`a secret of Secrets Manager`, `a key of event.body`). */
export function subject(text: string): string {
  const [, name] = /^a key of (.+)$/s.exec(text) ?? [];
  if (name !== undefined) return `A key of ${code(name)}`;
  return /^an? /.test(text) ? `A${text.slice(1)}` : code(text);
}

/** Where a flow ends, as people call it; places that are no API (`the page that is answered`) are told by the rule itself. */
function placeOf(callee: string): string {
  return callee.includes(' ') ? '' : ` in ${code(apiName(callee))}`;
}

/**
 * An API's name without the way to it: `cursor.execute` of `psycopg2.connect.cursor.execute`, `dynamodb.execute_statement` of
 * `boto3.client(dynamodb).execute_statement`, `axios.get` of `axios.create().get`.
 */
export function apiName(path: string): string {
  const [, service] = /^boto3\.client\(([\w-]+)\)\./.exec(path) ?? [];
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (service !== undefined) return `${service}.${last}`;
  const parts = path
    .replace(/^([\w-]+)\.[a-z]\w*\(\)\.(\w+)$/, '$1.$2')
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:builtins|aws-sdk)\./, '')
    // What a browser opens is called a page by everybody.
    .replace(/\.(?:newPage|new_page)\.(\w+)$/, '.page.$1')
    .split('.');
  if (path.startsWith('@')) return last;
  return parts.slice(parts.length > 3 ? -2 : 0).join('.');
}

/** What a rule says of something that code does wrong by itself. */
export interface ObservationWords {
  /** One or two sentences about this place. Markdown. */
  readonly message: (observation: Observation) => string;
  readonly severity?: (observation: Observation) => Severity;
  readonly only?: (observation: Observation) => boolean;
}

/** Reports what a handler's code does wrong by itself. */
export function* observationReports(
  handler: Handler,
  kind: ObservationKind,
  words: ObservationWords,
): Iterable<Report> {
  for (const observation of handler.observations) {
    if (observation.kind !== kind || words.only?.(observation) === false) continue;
    yield {
      at: observation.at,
      message: words.message(observation),
      confidence: observation.confidence,
      about: `${observation.within} ${observation.callee}`,
      ...(words.severity ? { severity: words.severity(observation) } : {}),
      ...(observation.steps.length > 0 ? { steps: observation.steps } : {}),
      ...remedyOf(observation),
    };
  }
}

/** Of code that somebody else gets to run: what the role of the function allows it beyond the function's own work. */
export function runsThere(cloud: Cloud, handler: Handler): string {
  const may = stakes(cloud, handler);
  return may === undefined ? '' : `What runs there may ${may}.`;
}

/** Scripts and expressions that a database runs: `$where`, `mapReduce`, Lua in Redis, scripts of Elasticsearch. */
export function runsInDatabase(callee: string): boolean {
  return /^(?:mongodb|mongoose|monk|pymongo|motor|mongoengine|redis|ioredis|@elastic\/|@opensearch-project\/|elasticsearch|opensearchpy)/.test(
    callee,
  );
}

function remedyOf({ rewrite }: Pick<Flow, 'rewrite'>): Pick<Report, 'remedy'> {
  return rewrite
    ? { remedy: { title: rewrite.title, applicability: rewrite.applicability, patches: [], edits: rewrite.edits } }
    : {};
}

/** Fields of a request that name a person or an account: `userId`, `owner`, `customer_id`, `email`. */
export const NAMES_A_PERSON =
  /^(?:user|owner|customer|account|tenant|member|patient|employee|profile)(?:_?id|_?name|_?key|Id|Name)?$|^(?:e-?mail|sub|username)$/i;

/** A state machine that nobody outside starts gives what its own states found out, and what whoever runs it asks of it. */
export function isOwnWorkflow({ source: { triggers } }: Flow): boolean {
  return triggers.length > 0 && triggers.every(({ kind, reach }) => kind === 'state-machine' && reach === 'service');
}

/** Who can send an event to a handler, from the widest. */
export function widestOf(triggers: readonly Trigger[]): Reach {
  const order: readonly Reach[] = ['public', 'authenticated', 'account', 'unknown', 'service', 'none'];
  return order.find((reach) => triggers.some((trigger) => trigger.reach === reach)) ?? 'unknown';
}

/** Worse by one where anyone on the internet decides the value, milder by one where only the account's own services do. */
export function severityFor(known: Severity, reach: Reach): Severity {
  const at = SEVERITIES.indexOf(known);
  if (reach === 'public') return SEVERITIES[Math.max(0, at - 1)] ?? known;
  if (reach === 'authenticated' || reach === 'account') return known;
  return SEVERITIES[Math.min(SEVERITIES.length - 2, at + 1)] ?? known;
}

/** Entries that a sentence names; the others are counted. */
const MAX_NAMED = 2;

/** The label of a function's event where no template shows who sends it. */
const UNSHOWN = 'whoever invokes it';

/** Who decides a value: `Anyone on the internet can send it through GET /orders/{id}.` */
function senders(triggers: readonly Trigger[]): string {
  const reach = widestOf(triggers);
  const widest = triggers.filter((trigger) => trigger.reach === reach);
  const names = [...new Set(widest.map(({ label }) => label))];
  if (names.length === 0) return '';
  const more = names.length > MAX_NAMED ? [`${names.length - MAX_NAMED} more`] : [];
  const listed = [...names.slice(0, MAX_NAMED).map(code), ...more].join(names.length > MAX_NAMED ? ', ' : ' and ');
  if (reach === 'public') return `Anyone on the internet can send it through ${listed}.`;
  if (reach === 'authenticated') return `Every caller who is let in can send it through ${listed}.`;
  if (reach === 'account') return `Others in the account can send it through ${listed}.`;
  return reach === 'unknown' && names[0] === UNSHOWN
    ? 'No template that is read here shows who sends it.'
    : `It comes in through ${listed}.`;
}

function partly(partial: readonly string[]): string {
  const [name] = partial.slice(-1);
  return name === undefined ? '' : `What is done to it on the way (${name}) does not help here.`;
}

function relatedOf(triggers: readonly Trigger[]): NonNullable<Report['related']> {
  const reach = widestOf(triggers);
  const entry = triggers.find((trigger) => trigger.reach === reach && trigger.entry !== undefined)?.entry;
  return entry ? [{ at: entry.by.location, message: `The event comes in here: ${code(entry.label)}.` }] : [];
}

function sentences(...all: readonly string[]): string {
  return all.filter((one) => one !== '').join(' ');
}
