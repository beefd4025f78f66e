import type { EventShape } from '#model/handler';
import { moduleFrame } from '#runtimes/engine/frame';
import type { Context, Machine, Module, Registration } from '#runtimes/engine/machine';
import { AS_NUMBER, AS_TEXT, EVERYTHING, NOTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import {
  type Arguments,
  api,
  type Closure,
  marked,
  NO_ARGUMENTS,
  Scope,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import { CLOUD_EVENT } from '#runtimes/events/google';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { typed } from '#runtimes/python/annotations';
import { requestTaint } from '#runtimes/python/web';
import type { Expression, Parameter } from '#syntax/code/form';

/** What a parameter is given: by its name, its annotation, and the route. */
type Given = (
  machine: Machine,
  parameter: Parameter,
  name: string,
  context: Context,
  label: string,
) => Value | undefined;

function named(give: Given): (machine: Machine, registration: Registration, entry: HandlerEntry) => Arguments {
  return (machine, registration) => {
    const [closure] = registration.handler.closures;
    if (!closure) return NO_ARGUMENTS;
    const context = contextOf(closure);
    const values = new Map<string, Value>();
    for (const parameter of closure.code.parameters) {
      const inner = parameter.pattern.kind === 'default-pattern' ? parameter.pattern.pattern : parameter.pattern;
      if (inner.kind !== 'name' || parameter.rest) continue;
      const value = give(machine, parameter, inner.name, context, registration.label);
      if (value) values.set(inner.name, value);
    }
    return { list: [], named: values, rest: undefined };
  };
}

/** A place from which names of a function's signature are looked up. */
function contextOf(closure: Closure): Context {
  const module = closure.module as Module;
  return { scope: new Scope(closure.scope, 'block'), frame: moduleFrame(module, closure.code.name) };
}

const UUID: Safe = EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource');

/** What a converter of a route lets through: `<int:id>`. */
function converted(label: string, name: string): Safe {
  const [, converter] = new RegExp(`<(\\w{1,20})(?:\\([^)]{0,60}\\))?:${name}>`).exec(label) ?? [];
  if (converter === 'int' || converter === 'float') return AS_NUMBER;
  return converter === 'uuid' ? UUID : AS_TEXT;
}

/** Every parameter is a part of the path. */
const ofPath: Given = (machine, parameter, name, context, label) =>
  marked([
    requestTaint(
      machine,
      context.frame.module.at(parameter.span),
      name,
      ['path_params', name],
      undefined,
      converted(label, name),
    ),
  ]);

/** FastAPI reads a parameter from wherever its annotation says, and checks it by that. */
const annotated: Given = (machine, parameter, name, context, label) => {
  const { annotation, pattern } = parameter;
  const at = context.frame.module.at(parameter.span);
  const fallback = pattern.kind === 'default-pattern' ? pattern.value : undefined;
  if (
    fallback?.kind === 'call' &&
    fallback.callee.kind === 'name' &&
    /^(?:Depends|Security)$/.test(fallback.callee.name)
  )
    return UNKNOWN;
  const kind = annotation?.kind === 'name' ? machine.evaluate(annotation, context) : undefined;
  const [outside] = kind?.apis ?? [];
  if (outside && /^(?:fastapi|starlette)\.(?:\w+\.)?Request$/.test(outside.path)) return api('<starlette request>');
  if (
    outside &&
    /^(?:fastapi|starlette)\.(?:\w+\.)?(?:BackgroundTasks|Response|WebSocket|HTTPConnection)$/.test(outside.path)
  )
    return UNKNOWN;
  const path = partOf(name, label, kind, fallback);
  const taints = [requestTaint(machine, at, name, path, undefined, annotation ? NOTHING : AS_TEXT)];
  return annotation ? typed(machine, annotation, taints, at, context, fallback) : marked(taints);
};

/** The part of the request that FastAPI takes a parameter from: a name of the route, a model for the body, else the query. */
function partOf(
  name: string,
  label: string,
  kind: Value | undefined,
  fallback: Expression | undefined,
): readonly string[] {
  if (label.includes(`{${name}}`) || label.includes(`{${name}:`)) return ['path_params', name];
  const given = fallback?.kind === 'call' && fallback.callee.kind === 'name' ? fallback.callee.name : '';
  if (given === 'Header') return ['headers', name];
  if (given === 'Form' || given === 'File') return ['form', name];
  return given === 'Body' || (kind?.classes.length ?? 0) > 0 ? ['json'] : ['query_params', name];
}

/** The first parameter, by its position. */
function firstOf(make: (machine: Machine, registration: Registration) => Value) {
  return (machine: Machine, registration: Registration): Arguments => ({
    ...NO_ARGUMENTS,
    list: [make(machine, registration), UNKNOWN],
  });
}

const event = (shape: EventShape, text: string) =>
  firstOf((machine, registration) => marked([requestTaint(machine, registration.at, text, [], shape)]));

const sent: EventShape = { control: 'sender' };

/** What frameworks of Python call a registered function with, by the kind of registration. */
export const PYTHON_REQUESTS = {
  flask: named(ofPath),
  chalice: named(ofPath),
  powertools: named(ofPath),
  fastapi: named(annotated),
  appsync: named((machine, parameter, name, context) =>
    marked([requestTaint(machine, context.frame.module.at(parameter.span), name, ['arguments', name])]),
  ),
  // Its events are lists of what Lambda calls records.
  'chalice-event': firstOf((machine, registration) => {
    const place = machine.triggers.some(({ kind }) => kind === 'queue') ? ['Records'] : [];
    return marked([requestTaint(machine, registration.at, 'event', place, sent)]);
  }),
  'azure-request': firstOf(() => api('<azure request>')),
  'azure-message': firstOf(() => api('<azure message>')),
  'google-request': firstOf(() => api('<flask request>')),
  'google-event': event(CLOUD_EVENT, 'cloud_event'),
} as const;
