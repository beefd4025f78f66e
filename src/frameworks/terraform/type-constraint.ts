import { carried, numberIn } from '#frameworks/terraform/evaluate';
import { isScalar, listOf, mapBranches, mapOf, withData } from '#frameworks/terraform/values';
import { Text } from '#model/text';
import type { SetValue, Value } from '#model/value';
import type { Expression } from '#syntax/hcl/ast';

/** Deeper constraints than this are taken for `any`. */
const MAX_DEPTH = 20;

/**
 * A value as the type constraint of a variable has it: numbers and booleans for strings and back, optional attributes with their
 * defaults. What does not fit stays as it is, since Terraform refuses it anyway.
 * @param literal evaluates an optional attribute's default
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function converted(
  value: Value,
  type: Expression | undefined,
  literal: (expression: Expression) => Value,
  depth = 0,
): Value {
  if (!type || depth > MAX_DEPTH) return value;
  return mapBranches(value, (one) => convertedSet(one, type, literal, depth));
}

function convertedSet(
  value: SetValue,
  type: Expression,
  literal: (expression: Expression) => Value,
  depth: number,
): Value {
  if (value.data === null) return value;
  if (type.kind === 'literal' && typeof type.value === 'string') return scalar(value, type.value);
  if (type.kind === 'variable') return scalar(value, type.name);
  if (type.kind !== 'call') return value;
  const [of] = type.args;
  const inner = (item: Value, constraint: Expression | undefined) => converted(item, constraint, literal, depth + 1);
  if (type.name === 'list' || type.name === 'set') {
    const items = listOf(value);
    return items
      ? carried(
          withData(
            value,
            items.map((item) => inner(item, of)),
          ),
          value,
        )
      : value;
  }
  const map = mapOf(value);
  if (type.name === 'tuple' && of?.kind === 'tuple') {
    const items = listOf(value);
    return items
      ? carried(
          withData(
            value,
            items.map((item, index) => inner(item, of.items[index])),
          ),
          value,
        )
      : value;
  }
  if (!map) return value;
  if (type.name === 'map') {
    const entries = [...map].map(([name, item]) => [name, inner(item, of)] as const);
    return carried(withData(value, new Map(entries)), value);
  }
  if (type.name !== 'object' || of?.kind !== 'object') return value;
  const made = new Map<string, Value>();
  for (const item of of.items) {
    const name = item.key.kind === 'literal' ? String(item.key.value) : '';
    const optional = item.value.kind === 'call' && item.value.name === 'optional' ? item.value : undefined;
    const constraint = optional ? optional.args[0] : item.value;
    const there = map.get(name);
    const isNull = !there || there.kind === 'absent' || (there.kind === 'set' && there.data === null);
    const fallback = optional?.args[1];
    if (!isNull && there) made.set(name, inner(there, constraint));
    else if (fallback) made.set(name, inner(literal(fallback), constraint));
    else made.set(name, there ?? { kind: 'set', at: value.at, data: null });
  }
  return carried(withData(value, made), value);
}

function scalar(value: SetValue, type: string): Value {
  const { data } = value;
  if (!isScalar(data) || data instanceof Text) return value;
  if (type === 'string' && typeof data !== 'string') return carried(withData(value, String(data)), value);
  if (type === 'number' && typeof data === 'string') {
    const number = numberIn(value);
    return number === undefined ? value : carried(withData(value, number), value);
  }
  if (type === 'bool' && (data === 'true' || data === 'false')) return carried(withData(value, data === 'true'), value);
  return value;
}
