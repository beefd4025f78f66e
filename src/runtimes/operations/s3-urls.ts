import type { OperationArgument } from '#model/operations';
import type { Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import { argumentOf } from '#runtimes/operations/argument';
import { anyOf } from '#runtimes/operations/chain';

const SCHEME = /^s3[an]?:\/\//;
const MAX_LEVELS = 3;

const NOT_SEEN: OperationArgument = { kind: 'unknown', why: 'is not seen' };

/** The bucket of `s3://bucket/key`, or of each in a list. Where the text before the key is not known, the bucket is not. */
export function bucketOf(machine: Machine, value: Value | undefined, depth = 0): OperationArgument {
  if (!value || depth > MAX_LEVELS) return NOT_SEEN;
  if (value.text) return joined(machine, value.text);
  if (value.open || value.taints.length > 0 || value.apis.length > 0) return NOT_SEEN;
  if (value.objects.length > 0) return listed(machine, value, depth);
  return anyOf(value.constants.map((one) => (typeof one === 'string' ? joined(machine, [one]) : NOT_SEEN)));
}

function listed(machine: Machine, { objects, constants }: Value, depth: number): OperationArgument {
  const isList = objects.every((one) => one.kind === 'list' && !machine.state.get(one.spread));
  if (!isList || constants.length > 0) return NOT_SEEN;
  const items = objects.flatMap((one) =>
    [...one.fields.values(), one.rest].flatMap((cell) => machine.state.get(cell) ?? []),
  );
  return anyOf(items.map((one) => bucketOf(machine, one, depth + 1)));
}

function joined(machine: Machine, [first = '', ...others]: readonly (string | Value)[]): OperationArgument {
  if (typeof first !== 'string' || !SCHEME.test(first)) return NOT_SEEN;
  const parts: OperationArgument[] = [];
  for (const piece of [first.replace(SCHEME, ''), ...others]) {
    const part: OperationArgument =
      typeof piece === 'string' ? { kind: 'literal', text: piece } : argumentOf(machine, piece);
    // A slash may stand in some of several, or in pieces of what is joined.
    if (part.kind === 'unknown' || part.kind === 'several' || part.kind === 'joined') return NOT_SEEN;
    const slash = part.kind === 'literal' ? part.text.indexOf('/') : -1;
    if (part.kind === 'literal' && slash >= 0) {
      if (slash > 0) parts.push({ kind: 'literal', text: part.text.slice(0, slash) });
      return together(parts);
    }
    if (part.kind !== 'literal' || part.text !== '') parts.push(part);
  }
  return parts.every(({ kind }) => kind === 'literal') ? together(parts) : NOT_SEEN;
}

function together(parts: readonly OperationArgument[]): OperationArgument {
  const [only] = parts;
  if (!only) return NOT_SEEN;
  return parts.length === 1 ? only : { kind: 'joined', parts };
}
