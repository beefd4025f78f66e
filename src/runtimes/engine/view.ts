import type { Observation, ObservationKind, Rewrite, SinkKind } from '#model/handler';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { element, listOf, mapOf, property } from '#runtimes/engine/properties';
import type { Safe } from '#runtimes/engine/sinks';
import {
  type Arguments,
  type Implications,
  type Origin,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { Call, Expression } from '#syntax/code/form';

/** Where an argument stands: by its position, or in Python and in options by its name; `0.text` is a field of an argument. */
export type ArgumentPath = number | string;

/** A call as its model sees it. */
export class CallView {
  constructor(
    readonly machine: Machine,
    /** The path of what is called, `pg.Pool().query`; of a method of any value its name. */
    readonly path: string,
    readonly receiver: Value,
    readonly args: Arguments,
    /** The call in the code; undefined where the engine calls by itself. */
    readonly node: Call | undefined,
    readonly at: Location,
    readonly context: Context,
    /** What something around a function was made with: `@validator(inbound_schema=…)`. */
    readonly settings?: Arguments,
  ) {}

  /** An argument by position, by name (`shell`), or a field of one (`0.text`); undefined when it is not given. */
  arg(at: ArgumentPath): Value | undefined {
    if (typeof at === 'number') return this.args.list[at] ?? this.args.rest;
    const [head = '', ...fields] = at.split('.');
    let value = /^\d+$/.test(head)
      ? (this.args.list[Number(head)] ?? this.args.rest)
      : (this.args.named.get(head) ?? this.#keywords(head));
    for (const field of fields) value = value && this.field(value, field);
    return value;
  }

  /** The first of several places that is given: a position or a keyword. */
  either(...places: readonly ArgumentPath[]): Value | undefined {
    for (const place of places) {
      const value = this.arg(place);
      if (value) return value;
    }
    return undefined;
  }

  #keywords(name: string): Value | undefined {
    const spread = this.args.named.get('**');
    return spread && this.field(spread, name);
  }

  /** A field of a value, undefined when it is surely missing. */
  field(value: Value, name: string): Value | undefined {
    const found = property(this.machine, value, name, this.at, this.context);
    const isMissing = found.constants.length === 1 && found.constants[0] === undefined && found.taints.length === 0;
    return isMissing && found.closures.length === 0 && found.objects.length === 0 ? undefined : found;
  }

  /** Whether fields that are not known may have been given: of a call without options they have not. */
  get all(): readonly Value[] {
    return [...this.args.list, ...this.args.named.values(), ...(this.args.rest ? [this.args.rest] : [])];
  }

  /** The only constant that a value is; undefined when it may be anything else. */
  constant(value: Value | undefined): string | number | boolean | null | undefined {
    if (!value || value.open || value.constants.length !== 1 || value.taints.length > 0) return undefined;
    return value.constants[0];
  }

  /** All marks of an argument, of what it holds too. */
  taints(value: Value | undefined, origin: Origin = 'event'): readonly Taint[] {
    if (!value) return [];
    return deepTaints(this.machine, value).filter((taint) => taint.origin === origin);
  }

  /** Where an argument is written. */
  place(at: ArgumentPath): Location {
    const node = this.expression(at);
    return node ? this.context.frame.module.at(node.span) : this.at;
  }

  /** The expression that an argument is, as written at the call. */
  expression(at: ArgumentPath): Expression | undefined {
    const args = this.node?.args ?? [];
    const [head = '', ...fields] = String(at).split('.');
    let node = /^\d+$/.test(head)
      ? args.filter((one) => one.name === undefined)[Number(head)]?.value
      : args.find((one) => one.name === head)?.value;
    for (const field of fields) {
      if (node?.kind !== 'object') break;
      const entry = node.entries.find((one) => !('spread' in one) && one.key === field);
      node = entry && !('spread' in entry) ? entry.value : undefined;
    }
    return node;
  }

  /** Reports the marks of an argument that are not safe for a kind of sink; everything that it holds counts when `deep`. */
  sink(
    kind: SinkKind,
    at: ArgumentPath,
    options: {
      readonly deep?: boolean;
      readonly weak?: boolean;
      readonly rewrite?: Rewrite | undefined;
      readonly callee?: string;
      readonly value?: Value | undefined;
    } = {},
  ): void {
    const value = options.value ?? this.arg(at);
    if (!value) return;
    const taints = options.deep ? deepTaints(this.machine, value) : value.taints;
    this.machine.reach(
      kind,
      taints,
      this.place(at),
      {
        callee: options.callee ?? this.path,
        call: this.at,
        context: this.context,
        ...(options.weak ? { weak: true } : {}),
      },
      options.rewrite,
    );
  }

  observe(
    kind: ObservationKind,
    more: {
      readonly at?: Location;
      readonly details?: Readonly<Record<string, string>>;
      readonly confidence?: Observation['confidence'];
      readonly rewrite?: Rewrite | undefined;
      readonly steps?: Observation['steps'];
    } = {},
  ): void {
    const { at = this.at, ...others } = more;
    this.machine.observe(kind, at, this.context, { callee: this.path, ...others });
  }

  /** Calls a function that was given, with values; what is no function is passed over. */
  run(callback: Value | undefined, ...args: readonly Value[]): Value {
    if (!callback || (callback.closures.length === 0 && callback.apis.length === 0)) return UNKNOWN;
    const [result] = this.machine.alternatives([
      () =>
        this.machine.call(
          callback,
          { list: args, named: new Map(), rest: undefined },
          undefined,
          this.at.span,
          this.context,
        ),
    ]);
    this.machine.ended = false;
    return result ?? UNKNOWN;
  }

  /** Any item of a list. */
  items(value: Value): Value {
    return element(this.machine, value, this.at);
  }

  list(items: Value): Value {
    return listOf(this.machine, items, this.at);
  }

  map(fields: Readonly<Record<string, Value>>): Value {
    return mapOf(this.machine, fields, this.at);
  }

  /** A boolean that tells that marks are safe for something when it is true. */
  check(taints: readonly Taint[], safe: Safe): Value {
    const truthy = new Map(taints.filter((one) => one.origin === 'event').map((one) => [one.key, safe] as const));
    const implies: Implications = { truthy, falsy: new Map() };
    return { ...UNKNOWN, constants: [true, false], open: false, implies };
  }

  /** The text of an expression as it is written. */
  written(node: Expression): string {
    return this.context.frame.module.code.file.slice(node.span);
  }
}
