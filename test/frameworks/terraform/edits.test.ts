import { describe, expect, it } from '@jest/globals';
import type { Patch } from '#model/patch';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { withNested } from '#model/stack';
import { applyEdits } from '#source/edit';
import { configured } from './configuration.js';

type Want = (find: (name: string) => Resource) => readonly Patch[];

/** The files after the patches, by path: only those that changed; or why they are declined. */
async function edited(
  text: string,
  want: Want,
  files: Record<string, string> = {},
): Promise<Record<string, string> | string> {
  const stack = await configured(text, files);
  const all = withNested([stack]);
  const find = (name: string) => {
    const found = all.flatMap((one) => [...one.resources.values()]).find((one) => one.logicalId === name);
    if (!found) throw new Error(`no resource ${name}`);
    return found;
  };
  const result = stack.edits(want(find));
  if ('declined' in result) return result.declined;
  const changed = new Set(all.flatMap((one) => one.files));
  return Object.fromEntries(
    [...changed].flatMap((file) => {
      const after = applyEdits(file, result).text;
      return after === file.text ? [] : [[file.path, after]];
    }),
  );
}

const at = (resource: Resource, ...path: string[]): Property => {
  const [found] = resource.read(path);
  if (!found) throw new Error('nothing there');
  return found;
};

const QUEUE = `resource "aws_sqs_queue" "q" {
  name                       = "q"
  visibility_timeout_seconds = 30
}
`;

describe('arguments', () => {
  it('are replaced, added and removed', async () => {
    expect(await edited(QUEUE, (find) => [at(find('aws_sqs_queue.q'), 'VisibilityTimeout').set(60)])).toEqual({
      'main.tf': QUEUE.replace('30', '60'),
    });
    expect(await edited(QUEUE, (find) => [at(find('aws_sqs_queue.q'), 'SqsManagedSseEnabled').set(true)])).toEqual({
      'main.tf': QUEUE.replace('30\n', '30\n  sqs_managed_sse_enabled    = true\n'),
    });
    expect(await edited(QUEUE, (find) => [at(find('aws_sqs_queue.q'), 'VisibilityTimeout').remove()])).toEqual({
      'main.tf': 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n',
    });
  });

  it('that a variable gives are changed there when nothing else reads it', async () => {
    const text = QUEUE.replace('30', 'var.seconds');
    const files = { 'variables.tf': 'variable "seconds" {\n  default = 30\n}\n' };
    const want: Want = (find) => [at(find('aws_sqs_queue.q'), 'VisibilityTimeout').set(60)];
    expect(await edited(text, want, files)).toEqual({ 'variables.tf': files['variables.tf'].replace('30', '60') });
    expect(await edited(text, want, { ...files, 'terraform.tfvars': 'seconds = 40\n' })).toEqual({
      'terraform.tfvars': 'seconds = 60\n',
    });
    const twice = `${text}\noutput "s" {\n  value = var.seconds\n}\n`;
    expect(await edited(twice, want, files)).toBe('var.seconds gives the value');
  });

  it('of several instances are changed where all have the same', async () => {
    const text = `resource "aws_sqs_queue" "q" {
  count                      = 2
  name                       = "q-\${count.index}"
  visibility_timeout_seconds = 30
}
`;
    expect(await edited(text, (find) => [at(find('aws_sqs_queue.q[0]'), 'VisibilityTimeout').set(60)])).toEqual({
      'main.tf': text.replace('30', '60'),
    });
    const keyed =
      'resource "aws_sqs_queue" "q" {\n  for_each = { a = 1, b = 2 }\n  visibility_timeout_seconds = each.value\n}\n';
    expect(await edited(keyed, (find) => [at(find('aws_sqs_queue.q["a"]'), 'VisibilityTimeout').set(60)])).toBe(
      'aws_sqs_queue.q["a"] is one of several that the block makes',
    );
  });

  it('in one branch are changed in that branch only', async () => {
    const text =
      'variable "big" {}\nresource "aws_sqs_queue" "q" {\n  visibility_timeout_seconds = var.big ? 60 : 30\n}\n';
    const want: Want = (find) => {
      const found = find('aws_sqs_queue.q')
        .read(['VisibilityTimeout'])
        .find((one) => one.is(30));
      return found ? [found.set(45)] : [];
    };
    expect(await edited(text, want)).toEqual({ 'main.tf': text.replace('30', '45') });
  });
});

describe('blocks', () => {
  const text = 'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n';

  it('are added once for several patches', async () => {
    const result = await edited(text, (find) => [
      at(find('aws_lambda_function.f'), 'VpcConfig', 'SubnetIds').set(['subnet-1']),
      at(find('aws_lambda_function.f'), 'VpcConfig', 'SecurityGroupIds').set(['sg-1']),
    ]);
    expect(result).toEqual({
      'main.tf': `resource "aws_lambda_function" "f" {
  function_name = "f"

  vpc_config {
    subnet_ids         = ["subnet-1"]
    security_group_ids = ["sg-1"]
  }
}
`,
    });
  });

  it('of another type are added beside, where it configures the resource', async () => {
    const bucket = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n';
    const result = await edited(bucket, (find) => [
      at(find('aws_s3_bucket.b'), 'VersioningConfiguration', 'Status').set('Enabled'),
    ]);
    expect(result).toEqual({
      'main.tf': `${bucket}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id

  versioning_configuration {
    status = "Enabled"
  }
}
`,
    });
  });

  it('keep what prevent_destroy is for', async () => {
    const result = await edited(QUEUE, (find) => [
      find('aws_sqs_queue.q').setAttribute('DeletionPolicy', 'Retain'),
      find('aws_sqs_queue.q').setAttribute('UpdateReplacePolicy', 'Retain'),
    ]);
    expect(result).toEqual({
      'main.tf': QUEUE.replace('= 30\n', '= 30\n\n  lifecycle {\n    prevent_destroy = true\n  }\n'),
    });
  });
});

describe('policies', () => {
  const SEND = ['PolicyDocument', 'Statement'];
  const statements = (resource: Resource) => at(resource, ...SEND).items();

  it('are edited in jsonencode', async () => {
    const text = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}
`;
    const want: Want = (find) =>
      statements(find('aws_iam_policy.p')).map((one) => at2(one, 'Action').set('s3:GetObject'));
    expect(await edited(text, want)).toEqual({ 'main.tf': text.replace('s3:*', 's3:GetObject') });
  });

  it('are edited in a heredoc', async () => {
    const text = `resource "aws_iam_policy" "p" {
  policy = <<EOF
{
  "Statement": [
    { "Effect": "Allow", "Action": "s3:*", "Resource": "\${aws_s3_bucket.b.arn}/*" }
  ]
}
EOF
}
resource "aws_s3_bucket" "b" {}
`;
    const want: Want = (find) =>
      statements(find('aws_iam_policy.p')).map((one) => at2(one, 'Action').set('s3:GetObject'));
    expect(await edited(text, want)).toEqual({ 'main.tf': text.replace('s3:*', 's3:GetObject') });
    const over: Want = (find) =>
      statements(find('aws_iam_policy.p')).map((one) => at2(one, 'Resource').set(find('aws_s3_bucket.b').ref('Arn')));
    expect(await edited(text, over)).toEqual({ 'main.tf': text.replace('.arn}/*', '.arn}') });
  });

  it('are edited in a policy document, blocks and all', async () => {
    const text = `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
`;
    const want: Want = (find) =>
      statements(find('aws_iam_policy.p')).flatMap((one) => [
        at2(one, 'Action').set(['s3:GetObject']),
        at2(one, 'Condition').set({ Bool: { 'aws:SecureTransport': 'true' } }),
      ]);
    expect(await edited(text, want)).toEqual({
      'main.tf': text.replace('s3:*', 's3:GetObject').replace(
        '["*"]\n',
        `["*"]

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
`,
      ),
    });
  });
});

describe('new resources', () => {
  it('stand beside, under a free name, with references as Terraform writes them', async () => {
    const text = `${QUEUE}\nresource "aws_sqs_queue" "dead_letters" {}\n`;
    const result = await edited(text, (find) => [
      {
        op: 'add',
        beside: find('aws_sqs_queue.q'),
        logicalId: 'DeadLetters',
        type: 'AWS::SQS::Queue',
        properties: { MessageRetentionPeriod: 1209600 },
      },
      at(find('aws_sqs_queue.q'), 'KmsMasterKeyId').set('alias/aws/sqs'),
    ]);
    expect(result).toEqual({
      'main.tf': text.replace(
        '30\n}\n',
        '30\n  kms_master_key_id          = "alias/aws/sqs"\n}\n\nresource "aws_sqs_queue" "dead_letters_2" {\n  message_retention_seconds = 1209600\n}\n',
      ),
    });
  });

  it('are declined where no table knows them', async () => {
    expect(
      await edited(QUEUE, (find) => [
        { op: 'add', beside: find('aws_sqs_queue.q'), logicalId: 'X', type: 'Acme::X::Y', properties: {} },
      ]),
    ).toBe('Acme::X::Y is not known in Terraform');
  });
});

function at2(property: Property, key: string): Property {
  const [found] = (property.at as (...keys: string[]) => Property[]).call(property, key);
  if (!found) throw new Error('nothing there');
  return found;
}
