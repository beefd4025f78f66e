import {
  type Flow,
  type FlowStep,
  type Gap,
  type Handler,
  REQUEST_TRIGGERS,
  type Rewrite,
  type Trigger,
} from '#model/handler';
import { escaped } from '#runtimes/binding/escape';
import { moduleFrame } from '#runtimes/engine/frame';
import type { Language } from '#runtimes/engine/language';
import { type Context, Exhausted, Machine, type Reached } from '#runtimes/engine/machine';
import { property } from '#runtimes/engine/properties';
import { safeFor } from '#runtimes/engine/sinks';
import { held } from '#runtimes/engine/state';
import {
  type Arguments,
  api,
  type Closure,
  CONTENT,
  ENTRY_NAME,
  NEVER,
  NO_ARGUMENTS,
  Obj,
  object,
  type Step,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import { reproduction } from '#runtimes/events/reproduction';
import { sampleEvent } from '#runtimes/events/sample';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { placedInTemplate, placedLocation } from '#runtimes/handlers/placed';
import { chosenRecords } from '#runtimes/identity';
import { LINK } from '#runtimes/links';
import type { Program } from '#runtimes/modules';
import { JAVASCRIPT_SDK } from '#runtimes/operations/javascript';
import { operationsOf } from '#runtimes/operations/operations';
import { PYTHON_SDK } from '#runtimes/operations/python';
import { OperationWatch } from '#runtimes/operations/watch';
import { triggersOf } from '#runtimes/registered';
import { REQUESTS } from '#runtimes/requests';
import { type Location, linesOf, type SourceFile } from '#source/file';
import type { FunctionCode } from '#syntax/code/form';

const SDKS = { javascript: JAVASCRIPT_SDK, python: PYTHON_SDK };

/** What a handler's code does, with the machine that ran it. */
export interface Analysis {
  readonly entry: HandlerEntry;
  readonly handler: Handler;
  /** Places in its files that the parser could make nothing of. */
  readonly broken: readonly Location[];
  readonly machine: Machine;
}

/** Runs a handler on what its triggers send. Never throws for what the code contains. */
export function analyse(entry: HandlerEntry, program: Program, language: Language): Analysis {
  const machine = new Machine(language, program.modules, program.linked, new Map());
  machine.triggers = entry.triggers;
  machine.routes = entry.triggers;
  machine.versions = entry.versions;
  machine.filled = entry.inline?.filled ?? [];
  const watch = new OperationWatch(machine, SDKS[entry.language]);
  machine.listener = watch;
  let reached: ReadonlySet<FunctionCode> = machine.ran;
  let isCut = false;
  const gaps: Gap[] = [];
  let at: Location = { file: entry.file, span: { start: 0, end: 0 } };
  try {
    machine.load(program.entry);
    const handler = entry.exported === undefined ? undefined : exported(machine, program, entry.exported);
    at = placeOf(handler) ?? at;
    if (handler && handler.closures.length + handler.apis.length > 0) {
      // Google's framework calls what is exported as Express does: https://cloud.google.com/functions/docs/writing/write-http-functions
      const isRequest = entry.language === 'javascript' && entry.triggers.every(({ kind }) => kind === 'google-http');
      if (isRequest && entry.triggers.length > 0)
        machine.registrations.push({ kind: 'express', handler, label: '', at: placeOf(handler) ?? at });
      else start(machine, program, handler, entry);
    }
    requests(machine, program, entry);
    reached = new Set(machine.ran);
    others(machine, program);
  } catch (error) {
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error;
    isCut = true;
    gaps.push({
      at,
      message: 'The code is larger than what is followed of one handler: what comes after was not looked at.',
    });
  }
  for (const path of program.unread)
    gaps.push({ at, message: `${path} is too large, or one of too many files, and was not followed.` });
  for (const [source, place] of machine.missing)
    gaps.push({
      at: place,
      message: `The module ${source} is not in the repository, so that what it does is not known.`,
    });
  const broken = [...program.modules.values()].flatMap(({ code }) =>
    code.broken.map((span) => ({ file: code.file, span })),
  );
  gaps.push(...brokenPlaces(broken));
  const handler: Handler = {
    id: entry.inline
      ? `${entry.file.path}#${nameOf(entry)}.${entry.exported ?? ''}`
      : `${entry.file.path}#${entry.exported ?? ''}`,
    functions: entry.functions,
    name: nameOf(entry),
    at,
    language: entry.language,
    triggers: entry.triggers,
    flows: flowsOf(machine, entry),
    observations: machine.observations,
    operations: operationsOf(watch, {
      machine,
      program,
      reached,
      at,
      isCut,
      beside: entry.beside ?? [],
    }),
    files: program.files,
    gaps,
  };
  if (!entry.inline) return { entry, machine, broken, handler };
  const { inline } = entry;
  const placed = broken.map((at) => placedLocation(at, inline));
  return { entry, machine, broken: placed, handler: placedInTemplate(handler, inline) };
}

/** Broken lines of one file that are told; of a file with more, everything is in doubt. */
const MAX_BROKEN_TOLD = 5;

/** What could not be read, one gap for each line. */
function brokenPlaces(broken: readonly Location[]): readonly Gap[] {
  const told: Gap[] = [];
  for (const [file, places] of byFile(broken)) {
    const lines = new Map(places.map((place) => [linesOf(place).start, place]));
    for (const at of [...lines.values()].slice(0, MAX_BROKEN_TOLD))
      told.push({
        at,
        message: 'This part could not be read, because the code is broken here: what it does is not known.',
      });
    const rest = lines.size - MAX_BROKEN_TOLD;
    const [first] = lines.values();
    if (rest > 0 && first)
      told.push({ at: first, message: `${file.path} is broken in ${rest} more places, which could not be read.` });
  }
  return told;
}

function byFile(places: readonly Location[]): ReadonlyMap<SourceFile, readonly Location[]> {
  const files = new Map<SourceFile, Location[]>();
  for (const place of places) {
    const same = files.get(place.file);
    if (same) same.push(place);
    else files.set(place.file, [place]);
  }
  return files;
}

function nameOf(entry: HandlerEntry): string {
  const [fn] = entry.functions;
  return fn?.name ?? entry.file.path;
}

function exported(machine: Machine, program: Program, name: string): Value {
  const { entry } = program;
  const context = contextOf(program);
  const [head = '', ...members] = name.split('.');
  const cell = entry.exports.fields.get(head) ?? (entry.code.language === 'python' ? entry.scope.own(head) : undefined);
  const at: Location = { file: entry.code.file, span: { start: 0, end: 0 } };
  let value = cell
    ? held(machine.state, cell)
    : property(machine, held(machine.state, entry.exported), head, at, context);
  for (const member of members) value = property(machine, value, member, at, context);
  return value;
}

/** The function of the code that a handler is, or that something stands around. */
function closureOf(value: Value | undefined): Closure | undefined {
  return value?.closures[0] ?? value?.apis.find(({ path }) => path.startsWith('<'))?.receiver?.closures[0];
}

function placeOf(value: Value | undefined): Location | undefined {
  const closure = closureOf(value);
  return closure?.module.at(closure.code.nameSpan);
}

function contextOf(program: Program): Context {
  return { scope: program.entry.scope, frame: moduleFrame(program.entry) };
}

/** Calls the handler with an event of each kind that its triggers send. */
function start(machine: Machine, program: Program, handler: Value, entry: HandlerEntry): void {
  const context = contextOf(program);
  const at = placeOf(handler) ?? { file: entry.file, span: { start: 0, end: 0 } };
  const event: Value = { ...UNKNOWN, taints: eventTaints(entry.triggers, parameterName(handler), at) };
  const given = entry.parameters?.map((shape, index): Value => {
    const triggers = entry.triggers.map((trigger) => ({ ...trigger, event: shape }));
    return { ...UNKNOWN, taints: eventTaints(triggers.slice(0, 1), parameterName(handler, index), at) };
  });
  const list = given ?? [event, api('<context>'), api('<callback>')];
  const args: Arguments = { list, named: new Map(), rest: undefined };
  const result = machine.call(handler, args, undefined, at.span, context);
  machine.ended = false;
  machine.language.answered?.(machine, result, at, context, 'event');
}

function parameterName(handler: Value, index = 0): string {
  const pattern = closureOf(handler)?.code.parameters.at(index)?.pattern;
  return pattern?.kind === 'name' ? pattern.name : 'event';
}

/** One mark for each kind of event, with the triggers that send it. */
function eventTaints(triggers: readonly Trigger[], text: string, at: Location): readonly Taint[] {
  const groups = new Map<Trigger['event'], Trigger[]>();
  for (const trigger of triggers) {
    const same = groups.get(trigger.event);
    if (same) same.push(trigger);
    else groups.set(trigger.event, [trigger]);
  }
  return [...groups].map(([shape, own]) => ({
    origin: 'event',
    path: [],
    text,
    at,
    triggers: own,
    shape,
    key: '',
    // The schema of a GraphQL API types its arguments: what it calls a text is one.
    safe: own.every(({ kind }) => kind === 'graphql') ? safeFor('nosql') : 0,
    partial: [],
    weak: false,
    steps: undefined,
  }));
}

/** Calls the functions that the code registered with a web framework or an SDK of functions. */
function requests(machine: Machine, program: Program, entry: HandlerEntry): void {
  const context = contextOf(program);
  const known = new Set<unknown>();
  for (const registration of machine.registrations) {
    const closures = registration.handler.closures.filter((one) => !known.has(one.code));
    for (const closure of closures) known.add(closure.code);
    if (closures.length === 0) continue;
    const request = REQUESTS[registration.kind];
    if (!request) continue;
    machine.state = machine.state.fork();
    machine.ended = false;
    machine.triggers = triggersOf(registration, entry.triggers);
    const args = request(machine, registration, entry);
    const result = machine.call({ ...registration.handler, closures }, args, undefined, registration.at.span, {
      ...context,
      frame: { ...context.frame, name: registration.label },
    });
    machine.ended = false;
    machine.language.answered?.(machine, result, registration.at, context, registration.kind);
  }
  machine.triggers = entry.triggers;
}

/** Runs the functions that nothing was seen to call, on nothing that is known: what stands in them is told, too. */
function others(machine: Machine, program: Program): void {
  machine.beyond = true;
  const context = contextOf(program);
  // Each starts where the handler ended: none knows of the others, of which there may be thousands.
  const base = machine.state;
  for (const module of program.modules.values()) {
    if (module.progress !== 'done') continue;
    const inner: Context = { scope: module.scope, frame: { ...context.frame, module } };
    const run = (closure: Closure): void => {
      if (machine.ran.has(closure.code)) return;
      machine.state = base.fork();
      machine.ended = false;
      machine.call({ ...NEVER, closures: [closure] }, NO_ARGUMENTS, undefined, closure.code.nameSpan, inner);
    };
    for (const name of module.scope.names) {
      const cell = module.scope.own(name);
      const value = cell && machine.state.get(cell);
      for (const closure of value?.closures ?? []) if (closure.module === module) run(closure);
      for (const one of value?.classes ?? []) {
        if (one.module !== module) continue;
        const self: Value = object(new Obj('instance', one, undefined));
        for (const { code, kind } of one.code.members) {
          if (!code || kind === 'static-block') continue;
          run({
            code,
            scope: one.scope,
            module,
            self,
            home: one,
            bound: machine.language.name === 'python' ? [self] : [],
          });
        }
      }
    }
  }
}

/** One flow for each place, of the source that the most people decide. */
function flowsOf(machine: Machine, entry: HandlerEntry): readonly Flow[] {
  const best = new Map<string, Reached>();
  const there = new Map<string, Taint[]>();
  for (const one of [...machine.reached, ...chosenRecords(machine, entry)]) {
    // Code that asks who calls may have asked whether the object is theirs.
    if (isDoubtful(one, entry) || (one.callee === LINK && machine.asksWho)) continue;
    const key = `${one.sink} ${one.at.file.path} ${one.at.span.start} ${one.at.span.end}`;
    const same = there.get(key);
    if (same) same.push(one.taint);
    else there.set(key, [one.taint]);
    const known = best.get(key);
    if (!known || rank(one) > rank(known)) best.set(key, one);
  }
  return [...best].map(([key, one]) => ({
    sink: one.sink === 'path' && one.taint.path.includes(ENTRY_NAME) ? 'archive' : one.sink,
    callee: calleeOf(one),
    at: one.at,
    call: one.call,
    source: { path: one.taint.path, text: one.taint.text, at: one.taint.at, triggers: one.taint.triggers },
    steps: stepsOf(one),
    partial: partialOf(machine, one),
    confidence: entry.confidence === 'low' ? 'low' : one.weak ? 'medium' : 'high',
    rewrite: one.rewrite ?? escaping(machine, one, there.get(key) ?? []),
    payload: one.payload,
    reproduce: reproducer(entry, one.taint),
    within: one.within,
  }));
}

function escaping(machine: Machine, { sink }: Reached, taints: readonly Taint[]): Rewrite | undefined {
  return sink === 'html' ? escaped(machine, taints) : undefined;
}

/** What was done on the way that does not help here; of addresses that are called also the checks that somebody gets around. */
function partialOf(machine: Machine, { sink, taint }: Reached): readonly string[] {
  const half = sink === 'url' || sink === 'redirect' ? machine.halfChecks.get(taint.key) : undefined;
  return half === undefined ? taint.partial : [...taint.partial, half];
}

/** Fields that events of HTTP alone have. */
const OF_REQUESTS: ReadonlySet<string> = new Set([
  'body',
  'headers',
  'multiValueHeaders',
  'multiValueQueryStringParameters',
  'pathParameters',
  'queryStringParameters',
  'rawPath',
  'rawQueryString',
]);

/**
 * Whether the source is decided by nobody after all: of a handler that no template names everything but a request may come from the
 * account's own services; and a bucket's notification names the bucket, also where a queue or topic carries it.
 */
function isDoubtful({ sink, taint }: Reached, entry: HandlerEntry): boolean {
  const [first = ''] = taint.path;
  if (entry.confidence === 'low' && taint.origin === 'event' && !OF_REQUESTS.has(first)) return true;
  if (sink !== 'cloud-resource' || taint.triggers.some(({ kind }) => REQUEST_TRIGGERS.includes(kind))) return false;
  return /(?:^|\.)bucket(?:\.name|Name|_name)?$/.test(taint.path.join('.'));
}

/** Makes the event that shows a flow, for the trigger that the most people can set off. */
function reproducer(entry: HandlerEntry, { path, triggers, origin }: Taint): Flow['reproduce'] {
  const [trigger] = [...triggers].sort((a, b) => REACH.indexOf(b.reach) - REACH.indexOf(a.reach));
  // An archive cannot be written as a text, and an object does not come with the event.
  if (!trigger || origin !== 'event' || path.includes(ENTRY_NAME) || path.includes(CONTENT)) return undefined;
  return (payload) => reproduction(entry.functions, trigger, sampleEvent(trigger, path, payload));
}

const REACH = ['none', 'unknown', 'service', 'account', 'authenticated', 'public'];

function rank({ taint, weak }: Reached): number {
  const reach = Math.max(-1, ...taint.triggers.map((trigger) => REACH.indexOf(trigger.reach)));
  return reach * 100 + (weak ? 0 : 50) - Math.min(40, taint.steps?.count ?? 0);
}

/** Steps that are told; what lies between the first and the last ones is left out. */
const MAX_TOLD = 8;

/** As people know it: `pg.Pool.query`, `open`. */
function calleeOf({ callee }: Reached): string {
  return callee.replaceAll('()', '').replace(/^builtins\./, '');
}

function stepsOf(reached: Reached): readonly FlowStep[] {
  const { taint, at } = reached;
  const steps: FlowStep[] = [];
  for (let step: Step | undefined = taint.steps; step; step = step.before)
    steps.unshift({ at: step.at, text: step.text });
  const first: FlowStep = { at: taint.at, text: `${named(taint.text)} is read` };
  const last: FlowStep = { at, text: `reaches ${quoted(calleeOf(reached))}` };
  const middle = steps.filter(
    (step, index) =>
      !sameLine(step.at, first.at) &&
      !sameLine(step.at, last.at) &&
      !steps.slice(0, index).some((other) => sameLine(other.at, step.at)),
  );
  const kept = middle.length > MAX_TOLD ? [...middle.slice(0, MAX_TOLD / 2), ...middle.slice(-MAX_TOLD / 2)] : middle;
  return [first, ...kept, last];
}

/** What is read: a name from the code, or words about one. */
function named(text: string): string {
  const [, of] = /^a key of (.+)$/s.exec(text) ?? [];
  if (of !== undefined) return `a key of ${quoted(of)}`;
  return /^an? /.test(text) ? text : quoted(text);
}

/** A name from the code as code in Markdown, cut where it is long. */
function quoted(name: string): string {
  return `\`${name.replace(/[`\s]+/g, ' ').slice(0, 120)}\``;
}

function sameLine(a: Location, b: Location): boolean {
  return a.file.path === b.file.path && linesOf(a).start === linesOf(b).start;
}
