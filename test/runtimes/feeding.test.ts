import { describe, expect, it } from '@jest/globals';
import { handlersIn } from './run.js';

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Runtime: nodejs22.x, CodeUri: src, Environment: { Variables: { QUEUE: !Ref Queue } } }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Create:
    Type: AWS::Serverless::Function
    Properties:
      Handler: create.handler
      Policies: [SQSSendMessagePolicy: { QueueName: !GetAtt Queue.QueueName }]
      Events: { Api: { Type: HttpApi, Properties: { Path: /orders, Method: POST } } }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: work.handler
      Events: { Q: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } } }
`;

const WORK = `import { exec } from 'node:child_process';
export const handler = async ({ Records }) => { for (const { body } of Records) exec('echo ' + JSON.parse(body).name); };
`;

function create(body: string): string {
  return `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const sqs = new SQSClient({});
export const handler = async (event) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: ${body} }));
  return { statusCode: 202 };
};
`;
}

async function flowsOfWork(files: Readonly<Record<string, string>>): Promise<readonly (readonly string[])[]> {
  const handlers = await handlersIn({ 'template.yaml': TEMPLATE, 'src/work.mjs': WORK, ...files });
  const work = handlers.find(({ name }) => name === 'Work');
  return (work?.flows ?? []).map(({ source }) => source.triggers.map(({ reach }) => reach));
}

describe('a queue that the application fills by itself', () => {
  it('is decided by whoever decides what is put there', async () => {
    const code = create('JSON.stringify({ name: JSON.parse(event.body).name })');
    expect(await flowsOfWork({ 'src/create.mjs': code })).toEqual([['public']]);
  });

  it('is decided by nobody outside when only constants are put there', async () => {
    expect(await flowsOfWork({ 'src/create.mjs': create("JSON.stringify({ name: 'nightly' })") })).toEqual([]);
  });

  it('stays as it is when what its writer puts there is not seen', async () => {
    const code = "import { send } from 'somewhere-else';\nexport const handler = async (event) => send(event.body);\n";
    expect(await flowsOfWork({ 'src/create.mjs': code })).toEqual([['service']]);
  });

  it('stays as it is when the writer is not in the repository', async () => {
    expect(await flowsOfWork({})).toEqual([['service']]);
  });
});
