import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { functions } from '#frameworks/terraform/functions';
import { PatternError, RegularExpression } from '#frameworks/terraform/functions/regular-expression';
import { plainly } from '../repository.js';
import { configured } from './configuration.js';
import { outcomeOf } from './expression.js';
import { CASES } from './functions.cases.js';

const expected: { readonly [text: string]: unknown } = JSON.parse(
  readFileSync(new URL('functions.expected.json', import.meta.url), 'utf8'),
);

/** Where ours is not what Terraform makes of it, and why that is kept. */
const KNOWN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  // Division by zero and decimal fractions are the evaluator's: numbers are JavaScript's.
  ['1 / 0', { value: Number.POSITIVE_INFINITY }],
  ['0.1 + 0.2', { value: 0.30000000000000004 }],
  // Types are not known of everything that is compared, so a number and its text are the same.
  ['contains([1, 2], "1")', { value: true }],
  ['yamldecode("a: 2020-01-01")', { unknown: 'YAML with tags or dates' }],
  ['yamlencode(1)', { unknown: 'YAML of what is not known' }],
]);

describe('functions give what Terraform gives', () => {
  it.each(CASES.map((text) => [text]))('%s', async (text) => {
    expect(expected).toHaveProperty([text]);
    expect(await outcomeOf(text)).toEqual(KNOWN.get(text) ?? expected[text]);
  });

  it('all of those without a cause to be left out', () => {
    const left = [
      // They read directories, or what is marked as sensitive.
      ...['fileset', 'issensitive'],
    ];
    const all =
      'abs abspath alltrue anytrue base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt can ceil chomp chunklist cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat contains csvdecode dirname distinct element endswith ephemeralasnull file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512 flatten floor format formatdate formatlist indent index issensitive join jsondecode jsonencode keys length log lookup lower matchkeys max md5 merge min nonsensitive one parseint pathexpand plantimestamp pow range regex regexall replace reverse rsadecrypt sensitive setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev substr sum templatefile templatestring textdecodebase64 textencodebase64 timeadd timecmp timestamp title tobool tolist tomap tonumber toset tostring transpose trim trimprefix trimspace trimsuffix try upper urlencode uuid uuidv5 values yamldecode yamlencode zipmap'.split(
        ' ',
      );
    expect(all.filter((name) => !functions.has(name))).toEqual(left);
  });
});

describe('patterns', () => {
  it('that blow up elsewhere are matched in bounded time', () => {
    expect(new RegularExpression('^(a+)+$').matches(`${'a'.repeat(5_000)}b`)).toEqual([]);
    expect(new RegularExpression('(x*)*y').matches('x'.repeat(2_000))).toEqual([]);
    expect(() => new RegularExpression('(?:a{1000}){1000}')).toThrow(PatternError);
    expect(() => new RegularExpression('('.repeat(10_000))).toThrow(PatternError);
    expect(new RegularExpression('(.*)(.*)(.*)(.*)x').matches('a'.repeat(20_000))).toEqual([]);
  });
});

describe('templates', () => {
  const parameter = (value: string) =>
    configured(`locals {\n  t = "$\${x}-b"\n}\nresource "aws_sns_topic" "p" {\n  display_name = ${value}\n}\n`, {
      'deep.tpl': '${['.repeat(5_000),
    });
  const nameIn = async (text: string) => {
    const [topic] = [...(await parameter(text)).resources.values()];
    return topic && plainly(topic.properties);
  };

  it('are filled in from a string', async () => {
    expect(await nameIn('templatestring(local.t, { x = "a" })')).toMatchObject({ DisplayName: 'a-b' });
  });

  it('are no exception when they nest too deep', async () => {
    expect(JSON.stringify(await nameIn('templatefile("deep.tpl", {})'))).toContain('nests too deep');
  });
});
