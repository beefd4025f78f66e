import { iamAction } from '#model/iam-action';
import type { FunctionOperations, OperationGap } from '#model/operations';
import { sdkClient } from '#model/sdk-client';
import type { Machine } from '#runtimes/engine/machine';
import type { Program } from '#runtimes/modules';
import { unseenCode } from '#runtimes/operations/dynamic';
import { Liveness } from '#runtimes/operations/liveness';
import { outlineOf } from '#runtimes/operations/outline';
import {
  finished,
  type MadeClient,
  type OperationWatch,
  type PendingOperation,
  type Seen,
} from '#runtimes/operations/watch';
import type { Location } from '#source/file';
import type { FunctionCode } from '#syntax/code/form';

/** What the analysis of a handler leaves open. */
export interface Whole {
  readonly machine: Machine;
  readonly program: Program;
  /** Functions that were run from the handler on. */
  readonly reached: ReadonlySet<FunctionCode>;
  /** Where the handler stands. */
  readonly at: Location;
  /** Whether the machine's budget was spent before the end. */
  readonly isCut: boolean;
  /** What runs beside the code and is not read. */
  readonly beside: readonly string[];
}

/**
 * What a handler calls of AWS, as far as the machine saw. What stands in functions that it did not reach counts where their names
 * occur in what it did reach: then something that was not followed may call them.
 */
export function operationsOf(watch: OperationWatch, whole: Whole): FunctionOperations {
  const { machine, program, reached, at, isCut, beside } = whole;
  const liveness = new Liveness(program, reached);
  const isLive = ({ beyond }: Seen<unknown>): boolean => beyond === undefined || liveness.isLive(beyond.code);
  const isShown = ({ what: { shownBy } }: Seen<PendingOperation>): boolean =>
    shownBy === undefined || [...program.modules.values()].some(({ code }) => shownBy.test(code.file.text));
  const pending = watch.pending.filter((one) => isLive(one) && isShown(one));
  const gaps: OperationGap[] = watch.gaps.filter(isLive).map(({ what }) => what);
  for (const why of beside) gaps.push({ why, at });
  if (isCut) gaps.push({ why: 'the code is larger than what is followed', at });
  for (const path of program.unread) gaps.push({ why: `${path} was not read`, at });
  for (const [source, place] of machine.missing)
    if (!DATA.test(source)) gaps.push({ why: `the module ${source} cannot be found`, at: place });
  for (const { code } of program.modules.values()) {
    const [first] = code.broken;
    if (first) gaps.push({ why: `a part of ${code.file.path} cannot be parsed`, at: { file: code.file, span: first } });
    const unseen = unseenCode(code);
    if (unseen) gaps.push({ why: 'code is run that is chosen at run time', at: { file: code.file, span: unseen } });
    const signing = code.file.text.indexOf(SIGNATURE);
    if (signing !== -1) {
      const span = { start: signing, end: signing + SIGNATURE.length };
      gaps.push({ why: 'requests are signed by hand', at: { file: code.file, span } });
    }
  }
  gaps.push(
    ...unusedClients(watch, program, isLive),
    ...lostCalls(watch, isLive),
    ...unvisited(watch, program, liveness),
  );
  const isSwitched = [...program.modules.values()].some(({ code }) => SWITCHING.test(code.file.text));
  return { operations: finished(pending, ({ beyond }) => beyond !== undefined, isSwitched), gaps: distinct(gaps) };
}

/**
 * What gives credentials to every client that is made afterwards: `AWS.config` of JavaScript's v2, boto3's default session, a session
 * of botocore.
 */
const SWITCHING =
  /\bAWS\.config\.(?:credentials\s{0,5}=[^=]|loadFromPath\(|update\(\s{0,20}(?:[^\s{]|\{[^}]{0,400}(?:accessKeyId|credentials)))|\bsetup_default_session\(|\.set_credentials\(/i;

/** What everybody writes who signs requests without a library: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
const SIGNATURE = 'AWS4-HMAC-SHA256';

/** What is imported as data has no calls. */
const DATA = /\.(?:json|graphql|gql|css|html?|txt|sql|md|png|svg|ya?ml|csv)$/i;

/** A client that is made, and on which nothing was seen to be called, was lost from sight; or the code has no use for it. */
function unusedClients(
  watch: OperationWatch,
  program: Program,
  isLive: (one: Seen<unknown>) => boolean,
): readonly OperationGap[] {
  return [...watch.made.values()].flatMap((one) => {
    const { used, service, at } = one.what;
    return used || !isLive(one) || isForgotten(at, program)
      ? []
      : [{ why: `what is called on this client of ${service} is not seen`, at, service }];
  });
}

/** Whether a client is held by a variable that nothing else names. */
function isForgotten({ file, span }: Location, program: Program): boolean {
  const before = file.text.slice(Math.max(0, span.start - 120), span.start);
  const name =
    /(?:^|\n|\b(?:const|let|var) )\s{0,20}([A-Za-z_]\w{0,60})(?:\s{0,5}:\s{0,5}[\w.]{1,60})?\s{0,5}=\s{0,5}$/.exec(
      before,
    )?.[1];
  if (name === undefined) return false;
  let count = 0;
  for (const { code } of program.modules.values())
    for (const [word] of code.file.text.matchAll(/[A-Za-z_]\w*/g)) if (word === name && ++count > 1) return false;
  return true;
}

/** A method of an unknown value that is called like an operation of a client that the code makes. */
function lostCalls(watch: OperationWatch, isLive: (one: Seen<unknown>) => boolean): readonly OperationGap[] {
  const clients = clientsOf(watch);
  return watch.lost.flatMap((one) => {
    const { name, at } = one.what;
    const service = clients.find((each) => mayBeOperation(watch, each, name))?.service;
    return service === undefined || !isLive(one)
      ? []
      : [{ why: `what ${name} is called on is not known`, at, service }];
  });
}

/** The clients that the code makes, one of a kind. */
function clientsOf(watch: OperationWatch): readonly MadeClient[] {
  const all = [...watch.made.values()].map(({ what }) => what);
  return [...new Map(all.map((one) => [`${one.service} ${one.calls?.source ?? ''}`, one])).values()];
}

function mayBeOperation(watch: OperationWatch, { service, calls }: MadeClient, method: string): boolean {
  if (calls?.test(method)) return true;
  const name = watch.reader.operationOf(method);
  if (name === undefined) return false;
  const prefix = sdkClient(service)?.prefix;
  return prefix !== undefined && iamAction(`${prefix}:${name}`) !== undefined;
}

/** Calls in the code that the machine never came to, although what stands around them may be run. */
function unvisited(watch: OperationWatch, program: Program, liveness: Liveness): readonly OperationGap[] {
  const clients = clientsOf(watch);
  const found: OperationGap[] = [];
  for (const module of program.modules.values()) {
    for (const { node, name, isMethod, within } of outlineOf(module.code).calls) {
      if (watch.visited.has(node)) continue;
      const service = isMethod ? clients.find((each) => mayBeOperation(watch, each, name))?.service : undefined;
      const isSdk = watch.reader.isMaker(node, name, module.code.file.text);
      if ((!service && !isSdk) || (within && !liveness.isLive(within.code))) continue;
      found.push({
        why: `the call of ${name} was not followed`,
        at: module.at(node.span),
        ...(service === undefined || isSdk ? {} : { service }),
      });
    }
  }
  return found;
}

/** Gaps that are told of one handler; one without a service says as much as all. */
const MAX_GAPS = 40;

function distinct(gaps: readonly OperationGap[]): readonly OperationGap[] {
  const found = new Map<string, OperationGap>();
  for (const gap of gaps) {
    const key = `${gap.why} ${gap.service ?? ''}`;
    if (!found.has(key)) found.set(key, gap);
  }
  const all = [...found.values()];
  const open = all.filter(({ service }) => service === undefined);
  return all.length <= MAX_GAPS
    ? all
    : open.length > 0
      ? open.slice(0, MAX_GAPS)
      : [...all.slice(0, MAX_GAPS - 1), more(all)];
}

function more([first]: readonly OperationGap[]): OperationGap {
  return { why: 'more is not known than is told', at: (first as OperationGap).at };
}
