import { describe } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';

const Q = 'await pool.query(`SELECT ${value}`);';
const PG = "const { Pool } = require('pg'); const pool = new Pool();\n---\n";

describe('values on their way', () => {
  cases([
    [`${PG}const all = new Map([['a', id], ['b', 'ours']]); const value = all.get('a'); ${Q}`, 'sql'],
    [`${PG}const all = new Map([['a', id], ['b', 'ours']]); const value = all.get('b'); ${Q}`, ''],
    [`${PG}const { value } = Object.fromEntries([['value', id], ['b', 'ours']]); ${Q}`, 'sql'],
    [`${PG}const { value } = Object.fromEntries([['b', id], ['value', 'ours']]); ${Q}`, ''],
    [`${PG}const value = Reflect.apply((x) => x, null, [id]); ${Q}`, 'sql'],
    [`${PG}const value = Reflect.apply((x, y) => y, null, [id, 'ours']); ${Q}`, ''],
    [`${PG}const value = id.split('=')[1]; if (!['a', 'b'].includes(value)) return; ${Q}`, ''],
    [`${PG}const value = id.split('=')[1]; if (!['a', 'b'].includes(name)) return; ${Q}`, 'sql'],
    [`${PG}const value = id.slice(1); if (value !== 'a') throw new Error('no'); ${Q}`, ''],
    [`${PG}const part = id.slice(1); if (part !== 'a') throw new Error('no'); const value = id; ${Q}`, 'sql'],
    [`const { parse } = require('cookie');\n${PG}const { value } = parse(event.headers.cookie); ${Q}`, 'sql'],
  ]);
});

describe('keys and records', () => {
  const PRISMA = "const { PrismaClient } = require('@prisma/client'); const prisma = new PrismaClient();\n---\n";
  cases([
    ['const counts = { a: {} }; counts[id].seen = true;', 'object-key'],
    ["const counts = { a: {} }; if (!['a'].includes(id)) return; counts[id].seen = true;", ''],
    ['const counts = {}; counts[id] = 1;', ''],
    [`${PRISMA}await prisma.account.update({ where: { id }, data: { ...body.changes } });`, 'record'],
    [`${PRISMA}await prisma.account.update({ where: { id }, data: { name: body.name } });`, ''],
  ]);
});

describe('queries of GraphQL', () => {
  const AXIOS = "const axios = require('axios');\n---\n";
  const QUERY = '{ films(title: "${name}") { id } }';
  cases([
    [`${AXIOS}await axios.post('https://a.example.com/graphql', { query: \`${QUERY}\` }, { timeout: 1 });`, 'graphql'],
    [
      `${AXIOS}await axios.post('https://a.example.com/graphql', { query: 'query($t: String) { films(title: $t) { id } }', variables: { t: name } });`,
      '',
    ],
    [
      `await fetch('https://a.example.com/graphql', { method: 'POST', body: JSON.stringify({ query: \`${QUERY}\` }) });`,
      'graphql',
    ],
    [`await fetch('https://a.example.com/search', { method: 'POST', body: JSON.stringify({ query: name }) });`, ''],
  ]);
});
