import { type Call, callOf } from '#frameworks/cloudformation/call';
import { Conditions } from '#frameworks/cloudformation/conditions';
import { functions } from '#frameworks/cloudformation/functions';
import { fillIn, type Loop, type LoopContext, type UnrolledEntry, unrolled } from '#frameworks/cloudformation/loop';
import { type Origin, originOf, withOrigin } from '#frameworks/cloudformation/origin';
import { scalarParts, textOf } from '#frameworks/cloudformation/substitution';
import {
  isList,
  isLookedUp,
  type Parameter,
  plainScalar,
  scalarText,
  type Template,
} from '#frameworks/cloudformation/template';
import { resourceId } from '#model/resource';
import { type Part, Text } from '#model/text';
import type { Scalar, SetValue, UnknownValue, Value, When } from '#model/value';
import type { Location } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, Document } from '#syntax/document';

/** Where and under which conditions a node is read. */
export interface Scope {
  /** The document that the node stands in: the template, or a file that it includes. */
  readonly document: Document;
  /** The conditions that hold here. */
  readonly whens: readonly When[];
  /** The identifiers of the `Fn::ForEach` around. */
  readonly loop?: Loop | undefined;
  /** Why nothing that is read here may be edited; undefined when it may. */
  readonly fixed?: string;
  /** False where a parameter's default must not be taken for its value: in conditions. */
  readonly defaults?: false;
  /** How many included files this one is within. */
  readonly includes?: number;
  /** What a deployment can choose otherwise, and with it everything that is read here. */
  readonly parameter?: string;
}

/** What a lens knows of a node that it resolved, where a template is put together from several documents. */
export interface Home {
  /** The document that the node stands in. */
  readonly document: Document;
  /** The node of that document that was resolved to this one. */
  readonly node: DataNode;
  /** Why it must not be edited there; undefined when it may. */
  readonly fixed?: string;
  /** The variable that gave the value, where a deployment can choose another. */
  readonly parameter?: string;
  /** Why nobody can know the value: a short phrase. */
  readonly unknown?: string;
}

/** The place of a value that is being made. */
export interface Place {
  readonly node: DataNode;
  readonly scope: Scope;
  readonly key: Location | undefined;
}

/** What the evaluator asks of its surroundings. */
export interface Surroundings {
  /** The id of the stack: what references to its resources begin with. */
  readonly stackId: string;
  /** Values that the configuration gives to parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values that deployments give to a parameter, as files of the repository tell; undefined when none does. */
  deployed?(parameter: Parameter): readonly string[] | undefined;
  /** Whether a condition is decided by the tool that wrote the template. */
  decided?(condition: string): boolean | undefined;
  /** What the parent gives to a nested stack's parameters; undefined for a parameter that it leaves out. */
  binding?(parameter: string): Value | undefined;
  /** Whether the stack has a resource with this logical ID, declared or generated. */
  hasResource(logicalId: string): boolean;
  /**
   * What `Ref` (attribute `Ref`) or `Fn::GetAtt` of a logical ID means where it is not simply a reference to it: a nested
   * stack's output, a resource that a macro generates under another name. Undefined for the simple meaning.
   */
  reference?(logicalId: string, attribute: string): Value | Part | undefined;
  /** The parsed document of a file that the template names, or why there is none. */
  included(location: string, from: Document): Document | string;
  /** What is known of a node that a lens resolved or made; undefined for the template's own nodes. */
  home?(node: DataNode): Home | undefined;
  /** The document that a span is of, where the template is put together from several. */
  documentOf?(span: Span): Document | undefined;
  problem(problem: Problem): void;
}

const PSEUDO = new Set([
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** How many nodes one template may make values of, how often loops may copy, and how many conditions one text may branch on. */
const MAX_VALUES = 2_000_000;
const MAX_COPIES = 2_000;
const MAX_BRANCHING_CONDITIONS = 4;
/** A parameter without default is looked at value by value when it allows no more than this many. */
const MAX_CHOICES = 4;
const MAX_DEPTH = 400;

/** Turns nodes of one template into values with their places. It never throws for bad input. */
export class Evaluator {
  readonly conditions: Conditions;
  /** The scope of the template's top level. */
  readonly scope: Scope;
  #values = 0;
  #copies = 0;
  #depth = 0;
  #told = new Set<string>();
  #uses: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly template: Template,
    readonly surroundings: Surroundings,
  ) {
    this.scope = { document: template.document, whens: [] };
    this.conditions = new Conditions(
      template,
      (node, scope) => this.evaluate(node, { ...scope, defaults: false }),
      (condition) => surroundings.decided?.(condition),
    );
  }

  /**
   * The value of a node.
   * @param key where the key stands, when the node is an entry of a map
   */
  evaluate(node: DataNode, scope: Scope = this.scope, key?: Location): Value {
    const home = this.surroundings.home?.(node);
    const place: Place = { node, scope: home ? atHome(scope, home) : scope, key };
    this.#values += 1;
    if (this.#values > MAX_VALUES) {
      this.tell(place, 'skipped', `it makes more than ${MAX_VALUES} values; what comes after is not looked at`);
      return this.unknown(place, 'the template is too large');
    }
    if (this.#depth > MAX_DEPTH) return this.unknown(place, 'nested too deep');
    if (home?.unknown !== undefined) return this.unknown(place, home.unknown, place.scope.parameter);
    this.#depth += 1;
    try {
      const call = callOf(node);
      return call ? this.#call(call, place) : this.plain(node, place.scope, key);
    } finally {
      this.#depth -= 1;
    }
  }

  /** The value of a node as if it had no tag. */
  plain(node: DataNode, scope: Scope, key?: Location): Value {
    const place: Place = { node, scope, key };
    if (node.kind === 'scalar') {
      const data = plainScalar(node);
      return this.set(place, typeof data === 'string' ? textOf([fillIn(data, scope.loop)]) : data);
    }
    if (node.kind === 'list')
      return this.set(
        place,
        node.items.map((item) => this.evaluate(item, scope)),
      );
    const map = new Map<string, Value>();
    let rest: Value | undefined;
    for (const each of this.entries(node.entries, scope)) {
      if (each.key === 'Fn::Transform') {
        rest = this.#call({ name: 'Fn::Transform', argument: each.entry.value }, place);
        if (rest.kind === 'set' && rest.data instanceof Map)
          for (const [name, value] of rest.data as ReadonlyMap<string, Value>) if (!map.has(name)) map.set(name, value);
        continue;
      }
      map.set(each.key, this.entry(each, scope));
    }
    // A macro that is not known could add anything to the map.
    if (rest && rest.kind !== 'set') return rest;
    return this.set(place, map);
  }

  /** The entries of a map with its loops unrolled. */
  entries(entries: readonly DataEntry[], scope: Scope): Iterable<UnrolledEntry> {
    const context: LoopContext = {
      collection: (node, loop) => this.#strings(this.evaluate(node, { ...scope, loop })),
      spend: () => {
        this.#copies += 1;
        return this.#copies <= MAX_COPIES;
      },
      skipped: (entry, why) => {
        const span = entry.keySpan;
        const message = `${entry.key} in ${scope.document.file.path} was not looked at: ${why}.`;
        this.report(problemAt('partial', scope.document.file, span, message));
      },
    };
    return unrolled(entries, scope.loop, context);
  }

  /** The value of one entry of a map. */
  entry(each: UnrolledEntry, scope: Scope): Value {
    return this.evaluate(each.entry.value, this.within(each, scope), this.location(each.entry.keySpan, scope));
  }

  /** A span's file: that of the scope, unless the template is put together from several documents. */
  location(span: Span, scope: Scope): Location {
    return { file: (this.surroundings.documentOf?.(span) ?? scope.document).file, span };
  }

  /** Where a node was written: its document, and the node of it that was resolved to this one. */
  written(node: DataNode, scope: Scope): { readonly document: Document; readonly node: DataNode } {
    return this.surroundings.home?.(node) ?? { document: scope.document, node };
  }

  /** The scope of an entry: what a loop makes must not be edited, because the other copies would change as well. */
  within(each: UnrolledEntry, scope: Scope): Scope {
    if (each.loop === scope.loop) return scope;
    return { ...scope, loop: each.loop, fixed: 'it is made by Fn::ForEach' };
  }

  /** What `Ref` of a name gives. */
  ref(name: string, place: Place): Value {
    const { scope } = place;
    const looped = scope.loop?.get(name);
    if (looped !== undefined) return this.set(place, looped);
    if (name === 'AWS::NoValue') return this.absent(place);
    if (PSEUDO.has(name)) return this.#known(name, place) ?? this.set(place, hole(name, name));
    if (name.startsWith('AWS::')) return this.unknown(place, name);
    const parameter = this.template.parameters.get(name);
    if (parameter) return this.#parameter(parameter, place);
    return this.resource(name, 'Ref', place);
  }

  /** What `Ref` (attribute `Ref`) or `Fn::GetAtt` of a resource gives. */
  resource(logicalId: string, attribute: string, place: Place): Value {
    const { surroundings } = this;
    const special = surroundings.reference?.(logicalId, attribute);
    if (typeof special === 'object' && 'at' in special) return this.moved(special, place);
    if (special !== undefined) return this.set(place, Text.of([special]));
    if (!surroundings.hasResource(logicalId))
      return this.unknown(place, `${logicalId} is not declared in the template`);
    return this.set(
      place,
      new Text([{ kind: 'ref', resource: resourceId(surroundings.stackId, logicalId), attribute }]),
    );
  }

  /** A value that stands somewhere else as the value of this place: positions are of the place of use. */
  moved(value: Value, place: Place, extra: { parameter?: string; origin?: Origin } = {}): Value {
    const origin: Origin = extra.origin ?? { kind: 'fixed', why: 'it is given at another place' };
    const at = this.at(place);
    // A part of a value that stands elsewhere has no place of its own here.
    const fixed: Origin = { kind: 'fixed', why: 'it is a part of a value that is given at another place' };
    const move = (one: Value, top: boolean): Value => {
      const own = top ? origin : fixed;
      if (one.kind === 'conditional')
        return { ...one, at, branches: one.branches.map((each) => ({ ...each, value: move(each.value, top) })) };
      if (one.kind === 'absent') return withOrigin({ kind: 'absent', at }, own);
      const parameter = extra.parameter === undefined ? {} : { parameter: extra.parameter };
      if (one.kind === 'unknown') return withOrigin({ kind: 'unknown', at, why: one.why, ...parameter }, own);
      const key = top ? place.key : one.key;
      const data = Array.isArray(one.data)
        ? one.data.map((item: Value) => move(item, false))
        : one.data instanceof Map
          ? new Map([...one.data].map(([name, item]: [string, Value]) => [name, move(item, false)] as const))
          : one.data;
      const made: SetValue = {
        kind: 'set',
        at,
        data,
        ...(key ? { key } : {}),
        ...(extra.parameter !== undefined
          ? parameter
          : one.parameter !== undefined
            ? { parameter: one.parameter }
            : {}),
      };
      return withOrigin(made, own);
    };
    return move(value, true);
  }

  /**
   * Makes a value out of others, once for every combination of the conditions that they depend on.
   * `make` never sees a conditional value.
   */
  combine(values: readonly Value[], place: Place, make: (values: readonly Value[]) => Value): Value {
    if (!values.some((value) => value.kind === 'conditional')) return make(values);
    const names = new Set<string>();
    for (const value of values) conditionsIn(value, names);
    if (names.size > MAX_BRANCHING_CONDITIONS)
      return make(
        values.map((value) =>
          value.kind === 'conditional' ? { kind: 'unknown', at: value.at, why: 'depends on many conditions' } : value,
        ),
      );
    return this.#spread(values, place, make);
  }

  #spread(values: readonly Value[], place: Place, make: (values: readonly Value[]) => Value): Value {
    const first = values.find((value) => value.kind === 'conditional');
    if (first?.kind !== 'conditional') return make(values);
    return {
      kind: 'conditional',
      at: this.at(place),
      branches: first.branches.map((branch) => ({
        when: branch.when,
        value: this.#spread(
          values.map((value) => (value === first ? branch.value : chosen(value, branch.when))),
          place,
          make,
        ),
      })),
    };
  }

  /** What a value is where a string belongs; unknown pieces are holes. Conditional values are to be combined first. */
  parts(value: Value): readonly Part[] {
    if (value.kind === 'absent') return [];
    if (value.kind === 'unknown') return [holePart(value)];
    if (value.kind === 'conditional') return [{ kind: 'hole', why: 'depends on a condition' }];
    const { data } = value;
    if (isScalar(data)) return scalarParts(data);
    return [{ kind: 'hole', why: 'not a string' }];
  }

  /** The string that a value wholly is. */
  string(value: Value): string | undefined {
    if (value.kind !== 'set' || !isScalar(value.data) || value.data === null) return undefined;
    return value.data instanceof Text ? undefined : String(value.data);
  }

  set(place: Place, data: SetValue['data'], from: readonly Value[] = []): SetValue {
    const parameter =
      from.map((value) => (value.kind === 'set' ? value.parameter : undefined)).find((one) => one) ??
      place.scope.parameter;
    const value: SetValue = {
      kind: 'set',
      at: this.at(place),
      data,
      ...(place.key ? { key: place.key } : {}),
      ...(parameter === undefined ? {} : { parameter }),
    };
    return withOrigin(value, this.origin(place));
  }

  absent(place: Place): Value {
    return withOrigin({ kind: 'absent', at: this.at(place) }, this.origin(place));
  }

  unknown(place: Place, why: string, parameter?: string): UnknownValue {
    const value: UnknownValue = { kind: 'unknown', at: this.at(place), why, ...(parameter ? { parameter } : {}) };
    return withOrigin(value, this.origin(place));
  }

  at(place: Place): Location {
    return { file: place.scope.document.file, span: place.node.span };
  }

  origin(place: Place): Origin {
    const { fixed } = place.scope;
    if (fixed !== undefined) return { kind: 'fixed', why: fixed };
    const { document, node } = this.written(place.node, place.scope);
    return { kind: 'written', document, node };
  }

  /** Reports a problem at a place, once. */
  tell(place: Place, kind: Problem['kind'], why: string): void {
    const { file } = place.scope.document;
    this.report(problemAt(kind, file, place.node.span, `${file.path} was not wholly looked at: ${why}.`));
  }

  /** Reports a problem, once for the same words at the same line. */
  report(problem: Problem): void {
    const key = `${problem.path}\n${problem.line}\n${problem.message}`;
    if (this.#told.has(key) || this.#told.size > 200) return;
    this.#told.add(key);
    this.surroundings.problem(problem);
  }

  /** How many places of the template name a parameter or a mapping: one means that what gives its value serves that place only. */
  uses(name: string): number {
    this.#uses ??= countUses(this.template.document.root);
    return this.#uses.get(name) ?? 0;
  }

  #call(call: Call, place: Place): Value {
    const run = functions.get(call.name);
    if (!run) return this.unknown(place, `${call.name} is not known`);
    return run(this, call, place);
  }

  /** A pseudo parameter that the conditions around, or the configuration, fix. */
  #known(name: string, place: Place): Value | undefined {
    const given = this.surroundings.parameters[name] ?? this.conditions.facts(place.scope.whens).is.get(name);
    return given === undefined ? undefined : this.set(place, given);
  }

  #parameter(parameter: Parameter, place: Place): Value {
    const { name } = parameter;
    const given = Object.hasOwn(this.surroundings.parameters, name) ? this.surroundings.parameters[name] : undefined;
    if (given !== undefined)
      return this.#moveText(parameter, given, place, {
        origin: { kind: 'fixed', why: `the configuration gives the value of parameter ${name}` },
      });
    const bound = this.surroundings.binding?.(name);
    if (bound) return this.#bound(parameter, bound, place);
    const facts = this.conditions.facts(place.scope.whens);
    const pinned = facts.is.get(name);
    if (pinned !== undefined && !isLookedUp(parameter))
      return this.#moveText(parameter, pinned, place, {
        parameter: name,
        origin: { kind: 'fixed', why: `parameter ${name} gives the value` },
      });
    if (isLookedUp(parameter)) return this.#open(place, `parameter ${name} is read from Systems Manager`, name);
    const excluded = facts.isNot.get(name);
    if (place.scope.defaults === false) return this.#open(place, `parameter ${name}`, name);
    const deployed = this.surroundings.deployed?.(parameter)?.filter((value) => !excluded?.has(value));
    if (deployed && deployed.length > 0 && deployed.length <= MAX_CHOICES && !parameter.noEcho)
      return this.#choose(parameter, deployed, place, 'a file of parameters gives the value');
    const fallback = this.#default(parameter, place);
    if (fallback && !excluded?.has(this.string(fallback) ?? '')) return fallback;
    const choices = parameter.allowed?.filter((value) => !excluded?.has(value));
    if (!choices || choices.length === 0 || choices.length > MAX_CHOICES || parameter.noEcho)
      return this.#open(place, fallback ? `parameter ${name}` : `parameter ${name} has no default`, name);
    return this.#choose(parameter, choices, place);
  }

  /** A value that only the deployment knows; in conditions a hole with the parameter's name, to be compared with others. */
  #open(place: Place, why: string, name: string): Value {
    return place.scope.defaults === false ? this.set(place, hole(why, name)) : this.unknown(place, why, name);
  }

  #default(parameter: Parameter, place: Place): Value | undefined {
    const node = parameter.default;
    if (!node) return undefined;
    const { name } = parameter;
    const origin: Origin = { kind: 'parameter', name, document: this.template.document, node };
    const extra = { parameter: name, origin: place.scope.fixed === undefined ? origin : this.origin(place) };
    const text = scalarText(node);
    if (text !== undefined && isList(parameter)) return this.#moveText(parameter, text, place, extra);
    return this.moved(this.plain(node, this.scope), place, extra);
  }

  #choose(parameter: Parameter, choices: readonly string[], place: Place, fixed?: string): Value {
    const [first, ...rest] = choices;
    const origin: Origin = fixed === undefined ? this.origin(place) : { kind: 'fixed', why: fixed };
    const extra = { parameter: parameter.name, origin };
    const value = this.#moveText(parameter, first ?? '', place, extra);
    if (rest.length === 0) return value;
    const condition = this.conditions.choice(parameter.name, first ?? '');
    return {
      kind: 'conditional',
      at: this.at(place),
      branches: [
        { when: { condition, holds: true }, value },
        { when: { condition, holds: false }, value: this.#choose(parameter, rest, place, fixed) },
      ],
    };
  }

  #bound(parameter: Parameter, bound: Value, place: Place): Value {
    const origin: Origin = { kind: 'fixed', why: `the parent stack gives the value of parameter ${parameter.name}` };
    if (bound.kind === 'unknown') return this.#open(place, bound.why, parameter.name);
    const changeable = bound.kind === 'set' && bound.parameter !== undefined;
    if (changeable && place.scope.defaults === false) {
      const pinned = this.conditions.facts(place.scope.whens).is.get(parameter.name);
      return this.set(place, pinned ?? hole(`parameter ${parameter.name}`, parameter.name));
    }
    const extra = { origin, ...(changeable ? { parameter: parameter.name } : {}) };
    const text = isList(parameter) ? this.string(bound) : undefined;
    return text === undefined ? this.moved(bound, place, extra) : this.#moveText(parameter, text, place, extra);
  }

  #moveText(parameter: Parameter, text: string, place: Place, extra: { parameter?: string; origin: Origin }): Value {
    if (place.scope.defaults === false || !isList(parameter)) return this.moved(this.set(place, text), place, extra);
    const items = text === '' ? [] : text.split(',').map((item) => this.set({ ...place, key: undefined }, item.trim()));
    return this.moved(this.set(place, items), place, extra);
  }

  /** The strings of a list that is wholly known. */
  #strings(value: Value): string[] | undefined {
    if (value.kind !== 'set' || !Array.isArray(value.data)) return undefined;
    const strings: string[] = [];
    for (const item of value.data as readonly Value[]) {
      if (item.kind === 'absent') continue;
      const text = this.string(item);
      if (text === undefined) return undefined;
      strings.push(text);
    }
    return strings;
  }
}

/** The scope within a node that stands in another document, or that a variable gave. */
function atHome(scope: Scope, { document, fixed, parameter }: Home): Scope {
  return {
    ...scope,
    document,
    ...(fixed === undefined || scope.fixed !== undefined ? {} : { fixed }),
    ...(parameter === undefined || scope.parameter !== undefined ? {} : { parameter }),
  };
}

/** Whether data is a single value. */
export function isScalar(data: SetValue['data']): data is Scalar {
  return data === null || typeof data !== 'object' || data instanceof Text;
}

/** The hole that an unknown value is in a string. */
export function holePart(value: UnknownValue): Part {
  return value.parameter === undefined
    ? { kind: 'hole', why: value.why }
    : { kind: 'hole', why: value.why, name: value.parameter };
}

function hole(why: string, name: string): Text {
  return new Text([{ kind: 'hole', why, name }]);
}

/** A conditional value narrowed to what it is where a condition is decided. */
function chosen(value: Value, when: When): Value {
  if (value.kind !== 'conditional') return value;
  const branches = value.branches
    .filter((branch) => branch.when.condition !== when.condition || branch.when.holds === when.holds)
    .map((branch) => ({ ...branch, value: chosen(branch.value, when) }));
  const only = branches[0];
  const decided = value.branches.some((branch) => branch.when.condition === when.condition);
  return decided && only && branches.length === 1 ? only.value : { ...value, branches };
}

function conditionsIn(value: Value, names: Set<string>): void {
  if (value.kind !== 'conditional') return;
  for (const branch of value.branches) {
    names.add(branch.when.condition);
    conditionsIn(branch.value, names);
  }
}

/** Counts by name, over the whole template, what `Ref`, `Fn::Sub` and `Fn::FindInMap` could mean. */
function countUses(root: DataNode | undefined): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const add = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  const stack: DataNode[] = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'list') for (const item of node.items) stack.push(item);
    else if (node.kind === 'map') for (const entry of node.entries) stack.push(entry.value);
    else if (typeof node.value === 'string') {
      add(node.value);
      for (const match of node.value.matchAll(/\$\{\s{0,20}([A-Za-z0-9:]{1,255})\s{0,20}\}/g)) add(match[1] ?? '');
    }
  }
  return uses;
}

/** Whether a value may be edited where it stands: what `originOf` says, for callers that hold values only. */
export function isWritten(value: Value): boolean {
  return originOf(value)?.kind === 'written';
}
