import { describe } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';

const MERGE = (guard: string): string => `function merge(target, source) {
  for (const key in source) {
    ${guard}
    if (typeof source[key] === 'object') { if (!target[key]) target[key] = {}; merge(target[key], source[key]); }
    else target[key] = source[key];
  }
  return target;
}
---
merge({}, body);`;

describe('keys of objects', () => {
  cases([
    [MERGE(''), 'object-key'],
    [MERGE("if (key === '__proto__' || key === 'constructor') continue;"), ''],
    [MERGE("if (['__proto__', 'constructor', 'prototype'].includes(key)) continue;"), ''],
    [MERGE("if (new Set(['__proto__', 'constructor', 'prototype']).has(key)) continue;"), ''],
    ['const all = {}; all[body.a][body.b] = 1;', 'object-key'],
    ['const all = {}; const one = all[body.a]; one[body.b] = 1;', 'object-key'],
    ['const all = {}; all[body.a] = 1; return all[body.b];', ''],
    ['const all = { x: { y: 1 } }; return all[body.a].y;', ''],
    ['const handlers = { a: () => 1, b: () => 2 }; return handlers[name]();', ''],
    [
      "const TABLES = { a: 'orders', b: 'items' }; await new (require('pg').Pool)().query('SELECT * FROM ' + TABLES[name]);",
      '',
    ],
    ["if (!Object.hasOwn(body, name)) return; await new (require('pg').Pool)().query('SELECT ' + name);", 'sql'],
  ]);
});
