import { encodedIn, withEncoded } from '#frameworks/terraform/encoded';
import { functions } from '#frameworks/terraform/functions';
import { type Heredoc, heredocOf, withHeredoc } from '#frameworks/terraform/heredoc-json';
import { type Origin, originOf, type Sharer, withOrigin } from '#frameworks/terraform/origin';
import { ResourceObject, rememberSymbolic, symbolicOf } from '#frameworks/terraform/resource-object';
import { isScalar, listOf, mapOf, sameText, stringOf, textOf } from '#frameworks/terraform/values';
import { type Part, partsOf, Text } from '#model/text';
import type { SetValue, UnknownValue, Value, When } from '#model/value';
import type { Location, SourceFile } from '#source/file';
import type { Span } from '#source/span';
import type { Attribute, Block, Expression, HclDocument, ObjectItem, TemplatePart } from '#syntax/hcl/ast';

/** What gives a value by a name, and whether it may be edited there. */
export interface Named {
  readonly value: Value;
  /** Undefined where the value is not to be edited through this name. */
  readonly sharer?: Sharer;
  /** The variable of the root module whose default or file gave the value: a deployment can choose another. */
  readonly parameter?: string;
}

/** What an expression can name: one instance of a module. */
export interface Names {
  /** How it is called in conditions: empty for the root. */
  readonly label: string;
  readonly files: ReadonlySet<SourceFile>;
  /** The files of the modules that call it, up to the root: a value that a caller gives keeps its place there. */
  readonly callers: ReadonlySet<SourceFile>;
  variable(name: string): Named | undefined;
  local(name: string): Named | undefined;
  /** The object, list or map of objects that a resource is. */
  resource(mode: 'managed' | 'data', type: string, name: string): Value | undefined;
  /** The object of a module call's outputs, or the list or map of them. */
  module(name: string): Value | undefined;
  path(name: string): string | undefined;
  file(path: string): SourceFile | string;
  template(file: SourceFile, variables: ReadonlyMap<string, Value>, at: Location): Value;
  /** What the input that a variable was given looks like to the caller, to name a condition. */
  described(variable: string): When | undefined;
}

/** Where and under which conditions an expression is read. */
export interface Scope {
  readonly document: HclDocument;
  readonly names: Names;
  /** `each`, `count`, `self`, iterators of dynamic blocks, variables of for expressions and of templates. */
  readonly bindings: ReadonlyMap<string, Value>;
  readonly whens: readonly When[];
  /** The resource's block around, where there is one. */
  readonly block?: Block;
  /** Why nothing that is read here may be edited; undefined when it may. */
  readonly fixed?: string;
  /** Whether only `bindings` can be named, as in a template file. */
  readonly closed?: true;
  /** The place that all values get: that of the call which reads a template file. */
  readonly at?: Location;
}

/** The place of a value that is being made. */
export interface Place {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly key?: Location | undefined;
  readonly holder?: Attribute | ObjectItem | undefined;
}

/** How many values one application may make, how deep expressions nest, and on how many conditions one value may branch. */
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 250;
const MAX_BRANCHING_CONDITIONS = 4;
/** How many items a for expression or a template's loop makes. */
const MAX_ITEMS = 2_000;

/** Expressions that are wrong as they stand: what `try` passes over. */
const FAILED = new WeakSet<object>();

/** Whether a value is unknown because the expression fails whatever is deployed. */
export function isFailed(value: Value): boolean {
  return FAILED.has(value);
}

/** The functions that are told whether an expression fails. */
const TRIES = new Set(['try', 'can']);

/** How many items and entries within a value are looked at for one that fails. */
const MAX_LOOKED_AT = 1_000;

/**
 * Whether what an expression makes fails whatever is deployed, in itself or in a part: Terraform evaluates all items of a list and all
 * entries of an object that an expression writes, and all branches fail where a condition is open.
 */
export function failsCertainly(value: Value): boolean {
  let left = MAX_LOOKED_AT;
  const fails = (one: Value, depth: number): boolean => {
    left -= 1;
    if (isFailed(one)) return true;
    if (left < 0 || depth > MAX_DEPTH) return false;
    if (one.kind === 'conditional')
      return one.branches.length > 0 && one.branches.every((branch) => fails(branch.value, depth + 1));
    if (one.kind !== 'set' || one.data instanceof ResourceObject) return false;
    const items = listOf(one) ?? [...(mapOf(one)?.values() ?? [])];
    return items.some((item) => fails(item, depth + 1));
  };
  return fails(value, 0);
}

function isNull(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'set' && value.data === null);
}

/** Turns expressions into values with their places. It never throws for bad input. */
export class Evaluator {
  #values = 0;
  #depth = 0;
  /** How many calls of `try` and `can` are around. */
  #trying = 0;

  /**
   * The value of an expression.
   * @param key where the name stands that the value is given to
   * @param holder what is removed with the value
   */
  evaluate(expression: Expression, scope: Scope, key?: Location, holder?: Attribute | ObjectItem): Value {
    const place: Place = { expression, scope, key, holder };
    this.#values += 1;
    if (this.#values > MAX_VALUES) return this.unknown(place, 'the configuration is too large');
    if (this.#depth > MAX_DEPTH) return this.unknown(place, 'nested too deep');
    this.#depth += 1;
    try {
      return this.#evaluate(expression, place);
    } finally {
      this.#depth -= 1;
    }
  }

  #evaluate(expression: Expression, place: Place): Value {
    const { scope } = place;
    switch (expression.kind) {
      case 'literal': {
        const value = this.set(place, expression.value);
        const { document, at } = scope;
        const isHeredoc =
          !at && typeof value.data === 'string' && value.data.includes('\n') && document.format === 'hcl';
        return isHeredoc && document.file.text.startsWith('<<', expression.span.start)
          ? this.#inHeredoc(value, place, [])
          : value;
      }
      case 'parentheses':
        return this.evaluate(expression.inner, scope, place.key, place.holder);
      case 'template':
        return this.#template(expression, place);
      case 'tuple':
        return this.set(
          place,
          expression.items.map((item) => this.evaluate(item, scope)),
        );
      case 'object':
        return this.#object(expression, place);
      case 'variable':
        return this.#variable(expression.name, place);
      case 'attribute':
        return this.#attribute(expression, place);
      case 'index': {
        const of = this.evaluate(expression.of, scope);
        const key = this.evaluate(expression.key, scope);
        return this.combine([of, key], place, ([one, name]) => this.#member(one, name, place));
      }
      case 'splat':
        return this.#splat(expression, place);
      case 'call':
        return this.#call(expression, place);
      case 'conditional':
        return this.#conditional(expression, place);
      case 'unary': {
        const operand = this.evaluate(expression.operand, scope);
        return this.combine([operand], place, ([one]) => this.#unary(expression.operator, one, place));
      }
      case 'binary':
        return this.#binary(expression, place);
      case 'for':
        return this.#for(expression, place);
      case 'error':
        return this.unknown(place, 'the expression could not be read');
    }
  }

  /** A condition's outcome where it is known, and the words for it where it is not. */
  condition(expression: Expression, scope: Scope): { readonly value: Value; readonly when: When } {
    const when = this.describe(expression, scope);
    const known = scope.whens.find((one) => one.condition === when.condition);
    const place: Place = { expression, scope };
    const value = known ? this.set(place, known.holds === when.holds) : this.evaluate(expression, scope);
    return { value, when };
  }

  /** A short text for a condition: its own source, turned so that it holds where it is written positively. */
  describe(expression: Expression, scope: Scope): When {
    if (expression.kind === 'parentheses') return this.describe(expression.inner, scope);
    if (expression.kind === 'unary' && expression.operator === '!') {
      const inner = this.describe(expression.operand, scope);
      return { ...inner, holds: !inner.holds };
    }
    const { names, document } = scope;
    if (expression.kind === 'attribute' && expression.of.kind === 'variable' && expression.of.name === 'var') {
      const given = names.described(expression.name);
      if (given) return given;
    }
    const own = (span: Span) => document.file.slice(span).replace(/\s+/g, ' ').trim();
    const label = (text: string) => shorten(names.label === '' ? text : `${text} in ${names.label}`);
    if (expression.kind === 'binary' && expression.operator === '!=') {
      const { left, right } = expression;
      return { condition: label(`${own(left.span)} == ${own(right.span)}`), holds: false };
    }
    return { condition: label(own(expression.span)), holds: true };
  }

  #conditional(expression: Extract<Expression, { kind: 'conditional' }>, place: Place): Value {
    const { scope } = place;
    const { value, when } = this.condition(expression.condition, scope);
    const branch = (which: boolean, whens: readonly When[]) =>
      this.evaluate(which ? expression.yes : expression.no, { ...scope, whens }, place.key, place.holder);
    const decide = (one: Value, whens: readonly When[]): Value => {
      if (one.kind === 'conditional') {
        const branches = one.branches.map((each) => ({
          when: each.when,
          value: decide(each.value, [...whens, each.when]),
        }));
        return { kind: 'conditional', at: this.at(place), branches };
      }
      const known = booleanIn(one);
      if (known !== undefined) return this.#chosen(branch(known, whens), one);
      if (isFailed(one)) return this.failed(place, one.kind === 'unknown' ? one.why : 'the condition fails');
      const branches = [when, { ...when, holds: !when.holds }].map((each, index) => ({
        when: each,
        value: branch(index === 0, [...whens, each]),
      }));
      return { kind: 'conditional', at: this.at(place), branches };
    };
    return decide(value, scope.whens);
  }

  /** What a default decided can be decided otherwise by a deployment. */
  #chosen(value: Value, by: Value): Value {
    if (by.kind !== 'set' || by.parameter === undefined || value.kind !== 'set' || value.parameter !== undefined)
      return value;
    return carried({ ...value, parameter: by.parameter }, value);
  }

  #template(expression: Extract<Expression, { kind: 'template' }>, place: Place): Value {
    const [only] = expression.parts;
    // A template that is one interpolation is the value itself.
    if (expression.parts.length === 1 && only?.kind === 'interpolation' && !expression.heredoc) {
      return this.evaluate(only.value, place.scope, place.key, place.holder);
    }
    const { parts, heredoc } = expression;
    const value = this.text(parts, place);
    if (!heredoc || place.scope.at || value.kind !== 'set' || parts.some(({ kind }) => kind === 'if' || kind === 'for'))
      return value;
    const filled = parts.flatMap((part) =>
      part.kind === 'interpolation' ? [{ span: part.span, value: this.evaluate(part.value, place.scope) }] : [],
    );
    return this.#inHeredoc(value, place, filled);
  }

  #inHeredoc(value: Value, place: Place, filled: Heredoc['filled']): Value {
    const { document, fixed } = place.scope;
    return withHeredoc(value, { document, span: place.expression.span, filled, fixed });
  }

  /** The string that a template makes. */
  text(parts: readonly TemplatePart[], place: Place): Value {
    const values: Value[] = [];
    this.#pieces(parts, place, values);
    const bad = values.find(isFailed);
    if (bad?.kind === 'unknown') return this.failed(place, bad.why);
    return this.combine(values, place, (known) =>
      this.set(place, Text.of(known.flatMap((value) => this.parts(value))), known),
    );
  }

  #pieces(parts: readonly TemplatePart[], place: Place, out: Value[]): void {
    const { scope } = place;
    for (const part of parts) {
      if (out.length > MAX_ITEMS * 10) return;
      if (part.kind === 'text') out.push(this.set(place, part.text));
      else if (part.kind === 'interpolation') out.push(this.evaluate(part.value, scope));
      else if (part.kind === 'if') {
        const { value, when } = this.condition(part.condition, scope);
        const known = value.kind === 'conditional' ? undefined : booleanIn(value);
        if (known !== undefined) {
          this.#pieces(known ? part.yes : part.no, place, out);
          continue;
        }
        const branches = [when, { ...when, holds: !when.holds }].map((one, index) => ({
          when: one,
          value: this.text(index === 0 ? part.yes : part.no, {
            ...place,
            scope: { ...scope, whens: [...scope.whens, one] },
          }),
        }));
        out.push({ kind: 'conditional', at: this.at(place), branches });
      } else {
        const collection = this.evaluate(part.collection, scope);
        const items = itemsOf(collection);
        if (!items) {
          out.push(this.unknown(place, collection.kind === 'unknown' ? collection.why : 'a loop that is not known'));
          continue;
        }
        for (const [key, item] of items.slice(0, MAX_ITEMS)) {
          const bindings = new Map(scope.bindings);
          if (part.key !== undefined) bindings.set(part.key, this.set(place, key));
          bindings.set(part.item, item);
          this.#pieces(part.body, { ...place, scope: { ...scope, bindings } }, out);
        }
      }
    }
  }

  #object(expression: Extract<Expression, { kind: 'object' }>, place: Place): Value {
    const { scope } = place;
    const map = new Map<string, Value>();
    for (const item of expression.items) {
      const key = this.evaluate(item.key, scope);
      const name = textOf(key);
      if (name === undefined)
        return this.unknown(place, key.kind === 'unknown' ? key.why : 'the key of an object is not known');
      const at = scope.at ?? { file: scope.document.file, span: item.key.span };
      map.set(String(name), this.evaluate(item.value, scope, at, item));
    }
    return this.set(place, map);
  }

  #variable(name: string, place: Place): Value {
    const bound = place.scope.bindings.get(name);
    if (bound) return this.moved(bound, place, 'fixed');
    return this.failed(place, `${name} is not declared`);
  }

  #attribute(expression: Extract<Expression, { kind: 'attribute' }>, place: Place): Value {
    const { of, name } = expression;
    const { names, bindings, closed } = place.scope;
    if (of.kind === 'variable' && !bindings.has(of.name) && !closed) {
      const root = of.name;
      if (root === 'var') return this.#named(names.variable(name), `variable ${name}`, place);
      if (root === 'local') return this.#named(names.local(name), `local value ${name}`, place);
      if (root === 'path') {
        const path = names.path(name);
        return path === undefined ? this.failed(place, `path.${name} is not known`) : this.set(place, path);
      }
      if (root === 'terraform' || root === 'tofu')
        return this.set(place, new Text([{ kind: 'hole', why: `terraform.${name}`, name: `terraform.${name}` }]));
      if (root === 'module') {
        const value = names.module(name);
        return value ? this.moved(value, place, 'fixed') : this.failed(place, `module ${name} is not declared`);
      }
      if (root === 'each' || root === 'count' || root === 'self')
        return this.failed(place, `${root} has no meaning here`);
      if (root !== 'data') return this.#resource('managed', root, name, place);
    }
    if (
      of.kind === 'attribute' &&
      of.of.kind === 'variable' &&
      of.of.name === 'data' &&
      !bindings.has('data') &&
      !closed
    )
      return this.#resource('data', of.name, name, place);
    const value = this.evaluate(of, place.scope);
    return this.combine([value], place, ([one]) =>
      this.#member(one, this.set({ ...place, key: undefined }, name), place),
    );
  }

  #resource(mode: 'managed' | 'data', type: string, name: string, place: Place): Value {
    const value = place.scope.names.resource(mode, type, name);
    if (value) return this.moved(value, place, 'fixed');
    const address = mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
    return this.failed(place, `${address} is not declared`);
  }

  #named(named: Named | undefined, what: string, place: Place): Value {
    if (!named) return this.failed(place, `${what} is not declared`);
    return this.moved(named.value, place, named.sharer ?? 'fixed', named.parameter);
  }

  /** One entry or item. Neither is conditional. */
  #member(of: Value | undefined, key: Value | undefined, place: Place): Value {
    if (!of || !key) return this.unknown(place, 'nothing to read from');
    const symbolic = symbolicOf(of);
    if (symbolic && !isNull(key)) {
      // Which of the instances is not known; each is what the block says.
      const name = stringOf(key);
      const one =
        name !== undefined && symbolic.attributes ? this.#member(symbolic.object, key, place) : symbolic.object;
      return this.moved(one, place, 'fixed');
    }
    if (isFailed(of)) return this.#again(of, place);
    if (isNull(key)) return this.failed(place, 'the key is null');
    if (of.kind === 'unknown') return this.#again(of, place);
    if (key.kind === 'unknown') return this.#again(key, place);
    if (of.kind !== 'set') return this.failed(place, 'null has no attributes');
    const name = stringOf(key);
    if (name === undefined) {
      const why = key.kind === 'set' && key.data instanceof Text ? String(holeIn(key.data)) : 'the key is not known';
      return this.unknown(place, why);
    }
    const items = listOf(of);
    const found = items ? items[Number(name)] : mapOf(of)?.get(name);
    if (found) {
      const through = of.data instanceof ResourceObject ? (of.data.sharer ?? 'fixed') : undefined;
      return this.moved(found, place, through, of.parameter);
    }
    if (of.data instanceof Text) return this.unknown(place, `an attribute of ${String(of.data)}`);
    return this.failed(place, `there is no ${name}`);
  }

  #splat(expression: Extract<Expression, { kind: 'splat' }>, place: Place): Value {
    const of = this.evaluate(expression.of, place.scope);
    return this.combine([of], place, ([one]) => {
      if (!one) return this.unknown(place, 'nothing to read from');
      if (one.kind === 'unknown') return this.#again(one, place);
      if (one.kind !== 'set' || one.data === null) return this.set(place, []);
      const items = listOf(one) ?? [one];
      return this.set(
        place,
        items.map((item) => {
          const bindings = new Map([...place.scope.bindings, ['*', item] as const]);
          return this.evaluate(expression.each, { ...place.scope, bindings });
        }),
        [one],
      );
    });
  }

  #call(expression: Extract<Expression, { kind: 'call' }>, place: Place): Value {
    const { name, args, spread } = expression;
    const run = functions.get(name.replace(/^core::/, ''));
    if (!run) return this.unknown(place, `function ${name} is not known`);
    const tries = TRIES.has(name.replace(/^core::/, ''));
    if (tries) this.#trying += 1;
    const values = args.map((arg) => this.evaluate(arg, place.scope));
    if (tries) this.#trying -= 1;
    return this.combine(values, place, (known) => {
      const last = known.at(-1);
      if (spread && last?.kind === 'unknown') return this.#again(last, place);
      const all = spread && last ? [...known.slice(0, -1), ...(listOf(last) ?? [])] : known;
      if (all.some((value) => value.kind === 'conditional'))
        return this.combine(all, place, (more) => this.#run(name, run, more, place));
      return this.#run(name, run, all, place);
    });
  }

  #run(name: string, run: NonNullable<ReturnType<typeof functions.get>>, args: readonly Value[], place: Place): Value {
    const value = this.#result(name, run, args, place);
    // What is made of something that fails fails as well, but is kept where nobody tries it: it says the most.
    if (this.#trying === 0 || TRIES.has(name.replace(/^core::/, '')) || !args.some(failsCertainly)) return value;
    const made = carried({ ...value }, value);
    FAILED.add(made);
    return made;
  }

  #result(
    name: string,
    run: NonNullable<ReturnType<typeof functions.get>>,
    args: readonly Value[],
    place: Place,
  ): Value {
    const call = {
      name,
      at: this.at(place),
      set: (data: SetValue['data'], from: readonly Value[] = args) => this.set(place, data, from),
      unknown: (why: string) => this.unknown(place, why),
      failed: (why: string) => this.failed(place, why),
      isFailed: failsCertainly,
      parts: (value: Value) => this.parts(value),
      file: (path: string) => place.scope.names.file(path),
      template: (file: SourceFile, variables: ReadonlyMap<string, Value>) =>
        place.scope.names.template(file, variables, this.at(place)),
    };
    if (run.lenient) {
      const value = run.call(args, call);
      return args.includes(value) ? this.moved(value, place) : value;
    }
    const open = args.find((value) => value.kind !== 'set');
    if (open)
      return open.kind === 'unknown' ? this.#again(open, place) : this.unknown(place, 'an argument is not known');
    const value = run.call(args as readonly SetValue[], call);
    return args.includes(value) ? this.moved(value, place) : value;
  }

  #unary(operator: '!' | '-', operand: Value | undefined, place: Place): Value {
    if (operand?.kind !== 'set') return operand ? this.#again(operand, place) : this.unknown(place, 'no operand');
    if (operator === '!') {
      const known = booleanIn(operand);
      return known === undefined ? this.unknown(place, this.#why([operand])) : this.set(place, !known, [operand]);
    }
    const number = numberIn(operand);
    return number === undefined ? this.unknown(place, this.#why([operand])) : this.set(place, -number, [operand]);
  }

  #binary(expression: Extract<Expression, { kind: 'binary' }>, place: Place): Value {
    const { operator, left, right } = expression;
    const { scope } = place;
    if (operator === '&&' || operator === '||') {
      const values = [left, right].map((side) => this.condition(side, scope).value);
      return this.combine(values, place, (known) => {
        const absorbing = operator === '||';
        const decided = known.map(booleanIn);
        const by = known.find((_, index) => decided[index] === absorbing);
        if (by) return this.set(place, absorbing, [by]);
        if (decided.every((one) => one === !absorbing)) return this.set(place, !absorbing, known);
        return this.#unknownOf(known, place);
      });
    }
    const values = [left, right].map((side) => this.evaluate(side, scope));
    return this.combine(values, place, ([a, b]) => {
      if (!a || !b) return this.unknown(place, 'no operand');
      const failure = [a, b].find(isFailed);
      if (failure?.kind === 'unknown') return this.failed(place, failure.why);
      if (operator === '==' || operator === '!=') {
        const equal = equals(a, b);
        return equal === undefined
          ? this.#unknownOf([a, b], place)
          : this.set(place, equal === (operator === '=='), [a, b]);
      }
      const x = numberIn(a);
      const y = numberIn(b);
      if (x === undefined || y === undefined) return this.#unknownOf([a, b], place);
      return this.set(place, arithmetic(operator, x, y), [a, b]);
    });
  }

  #for(expression: Extract<Expression, { kind: 'for' }>, place: Place): Value {
    const collection = this.evaluate(expression.collection, place.scope);
    return this.combine([collection], place, ([one]) => {
      if (!one) return this.unknown(place, 'nothing to read from');
      const items = itemsOf(one);
      if (!items) return this.#again(one, place);
      if (items.length > MAX_ITEMS) return this.unknown(place, 'a loop over too many items');
      const list: Value[] = [];
      const map = new Map<string, Value>();
      for (const [key, item] of items) {
        const bindings = new Map(place.scope.bindings);
        if (expression.key !== undefined) bindings.set(expression.key, this.set({ ...place, key: undefined }, key));
        bindings.set(expression.item, item);
        const scope: Scope = { ...place.scope, bindings, fixed: 'it is made by a for expression' };
        if (expression.condition) {
          const condition = this.evaluate(expression.condition, scope);
          const kept = condition.kind === 'conditional' ? undefined : booleanIn(condition);
          if (kept === undefined) return this.#unknownOf([condition], place);
          if (!kept) continue;
        }
        const value = this.evaluate(expression.valueOf, scope);
        if (!expression.object) {
          list.push(value);
          continue;
        }
        const name = expression.keyOf && this.evaluate(expression.keyOf, scope);
        const text = textOf(name);
        if (text === undefined) return name ? this.#unknownOf([name], place) : this.unknown(place, 'a key is missing');
        const there = map.get(String(text));
        if (!expression.group) map.set(String(text), value);
        else map.set(String(text), this.set({ ...place, key: undefined }, [...(listOf(there) ?? []), value]));
      }
      return this.set(
        { ...place, scope: { ...place.scope, fixed: 'it is made by a for expression' } },
        expression.object ? map : list,
        [one],
      );
    });
  }

  /** An unknown value as what it makes of another: the same cause at this place. */
  #again(value: Value, place: Place): Value {
    if (value.kind === 'set') return this.unknown(place, this.#why([value]));
    if (value.kind !== 'unknown') return this.unknown(place, 'it is not known');
    const made = this.unknown(place, value.why, value.parameter);
    if (isFailed(value)) FAILED.add(made);
    return made;
  }

  #unknownOf(values: readonly Value[], place: Place): UnknownValue {
    const parameter = values.find((value) => value.kind === 'unknown')?.parameter;
    const made = this.unknown(place, this.#why(values), parameter);
    if (values.some(isFailed)) FAILED.add(made);
    return made;
  }

  /** The cause that a value made of these is not known. */
  #why(values: readonly Value[]): string {
    for (const value of values) {
      if (value.kind === 'unknown') return value.why;
      if (value.kind === 'set' && value.data instanceof Text) return holeIn(value.data);
    }
    return 'operands of another kind';
  }

  /**
   * A value that stands somewhere else as the value of this place: the place is that of use, and what is within keeps its own as far as
   * it stands in this module. What a caller of the module gives keeps the place where the caller writes it; what only a variable's
   * default says within it does not.
   * @param through what gives the value: `fixed` where it must not be edited through it; undefined for a part of such a value
   */
  moved(value: Value, place: Place, through?: Sharer | 'fixed', parameter?: string): Value {
    const at = this.at(place);
    const { files, callers } = place.scope.names;
    const isGiven = (one: Value): boolean =>
      place.scope.at === undefined &&
      callers.has(one.at.file) &&
      one.kind !== 'absent' &&
      !(one.kind === 'set' && one.data === null);
    const whole = isGiven(value) ? value.at : at;
    const placeOf = (one: Value, top: boolean): Location => {
      if (isGiven(one)) {
        const byDefault = one.kind !== 'conditional' && one.kind !== 'absent' && one.parameter !== undefined;
        return top || !byDefault || contains(whole, one.at) ? one.at : whole;
      }
      return top || !files.has(one.at.file) ? at : one.at;
    };
    const originFor = (one: Value, top: boolean): Origin => {
      const origin = originOf(one);
      if (through === undefined && origin && place.scope.fixed === undefined) return origin;
      if (place.scope.fixed !== undefined) return { kind: 'fixed', why: place.scope.fixed };
      if (through === 'fixed' || !through || !origin) return { kind: 'fixed', why: 'it is given at another place' };
      return { kind: 'shared', by: through, of: origin, ...(top ? { use: this.origin(place) } : {}) };
    };
    const move = (one: Value, top: boolean): Value => {
      this.#values += 1;
      const here = placeOf(one, top);
      const origin = originFor(one, top);
      let made: Value;
      if (one.kind === 'conditional') {
        const branches = one.branches.map((each) => ({ ...each, value: move(each.value, top) }));
        return { ...one, at: here, branches };
      }
      if (one.kind === 'absent') made = { kind: 'absent', at: here };
      else if (one.kind === 'unknown') {
        const from = parameter ?? one.parameter;
        made = { kind: 'unknown', at: here, why: one.why, ...(from === undefined ? {} : { parameter: from }) };
        if (isFailed(one)) FAILED.add(made);
        const symbolic = symbolicOf(one);
        if (symbolic) rememberSymbolic(made, symbolic);
      } else {
        const own =
          one.key && (here === one.at ? one.key.file === here.file : files.has(one.key.file)) ? one.key : undefined;
        const key = top && here === at ? place.key : own;
        const from = parameter ?? one.parameter;
        made = {
          kind: 'set',
          at: here,
          data: this.#values > MAX_VALUES ? one.data : moveData(one.data, (inner) => move(inner, false)),
          ...(key ? { key } : {}),
          ...(from === undefined ? {} : { parameter: from }),
        };
        const encoded = encodedIn(one);
        if (encoded) withEncoded(made, move(encoded, false));
        const heredoc = heredocOf(one);
        // A heredoc that others may read as well, or of another module, is not edited and has no place here.
        if (heredoc && (files.has(heredoc.document.file) || callers.has(heredoc.document.file)))
          withHeredoc(made, through === undefined ? heredoc : { ...heredoc, fixed: 'it is given at another place' });
      }
      return withOrigin(made, origin);
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
    const branches = first.branches.map((branch) => ({
      when: branch.when,
      value: this.#spread(
        values.map((value) => (value === first ? branch.value : narrowed(value, branch.when))),
        place,
        make,
      ),
    }));
    return { kind: 'conditional', at: this.at(place), branches };
  }

  /** What a value is where a string belongs; unknown pieces are holes. */
  parts(value: Value): readonly Part[] {
    if (value.kind === 'absent') return [];
    if (value.kind === 'unknown') return [holeOf(value)];
    if (value.kind === 'conditional') return [{ kind: 'hole', why: 'depends on a condition' }];
    const { data } = value;
    if (data instanceof Text || typeof data === 'string') return partsOf(data);
    if (data === null) return [];
    return isScalar(data) ? [String(data)] : [{ kind: 'hole', why: 'not a string' }];
  }

  set(place: Place, data: SetValue['data'], from: readonly Value[] = []): SetValue {
    const parameter = from.map((value) => (value.kind === 'set' ? value.parameter : undefined)).find((one) => one);
    const value: SetValue = {
      kind: 'set',
      at: this.at(place),
      data,
      ...(place.key ? { key: place.key } : {}),
      ...(parameter === undefined ? {} : { parameter }),
    };
    return withOrigin(value, this.origin(place));
  }

  unknown(place: Place, why: string, parameter?: string): UnknownValue {
    const value: UnknownValue = {
      kind: 'unknown',
      at: this.at(place),
      why,
      ...(parameter === undefined ? {} : { parameter }),
    };
    return withOrigin(value, this.origin(place));
  }

  /** Unknown because the expression fails whatever is deployed. */
  failed(place: Place, why: string): UnknownValue {
    const value = this.unknown(place, why);
    FAILED.add(value);
    return value;
  }

  at(place: Place): Location {
    return place.scope.at ?? { file: place.scope.document.file, span: place.expression.span };
  }

  origin(place: Place): Origin {
    const { fixed, document, block } = place.scope;
    if (fixed !== undefined) return { kind: 'fixed', why: fixed };
    return {
      kind: 'expression',
      document,
      expression: place.expression,
      ...(place.holder ? { holder: place.holder } : {}),
      ...(block ? { block } : {}),
    };
  }
}

function contains(outer: Location, inner: Location): boolean {
  return outer.file === inner.file && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

/** A value made of another as it stands: where it was written and what it encodes stay. */
export function carried<T extends Value>(made: T, from: Value): T {
  const origin = originOf(from);
  if (origin) withOrigin(made, origin);
  const encoded = encodedIn(from);
  if (encoded) withEncoded(made, encoded);
  const heredoc = heredocOf(from);
  if (heredoc) withHeredoc(made, heredoc);
  if (isFailed(from)) FAILED.add(made);
  return made;
}

/** The items of a collection with their keys: indexes of a list, names of a map. Undefined for what is not one. */
export function itemsOf(value: Value): readonly (readonly [string | number, Value])[] | undefined {
  const list = listOf(value);
  if (list) return list.map((item, index) => [index, item]);
  const map = mapOf(value);
  if (!map) return undefined;
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The boolean that a value is; `"true"` is one. */
export function booleanIn(value: Value): boolean | undefined {
  const text = stringOf(value);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** The number that a value is; a numeric string is one. */
export function numberIn(value: Value | undefined): number | undefined {
  const text = stringOf(value);
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Whether two values are equal; undefined when that depends on the deployment. */
export function equals(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'conditional' || b.kind === 'conditional') return undefined;
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  const left = a.kind === 'absent' ? null : a.data;
  const right = b.kind === 'absent' ? null : b.data;
  if (left === null || right === null) return left === right;
  if (left instanceof Text || right instanceof Text) {
    if (sameText(a, b)) return true;
    const [text, other] = left instanceof Text ? [left, right] : [right as Text, left];
    if (typeof other !== 'string' && !(other instanceof Text)) return isScalar(other) ? undefined : false;
    if (other === '' && text.parts.some((part) => typeof part === 'string' || part.kind === 'ref')) return false;
    return undefined;
  }
  if (isScalar(left) || isScalar(right)) {
    if (!isScalar(left) || !isScalar(right)) return false;
    return typeof left === typeof right && left === right;
  }
  const one = itemsOf(a);
  const two = itemsOf(b);
  if (!one || !two || Array.isArray(left) !== Array.isArray(right) || one.length !== two.length) return false;
  let result: boolean | undefined = true;
  for (const [index, [key, value]] of one.entries()) {
    const other = two[index];
    if (!other || other[0] !== key) return false;
    const same = equals(value, other[1]);
    if (same === false) return false;
    if (same === undefined) result = undefined;
  }
  return result;
}

function arithmetic(
  operator: '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%',
  x: number,
  y: number,
): number | boolean {
  switch (operator) {
    case '<':
      return x < y;
    case '>':
      return x > y;
    case '<=':
      return x <= y;
    case '>=':
      return x >= y;
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    case '%':
      return x % y;
  }
}

function moveData(data: SetValue['data'], move: (value: Value) => Value): SetValue['data'] {
  if (data instanceof ResourceObject) return data;
  if (Array.isArray(data)) return data.map((item: Value) => move(item));
  if (data instanceof Map)
    return new Map([...data].map(([name, item]: [string, Value]) => [name, move(item)] as const));
  return data;
}

/** The hole that an unknown value is in a string. */
function holeOf(value: UnknownValue): Part {
  return value.parameter === undefined
    ? { kind: 'hole', why: value.why }
    : { kind: 'hole', why: value.why, name: value.parameter };
}

/** Why a text is not wholly known. */
function holeIn(text: Text): string {
  for (const part of text.parts) {
    if (typeof part === 'string') continue;
    return part.kind === 'hole' ? part.why : 'an attribute that the deployment gives';
  }
  return 'not known';
}

/** A conditional value narrowed to what it is where a condition is decided. */
export function narrowed(value: Value, when: When): Value {
  if (value.kind !== 'conditional') return value;
  const branches = value.branches
    .filter((branch) => branch.when.condition !== when.condition || branch.when.holds === when.holds)
    .map((branch) => ({ ...branch, value: narrowed(branch.value, when) }));
  const [only] = branches;
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

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
