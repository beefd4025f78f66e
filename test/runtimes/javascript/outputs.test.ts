import { describe } from '@jest/globals';
import { cases } from './cases.js';

describe('variables of the environment', () => {
  cases([
    ['process.env.PATH = id;', 'environment'],
    ["process.env[name] = '1';", 'environment'],
    ['const env = process.env; env.NODE_OPTIONS = id;', 'environment'],
    ["process.env.TZ = 'UTC';", ''],
    ['process.env.TZ = id;', ''],
    ['const env = { ...process.env, TZ: id };', ''],
  ]);
});

describe('entries of a log', () => {
  cases([
    ["console.log('by ' + name);", 'log'],
    ["console.warn('by', name);", 'log'],
    ['console.log({ user: name });', ''],
    ['console.log(JSON.stringify(event.headers));', ''],
    ['console.log(event);', ''],
    ["console.log('to ' + event.headers.host);", ''],
    ["console.log('order ' + event.pathParameters.id);", ''],
    ["console.log('order ' + decodeURIComponent(event.pathParameters.id));", 'log'],
  ]);
});

describe('sheets', () => {
  cases([
    ["require('csv-stringify/sync').stringify([[name]]);", 'csv'],
    ["require('papaparse').unparse([{ note: name }]);", 'csv'],
    ["require('csv-stringify/sync').stringify([['\\'' + name]]);", ''],
    ["require('csv-stringify/sync').stringify([[Number(name)]]);", ''],
  ]);
});
