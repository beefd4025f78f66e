import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

const ENTITIES = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity, Table, item, string } from 'dynamodb-toolbox';
const documentClient = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const table = new Table({ documentClient, name: () => process.env.TABLE, partitionKey: { name: 'pk', type: 'string' } });
export const Order = new Entity({ name: 'order', table, schema: item({ id: string().key().savedAs('pk') }) });
`;

async function calls(code: string, imports: string, entities = ENTITIES): Promise<readonly string[]> {
  const head = `import { Order, table } from './entities';\n${imports}\n`;
  return calledIn({
    'src/app.ts': `${head}export const handler = async (event: { id: string }) => {\n${code}\n};`,
    'src/entities.ts': entities,
  });
}

const COMMANDS = `import { GetItemCommand, PutItemCommand, UpdateItemCommand, DeleteItemCommand, QueryCommand, EntityRepository,
  BatchGetCommand, BatchGetRequest, executeBatchGet, PutTransaction, ConditionCheck, executeTransactWrite } from 'dynamodb-toolbox';
import { ScanCommand } from 'dynamodb-toolbox/table/actions/scan';`;

describe('DynamoDB-Toolbox', () => {
  it('calls when a command is sent, on the table of the entity', async () => {
    const expected: Readonly<Record<string, string>> = {
      'await Order.build(GetItemCommand).key({ id: event.id }).send();': 'GetItem TableName=${TABLE}',
      'await Order.build(PutItemCommand).item({ id: event.id }).options({ capacity: "TOTAL" }).send();':
        'PutItem TableName=${TABLE}',
      'await Order.build(UpdateItemCommand).item({ id: event.id }).send();': 'UpdateItem TableName=${TABLE}',
      'await Order.build(DeleteItemCommand).key({ id: event.id }).options({ tableName: "other" }).send();':
        'DeleteItem TableName=other',
      'await new PutItemCommand(Order, { id: event.id }).send();': 'PutItem TableName=${TABLE}',
      'const { Items } = await table.build(QueryCommand).entities(Order).query({ partition: event.id }).send(); return Items;':
        'Query TableName=${TABLE}',
      'return table.build(ScanCommand).entities(Order).send();': 'Scan TableName=${TABLE}',
      'return Order.build(EntityRepository).get({ id: event.id });': 'GetItem TableName=${TABLE}',
      'return executeBatchGet(table.build(BatchGetCommand).requests(Order.build(BatchGetRequest).key({ id: event.id })));':
        'BatchGetItem RequestItems=${TABLE}',
      'return Order.build(PutItemCommand).item({ id: event.id }).params();': '',
    };
    for (const [code, one] of Object.entries(expected))
      expect(await calls(code, COMMANDS)).toEqual(one === '' ? [] : [`dynamodb ${one}`]);
  });

  it('writes what is in a transaction', async () => {
    const code =
      'await executeTransactWrite(Order.build(PutTransaction).item({ id: event.id }), Order.build(ConditionCheck).key({ id: "a" }));';
    expect(await calls(code, COMMANDS)).toEqual(['dynamodb TransactWriteItems']);
  });

  it('leaves a doubt where the command, or what it is called on, is lost from sight', async () => {
    expect(await calls('await Order.build(event.command).send();', COMMANDS)).toEqual([
      'gap dynamodb the command is chosen at run time',
    ]);
    expect(await calls('await event.run(Order.build(GetItemCommand));', COMMANDS)).toEqual([
      expect.stringMatching(/^gap dynamodb a client of dynamodb is handed to/),
    ]);
  });

  it('calls by methods of the entity before version 1', async () => {
    const before = ENTITIES.replace('documentClient, name: () =>', 'DocumentClient: documentClient, name:').replace(
      /schema: .*\}\) \}\)/,
      'attributes: { pk: { partitionKey: true } } })',
    );
    const code = `
  await Order.put({ pk: 'a' });
  await Order.get({ pk: 'a' });
  await Order.update({ pk: 'a' });
  await Order.delete({ pk: 'a' }, { execute: false });
  await table.batchWrite([Order.putBatch({ pk: 'a' })]);
  const { Items } = await Order.query('a');
  return Items.map((one) => one.pk);`;
    expect(await calls(code, '', before)).toEqual([
      'dynamodb BatchWriteItem RequestItems=${TABLE} TableName=${TABLE}',
      'dynamodb GetItem TableName=${TABLE}',
      'dynamodb PutItem TableName=${TABLE}',
      'dynamodb Query TableName=${TABLE}',
      'dynamodb UpdateItem TableName=${TABLE}',
    ]);
  });
});
