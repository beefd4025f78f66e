import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';
import { handlersIn } from '#test/runtimes/run';

const V3 = `import { DynamoDBClient, PutItemCommand, QueryCommand, paginateScan } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
`;

describe('the SDK for JavaScript, v3', () => {
  it('is read by its commands, with what they are called on', async () => {
    const code = `${V3}
export const handler = async (event) => {
  const TableName = process.env.TABLE;
  await client.send(new PutItemCommand({ TableName, Item: event }));
  await client.send(new QueryCommand({ TableName: \`orders-\${process.env.STAGE}\`, IndexName: 'byDate' }));
  for await (const page of paginateScan({ client }, { TableName: 'audit' })) console.log(page.Count);
};`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      'dynamodb PutItem TableName=${TABLE}',
      'dynamodb Query IndexName=byDate TableName=orders-${STAGE}',
      'dynamodb Scan TableName=audit',
    ]);
  });

  it('keeps how a statement begins that the event becomes a part of', async () => {
    const code = `import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb';
export const handler = async (event) =>
  new DynamoDBClient({}).send(new ExecuteStatementCommand({ Statement: \`SELECT * FROM "Orders" WHERE id = '\${event.body}'\` }));`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      `dynamodb ExecuteStatement Statement=SELECT * FROM "Orders" WHERE id = '<comes from the event>`,
    ]);
  });

  it('follows commands and clients through modules, classes, helpers and aliases', async () => {
    const files = {
      'src/app.ts': `import { Store } from './store';
const store = new Store();
export const handler = async (event: { id: string }) => store.save(event.id);`,
      'src/store.ts': `import { PutCommand as Put } from '@aws-sdk/lib-dynamodb';
import { documents } from './client';
export class Store {
  private readonly table = process.env.TABLE;
  save(id: string) { return this.run(new Put({ TableName: this.table, Item: { id } })); }
  private run(command: unknown) { return documents().send(command); }
}`,
      'src/client.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
let made: DynamoDBDocumentClient | undefined;
export function documents() {
  made ??= DynamoDBDocumentClient.from(new DynamoDBClient({}));
  return made;
}`,
    };
    expect(await calledIn(files)).toEqual(['dynamodb PutItem TableName=${TABLE}']);
  });

  it('reads aggregated clients, presigned URLs, uploads and waiters', async () => {
    const code = `import { S3, S3Client, GetObjectCommand, waitUntilObjectExists } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Upload } from '@aws-sdk/lib-storage';
const s3 = new S3({}), client = new S3Client({});
export const handler = async () => {
  await s3.deleteObject({ Bucket: 'a', Key: 'k' });
  await new Upload({ client, params: { Bucket: 'b', Key: 'k' } }).done();
  await waitUntilObjectExists({ client, maxWaitTime: 5 }, { Bucket: 'c', Key: 'k' });
  return getSignedUrl(client, new GetObjectCommand({ Bucket: 'd', Key: 'k' }));
};`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      's3 AbortMultipartUpload Bucket=b Key=k (occasional)',
      's3 DeleteObject Bucket=a Key=k',
      's3 GetObject Bucket=d Key=k',
      's3 HeadObject Bucket=c Key=k',
      's3 PutObject Bucket=b Key=k',
    ]);
  });

  it('knows the tables of a batch whose keys are computed, and only where each of them is', async () => {
    const code = (more: string) => `import { DynamoDBClient, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
const TABLE = process.env.TABLE;
export const handler = async (event) => {
  const RequestItems = { [TABLE]: { Keys: [] }, [\`audit-\${process.env.STAGE}\`]: { Keys: [] } };
  RequestItems[process.env.OTHER] = { Keys: [] };
  ${more}
  await client.send(new BatchGetItemCommand({ RequestItems }));
};`;
    expect(await calledIn({ 'src/app.mjs': code('') })).toEqual([
      'dynamodb BatchGetItem RequestItems=${TABLE}|audit-${STAGE}|${OTHER}',
    ]);
    for (const more of [
      'Object.assign(RequestItems, event.more);',
      'for (const one of event.tables) RequestItems[one] = {};',
    ])
      expect(await calledIn({ 'src/app.mjs': code(more) })).toEqual([
        expect.stringMatching(/^dynamodb BatchGetItem RequestItems=.*<.*>$/),
      ]);
  });

  it('leaves a gap where the command, the client or what gets the client is not known', async () => {
    const code = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as lambda from '@aws-sdk/client-lambda';
import { Sender } from '@shop/messages';
import { missing } from './missing.js';
const client = new DynamoDBClient({});
export const handler = async (event) => {
  await client.send(event.command);
  await new Sender(new SQSClient({})).send();
  await new lambda.LambdaClient({}).send(new lambda[event.name]());
};`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      'gap * the module ./missing.js cannot be found',
      'gap * what @shop/messages calls is not known',
      'gap dynamodb the command is chosen at run time',
      'gap lambda the command is chosen at run time',
      'gap sqs a client of sqs is handed to @shop/messages.Sender',
    ]);
  });

  it('tells clients with credentials of their own, and for another region', async () => {
    const code = `import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
const other = new S3Client({ credentials: fromTemporaryCredentials({ params: { RoleArn: process.env.ROLE } }) });
const far = new S3Client({ region: 'eu-west-1' });
export const handler = async () => {
  await other.send(new PutObjectCommand({ Bucket: 'a', Key: 'k' }));
  await far.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
};`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      's3 GetObject Bucket=b Key=k (other region)',
      's3 PutObject Bucket=a Key=k (other credentials)',
      'sts AssumeRole RoleArn=${ROLE}',
    ]);
  });
});

describe('the SDK for JavaScript, v2', () => {
  it('is not sure to call with the role of the function where not all options of a client are seen', async () => {
    const certain = async (made: string) => {
      const [handler] = await handlersIn({
        'src/app.mjs': `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
const own = { region: process.env.AWS_REGION };
export const handler = async (event) => {
  const options = JSON.parse(process.env.OPTIONS);
  const client = ${made};
  await client.send(new PutItemCommand({ TableName: 'orders', Item: event }));
};`,
      });
      return handler?.operations.operations.map((one) => one.certain);
    };
    expect(await certain('new DynamoDBClient(options)')).toEqual([false]);
    expect(await certain('new DynamoDBClient({ ...options })')).toEqual([false]);
    expect(await certain('new DynamoDBClient({ ...own, maxAttempts: 3 })')).toEqual([true]);
    expect(await certain('new DynamoDBClient(own)')).toEqual([true]);
    expect(await certain('new DynamoDBClient()')).toEqual([true]);
  });

  it('may call with other credentials once all clients are given them', async () => {
    const code = (given: string) => `const AWS = require('aws-sdk');
${given}
exports.handler = async (event) => new AWS.SQS().purgeQueue({ QueueUrl: 'q' }).promise();`;
    const called = (given: string) => calledIn({ 'src/app.js': code(given) });
    const other = ['sqs PurgeQueue QueueUrl=q (other credentials)'];
    expect(await called("AWS.config.credentials = new AWS.SharedIniFileCredentials({ profile: 'x' });")).toEqual(other);
    expect(await called("AWS.config.update({ accessKeyId: process.env.KEY, secretAccessKey: 'x' });")).toEqual(other);
    expect(await called("AWS.config.update({ region: 'eu-west-1' });")).toEqual(['sqs PurgeQueue QueueUrl=q']);
  });

  it('is read by methods of services and document clients, with promises and callbacks', async () => {
    const code = `const AWS = require('aws-sdk');
const S3 = require('aws-sdk/clients/s3');
const table = new AWS.DynamoDB.DocumentClient();
const s3 = new S3();
exports.handler = (event, context, callback) => {
  table.put({ TableName: process.env.TABLE, Item: {} }, (error) => {
    s3.getSignedUrl('getObject', { Bucket: 'a', Key: 'k' });
    s3.upload({ Bucket: 'b', Key: 'k', Body: '' }).promise().then(() => callback(error));
  });
};`;
    expect(await calledIn({ 'src/app.js': code })).toEqual([
      'dynamodb PutItem TableName=${TABLE}',
      's3 AbortMultipartUpload Bucket=b Key=k (occasional)',
      's3 GetObject Bucket=a Key=k',
      's3 PutObject Bucket=b Key=k',
    ]);
  });

  it('leaves a gap where the service or the operation is chosen at run time', async () => {
    const code = `const AWS = require('aws-sdk');
const s3 = new AWS.S3();
exports.handler = async (event) => {
  await s3[event.operation]({ Bucket: 'a' }).promise();
  await new AWS[event.service]().listTables().promise();
};`;
    expect(await calledIn({ 'src/app.js': code })).toEqual([
      'gap * the client is chosen at run time',
      'gap S3 the operation is chosen at run time',
    ]);
  });
});

describe('libraries that call', () => {
  it('are Powertools and middy', async () => {
    const code = `import middy from '@middy/core';
import secrets from '@middy/secrets-manager';
import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
const store = new DynamoDBPersistenceLayer({ tableName: 'seen' });
const main = async () => getParameter('/app/key');
export const handler = middy(main).use(secrets({ fetchData: { db: 'prod/db' } }));`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      'dynamodb DeleteItem TableName=seen',
      'dynamodb GetItem TableName=seen',
      'dynamodb PutItem TableName=seen',
      'dynamodb UpdateItem TableName=seen',
      'secretsmanager GetSecretValue SecretId=prod/db',
      'ssm GetParameter Name=/app/key',
    ]);
  });

  it('leave a gap of one service where they are not followed', async () => {
    const code = `import { Table } from 'dynamodb-onetable';
export const handler = async () => new Table({}).scan();`;
    expect(await calledIn({ 'src/app.mjs': code })).toEqual([
      'gap dynamodb what dynamodb-onetable calls is not followed',
    ]);
  });
});

describe('code that no handler was seen to reach', () => {
  const shared = `import { S3Client, PutObjectCommand, DeleteObjectCommand } from '@aws-sdk/client-s3';
const client = new S3Client({});
export const put = () => client.send(new PutObjectCommand({ Bucket: 'a', Key: 'k' }));
export const remove = () => client.send(new DeleteObjectCommand({ Bucket: 'a', Key: 'k' }));`;

  it('does not count where nothing names it', async () => {
    const code = `import { put } from './shared.mjs';
export const handler = async () => put();`;
    expect(await calledIn({ 'src/app.mjs': code, 'src/shared.mjs': shared })).toEqual(['s3 PutObject Bucket=a Key=k']);
  });

  it('may be called where something does', async () => {
    const code = `import * as shared from './shared.mjs';
import { run } from 'p-limit';
export const handler = async () => run(Reflect.get(shared, 'remove'));`;
    expect(await calledIn({ 'src/app.mjs': code, 'src/shared.mjs': shared })).toContain(
      's3 DeleteObject Bucket=a Key=k (occasional)',
    );
  });
});

describe('what runs beside the code', () => {
  it('is not known of extensions in a layer', async () => {
    const template = (content: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Telemetry: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: ${content} } }
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: app.handler, CodeUri: src/, Layers: [!Ref Telemetry] }
`;
    const files = {
      'src/app.js': 'exports.handler = async () => 1;',
      'layer/extensions/send': '#!/bin/sh',
      'plain/nodejs/x.js': 'exports.x = 1;',
    };
    expect(await calledIn({ ...files, 'template.yaml': template('layer/') })).toEqual([
      expect.stringMatching(/^gap \* the extension in the layer Telemetry\w* is not read$/),
    ]);
    expect(await calledIn({ ...files, 'template.yaml': template('plain/') })).toEqual([]);
  });
});

describe('a durable function', () => {
  it('runs what it hands to its context, and invokes others through it', async () => {
    const code = `const { withDurableExecution } = require('@aws/durable-execution-sdk-js');
const { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand, QueryCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
exports.handler = withDurableExecution(async (event, context) => {
  await context.step('read', async () => client.send(new GetItemCommand({ TableName: 'read' })));
  await context.parallel('all', [
    async (child) => child.step(async () => client.send(new PutItemCommand({ TableName: 'first' }))),
    { name: 'second', func: async (child) => child.invoke('named', process.env.OTHER, {}) },
  ]);
  await context.map(event.items, async (child, item) => client.send(new ScanCommand({ TableName: 'mapped' })));
  await context.waitForCallback('wait', async (id) => client.send(new QueryCommand({ TableName: 'waited' })));
  return context.invoke('Plain', { id: 1 });
});
`;
    expect(await calledIn({ 'src/app.js': code })).toEqual([
      'dynamodb GetItem TableName=read',
      'dynamodb PutItem TableName=first',
      'dynamodb Query TableName=waited',
      'dynamodb Scan TableName=mapped',
      'lambda Invoke FunctionName=${OTHER}',
      'lambda Invoke FunctionName=Plain',
    ]);
  });
});
