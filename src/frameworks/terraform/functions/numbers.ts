import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { asText, openCause } from '#frameworks/terraform/functions/strings';
import { listOf, stringOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

function numeric(run: (...args: readonly number[]) => number | undefined): AnyFunction {
  return {
    call: (args, call) => {
      const numbers: number[] = [];
      for (const arg of args) {
        const text = stringOf(arg);
        if (text === undefined) return call.unknown(openCause(arg));
        numbers.push(Number(text));
      }
      if (numbers.some((number) => Number.isNaN(number))) return call.failed(`${call.name} needs numbers`);
      const result = run(...numbers);
      return result === undefined || Number.isNaN(result)
        ? call.failed(`${call.name} cannot be done`)
        : call.set(result);
    },
  };
}

/** https://developer.hashicorp.com/terraform/language/functions#numeric-functions and the conversions of scalars */
export const numbers: Readonly<Record<string, AnyFunction>> = {
  abs: numeric((x = 0) => Math.abs(x)),
  ceil: numeric((x = 0) => Math.ceil(x)),
  floor: numeric((x = 0) => Math.floor(x)),
  max: numeric((...all) => (all.length === 0 ? undefined : Math.max(...all))),
  min: numeric((...all) => (all.length === 0 ? undefined : Math.min(...all))),
  pow: numeric((x = 0, y = 0) => x ** y),
  signum: numeric((x = 0) => Math.sign(x)),
  log: numeric((x = 0, base = 10) => Math.log(x) / Math.log(base)),
  sum: {
    call: ([list], call) => {
      let sum = 0;
      for (const item of listOf(list) ?? []) {
        const text = stringOf(item);
        if (text === undefined) return call.unknown(openCause(item));
        sum += Number(text);
      }
      return call.set(sum);
    },
  },
  parseint: {
    call: ([arg, base], call) => {
      const text = stringOf(arg);
      if (text === undefined) return call.unknown(openCause(arg));
      const number = Number.parseInt(text, Number(stringOf(base) ?? 10));
      return Number.isNaN(number) ? call.failed('parseint needs a number') : call.set(number);
    },
  },
  tostring: {
    call: ([arg], call) => {
      if (arg?.data === null) return arg;
      const text = asText(arg);
      return text === undefined ? call.failed('tostring needs a string') : call.set(text);
    },
  },
  tonumber: {
    call: ([arg], call) => {
      if (arg?.data === null) return arg;
      const text = stringOf(arg);
      if (text === undefined) return call.unknown(openCause(arg));
      return Number.isFinite(Number(text)) && text.trim() !== '' ? call.set(Number(text)) : call.failed('not a number');
    },
  },
  tobool: {
    call: ([arg], call): Value => {
      if (arg?.data === null) return arg;
      const text = stringOf(arg);
      if (text === undefined) return call.unknown(openCause(arg));
      return text === 'true' || text === 'false' ? call.set(text === 'true') : call.failed('not a boolean');
    },
  },
};
