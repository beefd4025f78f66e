import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { DEFAULT_CONFIG } from '#scan/config';
import { CONFIG_SCHEMA, parseConfig } from '#scan/config-file';
import { configFindings, weakens } from '#scan/gate';
import { SourceFile } from '#source/file';
import { RULES } from './scanning.js';

const IDS = ['aws/lambda/tracing', 'aws/lambda/function-url-requires-auth', 'aws/iam/wildcard-action'];
const file = (text: string) => new SourceFile('.github/leastwise.yml', text);
const parse = (text: string) => parseConfig(file(text), IDS);

function mistakes(text: string): string[] {
  const parsed = parse(text);
  return 'mistakes' in parsed ? parsed.mistakes.map(({ line, message }) => `${line}: ${message}`) : [];
}

describe('the configuration', () => {
  it('has defaults for all that is left out', () => {
    expect(parse('')).toEqual({ config: DEFAULT_CONFIG });
    expect(parse('# nothing yet\n')).toEqual({ config: DEFAULT_CONFIG });
  });

  it('takes every option', () => {
    const text = `failOn: critical
commentOn: medium
rules:
  aws/lambda/*: off
  aws/lambda/tracing: low
ignore: [vendor/**]
maxComments: 5
drafts: false
requireCustomerKeys: true
parameters:
  Stage: prod
  Size: 3
  Open: false
`;
    expect(parse(text)).toEqual({
      config: {
        failOn: 'critical',
        commentOn: 'medium',
        rules: { 'aws/lambda/*': 'off', 'aws/lambda/tracing': 'low' },
        ignore: ['vendor/**'],
        maxComments: 5,
        drafts: false,
        requireCustomerKeys: true,
        parameters: { Stage: 'prod', Size: '3', Open: 'false' },
      },
    });
  });

  it.each([
    ['failon: high', '1: There is no option "failon". Did you mean failOn?'],
    ['# x\nseverity: high', '2: There is no option "severity".'],
    ['failOn: hgih', '1: failOn is one of critical, high, medium, low, info, or never.'],
    ['maxComments: 31', '1: maxComments is a whole number from 1 to 30.'],
    ['maxComments: 1.5', '1: maxComments is a whole number from 1 to 30.'],
    ['drafts: maybe', '1: drafts is true or false.'],
    ['ignore: vendor', '1: ignore is a list of at most 500 globs.'],
    ['rules:\n  aws/lambda/tracin: off', '2: There is no rule "aws/lambda/tracin". Did you mean aws/lambda/tracing?'],
    ['rules:\n  wildcard-action: off', '2: There is no rule "wildcard-action". Did you mean aws/iam/wildcard-action?'],
    ['rules:\n  gcp/*: off', '2: There is no rule "gcp/*".'],
    ['rules:\n  aws/iam/*: severe', '2: rules.aws/iam/* is one of critical, high, medium, low, info, or off.'],
    ['- high', '1: The configuration is a map of options.'],
    ['__proto__: { drafts: false }', '1: There is no option "__proto__".'],
  ])('says what is wrong with %j', (text, expected) => {
    expect(mistakes(text)).toEqual([expected]);
  });

  it('names every mistake, in order', () => {
    expect(mistakes('dratfs: true\nfailOn: x\nrules: { nope: off }\n').map((one) => one.slice(0, 2))).toEqual([
      '1:',
      '2:',
      '3:',
    ]);
  });

  it('tells broken YAML and duplicate keys', () => {
    expect(mistakes('failOn: [high').length).toBeGreaterThan(0);
    expect(mistakes('drafts: true\ndrafts: false\n').length).toBeGreaterThan(0);
  });

  it('has a schema that agrees', () => {
    const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(CONFIG_SCHEMA));
    expect(validate({ failOn: 'never', rules: { 'aws/*': 'off' }, maxComments: 30 })).toBe(true);
    expect(validate({ failOn: 'maybe' })).toBe(false);
    expect(validate({ failon: 'high' })).toBe(false);
    expect(validate({ maxComments: 0 })).toBe(false);
  });
});

describe('a change of the configuration', () => {
  it('is told where it asks for less', () => {
    const base = { ...DEFAULT_CONFIG, requireCustomerKeys: true };
    expect(weakens(base, base, RULES)).toEqual([]);
    expect(weakens(base, { ...base, failOn: 'medium', commentOn: 'info' }, RULES)).toEqual([]);
    expect(
      weakens(
        base,
        {
          failOn: 'never',
          commentOn: 'high',
          rules: { 'test/iam/*': 'off', 'test/sns/encryption': 'info' },
          ignore: ['a/**'],
          maxComments: 1,
          drafts: false,
          requireCustomerKeys: false,
          parameters: { Auth: 'AWS_IAM' },
        },
        RULES,
      ),
    ).toEqual([
      'The check no longer fails for any finding.',
      'Comments are made from high on, no longer from low.',
      'Rules no longer run: `test/iam/wildcard`.',
      'Rules are taken less seriously: `test/sns/encryption`.',
      'Paths are no longer reviewed: `a/**`.',
      'Drafts are no longer reviewed.',
      'Customer-managed keys are no longer required.',
      'Other values are assumed for template parameters: `Auth`.',
    ]);
  });

  it('gives a finding, also when the file goes or breaks', () => {
    const found = (base: string | undefined, head: string | undefined) =>
      configFindings(
        base === undefined ? undefined : file(base),
        head === undefined ? undefined : file(head),
        RULES,
      ).map((finding) => [finding.rule.id, finding.message]);
    expect(found('failOn: high', 'failOn: high')).toEqual([]);
    expect(found(undefined, 'failOn: medium')).toEqual([]);
    expect(found('failOn: medium', undefined)).toEqual([
      ['leastwise/config-weakened', 'The check fails from high on, no longer from medium.'],
    ]);
    expect(found('drafts: true', 'drafs: true')).toEqual([
      ['leastwise/config-invalid', expect.stringContaining('Once merged, every check would fail.')],
    ]);
  });
});
