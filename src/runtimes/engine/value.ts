import type { EventShape, Trigger } from '#model/handler';
import { EVERYTHING, NOTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import type { Location } from '#source/file';
import type { ClassCode, FunctionCode, RegularExpression } from '#syntax/code/form';

export type Constant = string | number | boolean | null | undefined;

/** What a mark on a value says of where it comes from. */
export type Origin =
  | 'event'
  | 'caller'
  | 'exception'
  | 'secret'
  | 'random'
  | 'generated'
  | 'clock'
  | 'digest'
  | 'fixed'
  | 'stored'
  | 'token';

/** One step on the way of a mark, newest first. */
export interface Step {
  readonly at: Location;
  readonly text: string;
  readonly before: Step | undefined;
  readonly count: number;
}

/** Says of a value that a part of it was decided by somebody: by a field of the event, or by what an exception, a secret … holds. */
export interface Taint {
  readonly origin: Origin;
  /** Keys from the origin on; `<json>` is the inside of a JSON text, `<base64>` of base64, `[]` an item of a list. */
  readonly path: readonly string[];
  /** As the code reads it: `event.body`; of a secret its kind. */
  readonly text: string;
  /** Where it was first read. */
  readonly at: Location;
  readonly triggers: readonly Trigger[];
  /** While this is the event, or a part of it as it came: what its fields are. */
  readonly shape: EventShape | undefined;
  /** Tells what a check was about: equal for equal content, however it was reached. */
  readonly key: string;
  readonly safe: Safe;
  readonly partial: readonly string[];
  /** Whether the way went through something that is known by its name alone. */
  readonly weak: boolean;
  readonly steps: Step | undefined;
}

/** A place that holds a value: a variable, a field. What it holds stands in the State. */
export class Cell {
  /** @param name for people */
  constructor(readonly name: string) {}
}

/** The names of one block, function or module. */
export class Scope {
  readonly #cells = new Map<string, Cell>();

  constructor(
    readonly parent: Scope | undefined,
    readonly kind: 'module' | 'function' | 'block' | 'class',
  ) {}

  declare(name: string): Cell {
    const known = this.#cells.get(name);
    if (known) return known;
    const cell = new Cell(name);
    this.#cells.set(name, cell);
    return cell;
  }

  /** Gives a cell of another scope a name here, as an import does. */
  bind(name: string, cell: Cell): void {
    this.#cells.set(name, cell);
  }

  own(name: string): Cell | undefined {
    return this.#cells.get(name);
  }

  get names(): Iterable<string> {
    return this.#cells.keys();
  }

  lookup(name: string): Cell | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const cell = scope.own(name);
      if (cell) return cell;
    }
    return undefined;
  }

  get module(): Scope {
    let scope: Scope = this;
    while (scope.parent) scope = scope.parent;
    return scope;
  }
}

/** A map, list or instance that the code makes: it is known by reference, so that changes are seen through every name. */
export class Obj {
  /** What fields hold that have no name here: items of a list that are pushed, keys that are computed. */
  readonly rest = new Cell('[]');
  /** What it was spread from, or read as: fields that it does not have itself are that one's. */
  readonly spread = new Cell('...');
  /** The computed keys of what `rest` holds; undefined for what came there without one, and for what was spread and is not known. */
  readonly keys: (Value | undefined)[] = [];
  /** Where the value of a field is written: what is wrong with an answer is wrong in one line of it. */
  readonly places = new Map<string, Location>();

  constructor(
    readonly kind: 'map' | 'list' | 'instance' | 'module',
    /** The class of an instance. */
    readonly of: ClassValue | undefined,
    readonly at: Location | undefined,
    /** Those of another one where both are the same instance, seen as of different classes. */
    readonly fields: Map<string, Cell> = new Map(),
  ) {}

  field(name: string): Cell {
    const known = this.fields.get(name);
    if (known) return known;
    const cell = new Cell(name);
    this.fields.set(name, cell);
    return cell;
  }
}

/** A function with what it closes over. */
export interface Closure {
  readonly code: FunctionCode;
  readonly scope: Scope;
  readonly module: ModuleRef;
  readonly self: Value | undefined;
  /** The class that its body is a part of, for `super`. */
  readonly home: ClassValue | undefined;
  /** Arguments that `bind` or `partial` put before the others. */
  readonly bound: readonly Value[];
}

export interface ClassValue {
  readonly code: ClassCode;
  readonly scope: Scope;
  readonly module: ModuleRef;
  readonly bases: readonly Value[];
  /** Static members, and in Python what is set in the body. */
  readonly statics: Obj;
}

/** The module that code stands in. */
export interface ModuleRef {
  readonly path: string;
  readonly at: (span: { readonly start: number; readonly end: number }) => Location;
}

/** What came from outside of the repository: known by how it was reached, `pg.Pool().query`. */
export interface Api {
  readonly path: string;
  /** The arguments of the last call on the path. */
  readonly args?: Arguments;
  /** What the last method was called on. */
  readonly receiver?: Value;
}

/** The values of a call's arguments. */
export interface Arguments {
  readonly list: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** Values whose position is not known. */
  readonly rest: Value | undefined;
}

export const NO_ARGUMENTS: Arguments = { list: [], named: new Map(), rest: undefined };

/** What is known when a value turns out true, or false: which marks are safe for what; `never` when it cannot be. */
export type Refinement = ReadonlyMap<string, Safe> | 'never';

export interface Implications {
  readonly truthy: Refinement;
  readonly falsy: Refinement;
}

/** Everything that an expression may be, as far as it is known. */
export interface Value {
  readonly constants: readonly Constant[];
  readonly taints: readonly Taint[];
  readonly objects: readonly Obj[];
  readonly closures: readonly Closure[];
  readonly classes: readonly ClassValue[];
  readonly apis: readonly Api[];
  readonly regex: RegularExpression | undefined;
  /** A text that was put together: constant pieces and values in order. */
  readonly text: readonly (string | Value)[] | undefined;
  /** Whether it may be something that is not known. */
  readonly open: boolean;
  /** Calls whose promise this is. */
  readonly pending: readonly Location[];
  readonly implies: Implications | undefined;
}

/** Nothing that is known, and nothing that harms. */
export const UNKNOWN: Value = {
  constants: [],
  taints: [],
  objects: [],
  closures: [],
  classes: [],
  apis: [],
  regex: undefined,
  text: undefined,
  open: true,
  pending: [],
  implies: undefined,
};

/** What no path leads to. */
export const NEVER: Value = { ...UNKNOWN, open: false };

export function constant(value: Constant): Value {
  return { ...NEVER, constants: [value] };
}

export function object(made: Obj): Value {
  return { ...NEVER, objects: [made] };
}

export function api(path: string, args?: Arguments, receiver?: Value): Value {
  return {
    ...NEVER,
    apis: [{ path, ...(args ? { args } : {}), ...(receiver ? { receiver } : {}) }],
    open: true,
  };
}

export function isNever(value: Value): boolean {
  return (
    !value.open &&
    value.constants.length === 0 &&
    value.taints.length === 0 &&
    value.objects.length === 0 &&
    value.closures.length === 0 &&
    value.classes.length === 0 &&
    value.apis.length === 0 &&
    value.regex === undefined
  );
}

/** Alternatives of one kind that are kept; more are not known. */
const MAX_ALTERNATIVES = 12;
const MAX_TAINTS = 24;

/** What one or the other value may be. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  if (isNever(a)) return b;
  if (isNever(b)) return a;
  const constants = union(a.constants, b.constants);
  const taints = joinTaints(a.taints, b.taints);
  return {
    constants: constants.length > MAX_ALTERNATIVES ? [] : constants,
    taints,
    objects: union(a.objects, b.objects).slice(0, MAX_ALTERNATIVES),
    closures: joinClosures(a.closures, b.closures),
    classes: union(a.classes, b.classes).slice(0, MAX_ALTERNATIVES),
    apis: joinApis(a.apis, b.apis),
    regex: a.regex === b.regex ? a.regex : undefined,
    text: a.text === b.text ? a.text : undefined,
    open: a.open || b.open || constants.length > MAX_ALTERNATIVES || a.text !== b.text,
    pending: union(a.pending, b.pending),
    implies: undefined,
  };
}

export function joinAll(values: readonly Value[]): Value {
  return values.reduce(join, NEVER);
}

function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const more = b.filter((one) => !a.includes(one));
  return more.length === 0 ? a : [...a, ...more];
}

function joinClosures(a: readonly Closure[], b: readonly Closure[]): readonly Closure[] {
  if (a.length === 0) return b;
  const more = b.filter((one) => !a.some((other) => one.code === other.code && one.scope === other.scope));
  return more.length === 0 ? a : [...a, ...more].slice(0, MAX_ALTERNATIVES);
}

function joinApis(a: readonly Api[], b: readonly Api[]): readonly Api[] {
  if (a.length === 0) return b;
  const more = b.filter((one) => !a.some((other) => one.path === other.path && one.args === other.args));
  return more.length === 0 ? a : [...a, ...more].slice(0, MAX_ALTERNATIVES);
}

/** The marks of both; of marks that say the same the one that was made safe for less, and of equals the shorter way. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const found = new Map<string, Taint>();
  for (const taint of [...a, ...b]) {
    const id = `${taint.origin}|${taint.key}|${taint.triggers[0]?.kind ?? ''}`;
    const known = found.get(id);
    if (!known) found.set(id, taint);
    else if (known !== taint) found.set(id, worse(known, taint));
  }
  return [...found.values()].slice(0, MAX_TAINTS);
}

function worse(a: Taint, b: Taint): Taint {
  const safe = a.safe & b.safe;
  const shorter = (b.steps?.count ?? 0) < (a.steps?.count ?? 0) ? b : a;
  const base = a.safe === safe && b.safe === safe ? shorter : a.safe === safe ? a : b;
  const shape = a.shape && b.shape ? a.shape : undefined;
  return base.safe === safe && base.shape === shape ? base : { ...base, safe, shape };
}

/** The value with its marks changed; what it was put together from is forgotten. */
export function withTaints(value: Value, taints: readonly Taint[]): Value {
  return taints === value.taints ? value : { ...value, taints, text: undefined };
}

/** A value of which nothing is known but its marks. */
export function marked(taints: readonly Taint[]): Value {
  return taints.length === 0 ? UNKNOWN : { ...UNKNOWN, taints };
}

/** The marks with one more step on their way. */
export function stepped(taints: readonly Taint[], at: Location, text: string): readonly Taint[] {
  return taints.map((taint) => {
    const before = taint.steps;
    // That the whole event has a name, or is handed on, is nothing that anybody has to be told.
    if (taint.shape && taint.path.length === 0) return taint;
    if (before && before.at.file === at.file && before.at.span.start === at.span.start && before.text === text)
      return taint;
    if (before && before.count >= MAX_STEPS) return taint;
    return { ...taint, steps: { at, text, before, count: (before?.count ?? 0) + 1 } };
  });
}

const MAX_STEPS = 14;

/** The step by which a handler answers with what is marked, and nothing around it. */
export const RETURNED = 'is returned';

/** The marks as they are once something made them safe for more. */
export function made(taints: readonly Taint[], safe: Safe, partial?: string): readonly Taint[] {
  return taints.map((taint) => ({
    ...taint,
    shape: undefined,
    safe: taint.safe | safe,
    partial: partial === undefined || taint.partial.includes(partial) ? taint.partial : [...taint.partial, partial],
  }));
}

/** The marks of something read out of what is marked: a field by its name, `[]` for an item. */
export function descended(taints: readonly Taint[], key: string, at: Location): readonly Taint[] {
  if (taints.length === 0) return taints;
  return taints.flatMap((taint) => {
    // Of an exception and of what holds a secret it is told what was read: a message is no stack, an ARN no secret. Of a token the claim.
    if (taint.origin === 'exception' || taint.origin === 'secret' || taint.origin === 'token') {
      if (taint.path.length >= MAX_PATH) return [taint];
      const first = taint.path.length === 0 && taint.origin === 'exception';
      return [{ ...taint, path: [...taint.path, key], key: `${taint.key}.${key}`, at: first ? at : taint.at }];
    }
    if (taint.origin === 'caller') {
      const path = taint.path.length >= MAX_PATH ? taint.path : [...taint.path, key];
      return [{ ...taint, path, text: readAs(taint.text, key), key: path.join('.') }];
    }
    if (taint.origin !== 'event') return [taint];
    const { shape } = taint;
    const below = shape ? (own(shape.fields, key) ?? shape.rest) : undefined;
    const isVouched =
      (shape?.control === 'provider' && ((!shape.fields && !shape.rest) || !below)) ||
      (below !== undefined && below.control === 'provider' && !below.fields && !below.rest);
    if (isVouched) return ofCaller(taint, key);
    const path = taint.path.length >= MAX_PATH ? taint.path : [...taint.path, key];
    return [
      {
        ...taint,
        path,
        text: path.includes(CONTENT) ? taint.text : readAs(taint.text, key),
        at: shape ? at : taint.at,
        // What became of the whole before this part was read is not on the way of the part.
        steps: shape ? undefined : taint.steps,
        shape: below,
        safe: below?.harmless ? taint.safe | safeFor(...below.harmless) : taint.safe,
        key: path.join('.'),
      },
    ];
  });
}

const MAX_PATH = 10;

/** Parts of events that tell who calls; what else the cloud vouches for is the same for all callers. */
const WHO = /^(?:authorizer|identity|userAttributes)$/;

/** What the cloud vouches for harms nobody, but of what is the caller's own it is told whose it is. */
function ofCaller(taint: Taint, key: string): readonly Taint[] {
  const path = [...taint.path, key];
  if (!path.some((one) => WHO.test(one))) return [];
  return [{ ...taint, origin: 'caller', path, text: readAs(taint.text, key), shape: undefined, key: path.join('.') }];
}

function own(fields: EventShape['fields'], key: string): EventShape | undefined {
  return fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function readAs(text: string, key: string): string {
  if (key === '[]') return `${text}[]`;
  if (key === '[key]') return `a key of ${text}`;
  if (key.startsWith('<')) return text;
  if (/^\d+$/.test(key)) return `${text}[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${text}.${key}` : `${text}[${JSON.stringify(key)}]`;
}

/** In a path, the name of an entry of an archive: a file that it is written to is the archive's choice. */
export const ENTRY_NAME = '<entry>';

/** In a path, what an object holds whose key the event tells: whoever put it there decided both. */
export const CONTENT = '<content>';

/** The marks of what was decoded: a check of the text before does not hold for what comes out, unless the text is one of ours. */
export function decoded(taints: readonly Taint[], marker: string): readonly Taint[] {
  return taints.map((taint) => {
    const path = taint.path.at(-1) === marker || taint.path.length >= MAX_PATH ? taint.path : [...taint.path, marker];
    const isKept = taint.safe === EVERYTHING || (taint.path.includes(CONTENT) && marker !== ENTRY_NAME);
    const safe = isKept ? taint.safe : NOTHING;
    return { ...taint, path, key: path.join('.'), shape: undefined, safe };
  });
}
