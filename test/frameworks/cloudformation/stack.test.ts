import { describe, expect, it } from '@jest/globals';
import { cloudformation } from '#frameworks/cloudformation/index';
import { Cloud } from '#model/cloud';
import { SourceFile } from '#source/file';
import { load, plainly, propertyOf, repository, resourceOf } from '../repository.js';

describe('which files are templates', () => {
  const recognizes = (text: string, path = 'x.yaml') => cloudformation.recognizes(new SourceFile(path, text));

  it('is told by the content', () => {
    expect(recognizes("AWSTemplateFormatVersion: '2010-09-09'\n")).toBe(true);
    expect(recognizes('Resources:\n  A:\n    Type: AWS::SQS::Queue\n')).toBe(true);
    expect(recognizes('\uFEFFResources:\n  A:\n    Type: AWS::SQS::Queue\n')).toBe(true);
    expect(recognizes('Resources:\n  A:\n    Type: "Custom::Thing"\n')).toBe(true);
    expect(recognizes('{"Resources": {"A": {"Type": "Alexa::ASK::Skill"}}}', 'x.json')).toBe(true);
    expect(recognizes('Resources:\n  A:\n    Type: Datadog::Monitors::Monitor\n')).toBe(true);
    expect(recognizes('resources:\n  - deployment.yaml\n')).toBe(false);
    expect(recognizes('resources:\n  Resources:\n    A:\n      Type: AWS::SQS::Queue\n')).toBe(false);
    expect(recognizes('Resources:\n  limits:\n    Type: big\n')).toBe(false);
  });

  it('is asked of YAML, JSON and template files only', () => {
    expect(cloudformation.candidate('infra/template.yaml')).toBe('conventional');
    expect(cloudformation.candidate('src/queue.template')).toBe('possible');
    expect(cloudformation.candidate('values.yml')).toBe('possible');
    expect(cloudformation.candidate('src/app.ts')).toBeUndefined();
    expect(cloudformation.candidate('package.json')).toBeUndefined();
    expect(cloudformation.candidate('node_modules/x/template.yaml')).toBeUndefined();
  });

  it('is decided after parsing: other files give no stack', async () => {
    const file = new SourceFile('x.yaml', 'text: AWSTemplateFormatVersion\n');
    expect(await cloudformation.load(file, repository({}), { parameters: {} })).toBeUndefined();
  });
});

describe('resources', () => {
  it('have their places, conditions and attributes', async () => {
    const text = `Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Condition: IsProd
    DeletionPolicy: Retain
    Properties:
      QueueName: "orders" # the name
`;
    const stack = await load(text);
    const queue = resourceOf(stack, 'Queue');
    const slice = (at: { file: SourceFile; span: { start: number; end: number } }) => at.file.slice(at.span);
    expect(queue.id).toBe('template.yaml#Queue');
    expect(slice(queue.location)).toBe('Queue');
    expect(slice(queue.extent)).toMatch(/^Queue:[\s\S]*"orders"$/);
    expect(queue.when).toEqual([{ condition: 'IsProd', holds: true }]);
    const [deletion] = queue.attribute('DeletionPolicy');
    expect(deletion?.string).toBe('Retain');
    const { properties } = queue;
    const name =
      properties.kind === 'set' && properties.data instanceof Map ? properties.data.get('QueueName') : undefined;
    expect(name?.kind === 'set' && name.key && slice(name.key)).toBe('QueueName');
    expect(name && slice(name.at)).toBe('"orders"');
    expect(stack.problems).toEqual([]);
  });

  it('under a condition that can never hold are left out, and references to them stay', async () => {
    const stack = await load(`Parameters:
  Mode: { Type: String, AllowedValues: [a] }
Conditions:
  Never: !Equals [!Ref Mode, b]
Resources:
  Gone: { Type: AWS::SQS::Queue, Condition: Never }
  X: { Type: Custom::X, Properties: { V: !Ref Gone } }
`);
    expect([...stack.resources.keys()]).toEqual(['X']);
    expect(plainly(resourceOf(stack, 'X').properties)).toEqual({ V: '${Gone}' });
  });

  it('of a half-written template are read as far as they can be', async () => {
    const stack = await load(`Resources:
  NoType:
    Properties: { A: 1 }
  Scalar: hello
  Empty:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
`);
    expect([...stack.resources.keys()]).toEqual(['Queue']);
    expect(stack.problems.map((problem) => [problem.kind, problem.line, problem.message])).toEqual([
      ['partial', 2, 'NoType in template.yaml was left out: it has no Type.'],
      ['partial', 4, 'Scalar in template.yaml was left out: a resource is a map with a Type.'],
      ['partial', 5, 'Empty in template.yaml was left out: a resource is a map with a Type.'],
    ]);
  });

  it('that are not a map are one problem', async () => {
    for (const wrong of ['- a', 'text', '']) {
      const stack = await load(`AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  ${wrong}\n`);
      expect(stack.resources.size).toBe(0);
      expect(stack.problems).toHaveLength(1);
      expect(stack.problems[0]).toMatchObject({ kind: 'unreadable', path: 'template.yaml' });
    }
  });
});

describe('Fn::ForEach', () => {
  const loops = (body: string) => `Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList, Default: 'One,Two' }
  Open: { Type: CommaDelimitedList }
Resources:
${body}`;

  it('makes resources, also nested, with names filled in everywhere', async () => {
    const stack = await load(
      loops(`  Fn::ForEach::Outer:
    - Name
    - !Ref Names
    - Fn::ForEach::Inner:
        - Kind
        - [a-b, c]
        - 'Topic\${Name}&{Kind}':
            Type: AWS::SNS::Topic
            Properties:
              TopicName: !Sub '\${Name}-\${Kind}-\${AWS::Region}'
              DisplayName: !Ref Kind
              Tags: 'plain \${Name}'
`),
    );
    expect(Object.fromEntries([...stack.resources].map(([id, one]) => [id, plainly(one.properties)]))).toEqual({
      TopicOneab: { TopicName: 'One-a-b-${AWS::Region}', DisplayName: 'a-b', Tags: 'plain One' },
      TopicOnec: { TopicName: 'One-c-${AWS::Region}', DisplayName: 'c', Tags: 'plain One' },
      TopicTwoab: { TopicName: 'Two-a-b-${AWS::Region}', DisplayName: 'a-b', Tags: 'plain Two' },
      TopicTwoc: { TopicName: 'Two-c-${AWS::Region}', DisplayName: 'c', Tags: 'plain Two' },
    });
  });

  it('makes properties', async () => {
    const text = loops(`  X:
    Type: Custom::X
    Properties:
      V:
        Kept: 1
        Fn::ForEach::P: [Key, [A, B], { 'Is\${Key}': !Ref Key }]
`);
    expect(await propertyOf(text)).toEqual({ Kept: 1, IsA: 'A', IsB: 'B' });
  });

  it('over what is not known, or without end, is a problem', async () => {
    const open = await load(loops(`  Fn::ForEach::L: [N, !Ref Open, { 'Q\${N}': { Type: AWS::SQS::Queue } }]\n`));
    expect(open.resources.size).toBe(0);
    expect(open.problems).toMatchObject([{ kind: 'partial', line: 6 }]);
    const items = Array.from({ length: 60 }, (_, index) => `i${index}`).join(',');
    const nest = `[A, [${items}], { Fn::ForEach::M: [B, [${items}], { 'Q\${A}\${B}': { Type: AWS::SQS::Queue } }] }]`;
    const many = await load(loops(`  Fn::ForEach::L: ${nest}\n`));
    expect(many.resources.size).toBeLessThan(2001);
    expect(many.problems.map((problem) => problem.message).join()).toContain('too many copies');
  });
});

describe('nested stacks', () => {
  const child = `Parameters:
  Stage: { Type: String, Default: none }
  Name: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub '\${Name}-\${Stage}'
      KmsMasterKeyId: !If [IsProd, k, !Ref AWS::NoValue]
Outputs:
  Arn: { Value: !GetAtt Queue.Arn }
  Name: { Value: !Ref Name }
`;

  it('are loaded with what the parent gives them, and give their outputs back', async () => {
    const stack = await load(
      `Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./nested/child.yaml
      Parameters: { Stage: prod, Name: !Ref Table }
  X:
    Type: Custom::X
    Properties:
      Arn: !GetAtt Nested.Outputs.Arn
      Name: !GetAtt [Nested, Outputs.Name]
      Missing: !GetAtt Nested.Outputs.Missing
`,
      { path: 'infra/template.yaml', files: { 'infra/nested/child.yaml': child } },
    );
    const [nested] = stack.nested ?? [];
    expect(nested?.id).toBe('infra/template.yaml/Nested');
    const queue = nested?.resources.get('Queue');
    expect(queue?.id).toBe('infra/template.yaml/Nested#Queue');
    expect(plainly(queue?.properties)).toEqual({ QueueName: '${Table}-prod', KmsMasterKeyId: 'k' });
    const cloud = new Cloud([stack]);
    const [arn] = resourceOf(stack, 'X').at('Arn');
    expect(cloud.target(arn)?.id).toBe('infra/template.yaml/Nested#Queue');
    expect(plainly(resourceOf(stack, 'X').properties)).toMatchObject({ Arn: '${Queue.Arn}', Name: '${Table}' });
    expect(arn?.location.file.slice(arn.location.span)).toBe('Nested.Outputs.Arn');
  });

  it('keep the parent`s conditions apart from their own', async () => {
    const stack = await load(
      `Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Condition: IsProd
    Properties: { TemplateURL: child.yaml, Parameters: { Name: n } }
`,
      { files: { 'child.yaml': child } },
    );
    const queue = stack.nested?.[0]?.resources.get('Queue');
    expect(queue?.when).toEqual([{ condition: 'IsProd of template.yaml', holds: true }]);
    expect(plainly(queue?.properties)).toEqual({
      QueueName: 'n-none',
      KmsMasterKeyId: { IsProd: 'k', 'not IsProd': { absent: true } },
    });
  });

  it('that are missing, remote or nest themselves are told or left alone', async () => {
    const nest = (url: string) => `Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
`;
    const missing = await load(nest('gone.yaml'));
    expect(missing.problems).toMatchObject([{ kind: 'partial', line: 5 }]);
    expect(missing.problems[0]?.message).toContain('gone.yaml does not exist');
    const remote = await load(nest('https://s3.amazonaws.com/b/t.yaml'));
    expect(remote.problems).toEqual([]);
    const self = await load(nest('a/b.yaml'), {
      files: { 'a/b.yaml': nest('../template.yaml'), 'template.yaml': nest('a/b.yaml') },
    });
    expect(self.nested?.[0]?.problems[0]?.message).toContain('nests itself');
    const up = await load(nest('../../../etc/passwd'));
    expect(up.problems).toEqual([]);
  });

  it('whose outputs and parameters go in a circle are left unknown', async () => {
    const echo = `Parameters: { In: { Type: String } }
Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref In } } }
Outputs: { Out: { Value: !Ref In } }
`;
    const stack = await load(
      `Resources:
  A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: echo.yaml, Parameters: { In: !GetAtt B.Outputs.Out } } }
  B: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: echo.yaml, Parameters: { In: !GetAtt A.Outputs.Out } } }
`,
      { files: { 'echo.yaml': echo } },
    );
    expect(stack.nested).toHaveLength(2);
  });
});

describe('AWS::Include', () => {
  it('of a local file is read in its place', async () => {
    const stack = await load(
      `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/openapi.yaml } }
      Parameters:
        own: 1
        Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/more.json } }
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/queue.yaml } }
`,
      {
        files: {
          'api/openapi.yaml': 'openapi: 3.0.1\ninfo: { title: !Ref AWS::StackName }\n',
          'api/more.json': '{"more": 2}',
          'api/queue.yaml': 'Queue:\n  Type: AWS::SQS::Queue\n',
        },
      },
    );
    expect(plainly(resourceOf(stack, 'Api').properties)).toEqual({
      Body: { openapi: '3.0.1', info: { title: '${AWS::StackName}' } },
      Parameters: { own: 1, more: 2 },
    });
    expect(resourceOf(stack, 'Queue').location.file.path).toBe('api/queue.yaml');
    expect(stack.files.map((file) => file.path).sort()).toEqual([
      'api/more.json',
      'api/openapi.yaml',
      'api/queue.yaml',
      'template.yaml',
    ]);
  });

  it('of a missing file is a problem, of itself an end', async () => {
    const including = (path: string) => `Resources:
  X:
    Type: Custom::X
    Properties:
      V: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: ${path} } } }
`;
    const missing = await load(including('gone.yaml'));
    expect(missing.problems[0]).toMatchObject({ kind: 'partial', line: 5 });
    const loop = "again: { 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: loop.yaml } } }\n";
    const endless = await load(including('loop.yaml'), { files: { 'loop.yaml': loop } });
    expect(endless.problems.map((problem) => problem.message).join()).toContain('nested more than');
    const remote = await load(including('s3://bucket/x.yaml'));
    expect(remote.problems).toEqual([]);
  });
});

describe('what would exhaust', () => {
  it('is cut: aliases upon aliases', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let index = 1; index < 9; index += 1)
      lines.push(
        `a${index}: &a${index} [${Array(9)
          .fill(`*a${index - 1}`)
          .join(', ')}]`,
      );
    const text = `${lines.join('\n')}\nResources:\n  X:\n    Type: Custom::X\n    Properties:\n      V: *a8\n`;
    const stack = await load(text);
    expect(stack.problems.length).toBeGreaterThan(0);
  });

  it('is cut: conditions upon conditions', async () => {
    const conditions = Array.from({ length: 60 }, (_, index) =>
      index === 0
        ? '  C0: !Equals [!Ref AWS::Region, a]'
        : `  C${index}: !And [!Condition C${index - 1}, !Not [!Not [!Condition C${index - 1}]]]`,
    ).join('\n');
    const text = `Conditions:\n${conditions}\nResources:\n  X:\n    Type: Custom::X\n    Properties:\n      V: !If [C59, !If [C58, a, b], c]\n`;
    expect(await propertyOf(text)).toEqual({ C59: 'a', 'not C59': 'c' });
  });

  it('is cut: a text that depends on many conditions', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `C${index}`);
    const text = `Conditions:
${names.map((name) => `  ${name}: !Equals [!Ref AWS::Region, ${name}]`).join('\n')}
Resources:
  X:
    Type: Custom::X
    Properties:
      V: !Join ['', [${names.map((name) => `!If [${name}, a, b]`).join(', ')}]]
`;
    expect(await propertyOf(text)).toMatch(/^(\$\{depends on many conditions\}){30}$/);
  });
});

describe('definitions in files', () => {
  const template = `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: orders, BodyS3Location: api/openapi.yaml }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: { DefinitionS3Location: ./machine.asl.json }
  Schema:
    Type: AWS::AppSync::GraphQLSchema
    Properties: { DefinitionS3Location: schema.graphql }
  Elsewhere:
    Type: AWS::AppSync::GraphQLSchema
    Properties: { DefinitionS3Location: s3://bucket/schema.graphql }
`;
  const files = {
    'api/openapi.yaml': 'openapi: 3.0.1\n',
    'machine.asl.json': '{"StartAt": "A"}',
    'schema.graphql': 'type Query { a: String }\n',
  };

  it('are read as packaging would upload them', async () => {
    const stack = await load(template, { files });
    const properties = (name: string) => plainly(resourceOf(stack, name).properties);
    expect(properties('Api')).toEqual({ Name: 'orders', Body: { openapi: '3.0.1' } });
    expect(properties('Machine')).toEqual({ Definition: { StartAt: 'A' } });
    expect(properties('Schema')).toEqual({ Definition: 'type Query { a: String }\n' });
    expect(properties('Elsewhere')).toEqual({ DefinitionS3Location: 's3://bucket/schema.graphql' });
    expect(stack.files.map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(files)));
  });

  it('may be missing', async () => {
    const stack = await load(template);
    expect(plainly(resourceOf(stack, 'Schema').properties)).toEqual({ DefinitionS3Location: 'schema.graphql' });
  });

  it('leave what stands beside them to be edited', async () => {
    const stack = await load(template, { files });
    const edits = stack.edits(
      resourceOf(stack, 'Api')
        .read(['Name'])
        .map((name) => name.set('renamed')),
    );
    expect('declined' in edits).toBe(false);
  });
});
