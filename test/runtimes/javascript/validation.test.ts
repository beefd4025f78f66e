import { describe } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';

const HEAD = "const { Pool } = require('pg'); const pool = new Pool(); const validator = require('validator');\n";
const Q = "await pool.query('SELECT ' + id);";

describe('validators', () => {
  cases([
    [`${HEAD}---\nif (!validator.isUUID(id)) return; ${Q}`, ''],
    [`${HEAD}---\nif (!validator.isEmail(id)) return; ${Q}`, 'sql'],
    [`${HEAD}---\nif (!validator.isIn(id, ['a', 'b'])) return; ${Q}`, ''],
    [`${HEAD}---\nif (!validator.matches(id, /^[a-z]+$/)) return; ${Q}`, ''],
    [`${HEAD}---\nif (!validator.matches(id, /[a-z]+/)) return; ${Q}`, 'sql'],
    [`${HEAD}---\nif (validator.isUUID(id)) return; ${Q}`, 'sql'],
    [`${HEAD}---\nif (!validator.isLength(id, { max: 5 })) return; ${Q}`, 'sql'],
    [`${HEAD}---\nif (!require('uuid').validate(id)) throw new Error('no'); ${Q}`, ''],
  ]);
});

describe('schemas', () => {
  const ZOD = `${HEAD}const { z } = require('zod');\n`;
  const JOI = `${HEAD}const Joi = require('joi');\n`;
  const AJV = `${HEAD}const Ajv = require('ajv'); const ajv = new Ajv();\n`;
  const YUP = `${HEAD}const yup = require('yup');\n`;
  const VALIBOT = `${HEAD}const v = require('valibot');\n`;
  const MONGO =
    "const { MongoClient } = require('mongodb'); const users = new MongoClient('m').db().collection('u');\n";
  const B = "await pool.query('SELECT ' + data.id);";
  cases([
    [`${ZOD}const S = z.object({ id: z.string().uuid() });\n---\nconst data = S.parse(body); ${B}`, ''],
    [`${ZOD}const S = z.object({ id: z.string().min(1) });\n---\nconst data = S.parse(body); ${B}`, 'sql'],
    [`${ZOD}const S = z.object({ id: z.enum(['a', 'b']).optional() });\n---\nconst data = S.parse(body); ${B}`, ''],
    [`${ZOD}const S = z.object({ id: z.coerce.number().int() });\n---\nconst data = S.parse(body); ${B}`, ''],
    [`${ZOD}const S = z.object({ id: z.string().regex(/^[a-z]+$/) });\n---\nconst data = S.parse(body); ${B}`, ''],
    [`${ZOD}const S = z.object({ id: z.string().regex(/[a-z]+/) });\n---\nconst data = S.parse(body); ${B}`, 'sql'],
    [
      `${ZOD}const S = z.object({ id: z.string().transform((x) => Number(x)) });\n---\nconst data = S.parse(body); ${B}`,
      '',
    ],
    [
      `${ZOD}const S = z.object({ id: z.string().refine((x) => ['a'].includes(x)) });\n---\nconst data = S.parse(body); ${B}`,
      '',
    ],
    [
      `${ZOD}const S = z.object({ id: z.union([z.literal('a'), z.number()]) });\n---\nconst data = S.parse(body); ${B}`,
      '',
    ],
    [
      `${ZOD}const S = z.object({ id: z.union([z.string(), z.number()]) });\n---\nconst data = S.parse(body); ${B}`,
      'sql',
    ],
    [
      `${ZOD}const S = z.object({ id: z.string().uuid() });\n---\nconst r = S.safeParse(body); if (!r.success) return; await pool.query('SELECT ' + r.data.id);`,
      '',
    ],
    [
      `${ZOD}const S = z.object({ id: z.string().uuid() });\n---\nif (!S.safeParse(body).success) return; await pool.query('SELECT ' + body.id);`,
      '',
    ],
    [
      `${ZOD}const S = z.object({ id: z.string().uuid() });\n---\nS.safeParse(body); await pool.query('SELECT ' + body.id);`,
      'sql',
    ],
    [
      `${ZOD}${MONGO}const S = z.object({ id: z.string() });\n---\nconst data = S.parse(body); await users.findOne({ id: data.id });`,
      '',
    ],
    [
      `${ZOD}${MONGO}const S = z.object({ id: z.any() });\n---\nconst data = S.parse(body); await users.findOne({ id: data.id });`,
      'nosql',
    ],
    [`${ZOD}${MONGO}const S = z.object({ id: z.string() });\n---\nawait users.insertOne(S.parse(body));`, ''],
    [
      `${JOI}const S = Joi.object({ id: Joi.string().guid().required() });\n---\nconst { error, value: data } = S.validate(body); if (error) return; ${B}`,
      '',
    ],
    [
      `${JOI}const S = Joi.object({ id: Joi.string().required() });\n---\nconst { error, value: data } = S.validate(body); if (error) return; ${B}`,
      'sql',
    ],
    [
      `${JOI}const S = Joi.object({ id: Joi.string().valid('a', 'b') });\n---\nconst { error } = S.validate(body); if (error) throw error; await pool.query('SELECT ' + body.id);`,
      '',
    ],
    [`${JOI}const S = Joi.object({ id: Joi.number() });\n---\nconst data = await S.validateAsync(body); ${B}`, ''],
    [
      `${AJV}const validate = ajv.compile({ type: 'object', properties: { id: { type: 'string', format: 'uuid' } } });\n---\nif (!validate(body)) return; await pool.query('SELECT ' + body.id);`,
      '',
    ],
    [
      `${AJV}const validate = ajv.compile({ type: 'object', properties: { id: { type: 'string' } } });\n---\nif (!validate(body)) return; await pool.query('SELECT ' + body.id);`,
      'sql',
    ],
    [
      `${AJV}const validate = ajv.compile({ type: 'object', properties: { id: { type: 'integer' } } });\n---\nvalidate(body); await pool.query('SELECT ' + body.id);`,
      'sql',
    ],
    [
      `${AJV}const schema = { type: 'object', properties: { id: { enum: ['a'] } } };\n---\nif (!ajv.validate(schema, body)) throw new Error('no'); await pool.query('SELECT ' + body.id);`,
      '',
    ],
    [`${YUP}const S = yup.object({ id: yup.string().uuid() });\n---\nconst data = await S.validate(body); ${B}`, ''],
    [
      `${YUP}const S = yup.object().shape({ id: yup.string().oneOf(['a', 'b']) });\n---\nconst data = S.validateSync(body); ${B}`,
      '',
    ],
    [
      `${YUP}const S = yup.object({ id: yup.string().required() });\n---\nconst data = await S.validate(body); ${B}`,
      'sql',
    ],
    [
      `${VALIBOT}const S = v.object({ id: v.pipe(v.string(), v.uuid()) });\n---\nconst data = v.parse(S, body); ${B}`,
      '',
    ],
    [`${VALIBOT}const S = v.object({ id: v.optional(v.string()) });\n---\nconst data = v.parse(S, body); ${B}`, 'sql'],
    [
      `${VALIBOT}const S = v.object({ id: v.picklist(['a', 'b']) });\n---\nif (!v.is(S, body)) return; await pool.query('SELECT ' + body.id);`,
      '',
    ],
  ]);
});
