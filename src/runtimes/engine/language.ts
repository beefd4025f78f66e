import type { CallRecord, Context, Machine, Module } from '#runtimes/engine/machine';
import type { Api, Arguments, ClassValue, Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import type { Location } from '#source/file';
import type { Binary, Expression, Handler, Loop, Parameter, Try } from '#syntax/code/form';

/** What a call of something known does: reports sinks, runs callbacks, and gives its value; undefined for a value that is not known. */
export type Model = (view: CallView) => Value | undefined;

/** What the engine has to know of a language besides its code. */
export interface Language {
  readonly name: 'javascript' | 'python';
  /** What is done by what comes from outside, by its path: `pg.Pool().query`. */
  readonly model: (path: string) => Model | undefined;
  /** What methods do that any value may have: of texts, lists, maps, promises. */
  readonly method: (name: string) => Model | undefined;
  /** What a method does on something of which nothing is known, by its name and arguments: `db.query('SELECT …')`. */
  readonly guess: (name: string) => Model | undefined;
  /** What a property of something outside is, where it is no further path: an environment variable. */
  readonly property: (path: string, machine: Machine, at: Location) => Value | undefined;
  /** A name that nothing declares. */
  readonly global: (name: string) => Value;
  /** The path of a module by the text of its import: `node:fs` is `fs`. */
  readonly module: (source: string) => string;
  /** What a decorator from outside makes of what it decorates; undefined leaves that as it is. */
  readonly decorator?: (outside: Api) => Model | undefined;
  /** Whether a function from outside answers with a promise. */
  readonly isAsync?: (path: string) => boolean;
  /** What a parameter is that nothing was given for: by its annotation. */
  readonly parameter?: (machine: Machine, parameter: Parameter, context: Context) => Value | undefined;
  /** Told of an instance of a class that has no constructor of its own. */
  readonly constructed?: (
    machine: Machine,
    of: ClassValue,
    self: Value,
    args: Arguments,
    at: Location,
    context: Context,
  ) => void;
  /** Declares what a module finds around it (`exports`, `__name__`), and takes what it exports when it was run. */
  readonly enter: (machine: Machine, module: Module) => void;
  readonly leave: (machine: Machine, module: Module) => void;
  /** Told of every call of something outside, before what its model does; gives the marks that its value has besides. */
  readonly called?: (view: CallView) => readonly Taint[] | undefined;
  /** Told of what a variable is given. */
  readonly named?: (machine: Machine, name: string, value: Value, at: Location, context: Context) => void;
  /** Told of two values that are compared. */
  readonly compared?: (machine: Machine, node: Binary, left: Value, right: Value, context: Context) => void;
  /** Told of what an `if` asks. */
  readonly tested?: (machine: Machine, test: Expression, context: Context) => void;
  /** Told of every field that is set, for those that mean something outside: `process.env.NODE_TLS_REJECT_UNAUTHORIZED`. */
  readonly assigned?: (
    machine: Machine,
    owner: Value,
    name: string,
    value: Value,
    at: Location,
    context: Context,
  ) => void;
  /** Told of a field that is set by a key that is not known: `process.env[name] = …`. */
  readonly keyAssigned?: (
    machine: Machine,
    owner: Value,
    key: Value,
    value: Value,
    at: Location,
    context: Context,
  ) => void;
  /** Told of a key that is marked. */
  readonly keyed?: (machine: Machine, owner: Value, key: Value, at: Location, context: Context) => void;
  /** Told of a value that a statement drops. */
  readonly discarded?: (machine: Machine, value: Value, node: Expression, context: Context) => void;
  /** Told of a loop and of what it goes over. */
  readonly looped?: (machine: Machine, node: Loop, items: Value, context: Context) => void;
  /** Told of an exception that is caught, with what was called outside where it may have come from. */
  readonly caught?: (
    machine: Machine,
    node: Try,
    handler: Handler,
    context: Context,
    during: readonly CallRecord[],
  ) => void;
  /** Told of what a handler answers. */
  readonly answered?: (machine: Machine, value: Value, at: Location, context: Context, kind: string) => void;
}
