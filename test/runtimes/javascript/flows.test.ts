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
