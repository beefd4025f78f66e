import { jsonText } from '#frameworks/terraform/encoded';
import type { AnyFunction, FunctionCall } from '#frameworks/terraform/functions/function';
import { patternReplaced } from '#frameworks/terraform/functions/pattern-replacement';
import { isScalar, listOf, mapOf, stringOf } from '#frameworks/terraform/values';
import { type Part, partsOf, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

/** Longer results are unknown: no configuration comes near them. */
const MAX_LENGTH = 1_000_000;

/** The cause that a string is not wholly known. */
export function openCause(value: Value | undefined): string {
  if (value?.kind === 'unknown') return value.why;
  if (value?.kind === 'set' && value.data instanceof Text)
    for (const part of value.data.parts)
      if (typeof part === 'object') return part.kind === 'hole' ? part.why : 'an attribute that the deployment gives';
  return 'an argument is not known';
}

/** The text that a value is where a string belongs; undefined for lists and maps. */
export function asText(value: Value | undefined): string | Text | undefined {
  if (value?.kind !== 'set' || !isScalar(value.data) || value.data === null) return undefined;
  return value.data instanceof Text ? value.data : String(value.data);
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters as people count them, which is how Terraform does. */
export function charactersOf(text: string): string[] {
  return /^[\x00-\x7f]*$/.test(text) && !text.includes('\r\n')
    ? [...text]
    : Array.from(SEGMENTER.segment(text), (one) => one.segment);
}

/** Letter by letter, as Go does: what would become several letters stays. */
function cased(text: string, run: (sign: string) => string): string {
  return Array.from(text, (sign) => {
    const made = run(sign);
    return [...made].length === 1 ? made : sign;
  }).join('');
}

/** A function of strings that are all wholly known, or of their known pieces where `pieces` says that it can. */
function known(run: (...args: readonly string[]) => string | number | boolean | undefined): AnyFunction {
  return {
    call: (args, call) => {
      const strings = args.map((arg) => stringOf(arg));
      const open = strings.indexOf(undefined);
      if (open !== -1) return call.unknown(openCause(args[open]));
      const result = run(...(strings as string[]));
      if (result === undefined) return call.failed(`${call.name} cannot be done`);
      return typeof result === 'string' && result.length > MAX_LENGTH
        ? call.unknown('a string that is too long')
        : call.set(result);
    },
  };
}

/** A function that does the same to every character, so that it can be done to the known pieces of a string. */
function piecewise(run: (text: string) => string): AnyFunction {
  return {
    call: ([arg], call) => {
      const text = asText(arg);
      if (text === undefined) return call.failed(`${call.name} needs a string`);
      return call.set(Text.of(partsOf(text).map((part) => (typeof part === 'string' ? run(part) : part))));
    },
  };
}

/** Cuts at the ends: what is known there can be cut, and what is not stays. */
function atEnds(run: (text: string, end: 'start' | 'end' | 'both', what: string) => string): AnyFunction {
  return {
    call: ([arg, cut], call) => {
      const text = asText(arg);
      const what = cut === undefined ? '' : stringOf(cut);
      if (text === undefined || what === undefined) return call.unknown(openCause(cut));
      const parts = [...partsOf(text)];
      const last = parts.length - 1;
      const made = parts.map((part, index): Part => {
        if (typeof part !== 'string') return part;
        if (index === 0 && index === last) return run(part, 'both', what);
        return index === 0 ? run(part, 'start', what) : index === last ? run(part, 'end', what) : part;
      });
      return call.set(Text.of(made));
    },
  };
}

function trimSet(text: string, set: string, start: boolean, end: boolean): string {
  const characters = [...text];
  const cut = new Set(set);
  while (start && characters[0] !== undefined && cut.has(characters[0])) characters.shift();
  while (end && characters.length > 0 && cut.has(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** `format`'s verbs: https://developer.hashicorp.com/terraform/language/functions/format */
function formatted(format: string, args: readonly Value[], call: FunctionCall): readonly Part[] | undefined {
  const parts: Part[] = [];
  let next = 0;
  let done = 0;
  for (const match of format.matchAll(/%(\[(\d{1,3})\])?([-+ 0#]{0,5})(\d{0,4})(\.(\d{1,4}))?([a-zA-Z%])/g)) {
    parts.push(format.slice(done, match.index));
    done = match.index + match[0].length;
    const [, , position, flags = '', width = '', , precision, verb] = match;
    if (verb === '%') {
      parts.push('%');
      continue;
    }
    if (position !== undefined) next = Number(position) - 1;
    const arg = args[next];
    next += 1;
    if (!arg) return undefined;
    const found = verbed(verb ?? '', precision, flags, arg, call);
    if (found === undefined) return undefined;
    if (typeof found === 'object' || width === '')
      parts.push(...(typeof found === 'object' ? partsOf(found) : [found]));
    else if (flags.includes('-')) parts.push(found.padEnd(Number(width)));
    else parts.push(found.padStart(Number(width), flags.includes('0') ? '0' : ' '));
  }
  parts.push(format.slice(done));
  return next < args.length && !/%\[/.test(format) ? undefined : parts;
}

function verbed(
  verb: string,
  precision: string | undefined,
  flags: string,
  arg: Value,
  call: FunctionCall,
): string | Text | undefined {
  if (arg.kind === 'set' && arg.data === null) return undefined;
  if (listOf(arg) || mapOf(arg)) return verb === 'v' && arg.kind === 'set' ? jsonText(arg) : undefined;
  const text = Text.of(call.parts(arg));
  const isString = arg.kind === 'set' && typeof arg.data === 'string';
  if (verb === 'v' && flags.includes('#') && isString) return goJson(text);
  if (verb === 's' || verb === 'v') {
    return typeof text === 'string' && precision !== undefined ? text.slice(0, Number(precision)) : text;
  }
  if (verb === 'q') return typeof text === 'string' ? goJson(text) : Text.of(['"', ...partsOf(text), '"']);
  if (text instanceof Text) return text;
  if (verb === 't') return text === 'true' || text === 'false' ? text : undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  const sign = flags.includes('+') && number >= 0 ? '+' : '';
  if (verb === 'f') return sign + fixed(text, number, Math.min(100, Number(precision ?? 6)));
  if (verb === 'e' || verb === 'E') return sign + exponential(number, Math.min(100, Number(precision ?? 6)), verb);
  if (verb === 'g' || verb === 'G') return sign + String(number);
  if (!Number.isInteger(number)) return undefined;
  if (verb === 'd') return sign + BigInt(number).toString();
  if (verb === 'x') return Math.trunc(number).toString(16);
  if (verb === 'X') return Math.trunc(number).toString(16).toUpperCase();
  if (verb === 'b') return Math.trunc(number).toString(2);
  return verb === 'o' ? Math.trunc(number).toString(8) : undefined;
}

/** JSON as Go writes it: angle brackets and ampersands as escapes. */
function goJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

/** A number with so many decimals, rounded from its decimal form, half to even: Terraform's numbers are decimal. */
function fixed(text: string, number: number, decimals: number): string {
  const match = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?$/.exec(text);
  if (!match) return number.toFixed(decimals);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const rest = fraction.slice(decimals);
  const isHalf = /^50*$/.test(rest);
  const isUp = isHalf ? kept % 2n === 1n : rest.charAt(0) >= '5';
  const digits = (isUp ? kept + 1n : kept).toString().padStart(decimals + 1, '0');
  return sign + (decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
}

/** Go writes at least two digits of the exponent. */
function exponential(number: number, decimals: number, verb: string): string {
  const text = number.toExponential(decimals).replace(/([+-])(\d)$/, '$10$2');
  return verb === 'E' ? text.toUpperCase() : text;
}

/** https://developer.hashicorp.com/terraform/language/functions#string-functions */
export const strings: Readonly<Record<string, AnyFunction>> = {
  lower: piecewise((text) => cased(text, (sign) => sign.toLowerCase())),
  upper: piecewise((text) => cased(text, (sign) => sign.toUpperCase())),
  trimspace: atEnds((text, end) =>
    end === 'both' ? text.trim() : end === 'start' ? text.trimStart() : text.trimEnd(),
  ),
  trimprefix: atEnds((text, end, what) => (end !== 'end' && text.startsWith(what) ? text.slice(what.length) : text)),
  trimsuffix: atEnds((text, end, what) =>
    end !== 'start' && what !== '' && text.endsWith(what) ? text.slice(0, -what.length) : text,
  ),
  trim: atEnds((text, end, what) => trimSet(text, what, end !== 'end', end !== 'start')),
  chomp: atEnds((text, end) => (end === 'start' ? text : text.replace(/[\r\n]{1,1000}$/, ''))),
  title: known((text) =>
    text.replace(/(^|[\s!-/:-@[-^`{-~])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()),
  ),
  strrev: known((text) => charactersOf(text).reverse().join('')),
  substr: {
    call: ([arg, from, count], call) => {
      const text = stringOf(arg);
      const start = Number(stringOf(from));
      const length = Number(stringOf(count));
      if (text === undefined) return call.unknown(openCause(arg));
      if (!Number.isInteger(start) || !Number.isInteger(length)) return call.failed('substr needs numbers');
      const characters = charactersOf(text);
      const first = start < 0 ? Math.max(0, characters.length + start) : start;
      return call.set(characters.slice(first, length < 0 ? undefined : first + length).join(''));
    },
  },
  replace: {
    call: ([arg, search, by], call) => {
      const what = stringOf(search);
      const text = asText(arg);
      const replacement = asText(by);
      if (what === undefined || text === undefined || replacement === undefined) return call.unknown(openCause(search));
      const pattern = what.length > 1 && what.startsWith('/') && what.endsWith('/') ? what.slice(1, -1) : undefined;
      const isExpanded = pattern !== undefined && typeof replacement === 'string' && replacement.includes('$');
      const plain = pattern === undefined ? what : isExpanded ? undefined : simplePattern(pattern);
      if (plain === '' && pattern === undefined && typeof text === 'string' && typeof replacement === 'string')
        return call.set(replacement + Array.from(text, (sign) => sign + replacement).join(''));
      if (plain === undefined) {
        if (typeof text !== 'string' || typeof replacement !== 'string')
          return call.unknown(openCause(typeof text === 'string' ? by : arg));
        return patternReplaced(text, pattern ?? '', replacement, call);
      }
      const made = partsOf(text).flatMap((part): readonly Part[] => {
        if (typeof part !== 'string' || plain === '') return [part];
        return part.split(plain).flatMap((piece, index) => (index === 0 ? [piece] : [...partsOf(replacement), piece]));
      });
      return call.set(Text.of(made));
    },
  },
  startswith: known((text, prefix) => text.startsWith(prefix ?? '')),
  endswith: known((text, suffix) => text.endsWith(suffix ?? '')),
  strcontains: known((text, part) => text.includes(part ?? '')),
  indent: {
    call: ([spaces, arg], call) => {
      const text = asText(arg);
      const count = Number(stringOf(spaces));
      if (text === undefined || !(count >= 0 && count < 1000)) return call.unknown(openCause(arg));
      const pad = `\n${' '.repeat(count)}`;
      return call.set(
        Text.of(partsOf(text).map((part) => (typeof part === 'string' ? part.replaceAll('\n', pad) : part))),
      );
    },
  },
  format: {
    lenient: true,
    call: ([first, ...args], call) => {
      const format = stringOf(first);
      if (format === undefined) return call.unknown(openCause(first));
      const parts = formatted(format, args, call);
      return parts ? call.set(Text.of(parts)) : call.failed('the arguments of format do not fit');
    },
  },
  formatlist: {
    lenient: true,
    call: ([first, ...args], call) => {
      const format = stringOf(first);
      const open = args.find((arg) => arg.kind !== 'set');
      if (format === undefined || open) return call.unknown(openCause(open ?? first));
      const lists = args.map((arg) => listOf(arg));
      const length = Math.max(1, ...lists.map((list) => list?.length ?? 1));
      if (lists.some((list) => list !== undefined && list.length !== length && list.length > 0))
        return call.failed('the lists of formatlist differ in length');
      if (lists.some((list) => list?.length === 0)) return call.set([]);
      const items: Value[] = [];
      for (let index = 0; index < length; index += 1) {
        const parts = formatted(
          format,
          args.map((arg, at) => lists[at]?.[index] ?? arg),
          call,
        );
        if (!parts) return call.failed('the arguments of formatlist do not fit');
        items.push(call.set(Text.of(parts)));
      }
      return call.set(items);
    },
  },
  join: {
    call: ([separator, ...lists], call) => {
      const between = asText(separator);
      if (between === undefined) return call.unknown(openCause(separator));
      const items = lists.flatMap((list) => listOf(list) ?? []);
      const parts = items.flatMap((item, index) => [...(index === 0 ? [] : partsOf(between)), ...call.parts(item)]);
      return call.set(Text.of(parts), [...lists, ...items]);
    },
  },
  split: {
    call: ([separator, arg], call) => {
      const between = stringOf(separator);
      const text = asText(arg);
      if (between === undefined || text === undefined)
        return call.unknown(openCause(between === undefined ? separator : arg));
      if (between === '' && typeof text === 'string')
        return call.set([...text].map((sign): SetValue => call.set(sign)));
      if (between === '') return call.unknown(openCause(arg));
      // What is filled in may hold the separator as well, which nobody can know: a whole hole has no known pieces.
      if (text instanceof Text && !text.parts.some((part) => typeof part === 'string' && part.includes(between)))
        return call.unknown(openCause(arg));
      const pieces: Part[][] = [[]];
      for (const part of partsOf(text)) {
        if (typeof part !== 'string') pieces.at(-1)?.push(part);
        else
          (between === '' ? [...part] : part.split(between)).forEach((piece, index) => {
            if (index > 0) pieces.push([]);
            pieces.at(-1)?.push(piece);
          });
      }
      return call.set(pieces.map((piece): SetValue => call.set(Text.of(piece))));
    },
  },
};

/** A pattern that is plain text but for escaped signs: what it matches. */
function simplePattern(pattern: string): string | undefined {
  const text = pattern.replace(/\\([^A-Za-z0-9])/g, '\uE000$1');
  if (/(^|[^\uE000])[\\^$.|?*+()[\]{}]/.test(text)) return undefined;
  return text.replaceAll('\uE000', '');
}
