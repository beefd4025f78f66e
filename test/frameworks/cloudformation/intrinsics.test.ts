import { describe, expect, it } from '@jest/globals';
import { propertyOf } from '../repository.js';

const TOP = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::LanguageExtensions
Parameters:
  Stage: { Type: String, Default: dev }
  Open: { Type: String }
  Mode: { Type: String, AllowedValues: [a, b] }
  Many: { Type: String, AllowedValues: [a, b, c, d, e] }
  Only: { Type: String, AllowedValues: [one] }
  Names: { Type: CommaDelimitedList, Default: 'x, y,z' }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /image/latest }
  Size: { Type: Number, Default: 3 }
  Key: { Type: String, Default: '' }
Mappings:
  Sizes:
    dev: { Memory: 128, List: [1, 2] }
    prod: { Memory: 1024, List: [3] }
  Regions:
    us-east-1: { Same: s, Differs: 1 }
    eu-west-1: { Same: s, Differs: 2 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
  Never: !Equals [!Ref Mode, z]
  Always: !Not [!Condition Never]
  HasKey: !Not [!Equals [!Ref Key, '']]
  ProdAndKey: !And [!Condition IsProd, !Condition HasKey]
  Loop: !Condition Loop
  ModeA: !Equals [a, !Ref Mode]
Resources:
  Table: { Type: 'AWS::DynamoDB::Table' }
  X:
    Type: Custom::X
    Properties:
`;

/** The value of a YAML expression at `Resources.X.Properties.V`. */
async function yaml(expression: string, parameters: Record<string, string> = {}): Promise<unknown> {
  const lines = expression.split('\n').map((line, index) => (index === 0 ? `      V: ${line}` : `      ${line}`));
  return propertyOf(`${TOP}${lines.join('\n')}\n`, { parameters });
}

/** The value of the same expression in JSON, where the rest of the template is YAML's flow style. */
async function json(value: unknown): Promise<unknown> {
  return propertyOf(`${TOP}      V: ${JSON.stringify(value)}\n`);
}

describe('an intrinsic gives the same in its short and its long form', () => {
  it.each<[string, string, unknown, unknown]>([
    ['Ref of a resource', '!Ref Table', { Ref: 'Table' }, '${Table}'],
    ['Ref of a parameter', '!Ref Stage', { Ref: 'Stage' }, 'dev'],
    ['Ref of a number', '!Ref Size', { Ref: 'Size' }, 3],
    ['Ref of a list', '!Ref Names', { Ref: 'Names' }, ['x', 'y', 'z']],
    ['Ref of a pseudo parameter', '!Ref AWS::Region', { Ref: 'AWS::Region' }, '${AWS::Region}'],
    ['Ref of nothing', '!Ref AWS::NoValue', { Ref: 'AWS::NoValue' }, { absent: true }],
    ['Ref of a stranger', '!Ref Nobody', { Ref: 'Nobody' }, { '?': 'Nobody is not declared in the template' }],
    ['GetAtt', '!GetAtt Table.Arn', { 'Fn::GetAtt': ['Table', 'Arn'] }, '${Table.Arn}'],
    ['GetAtt as a string', '!GetAtt [Table, Arn]', { 'Fn::GetAtt': 'Table.Arn' }, '${Table.Arn}'],
    [
      'GetAtt with a reference',
      '!GetAtt [Table, !Ref Stage]',
      { 'Fn::GetAtt': ['Table', { Ref: 'Stage' }] },
      '${Table.dev}',
    ],
    [
      'Sub',
      "!Sub '${Stage}-${Table.Arn}-${!Lit}-${AWS::Partition}'",
      { 'Fn::Sub': '${Stage}-${Table.Arn}-${!Lit}-${AWS::Partition}' },
      'dev-${Table.Arn}-${Lit}-${AWS::Partition}',
    ],
    [
      'Sub with a map',
      "!Sub ['${A}${Stage}', { A: !Ref Size }]",
      { 'Fn::Sub': ['${A}${Stage}', { A: { Ref: 'Size' } }] },
      '3dev',
    ],
    [
      'Join',
      "!Join ['-', [a, !Ref Stage, !Ref AWS::NoValue, 1]]",
      { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, { Ref: 'AWS::NoValue' }, 1]] },
      'a-dev-1',
    ],
    ['Join of a parameter', "!Join ['', !Ref Names]", { 'Fn::Join': ['', { Ref: 'Names' }] }, 'xyz'],
    ['Select', '!Select [1, [a, b]]', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    [
      'Select out of range',
      '!Select [5, [a]]',
      { 'Fn::Select': [5, ['a']] },
      { '?': 'Fn::Select of item 5, which the list does not have' },
    ],
    ['Split', "!Split [',', 'a,b']", { 'Fn::Split': [',', 'a,b'] }, ['a', 'b']],
    [
      'Split around what a deployment fills in',
      "!Split [':', !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}-x']",
      { 'Fn::Split': [':', { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}-x' }] },
      ['arn', '${AWS::Partition}', 'sqs', '${AWS::Region}-x'],
    ],
    [
      'Split at what a region may hold',
      "!Split ['-', !Ref AWS::Region]",
      { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] },
      { '?': 'AWS::Region' },
    ],
    [
      'Split of a reference',
      "!Split [':', !GetAtt Table.Arn]",
      { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] },
      { '?': 'a piece of what the deployment gives' },
    ],
    [
      'FindInMap',
      '!FindInMap [Sizes, !Ref Stage, Memory]',
      { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Memory'] },
      128,
    ],
    ['FindInMap of a list', '!FindInMap [Sizes, prod, List]', { 'Fn::FindInMap': ['Sizes', 'prod', 'List'] }, [3]],
    [
      'FindInMap with a default',
      '!FindInMap [Sizes, none, Memory, { DefaultValue: 7 }]',
      { 'Fn::FindInMap': ['Sizes', 'none', 'Memory', { DefaultValue: 7 }] },
      7,
    ],
    [
      'FindInMap whatever the region',
      '!FindInMap [Regions, !Ref AWS::Region, Same]',
      { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Same'] },
      's',
    ],
    [
      'FindInMap by region',
      '!FindInMap [Regions, !Ref AWS::Region, Differs]',
      { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Differs'] },
      { 'AWS::Region is us-east-1': 1, 'not AWS::Region is us-east-1': 2 },
    ],
    ['If', '!If [IsProd, a, b]', { 'Fn::If': ['IsProd', 'a', 'b'] }, { IsProd: 'a', 'not IsProd': 'b' }],
    [
      'If with nothing',
      '!If [IsProd, a, !Ref AWS::NoValue]',
      { 'Fn::If': ['IsProd', 'a', { Ref: 'AWS::NoValue' }] },
      { IsProd: 'a', 'not IsProd': { absent: true } },
    ],
    ['ImportValue', '!ImportValue Shared-Vpc', { 'Fn::ImportValue': 'Shared-Vpc' }, '${import of Shared-Vpc}'],
    [
      'ImportValue of Sub',
      "!ImportValue\n  'Fn::Sub': '${Stage}-Vpc'",
      { 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-Vpc' } },
      '${import of dev-Vpc}',
    ],
    ['Base64', '!Base64 hello', { 'Fn::Base64': 'hello' }, 'hello'],
    ['Length', '!Length [1, 2, 3]', { 'Fn::Length': [1, 2, 3] }, 3],
    ['Length of a parameter', '!Length\n  Ref: Names', { 'Fn::Length': { Ref: 'Names' } }, 3],
    [
      'ToJsonString',
      '!ToJsonString { a: [1, x], b: !GetAtt Table.Arn }',
      { 'Fn::ToJsonString': { a: [1, 'x'], b: { 'Fn::GetAtt': ['Table', 'Arn'] } } },
      '{"a":[1,"x"],"b":"${Table.Arn}"}',
    ],
    ['Cidr', '!Cidr [10.0.0.0/16, 2, 8]', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, { '?': 'Fn::Cidr' }],
    ['GetAZs', "!GetAZs ''", { 'Fn::GetAZs': '' }, { '?': 'Fn::GetAZs' }],
    [
      'a macro',
      '!Transform { Name: Mine, Parameters: {} }',
      { 'Fn::Transform': { Name: 'Mine' } },
      { '?': 'macro Mine' },
    ],
  ])('%s', async (_name, short, long, expected) => {
    expect(await yaml(short)).toEqual(expected);
    expect(await json(long)).toEqual(expected);
  });
});

describe('parameters', () => {
  it('without a default are unknown, or looked at value by value when they allow few', async () => {
    expect(await yaml('!Ref Open')).toEqual({ '?': 'parameter Open has no default' });
    expect(await yaml('!Ref Mode')).toEqual({ 'Mode is a': 'a', 'not Mode is a': 'b' });
    expect(await yaml('!Ref Many')).toEqual({ '?': 'parameter Many has no default' });
    expect(await yaml('!Ref Only')).toEqual('one');
    expect(await yaml("!Sub '${Open}-x'")).toEqual('${Open}-x');
    expect(await yaml("!Sub '${Mode}${Mode}'")).toEqual({ 'Mode is a': 'aa', 'not Mode is a': 'bb' });
  });

  it('take the value that the configuration gives', async () => {
    expect(await yaml('!Ref Open', { Open: 'given' })).toBe('given');
    expect(await yaml('!Ref Names', { Names: 'p,q' })).toEqual(['p', 'q']);
    expect(await yaml('!If [IsProd, a, b]', { Stage: 'prod' })).toBe('a');
  });

  it('that Systems Manager gives are unknown', async () => {
    expect(await yaml('!Ref Image')).toEqual({ '?': 'parameter Image is read from Systems Manager' });
  });
});

describe('conditions', () => {
  it('that no allowed value can make true are decided', async () => {
    expect(await yaml('!If [Never, a, b]')).toBe('b');
    expect(await yaml('!If [Always, a, b]')).toBe('a');
  });

  it('say within their branches what their parameters are', async () => {
    expect(await yaml('!If [IsProd, !Ref Stage, x]')).toEqual({ IsProd: 'prod', 'not IsProd': 'x' });
    expect(await yaml('!If [IsProd, !If [IsDev, a, b], c]')).toEqual({ IsProd: 'b', 'not IsProd': 'c' });
    expect(await yaml('!If [HasKey, !Ref Key, x]')).toEqual({ HasKey: { '?': 'parameter Key' }, 'not HasKey': 'x' });
    expect(await yaml('!If [ProdAndKey, !FindInMap [Sizes, !Ref Stage, Memory], 0]')).toEqual({
      ProdAndKey: 1024,
      'not ProdAndKey': 0,
    });
    expect(await yaml('!If [ModeA, x, !Ref Mode]')).toEqual({ ModeA: 'x', 'not ModeA': 'b' });
  });

  it('that refer to themselves, or are not declared, leave both branches', async () => {
    expect(await yaml('!If [Loop, a, b]')).toEqual({ Loop: 'a', 'not Loop': 'b' });
    expect(await yaml('!If [Nobody, a, b]')).toEqual({ Nobody: 'a', 'not Nobody': 'b' });
  });

  it('written in place are named by what they ask', async () => {
    expect(await yaml('!If [!Equals [!Ref Stage, prod], a, b]')).toEqual({
      'Stage is prod': 'a',
      'not Stage is prod': 'b',
    });
  });
});

describe('dynamic references', () => {
  it('are holes, also with parameters within', async () => {
    expect(await yaml("'{{resolve:secretsmanager:db:SecretString:password}}'")).toBe(
      '${dynamic reference to Secrets Manager}',
    );
    expect(await yaml("!Sub 'a{{resolve:ssm:/${Stage}/x:1}}b'")).toBe('a${dynamic reference to Systems Manager}b');
    expect(await yaml("'{{resolve:ssm-secure:never closed'")).toBe('{{resolve:ssm-secure:never closed');
  });
});
