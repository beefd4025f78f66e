import type { Call } from '#frameworks/cloudformation/call';
import type { Evaluator, Place, Scope } from '#frameworks/cloudformation/evaluate';
import { localPath } from '#frameworks/cloudformation/library';
import { fillIn } from '#frameworks/cloudformation/loop';
import type { Origin } from '#frameworks/cloudformation/origin';
import { subParts, textOf } from '#frameworks/cloudformation/substitution';
import { scalarText } from '#frameworks/cloudformation/template';
import type { Part } from '#model/text';
import { Text } from '#model/text';
import type { SetValue, Value, When } from '#model/value';
import { type DataNode, entryOf, type MapNode } from '#syntax/document';

/** Evaluates one use of an intrinsic function. */
type Function = (evaluator: Evaluator, call: Call, place: Place) => Value;

/** What one Join, Split or Sub may make; what is longer is not known. */
const MAX_TEXT = 1_000_000;
const MAX_ITEMS = 10_000;
const MAX_INCLUDES = 5;
/** A mapping that is asked for an unknown key is looked at key by key when it has no more than this many. */
const MAX_CHOICES = 4;

function ref(evaluator: Evaluator, call: Call, place: Place): Value {
  const name = nameOf(evaluator, call.argument, place);
  return name === undefined ? evaluator.unknown(place, 'Ref needs a name') : evaluator.ref(name, place);
}

function getAtt(evaluator: Evaluator, call: Call, place: Place): Value {
  const { argument } = call;
  let name: string | undefined;
  let attribute: string | undefined;
  if (argument.kind === 'scalar') {
    const text = scalarOf(argument, place.scope);
    const dot = text?.indexOf('.') ?? -1;
    if (text !== undefined && dot > 0) {
      name = text.slice(0, dot);
      attribute = text.slice(dot + 1);
    }
  } else if (argument.kind === 'list' && argument.items.length >= 2) {
    const texts = argument.items.map((item) => nameOf(evaluator, item, place));
    name = texts[0];
    attribute = texts.every((text) => text !== undefined) ? texts.slice(1).join('.') : undefined;
  }
  if (name === undefined) return evaluator.unknown(place, 'Fn::GetAtt needs a logical ID and an attribute');
  if (attribute === undefined) return evaluator.unknown(place, `an attribute of ${name} that is not known`);
  return evaluator.resource(name, attribute, place);
}

function sub(evaluator: Evaluator, call: Call, place: Place): Value {
  const { argument } = call;
  const isList = argument.kind === 'list';
  const template = isList ? argument.items[0] : argument;
  const variables = isList ? argument.items[1] : undefined;
  // The string of the long form may itself be an intrinsic of the language extensions; that of a tag carries the tag.
  const text = template?.kind === 'scalar' && typeof template.value === 'string' ? template.value : undefined;
  if (text === undefined) return evaluator.unknown(place, 'Fn::Sub needs a string');
  const given = new Map<string, Value>();
  if (variables?.kind === 'map')
    for (const each of evaluator.entries(variables.entries, place.scope))
      given.set(each.key, evaluator.entry(each, place.scope));
  const parts = subParts(text);
  const values = parts.map((part): Value => {
    if (typeof part === 'string') return evaluator.set(place, fillIn(part, place.scope.loop));
    const own = given.get(part.name);
    if (own) return own;
    const dot = part.name.indexOf('.');
    if (dot === -1 || place.scope.loop?.has(part.name)) return evaluator.ref(part.name, place);
    return evaluator.resource(part.name.slice(0, dot), part.name.slice(dot + 1), place);
  });
  return joined(evaluator, values, '', place);
}

function join(evaluator: Evaluator, call: Call, place: Place): Value {
  const [delimiter, list] = items(call);
  if (!delimiter || !list) return evaluator.unknown(place, 'Fn::Join needs a delimiter and a list');
  const between = evaluator.string(evaluator.evaluate(delimiter, place.scope));
  const value = evaluator.evaluate(list, place.scope);
  if (between === undefined) return evaluator.unknown(place, 'Fn::Join with an unknown delimiter');
  return evaluator.combine([value], place, ([one]) => {
    if (one?.kind === 'unknown') return evaluator.set(place, new Text(evaluator.parts(one)), [one]);
    if (one?.kind !== 'set' || !isList(one.data)) return evaluator.unknown(place, 'Fn::Join needs a list');
    if (one.data.length > MAX_ITEMS) return evaluator.unknown(place, 'Fn::Join of a very long list');
    return joined(evaluator, one.data, between, place, one);
  });
}

function joined(
  evaluator: Evaluator,
  values: readonly Value[],
  between: string,
  place: Place,
  ...from: readonly Value[]
): Value {
  return evaluator.combine(values, place, (all) => {
    const parts: Part[] = [];
    let length = 0;
    let first = true;
    for (const value of all) {
      if (value.kind === 'absent') continue;
      if (!first && between !== '') parts.push(between);
      first = false;
      const own = evaluator.parts(value);
      for (const part of own) length += typeof part === 'string' ? part.length : 1;
      if (length > MAX_TEXT) return evaluator.unknown(place, 'a very long text');
      parts.push(...own);
    }
    return evaluator.set(place, textOf(parts), [...all, ...from]);
  });
}

function select(evaluator: Evaluator, call: Call, place: Place): Value {
  const [index, list] = items(call);
  if (!index || !list) return evaluator.unknown(place, 'Fn::Select needs an index and a list');
  const values = [evaluator.evaluate(index, place.scope), evaluator.evaluate(list, place.scope)];
  return evaluator.combine(values, place, ([at, from]) => {
    const number = at ? Number(evaluator.string(at) ?? Number.NaN) : Number.NaN;
    if (from?.kind === 'unknown') return evaluator.unknown(place, from.why, from.parameter);
    if (from?.kind !== 'set' || !isList(from.data) || !Number.isInteger(number))
      return evaluator.unknown(place, 'Fn::Select of an unknown index or list');
    const item = from.data.filter((one) => one.kind !== 'absent')[number];
    if (!item) return evaluator.unknown(place, `Fn::Select of item ${number}, which the list does not have`);
    const extra = from.parameter === undefined ? {} : { parameter: from.parameter };
    return evaluator.moved(item, place, { ...extra, origin: evaluator.origin(place) });
  });
}

/** What an account, a region and a partition are made of: letters, digits, hyphens and dots. */
const PLAIN = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix']);

/** Whether a delimiter cannot stand in what a deployment fills in. */
function isWithout(part: Exclude<Part, string>, delimiter: string): boolean {
  return part.kind === 'hole' && PLAIN.has(part.name ?? '') && /[^A-Za-z0-9.-]/.test(delimiter);
}

/** The pieces of a text between delimiters, of which none stands in a part that is filled in. */
function splitParts(parts: readonly Part[], delimiter: string): readonly (readonly Part[])[] {
  const pieces: Part[][] = [[]];
  for (const part of parts) {
    const [first = '', ...others] = typeof part === 'string' ? part.split(delimiter) : [part];
    pieces.at(-1)?.push(first);
    for (const other of others) pieces.push([other]);
  }
  return pieces;
}

function split(evaluator: Evaluator, call: Call, place: Place): Value {
  const [delimiter, source] = items(call);
  if (!delimiter || !source) return evaluator.unknown(place, 'Fn::Split needs a delimiter and a string');
  const values = [evaluator.evaluate(delimiter, place.scope), evaluator.evaluate(source, place.scope)];
  return evaluator.combine(values, place, ([by, from]) => {
    const between = by && evaluator.string(by);
    const parts = from && from.kind !== 'absent' ? evaluator.parts(from) : undefined;
    if (!from || !between || !parts || parts.some((part) => typeof part === 'string' && part.length > MAX_TEXT))
      return evaluator.unknown(place, 'Fn::Split of a string that is not known');
    const open = parts.find((part) => typeof part !== 'string' && !isWithout(part, between));
    if (typeof open === 'object')
      return evaluator.unknown(place, open.kind === 'hole' ? open.why : 'a piece of what the deployment gives');
    const pieces = splitParts(parts, between);
    if (pieces.length > MAX_ITEMS) return evaluator.unknown(place, 'Fn::Split into a very long list');
    const own: Place = { ...place, key: undefined };
    return evaluator.set(
      place,
      pieces.map((piece) => evaluator.moved(evaluator.set(own, textOf(piece), [from]), own)),
      [from],
    );
  });
}

function findInMap(evaluator: Evaluator, call: Call, place: Place): Value {
  const [mapping, top, second, options] = items(call);
  if (!mapping || !top || !second) return evaluator.unknown(place, 'Fn::FindInMap needs a mapping and two keys');
  const keys = [mapping, top, second].map((node) => evaluator.evaluate(node, place.scope));
  const fallbackNode = options?.kind === 'map' ? entryOf(options, 'DefaultValue')?.value : undefined;
  const fallback = (): Value | undefined => fallbackNode && evaluator.evaluate(fallbackNode, place.scope, place.key);
  return evaluator.combine(keys, place, ([nameValue, topValue, secondValue]) => {
    const name = nameValue && evaluator.string(nameValue);
    const map = name === undefined ? undefined : evaluator.template.entry('Mappings', name)?.value;
    if (name === undefined) return evaluator.unknown(place, 'a mapping that is not known');
    if (map?.kind !== 'map') return fallback() ?? evaluator.unknown(place, `mapping ${name} is not declared`);
    if (!topValue || !secondValue) return evaluator.unknown(place, 'a key that is not known');
    const literal = keys.every((key) => key.kind === 'set' && key.parameter === undefined);
    const reading: MapReading = { evaluator, place, name, literal, from: [topValue, secondValue], fallback };
    return choose(reading, topValue, map, (node) =>
      node.kind === 'map'
        ? choose(reading, secondValue, node, (leaf) => mapped(reading, leaf))
        : evaluator.unknown(place, `mapping ${name} is not a map of maps`),
    );
  });
}

interface MapReading {
  readonly evaluator: Evaluator;
  readonly place: Place;
  readonly name: string;
  /** Whether the keys are written as they are. */
  readonly literal: boolean;
  readonly from: readonly Value[];
  readonly fallback: () => Value | undefined;
}

/** Reads the entry of a key, or every entry when the key is not known and they are few or all the same. */
function choose(reading: MapReading, key: Value, map: MapNode, then: (node: DataNode) => Value): Value {
  const { evaluator, place, name } = reading;
  const known = evaluator.string(key);
  if (known !== undefined) {
    const found = entryOf(map, known)?.value;
    if (found) return then(found);
    return reading.fallback() ?? evaluator.unknown(place, `mapping ${name} has no ${shorten(known)}`);
  }
  const asked = askedFor(evaluator, key);
  const entries = map.entries.slice(0, 200).map((entry) => ({
    key: entry.key,
    value: then(entry.value),
  }));
  const fallback = reading.fallback();
  const all = fallback ? [...entries, { key: '', value: fallback }] : entries;
  const [first] = all;
  if (first && map.entries.length <= 200 && all.every((one) => sameScalar(one.value, first.value)))
    return evaluator.moved(first.value, place, { origin: { kind: 'fixed', why: `mapping ${name} gives the value` } });
  if (asked === undefined || all.length > MAX_CHOICES || all.length === 0)
    return evaluator.unknown(place, `a key of mapping ${name} that is not known`);
  const chain = (index: number): Value => {
    const one = all[index];
    if (!one) return evaluator.unknown(place, `mapping ${name} is empty`);
    if (index === all.length - 1) return one.value;
    const condition = evaluator.conditions.choice(asked, one.key);
    return {
      kind: 'conditional',
      at: evaluator.at(place),
      branches: [
        { when: { condition, holds: true }, value: one.value },
        { when: { condition, holds: false }, value: chain(index + 1) },
      ],
    };
  };
  return chain(0);
}

function mapped(reading: MapReading, leaf: DataNode): Value {
  const { evaluator, place, name } = reading;
  const document = evaluator.template.document;
  const origin: Origin =
    reading.literal && place.scope.fixed === undefined
      ? { kind: 'mapping', name, document, node: leaf }
      : { kind: 'fixed', why: `mapping ${name} gives the value` };
  const parameter = reading.from
    .map((value) => (value.kind === 'set' ? value.parameter : undefined))
    .find((one) => one !== undefined);
  const value = evaluator.evaluate(leaf, { ...evaluator.scope, whens: place.scope.whens });
  return evaluator.moved(value, place, { origin, ...(parameter === undefined ? {} : { parameter }) });
}

/** The name of what an unknown key is: a parameter or pseudo parameter. */
function askedFor(evaluator: Evaluator, key: Value): string | undefined {
  if (key.kind === 'unknown') return key.parameter;
  const [only, more] = evaluator.parts(key);
  return typeof only === 'object' && only.kind === 'hole' && more === undefined ? only.name : undefined;
}

function sameScalar(a: Value, b: Value): boolean {
  return a.kind === 'set' && b.kind === 'set' && typeof a.data !== 'object' && a.data === b.data;
}

function fnIf(evaluator: Evaluator, call: Call, place: Place): Value {
  const { scope } = place;
  const [condition, then, otherwise] = items(call);
  if (!condition || !then || !otherwise || items(call).length !== 3)
    return evaluator.unknown(place, 'Fn::If needs a condition and two values');
  const named = condition.kind === 'scalar' && condition.tag === undefined ? scalarOf(condition, scope) : undefined;
  const decided =
    named === undefined ? evaluator.conditions.decide(condition, scope) : evaluator.conditions.byName(named, scope);
  const branch = (holds: boolean, whens: readonly When[]) =>
    evaluator.evaluate(holds ? then : otherwise, { ...scope, whens }, place.key);
  if (decided !== undefined) return branch(decided, scope.whens);
  const text = named ?? evaluator.conditions.describe(condition, scope);
  const both = [true, false].map((holds) => {
    const when: When = { condition: text, holds };
    return { when, value: branch(holds, evaluator.conditions.assume(scope.whens, [when])) };
  });
  if (both.every((one) => one.value.kind === 'absent')) return evaluator.absent(place);
  return { kind: 'conditional', at: evaluator.at(place), branches: both };
}

function importValue(evaluator: Evaluator, call: Call, place: Place): Value {
  const value = argumentOf(evaluator, call, place.scope);
  return evaluator.combine([value], place, ([one]) => {
    const name = one ? Text.of(evaluator.parts(one)) : '';
    return evaluator.set(place, new Text([{ kind: 'hole', why: `import of ${shorten(name.toString())}` }]));
  });
}

/** The text itself: what a person wrote is what is to be looked at. */
function base64(evaluator: Evaluator, call: Call, place: Place): Value {
  const value = argumentOf(evaluator, call, place.scope);
  return evaluator.combine([value], place, ([one]) =>
    one?.kind === 'set' ? evaluator.set(place, one.data, [one]) : (one ?? evaluator.unknown(place, 'Fn::Base64')),
  );
}

function length(evaluator: Evaluator, call: Call, place: Place): Value {
  const value = argumentOf(evaluator, call, place.scope);
  return evaluator.combine([value], place, ([one]) =>
    one?.kind === 'set' && isList(one.data)
      ? evaluator.set(place, one.data.filter((item) => item.kind !== 'absent').length, [one])
      : evaluator.unknown(place, 'Fn::Length of a list that is not known'),
  );
}

function toJsonString(evaluator: Evaluator, call: Call, place: Place): Value {
  const value = argumentOf(evaluator, call, place.scope);
  return evaluator.combine([value], place, ([one]) => {
    const parts: Part[] = [];
    if (one) write(evaluator, one, parts, 0);
    return evaluator.set(place, textOf(parts), one ? [one] : []);
  });
}

function write(evaluator: Evaluator, value: Value, out: Part[], depth: number): void {
  if (value.kind !== 'set' || depth > 100) {
    if (value.kind === 'set') out.push({ kind: 'hole', why: 'nested too deep' });
    else out.push(...evaluator.parts(value));
    return;
  }
  const { data } = value;
  if (isList(data)) {
    out.push('[');
    data
      .filter((item) => item.kind !== 'absent')
      .forEach((item, index) => {
        if (index > 0) out.push(',');
        write(evaluator, item, out, depth + 1);
      });
    out.push(']');
    return;
  }
  if (data instanceof Map) {
    out.push('{');
    [...(data as ReadonlyMap<string, Value>)]
      .filter(([, item]) => item.kind !== 'absent')
      .forEach(([key, item], index) => {
        out.push(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
        write(evaluator, item, out, depth + 1);
      });
    out.push('}');
    return;
  }
  if (typeof data === 'string' || data instanceof Text) {
    out.push('"');
    for (const part of evaluator.parts(value))
      out.push(typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part);
    out.push('"');
    return;
  }
  out.push(String(data));
}

/** `Fn::Transform`: `AWS::Include` of a file of the repository is read; what other macros do is not known. */
function transform(evaluator: Evaluator, call: Call, place: Place): Value {
  const { argument } = call;
  const nameNode = argument.kind === 'map' ? entryOf(argument, 'Name')?.value : undefined;
  const name = scalarText(nameNode);
  if (name !== 'AWS::Include') return evaluator.unknown(place, `macro ${name ?? 'without a name'}`);
  const parameters = argument.kind === 'map' ? entryOf(argument, 'Parameters')?.value : undefined;
  const node = entryOf(parameters, 'Location')?.value;
  const value = node && evaluator.evaluate(node, place.scope);
  const location = value && evaluator.string(value);
  if (location === undefined) return evaluator.unknown(place, 'AWS::Include of a location that is not known');
  const included = evaluator.surroundings.included(location, place.scope.document);
  if (typeof included === 'string') {
    if (localPath(place.scope.document.file.path, location) !== undefined) evaluator.tell(place, 'partial', included);
    return evaluator.unknown(place, included);
  }
  const includes = (place.scope.includes ?? 0) + 1;
  if (includes > MAX_INCLUDES) {
    evaluator.tell(place, 'partial', `AWS::Include is nested more than ${MAX_INCLUDES} deep`);
    return evaluator.unknown(place, 'AWS::Include nested too deep');
  }
  if (!included.root) return evaluator.unknown(place, `${included.file.path} could not be read`);
  return evaluator.evaluate(included.root, { ...place.scope, document: included, includes }, place.key);
}

function notKnown(what: string): Function {
  return (evaluator, _call, place) => evaluator.unknown(place, what);
}

/** The intrinsic functions by their long names. */
export const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', fnIf],
  ['Fn::ImportValue', importValue],
  ['Fn::Base64', base64],
  ['Fn::Length', length],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transform],
  ['Fn::Cidr', notKnown('Fn::Cidr')],
  ['Fn::GetAZs', notKnown('Fn::GetAZs')],
  ['Fn::And', notKnown('a condition where a value belongs')],
  ['Fn::Or', notKnown('a condition where a value belongs')],
  ['Fn::Not', notKnown('a condition where a value belongs')],
  ['Fn::Equals', notKnown('a condition where a value belongs')],
  ['Condition', notKnown('a condition where a value belongs')],
]);

/** The arguments of a function that takes several. */
function items(call: Call): readonly DataNode[] {
  return call.argument.kind === 'list' ? call.argument.items : [];
}

/** The value of the only argument; the tag of the short form is the call itself. */
function argumentOf(evaluator: Evaluator, call: Call, scope: Scope): Value {
  const { tag, ...bare } = call.argument;
  const isShort = tag !== undefined && `Fn::${tag.slice(1)}` === call.name;
  return evaluator.evaluate(isShort ? bare : call.argument, scope);
}

function scalarOf(node: DataNode, scope: Scope): string | undefined {
  return node.kind === 'scalar' && node.value !== null ? fillIn(String(node.value), scope.loop) : undefined;
}

/** A name where the language extensions allow an intrinsic too. */
function nameOf(evaluator: Evaluator, node: DataNode, place: Place): string | undefined {
  if (node === place.node || (node.kind === 'scalar' && node.tag === undefined)) return scalarOf(node, place.scope);
  return evaluator.string(evaluator.evaluate(node, place.scope));
}

function isList(data: SetValue['data']): data is readonly Value[] {
  return Array.isArray(data);
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
