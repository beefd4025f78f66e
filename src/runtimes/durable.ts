import type { Model } from '#runtimes/engine/language';
import { api, joinAll, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/**
 * What a durable function does with its context: it runs what it is given, one after the other or side by side, and keeps what came out.
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html
 */
const CONTEXT = api('<context>');

/** The function among the first arguments, before which a name may stand; in Python it may be named. */
function given(view: CallView, keyword: string): Value | undefined {
  const named = view.args.named.get(keyword);
  return named ?? view.args.list.slice(0, 3).find((one) => one.closures.length > 0);
}

/** What comes out of a function, or the value itself where it came out already. */
function outcome(view: CallView, one: Value | undefined, ...args: readonly Value[]): Value {
  if (!one) return UNKNOWN;
  return one.closures.length > 0 ? view.run(one, ...args) : one;
}

const step: Model = (view) => outcome(view, given(view, 'func') ?? view.arg(0), CONTEXT);
const waitForCallback: Model = (view) => {
  outcome(view, given(view, 'submitter'), UNKNOWN, CONTEXT);
  return UNKNOWN;
};
const waitForCondition: Model = (view) => outcome(view, given(view, 'check'), UNKNOWN, CONTEXT);

const map: Model = (view) => {
  const items =
    view.args.named.get('inputs') ?? view.args.list.find((one) => one.objects.length + one.taints.length > 0);
  const item = items ? view.items(items) : UNKNOWN;
  return view.list(outcome(view, given(view, 'func'), CONTEXT, item, UNKNOWN, items ?? UNKNOWN));
};

/** A list of functions, each by itself or as `{ name, func }`. */
const parallel: Model = (view) => {
  const lists = [...view.args.named.values(), ...view.args.list].flatMap(({ objects }) => objects);
  const branches = lists
    .filter(({ kind }) => kind === 'list')
    .flatMap((list) => [...list.fields.values(), list.rest])
    .flatMap((cell) => view.machine.state.get(cell) ?? []);
  return view.list(
    joinAll(branches.map((one) => outcome(view, one.closures.length > 0 ? one : view.field(one, 'func'), CONTEXT))),
  );
};

const nothing: Model = () => UNKNOWN;

/** The methods of the context, as each of AWS's libraries for it spells them. */
export const DURABLE_CONTEXT: Readonly<Record<string, Model>> = {
  '<context>.step': step,
  '<context>.invoke': nothing,
  '<context>.map': map,
  '<context>.parallel': parallel,
  '<context>.runInChildContext': step,
  '<context>.run_in_child_context': step,
  '<context>.waitForCallback': waitForCallback,
  '<context>.wait_for_callback': waitForCallback,
  '<context>.waitForCondition': waitForCondition,
  '<context>.wait_for_condition': waitForCondition,
};

const BOUND = '<durable function>';
const BOUND_CALLBACK = '<durable callback>';

/** What `@durable_step` and the like make of a function: calling that binds all arguments but the context. */
export function durableWrapper(path: string): string | undefined {
  const name = /^aws_durable_execution_sdk_python\.(?:context\.)?(\w{1,40})(?:\(\))?$/.exec(path)?.[1];
  if (name === 'durable_wait_for_callback') return BOUND_CALLBACK;
  return name !== undefined && /^durable_(?:step|with_child_context|parallel_branch)$/.test(name) ? BOUND : undefined;
}

/** It is run where its arguments are bound: that is where the context is handed on. */
function bound(...before: readonly Value[]): Model {
  return (view) => {
    const args = { ...view.args, list: [...before, ...view.args.list] };
    const result = view.machine.call(view.receiver, args, undefined, view.at.span, view.context);
    view.machine.ended = false;
    return result;
  };
}

export const DURABLE_WRAPPERS: Readonly<Record<string, Model>> = {
  [BOUND]: bound(CONTEXT),
  [BOUND_CALLBACK]: bound(UNKNOWN, CONTEXT),
};
