import type { OperationArgument } from '#model/operations';
import type { Machine } from '#runtimes/engine/machine';
import type { Arguments, Obj, Value } from '#runtimes/engine/value';
import { argumentOf } from '#runtimes/operations/argument';

/** What a call passes to an operation. */
export interface Input {
  readonly resources: ReadonlyMap<string, OperationArgument>;
  /** Whether nothing else is passed. */
  readonly whole: boolean;
}

export const NO_INPUT: Input = { resources: new Map(), whole: false };

/** Parameters that are told of one call, and levels of maps below the first. */
const MAX_PARAMETERS = 120;
const MAX_LEVELS = 4;

/** Maps whose keys are names of resources. */
const KEYED = new Set(['RequestItems']);

/** The parameters in an object that is passed, and the members of maps and lists in it by their paths. */
export function inputOf(machine: Machine, value: Value | undefined): Input {
  if (!value) return { resources: new Map(), whole: true };
  const reader = new InputReader(machine);
  const whole = reader.read(value, '', 0);
  return { resources: reader.resources(), whole };
}

/** The parameters that are passed by name. */
export function namedInput(machine: Machine, { named, list, rest }: Arguments): Input {
  const reader = new InputReader(machine);
  let whole = list.length === 0 && rest === undefined;
  for (const [name, value] of named) {
    if (name !== '**') reader.add(name, value, 0);
    else if (!reader.read(value, '', 0)) whole = false;
  }
  return { resources: reader.resources(), whole };
}

/** An input that is known without the code: what a library passes on. */
export function input(resources: Readonly<Record<string, OperationArgument | undefined>>, whole = true): Input {
  const known = Object.entries(resources).flatMap(([name, argument]) => (argument ? [[name, argument] as const] : []));
  return { resources: new Map(known), whole };
}

class InputReader {
  readonly #found = new Map<string, OperationArgument[]>();

  constructor(readonly machine: Machine) {}

  resources(): ReadonlyMap<string, OperationArgument> {
    return new Map(
      [...this.#found].map(([name, all]) => {
        const [only] = all;
        return [name, all.length === 1 && only ? only : { kind: 'several', of: all }] as const;
      }),
    );
  }

  /** Takes the fields of a map. The answer is whether it has no others. */
  read(value: Value, prefix: string, level: number): boolean {
    const maps = value.objects.filter((one) => one.kind !== 'list');
    let isWhole = maps.length > 0 && maps.length === value.objects.length && isClosed(value);
    for (const one of maps) {
      for (const [key, cell] of one.fields) {
        const inside = this.machine.state.get(cell);
        if (inside) this.add(prefix === '' ? key : `${prefix}.${key}`, inside, level);
      }
      const { rest, spread } = this.#others(one);
      if (rest) isWhole = false;
      if (spread && (level >= MAX_LEVELS || !this.read(spread, prefix, level + 1))) isWhole = false;
    }
    return isWhole;
  }

  add(name: string, value: Value, level: number): void {
    if (isNothing(value) || this.#found.size >= MAX_PARAMETERS) return;
    const last = name.split('.').at(-1) ?? name;
    if (KEYED.has(last)) {
      this.#put(name, this.#keys(value));
      return;
    }
    const isMap = value.objects.some((one) => one.kind !== 'list');
    this.#put(name, argumentOf(this.machine, value));
    if (level >= MAX_LEVELS) return;
    if (isMap) this.read(value, name, level + 1);
    for (const list of value.objects.filter((one) => one.kind === 'list')) {
      for (const cell of [...list.fields.values(), list.rest]) {
        const item = this.machine.state.get(cell);
        if (item?.objects.some((one) => one.kind !== 'list')) this.read(item, name, level + 1);
      }
    }
  }

  #put(name: string, argument: OperationArgument): void {
    const known = this.#found.get(name);
    const text = JSON.stringify(argument);
    if (!known) this.#found.set(name, [argument]);
    else if (!known.some((one) => JSON.stringify(one) === text)) known.push(argument);
  }

  /** The keys of a map, which are a value of the call. */
  #keys(value: Value): OperationArgument {
    const keys: OperationArgument[] = [];
    for (const one of value.objects) {
      const { rest, spread } = this.#others(one);
      const computed = one.keys.flatMap((key) => (key ? [argumentOf(this.machine, key)] : []));
      const isKnown = computed.length === one.keys.length && (rest === undefined || computed.length > 0);
      if (!isKnown || spread || one.kind === 'list')
        return { kind: 'unknown', why: 'is named by a key that is computed' };
      keys.push(...[...one.fields.keys()].map((text): OperationArgument => ({ kind: 'literal', text })), ...computed);
    }
    const [only] = keys;
    if (!only || !isClosed(value)) return { kind: 'unknown', why: 'is put together at run time' };
    return keys.length === 1 ? only : { kind: 'several', of: keys };
  }

  #others({ rest, spread }: Obj): { readonly rest: Value | undefined; readonly spread: Value | undefined } {
    return { rest: this.machine.state.get(rest), spread: this.machine.state.get(spread) };
  }
}

function isClosed(value: Value): boolean {
  return !value.open && value.apis.length === 0 && value.taints.length === 0;
}

function isNothing(value: Value): boolean {
  return (
    value.constants.length === 1 && value.constants[0] === undefined && isClosed(value) && value.objects.length === 0
  );
}
