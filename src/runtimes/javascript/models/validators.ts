import type { Model } from '#runtimes/engine/language';
import { checks, cleans, taintsAt } from '#runtimes/engine/models';
import { safetyOf } from '#runtimes/engine/patterns';
import { AS_NUMBER, AS_TEXT, EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';
import { each } from '#runtimes/javascript/models/family';

/** What a text is safe for that consists of some characters only. */
function consisting(pattern: string): Safe {
  return (safetyOf(pattern, '') ?? 0) | AS_TEXT;
}

/** What texts of certain forms are safe for; of the forms that may hold quotes and angle brackets only that they are texts. */
export const FORMS: Readonly<Record<string, Safe>> = {
  uuid: consisting('^[0-9a-fA-F-]{36}$'),
  hex: consisting('^[0-9a-fA-F]+$'),
  alphanumeric: consisting('^[0-9a-zA-Z]+$'),
  alpha: consisting('^[a-zA-Z]+$'),
  token: consisting('^[0-9a-zA-Z_]+$'),
  slug: consisting('^[0-9a-zA-Z_-]+$'),
  base64: consisting('^[0-9a-zA-Z+/=]+$'),
  digits: consisting('^[0-9.+-]+$'),
  date: consisting('^[0-9TZ:.+-]+$'),
  address: consisting('^[0-9a-fA-F.:]+$'),
  email: AS_TEXT | safeFor('header', 'log'),
  host: consisting('^[0-9a-zA-Z.-]+$'),
  text: AS_TEXT,
  number: AS_NUMBER,
  one: EVERYTHING,
};

function form(name: keyof typeof FORMS): Model {
  return checks(FORMS[name] ?? 0, 0);
}

const isIn: Model = (view) => {
  const list = view.arg(1);
  return list && view.taints(list).length === 0 ? view.check(taintsAt(view, [0]), EVERYTHING) : undefined;
};

const matches: Model = (view) => {
  const regex = view.arg(1)?.regex;
  return regex ? view.check(taintsAt(view, [0]), safetyOf(regex.pattern, regex.flags) ?? EVERYTHING) : undefined;
};

/** https://github.com/validatorjs/validator.js#validators */
const VALIDATOR: Readonly<Record<string, Model>> = {
  isUUID: form('uuid'),
  ...each('isInt isFloat isNumeric isDecimal isPort isBoolean isDivisibleBy isLatLong', form('number')),
  ...each('isHexadecimal isMongoId isMD5 isHash isULID', form('hex')),
  isAlphanumeric: form('alphanumeric'),
  isAlpha: form('alpha'),
  isSlug: form('slug'),
  isBase64: form('base64'),
  ...each('isDate isISO8601 isRFC3339', form('date')),
  isIP: form('address'),
  ...each('isFQDN', form('host')),
  isEmail: form('email'),
  isIn,
  matches,
  escape: cleans('HTML escaping', ['html', 'mail', 'xml'], 0),
  ...each('toInt toFloat toDate toBoolean', cleans('conversion to a number', AS_NUMBER, 0)),
};

export const VALIDATORS: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    Object.entries(VALIDATOR).flatMap(([name, model]) => [
      [`validator.${name}`, model],
      [`validator/lib/${name}`, model],
      [`validator/es/lib/${name}`, model],
    ]),
  ),
  ...each('uuid.validate is-uuid is-uuid.v4 is-uuid.anyNonNil uuid-validate', form('uuid')),
  'class-validator.isUUID': form('uuid'),
  ...each(
    'mongodb.ObjectId mongodb.ObjectID mongoose.Types.ObjectId bson.ObjectId mongodb.ObjectId.createFromHexString',
    cleans('an identifier', FORMS.hex ?? 0, 0),
  ),
  ...each('mongodb.ObjectId.isValid mongoose.Types.ObjectId.isValid mongoose.isValidObjectId', checks(AS_TEXT, 0)),
  'net.isIP': form('address'),
  'net.isIPv4': form('address'),
};
