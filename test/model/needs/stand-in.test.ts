import { describe, expect, it } from '@jest/globals';
import { terraform } from '#frameworks/terraform/index';
import { Cloud } from '#model/cloud';
import { standIn } from '#model/needs/stand-in';
import type { FunctionOperations } from '#model/operations';
import { load } from '#test/frameworks/repository';
import { att, type Plain, stackOf } from '#test/model/build';
import { call, code, gap } from '#test/model/operations';

const role = (action: Plain) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Policies: [
      { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] } },
    ],
  },
});
const fn = (handler = 'index.handler', zip: Plain = { ZipFile: 'exports.handler = async () => 1;' }) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Role: att('Role'), Handler: handler, Code: zip },
});

/** What is said of the function `Fn`, with what the code of each is known to call. */
function said(
  resources: Parameters<typeof stackOf>[0],
  operations: Readonly<Record<string, FunctionOperations>> = { Fn: code() },
): readonly string[] {
  const cloud = new Cloud([stackOf(resources)]);
  const all = cloud.all('AWS::Lambda::Function');
  const [one] = all.filter(({ logicalId }) => logicalId === 'Fn');
  if (!one) throw new Error('there is no function Fn');
  const known = new Map(
    all.flatMap(({ id, logicalId }) => (operations[logicalId] ? [[id, operations[logicalId]]] : [])),
  );
  return standIn(cloud, one, known).map(({ why }) => why);
}

describe('code that may stand in for other code', () => {
  it('is code in a template that calls nothing, where the role lets it do something', () => {
    const told = ['the code of Fn in the template calls nothing, and may stand in for other code'];
    expect(said({ Role: role('bedrock:InvokeModel'), Fn: fn() })).toEqual(told);
    expect(said({ Role: role('logs:PutLogEvents'), Fn: fn() })).toEqual([]);
    expect(said({ Role: role('s3:GetObject'), Fn: fn() }, { Fn: code(call('s3', 'GetObject')) })).toEqual([]);
    expect(said({ Role: role('s3:GetObject'), Fn: fn() }, { Fn: code(gap('what x calls is not known')) })).toEqual([]);
    expect(said({ Role: role('s3:GetObject'), Fn: fn('index.handler', { S3Bucket: 'b', S3Key: 'k' }) })).toEqual([]);
  });

  it('is none where another function of the same role does what the role is for', () => {
    const resources = { Role: role('s3:GetObject'), Fn: fn(), Other: fn() };
    expect(said(resources, { Fn: code(), Other: code(call('s3', 'GetObject')) })).toEqual([]);
    expect(said(resources, { Fn: code(), Other: code() })).toHaveLength(1);
  });

  it('is code that the handler does not name', () => {
    expect(said({ Role: role('s3:*'), Fn: fn('app.handler') }, { Fn: code(call('s3', 'GetObject')) })).toEqual([
      "the code of Fn in the template is not its handler's",
    ]);
  });

  it('is what Terraform leaves as it finds it', async () => {
    const text = (ignored: string): string => `resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::123456789012:role/r"
  handler       = "app.handler"
  runtime       = "nodejs22.x"
  filename      = "app.zip"
  lifecycle {
    ignore_changes = [${ignored}]
  }
}
`;
    for (const [ignored, expected] of [
      ['filename', 1],
      ['tags, source_code_hash', 1],
      ['tags', 0],
    ] as const) {
      const files = { 'main.tf': text(ignored) };
      const cloud = new Cloud([await load(files['main.tf'], { framework: terraform, path: 'main.tf', files })]);
      const [one] = cloud.all('AWS::Lambda::Function');
      expect(one && standIn(cloud, one, new Map())).toHaveLength(expected);
    }
  });
});
