import type { Language, Model } from '#runtimes/engine/language';
import { taintsAt } from '#runtimes/engine/models';
import { safetyOf } from '#runtimes/engine/patterns';
import { property } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import { constant, decoded, marked, Obj, object, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { extendsAny, fromArguments, isModel, modelOf } from '#runtimes/python/annotations';

/** Instances of classes that have no constructor of their own: models, data classes, named tuples. */
export const constructed: NonNullable<Language['constructed']> = (machine, of, self, args, at, context) => {
  const [instance] = self.objects;
  if (!instance) return;
  if (isModel(of)) {
    modelOf(machine, of, fromArguments(machine, args, at, context), at, context, instance);
    return;
  }
  const isRecord =
    of.code.decorators.some((one) => /^dataclass$|\.dataclass$/.test(nameOf(one))) ||
    extendsAny(of, /^typing\.(?:NamedTuple|TypedDict)$/);
  if (!isRecord) return;
  const given = fromArguments(machine, args, at, context);
  const names = of.code.members.filter((one) => one.kind === 'field' && one.annotation).map((one) => one.name);
  names.forEach((name, index) => {
    if (typeof name === 'string') machine.state.set(instance.field(name), args.list[index] ?? given(name));
  });
};

function nameOf(decorator: { readonly kind: string }): string {
  const node = decorator as { kind: string; name?: string; property?: unknown; callee?: { kind: string } };
  if (node.kind === 'call' && node.callee) return nameOf(node.callee);
  return node.kind === 'name' ? (node.name ?? '') : typeof node.property === 'string' ? `.${node.property}` : '';
}

/** `Model.model_validate(data)`. */
function parsing(how: 'data' | 'json'): Model {
  return (view) => {
    const [of] = view.receiver.classes;
    const given = view.arg(0) ?? view.arg('obj') ?? UNKNOWN;
    const data = how === 'json' ? marked(decoded(view.taints(given), '<json>')) : given;
    return of ? instanceOf(view, of, data) : undefined;
  };
}

function instanceOf(view: CallView, of: Value['classes'][number], data: Value): Value {
  const made = modelOf(
    view.machine,
    of,
    (name) => property(view.machine, data, name, view.at, view.context),
    view.at,
    view.context,
  );
  if (keepsOthers(view, of)) for (const one of made.objects) view.machine.state.add(one.spread, marked(data.taints));
  return made;
}

/** `model_config = ConfigDict(extra='allow')`: fields that the model does not name are kept. */
function keepsOthers(view: CallView, of: Value['classes'][number]): boolean {
  const cell = of.statics.fields.get('model_config');
  const config = cell && view.machine.state.get(cell);
  const extra = config?.apis[0]?.args?.named.get('extra') ?? (config && view.field(config, 'extra'));
  return view.constant(extra) === 'allow';
}

const dumped: Model = (view) => {
  const [instance] = view.receiver.objects;
  if (!instance) return undefined;
  const map = new Obj('map', undefined, view.at, instance.fields);
  const others = view.machine.state.get(instance.spread);
  if (others) view.machine.state.set(map.spread, others);
  return object(map);
};

/** The event that is parsed: behind an envelope it is the body, or the detail. */
function enveloped(view: CallView, event: Value, envelope: Value | undefined): Value {
  const name = envelope?.apis[0]?.path ?? '';
  if (envelope === undefined || name === '') return event;
  if (/EventBridge/.test(name)) return property(view.machine, event, 'detail', view.at, view.context);
  const body = property(view.machine, event, 'body', view.at, view.context);
  return marked(decoded(body.taints, '<json>'));
}

const parsed: Model = (view) => {
  const [of] = view.either('model', 1)?.classes ?? [];
  const event = view.either('event', 0) ?? UNKNOWN;
  return of ? instanceOf(view, of, enveloped(view, event, view.either('envelope', 2))) : undefined;
};

/** A decorator that parses the event before it calls the handler. */
const parsedFirst: Model = (view) => {
  const [settings] = view.context.frame.self ? [] : [view];
  const outside = outsideOf(view, '<event parser>');
  const [of] = outside?.named.get('model')?.classes ?? annotatedClass(view);
  const event = view.arg(0) ?? UNKNOWN;
  const given = of && settings ? instanceOf(view, of, enveloped(view, event, outside?.named.get('envelope'))) : event;
  return view.machine.call(
    view.receiver,
    { ...view.args, list: [given, ...view.args.list.slice(1)] },
    undefined,
    view.at.span,
    view.context,
  );
};

function annotatedClass(view: CallView): Value['classes'] {
  const [closure] = view.receiver.closures;
  const annotation = closure?.code.parameters[0]?.annotation;
  return annotation && closure
    ? view.machine.evaluate(annotation, { ...view.context, scope: closure.scope }).classes
    : [];
}

/** The settings of a decorator stand in the arguments of what it made; they are handed on with its receiver. */
function outsideOf(view: CallView, _path: string): CallView['args'] | undefined {
  return view.settings;
}

/** What a JSON schema lets through, by the keys of marks; a schema that cannot be seen is taken for one that does its work. */
function refineBySchema(view: CallView, data: Value, schema: Value | undefined): void {
  for (const taint of view.taints(data)) {
    const known = new Map<string, Safe>();
    if (!schema || schema.objects.length === 0) known.set(taint.key, EVERYTHING);
    else judge(view, schema, taint.key, known, 0);
    view.machine.state.refine(known);
  }
}

function judge(view: CallView, schema: Value, key: string, into: Map<string, Safe>, depth: number): void {
  if (depth > 8) return;
  const text = (name: string): unknown => view.constant(view.field(schema, name));
  const kind = text('type');
  if (view.field(schema, 'enum') || view.field(schema, 'const')) into.set(key, EVERYTHING);
  else if (kind === 'integer' || kind === 'number' || kind === 'boolean')
    into.set(key, AS_NUMBER | (text('maximum') === undefined ? 0 : safeFor('allocation')));
  else if (kind === 'string') {
    const pattern = text('pattern');
    const format = text('format');
    const matched = typeof pattern === 'string' ? (safetyOf(pattern, '') ?? EVERYTHING) : 0;
    into.set(
      key,
      AS_TEXT | matched | (format === 'uuid' || format === 'date' || format === 'date-time' ? AS_NUMBER : 0),
    );
  }
  const properties = view.field(schema, 'properties');
  for (const one of properties?.objects ?? [])
    for (const [name, cell] of one.fields) {
      const inner = view.machine.state.get(cell);
      if (inner) judge(view, inner, key === '' ? name : `${key}.${name}`, into, depth + 1);
    }
  const items = view.field(schema, 'items');
  if (items) judge(view, items, `${key}.[]`, into, depth + 1);
}

const validated: Model = (view) => {
  const data = view.either('instance', 'event', 0);
  if (data) refineBySchema(view, data, view.either('schema', 1));
  return UNKNOWN;
};

/** Powertools' `validate(event=…, schema=…, envelope=…)`: the envelope is a query for the part that is checked. */
const validatedEvent: Model = (view) => {
  const data = view.either('event', 0) ?? UNKNOWN;
  const envelope = view.constant(view.arg('envelope'));
  const part = typeof envelope === 'string' ? pathOf(view, data, envelope) : data;
  if (part) refineBySchema(view, part, view.either('schema', 1));
  return UNKNOWN;
};

/** `powertools_json(body)`, `detail`. */
function pathOf(view: CallView, data: Value, envelope: string): Value | undefined {
  const [, json, plain] = /^powertools_json\((\w{1,40})\)$|^(\w{1,40})$/.exec(envelope) ?? [];
  const name = json ?? plain;
  if (name === undefined) return undefined;
  const found = property(view.machine, data, name, view.at, view.context);
  return json === undefined ? found : marked(decoded(found.taints, '<json>'));
}

const validatedFirst: Model = (view) => {
  const schema = view.settings?.named.get('inbound_schema');
  const envelope = view.constant(view.settings?.named.get('envelope'));
  const event = view.arg(0) ?? UNKNOWN;
  const part = typeof envelope === 'string' ? pathOf(view, event, envelope) : event;
  if (schema && part) refineBySchema(view, part, schema);
  return view.machine.call(view.receiver, view.args, undefined, view.at.span, view.context);
};

/** Attributes of Powertools' data classes are the event's fields in another spelling. */
const sourced: Model = (view) =>
  view.machine.call(
    view.receiver,
    { ...view.args, list: [spelled(view.arg(0) ?? UNKNOWN), ...view.args.list.slice(1)] },
    undefined,
    view.at.span,
    view.context,
  );

function spelled(event: Value): Value {
  const taints = event.taints.map((one): Taint => (one.shape ? { ...one, shape: snaked(one.shape) } : one));
  return { ...event, taints };
}

function snaked(shape: NonNullable<Taint['shape']>, depth = 0): NonNullable<Taint['shape']> {
  if (depth > 6) return shape;
  const fields: Record<string, NonNullable<Taint['shape']>> = {};
  for (const [name, inner] of Object.entries(shape.fields ?? {})) {
    const own = snaked(inner, depth + 1);
    fields[name] = own;
    fields[name.replace(/[A-Z]/g, (letter, at) => (at === 0 ? '' : '_') + letter.toLowerCase())] = own;
    if (name === 'object') fields.get_object = own;
    if (name === 'body') Object.assign(fields, { json_body: own, decoded_body: own });
  }
  return {
    control: shape.control,
    ...(shape.fields ? { fields } : {}),
    ...(shape.rest ? { rest: snaked(shape.rest, depth + 1) } : {}),
  };
}

const checked: Model = (view) => {
  const [schema] = view.receiver.apis;
  const data = view.arg(0);
  if (!data) return UNKNOWN;
  const rules = schema?.args?.list[0];
  if (!rules) return view.check(view.taints(data), EVERYTHING);
  const known = new Map<string, Safe>();
  for (const taint of view.taints(data))
    for (const one of rules.objects)
      for (const [name, cell] of one.fields) {
        const inner = view.machine.state.get(cell);
        if (inner) cerberus(view, inner, taint.key === '' ? name : `${taint.key}.${name}`, known);
      }
  return { ...UNKNOWN, constants: [true, false], open: false, implies: { truthy: known, falsy: new Map() } };
};

function cerberus(view: CallView, rule: Value, key: string, into: Map<string, Safe>): void {
  const kind = view.constant(view.field(rule, 'type'));
  const pattern = view.constant(view.field(rule, 'regex'));
  if (view.field(rule, 'allowed')) into.set(key, EVERYTHING);
  else if (kind === 'integer' || kind === 'float' || kind === 'number' || kind === 'boolean') into.set(key, AS_NUMBER);
  else
    into.set(
      key,
      (kind === 'string' ? AS_TEXT : 0) |
        (typeof pattern === 'string' ? (safetyOf(pattern, '', true) ?? EVERYTHING) : 0),
    );
}

/** marshmallow: `Schema().load(data)` gives the fields of the class, each as its kind lets it through. */
const loaded: Model = (view) => {
  const of = view.receiver.objects[0]?.of;
  if (!of) return undefined;
  const map = new Obj('map', undefined, view.at);
  const data = view.arg(0) ?? UNKNOWN;
  for (const [name, cell] of of.statics.fields) {
    const [field] = view.machine.state.get(cell)?.apis ?? [];
    if (!field) continue;
    const given = property(view.machine, data, name, view.at, view.context);
    const safe = marshmallow(view, field);
    view.machine.state.set(
      map.field(name),
      marked(given.taints.map((one) => ({ ...one, shape: undefined, safe: one.safe | safe }))),
    );
  }
  return object(map);
};

function marshmallow(view: CallView, { path, args }: Value['apis'][number]): Safe {
  const kind = /fields\.(\w+)\(\)$/.exec(path)?.[1] ?? '';
  if (/^(?:Int|Integer|Float|Decimal|Number|Bool|Boolean|Date|DateTime|Time|TimeDelta)$/.test(kind)) return AS_NUMBER;
  if (kind === 'UUID' || kind === 'Enum') return EVERYTHING & ~safeFor('identity');
  const rule = args?.named.get('validate');
  const rules = rule ? (rule.objects.length > 0 ? view.items(rule) : rule).apis : [];
  let safe: Safe = /^(?:Str|String|Email|URL|Url)$/.test(kind) ? AS_TEXT : 0;
  for (const one of rules) {
    if (one.path.endsWith('.OneOf()')) safe |= EVERYTHING;
    const pattern = one.path.endsWith('.Regexp()') ? view.constant(one.args?.list[0]) : undefined;
    if (typeof pattern === 'string') safe |= safetyOf(pattern, '', false, true) ?? EVERYTHING;
  }
  // A function of the repository's own that checks is judged where it is called; here it is taken at its word.
  return rule && rule.closures.length > 0 ? EVERYTHING : safe;
}

/** Libraries that check what they are given. */
export const VALIDATION: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['pydantic.BaseModel', 'pydantic.main.BaseModel', 'aws_lambda_powertools.utilities.parser.BaseModel'].flatMap(
      (base): (readonly [string, Model])[] => [
        [`${base}.model_validate`, parsing('data')],
        [`${base}.parse_obj`, parsing('data')],
        [`${base}.model_validate_json`, parsing('json')],
        [`${base}.parse_raw`, parsing('json')],
        [`${base}().model_dump`, dumped],
        [`${base}().dict`, dumped],
      ],
    ),
  ),
  'aws_lambda_powertools.utilities.parser.parse': parsed,
  'aws_lambda_powertools.utilities.validation.validate': validatedEvent,
  '<event parser>': parsedFirst,
  '<event validator>': validatedFirst,
  '<event source>': sourced,
  'jsonschema.validate': validated,
  'fastjsonschema.validate': (view) => {
    refineBySchema(view, view.arg(1) ?? UNKNOWN, view.arg(0));
    return UNKNOWN;
  },
  'jsonschema.Draft7Validator().validate': (view) => {
    refineBySchema(view, view.arg(0) ?? UNKNOWN, view.receiver.apis[0]?.args?.list[0]);
    return constant(null);
  },
  'cerberus.Validator().validate': checked,
  'marshmallow.Schema().load': loaded,
  'validators.url': () => UNKNOWN,
  'validators.domain': (view) => view.check(taintsAt(view, [0]), EVERYTHING & ~safeFor('url', 'identity')),
  'validators.uuid': (view) => view.check(taintsAt(view, [0]), EVERYTHING & ~safeFor('identity')),
};
