import { describe, expect, it } from '@jest/globals';
import type { Datum, Patch } from '#model/patch';
import type { Property, PropertyPath } from '#model/property';
import { branches, descend } from '#model/property';
import { Text } from '#model/text';
import type { When } from '#model/value';
import { applyEdits } from '#source/edit';
import { load, resourceOf } from '../repository.js';

interface Asked {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The root after a patch on resource `X`, or the reason why not. */
async function patched(
  text: string,
  make: (x: ReturnType<typeof resourceOf>) => Patch[],
  asked: Asked = {},
): Promise<string> {
  const stack = await load(text, asked);
  const result = stack.edits(make(resourceOf(stack, 'X')));
  if ('declined' in result) return `declined: ${result.declined}`;
  const files = stack.files
    .map((file) => applyEdits(file, result))
    .filter((file, index) => file.text !== stack.files[index]?.text);
  expect(files.length).toBeGreaterThan(0);
  return files.map((file) => file.text).join('\n---\n');
}

/** The properties at a path of keys, one for every branch. */
function at(x: ReturnType<typeof resourceOf>, ...keys: string[]): Property[] {
  return branches(x, [], x.properties, x.when).flatMap((root) => descend(root, keys));
}

const set =
  (value: Datum, ...path: (string | number)[]) =>
  (resource: ReturnType<typeof resourceOf>): Patch[] => [{ op: 'set', resource, path, value }];

const TOP = `Parameters:
  Stage: { Type: String, Default: dev }
  Shared: { Type: String, Default: s }
  Secret: { Type: String, Default: hush, NoEcho: true }
  Mode: { Type: String, Default: a, AllowedValues: [a, b] }
  Size: { Type: Number, Default: 1 }
Mappings:
  Once: { k: { v: 1 } }
  Twice: { k: { v: 1 } }
Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  W: { Type: Custom::W, Properties: { A: !Ref Shared, B: !FindInMap [Twice, k, v] } }
  X:
    Type: Custom::X
    Properties:
`;

describe('a value behind a parameter', () => {
  it('is changed at its default when the parameter serves this place only', async () => {
    const text = `${TOP}      V: !Ref Stage\n`;
    expect(await patched(text, set('prod', 'V'))).toBe(text.replace('Default: dev', 'Default: prod'));
  });

  it.each([
    ['is used elsewhere too', '!Ref Shared', 'x', 'parameter Shared gives the value'],
    ['is secret', '!Ref Secret', 'x', 'parameter Secret gives the value'],
    ['does not allow it', '!Ref Mode', 'c', 'parameter Mode gives the value'],
    ['is a number', '!Ref Size', 'c', 'parameter Size gives the value'],
    ['cannot be a map', '!Ref Stage', { a: 1 }, 'parameter Stage gives the value'],
  ])('is left alone when the parameter %s', async (_why, value, wanted, reason) => {
    expect(await patched(`${TOP}      V: ${value}\n`, set(wanted, 'V'))).toBe(`declined: ${reason}`);
  });

  it('is left alone when the configuration gives it', async () => {
    const text = `${TOP}      V: !Ref Stage\n`;
    expect(await patched(text, set('x', 'V'), { parameters: { Stage: 'given' } })).toMatch(
      /^declined: the configuration/,
    );
  });

  it('is replaced where it is a part of a text', async () => {
    const text = `${TOP}      V: !Sub '\${Stage}-x' # why\n`;
    expect(await patched(text, set('y', 'V'))).toBe(text.replace("!Sub '${Stage}-x'", expect.anything() ? "'y'" : ''));
  });
});

describe('a value behind a mapping', () => {
  it('is changed in the mapping when that serves this place only', async () => {
    const text = `${TOP}      V: !FindInMap [Once, k, v]\n`;
    expect(await patched(text, set(2, 'V'))).toBe(text.replace('Once: { k: { v: 1 } }', 'Once: { k: { v: 2 } }'));
    expect(await patched(`${TOP}      V: !FindInMap [Twice, k, v]\n`, set(2, 'V'))).toBe(
      'declined: mapping Twice gives the value',
    );
  });
});

describe('a value under a condition', () => {
  const text = `${TOP}      V: !If [IsProd, a, !Ref AWS::NoValue]
      M:
        Fn::If:
          - IsProd
          - { k: 1 } # prod
          - k: 2
`;

  it('is changed in the branch that is meant', async () => {
    expect(
      await patched(text, (x) =>
        at(x, 'M', 'k')
          .filter((one) => one.is(1))
          .map((one) => one.set(9)),
      ),
    ).toBe(text.replace('{ k: 1 }', '{ k: 9 }'));
    expect(
      await patched(text, (x) =>
        at(x, 'V')
          .filter((one) => one.isAbsent)
          .map((one) => one.set('b')),
      ),
    ).toBe(text.replace('[IsProd, a, !Ref AWS::NoValue]', '[IsProd, a, b]'));
    expect(
      await patched(text, (x) =>
        at(x, 'V')
          .filter((one) => one.is('a'))
          .map((one) => one.remove()),
      ),
    ).toBe(text.replace('[IsProd, a, !Ref AWS::NoValue]', '[IsProd, !Ref AWS::NoValue, !Ref AWS::NoValue]'));
  });

  it('is changed in every branch when none is named', async () => {
    expect(await patched(text, set(9, 'M', 'k'))).toBe(text.replace('k: 1', 'k: 9').replace('k: 2', 'k: 9'));
  });

  it('is left alone in a branch that is not there', async () => {
    const when: When[] = [{ condition: 'IsProd', holds: true }];
    const path: PropertyPath = ['M', 'k', 'deeper'];
    expect(await patched(text, (resource) => [{ op: 'set', resource, path, when, value: 1 }])).toMatch(
      /^declined: .*not a map/,
    );
  });
});

describe('what other places share', () => {
  it('is left alone: aliases', async () => {
    const text = `${TOP}      A: &a { k: 1 }\n      V: *a\n`;
    expect(await patched(text, set(2, 'V', 'k'))).toMatch(/^declined/);
  });

  it('is left alone: loops', async () => {
    const text = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::L:
    - N
    - [X, Y]
    - '\${N}':
        Type: Custom::X
        Properties: { V: 1 }
`;
    expect(await patched(text, set(2, 'V'))).toBe('declined: it is made by Fn::ForEach');
    expect(await patched(text, (x) => [x.setAttribute('DeletionPolicy', 'Retain')])).toBe(
      'declined: it is made by Fn::ForEach',
    );
  });

  it('is changed in the file that is included', async () => {
    const text = `Resources:
  X:
    Type: Custom::X
    Properties:
      V: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: more.yaml } } }
`;
    const files = { 'more.yaml': 'k: 1 # one\n' };
    expect(await patched(text, set(2, 'V', 'k'), { files })).toBe('k: 2 # one\n');
  });
});

describe('references', () => {
  const ref = (attribute: string, id = 'template.yaml#W') => new Text([{ kind: 'ref', resource: id, attribute }]);

  it('are written in the form that the author uses', async () => {
    const short = `${TOP}      V: 1\n`;
    expect(await patched(short, set(ref('Ref'), 'V'))).toBe(short.replace('V: 1', 'V: !Ref W'));
    expect(await patched(short, set(ref('Arn'), 'V'))).toBe(short.replace('V: 1', 'V: !GetAtt W.Arn'));
    const long =
      'Resources:\n  W:\n    Type: Custom::W\n  X:\n    Type: Custom::X\n    Properties:\n      R:\n        Ref: W\n      V: 1\n';
    expect(await patched(long, set(ref('Ref'), 'V'))).toContain('Ref: W\n      V:\n        Ref: W\n');
    const json = '{"Resources": {"W": {"Type": "Custom::W"}, "X": {"Type": "Custom::X", "Properties": {"V": 1}}}}';
    const inJson = await patched(json, set(ref('Arn', 'template.json#W'), 'V'), { path: 'template.json' });
    expect(JSON.parse(inJson).Resources.X.Properties.V).toEqual({ 'Fn::GetAtt': ['W', 'Arn'] });
  });

  it('within a text are a Sub, with what looks like a variable kept as text', async () => {
    const text = new Text([
      '${a}',
      { kind: 'ref', resource: 'template.yaml#W', attribute: 'Arn' },
      '/*',
      { kind: 'hole', why: 'r', name: 'AWS::Region' },
    ]);
    expect(await patched(`${TOP}      V: 1\n`, set(text, 'V'))).toMatch(
      /V: !Sub (['"]?)\$\{!a\}\$\{W\.Arn\}\/\*\$\{AWS::Region\}\1\n/,
    );
  });

  it('to what the template does not have are refused', async () => {
    expect(await patched(`${TOP}      V: 1\n`, set(ref('Ref', 'other.yaml#Y'), 'V'))).toMatch(
      /^declined: .*another stack/,
    );
    const hole = new Text([{ kind: 'hole', why: 'import of x' }]);
    expect(await patched(`${TOP}      V: 1\n`, set(hole, 'V'))).toMatch(/^declined: .*not known/);
  });
});

describe('an attribute', () => {
  it('stands after the type, in the order wanted, and is changed where it stands', async () => {
    const text = 'Resources:\n  X:\n    Type: Custom::X # data\n    Properties:\n      A: 1\n';
    const keep = (resource: ReturnType<typeof resourceOf>): Patch[] => [
      resource.setAttribute('DeletionPolicy', 'Retain'),
      resource.setAttribute('UpdateReplacePolicy', 'Retain'),
    ];
    const kept = text.replace('# data\n', '# data\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n');
    expect(await patched(text, keep)).toBe(kept);
    expect(await patched(kept.replace(/Retain/g, 'Delete'), keep)).toBe(kept);
    const half = kept.replace('    UpdateReplacePolicy: Retain\n', '');
    expect(await patched(half, keep)).toBe(kept);
  });
});

describe('a new resource', () => {
  const text = `Conditions:
  C: !Equals [!Ref AWS::Region, x]
Resources:
  X:
    Type: Custom::X
    Condition: C
    # the last of X
  # about Z
  Z:
    Type: Custom::Z
`;

  it('stands after the one that it is for, under its condition, with a free name that references follow', async () => {
    const result = await patched(text, (beside) => [
      { op: 'add', beside, logicalId: 'Z', type: 'AWS::SQS::Queue', properties: { DelaySeconds: 1 } },
      {
        op: 'set',
        resource: beside,
        path: ['Queue'],
        value: new Text([{ kind: 'ref', resource: 'template.yaml#Z', attribute: 'Arn' }]),
      },
    ]);
    expect(result).toContain('Queue: !GetAtt Z2.Arn');
    expect(result).toMatch(
      / {2}Z2:\n {4}Type: AWS::SQS::Queue\n {4}Condition: C\n {4}Properties:\n {6}DelaySeconds: 1\n/,
    );
    expect(result.indexOf('Z2:')).toBeLessThan(result.indexOf('  Z:'));
  });
});

describe('lists', () => {
  it('take items, also where a single value stands', async () => {
    const text = `${TOP}      A: [a]\n      B: b\n      C:\n        - c # why\n`;
    const append =
      (key: string) =>
      (resource: ReturnType<typeof resourceOf>): Patch[] => [{ op: 'append', resource, path: [key], value: 'new' }];
    expect(await patched(text, append('A'))).toBe(text.replace('[a]', '[a, new]'));
    expect(await patched(text, append('C'))).toBe(text.replace('- c # why', '- c # why\n        - new'));
    expect(await patched(text, append('D'))).toMatch(/\n {6}D:\n {8}- new\n$/);
    expect(await patched(text, append('B'))).toMatch(/\n {6}B:\s+(\[b, new\]|- b\n\s+- new)/);
  });
});
