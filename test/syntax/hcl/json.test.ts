import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { type Block, type HclDocument, type HclOperation, Raw } from '#syntax/hcl/ast';
import { parseHcl } from '#syntax/hcl/parse';
import { showBody } from './show.js';

const text = `{
  "//": "a comment",
  "locals": { "x": "\${var.a}-b" },
  "variable": { "a": { "type": "list(string)", "default": ["\${no}"] } },
  "resource": {
    "aws_s3_bucket": {
      "b": {
        "//": "another",
        "bucket": "na\\u006de \${var.a[0]} $\${c}",
        "count": 2,
        "versioning": [{ "enabled": false }],
        "tags": { "k": "v" },
        "depends_on": ["aws_x.y"],
        "lifecycle": { "prevent_destroy": true },
        "dynamic": { "ingress": { "for_each": "\${var.a}", "content": { "p": "\${ingress.value}" } } }
      }
    }
  },
  "provider": { "aws": [{ "region": "a" }, { "alias": "w" }] }
}
`;

async function read(source: string, path = 'main.tf.json'): Promise<HclDocument> {
  return parseHcl(new SourceFile(path, source));
}

async function edited(
  source: string,
  ask: (document: HclDocument) => readonly HclOperation[],
): Promise<string | undefined> {
  const document = await read(source);
  const edits = document.edit(ask(document));
  return edits && applyEdits(document.file, edits).text;
}

function bucket(document: HclDocument): Block {
  const block = document.body.blocks.find((one) => one.type === 'resource');
  if (!block) throw new Error('no resource');
  return block;
}

describe('Terraform in JSON', () => {
  it('gives the tree of native syntax', async () => {
    const document = await read(text);
    expect(document.problems).toEqual([]);
    const native = await read(
      `locals {
        x = "\${var.a}-b"
      }
      variable "a" {
        type = list(string)
        default = ["$\${no}"]
      }
      resource "aws_s3_bucket" "b" {
        bucket = "name \${var.a[0]} $\${c}"
        count = 2
        versioning = [{ "enabled" = false }]
        tags = { "k" = "v" }
        depends_on = [aws_x.y]
        lifecycle {
          prevent_destroy = true
        }
        dynamic "ingress" {
          for_each = "\${var.a}"
          content {
            p = "\${ingress.value}"
          }
        }
      }
      provider "aws" {
        region = "a"
      }
      provider "aws" {
        alias = "w"
      }
      `,
      'main.tf',
    );
    expect(native.problems).toEqual([]);
    expect(showBody(document.body)).toBe(showBody(native.body));
  });

  it('knows where everything stands', async () => {
    const document = await read(text);
    const { body, header, span } = bucket(document);
    expect(document.file.slice(header)).toBe('"b"');
    expect(document.file.slice(span)).toMatch(/^"b": \{[\s\S]*\}$/);
    const value = body.attributes.find((one) => one.name === 'bucket')?.value;
    expect(value && document.file.slice(value.span)).toBe('"na\\u006de ${var.a[0]} $${c}"');
    const parts = value?.kind === 'template' ? value.parts : [];
    expect(parts.map((part) => document.file.slice(part.span))).toEqual(['na\\u006de ', '${var.a[0]}', ' $${c}']);
    const reference = body.attributes.find((one) => one.name === 'depends_on')?.value;
    const item = reference?.kind === 'tuple' ? reference.items[0] : undefined;
    expect(item?.kind === 'attribute' && document.file.slice(item.span)).toBe('aws_x.y');
  });

  it('reads values of variables as they are', async () => {
    const document = await read('{ "a": "${x}", "resource": { "b": 1 } }', 'x.auto.tfvars.json');
    expect(showBody(document.body)).toBe('a = "${x}"; resource = {"b": 1}');
  });

  it('tells what is wrong with a template, and with JSON', async () => {
    const one = await read('{ "locals": {\n "a": "${x", "b": 1 } }');
    expect(new Set(one.problems.map((problem) => problem.line))).toEqual(new Set([2]));
    expect(showBody(one.body)).toBe('locals {a = `x`; b = 1}');
    expect(one.edit([])).toBeUndefined();
    const other = await read('{ "locals": { "a": 1, } }');
    expect(other.problems).toHaveLength(1);
    expect(showBody(other.body)).toBe('locals {a = 1}');
    const list = await read('"x"');
    expect(list.problems.map((problem) => problem.kind)).toEqual(['unreadable']);
  });

  it('is edited in JSON', async () => {
    const result = await edited(text, (document) => {
      const { body } = bucket(document);
      const attribute = (name: string) => {
        const found = body.attributes.find((one) => one.name === name);
        if (!found) throw new Error(name);
        return found;
      };
      return [
        { op: 'replace', expression: attribute('count').value, value: 3 },
        { op: 'attribute', body, name: 'acl', value: 'a ${b}', after: 'bucket' },
        { op: 'attribute', body, name: 'kms', value: new Raw('aws_kms_key.k.arn') },
        { op: 'entry', object: attribute('tags').value, key: 'n', value: true },
        { op: 'item', tuple: attribute('depends_on').value, value: new Raw('aws_x.z') },
        {
          op: 'block',
          body,
          block: { type: 'logging', attributes: { on: true }, blocks: [{ type: 'w', labels: ['l'] }] },
        },
        { op: 'block', body, block: { type: 'versioning', attributes: { enabled: true } } },
        { op: 'beside', beside: bucket(document), block: { type: 'resource', labels: ['aws_s3_bucket', 'c'] } },
        { op: 'remove', what: body.blocks[0] ?? attribute('count') },
      ];
    });
    const after = JSON.parse(result ?? '{}');
    const { b, c } = after.resource.aws_s3_bucket;
    expect(c).toEqual({});
    expect(Object.keys(b).slice(1, 4)).toEqual(['bucket', 'acl', 'count']);
    expect(b).toMatchObject({
      acl: 'a $${b}',
      count: 3,
      kms: '${aws_kms_key.k.arn}',
      tags: { k: 'v', n: true },
      depends_on: ['aws_x.y', 'aws_x.z'],
      logging: { on: true, w: { l: {} } },
      versioning: [{ enabled: false }, { enabled: true }],
    });
    expect(b.lifecycle).toBeUndefined();
    expect(result).toContain('"bucket": "na\\u006de ${var.a[0]} $${c}"');
  });

  it('declines what would need a block written anew, or is within a string', async () => {
    const source = '{ "resource": { "a": { "b": { "x": "p ${y}", "v": { "e": 1 } } } } }';
    const add: HclOperation[] = [];
    expect(
      await edited(source, (document) => [
        ...add,
        { op: 'block', body: bucket(document).body, block: { type: 'v', attributes: { e: 2 } } },
      ]),
    ).toBeUndefined();
    expect(
      await edited(source, (document) => {
        const value = bucket(document).body.attributes[0]?.value;
        const part = value?.kind === 'template' ? value.parts[1] : undefined;
        if (part?.kind !== 'interpolation') throw new Error('no template');
        return [{ op: 'replace', expression: part.value, value: 'z' }];
      }),
    ).toBeUndefined();
  });
});
