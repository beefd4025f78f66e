import type { Model } from '#runtimes/engine/language';
import type { Context, Frame, Module } from '#runtimes/engine/machine';
import { safetyOf } from '#runtimes/engine/patterns';
import { AS_NUMBER, EVERYTHING, type Safe } from '#runtimes/engine/sinks';
import { type ClassValue, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each } from '#runtimes/javascript/models/family';
import { decoratorOf } from '#runtimes/javascript/models/nest';
import { FORMS } from '#runtimes/javascript/models/validators';
import { known, type Schema } from '#runtimes/javascript/schema';
import type { Expression } from '#syntax/code/form';

/** What decorators of fields let through: https://github.com/typestack/class-validator#validation-decorators */
const DECORATORS: Readonly<Record<string, Safe>> = {
  ...Object.fromEntries(
    'IsString Length MinLength MaxLength IsUrl IsNotEmptyString Contains IsJSON'
      .split(' ')
      .map((name) => [name, FORMS.text]),
  ),
  ...Object.fromEntries(
    'IsNumber IsInt IsPositive IsNegative IsBoolean IsDate IsNumberString IsPort IsLatitude IsLongitude IsDecimal'
      .split(' ')
      .map((name) => [name, AS_NUMBER]),
  ),
  ...Object.fromEntries('IsEnum IsIn Equals'.split(' ').map((name) => [name, EVERYTHING])),
  ...Object.fromEntries('IsUUID'.split(' ').map((name) => [name, FORMS.uuid])),
  ...Object.fromEntries('IsMongoId IsHexadecimal IsMD5 IsHash'.split(' ').map((name) => [name, FORMS.hex])),
  ...Object.fromEntries('IsDateString IsISO8601 IsRFC3339 IsMilitaryTime'.split(' ').map((name) => [name, FORMS.date])),
  IsAlpha: FORMS.alpha ?? 0,
  IsAlphanumeric: FORMS.alphanumeric ?? 0,
  IsEmail: FORMS.email ?? 0,
  IsIP: FORMS.address ?? 0,
  IsFQDN: FORMS.host ?? 0,
  IsBase64: FORMS.base64 ?? 0,
  IsLocale: FORMS.slug ?? 0,
};

/** An instance with what it was made of, fields that the class does not have included. */
const instantiated: Model = (view) => {
  const [target, data] = view.args.list;
  const [of] = target?.classes ?? [];
  if (!of || !data) return undefined;
  const one = new Obj('instance', of, view.at);
  const isClosed = view.constant(view.arg('2.excludeExtraneousValues')) === true;
  if (isClosed) takeOver(view, one, of, data);
  else view.machine.state.set(one.spread, data);
  return object(one);
};

/** The fields that a class declares, each as it was sent; all others are gone. */
function takeOver(view: CallView, one: Obj, of: ClassValue, data: Value): void {
  for (const name of namesOf(of)) {
    const field = view.field(data, name);
    if (field) view.machine.state.set(one.field(name), field);
  }
  view.machine.state.set(one.spread, UNKNOWN);
}

function namesOf(of: ClassValue): readonly string[] {
  const own = of.code.members.flatMap(({ kind, name, isStatic }) =>
    kind === 'field' && !isStatic && typeof name === 'string' ? [name] : [],
  );
  return [...own, ...of.bases.flatMap((base) => base.classes.flatMap(namesOf))];
}

/** What an instance is checked to be by the decorators of its class; throws, or gives errors that code asks about. */
const validated: Model = (view) => {
  const at = view.args.list[0]?.constants.some((one) => typeof one === 'string') ? 1 : 0;
  const data = view.arg(at);
  const isClosed = view.constant(view.arg(`${at + 1}.whitelist`)) === true;
  for (const one of data?.objects ?? []) {
    if (!one.of || !data) continue;
    const schema: Schema = { safe: 0, fields: fieldsOf(view, one.of), isOpen: !isClosed };
    view.machine.state.refine(known(view, schema, data));
    if (isClosed) takeOver(view, one, one.of, data);
  }
  return { ...UNKNOWN, pending: [view.at] };
};

function fieldsOf(view: CallView, of: ClassValue): ReadonlyMap<string, Schema> {
  const frame: Frame = { ...view.context.frame, module: of.module as Module };
  const context: Context = { scope: of.scope, frame };
  const fields = new Map<string, Schema>();
  for (const base of of.bases)
    for (const inherited of base.classes)
      for (const [name, schema] of fieldsOf(view, inherited)) fields.set(name, schema);
  for (const { decorators, name } of of.code.members) {
    if (typeof name !== 'string' || decorators.length === 0) continue;
    const safe = decorators.reduce((all, one) => all | safetyOfDecorator(view, one, context), 0);
    fields.set(name, { safe });
  }
  return fields;
}

function safetyOfDecorator(view: CallView, node: Expression, context: Context): Safe {
  const name = decoratorOf(node)?.name ?? '';
  if (name === 'Matches' && node.kind === 'call') {
    const [first] = node.args;
    const regex = first && view.machine.evaluate(first.value, context).regex;
    return regex ? (safetyOf(regex.pattern, regex.flags) ?? EVERYTHING) | (FORMS.text ?? 0) : EVERYTHING;
  }
  if (name === 'Validate' || name === 'ValidateBy') return EVERYTHING;
  return (Object.hasOwn(DECORATORS, name) ? DECORATORS[name] : 0) ?? 0;
}

export const CLASS_VALIDATOR: Readonly<Record<string, Model>> = {
  // https://github.com/typestack/class-transformer#plaintoinstance
  ...each(
    'class-transformer.plainToInstance class-transformer.plainToClass class-transformer.plainToClassFromExist',
    instantiated,
  ),
  ...each('class-validator.validate class-validator.validateOrReject class-validator.validateSync', validated),
  ...each(
    'class-transformer-validator.transformAndValidate class-transformer-validator.transformAndValidateSync',
    (view) => {
      const made = instantiated(view);
      const isClosed = view.constant(view.arg('2.validator.whitelist')) === true;
      for (const one of made?.objects ?? []) {
        if (!one.of || !made) continue;
        view.machine.state.refine(known(view, { safe: 0, fields: fieldsOf(view, one.of), isOpen: !isClosed }, made));
        if (isClosed) takeOver(view, one, one.of, made);
      }
      return made;
    },
  ),
};
