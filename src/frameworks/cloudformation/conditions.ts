import { callOf } from '#frameworks/cloudformation/call';
import type { Scope } from '#frameworks/cloudformation/evaluate';
import { scalarParts } from '#frameworks/cloudformation/substitution';
import type { Template } from '#frameworks/cloudformation/template';
import { type Part, Text } from '#model/text';
import type { Value, When } from '#model/value';
import type { DataNode } from '#syntax/document';

/** What the conditions that are taken to hold say of the parameters: one value, or values that it does not have. */
export interface Facts {
  readonly is: ReadonlyMap<string, string>;
  readonly isNot: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Assumed extends Facts {
  /** Decisions under these facts, by condition name. */
  readonly decided: Map<string, boolean | undefined>;
}

type Operand = (node: DataNode, scope: Scope) => Value;

const NO_FACTS: Facts = { is: new Map(), isNot: new Map() };
const MAX_FACT_STEPS = 1000;

/**
 * The template's conditions, three-valued: true, false, or undefined when a deployment could choose either. A parameter's
 * default decides nothing, because a deployment can choose another value; its `AllowedValues` do.
 */
export class Conditions {
  #assumed = new Map<string, Assumed>();
  #whens = new Map<string, readonly When[]>();
  /** Short texts that stand for `parameter is value`. */
  #choices = new Map<string, { parameter: string; value: string }>();
  #running = new Set<string>();

  constructor(
    readonly template: Template,
    /** Evaluates an operand without taking defaults for known. */
    readonly operand: Operand,
    /** Conditions that whoever wrote the template decides, not the deployment. */
    readonly decided: (condition: string) => boolean | undefined = () => undefined,
  ) {}

  /** The conditions with one more, as the same list for the same content. */
  assume(whens: readonly When[], more: readonly When[]): readonly When[] {
    const all = [...whens];
    for (const when of more) if (!all.some((one) => one.condition === when.condition)) all.push(when);
    const key = keyOf(all);
    const known = this.#whens.get(key);
    if (known) return known;
    this.#whens.set(key, all);
    return all;
  }

  /** The branch condition for a parameter having one of its allowed values. */
  choice(parameter: string, value: string): string {
    const text = value === '' ? `${parameter} is empty` : `${parameter} is ${shorten(value)}`;
    this.#choices.set(text, { parameter, value });
    return text;
  }

  /** What is known of the parameters where the conditions hold. */
  facts(whens: readonly When[]): Facts {
    return whens.length === 0 ? NO_FACTS : this.#assume(whens);
  }

  /** Whether a condition of the template holds, by its name. A name that is not declared is undecided. */
  byName(name: string, scope: Scope): boolean | undefined {
    const assumed = scope.whens.find((when) => when.condition === name);
    if (assumed) return assumed.holds;
    const fixed = this.decided(name);
    if (fixed !== undefined) return fixed;
    const node = this.template.entry('Conditions', name)?.value;
    if (!node) return undefined;
    const { decided } = this.#assume(scope.whens);
    if (decided.has(name)) return decided.get(name);
    const running = `${keyOf(scope.whens)}\n${name}`;
    if (this.#running.has(running) || this.#running.size > 200) return undefined;
    this.#running.add(running);
    const result = this.decide(node, { ...scope, document: this.template.document });
    this.#running.delete(running);
    decided.set(name, result);
    return result;
  }

  /** Whether a condition function holds. */
  decide(node: DataNode, scope: Scope): boolean | undefined {
    const inner = conditionCall(node);
    if (!inner) return undefined;
    const { name, argument } = inner;
    if (name === 'Condition') {
      const condition = argument.kind === 'scalar' && typeof argument.value === 'string' ? argument.value : undefined;
      return condition === undefined ? undefined : this.byName(condition, scope);
    }
    if (argument.kind !== 'list') return undefined;
    const operands = argument.items;
    if (name === 'Fn::Not') {
      const [only] = operands;
      const result = only && operands.length === 1 ? this.decide(only, scope) : undefined;
      return result === undefined ? undefined : !result;
    }
    if (name === 'Fn::And' || name === 'Fn::Or') {
      const absorbing = name === 'Fn::Or';
      let result: boolean | undefined = !absorbing;
      for (const item of operands) {
        const one = this.decide(item, scope);
        if (one === absorbing) return absorbing;
        if (one === undefined) result = undefined;
      }
      return result;
    }
    if (name !== 'Fn::Equals') return undefined;
    const [left, right] = operands;
    if (!left || !right || operands.length !== 2) return undefined;
    return this.#equals(this.operand(left, scope), this.operand(right, scope), scope);
  }

  /** A short text for a condition that stands without a name: `Stage is prod`, or its own source. */
  describe(node: DataNode, scope: Scope): string {
    const call = conditionCall(node);
    if (call?.name === 'Fn::Equals' && call.argument.kind === 'list') {
      const sides = call.argument.items.map((item) => textIn(this.operand(item, scope)));
      const hole = sides.map(parameterIn).find((name) => name !== undefined);
      const value = sides.find((side) => typeof side === 'string');
      if (hole !== undefined && typeof value === 'string') return this.choice(hole, value);
    }
    return shorten(scope.document.file.slice(node.span).replace(/\s+/g, ' '));
  }

  #equals(a: Value, b: Value, scope: Scope): boolean | undefined {
    if (a.kind === 'conditional' || b.kind === 'conditional') {
      const results = [...leaves(a)].flatMap((left) => [...leaves(b)].map((right) => this.#equals(left, right, scope)));
      const [first] = results;
      return results.every((result) => result === first) ? first : undefined;
    }
    const left = textIn(a);
    const right = textIn(b);
    if (left === undefined || right === undefined) return undefined;
    if (typeof left === 'string' && typeof right === 'string') return left === right;
    if (left instanceof Text && right instanceof Text) return sameText(left, right) ? true : undefined;
    const [text, plain] = typeof left === 'string' ? [right, left] : [left, right];
    const parameter = parameterIn(text);
    if (parameter === undefined || typeof plain !== 'string') return undefined;
    const facts = this.facts(scope.whens);
    const known = facts.is.get(parameter);
    if (known !== undefined) return known === plain;
    if (facts.isNot.get(parameter)?.has(plain)) return false;
    const allowed = this.template.parameters
      .get(parameter)
      ?.allowed?.filter((value) => !facts.isNot.get(parameter)?.has(value));
    if (!allowed) return undefined;
    if (!allowed.includes(plain)) return false;
    return allowed.length === 1 ? true : undefined;
  }

  #assume(whens: readonly When[]): Assumed {
    const key = keyOf(whens);
    const known = this.#assumed.get(key);
    if (known) return known;
    const is = new Map<string, string>();
    const isNot = new Map<string, Set<string>>();
    const assumed: Assumed = { is, isNot, decided: new Map() };
    this.#assumed.set(key, assumed);
    const learn = (parameter: string, value: string, holds: boolean) => {
      if (holds) is.set(parameter, value);
      else isNot.set(parameter, (isNot.get(parameter) ?? new Set()).add(value));
    };
    const seen = new Set<string>();
    const queue: { name: string; holds: boolean }[] = whens.map((when) => ({
      name: when.condition,
      holds: when.holds,
    }));
    for (let next = queue.pop(); next && seen.size < MAX_FACT_STEPS; next = queue.pop()) {
      const { name, holds } = next;
      if (seen.has(`${holds} ${name}`)) continue;
      seen.add(`${holds} ${name}`);
      const choice = this.#choices.get(name);
      if (choice) learn(choice.parameter, choice.value, holds);
      const node = this.template.entry('Conditions', name)?.value;
      if (node) this.#learn(node, holds, queue, learn);
    }
    return assumed;
  }

  #learn(
    node: DataNode,
    holds: boolean,
    queue: { name: string; holds: boolean }[],
    learn: (parameter: string, value: string, holds: boolean) => void,
  ): void {
    const call = conditionCall(node);
    if (!call) return;
    const { name, argument } = call;
    if (name === 'Condition') {
      if (argument.kind === 'scalar' && typeof argument.value === 'string') queue.push({ name: argument.value, holds });
      return;
    }
    if (argument.kind !== 'list') return;
    if (name === 'Fn::Not' && argument.items.length === 1 && argument.items[0])
      this.#learn(argument.items[0], !holds, queue, learn);
    // All parts of an And hold with it, none of an Or's holds without it, and either one with a single part is that part.
    if ((name === 'Fn::And' && holds) || (name === 'Fn::Or' && !holds) || argument.items.length === 1)
      if (name === 'Fn::And' || name === 'Fn::Or')
        argument.items.forEach((item) => {
          this.#learn(item, holds, queue, learn);
        });
    if (name === 'Fn::Equals' && argument.items.length === 2) {
      const scope: Scope = { document: this.template.document, whens: [] };
      const sides = argument.items.map((item) => textIn(this.operand(item, scope)));
      const parameter = sides.map(parameterIn).find((one) => one !== undefined);
      const value = sides.find((side) => typeof side === 'string');
      if (parameter !== undefined && typeof value === 'string') learn(parameter, value, holds);
    }
  }
}

/** A condition's function, where `{ Condition: Name }` is one too. */
function conditionCall(node: DataNode) {
  const call = callOf(node);
  if (call) return call;
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  return only?.key === 'Condition' ? { name: 'Condition', argument: only.value } : undefined;
}

function* leaves(value: Value): Generator<Value> {
  if (value.kind !== 'conditional') yield value;
  else for (const branch of value.branches) yield* leaves(branch.value);
}

function textIn(value: Value): string | Text | undefined {
  if (value.kind !== 'set') return undefined;
  const { data } = value;
  if (data !== null && typeof data === 'object' && !(data instanceof Text)) return undefined;
  return Text.of(scalarParts(data as string | number | boolean | null | Text));
}

/** The parameter that a text wholly is. */
function parameterIn(text: string | Text | undefined): string | undefined {
  if (!(text instanceof Text) || text.parts.length !== 1) return undefined;
  const only = text.parts[0];
  return typeof only === 'object' && only.kind === 'hole' ? only.name : undefined;
}

/** Whether two texts are the same whatever is filled in: unnamed holes are never the same. */
function sameText(a: Text, b: Text): boolean {
  return a.parts.length === b.parts.length && a.parts.every((part, index) => samePart(part, b.parts[index]));
}

function samePart(a: Part, b: Part | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || b === undefined) return a === b;
  if (a.kind === 'ref') return b.kind === 'ref' && a.resource === b.resource && a.attribute === b.attribute;
  return b.kind === 'hole' && a.name !== undefined && a.name === b.name;
}

function keyOf(whens: readonly When[]): string {
  return whens.map((when) => `${when.holds ? '+' : '-'}${when.condition}`).join('\n');
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
