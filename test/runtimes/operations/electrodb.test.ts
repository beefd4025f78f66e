import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const TASKS = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Entity, Service } from 'electrodb';
const client = new DynamoDBClient({});
const table = process.env.TABLE;
export const Task = new Entity(
  { model: { entity: 'task', version: '1', service: 'app' }, attributes: { id: { type: 'string' } },
    indexes: { byId: { pk: { field: 'pk', composite: ['id'] } } } },
  { client, table },
);
`;

async function calls(code: string, tasks = TASKS): Promise<readonly string[]> {
  const head = `import { Task, app } from './tasks';\n`;
  return calledIn({
    'src/app.ts': `${head}export const handler = async (event) => {\n${code}\n};`,
    'src/tasks.ts': tasks,
  });
}

describe('ElectroDB', () => {
  it('calls what ends with go, on the table of the entity', async () => {
    const expected: Readonly<Record<string, string>> = {
      "await Task.get({ id: 'a' }).go();": 'GetItem TableName=${TABLE}',
      "await Task.get([{ id: 'a' }]).go();": 'BatchGetItem RequestItems=${TABLE} TableName=${TABLE}',
      "await Task.put({ id: 'a' }).go();": 'PutItem TableName=${TABLE}',
      "await Task.create({ id: 'a' }).go();": 'PutItem TableName=${TABLE}',
      "await Task.put([{ id: 'a' }]).go();": 'BatchWriteItem RequestItems=${TABLE} TableName=${TABLE}',
      "await Task.upsert({ id: 'a' }).go();": 'UpdateItem TableName=${TABLE}',
      "await Task.update({ id: 'a' }).set({ title: 'x' }).where(({ id }, { eq }) => eq(id, 'a')).go();":
        'UpdateItem TableName=${TABLE}',
      "await Task.patch({ id: 'a' }).add({ count: 1 }).go();": 'UpdateItem TableName=${TABLE}',
      "await Task.delete({ id: 'a' }).go({ response: 'all_old' });": 'DeleteItem TableName=${TABLE}',
      "await Task.remove({ id: 'a' }).go();": 'DeleteItem TableName=${TABLE}',
      "const { data } = await Task.query.byId({ id: 'a' }).gt({ at: 1 }).go({ order: 'desc' }); return data;":
        'Query TableName=${TABLE}',
      "return (await Task.scan.where(({ id }, { eq }) => eq(id, 'a')).go()).data;": 'Scan TableName=${TABLE}',
      "await Task.get({ id: 'a' }).go({ table: 'other' });": 'GetItem TableName=other',
    };
    for (const [code, one] of Object.entries(expected)) expect(await calls(code)).toEqual([`dynamodb ${one}`]);
  });

  it('may call one or the other where an index is chosen by what is passed, and where a list may be', async () => {
    expect(await calls("await Task.match({ id: 'a' }).go();")).toEqual([
      'dynamodb Query TableName=${TABLE} (occasional)',
      'dynamodb Scan TableName=${TABLE} (occasional)',
    ]);
    expect(await calls('await Task.put(JSON.parse(event.body)).go();')).toEqual([
      'dynamodb BatchWriteItem RequestItems=${TABLE} TableName=${TABLE} (occasional)',
      'dynamodb PutItem TableName=${TABLE} (occasional)',
    ]);
    expect(await calls("await Task.query.byId({ id: 'a' }).go({ hydrate: true });")).toEqual([
      'dynamodb BatchGetItem RequestItems=${TABLE} TableName=${TABLE} (occasional)',
      'dynamodb Query TableName=${TABLE}',
    ]);
  });

  it('calls nothing where only the parameters are made', async () => {
    expect(await calls("return Task.get({ id: 'a' }).params();")).toEqual([]);
  });

  it('is called through a service, which gives its table', async () => {
    const service = TASKS.replace('{ client, table }', '{ client }').concat(
      "export const app = new Service({ tasks: Task }, { client, table: 'ours' });",
    );
    const code = `
  await app.entities.tasks.create({ id: 'a' }).go();
  await Task.get({ id: 'a' }).go();
  await app.collections.all({ id: 'a' }).go();
  await app.transaction.write(({ tasks }) => [tasks.put({ id: 'a' }).commit()]).go();
  await app.transaction.get(({ tasks }) => [tasks.get({ id: 'a' }).commit()]).go();`;
    expect(await calls(code, service)).toEqual([
      'dynamodb GetItem TableName=ours',
      'dynamodb PutItem TableName=ours',
      'dynamodb Query TableName=ours',
      'dynamodb TransactGetItems',
      'dynamodb TransactWriteItems (occasional)',
    ]);
  });

  it('leaves a doubt where an entity, or a chain, is lost from sight', async () => {
    expect(await calls('return event.run(Task);')).toEqual([
      expect.stringMatching(/^gap dynamodb a client of dynamodb is handed to/),
    ]);
    expect(await calls("return event.run(Task.get({ id: 'a' }));")).toEqual([
      expect.stringMatching(/^gap dynamodb a client of dynamodb is handed to/),
    ]);
    expect(await calls('return (await event.make(Object.keys(Task))).go();')).toContainEqual(
      expect.stringMatching(/^gap dynamodb /),
    );
    expect(await calls('await Task.somethingNew({}).go();')).toContainEqual(
      expect.stringMatching(/^gap dynamodb what electrodb\.Entity\.somethingNew.* calls is not known/),
    );
  });
});
