import { describe, expect, it } from '@jest/globals';
import { cloudformation, templates } from '#frameworks/cloudformation/index';
import type { Framework } from '#frameworks/framework';
import { sam } from '#frameworks/sam/index';
import { serverless } from '#frameworks/serverless/index';
import { terraform } from '#frameworks/terraform/index';
import { Cloud } from '#model/cloud';
import type { Operation, OperationGap } from '#model/operations';
import { comparedRoles } from '#model/privilege/compare';
import { narrowings } from '#model/privilege/narrowing';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { call, code, env, event, gap } from '#test/model/operations';
import { load } from '../../frameworks/repository.js';

type Item = Operation | OperationGap;

const PUT = call('dynamodb', 'PutItem', { TableName: env('TABLE') });
const GET_OBJECT = call('s3', 'GetObject', { Bucket: env('BUCKET'), Key: event });

/** The template with all narrowings applied; every function has the same code. */
async function narrow(framework: Framework, path: string, text: string, ...items: readonly Item[]): Promise<string> {
  const stack = await load(text, { framework, path });
  const cloud = new Cloud([stack]);
  const operations = new Map(cloud.all('AWS::Lambda::Function').map((fn) => [fn.id, code(...items)]));
  const roles = comparedRoles(cloud, operations);
  const found = roles.flatMap((one) => narrowings(cloud, one, roles));
  const patches = found.flatMap((one) => one.patches);
  if (patches.length === 0) return 'nothing to narrow';
  const edits = stack.edits(patches);
  if ('declined' in edits) return `declined: ${edits.declined}`;
  const after = applyEdits(stack.root, edits);
  const again = new Cloud([await load(after, { framework, path })]);
  const rest = comparedRoles(again, operations);
  const left = rest.flatMap((one) => narrowings(again, one, rest));
  expect(left).toEqual([]);
  return after.text;
}

const SAM = (policies: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
  Uploads:
    Type: AWS::S3::Bucket
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: .
      Environment:
        Variables:
          TABLE: !Ref Orders
          BUCKET: !Ref Uploads
      Policies:
${policies}`;

const inSam = async (policies: string, ...items: readonly Item[]) => {
  const whole = await narrow(templates([sam]), 'template.yaml', SAM(policies), ...items);
  return whole.split('Policies:\n')[1] ?? whole;
};

describe('a statement of SAM', () => {
  it('names the actions and resources that are used', async () => {
    const statement = `        - Statement:
            - Effect: Allow
              Action: dynamodb:*
              Resource: '*'
`;
    expect(await inSam(statement, PUT)).toBe(`        - Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
`);
  });

  it('keeps a bucket and its objects together, and what may be asked for', async () => {
    const statement = `        - Statement:
            - Effect: Allow
              Action:
                - s3:*
                - sqs:SendMessage
              Resource: '*'
`;
    expect(await inSam(statement, GET_OBJECT)).toBe(`        - Statement:
            - Effect: Allow
              Action:
                - s3:GetObject
                - s3:ListBucket
              Resource:
                - !Sub '\${Uploads.Arn}/*'
                - !GetAtt Uploads.Arn
`);
  });

  it('becomes several where actions are on different things', async () => {
    const statement = `        - Statement:
            - Effect: Allow
              Action: ['dynamodb:*', 's3:*']
              Resource: '*'
`;
    expect(await inSam(statement, PUT, call('s3', 'ListBuckets'))).toBe(`        - Statement:
            - Effect: Allow
              Action:
                - dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
            - Effect: Allow
              Action: s3:ListAllMyBuckets
              Resource: '*'
`);
  });

  it('goes when nothing of it is used', async () => {
    const text = await inSam(
      `        - Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
        - Statement:
            - Effect: Allow
              Action: sqs:SendMessage
              Resource: '*'
`,
      PUT,
    );
    expect(text).not.toContain('sqs');
    expect(text).toContain('dynamodb:PutItem');
  });

  it('keeps its condition', async () => {
    const text = await inSam(
      `        - Statement:
            - Effect: Allow
              Action: ['dynamodb:*', 's3:*']
              Resource: '*'
              Condition: { Bool: { 'aws:SecureTransport': 'true' } }
`,
      PUT,
      call('s3', 'ListBuckets'),
    );
    expect(text.match(/aws:SecureTransport/g)).toHaveLength(2);
  });

  it('stays as it is while something is in doubt', async () => {
    const statement = `        - Statement:
            - Effect: Allow
              Action: dynamodb:*
              Resource: '*'
`;
    expect(await inSam(statement, PUT, gap('the module ./db cannot be found'))).toBe('nothing to narrow');
    expect(await inSam(statement, PUT, gap('chosen at run time', 'dynamodb'))).toBe('nothing to narrow');
    expect(await inSam(statement, PUT, gap('chosen at run time', 's3'))).toContain('dynamodb:PutItem');
  });

  it('keeps every resource for actions whose resource is not seen', async () => {
    const text = await inSam(
      `        - Statement:
            - Effect: Allow
              Action: dynamodb:*
              Resource: '*'
`,
      PUT,
      call('dynamodb', 'PutItem', { TableName: event }),
    );
    expect(text).toContain("Resource: '*'");
    expect(text).toContain('Action: dynamodb:PutItem');
  });

  it('keeps the resources of an exact action that may be used elsewhere', async () => {
    const text = await inSam(
      `        - Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: '*'
`,
      PUT,
      gap('the module ./db cannot be found'),
    );
    expect(text).toBe('nothing to narrow');
  });
});

describe('what is made after the policy', () => {
  const OWN = call('lambda', 'Invoke', { FunctionName: env('AWS_LAMBDA_FUNCTION_NAME') });

  it('is not named by it: both would wait for each other', async () => {
    const text = (action: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: '*'
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
    expect(await narrow(cloudformation, 'template.yaml', text('lambda:*'), OWN)).toBe(text('lambda:InvokeFunction'));
    const statement = (action: string) => `        - Statement:
            - Effect: Allow
              Action: ${action}
              Resource: '*'
`;
    expect(await inSam(statement('lambda:*'), OWN)).toBe(statement('lambda:InvokeFunction'));
  });

  it('is not named where it is told to wait', async () => {
    const text = (action: string, resource: string, wait: string) => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
${wait}  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${resource}
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      Environment: { Variables: { TABLE: !Ref Orders } }
`;
    const waits = '    DependsOn: Role\n';
    const narrowed = (wait: string) => narrow(cloudformation, 'template.yaml', text('dynamodb:*', "'*'", wait), PUT);
    expect(await narrowed(waits)).toBe(text('dynamodb:PutItem', "'*'", waits));
    expect(await narrowed('')).toBe(text('dynamodb:PutItem', '!GetAtt Orders.Arn', ''));
  });

  it('is named in Terraform, where the policy is a block that nothing waits for', async () => {
    const text = (action: string, resource: string) => `resource "aws_iam_role" "fn" {
  name               = "fn"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
data "aws_iam_policy_document" "fn" {
  statement {
    actions   = ["${action}"]
    resources = [${resource}]
  }
}
resource "aws_iam_role_policy" "fn" {
  role   = aws_iam_role.fn.id
  policy = data.aws_iam_policy_document.fn.json
}
resource "aws_lambda_function" "fn" {
  function_name = "fn"
  role          = aws_iam_role.fn.arn
}
`;
    expect(await narrow(terraform, 'main.tf', text('lambda:*', '"*"'), OWN)).toBe(
      text('lambda:InvokeFunction', 'aws_lambda_function.fn.arn'),
    );
  });
});

describe('shorter forms of SAM', () => {
  it('a policy template becomes the statement that is needed', async () => {
    expect(
      await inSam('        - DynamoDBCrudPolicy:\n            TableName: !Ref Orders\n', PUT),
    ).toBe(`        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
`);
  });

  it('a managed policy becomes the statement that is needed', async () => {
    expect(await inSam('        - AmazonDynamoDBFullAccess\n', PUT)).toBe(`        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
`);
  });

  it('a managed policy for a VPC becomes the one for no VPC', async () => {
    const template = (policy: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns:
        - ${policy}
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
    const policy = (name: string) => template(`arn:aws:iam::aws:policy/service-role/${name}`);
    expect(await narrow(cloudformation, 'template.yaml', policy('AWSLambdaVPCAccessExecutionRole'))).toBe(
      policy('AWSLambdaBasicExecutionRole'),
    );
    expect(await narrow(cloudformation, 'template.yaml', policy('AWSLambdaBasicExecutionRole'))).toBe(
      'nothing to narrow',
    );
  });
});

describe('other frameworks', () => {
  it('Serverless Framework: the statements of the provider', async () => {
    const text = (action: string, resource: string) => `service: shop
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    TABLE: !Ref Orders
  iam:
    role:
      statements:
        - Effect: Allow
          Action: ${action}
          Resource: ${resource}
functions:
  put:
    handler: a.put
resources:
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
`;
    expect(await narrow(serverless, 'serverless.yml', text('dynamodb:*', "'*'"), PUT)).toBe(
      text('dynamodb:PutItem', '!GetAtt Orders.Arn'),
    );
  });

  it('Serverless Framework: what is not used goes, also when it is all that there is', async () => {
    const text = (statements: string) => `service: shop
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    TABLE: orders
  iam:
    role:
      statements:${statements}
functions:
  put:
    handler: a.put
`;
    const used = `
        - Effect: Allow
          Action: dynamodb:PutItem
          Resource: 'arn:aws:dynamodb:*:*:table/orders'`;
    const unused = `
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: '*'`;
    expect(await narrow(serverless, 'serverless.yml', text(used + unused), PUT)).toBe(text(used));
    expect(await narrow(serverless, 'serverless.yml', text(unused))).toBe(text(' []'));
  });

  const TF = (actions: string, resources: string, more = '') => `resource "aws_dynamodb_table" "orders" {
  name = "orders"
}
resource "aws_iam_role" "fn" {
  name               = "fn"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
data "aws_iam_policy_document" "fn" {
  statement {
    actions   = [${actions}]
    resources = [${resources}]
  }
}
resource "aws_iam_role_policy" "fn" {
  role   = aws_iam_role.fn.id
  policy = data.aws_iam_policy_document.fn.json
}
${more}resource "aws_lambda_function" "fn" {
  function_name = "fn"
  role          = aws_iam_role.fn.arn
  environment {
    variables = { TABLE = aws_dynamodb_table.orders.name }
  }
}
`;

  it('Terraform: a policy document', async () => {
    expect(await narrow(terraform, 'main.tf', TF('"dynamodb:*"', '"*"'), PUT)).toBe(
      TF('"dynamodb:PutItem"', 'aws_dynamodb_table.orders.arn'),
    );
  });

  const ATTACHED = `resource "aws_iam_role_policy_attachment" "full" {
  role       = aws_iam_role.fn.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"
}
`;
  const attached = (more = '') => TF('"sqs:ListQueues"', '"*"', `${ATTACHED}${more}`);
  const LIST = call('sqs', 'ListQueues');

  it('Terraform: an attachment becomes the policy that is needed', async () => {
    const text = await narrow(terraform, 'main.tf', attached(), PUT, LIST);
    expect(text).not.toContain('aws_iam_role_policy_attachment');
    expect(text).toContain(`
resource "aws_iam_role_policy" "used_of_amazon_dynamo_db_full_access" {
  name = "UsedOfAmazonDynamoDBFullAccess"
  role = aws_iam_role.fn.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:PutItem"
        Resource = aws_dynamodb_table.orders.arn
      },
    ]
  })
}
`);
  });

  it('Terraform: an attachment that something waits for is left alone, and one of several', async () => {
    const waits = 'locals {\n  first = [aws_iam_role_policy_attachment.full]\n}\n';
    expect(await narrow(terraform, 'main.tf', attached(waits), PUT, LIST)).toBe(
      'declined: something refers to the attachment',
    );
    const counted = attached().replace('"full" {', '"full" {\n  count      = 1');
    expect(await narrow(terraform, 'main.tf', counted, PUT, LIST)).toMatch(/^declined: the attachment is one of/);
  });

  it('Serverless Framework: a managed policy becomes statements of the role', async () => {
    const text = (role: string) => `service: shop
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    TABLE: !Ref Orders
  iam:
    role:
${role}functions:
  put:
    handler: a.put
resources:
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
`;
    const managed = `      managedPolicies:
        - arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess
`;
    expect(await narrow(serverless, 'serverless.yml', text(managed), PUT)).toBe(
      text(`      managedPolicies: []
      statements:
        - Effect: Allow
          Action: dynamodb:PutItem
          Resource: !GetAtt Orders.Arn
`),
    );
  });

  it('two managed policies of one role become policies of two names', async () => {
    const text = await narrow(
      cloudformation,
      'template.yaml',
      `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess
        - arn:aws:iam::aws:policy/AmazonSQSFullAccess
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      Environment: { Variables: { TABLE: !Ref Orders } }
`,
      PUT,
      LIST,
    );
    expect(text.match(/PolicyName: \w+/g)).toEqual([
      'PolicyName: UsedOfAmazonDynamoDBFullAccess',
      'PolicyName: UsedOfAmazonSQSFullAccess',
    ]);
  });

  it('Terraform: a resource of another module has no name here, so that only the actions are narrowed', async () => {
    const root = `resource "aws_dynamodb_table" "orders" {
  name = "orders"
}
module "worker" {
  source = "./worker"
  table  = aws_dynamodb_table.orders.name
}
`;
    const own = (actions: string) =>
      `variable "table" {}\n${TF(actions, '"*"')}`
        .replace(/resource "aws_dynamodb_table"[^}]*}\n/, '')
        .replace('aws_dynamodb_table.orders.name', 'var.table');
    const files = { 'worker/main.tf': own('"dynamodb:*"') };
    const stack = await load(root, { framework: terraform, path: 'main.tf', files });
    const cloud = new Cloud([stack]);
    const [fn] = cloud.all('AWS::Lambda::Function');
    const roles = comparedRoles(cloud, new Map(fn ? [[fn.id, code(PUT)]] : []));
    const [patch] = roles.flatMap((one) => narrowings(cloud, one, roles)).flatMap(({ patches }) => patches);
    const edits = fn?.stack.edits(patch ? [patch] : []) ?? [];
    if ('declined' in edits) throw new Error(edits.declined);
    const module = new SourceFile('worker/main.tf', files['worker/main.tf']);
    expect(applyEdits(module, edits).text).toBe(own('"dynamodb:PutItem"'));
  });

  it('CloudFormation: a policy of several roles is narrowed to what all of them need', async () => {
    const text = (action: string, resource: string, second: string) => `Resources:
  One: &role
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Other: *role
  Both:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: both
      Roles: [!Ref One, !Ref Other]
      PolicyDocument:
        Statement:
          - { Effect: Allow, Action: ${action}, Resource: ${resource} }
  Orders: { Type: AWS::DynamoDB::Table }
  More: { Type: AWS::DynamoDB::Table }
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt One.Arn
      Environment: { Variables: { TABLE: !Ref Orders } }
${second}`;
    const second = `  Second:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Other.Arn
      Environment: { Variables: { TABLE: !Ref More } }
`;
    expect(await narrow(cloudformation, 'template.yaml', text('dynamodb:*', "'*'", second), PUT)).toBe(
      text('dynamodb:PutItem', '[!GetAtt Orders.Arn, !GetAtt More.Arn]', second),
    );
    expect(await narrow(cloudformation, 'template.yaml', text('dynamodb:*', "'*'", ''), PUT)).toBe('nothing to narrow');
  });
});

describe('what a default gives', () => {
  const template = (bucket: string, statement: string) => `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage:
    Type: String
    Default: dev
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      CodeUri: .
      Environment:
        Variables:
          BUCKET: ${bucket}
      Policies:
${statement}`;
  const WIDE = `        - Statement:
            - Effect: Allow
              Action: s3:*
              Resource: '*'
`;
  const put = call('s3', 'PutObject', { Bucket: env('BUCKET'), Key: event });
  const narrowedTo = async (bucket: string, statement = WIDE) =>
    (await narrow(templates([sam]), 'template.yaml', template(bucket, statement), put)).split('Policies:\n')[1];

  it('is written as the parameter, alone and within a text', async () => {
    expect(await narrowedTo('!Ref Stage')).toContain("Resource: !Sub 'arn:${AWS::Partition}:s3:::${Stage}/*'\n");
    expect(await narrowedTo("!Sub '${Stage}-uploads'")).toContain(
      "Resource: !Sub 'arn:${AWS::Partition}:s3:::${Stage}-uploads/*'\n",
    );
  });

  it('is written as nothing where the parameter stands under another name', async () => {
    expect(await narrowedTo("!Sub ['${Name}-uploads', { Name: !Ref Stage }]")).toContain("Resource: '*'\n");
    expect(await narrowedTo("!Join ['-', [!Ref Stage, uploads]]")).toContain("Resource: '*'\n");
  });

  it('is not spelled out for a policy template', async () => {
    const named = '        - S3CrudPolicy:\n            BucketName: !Ref Stage\n';
    expect(
      await narrow(templates([sam]), 'template.yaml', template('!Ref Stage', named), call('s3', 'PutObject')),
    ).toBe('nothing to narrow');
  });
});

describe('the logs of a function', () => {
  it('need no tags, unless somebody names them', async () => {
    const role = (action: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: Logs
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: '*'
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
    const own = await narrow(cloudformation, 'template.yaml', role('logs:*'));
    expect(own.match(/logs:\w+/g)).toEqual(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']);

    const statement = (actions: string) => `        - Statement:
            - Effect: Allow
              Action: ${actions}
              Resource: arn:aws:logs:*:*:*
`;
    // SAM gives every role what logs need.
    expect(await inSam(statement("['logs:*']"))).toContain('Policies: []');
    expect(await inSam(statement("['logs:PutLogEvents', 'logs:TagResource']"))).toBe('nothing to narrow');
    expect(await inSam('        - CloudWatchLogsFullAccess\n')).not.toContain('logs:');
  });
});

describe('what fetches for a function', () => {
  const statement = `        - Statement:
            - Effect: Allow
              Action: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream']
              Resource: !GetAtt Orders.StreamArn
`;

  it('stays where the application maps no source: somebody may have done it by hand', async () => {
    expect(await inSam(statement, PUT)).toBe('nothing to narrow');
    expect(await inSam(statement.replace('dynamodb:DescribeStream', 'sqs:PurgeQueue'), PUT)).not.toContain('Purge');
  });
});

describe('what is narrowed', () => {
  it('never becomes wider, though an action know no resource', async () => {
    const text = await inSam(
      `        - Statement:
            - Effect: Allow
              Action: ['fsx:DescribeSnapshots', 'fsx:DeleteVolume']
              Resource: !Sub 'arn:aws:fsx:\${AWS::Region}:\${AWS::AccountId}:*'
`,
      call('fsx', 'DescribeSnapshots'),
    );
    expect(text).toContain('fsx:DescribeSnapshots');
    expect(text).not.toContain('fsx:DeleteVolume');
    expect(text).not.toContain("Resource: '*'");
  });

  it('leaves to a statement that names an action what a managed policy allows as well', async () => {
    const own = `        - Statement:
            - Effect: Allow
              Action: s3:PutObject
              Resource: !Sub '\${Uploads.Arn}/*'
`;
    const put = call('s3', 'PutObject', { Bucket: env('BUCKET'), Key: event });
    expect(await inSam(`        - AWSLambdaExecute\n${own}`, put)).toBe(own);
    expect(await inSam('        - AWSLambdaExecute\n', put)).toContain('Action: s3:PutObject');
  });
});
