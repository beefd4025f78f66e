import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const JAVASCRIPT_STORE = `const { DynamoDBClient, DeleteItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
class Store {
  async remove(event) { return client.send(new DeleteItemCommand({ TableName: 'orders', Key: event })); }
}
module.exports = { Store };`;
const PYTHON_STORE = `import boto3

def remove(event):
    boto3.client('dynamodb').delete_item(TableName='orders', Key=event)
`;
const CALLED = 'dynamodb DeleteItem Key=<is decided at run time> TableName=orders (occasional)';

const javascript = (code: string) => calledIn({ 'src/app.js': code, 'src/store.js': JAVASCRIPT_STORE });
const python = (code: string) => calledIn({ 'src/app.py': code, 'src/store.py': PYTHON_STORE });

describe('a name that is made at run time', () => {
  it('may be that of every method that is loaded', async () => {
    const store = "const { Store } = require('./store');\nconst store = new Store();\n";
    expect(await javascript(`${store}exports.handler = async (event) => store[event.action](event);`)).toContain(
      CALLED,
    );
    expect(
      await javascript(
        `${store}exports.handler = async (event) => {\n  const run = store[event.action];\n  return run(event);\n};`,
      ),
    ).toContain(CALLED);
    expect(await javascript(`${store}exports.handler = async (event) => store['other'](event);`)).toEqual([]);
  });

  it('may be that of every function of a module', async () => {
    expect(
      await python(`import store

def handler(event, context):
    return getattr(store, event['action'])(event)
`),
    ).toContain(CALLED);
    expect(
      await python(`from store import remove

def handler(event, context):
    return globals()[event['action']](event)
`),
    ).toContain(CALLED);
    expect(
      await python(`import store\n\ndef handler(event, context):\n    return getattr(store, 'other')(event)\n`),
    ).toEqual([]);
  });
});

describe('code that is chosen at run time', () => {
  const GAP = 'gap * code is run that is chosen at run time';

  it('may call anything', async () => {
    for (const run of [
      "require('./actions/' + event.action).run(event)",
      'require(`./actions/${event.action}`).run(event)',
      'import(event.action)',
      "new (require('worker_threads').Worker)('./work.js')",
      "require('child_process').fork('./work.js')",
      'eval(event.code)',
    ])
      expect(await javascript(`exports.handler = async (event) => ${run};`)).toContain(GAP);
    for (const run of [
      "__import__('importlib').import_module(event['action'])",
      "exec(open('work.py').read())",
      "eval(event['code'])",
    ])
      expect(await python(`def handler(event, context):\n    return ${run}\n`)).toContain(GAP);
  });

  it('is no file that is named, and nothing that is called alike', async () => {
    expect(
      await javascript("const { Store } = require('./store');\nexports.handler = async () => /a/.exec('b');"),
    ).toEqual([]);
    expect(await python("import re\n\ndef handler(event, context):\n    return frame.eval('x')\n")).toEqual([]);
  });

  it('is what a command runs', async () => {
    const run = (command: string) =>
      python(`import subprocess\n\ndef handler(event, context):\n    subprocess.run(${command})\n`);
    expect(await run("['python3', 'store.py']")).toEqual(['gap * a command is run that may call anything']);
    expect(await run("['ffmpeg', '-i', 'in.mp4', 'out.gif']")).toEqual([]);
  });
});
