import { describe, expect, it } from '@jest/globals';
import { terraform } from '#frameworks/terraform/index';
import { withNested } from '#model/stack';
import { SourceFile } from '#source/file';
import { load, plainly, resourceOf } from '../repository.js';
import { configured, one } from './configuration.js';

const properties = async (text: string, name: string) => plainly((await one(text, name)).properties);

describe('variables', () => {
  const text = `variable "name" { default = "default" }
resource "acme_x" "x" { v = var.name }
`;
  const filed = async (files: Record<string, string>) =>
    plainly(resourceOf(await configured(text, files), 'acme_x.x').properties);

  it('are what files that Terraform reads by itself give, the last one first', async () => {
    expect(await filed({})).toEqual({ v: 'default' });
    expect(await filed({ 'terraform.tfvars': 'name = "file"' })).toEqual({ v: 'file' });
    expect(await filed({ 'terraform.tfvars': 'name = "file"', 'a.auto.tfvars': 'name = "auto"' })).toEqual({
      v: 'auto',
    });
    expect(await filed({ 'terraform.tfvars.json': '{"name": "json"}' })).toEqual({ v: 'json' });
    expect(await filed({ 'prod.tfvars': 'name = "prod"' })).toEqual({ v: 'default' });
  });

  it('say that a deployment can choose another value', async () => {
    const [value] = resourceOf(await configured(text), 'acme_x.x').read(['v']);
    expect(value?.parameter).toBe('name');
  });

  it('are unknown without a value', async () => {
    const open = 'variable "name" {}\nresource "acme_x" "x" {\n  v = var.name\n  w = "a-${var.name}"\n}\n';
    expect(await properties(open, 'acme_x.x')).toEqual({ v: { '?': 'variable name has no default' }, w: 'a-${name}' });
  });
});

describe('conditions', () => {
  it('split a value where the deployment decides', async () => {
    const text = `variable "debug" {}
resource "acme_x" "x" {
  v = var.debug ? 1 : 2
  w = !var.debug ? "no" : var.debug ? "yes" : "never"
}
`;
    expect(await properties(text, 'acme_x.x')).toEqual({
      v: { 'var.debug': 1, 'not var.debug': 2 },
      w: { 'not var.debug': 'no', 'var.debug': 'yes' },
    });
  });

  it('of count hold for the resource, and for what is a part of it', async () => {
    const text = `variable "log" { type = bool }
resource "acme_x" "x" {
  count = var.log ? 1 : 0
  v     = var.log ? "on" : "off"
}
resource "acme_x" "y" { v = one(acme_x.x[*].id) }
resource "acme_x" "z" {
  count = 0
}
`;
    const stack = await configured(text);
    expect([...stack.resources.keys()]).toEqual(['acme_x.x[0]', 'acme_x.y']);
    expect(resourceOf(stack, 'acme_x.x[0]').when).toEqual([{ condition: 'var.log', holds: true }]);
    expect(plainly(resourceOf(stack, 'acme_x.x[0]').properties)).toEqual({ v: 'on' });
    expect(plainly(resourceOf(stack, 'acme_x.y').properties)).toEqual({
      v: { 'var.log': '${acme_x.x[0]}', 'not var.log': { absent: true } },
    });
  });
});

describe('several instances', () => {
  it('are made by count and for_each', async () => {
    const text = `locals {
  queues = { a = { seconds = 5 }, b = { seconds = 6 } }
}
resource "aws_sqs_queue" "q" {
  for_each                   = local.queues
  name                       = "q-\${each.key}"
  visibility_timeout_seconds = each.value.seconds
}
resource "acme_x" "all" { v = [for q in aws_sqs_queue.q : q.arn] }
`;
    const stack = await configured(text);
    expect([...stack.resources.keys()]).toEqual(['aws_sqs_queue.q["a"]', 'aws_sqs_queue.q["b"]', 'acme_x.all']);
    expect(plainly(resourceOf(stack, 'aws_sqs_queue.q["b"]').properties)).toEqual({
      QueueName: 'q-b',
      VisibilityTimeout: 6,
    });
    expect(plainly(resourceOf(stack, 'acme_x.all').properties)).toEqual({
      v: ['${aws_sqs_queue.q["a"].Arn}', '${aws_sqs_queue.q["b"].Arn}'],
    });
  });

  it('are one that stands for all where their number is not known', async () => {
    const text = `variable "names" {}
resource "aws_sqs_queue" "q" {
  for_each = toset(var.names)
  name     = each.key
}
resource "acme_x" "x" { v = aws_sqs_queue.q["a"].arn }
`;
    const stack = await configured(text);
    expect(plainly(resourceOf(stack, 'aws_sqs_queue.q').properties)).toEqual({
      QueueName: { '?': 'variable names has no default' },
    });
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({ v: '${aws_sqs_queue.q.Arn}' });
  });

  it('of blocks are made by dynamic', async () => {
    const text = `variable "on" {}
resource "acme_x" "x" {
  rule {
    name = "fixed"
  }
  dynamic "rule" {
    for_each = { a = 1, b = 2 }
    content {
      name = rule.key
      size = rule.value
    }
  }
  dynamic "log" {
    for_each = var.on ? [1] : []
    content {
      mode = "all"
    }
  }
}
`;
    expect(await properties(text, 'acme_x.x')).toEqual({
      rule: [{ name: 'fixed' }, { name: 'a', size: 1 }, { name: 'b', size: 2 }],
      log: { 'var.on': [{ mode: 'all' }], 'not var.on': [] },
    });
  });
});

describe('local modules', () => {
  const files = {
    'modules/queue/main.tf': `variable "name" {}
variable "seconds" { default = 30 }
resource "aws_sqs_queue" "this" {
  name                       = var.name
  visibility_timeout_seconds = var.seconds
}
output "arn" { value = aws_sqs_queue.this.arn }
`,
    'modules/both/main.tf': `module "one" {
  source = "../queue"
  name   = "one"
}
output "arn" { value = module.one.arn }
`,
  };

  it('are nested stacks with their inputs and outputs, to any depth', async () => {
    const text = `module "both" { source = "./modules/both" }
resource "acme_x" "x" { v = module.both.arn }
`;
    const stack = await configured(text, files);
    const all = withNested([stack]);
    expect(all.map((each) => [each.id, each.root.path])).toEqual([
      ['.', 'main.tf'],
      ['./module.both', 'modules/both/main.tf'],
      ['./module.both/module.one', 'modules/queue/main.tf'],
    ]);
    const queue = all[2]?.resources.get('aws_sqs_queue.this');
    expect(plainly(queue?.properties)).toEqual({ QueueName: 'one', VisibilityTimeout: 30 });
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({ v: '${aws_sqs_queue.this.Arn}' });
  });

  it('are called once for each key', async () => {
    const text =
      'module "q" {\n  for_each = toset(["a", "b"])\n  source   = "./modules/queue"\n  name     = each.key\n}\n';
    const stack = await configured(text, files);
    expect(stack.nested?.map(({ id }) => id)).toEqual(['./module.q["a"]', './module.q["b"]']);
  });

  it('that are not there, or call themselves, are told', async () => {
    const missing = await configured('module "x" { source = "./nowhere" }\n');
    expect(missing.problems.map(({ message }) => message)).toEqual([
      'Module x in main.tf was left out: nowhere has no configuration.',
    ]);
    const cycle = await configured('module "x" { source = "./a" }\n', {
      'a/main.tf': 'module "y" { source = "../a" }\n',
    });
    expect(cycle.problems.map(({ message }) => message)).toEqual([
      'Module y in a/main.tf was left out: ../a calls itself.',
    ]);
  });

  it('of a registry that are not known are told mildly', async () => {
    const stack = await configured(
      'module "x" { source = "acme/widget/aws" }\nresource "acme_x" "x" { v = module.x.id }\n',
    );
    expect(stack.problems).toEqual([
      {
        kind: 'skipped',
        path: 'main.tf',
        line: 1,
        message: 'Module x in main.tf was not looked into: acme/widget/aws is not in the repository.',
      },
    ]);
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({
      v: { '?': 'module acme/widget/aws is not read' },
    });
  });
});

describe('files', () => {
  it('are read where functions name them', async () => {
    const text = `resource "acme_x" "x" {
  v = file("\${path.module}/a.txt")
  w = templatefile("b.tpl", { name = "x", items = ["p", "q"] })
  p = jsondecode(file("c.json")).key
}
`;
    const stack = await configured(text, {
      'a.txt': 'text',
      'b.tpl': 'Hello ${name}%{ for i in items } ${i}%{ endfor }',
      'c.json': '{"key": [1]}',
    });
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({ v: 'text', w: 'Hello x p q', p: [1] });
  });

  it('that override replace arguments and blocks', async () => {
    const stack = await configured('resource "acme_x" "x" {\n  v = 1\n  w = 2\n  b {\n    c = 1\n  }\n}\n', {
      'over_override.tf': 'resource "acme_x" "x" {\n  v = 3\n  b {\n    c = 4\n  }\n}\n',
    });
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({ v: 3, w: 2, b: [{ c: 4 }] });
  });
});

describe('what refers to itself', () => {
  it('is told and ends', async () => {
    const stack = await configured(
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "acme_x" "x" { v = local.a }\n',
    );
    expect(stack.problems.map(({ message }) => message)).toEqual([
      'local.a in main.tf refers to itself. Break the cycle.',
    ]);
    expect(plainly(resourceOf(stack, 'acme_x.x').properties)).toEqual({ v: { '?': 'local.a refers to itself' } });
  });
});

describe('long lists', () => {
  it('are taken as the arguments of a call', async () => {
    const long = `locals {\n  long = [${'1, '.repeat(150_000)}2]\n}\n`;
    const text = `${long}resource "acme_x" "x" { v = max(local.long...) }\n`;
    expect(await properties(text, 'acme_x.x')).toEqual({ v: 2 });
  });
});

describe('policy documents', () => {
  it('are policies in the words of IAM', async () => {
    const text = `data "aws_caller_identity" "me" {}
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Base"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    effect  = "Deny"
    actions = ["s3:*"]
    principals {
      type        = "AWS"
      identifiers = [data.aws_caller_identity.me.account_id]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
resource "aws_iam_policy" "p" {
  name   = "p"
  policy = data.aws_iam_policy_document.all.json
}
`;
    expect(await properties(text, 'aws_iam_policy.p')).toMatchObject({
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Base', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] },
          {
            Effect: 'Deny',
            Action: ['s3:*'],
            Principal: { AWS: ['${AWS::AccountId}'] },
            Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
          },
        ],
      },
    });
  });
});

describe('roots', () => {
  it('are one for each directory, by main.tf or the first file', async () => {
    const files = { 'a/b.tf': 'resource "acme_x" "x" {}\n', 'a/main.tf': 'resource "acme_x" "y" {}\n' };
    const other = new SourceFile('a/b.tf', files['a/b.tf']);
    await expect(load(other, { framework: terraform, files })).rejects.toThrow('not a template');
    const main = new SourceFile('a/main.tf', files['a/main.tf']);
    const stack = await load(main, { framework: terraform, files });
    expect([stack.id, [...stack.resources.keys()]]).toEqual(['a', ['acme_x.x', 'acme_x.y']]);
  });

  it('elsewhere are looked at for a changed module', () => {
    const tree = ['modules/q/main.tf', 'env/prod/main.tf', 'env/prod/other.tf', 'modules/r/main.tf', 'x.md'];
    expect(terraform.related?.(new Set(['modules/q/main.tf']), tree)).toEqual(['env/prod/main.tf']);
    expect(terraform.related?.(new Set(['x.md']), tree)).toEqual([]);
  });
});

describe('plans', () => {
  const plan = JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_lambda_function.f',
            mode: 'managed',
            type: 'aws_lambda_function',
            name: 'f',
            values: { function_name: 'f', timeout: 3, tracing_config: [{ mode: 'PassThrough' }], vpc_config: [] },
          },
        ],
        child_modules: [
          {
            address: 'module.q["a"]',
            resources: [
              {
                address: 'module.q["a"].aws_sqs_queue.this[0]',
                mode: 'managed',
                type: 'aws_sqs_queue',
                name: 'this',
                index: 0,
                values: { name: 'q', policy: null },
              },
            ],
          },
        ],
      },
    },
    resource_changes: [{ address: 'aws_lambda_function.f', change: { after_unknown: { arn: true, role: true } } }],
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_lambda_function.f',
            expressions: { role: { references: ['aws_iam_role.r.arn', 'aws_iam_role.r'] } },
          },
        ],
      },
    },
  });

  it('declare what is planned, with references where only the deployment knows', async () => {
    const file = new SourceFile('tfplan.json', plan);
    expect([terraform.candidate('tfplan.json'), terraform.recognizes(file)]).toEqual(['possible', true]);
    const stack = await load(file, { framework: terraform });
    expect(plainly(resourceOf(stack, 'aws_lambda_function.f').properties)).toMatchObject({
      FunctionName: 'f',
      Timeout: 3,
      TracingConfig: { Mode: 'PassThrough' },
      Role: '${aws_iam_role.r.Arn}',
    });
    const [nested] = stack.nested ?? [];
    expect(nested?.id).toBe('tfplan.json/module.q["a"]');
    expect(plainly(nested?.resources.get('aws_sqs_queue.this[0]')?.properties)).toEqual({ QueueName: 'q' });
    expect(stack.edits([resourceOf(stack, 'aws_lambda_function.f').setAttribute('DeletionPolicy', 'Retain')])).toEqual({
      declined: 'a plan is made by Terraform',
    });
  });
});

describe('try', () => {
  const text = `locals { items = { a = { x = 1 }, b = {} } }
variable "no" {
  type    = string
  default = null
}
variable "open" { type = bool }
variable "given" {}
resource "acme_y" "y" { for_each = { q = 1 } }
resource "acme_y" "many" { for_each = var.given }
resource "acme_x" "x" {
  for_each = local.items
  item     = try([each.value.x], [])
  index    = try(acme_y.y[var.no].id, "none")
  many     = try(acme_y.many[var.no].id, "none")
  either   = try([var.open ? each.value.x : 2], [])
  unknown  = try([var.given.x], [])
}
`;

  it('passes over what Terraform fails on, in whichever part', async () => {
    expect(await properties(text, 'acme_x.x["a"]')).toMatchObject({ item: [1], index: 'none', many: 'none' });
    expect(await properties(text, 'acme_x.x["b"]')).toMatchObject({ item: [], index: 'none', many: 'none' });
  });

  it('keeps what may be there', async () => {
    const why = { '?': 'variable given has no default' };
    expect(await properties(text, 'acme_x.x["b"]')).toMatchObject({ unknown: [why] });
    const [either] = (await one(text, 'acme_x.x["b"]')).read(['either']);
    expect(either?.items()).not.toEqual([]);
  });
});
