import type { Observation, ObservationKind, Rewrite, SinkKind, Trigger } from '#model/handler';
import type { PassedText } from '#model/needs/argument';
import { assign } from '#runtimes/engine/assign';
import { evaluate } from '#runtimes/engine/expressions';
import { moduleFrame } from '#runtimes/engine/frame';
import { bindDeclarations } from '#runtimes/engine/hoisting';
import { call, construct, decorated, type Invocation, invoke } from '#runtimes/engine/invoke';
import type { Language } from '#runtimes/engine/language';
import { routed } from '#runtimes/engine/routes';
import { AS_TEXT, isSafeFor, type Safe } from '#runtimes/engine/sinks';
import { State } from '#runtimes/engine/state';
import { execute } from '#runtimes/engine/statements';
import {
  type Arguments,
  Cell,
  type ClassValue,
  type Closure,
  type ModuleRef,
  Obj,
  Scope,
  type Taint,
  type Value,
} from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import type { Versions } from '#runtimes/versions';
import type { Location } from '#source/file';
import type { Span } from '#source/span';
import type { Block, Call, CodeModule, Expression, FunctionCode, Pattern } from '#syntax/code/form';

/** A module of the repository while it is run. */
export interface Module extends ModuleRef {
  readonly code: CodeModule;
  readonly scope: Scope;
  /** What it exports, by name; CommonJS replaces it as a whole. */
  readonly exports: Obj;
  readonly exported: Cell;
  progress: 'new' | 'running' | 'done';
}

/** A function, or a module's own code, that is being run. */
export interface Frame {
  readonly name: string;
  readonly module: Module;
  readonly self: Value | undefined;
  readonly home: ClassValue | undefined;
  readonly closure: Closure | undefined;
  readonly returns: {
    readonly value: Value;
    readonly state: State;
    /** What was checked on the way to it. */
    readonly refined: ReadonlyMap<string, Safe>;
  }[];
  readonly yields: Value[];
  readonly caller: Frame | undefined;
  readonly depth: number;
  /** What was so when the function was entered. */
  readonly entry: State | undefined;
}

/** Where an expression stands. */
export interface Context {
  readonly scope: Scope;
  readonly frame: Frame;
}

/** A loop or a `switch` that can be left. */
export interface Exit {
  readonly breaks: State[];
  readonly continues: State[];
}

/** A call of something outside of the repository. */
export interface CallRecord {
  readonly path: string;
  readonly args: Arguments;
  readonly receiver: Value | undefined;
  readonly at: Location;
  readonly frame: Frame;
  /** The marks of what it was given, where it hands something on to another service. */
  readonly carried: readonly Taint[];
  /** Whether no handler was seen to reach it. */
  readonly beyond: boolean;
  /** Whether an exception that it throws is caught around it. */
  readonly inTry: boolean;
  readonly inLoop: boolean;
}

/** Told of what is called and imported while the machine runs. */
export interface CallListener {
  /** Something from outside is called; what its model does comes after. */
  called(view: CallView): void;
  /** Something is called of which nothing is known. */
  unknown(name: string | undefined, self: Value | undefined, args: Arguments, at: Location, context: Context): void;
  /** A call that is written in the code is reached, whatever it calls. */
  visit(node: Call): void;
  /** A module is imported that is not of the repository. */
  imported(source: string, at: Location, context: Context): void;
}

/** A mark that reached a sink. */
export interface Reached {
  readonly sink: SinkKind;
  readonly callee: string;
  readonly at: Location;
  readonly call: Location;
  readonly taint: Taint;
  readonly weak: boolean;
  readonly within: string;
  readonly rewrite: Rewrite | undefined;
  /** What shows the harm where it is, where the kind of sink alone does not tell it. */
  readonly payload: string | undefined;
}

/** A function that the code hands to a framework as the handler of requests. */
export interface Registration {
  /** Names the shape of what it is called with: `express`, `flask`. */
  readonly kind: string;
  readonly handler: Value;
  readonly label: string;
  readonly at: Location;
}

/** Steps that the analysis of one handler may take; a handler of a thousand lines takes some 20,000. */
const MAX_STEPS = 400_000;
/** Cells that branches may change, all together: of code that is larger than that a second is not enough. */
const MAX_JOINED = 400_000;
/** The budget of one handler is spent. */
export class Exhausted extends Error {}

/**
 * Runs code on what is known of its values, instead of on values: every branch is taken, loops are taken twice, and what an event
 * holds is followed by marks. Nothing of the code itself is executed.
 */
export class Machine {
  readonly #root = new State(undefined);
  state = this.#root;
  /** Whether nothing after the current point is reached: it returned, threw, or left a loop. */
  ended = false;
  readonly exits: Exit[] = [];
  /** States in which an exception may be caught, for each `try` around. */
  readonly catching: State[][] = [];
  readonly calls: CallRecord[] = [];
  readonly reached: Reached[] = [];
  readonly observations: Observation[] = [];
  readonly registrations: Registration[] = [];
  readonly missing = new Map<string, Location>();
  /** Whether the code reads who calls: what an authorizer found out, or the header that tells it. */
  asksWho = false;
  /** Functions that were run. */
  readonly ran = new Set<FunctionCode>();
  /** Whether what is run now was reached from no handler: it says what code contains, not what an event does. */
  beyond = false;
  /** What causes the code to run: whoever sends a request that a framework hands over. */
  triggers: readonly Trigger[] = [];
  /** All that cause it, whichever of the handler's routes is followed. */
  routes: readonly Trigger[] = [];
  /** The versions of the packages that the project depends on, as far as it tells them. */
  versions: Versions = new Map();
  /** What a template fills in at the places of its code. */
  filled: readonly PassedText[] = [];
  /** Checks of an address that somebody gets around, by what they were made of: told where the address is called after all. */
  readonly halfChecks = new Map<string, string>();
  listener: CallListener | undefined;
  loops = 0;
  tries = 0;
  #steps = 0;

  constructor(
    readonly language: Language,
    readonly modules: ReadonlyMap<string, Module>,
    /** The module that an import means, by the importing module's path and the text of the import. */
    readonly linked: (from: string, source: string) => string | undefined,
    readonly environment: ReadonlyMap<string, Value>,
  ) {}

  /** Counts a step. @throws Exhausted when there are none left */
  tick(): void {
    if (this.#steps++ > MAX_STEPS || this.#root.work > MAX_JOINED) throw new Exhausted();
  }

  get steps(): number {
    return this.#steps;
  }

  evaluate(expression: Expression, context: Context): Value {
    return evaluate(this, expression, context);
  }

  execute(block: Block, context: Context): void {
    execute(this, block, context);
  }

  assign(pattern: Pattern, value: Value, context: Context, how: 'declare' | 'assign' = 'assign'): void {
    assign(this, pattern, value, context, how);
  }

  call(callee: Value, args: Arguments, self: Value | undefined, at: Span, context: Context): Value {
    return call(this, callee, args, self, at, context);
  }

  /**
   * Runs each alternative in a layer of its own and goes on where those meet that go on.
   * @param before what is known when an alternative is taken
   */
  alternatives<T>(ways: readonly (() => T)[]): T[] {
    const base = this.state;
    const alive: State[] = [];
    const results: T[] = [];
    for (const way of ways) {
      this.state = base.fork();
      this.ended = false;
      const result = way();
      if (!this.ended) {
        alive.push(this.state);
        results.push(result);
      }
    }
    this.state = base;
    this.ended = !base.meet(alive);
    return results;
  }

  /** Reports each mark of the value that is not safe at a sink. */
  reach(
    sink: SinkKind,
    taints: readonly Taint[],
    at: Location,
    place: {
      readonly callee: string;
      readonly call: Location;
      readonly context: Context;
      readonly weak?: boolean;
      readonly payload?: string | undefined;
    },
    rewrite?: Rewrite,
  ): void {
    for (const one of taints) {
      if (one.origin !== 'event' && one.origin !== 'stored') continue;
      const taint = routed(this, one);
      if (!taint) continue;
      if (isSafeFor(this.state.safetyOf(taint), sink)) continue;
      if (isSafeFor(AS_TEXT, sink) && isText(taint)) continue;
      this.reached.push({
        sink,
        callee: place.callee,
        at,
        call: place.call,
        taint,
        weak: (place.weak ?? false) || taint.weak,
        within: place.context.frame.name,
        rewrite,
        payload: place.payload,
      });
    }
  }

  observe(
    kind: ObservationKind,
    at: Location,
    context: Context,
    more: {
      readonly callee?: string;
      readonly details?: Readonly<Record<string, string>>;
      readonly confidence?: Observation['confidence'];
      readonly rewrite?: Rewrite | undefined;
      readonly steps?: Observation['steps'];
    } = {},
  ): void {
    const known = this.observations.some(
      (one) => one.kind === kind && one.at.file === at.file && one.at.span.start === at.span.start,
    );
    if (known) return;
    this.observations.push({
      kind,
      callee: more.callee ?? '',
      at,
      details: more.details ?? {},
      steps: more.steps ?? [],
      confidence: more.confidence ?? 'high',
      rewrite: more.rewrite,
      within: context.frame.name,
    });
  }

  invoke(invocation: Invocation): Value {
    return invoke(this, invocation);
  }

  construct(of: ClassValue, args: Arguments, span: Span, context: Context, existing: Value | undefined): Value {
    return construct(this, of, args, span, context, existing);
  }

  decorated(decorator: Value, target: Value, span: Span, context: Context): Value {
    return decorated(this, decorator, target, span, context);
  }

  /** Runs a module's own code once. */
  load(module: Module): void {
    if (module.progress !== 'new') return;
    module.progress = 'running';
    const context: Context = { scope: module.scope, frame: moduleFrame(module) };
    const { state, ended, loops, tries } = this;
    const exits = this.exits.splice(0);
    const catching = this.catching.splice(0);
    // What a module makes is the same on whatever branch it is first asked for.
    this.state = this.#root;
    this.ended = false;
    this.loops = 0;
    this.tries = 0;
    this.language.enter(this, module);
    bindDeclarations(this, module.code.body, context, true);
    this.execute(module.code.body, context);
    this.language.leave(this, module);
    this.exits.push(...exits);
    this.catching.push(...catching);
    this.state = state;
    this.ended = ended;
    this.loops = loops;
    this.tries = tries;
    module.progress = 'done';
  }
}

/** Fields of the cloud's own events whose values are texts, until something decodes them. */
const TEXTS =
  /^(?:pathParameters|queryStringParameters|multiValueQueryStringParameters|headers|multiValueHeaders|cookies|body|rawPath|rawQueryString|path|Records)$/;

function isText({ path, triggers }: Taint): boolean {
  const [head = ''] = path;
  if (!TEXTS.test(head) || path.some((key) => key.startsWith('<'))) return false;
  // Images of items are maps, and whoever invokes a function by itself sends what they like.
  if (head === 'Records')
    return path.includes('body') || path.includes('Sns') || path.includes('s3') || path.includes('kinesis');
  return triggers.every(
    ({ kind, event }) => TEXT_EVENTS.has(kind) && event.fields !== undefined && Object.hasOwn(event.fields, head),
  );
}

const TEXT_EVENTS: ReadonlySet<string> = new Set(['rest-api', 'http-api', 'function-url', 'alb', 'websocket']);

/** A module that is not run yet. */
export function moduleOf(code: CodeModule): Module {
  return {
    code,
    path: code.file.path,
    at: (span) => ({ file: code.file, span }),
    scope: new Scope(undefined, 'module'),
    exports: new Obj('module', undefined, undefined),
    exported: new Cell('module.exports'),
    progress: 'new',
  };
}
