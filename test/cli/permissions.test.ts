import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Failure } from '#cli/failure';
import { permissionsOf, renderPermissions } from '#cli/permissions-command';
import { type Scratch, scratch } from '#test/cli/repository';

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Table: { Type: AWS::Serverless::SimpleTable }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.handler
      CodeUri: src/
      Environment: { Variables: { TABLE: !Ref Table } }
      Policies:
        - Statement:
            - Effect: Allow
              Action: [dynamodb:PutItem, dynamodb:Scan, dynamodb:Query]
              Resource: !GetAtt Table.Arn
  Open:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: open.handler, CodeUri: src/ }
`;
const ORDERS = `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient();
export const handler = async (event) => client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: event }));
`;
const OPEN = "import { call } from '@shop/internal';\nexport const handler = async () => call();\n";

let folder: Scratch;
beforeEach(() => {
  folder = scratch();
  folder.write({ 'template.yaml': TEMPLATE, 'src/orders.mjs': ORDERS, 'src/open.mjs': OPEN });
});
afterEach(() => folder.dispose());

const of = (name?: string) => permissionsOf(folder.path, '2026-11-22', name);

describe('leastwise permissions', () => {
  it('says what the schema of its JSON says', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../docs/permissions.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    const data: unknown = JSON.parse(renderPermissions(await of(), 'json', false));
    expect(validate(data) ? [] : validate.errors).toEqual([]);
  });

  it('tells what is used, too much and not known, with the places', async () => {
    const text = renderPermissions(await of(), 'text', false);
    expect(text).toContain('  used      dynamodb:PutItem on ${Table.Arn}  src/orders.mjs:3');
    expect(text).toContain('  not used  dynamodb:Scan, dynamodb:Query on ${Table.Arn}  template.yaml:14');
    expect(text).toContain('  unknown   what @shop/internal calls is not known  src/open.mjs:1');
    expect(renderPermissions(await of('Orders'), 'markdown', true)).toContain(
      '| not used | `dynamodb:Scan, dynamodb:Query on ${Table.Arn}` | `template.yaml:14` |',
    );
  });

  it('gives the policy that a function needs, or says why it is not known', async () => {
    const { Statement } = JSON.parse(renderPermissions(await of('Orders'), 'policy', true));
    expect(Statement).toContainEqual({
      Effect: 'Allow',
      Action: ['dynamodb:PutItem'],
      Resource: [{ 'Fn::GetAtt': ['Table', 'Arn'] }],
    });
    const open = await of('Open');
    expect(() => renderPermissions(open, 'policy', true)).toThrow(Failure);
    expect(() => renderPermissions(open, 'policy', true)).toThrow('what @shop/internal calls is not known');
    await expect(of('Nobody')).rejects.toThrow('There are Orders, Open.');
  });

  it("writes a policy's resources as Terraform does", async () => {
    const main = `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_dynamodb_table" "t" {
  name = "t"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = aws_iam_role.r.arn
  handler       = "app.handler"
  runtime       = "nodejs22.x"
  filename      = "app.js"
  environment {
    variables = { TABLE = aws_dynamodb_table.t.name }
  }
}
`;
    folder.write({ 'tf/main.tf': main, 'tf/app.js': ORDERS });
    const reports = await permissionsOf(`${folder.path}/tf`, '2026-11-22', undefined);
    const { Statement } = JSON.parse(renderPermissions(reports, 'policy', true));
    expect(Statement).toContainEqual({
      Effect: 'Allow',
      Action: ['dynamodb:PutItem'],
      Resource: ['${aws_dynamodb_table.t.arn}'],
    });
  });
});
