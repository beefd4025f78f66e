import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { openCause } from '#frameworks/terraform/functions/strings';
import { stringOf } from '#frameworks/terraform/values';
import type { SetValue, Value } from '#model/value';

/** Subnets that one call gives. */
const MAX_SUBNETS = 1000;

/** A range of addresses: its first one, how many bits are fixed, and how many there are (32 or 128). */
interface Range {
  readonly address: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

/** Reads `10.0.0.0/16` or `fd00::/8`; bits behind the prefix are cleared. Undefined for what is none. */
export function rangeOf(text: string): Range | undefined {
  const slash = text.indexOf('/');
  const digits = text.slice(slash + 1);
  if (slash === -1 || !/^\d{1,3}$/.test(digits)) return undefined;
  const ip = text.slice(0, slash);
  const bits = ip.includes(':') ? 128 : 32;
  const address = bits === 128 ? addressOfV6(ip) : addressOfV4(ip);
  const prefix = Number(digits);
  if (address === undefined || prefix > bits) return undefined;
  const rest = BigInt(bits - prefix);
  return { address: (address >> rest) << rest, prefix, bits };
}

function addressOfV4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function addressOfV6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || text.includes('.')) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(Number.parseInt(group, 16)), 0n);
}

/** An address as Go writes it: the longest run of two or more zero groups of an IPv6 address is left out. */
function addressText(address: bigint, bits: 32 | 128): string {
  const size = bits === 32 ? 8n : 16n;
  const groups: bigint[] = [];
  for (let rest = address, i = 0; i < (bits === 32 ? 4 : 8); i += 1, rest >>= size)
    groups.unshift(rest & ((1n << size) - 1n));
  if (bits === 32) return groups.join('.');
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (groups[at + length] === 0n) length += 1;
    if (length > best.length) best = { at, length };
  }
  const text = (some: readonly bigint[]) => some.map((group) => group.toString(16)).join(':');
  if (best.at === -1) return text(groups);
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`;
}

function subnet(range: Range, newBits: number, number: bigint): string | undefined {
  const prefix = range.prefix + newBits;
  if (newBits < 0 || prefix > range.bits || number < 0n || number >= 1n << BigInt(newBits)) return undefined;
  const address = range.address + (number << BigInt(range.bits - prefix));
  return `${addressText(address, range.bits)}/${prefix}`;
}

/** Adjacent subnets of these sizes, each at the first place that fits it. */
function subnets(range: Range, sizes: readonly number[]): string[] | undefined {
  const made: string[] = [];
  let next = range.address;
  const end = range.address + (1n << BigInt(range.bits - range.prefix));
  for (const newBits of sizes) {
    const prefix = range.prefix + newBits;
    if (newBits < 1 || prefix > range.bits) return undefined;
    const size = 1n << BigInt(range.bits - prefix);
    next = ((next + size - 1n) / size) * size;
    if (next + size > end) return undefined;
    made.push(`${addressText(next, range.bits)}/${prefix}`);
    next += size;
  }
  return made;
}

function host(range: Range, number: bigint): string | undefined {
  const size = 1n << BigInt(range.bits - range.prefix);
  const at = number < 0n ? size + number : number;
  return at < 0n || at >= size ? undefined : addressText(range.address + at, range.bits);
}

/** A function of a range and whole numbers. */
function ranged(
  run: (range: Range, numbers: readonly bigint[]) => string | readonly string[] | undefined,
): AnyFunction {
  return {
    call: (args, call): Value => {
      const texts = args.map((arg) => stringOf(arg));
      const open = texts.indexOf(undefined);
      if (open !== -1) return call.unknown(openCause(args[open]));
      const [first = '', ...rest] = texts as string[];
      const range = rangeOf(first);
      if (range === undefined) return call.failed(`${call.name} needs a range of addresses`);
      if (rest.length > MAX_SUBNETS || !rest.every((text) => /^-?\d{1,40}$/.test(text)))
        return call.failed(`${call.name} needs whole numbers`);
      const result = run(range, rest.map(BigInt));
      if (result === undefined) return call.failed(`${call.name} cannot be done`);
      return typeof result === 'string' ? call.set(result) : call.set(result.map((one): SetValue => call.set(one)));
    },
  };
}

/** https://developer.hashicorp.com/terraform/language/functions#ip-network-functions */
export const network: Readonly<Record<string, AnyFunction>> = {
  cidrhost: ranged((range, [number]) => (number === undefined ? undefined : host(range, number))),
  cidrnetmask: ranged((range) => {
    if (range.bits !== 32) return undefined;
    const rest = BigInt(32 - range.prefix);
    return addressText((0xffffffffn >> rest) << rest, 32);
  }),
  cidrsubnet: ranged((range, [newBits, number]) =>
    newBits === undefined || number === undefined ? undefined : subnet(range, Number(newBits), number),
  ),
  cidrsubnets: ranged((range, sizes) => subnets(range, sizes.map(Number))),
};
