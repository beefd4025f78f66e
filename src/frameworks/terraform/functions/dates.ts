import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { openCause } from '#frameworks/terraform/functions/strings';
import { stringOf } from '#frameworks/terraform/values';

/** A moment with the offset that it was written in, in minutes. */
interface Moment {
  /** Seconds since 1970. */
  readonly seconds: number;
  /** Nanoseconds within the second. */
  readonly nanos: number;
  readonly offset: number;
}

const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** Reads a timestamp of RFC 3339, as Terraform takes them. */
function momentOf(text: string): Moment | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const zone = match[8] ?? 'Z';
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offset) >= 24 * 60) return undefined;
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset * 60;
  return { seconds, nanos: Number((match[7] ?? '').padEnd(9, '0')), offset };
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function timestampText(moment: Moment): string {
  const local = new Date((moment.seconds + moment.offset * 60) * 1000);
  const zone = moment.offset === 0 ? 'Z' : offsetText(moment.offset, ':');
  return `${local.toISOString().slice(0, 19)}${zone}`;
}

/** Nanoseconds of Go's units of time. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** A duration as Go writes it (`1h30m`, `-1.5s`) in nanoseconds. */
function durationOf(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return 0;
  let sum = 0;
  while (rest !== '') {
    const match = /^(\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(ns|us|µs|μs|ms|s|m|h)/.exec(rest);
    if (!match) return undefined;
    sum += Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
    rest = rest.slice(match[0].length);
  }
  return text.length < 2 ? undefined : sign * sum;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** `formatdate`'s sequences. Source: https://developer.hashicorp.com/terraform/language/functions/formatdate */
function sequence(word: string, moment: Moment): string | undefined {
  const date = new Date((moment.seconds + moment.offset * 60) * 1000);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = DAYS[date.getUTCDay()] ?? '';
  const hours = date.getUTCHours();
  const half = hours % 12 === 0 ? 12 : hours % 12;
  const known: Readonly<Record<string, string>> = {
    YYYY: String(date.getUTCFullYear()).padStart(4, '0'),
    YY: two(date.getUTCFullYear() % 100),
    MMMM: month,
    MMM: month.slice(0, 3),
    MM: two(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    DD: two(date.getUTCDate()),
    D: String(date.getUTCDate()),
    EEEE: day,
    EEE: day.slice(0, 3),
    hh: two(hours),
    h: String(hours),
    HH: two(half),
    H: String(half),
    AA: hours < 12 ? 'AM' : 'PM',
    aa: hours < 12 ? 'am' : 'pm',
    mm: two(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    ZZZZZ: offsetText(moment.offset, ':'),
    ZZZZ: offsetText(moment.offset, ''),
    ZZZ: moment.offset === 0 ? 'UTC' : offsetText(moment.offset, ''),
    Z: moment.offset === 0 ? 'Z' : offsetText(moment.offset, ':'),
  };
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

function formatted(spec: string, moment: Moment): string | undefined {
  let made = '';
  for (let at = 0; at < spec.length; ) {
    const sign = spec.charAt(at);
    if (sign === "'") {
      const end = quoteEnd(spec, at + 1);
      if (end === undefined) return undefined;
      made += end === at + 1 ? "'" : spec.slice(at + 1, end).replaceAll("''", "'");
      at = end + 1;
    } else if (/[A-Za-z]/.test(sign)) {
      let end = at;
      while (spec[end] === sign) end += 1;
      const text = sequence(spec.slice(at, end), moment);
      if (text === undefined) return undefined;
      made += text;
      at = end;
    } else {
      made += sign;
      at += 1;
    }
  }
  return made;
}

function quoteEnd(spec: string, from: number): number | undefined {
  for (let at = from; at < spec.length; at += 1) {
    if (spec[at] !== "'") continue;
    if (spec[at + 1] === "'" && at > from) at += 1;
    else return at;
  }
  return undefined;
}

function dated(run: (...args: readonly string[]) => string | number | undefined): AnyFunction {
  return {
    call: (args, call) => {
      const texts = args.map((arg) => stringOf(arg));
      const open = texts.indexOf(undefined);
      if (open !== -1) return call.unknown(openCause(args[open]));
      const result = run(...(texts as string[]));
      return result === undefined ? call.failed(`${call.name} cannot be done`) : call.set(result);
    },
  };
}

/** https://developer.hashicorp.com/terraform/language/functions#date-and-time-functions, but for those that read the clock */
export const dates: Readonly<Record<string, AnyFunction>> = {
  formatdate: dated((spec = '', text = '') => {
    const moment = momentOf(text);
    return moment && formatted(spec, moment);
  }),
  timeadd: dated((text = '', duration = '') => {
    const moment = momentOf(text);
    const nanos = durationOf(duration);
    if (moment === undefined || nanos === undefined || Math.abs(nanos) > 9e18) return undefined;
    const sum = moment.nanos + nanos;
    const seconds = moment.seconds + Math.floor(sum / 1e9);
    return timestampText({ ...moment, seconds, nanos: Math.round(sum - Math.floor(sum / 1e9) * 1e9) });
  }),
  timecmp: dated((first = '', second = '') => {
    const [a, b] = [momentOf(first), momentOf(second)];
    if (!a || !b) return undefined;
    return Math.sign(a.seconds - b.seconds || a.nanos - b.nanos);
  }),
};
