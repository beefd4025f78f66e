import { expect, test } from '@jest/globals';
import { flowsIn } from '#test/runtimes/run';

test('flows are told by file, line, sink and source', async () => {
  const flows = await flowsIn({
    'src/app.js': `const { find } = require('./orders');
exports.handler = async (event) => find(event.pathParameters.id);`,
    'src/orders.js': `const { Pool } = require('pg');
const pool = new Pool();
exports.find = (id) => pool.query(\`SELECT * FROM orders WHERE id = '\${id}'\`);`,
  });
  expect(flows).toEqual(['src/orders.js:3 sql <- event.pathParameters.id']);
});

test.each([
  ["res.set('Content-Type', 'text/html'); res.send('<h1>' + req.query.name);", ['g/index.js:1 html <- req.query.name']],
  ["res.set('Content-Type', 'text/plain'); res.send('<h1>' + req.query.name);", []],
])('functions that Google calls as Express does: %s', async (code, expected) => {
  const flows = await flowsIn({
    'src/app.js': 'exports.handler = async () => 1;',
    'g/package.json': '{ "main": "index.js", "dependencies": { "@google-cloud/functions-framework": "^4.0.0" } }',
    'g/index.js': `exports.page = (req, res) => { ${code} };`,
  });
  expect(flows).toEqual(expected);
});
