import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { asText, openCause } from '#frameworks/terraform/functions/strings';
import { listOf, stringOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

function numeric(run: (args: readonly number[]) => number | undefined): AnyFunction {
  return {
    call: (args, call) => {
      const numbers: number[] = [];
      for (const arg of args) {
        const text = stringOf(arg);
        if (text === undefined) return call.unknown(openCause(arg));
        numbers.push(Number(text));
      }
      if (numbers.some((number) => Number.isNaN(number))) return call.failed(`${call.name} needs numbers`);
      const result = run(numbers);
      return result === undefined || Number.isNaN(result)
        ? call.failed(`${call.name} cannot be done`)
        : call.set(result);
    },
  };
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A whole number in a base up to 62; up to 36, letters of both cases are the same. */
function integerIn(text: string, base: number): number | undefined {
  const digits = [...text.replace(/^[+-]/, '')].map((sign) => DIGITS.indexOf(base <= 36 ? sign.toLowerCase() : sign));
  if (!(base >= 2 && base <= 62) || digits.length === 0 || digits.length > 300) return undefined;
  if (digits.some((digit) => digit < 0 || digit >= base)) return undefined;
  const number = digits.reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
  return Number(text.startsWith('-') ? -number : number);
}

/** https://developer.hashicorp.com/terraform/language/functions#numeric-functions and the conversions of scalars */
export const numbers: Readonly<Record<string, AnyFunction>> = {
  abs: numeric(([x = 0]) => Math.abs(x)),
  ceil: numeric(([x = 0]) => Math.ceil(x)),
  floor: numeric(([x = 0]) => Math.floor(x)),
  max: numeric((all) => (all.length === 0 ? undefined : all.reduce((a, b) => Math.max(a, b)))),
  min: numeric((all) => (all.length === 0 ? undefined : all.reduce((a, b) => Math.min(a, b)))),
  pow: numeric(([x = 0, y = 0]) => x ** y),
  signum: numeric(([x = 0]) => Math.sign(x)),
  log: numeric(([x = 0, base = 10]) => Math.log(x) / Math.log(base)),
  sum: {
    call: ([list], call) => {
      if (listOf(list)?.length === 0) return call.failed('sum needs numbers');
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
      const number = integerIn(text, Number(stringOf(base) ?? 10));
      return number === undefined ? call.failed('parseint needs a number') : call.set(number);
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
      if (typeof arg?.data !== 'string' && typeof arg?.data !== 'boolean') return call.failed('not a boolean');
      if (text === 'true' || text === '1') return call.set(true);
      return text === 'false' || text === '0' ? call.set(false) : call.failed('not a boolean');
    },
  },
};
