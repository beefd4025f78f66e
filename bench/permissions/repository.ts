import { Random } from '../random.js';

/** A generated repository: templates of five functions each, in three languages, with what each application shares. */
export interface Repository {
  readonly files: Readonly<Record<string, string>>;
  /** The handlers' paths. */
  readonly handlers: readonly string[];
}

/** One kind of work that a handler does, in the three languages. */
interface Work {
  readonly action: string;
  readonly javascript: { readonly client: string; readonly command: string; readonly input: string };
  readonly python: { readonly client: string; readonly call: string };
}

const WORK: readonly Work[] = [
  {
    action: 'dynamodb:PutItem',
    javascript: { client: 'dynamodb.DynamoDB', command: 'PutItem', input: 'TableName: process.env.TABLE, Item: item' },
    python: { client: 'dynamodb', call: "put_item(TableName=os.environ['TABLE'], Item=item)" },
  },
  {
    action: 'dynamodb:Query',
    javascript: {
      client: 'dynamodb.DynamoDB',
      command: 'Query',
      input: 'TableName: process.env.TABLE, KeyConditionExpression: item.q',
    },
    python: { client: 'dynamodb', call: "query(TableName=os.environ['TABLE'], KeyConditionExpression=item['q'])" },
  },
  {
    action: 's3:GetObject',
    javascript: { client: 's3.S3', command: 'GetObject', input: 'Bucket: process.env.BUCKET, Key: item.key' },
    python: { client: 's3', call: "get_object(Bucket=os.environ['BUCKET'], Key=item['key'])" },
  },
  {
    action: 'sqs:SendMessage',
    javascript: {
      client: 'sqs.SQS',
      command: 'SendMessage',
      input: 'QueueUrl: process.env.QUEUE, MessageBody: item.body',
    },
    python: { client: 'sqs', call: "send_message(QueueUrl=os.environ['QUEUE'], MessageBody=item['body'])" },
  },
  {
    action: 'sns:Publish',
    javascript: { client: 'sns.SNS', command: 'Publish', input: 'TopicArn: process.env.TOPIC, Message: item.body' },
    python: { client: 'sns', call: "publish(TopicArn=os.environ['TOPIC'], Message=item['body'])" },
  },
];

const LANGUAGES = ['js', 'ts', 'py'] as const;
const EACH = 5;

/** The same repository for the same seed. */
export function repository(functions: number, seed: number): Repository {
  const random = new Random(seed);
  const files: Record<string, string> = {};
  const handlers: string[] = [];
  for (let at = 0; handlers.length < functions; at += 1) {
    const folder = `apps/app${at}`;
    const language = LANGUAGES[at % LANGUAGES.length] ?? 'js';
    const names = Array.from({ length: Math.min(EACH, functions - handlers.length) }, (_, index) => `task${index}`);
    files[`${folder}/template.yaml`] = template(names, language, random);
    files[`${folder}/src/shared.${language}`] = shared(language);
    for (const name of names) {
      const path = `${folder}/src/${name}.${language}`;
      files[path] = handler(random.shuffled(WORK).slice(0, 2), language, random);
      handlers.push(path);
    }
  }
  return { files, handlers };
}

function template(names: readonly string[], language: (typeof LANGUAGES)[number], random: Random): string {
  const runtime = language === 'py' ? 'python3.13' : 'nodejs22.x';
  const resources = [
    ['Table', 'AWS::DynamoDB::Table'],
    ['Bucket', 'AWS::S3::Bucket'],
    ['Queue', 'AWS::SQS::Queue'],
    ['Topic', 'AWS::SNS::Topic'],
  ].map(([name, type]) => `  ${name}:\n    Type: ${type}\n`);
  const functions = names.map((name) => {
    const granted = random.pick(['dynamodb:*', 's3:*', 'sqs:*', 'sns:Publish', '*']);
    return `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: ${name}.handler
      Runtime: ${runtime}
      Environment:
        Variables:
          TABLE: !Ref Table
          BUCKET: !Ref Bucket
          QUEUE: !Ref Queue
          TOPIC: !Ref Topic
      Policies:
        - Statement:
            - Effect: Allow
              Action:
                - ${granted}
              Resource: '*'
        - DynamoDBCrudPolicy:
            TableName: !Ref Table
`;
  });
  return `Transform: AWS::Serverless-2016-10-31\nResources:\n${[...resources, ...functions].join('')}`;
}

function shared(language: (typeof LANGUAGES)[number]): string {
  if (language === 'py') return 'import json\n\ndef parsed(event):\n    return json.loads(event["body"])\n';
  const types = language === 'ts' ? ': any' : '';
  return `export function parsed(event${types}) {\n  return JSON.parse(event.body);\n}\n`;
}

function handler(works: readonly Work[], language: (typeof LANGUAGES)[number], random: Random): string {
  // Other code, as handlers have it: about sixty lines.
  const steps = Array.from({ length: 12 }, (_, at) => [`step${at}`, random.below(1000)] as const);
  if (language === 'py') {
    const lines = ['import os', 'import boto3', 'from shared import parsed', ''];
    for (const [at, { python }] of works.entries()) lines.push(`client${at} = boto3.client('${python.client}')`);
    for (const [name, number] of steps)
      lines.push(
        '',
        `def ${name}(item):`,
        `    if item.get('n', 0) > ${number}:`,
        `        item['${name}'] = ${number}`,
        '    return item',
      );
    lines.push('', 'def handler(event, context):', '    item = parsed(event)');
    for (const [name] of steps) lines.push(`    item = ${name}(item)`);
    for (const [at, { python }] of works.entries()) lines.push(`    client${at}.${python.call}`);
    return `${[...lines, "    return {'statusCode': 200}"].join('\n')}\n`;
  }
  const types = language === 'ts' ? ': any' : '';
  const lines: string[] = [];
  for (const [
    at,
    {
      javascript: { client, command },
    },
  ] of works.entries()) {
    const [name, type] = client.split('.');
    lines.push(`import { ${type}Client as Client${at}, ${command}Command } from '@aws-sdk/client-${name}';`);
  }
  lines.push("import { parsed } from './shared.js';", '');
  for (const at of works.keys()) lines.push(`const client${at} = new Client${at}({});`);
  for (const [name, number] of steps)
    lines.push(
      '',
      `function ${name}(item${types}) {`,
      `  if (item.n > ${number}) item.${name} = ${number};`,
      '  return item;',
      '}',
    );
  lines.push('', `export const handler = async (event${types}) => {`, '  let item = parsed(event);');
  for (const [name] of steps) lines.push(`  item = ${name}(item);`);
  for (const [
    at,
    {
      javascript: { command, input },
    },
  ] of works.entries())
    lines.push(`  await client${at}.send(new ${command}Command({ ${input} }));`);
  return `${[...lines, '  return { statusCode: 200 };', '};'].join('\n')}\n`;
}
