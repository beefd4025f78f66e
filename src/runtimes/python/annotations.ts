import type { Context, Machine } from '#runtimes/engine/machine';
import { safetyOf } from '#runtimes/engine/patterns';
import { listOf, property } from '#runtimes/engine/properties';
import { AS_NUMBER, AS_TEXT, EVERYTHING, NOTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import {
  type Arguments,
  type ClassValue,
  decoded,
  descended,
  joinAll,
  made,
  marked,
  Obj,
  object,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import type { Location } from '#source/file';
import type { Call, ClassMember, Expression } from '#syntax/code/form';

const UUID: Safe = EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource');
const NUMBERS =
  /^(?:builtins\.(?:int|float|bool|complex)|decimal\.Decimal|datetime\.\w+(?:\.\w+)?|pydantic\.(?:\w+\.)?(?:Strict(?:Int|Float|Bool)|(?:Non)?(?:Positive|Negative)(?:Int|Float)|FiniteFloat|ByteSize|(?:Past|Future|Aware|Naive)\w+|con(?:int|float|decimal|date)))$/;

/** What a type from outside lets through. */
function safetyOfType(path: string): Safe {
  if (NUMBERS.test(path)) return AS_NUMBER;
  if (/^(?:uuid\.UUID|pydantic\.(?:\w+\.)?UUID\d?)$/.test(path)) return UUID;
  if (/^ipaddress\.IPv[46]\w+$|^pydantic\.(?:\w+\.)?IPvAny\w+$/.test(path))
    return EVERYTHING & ~safeFor('url', 'identity');
  if (/^pydantic\.(?:\w+\.)?EmailStr$/.test(path))
    return AS_TEXT | safeFor('header', 'log', 'url', 'redirect', 'mail', 'path');
  if (/^builtins\.(?:str|bytes)$|^pydantic\.(?:\w+\.)?(?:constr|StrictStr|HttpUrl|AnyUrl|AnyHttpUrl)$/.test(path))
    return AS_TEXT;
  return NOTHING;
}

/**
 * What is left of marks once a value was checked against the type that stands at a parameter or a field.
 * @param more the default or `Field(…)` beside it, which may hold a pattern
 */
export function typed(
  machine: Machine,
  annotation: Expression,
  taints: readonly Taint[],
  at: Location,
  context: Context,
  more?: Expression,
  depth = 0,
): Value {
  const own = more?.kind === 'call' ? made(taints, constrained(machine, more, context)) : taints;
  const inner = (one: Expression, given: readonly Taint[] = own): Value =>
    depth > 5 ? marked(given) : typed(machine, one, given, at, context, undefined, depth + 1);
  if (annotation.kind === 'binary' && annotation.operator === '|')
    return joinAll(
      [inner(annotation.left), inner(annotation.right)].filter((one) => one.taints.length + one.objects.length > 0),
    );
  if (annotation.kind === 'literal') return annotation.value === null ? UNKNOWN : marked(own);
  if (annotation.kind === 'call')
    return marked(made(own, constrained(machine, annotation, context) | calledType(machine, annotation, context)));
  if (annotation.kind === 'member' && annotation.bracketed)
    return generic(machine, annotation, own, at, context, inner);
  if (annotation.kind !== 'name' && annotation.kind !== 'member') return marked(own);
  const kind = machine.evaluate(annotation, context);
  const [of] = kind.classes;
  if (of) {
    if (extendsAny(of, /^enum\.\w*(?:Enum|Flag)$/)) return marked(made(own, EVERYTHING));
    if (isModel(of)) return modelOf(machine, of, (name) => marked(descended(own, name, at)), at, context);
  }
  const [outside] = kind.apis;
  return marked(outside ? made(own, safetyOfType(outside.path)) : own);
}

function calledType(machine: Machine, node: Call, context: Context): Safe {
  const [outside] = machine.evaluate(node.callee, context).apis;
  return outside ? safetyOfType(outside.path) : NOTHING;
}

/** `Optional[X]`, `list[X]`, `Annotated[X, …]`, `Literal['a']`. */
function generic(
  machine: Machine,
  annotation: Expression & { readonly kind: 'member' },
  taints: readonly Taint[],
  at: Location,
  context: Context,
  inner: (one: Expression, given?: readonly Taint[]) => Value,
): Value {
  const head =
    annotation.object.kind === 'name'
      ? annotation.object.name
      : annotation.object.kind === 'member' && typeof annotation.object.property === 'string'
        ? annotation.object.property
        : '';
  if (head === 'Literal') return marked(made(taints, EVERYTHING));
  // `Optional['Order']` has the name of a class that comes later.
  if (typeof annotation.property === 'string') return marked(taints);
  const parts =
    annotation.property.kind === 'list' ? annotation.property.items.map((one) => one.value) : [annotation.property];
  const [first] = parts;
  if (!first) return marked(taints);
  if (head === 'Optional' || head === 'Union')
    return joinAll(parts.map((one) => inner(one)).filter((one) => one.taints.length + one.objects.length > 0));
  if (head === 'Annotated') {
    const safe = parts
      .slice(1)
      .reduce((sum, one) => (one.kind === 'call' ? sum | constrained(machine, one, context) : sum), NOTHING);
    return inner(first, made(taints, safe));
  }
  if (head === 'Json') return inner(first, decoded(taints, '<json>'));
  if (/^(?:list|List|Sequence|Iterable|set|Set|frozenset|FrozenSet|tuple|Tuple|conlist)$/.test(head))
    return listOf(machine, inner(first, descended(taints, '[]', at)), at);
  return marked(taints);
}

/** What the arguments of `Field(pattern=…)`, `constr(regex=…)`, `Query(…)` let through. */
function constrained(machine: Machine, node: Call, context: Context): Safe {
  for (const { name, value } of node.args) {
    if (name !== 'pattern' && name !== 'regex') continue;
    const [pattern] = machine.evaluate(value, context).constants;
    return typeof pattern === 'string' ? (safetyOf(pattern, '') ?? EVERYTHING) : EVERYTHING;
  }
  return node.args.some(({ name }) => name === 'le' || name === 'lt') ? safeFor('allocation') : NOTHING;
}

/** Whether a class is, at some remove, of a class from outside. */
export function extendsAny(of: ClassValue, pattern: RegExp, depth = 0): boolean {
  return of.bases.some(
    (base) =>
      base.apis.some(({ path }) => pattern.test(path)) ||
      (depth < 6 && base.classes.some((parent) => extendsAny(parent, pattern, depth + 1))),
  );
}

/** A class whose instances are checked by the annotations of its fields. */
export function isModel(of: ClassValue): boolean {
  return extendsAny(
    of,
    /^(?:pydantic\.(?:\w+\.)*(?:BaseModel|BaseSettings)|aws_lambda_powertools\.utilities\.parser\.\S+|sqlmodel\.SQLModel)$/,
  );
}

/** All fields of a class and of what it extends, nearest first. */
function fieldsOf(of: ClassValue, depth = 0): readonly (readonly [ClassMember, ClassValue])[] {
  const own = of.code.members.filter((one) => one.kind === 'field').map((one) => [one, of] as const);
  return depth > 5
    ? own
    : [...own, ...of.bases.flatMap((base) => base.classes.flatMap((parent) => fieldsOf(parent, depth + 1)))];
}

/** An instance of a model: each field as its annotation, its constraints and its validators let it through. */
export function modelOf(
  machine: Machine,
  of: ClassValue,
  given: (name: string) => Value,
  at: Location,
  context: Context,
  existing?: Obj,
): Value {
  const instance = existing ?? new Obj('instance', of, at);
  for (const [member, owner] of fieldsOf(of)) {
    const { name, annotation, value } = member;
    if (typeof name !== 'string' || !annotation || instance.fields.has(name)) continue;
    const inner: Context = { ...context, scope: owner.scope };
    const source = given(aliasOf(machine, value, inner) ?? name);
    const taints = source.taints;
    const judged = taints.length > 0 ? typed(machine, annotation, taints, at, inner, value) : source;
    machine.state.set(instance.field(name), validated(machine, owner, name, judged, at, context));
  }
  return object(instance);
}

function aliasOf(machine: Machine, value: Expression | undefined, context: Context): string | undefined {
  if (value?.kind !== 'call') return undefined;
  const alias = value.args.find(({ name }) => name === 'alias' || name === 'validation_alias');
  const [text] = alias ? machine.evaluate(alias.value, context).constants : [];
  return typeof text === 'string' ? text : undefined;
}

/** Runs the validators of a field: what they let through is what they check. */
function validated(
  machine: Machine,
  of: ClassValue,
  field: string,
  value: Value,
  at: Location,
  context: Context,
): Value {
  let result = value;
  for (const member of of.code.members) {
    if (!member.code) continue;
    const isOfField = member.code.decorators.some(
      (one) =>
        one.kind === 'call' &&
        one.callee.kind === 'name' &&
        /^(?:field_validator|validator)$/.test(one.callee.name) &&
        one.args.some((arg) => arg.value.kind === 'literal' && (arg.value.value === field || arg.value.value === '*')),
    );
    if (!isOfField) continue;
    const self: Value = { ...UNKNOWN, open: false, classes: [of] };
    const closure = { code: member.code, scope: of.scope, module: of.module, self, home: of, bound: [self] };
    const args: Arguments = { list: [result, UNKNOWN], named: new Map(), rest: undefined };
    const given = machine.call({ ...UNKNOWN, open: false, closures: [closure] }, args, undefined, at.span, context);
    const wasEnded = machine.ended;
    machine.ended = false;
    if (!wasEnded) result = given.taints.length > 0 || given.objects.length > 0 ? machine.state.baked(given) : result;
  }
  return machine.state.baked(result);
}

/** The fields of a model by what a call gives it: keywords, or a mapping that is spread. */
export function fromArguments(
  machine: Machine,
  args: Arguments,
  at: Location,
  context: Context,
): (name: string) => Value {
  const spread = args.named.get('**') ?? args.rest;
  return (name) => args.named.get(name) ?? (spread ? property(machine, spread, name, at, context) : UNKNOWN);
}
