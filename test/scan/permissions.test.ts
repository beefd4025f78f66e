import { describe, expect, it } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { rules } from '#rules/catalogue.generated';
import { judge, scanChange } from '#scan/judge';
import { Grammars } from '#syntax/code/grammars';
import { snapshotOf } from '../source/memory.js';
import { optionsOf } from './scanning.js';

type Files = Readonly<Record<string, string>>;
const grammars = new Grammars(grammarFiles);
const RULES = rules
  .filter(({ id }) => id.startsWith('aws/iam/'))
  .map((rule) => ({ ...rule, lifecycle: 'stable' as const }));

async function reviewed(base: Files, changes: Files) {
  const head = { ...base, ...changes };
  const scans = await scanChange(snapshotOf(head), snapshotOf(base), new Set(Object.keys(changes)), {
    ...optionsOf({ rules: RULES }),
    grammars,
  });
  return judge(scans.head, scans.base, { today: '2026-11-22', accepted: new Set() });
}

const template = (actions: string) => `Resources:
  Table: { Type: AWS::DynamoDB::Table, Properties: {} }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: [${actions}], Resource: !GetAtt Table.Arn }
  Put:
    Type: AWS::Lambda::Function
    Properties:
      { Runtime: nodejs22.x, Handler: put.handler, Code: put/, Role: !GetAtt Role.Arn, Environment: { Variables: { TABLE: !Ref Table } } }
  Get:
    Type: AWS::Lambda::Function
    Properties:
      { Runtime: nodejs22.x, Handler: get.handler, Code: get/, Role: !GetAtt Role.Arn, Environment: { Variables: { TABLE: !Ref Table } } }
`;
const code = (command: string) => `import { DynamoDBClient, ${command}Command } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient();
export const handler = async (event) => client.send(new ${command}Command({ TableName: process.env.TABLE, Key: event }));
`;
const BASE: Files = {
  'template.yaml': template('dynamodb:PutItem, dynamodb:GetItem'),
  'put/put.mjs': code('PutItem'),
  'get/get.mjs': code('GetItem'),
};
const open = (judged: Awaited<ReturnType<typeof reviewed>>) =>
  judged.findings.map(({ finding, verdict }) => `${verdict} ${finding.rule.id} ${finding.message}`);

describe('a change of one of the functions of a role', () => {
  it('is judged by what all of them do', async () => {
    // Where only the changed handler is read, what the other one calls would seem to be unused.
    const found = open(await reviewed(BASE, { 'put/put.mjs': `// changed\n${code('PutItem')}` }));
    expect(found.filter((one) => one.includes('permission-not-used'))).toEqual([]);
  });

  it('that no longer calls something leaves the permission unused', async () => {
    const found = open(await reviewed(BASE, { 'put/put.mjs': code('GetItem') }));
    expect(found).toContainEqual(
      expect.stringMatching(
        /^introduced aws\/iam\/permission-not-used .*may call `dynamodb:PutItem`, which the code never does/,
      ),
    );
  });

  it('that calls something new lacks the permission', async () => {
    const found = open(await reviewed(BASE, { 'put/put.mjs': code('UpdateItem') }));
    expect(found).toContainEqual(
      expect.stringContaining(
        'introduced aws/iam/permission-missing `Put` calls `dynamodb:UpdateItem` (`put/put.mjs:3`)',
      ),
    );
  });
});

describe('permissions that a change adds', () => {
  it('are told with whether the code of the change uses them', async () => {
    const judged = await reviewed(BASE, {
      'template.yaml': template('dynamodb:PutItem, dynamodb:GetItem, dynamodb:UpdateItem, dynamodb:Scan'),
      'put/put.mjs': code('UpdateItem'),
    });
    expect(judged.surface.map(({ text }) => text)).toContain(
      '`Put` may now `dynamodb:UpdateItem`, `dynamodb:Scan` on `Table`; its code uses only `dynamodb:UpdateItem` of it (`put/put.mjs:3`)',
    );
    const row = judged.permissions?.find((one) => one.function === 'Put' && one.service === 'dynamodb');
    expect(row).toMatchObject({ used: ['dynamodb:UpdateItem'], excess: ['dynamodb:PutItem', 'dynamodb:Scan'] });
  });
});

describe('a role that is exported', () => {
  const exported = (output: string): Files => ({
    ...BASE,
    'template.yaml': `${template('dynamodb:PutItem, dynamodb:GetItem, dynamodb:DeleteItem')}Outputs:\n${output}`,
  });
  const unused = async (output: string) =>
    open(await reviewed(exported(output), { 'put/put.mjs': `// changed\n${code('PutItem')}` })).filter((one) =>
      one.includes('permission-not-used'),
    );

  it('may be used by functions of other stacks', async () => {
    expect(await unused('  Shared: { Value: !GetAtt Role.Arn, Export: { Name: shared } }\n')).toEqual([]);
    expect(await unused('  Shown: { Value: !GetAtt Role.Arn }\n')).toHaveLength(1);
    expect(await unused('  Other: { Value: !Ref RoleTable, Export: { Name: table } }\n')).toHaveLength(1);
  });
});
