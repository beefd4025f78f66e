import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { textOf } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';
import type { Block, Expression, FunctionCode, Statement, Throw } from '#syntax/code/form';

/** Statements that are looked through for one that throws. */
const MAX_DEPTH = 12;

/** The first `throw` that leaves a function: none of an inner function, and none that is caught. */
function leaving(body: Block, depth = 0): Throw | undefined {
  if (depth > MAX_DEPTH) return undefined;
  for (const statement of body) {
    const found = statement.kind === 'throw' ? statement : within(statement, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function within(statement: Statement, depth: number): Throw | undefined {
  switch (statement.kind) {
    case 'if':
      return leaving(statement.then, depth) ?? leaving(statement.otherwise, depth);
    case 'block':
    case 'loop':
      return leaving(statement.body, depth);
    case 'switch':
      return leaving(
        statement.cases.flatMap((one) => one.body),
        depth,
      );
    case 'try':
      return (
        (statement.handlers.length === 0 ? leaving(statement.body, depth) : undefined) ??
        leaving(
          statement.handlers.flatMap((one) => one.body),
          depth,
        )
      );
    default:
      return undefined;
  }
}

function functionOf(node: Expression | undefined): FunctionCode | undefined {
  return node?.kind === 'function' ? node.code : undefined;
}

/** Nothing is around a function that runs later: what it throws ends the process, and with it the invocation. */
function judge(view: CallView, node: Expression | undefined, called: string): void {
  const code = functionOf(node);
  const thrown = code && leaving(code.body);
  // Whoever takes what nobody caught has thought of it.
  if (!thrown || isSaid(view.machine, /uncaughtException|\bdomain\.create/)) return;
  view.observe('thrown-in-callback', { at: view.context.frame.module.at(thrown.span), details: { called } });
}

const later: Observer = (view, path) => {
  judge(view, view.expression(0), path);
  return undefined;
};

/** `stream.on('error', (error) => { throw error; })`. */
const listening: Observer = (view) => {
  const name = textOf(view.arg(0));
  if (name !== undefined) judge(view, view.expression(1), name);
  return undefined;
};

/** `https.get(url, (response) => { … })`, and what listens to the response in it. */
const responding: Observer = (view) => {
  const callback = view.node?.args.at(-1)?.value;
  judge(view, callback, 'response');
  for (const statement of functionOf(callback)?.body ?? []) {
    const call = statement.kind === 'expression' ? statement.value : undefined;
    if (call?.kind !== 'call' || call.callee.kind !== 'member' || !/^(?:on|once)$/.test(String(call.callee.property)))
      continue;
    const [name, listener] = call.args;
    if (name?.value.kind === 'literal') judge(view, listener?.value, String(name.value.value));
  }
  return undefined;
};

const REQUESTS = ['http', 'https'].flatMap((name) => [`${name}.get`, `${name}.request`]);
const STREAMS = [
  ...REQUESTS,
  'fs.createReadStream',
  'fs.createWriteStream',
  'net.connect',
  'net.createConnection',
  'tls.connect',
  'child_process.spawn',
];

export const CRASHES: readonly Readonly<Record<string, Observer>>[] = [
  each(['setTimeout', 'setInterval', 'setImmediate', 'process.nextTick'], later),
  each(
    STREAMS.flatMap((name) => ['on', 'once', 'addListener'].map((method) => `${name}().${method}`)),
    listening,
  ),
  each(REQUESTS, responding),
];
