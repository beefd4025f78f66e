import type { Rewrite } from '#model/handler';
import type { Language } from '#runtimes/engine/language';
import type { CallRecord, Context, Frame, Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import { isSaid } from '#runtimes/observations/written';
import type { Location } from '#source/file';
import type { Block, Expression, Handler, Try } from '#syntax/code/form';

/** What reports single records of a batch as failed: by hand, and Powertools' processors. */
const REPORTED = /batchItemFailures|batch_item_failures|BatchProcessor|processPartialResponse|process_partial_response/;

/** Work that may fail without anything being lost: reading text, tidying up. */
const MINOR =
  /JSON\s{0,3}\.\s{0,3}parse|json\.loads|unlink|\brm(?:Sync|dir|tree)?\b|os\.remove|close|cleanup|mkdir|rollback|\.end\(|\.destroy\(|postToConnection|post_to_connection/;

const LOGS = /^(?:console|logger|log|logging|print|LOGGER|tracer|metrics)$/;

/** Whether code does nothing but write to the log. */
function isOnlyLogs(body: Block): boolean {
  return body.every((one) => {
    if (one.kind === 'jump') return one.how === 'continue';
    if (one.kind !== 'expression' || one.value.kind !== 'call') return false;
    let node: Expression = one.value.callee;
    while (node.kind === 'member') node = node.object;
    return node.kind === 'name' && LOGS.test(node.name);
  });
}

function isAfterAll(frame: Frame): boolean {
  return frame.depth === 0;
}

/** Classes of exceptions that stand for a way things go, not for a failure. */
const EXPECTED =
  /NotFound|AlreadyExists|NoSuch|Exists|Conditional|Timeout|StopIteration|KeyError|ValueError|IndexError|AttributeError|ImportError|ModuleNotFound|UnicodeDecode|JSONDecode|TypeError|CancelledError|FileNotFound/;

/** An exception is caught, and nothing comes of it. */
export function caught(
  machine: Machine,
  node: Try,
  handler: Handler,
  context: Context,
  during: readonly CallRecord[],
): void {
  const isAtStake = during.some(({ path }) => EFFECT.test(path));
  if (isAfterAll(context.frame)) return;
  const { file } = context.frame.module.code;
  const at = context.frame.module.at({
    start: handler.span.start,
    end: Math.min(handler.span.end, handler.span.start + 60),
  });
  const body = node.body.map((one) => file.slice(one.span)).join('\n');
  const classes = handler.types.map((one) => file.slice(one.span)).join(' ');
  if (EXPECTED.test(classes) || MINOR.test(body) || !/await|\w\(/.test(body)) return;
  if (handler.body.length === 0 || handler.body.every((one) => one.kind === 'jump')) {
    if (isAtStake) machine.observe('error-swallowed', at, context, { confidence: 'medium' });
    return;
  }
  if (
    (machine.loops > 0 || isForEachRecord(context)) &&
    isOnlyLogs(handler.body) &&
    isAtStake &&
    !isSaid(machine, REPORTED)
  )
    machine.observe('partial-batch-not-reported', at, context, { confidence: 'medium' });
}

/** Whether the function around is called for each record: `event.Records.map(async (record) => { … })`. */
function isForEachRecord({ frame }: Context): boolean {
  const span = frame.closure?.code.span;
  const { file } = frame.module.code;
  const before = span ? file.text.slice(Math.max(0, span.start - 60), span.start) : '';
  return /\bRecords\s{0,3}\??\.\s{0,3}(?:map|forEach)\(\s{0,10}$/.test(before);
}

/** Packages whose calls change something elsewhere, or fetch what is needed for that. */
const EFFECT =
  /^(?:boto3|aioboto3|botocore|requests|httpx|urllib3?|aiohttp|psycopg2?|pymysql|mysql|pymongo|redis|@aws-sdk\/|aws-sdk|axios|fetch|node-fetch|got|undici|pg|mysql2|mongodb|mongoose|ioredis|@google-cloud\/|@azure\/|azure|google)\b/;

/** What starts a coroutine that runs beside the one that starts it: https://docs.python.org/3/library/asyncio-task.html#asyncio.create_task */
const STARTS = /^(?:create_task|ensure_future)$/;

/** A task that nothing holds: `asyncio.run` ends it when the function that it runs is done. */
function droppedTask(machine: Machine, node: Expression, context: Context): void {
  if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.object.kind !== 'name') return;
  const { object, property } = node.callee;
  if (object.name !== 'asyncio' || typeof property !== 'string' || !STARTS.test(property)) return;
  // Whoever asks for all tasks waits for this one as well, and what a task tells when it is done is waited for.
  if (isSaid(machine, /all_tasks|add_done_callback|run_forever/)) return;
  const at = context.frame.module.at(node.span);
  machine.observe('floating-promise', at, context, {
    callee: `asyncio.${property}`,
    details: { how: 'task' },
    rewrite: context.frame.closure?.code.isAsync ? awaited(at) : undefined,
  });
}

function awaited({ file, span }: Location): Rewrite {
  return {
    title: 'Wait for it',
    applicability: 'unsafe',
    edits: [{ path: file.path, span: { start: span.start, end: span.start }, text: 'await ' }],
  };
}

/** A promise is dropped: the runtime freezes the process when the handler has answered, whatever is still under way. */
export function discarded(machine: Machine, value: Value, node: Expression, context: Context): void {
  if (machine.language.name === 'python') {
    droppedTask(machine, node, context);
    return;
  }
  let first: Frame = context.frame;
  while (first.caller && first.caller.depth > 0) first = first.caller;
  const handler = first.closure?.code;
  if (context.frame.depth === 0 || !handler?.isAsync) return;
  if (node.kind !== 'call' || node.callee.kind === 'await') return;
  const at = context.frame.module.at(node.span);
  const inside = context.frame.closure?.code;
  const callee = node.callee.kind === 'member' && typeof node.callee.property === 'string' ? node.callee.property : '';
  const [given] = node.args;
  if (callee === 'forEach' && given?.value.kind === 'function' && given.value.code.isAsync) {
    const text = context.frame.module.code.file.slice(given.value.code.span);
    if (/\bawait\b/.test(text))
      machine.observe('floating-promise', context.frame.module.at(node.callee.span), context, {
        callee: 'forEach',
        details: { how: 'forEach' },
      });
    return;
  }
  if (value.pending.length === 0 || callee === 'then' || callee === 'catch' || callee === 'finally') return;
  if (!isLong(node, context, machine, value)) return;
  machine.observe('floating-promise', at, context, {
    callee: context.frame.module.code.file.slice(node.callee.span).replaceAll(/\s+/g, ' ').slice(0, 80),
    details: { how: 'dropped' },
    rewrite: inside?.isAsync ? awaited(at) : undefined,
  });
}

/** Whether a function of ours has something to wait for in it; what is outside has. */
function isLong(
  node: Extract<Expression, { kind: 'call' }>,
  context: Context,
  machine: Machine,
  value: Value,
): boolean {
  const cell = node.callee.kind === 'name' ? context.scope.lookup(node.callee.name) : undefined;
  const closures = (cell && machine.state.get(cell)?.closures) ?? [];
  if (closures.length === 0) return value.pending.length > 0;
  return closures.every(({ code, module }) => {
    const text = module.at(code.span).file.slice(code.span);
    return /\bawait\b|\.then\(|\.send\(/.test(text);
  });
}

export const FAILURES: Pick<Language, 'caught' | 'discarded'> = { caught, discarded };
