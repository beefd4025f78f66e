import { describe, expect, test } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';
import { flowsIn } from '#test/runtimes/run';

const HEAD = `const { Pool } = require('pg'); const pool = new Pool(); const { MongoClient } = require('mongodb');
const users = new MongoClient('mongodb://h').db('a').collection('users');
`;
const SQL = "await pool.query('SELECT ' + data.id);";
const STORE = 'await users.insertOne(data);';

describe('Joi', () => {
  const JOI = `${HEAD}const Joi = require('joi'); const S = Joi.object({ id: Joi.string().guid() });\n`;
  cases([
    [`${JOI}---\nconst { value: data, error } = S.validate(body); if (error) return; ${STORE}`, ''],
    [`${JOI}---\nconst { value: data, error } = S.unknown(true).validate(body); if (error) return; ${STORE}`, 'record'],
    [
      `${JOI}---\nconst { value: data, error } = S.validate(body, { allowUnknown: true }); if (error) return; ${STORE}`,
      'record',
    ],
    [
      `${JOI}---\nconst { value: data, error } = S.validate(body, { allowUnknown: true, stripUnknown: true }); if (error) return; ${STORE}`,
      '',
    ],
    [`${JOI}---\nconst data = await S.unknown().validateAsync(body); ${SQL}`, ''],
  ]);
});

describe('yup', () => {
  const YUP = `${HEAD}const yup = require('yup'); const S = yup.object({ id: yup.string().uuid() });\n`;
  cases([
    [`${YUP}---\nconst data = await S.validate(body); ${STORE}`, 'record'],
    [`${YUP}---\nconst data = await S.validate(body, { stripUnknown: true }); ${STORE}`, ''],
    [`${YUP}---\nconst data = await S.noUnknown().validate(body); ${STORE}`, ''],
  ]);
});

describe('TypeBox', () => {
  const BOX = (options = '') =>
    `${HEAD}const { Type } = require('@sinclair/typebox'); const { Value } = require('@sinclair/typebox/value');\nconst S = Type.Object({ id: Type.String({ format: 'uuid' }) }${options});\n`;
  cases([
    [`${BOX()}---\nif (!Value.Check(S, body)) return; const data = body; ${SQL}`, ''],
    [`${BOX()}---\nif (!Value.Check(S, body)) return; const data = body; ${STORE}`, 'record'],
    [
      `${BOX(', { additionalProperties: false }')}---\nif (!Value.Check(S, body)) return; const data = body; ${STORE}`,
      '',
    ],
    [`${BOX()}---\nconst data = Value.Parse(S, body); ${STORE}`, ''],
    [`${BOX()}---\nconst data = Value.Decode(S, body); ${STORE}`, 'record'],
  ]);
});

describe('ajv', () => {
  const AJV = (options: string, more = '') =>
    `${HEAD}const Ajv = require('ajv'); const ajv = new Ajv(${options}); const check = ajv.compile({ type: 'object', properties: { id: { type: 'string', format: 'uuid' } }${more} });\n`;
  const CHECKED = 'if (!check(body)) return; const data = body;';
  cases([
    [`${AJV('')}---\n${CHECKED} ${STORE}`, 'record'],
    [`${AJV('', ', additionalProperties: false')}---\n${CHECKED} ${STORE}`, ''],
    [`${AJV("{ removeAdditional: 'all' }")}---\n${CHECKED} ${STORE}`, ''],
    [`${AJV('{ removeAdditional: true }')}---\n${CHECKED} ${STORE}`, 'record'],
    [`${AJV('')}---\n${CHECKED} ${SQL}`, ''],
  ]);
});

describe('valibot', () => {
  const V = `${HEAD}const v = require('valibot');\n`;
  cases([
    [`${V}---\nconst data = v.parse(v.object({ id: v.string() }), body); ${STORE}`, ''],
    [`${V}---\nconst data = v.parse(v.looseObject({ id: v.string() }), body); ${STORE}`, 'record'],
  ]);
});

describe('io-ts', () => {
  const T = `${HEAD}const t = require('io-ts'); const { UUID } = require('io-ts-types'); const { isRight } = require('fp-ts/Either');\n`;
  const DECODED = 'const result = S.decode(body); if (!isRight(result)) return; const data = result.right;';
  cases([
    [`${T}const S = t.type({ id: t.string });\n---\n${DECODED} ${SQL}`, 'sql'],
    [`${T}const S = t.type({ id: t.number });\n---\n${DECODED} ${SQL}`, ''],
    [`${T}const S = t.type({ id: t.keyof({ a: null, b: null }) });\n---\n${DECODED} ${SQL}`, ''],
    [`${T}const S = t.type({ id: t.union([t.literal('a'), t.number]) });\n---\n${DECODED} ${SQL}`, ''],
    [`${T}const S = t.type({ id: t.string });\n---\n${DECODED} ${STORE}`, 'record'],
    [`${T}const S = t.exact(t.type({ id: t.string }));\n---\n${DECODED} ${STORE}`, ''],
    [`${T}const S = t.strict({ id: t.string });\n---\n${DECODED} ${STORE}`, ''],
    [`${T}const S = t.type({ id: t.Int });\n---\nif (!S.is(body)) return; const data = body; ${SQL}`, ''],
    [`${T}const S = t.type({ id: t.string });\n---\nif (!S.is(body)) return; const data = body; ${SQL}`, 'sql'],
  ]);
});

describe('class-validator', () => {
  const followed = async (validation: string, use: string): Promise<string> => {
    const found = await flowsIn({
      'src/app.ts': `import { plainToInstance } from 'class-transformer'; import { IsInt, IsString, IsUUID, Matches, validate, validateOrReject } from 'class-validator';
import { Pool } from 'pg'; import { MongoClient } from 'mongodb';
const pool = new Pool(); const users = new MongoClient('mongodb://h').db('a').collection('users');
class Base { @IsInt() n!: number; }
class User extends Base { @IsUUID() id!: string; @IsString() name!: string; @Matches(/^[a-z]+$/) code!: string; }
export const handler = async (event: any) => {
  const user = plainToInstance(User, JSON.parse(event.body));
  ${validation}
  ${use}
};`,
    });
    return found.map((one) => one.split(' ')[1]).join(' ');
  };

  test.each([
    ['await validateOrReject(user);', "await pool.query('SELECT ' + user.id);", ''],
    ['await validateOrReject(user);', "await pool.query('SELECT ' + user.n);", ''],
    ['await validateOrReject(user);', "await pool.query('SELECT ' + user.code);", ''],
    ['await validateOrReject(user);', "await pool.query('SELECT ' + user.name);", 'sql'],
    ['', "await pool.query('SELECT ' + user.id);", 'sql'],
    [
      'const errors = await validate(user); if (errors.length > 0) return;',
      "await pool.query('SELECT ' + user.id);",
      '',
    ],
    ['await validateOrReject(user);', 'await users.insertOne(user);', 'record'],
    ['await validateOrReject(user, { whitelist: true });', 'await users.insertOne(user);', ''],
    ['await validateOrReject(user, { whitelist: true });', "await pool.query('SELECT ' + user.name);", 'sql'],
  ])('%s %s', async (validation, use, sinks) => {
    expect(await followed(validation, use)).toBe(sinks);
  });
});
