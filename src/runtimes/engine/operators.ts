import { keepHalfCheck } from '#runtimes/engine/half-checks';
import { beyondHost } from '#runtimes/engine/hosts';
import type { Context, Machine } from '#runtimes/engine/machine';
import { deepTaints } from '#runtimes/engine/marks';
import { element } from '#runtimes/engine/properties';
import { routeTest } from '#runtimes/engine/routes';
import { AS_NUMBER, AS_TEXT, EVERYTHING, NOTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import { NOTHING_KNOWN } from '#runtimes/engine/state';
import {
  type Constant,
  constant,
  type Implications,
  joinTaints,
  made,
  NEVER,
  Obj,
  type Refinement,
  stepped,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { Binary, Expression } from '#syntax/code/form';

/** Characters of a text that is put together from constants. */
const MAX_TEXT = 8_000;
const MAX_PIECES = 60;

/** What the step is called by which a value becomes a part of a text. */
export const PUT_INTO_TEXT = 'put into a text';

/**
 * A text put together from pieces, in order.
 * @param places where each piece stands, where that is known; `told` where it is a text whose own pieces were told already
 */
export function concatenated(
  machine: Machine,
  pieces: readonly (string | Value)[],
  at: Location,
  places: readonly (Location | 'told' | undefined)[] = [],
): Value {
  const flat: (string | Value)[] = [];
  let taints: readonly Taint[] = [];
  let open = false;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      append(flat, piece);
      continue;
    }
    const [only] = piece.constants;
    const isConstant = piece.constants.length === 1 && !piece.open && piece.taints.length === 0 && !isObject(piece);
    if (isConstant) {
      append(flat, textOf(only));
      continue;
    }
    open = true;
    const place = places[index] ?? at;
    const before = flat.at(-1);
    const beneath = typeof before === 'string' && before.endsWith('/') ? safeFor('path') : NOTHING;
    const written = writtenOut(machine, piece).map((taint) => ({
      ...taint,
      shape: undefined,
      // As long as it has its shape, nothing was cut off it.
      safe: taint.shape?.isBeneath ? taint.safe | beneath : taint.safe,
    }));
    taints = joinTaints(taints, place === 'told' ? written : stepped(written, place, PUT_INTO_TEXT));
    if (piece.text && flat.length + piece.text.length <= MAX_PIECES) for (const part of piece.text) append(flat, part);
    else append(flat, piece);
  }
  if (!open) {
    const whole = flat.join('');
    return whole.length <= MAX_TEXT ? constant(whole) : UNKNOWN;
  }
  return {
    ...UNKNOWN,
    taints: beyondHost(machine, flat, taints).map((taint) => ({
      ...taint,
      safe: taint.safe | AS_TEXT | begun(flat),
    })),
    text: flat.length <= MAX_PIECES ? flat : undefined,
    apis: [],
  };
}

/** In Python lists and maps are written into a text with the line ends of their texts escaped. */
function writtenOut(machine: Machine, piece: Value): readonly Taint[] {
  const taints = deepTaints(machine, piece);
  if (machine.language.name !== 'python') return taints;
  const isCollection = piece.objects.length > 0;
  return taints.map((one) =>
    isCollection || one.shape?.fields || one.shape?.rest ? { ...one, safe: one.safe | ESCAPED } : one,
  );
}

const ESCAPED = safeFor('log', 'header');

/** A cell that begins with something of our own is no formula; a row that is written by hand has more than one cell. */
function begun(pieces: readonly (string | Value)[]): Safe {
  const [head] = pieces;
  const isCell =
    typeof head === 'string' &&
    /^[^=+\-@\t\r\n]/.test(head) &&
    !pieces.some((one) => typeof one === 'string' && /[,;\t\n]/.test(one));
  return isCell ? safeFor('csv') : 0;
}

function append(flat: (string | Value)[], piece: string | Value): void {
  const last = flat.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') flat[flat.length - 1] = last + piece;
  else flat.push(piece);
}

function isObject(value: Value): boolean {
  return value.objects.length > 0 || value.closures.length > 0 || value.classes.length > 0 || value.apis.length > 0;
}

export function textOf(value: Constant): string {
  return String(value);
}

const COMPARISONS: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
  'instanceof',
  '<>',
]);

/** The value of an operator on two values that are known already. */
export function operated(machine: Machine, node: Binary, left: Value, right: Value, context: Context): Value {
  const at = context.frame.module.at(node.span);
  const { operator } = node;
  if (COMPARISONS.has(operator)) return compared(machine, operator, left, right);
  if (operator === '+')
    return added(machine, left, right, at, [placeOf(node.left, context), placeOf(node.right, context)]);
  if (operator === '%' && machine.language.name === 'python' && mayBeText(left))
    return formatted(machine, left, right, at);
  const folded = arithmetic(operator, left, right);
  if (folded) return folded;
  if (operator === '*' && machine.language.name === 'python' && mayBeText(left))
    return { ...UNKNOWN, taints: left.taints };
  // Lists and sets have operators of their own (`a | b`); of numbers nothing but an amount is left.
  const taints = joinTaints(left.taints, right.taints);
  const isSet = operator === '|' || operator === '&' || operator === '-' || operator === '/';
  if (isSet && (left.objects.length > 0 || right.objects.length > 0 || left.apis.length > 0))
    return {
      ...UNKNOWN,
      taints,
      objects: [...left.objects, ...right.objects],
      apis: operator === '/' ? left.apis : [],
    };
  return { ...UNKNOWN, taints: made(taints, AS_NUMBER) };
}

function mayBeText(value: Value): boolean {
  return value.text !== undefined || value.constants.some((one) => typeof one === 'string') || value.taints.length > 0;
}

/** Where a summand stands; of a sum itself its own summands are told. */
function placeOf(node: Expression, context: Context): Location | 'told' {
  return node.kind === 'binary' && node.operator === '+' ? 'told' : context.frame.module.at(node.span);
}

function added(
  machine: Machine,
  left: Value,
  right: Value,
  at: Location,
  places: readonly (Location | 'told')[],
): Value {
  const folded = arithmetic('+', left, right);
  if (folded) return folded;
  if (left.objects.some((one) => one.kind === 'list') && right.objects.some((one) => one.kind === 'list'))
    return appended(machine, left, right, at);
  return concatenated(machine, [left, right], at, places);
}

/** The items of one list after those of another. */
function appended(machine: Machine, left: Value, right: Value, at: Location): Value {
  const made = new Obj('list', undefined, at);
  let length: number | undefined = 0;
  for (const side of [left, right]) {
    const [one] = side.objects;
    const isKnown = side.objects.length === 1 && one?.kind === 'list' && !machine.state.get(one.rest);
    if (isKnown && one && length !== undefined) {
      for (let index = 0; index < one.fields.size; index++)
        machine.state.set(made.field(String(length + index)), machine.state.get(one.field(String(index))) ?? UNKNOWN);
      length += one.fields.size;
      continue;
    }
    length = undefined;
    machine.state.add(made.rest, element(machine, { ...side, taints: [] }, at));
  }
  return { ...UNKNOWN, objects: [made], taints: joinTaints(left.taints, right.taints) };
}

function arithmetic(operator: string, left: Value, right: Value): Value | undefined {
  if (left.open || right.open || isObject(left) || isObject(right)) return undefined;
  if (left.taints.length > 0 || right.taints.length > 0) return undefined;
  if (left.constants.length * right.constants.length > 12 || left.constants.length * right.constants.length === 0)
    return undefined;
  const results: Constant[] = [];
  for (const a of left.constants) {
    for (const b of right.constants) {
      const result = applied(operator, a, b);
      if (result === undefined) return undefined;
      results.push(result);
    }
  }
  return { ...NEVER, constants: [...new Set(results)] };
}

function applied(operator: string, a: Constant, b: Constant): Constant | undefined {
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
    const text = textOf(a) + textOf(b);
    return text.length <= MAX_TEXT ? text : undefined;
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '/') return b === 0 ? undefined : a / b;
  if (operator === '**') return a ** b;
  return undefined;
}

/** `'… %s …' % (a, b)`, `% name`, `% { … }`. */
function formatted(machine: Machine, left: Value, right: Value, at: Location): Value {
  const [format] = left.constants;
  if (typeof format !== 'string' || left.open) return concatenated(machine, [left, right], at);
  const one = right.objects.length === 1 ? right.objects[0] : undefined;
  const values: Value[] = [];
  if (one?.kind === 'list') {
    for (let index = 0; one.fields.has(String(index)); index++)
      values.push(machine.state.get(one.field(String(index))) ?? UNKNOWN);
  } else values.push(right);
  const pieces = format.split(/(%(?:\([^)]{0,100}\))?[-#0 +]{0,5}\d{0,5}(?:\.\d{1,5})?[a-zA-Z])/);
  let next = 0;
  return concatenated(
    machine,
    pieces.map((piece) => {
      if (!/^%./.test(piece) || piece === '%%') return piece;
      const name = /^%\(([^)]*)\)/.exec(piece)?.[1];
      const cell = name === undefined ? undefined : one?.fields.get(name);
      const value = name === undefined ? values[next++] : cell ? machine.state.get(cell) : right;
      if (!value) return '';
      return /[dioxXeEfFgG]$/.test(piece) ? { ...UNKNOWN, taints: made(value.taints, AS_NUMBER) } : value;
    }),
    at,
  );
}

function compared(machine: Machine, operator: string, left: Value, right: Value): Value {
  const negated =
    operator === '!=' || operator === '!==' || operator === 'not in' || operator === 'is not' || operator === '<>';
  const implied = implicationsOf(machine, operator, left, right);
  const implies = implied && (negated ? { truthy: implied.falsy, falsy: implied.truthy } : implied);
  const known = decided(operator, left, right);
  if (known !== undefined) return { ...constant(known), ...(implies ? { implies } : {}) };
  return { ...UNKNOWN, constants: [true, false], open: false, implies };
}

/** What two constants that are alone tell. */
function decided(operator: string, left: Value, right: Value): boolean | undefined {
  if (left.open || right.open || left.constants.length !== 1 || right.constants.length !== 1) return undefined;
  if (isObject(left) || isObject(right) || left.taints.length > 0 || right.taints.length > 0) return undefined;
  const [a] = left.constants;
  const [b] = right.constants;
  if (operator === '===' || operator === '==' || operator === 'is') return a === b;
  if (operator === '!==' || operator === '!=' || operator === 'is not') return a !== b;
  return undefined;
}

function implicationsOf(machine: Machine, operator: string, left: Value, right: Value): Implications | undefined {
  if (operator === 'in' || operator === 'not in') {
    if (!left.open && right.taints.length > 0) keepHalfCheck(machine, right.taints, 'anywhere', left.constants[0]);
    const climbing = climbTest(left, right);
    if (climbing) return climbing;
    if (machine.language.name === 'javascript') return knownOf(left.taints, hasOwnKeys(right) ? EVERYTHING : 0);
    return isTrusted(machine, right) ? knownOf(left.taints, EVERYTHING) : undefined;
  }
  const bounded = boundTest(machine, operator, left, right);
  if (bounded) return bounded;
  const positioned = positionTest(machine, operator, left, right);
  if (positioned) return positioned;
  if (!/^(?:[!=]==?|is|is not|<>)$/.test(operator)) return undefined;
  const route = routeTest(machine, left, right);
  if (route) return route;
  const nothing = nothingTest(left, right) ?? nothingTest(right, left);
  if (nothing) return nothing;
  const typed = typeTest(left, right) ?? typeTest(right, left);
  if (typed) return typed;
  const prototype = prototypeTest(left, right) ?? prototypeTest(right, left);
  if (prototype) return prototype;
  if (left.taints.length > 0 && isTrusted(machine, right)) return knownOf(left.taints, EVERYTHING);
  if (right.taints.length > 0 && isTrusted(machine, left)) return knownOf(right.taints, EVERYTHING);
  return undefined;
}

/** `'..' in path`: without it a path does not climb. */
function climbTest(left: Value, right: Value): Implications | undefined {
  if (left.open || !left.constants.includes('..') || right.taints.length === 0 || right.objects.length > 0)
    return undefined;
  return negation(knownOf(right.taints, safeFor('path', 'archive')));
}

/** `n > 100`: where it is false, somebody else's number is no larger than ours. */
function boundTest(machine: Machine, operator: string, left: Value, right: Value): Implications | undefined {
  const [, sign] = /^([<>])=?$/.exec(operator) ?? [];
  if (sign === undefined) return undefined;
  const measured = lengthOf(left) ?? lengthOf(right);
  const isLeft = measured ? lengthOf(left) !== undefined : left.taints.length > 0;
  if (!isTrusted(machine, isLeft ? right : left)) return undefined;
  const below = (sign === '<') === isLeft;
  const taints = measured ?? (isLeft ? left.taints : right.taints);
  const known = knownOf(measured ? [...taints, ...taints.flatMap(unpackedFrom)] : taints, safeFor('allocation'));
  return below ? known : negation(known);
}

/** How the length of a text is known where it is no field of it: `len(text)`. */
export const LENGTH = '<length>';

/** The marks of the text that a number is the length of. */
function lengthOf(value: Value): readonly Taint[] | undefined {
  const [api] = value.apis;
  if (api?.path === LENGTH) return api.receiver?.taints ?? [];
  const fields = value.taints.filter(({ origin, path }) => origin === 'event' && path.at(-1) === 'length');
  if (fields.length === 0) return undefined;
  return value.taints.flatMap((one) =>
    one.path.at(-1) === 'length' ? [one, { ...one, key: one.key.replace(/\.?length$/, '') }] : one,
  );
}

/** A text that is no longer than it may be holds no more when it is decoded. */
function unpackedFrom(taint: Taint): readonly Taint[] {
  return ['<base64>', '<decoded>', '<json>'].map((marker) => ({ ...taint, key: `${taint.key}.${marker}` }));
}

/** `match is None`: what a value tells when it counts as true is so where it is something. */
function nothingTest(left: Value, right: Value): Implications | undefined {
  const isNothing =
    !right.open && right.constants.length > 0 && right.constants.every((one) => one === null || one === undefined);
  return isNothing && right.taints.length === 0 ? negation(left.implies) : undefined;
}

/** `list.indexOf(x) !== -1`, `>= 0`, `> -1`. */
function positionTest(machine: Machine, operator: string, left: Value, right: Value): Implications | undefined {
  const [position] = left.apis;
  const [bound] = right.constants;
  if (position?.path !== '<index>' || (bound !== -1 && bound !== 0)) return undefined;
  const taints = deepTaints(machine, position.args?.list[0] ?? UNKNOWN);
  const found = knownOf(taints, EVERYTHING);
  if (!found) return undefined;
  if (/^[!=]==?$/.test(operator)) return bound === -1 ? negation(found) : undefined;
  if (operator === '>' || operator === '>=') return found;
  return operator === '<' || operator === '<=' ? negation(found) : undefined;
}

/** `typeof x === 'number'`. */
function typeTest(left: Value, right: Value): Implications | undefined {
  const [kind] = right.constants;
  if (left.apis[0]?.path !== '<typeof>' || typeof kind !== 'string') return undefined;
  const taints = left.apis[0].receiver?.taints ?? [];
  if (kind === 'number' || kind === 'boolean' || kind === 'bigint') return knownOf(taints, AS_NUMBER);
  if (kind === 'string') return knownOf(taints, AS_TEXT);
  return knownOf(taints, 0);
}

/** `key === '__proto__'`: where it is not, the key does not lead to what all objects share. */
function prototypeTest(left: Value, right: Value): Implications | undefined {
  if (right.open || right.constants[0] !== '__proto__' || left.taints.length === 0) return undefined;
  const safe = knownOf(left.taints, safeFor('object-key'));
  return safe && { truthy: NOTHING_KNOWN, falsy: safe.truthy };
}

/** Whether nobody outside decided what a value is. A comparison with nothing (`null`) says nothing of what is there otherwise. */
export function isTrusted(machine: Machine, value: Value): boolean {
  if (
    value.constants.length > 0 &&
    value.constants.every((one) => one === null || one === undefined || one === '' || typeof one === 'boolean')
  )
    return false;
  return deepTaints(machine, value).every((taint) => taint.origin !== 'event');
}

function hasOwnKeys(value: Value): boolean {
  return value.objects.some((one) => one.kind === 'map' && one.fields.size > 0);
}

/** A check whose success makes what is marked safe. Only marks as they came are checked: a part or an encoding of them is not. */
export function knownOf(taints: readonly Taint[], safe: Safe): Implications | undefined {
  const checked: Refinement = new Map(
    taints.filter((taint) => taint.origin === 'event').map((taint) => [taint.key, safe]),
  );
  return taints.length === 0 || safe === 0 ? undefined : { truthy: checked, falsy: NOTHING_KNOWN };
}

/** The other way round. */
export function negation(implies: Implications | undefined): Implications | undefined {
  return implies && { truthy: implies.falsy, falsy: implies.truthy };
}

/** Whether a value counts as true: undefined where it may be either. Empty lists and maps are true in one language and false in the other. */
export function truth(value: Value): boolean | undefined {
  if (value.taints.length > 0 || value.open) return undefined;
  if (isObject(value)) return value.constants.length === 0 && value.objects.length === 0 ? true : undefined;
  if (value.constants.length === 0) return value.regex ? true : undefined;
  const truths = new Set(value.constants.map(Boolean));
  return truths.size === 1 ? [...truths][0] : undefined;
}
