import type { SinkKind } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import { EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import {
  api,
  decoded,
  joinTaints,
  made,
  marked,
  type Origin,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';

/** Words that tables of models are written in: what an API does with what it is given. */

/** Does several things; the value is that of the last one that gives any. */
export function all(...models: readonly Model[]): Model {
  return (view) => models.reduce<Value | undefined>((given, model) => model(view) ?? given, undefined);
}

/** Arguments that do harm. The value of the call stays what it is without the model. */
export function sink(kind: SinkKind, ...at: readonly ArgumentPath[]): Model {
  return (view) => {
    for (const one of at) view.sink(kind, one);
    return undefined;
  };
}

/** As `sink`, with everything that the argument holds: an object of which any field does harm. */
export function deepSink(kind: SinkKind, ...at: readonly ArgumentPath[]): Model {
  return (view) => {
    for (const one of at) view.sink(kind, one, { deep: true });
    return undefined;
  };
}

/** Gives what it is given, or a text made of it. */
export function passes(...at: readonly (ArgumentPath | 'receiver')[]): Model {
  return (view) => ({ ...UNKNOWN, taints: taintsAt(view, at) });
}

/** Gives what it is given, made safe for some kinds of sinks; what it does not help against stays, and its name is told. */
export function cleans(
  name: string,
  kinds: readonly SinkKind[] | Safe,
  ...at: readonly (ArgumentPath | 'receiver')[]
): Model {
  const safe = typeof kinds === 'number' ? kinds : safeFor(...kinds);
  return (view) => ({ ...UNKNOWN, taints: made(taintsAt(view, at), safe, name) });
}

/** Gives something that nobody outside decides, whatever it is given: a length, a digest, a number of rows. */
export function gives(path?: string): Model {
  return () => (path === undefined ? UNKNOWN : api(path));
}

/** Gives the inside of an encoded text. */
export function decodes(
  marker: '<json>' | '<base64>' | '<decoded>',
  ...at: readonly (ArgumentPath | 'receiver')[]
): Model {
  return (view) => ({ ...UNKNOWN, taints: decoded(taintsAt(view, at), marker) });
}

/** Gives something of a certain origin. */
export function from(origin: Origin, text: string): Model {
  return (view) => marked([mark(origin, text, view)]);
}

/** A mark that starts at a call. */
export function mark(origin: Origin, text: string, view: Pick<CallView, 'at'>): Taint {
  return {
    origin,
    path: [],
    text,
    at: view.at,
    triggers: [],
    shape: undefined,
    key: `${origin} ${text}`,
    safe: 0,
    partial: [],
    weak: false,
    steps: undefined,
  };
}

/** Tells, when it is true, that what it was asked about is safe for some kinds of sinks. */
export function checks(safe: Safe, ...at: readonly (ArgumentPath | 'receiver')[]): Model {
  return (view) => view.check(taintsAt(view, at), safe);
}

/** Ends the run: `process.exit()`. */
export const ends: Model = (view) => {
  view.machine.ended = true;
  return UNKNOWN;
};

/** Gives what the receiver is: builders, whose methods chain. */
export const itself: Model = (view) => view.receiver;

/** Calls a function that it is given with values, and gives what the function gives. */
export function calls(at: ArgumentPath, ...given: readonly (ArgumentPath | 'receiver' | 'items' | Value)[]): Model {
  return (view) => {
    const values = given.map((one) =>
      typeof one === 'object'
        ? one
        : one === 'receiver'
          ? view.receiver
          : one === 'items'
            ? view.items(view.receiver)
            : (view.arg(one) ?? UNKNOWN),
    );
    return view.run(view.arg(at), ...values);
  };
}

/** The marks of arguments, of what they hold too. */
export function taintsAt(view: CallView, at: readonly (ArgumentPath | 'receiver')[]): readonly Taint[] {
  const places = at.length > 0 ? at : view.args.list.map((_, index) => index);
  let taints: readonly Taint[] = [];
  for (const one of places) {
    const value = one === 'receiver' ? view.receiver : view.arg(one);
    for (const origin of ORIGINS) taints = joinTaints(taints, view.taints(value, origin));
  }
  return taints.map((taint) => (taint.shape ? { ...taint, shape: undefined } : taint));
}

const ORIGINS: readonly Origin[] = [
  'event',
  'caller',
  'exception',
  'secret',
  'random',
  'generated',
  'clock',
  'digest',
  'stored',
];

/** A part of a text: a check of a part is none of the whole. */
export const part: Model = (view) => ({
  ...UNKNOWN,
  taints: view.receiver.taints.map((taint) => ({ ...taint, shape: undefined, key: `${taint.key}.<part>` })),
});

/** Everything is known of what it gives. */
export const TRUSTED: Safe = EVERYTHING;
