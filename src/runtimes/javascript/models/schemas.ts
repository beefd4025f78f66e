import type { Model } from '#runtimes/engine/language';
import { type Arguments, api, NO_ARGUMENTS, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';
import { checked, known, outcome, passed, type Schema } from '#runtimes/javascript/schema';
import { jsonSchema, schemaOf } from '#runtimes/javascript/schema-readers';

/**
 * What is asked of one check: Joi's and yup's `stripUnknown` takes out fields that have no name, Joi's `allowUnknown` keeps them.
 * https://joi.dev/api/#anyvalidatevalue-options, https://github.com/jquense/yup#schemavalidatevalue-any-options-object-promiseinfertypeschema-validationerror
 */
function optioned(view: CallView, schema: Schema, at: number): Schema {
  const is = (name: string): boolean => view.constant(view.arg(`${at}.${name}`)) === true;
  if (is('stripUnknown')) return { ...schema, isOpen: false };
  return is('allowUnknown') ? { ...schema, isOpen: true } : schema;
}

/** The schema is what the method is called on. */
const parsed: Model = (view) => {
  const data = view.arg(0);
  return data && { ...passed(view, optioned(view, schemaOf(view, view.receiver), 1), data) };
};

/** The schema comes first, what is to be checked second. */
const parsedBy: Model = (view) => {
  const data = view.arg(1);
  return data && passed(view, schemaOf(view, view.arg(0)), data);
};

/** What is to be checked comes first. */
const parsedWith: Model = (view) => {
  const data = view.arg(0);
  return data && passed(view, schemaOf(view, view.arg(1)), data);
};

/** Throws where it does not pass: afterwards it has. */
const asserted: Model = (view) => {
  const data = view.arg(0);
  if (data) view.machine.state.refine(known(view, schemaOf(view, view.arg(1)), data));
  return UNKNOWN;
};

const safely: Model = (view) => {
  const data = view.arg(0);
  return (
    data && outcome(view, schemaOf(view, view.receiver), data, { success: 'success', failure: 'error', value: 'data' })
  );
};

/** Joi's `validate` gives `{ error, value }`. */
const validated: Model = (view) => {
  const data = view.arg(0);
  return (
    data && outcome(view, optioned(view, schemaOf(view, view.receiver), 1), data, { failure: 'error', value: 'value' })
  );
};

const isValid: Model = (view) => {
  const data = view.arg(0);
  return data && checked(view, schemaOf(view, view.receiver), data);
};

/** How a function is known that checks by a JSON schema, which it has behind it. */
const JSON_CHECK = '<json-schema-check>';

const compiled: Model = (view) => {
  const schema = view.arg(0);
  return schema && { ...UNKNOWN, apis: [{ path: JSON_CHECK, receiver: schema, args: settings(view) }] };
};

/** What the validator itself was made with. */
function settings(view: CallView): Arguments {
  return view.receiver.apis.find(({ args }) => args)?.args ?? NO_ARGUMENTS;
}

/** `new Ajv({ removeAdditional: 'all' })` takes out of the data what has no name: https://ajv.js.org/options.html#removeadditional */
function ajvSchema(view: CallView, schema: Value, made: Arguments | undefined): Schema {
  const read = jsonSchema(view, schema);
  const [options] = made?.list ?? [];
  const removing = options && view.constant(view.field(options, 'removeAdditional'));
  return removing === 'all' && read.fields ? { ...read, isOpen: false } : read;
}

export const SCHEMA_FAMILIES = {
  ...family('zod', {
    ...each('parse parseAsync decode', parsed),
    ...each('safeParse safeParseAsync spa', safely),
  }),
  ...family('joi', { ...each('validateAsync', parsed), validate: validated, attempt: parsedWith, assert: asserted }),
  ...family('yup', {
    ...each('validate validateSync cast', parsed),
    ...each('isValid isValidSync', isValid),
  }),
  ...family('valibot', {
    ...each('parse parseAsync', parsedBy),
    ...each('safeParse safeParseAsync', (view) => {
      const data = view.arg(1);
      return (
        data &&
        outcome(view, schemaOf(view, view.arg(0)), data, { success: 'success', failure: 'issues', value: 'output' })
      );
    }),
    is: (view) => {
      const data = view.arg(1);
      return data && checked(view, schemaOf(view, view.arg(0)), data);
    },
  }),
  ...family('superstruct', {
    ...each('create mask', parsedWith),
    assert: asserted,
    is: (view) => {
      const data = view.arg(0);
      return data && checked(view, schemaOf(view, view.arg(1)), data);
    },
  }),
  // https://ajv.js.org/api.html
  ...family('ajv ajv/dist/2019 ajv/dist/2020 ajv/dist/jtd', {
    compile: compiled,
    compileAsync: compiled,
    validate: (view) => {
      const [schema, data] = view.args.list;
      return schema && data && checked(view, ajvSchema(view, schema, settings(view)), data);
    },
  }),
  // https://github.com/sinclairzx81/typebox#values
  ...family('@sinclair/typebox/value @sinclair/typebox/compiler typebox/value', {
    Check: (view) => {
      const [schema, data] = view.args.list;
      return schema && data && checked(view, schemaOf(view, schema), data);
    },
    Decode: parsedBy,
    // It cleans the value of what the schema does not name: https://github.com/sinclairzx81/typebox#parse
    ...each('Parse Clean', (view) => {
      const data = view.arg(1);
      return data && passed(view, { ...schemaOf(view, view.arg(0)), isOpen: false }, data);
    }),
    Compile: compiled,
  }),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/validation/
  ...family('@aws-lambda-powertools/validation', {
    validate: (view) => {
      const data = view.arg('0.payload');
      const schema = view.arg('0.schema');
      return data && schema && passed(view, jsonSchema(view, schema), data);
    },
  }),
};

export const SCHEMAS: Readonly<Record<string, Model>> = {
  [JSON_CHECK]: (view) => {
    const data = view.arg(0);
    return data && checked(view, ajvSchema(view, view.receiver, view.settings), data);
  },
  [`${JSON_CHECK}.Check`]: (view) => {
    const data = view.arg(0);
    const schema = view.receiver.apis[0]?.receiver;
    return data && schema && checked(view, jsonSchema(view, schema), data);
  },
  [`${JSON_CHECK}.errors`]: () => api('<errors>'),
  // https://middy.js.org/docs/middlewares/validator
  '@middy/validator/transpile.transpileSchema': (view) => view.arg(0),
};
