import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { needsOf } from '#model/task-permissions';
import { taskStates } from '#model/task-states';
import { load } from '../frameworks/repository.js';

const around = (definition: string) => `
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Table: { Type: AWS::DynamoDB::Table }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionSubstitutions: { FnArn: !GetAtt Fn.Arn }
      ${definition}
`;

const task = (resource: string, parameters = '{}', more = '') =>
  around(
    `Definition: { StartAt: A, States: { A: { Type: Task, Resource: '${resource}', Parameters: ${parameters}, End: true }${more} } }`,
  );

async function needs(template: string): Promise<unknown> {
  const cloud = new Cloud([await load(template)]);
  const [machine] = cloud.all('AWS::StepFunctions::StateMachine');
  return machine && needsOf(cloud, machine)?.map(({ action, resources }) => `${action} on ${resources.join(', ')}`);
}

describe('what the tasks of a state machine ask of its role', () => {
  it('is told by an optimized integration and its argument', async () => {
    const call = task('arn:aws:states:::lambda:invoke', "{ FunctionName: '${FnArn}' }");
    expect(await needs(call)).toEqual(['lambda:InvokeFunction on ${Fn.Arn}, ${Fn.Arn}:*']);
    const put = task('arn:aws:states:::dynamodb:putItem', '{ TableName: !Ref Table }');
    expect(await needs(put)).toEqual(['dynamodb:PutItem on ${Table.Arn}']);
    const literal = task('arn:aws:states:::sns:publish', "{ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:tell' }");
    expect(await needs(literal)).toEqual(['sns:Publish on arn:aws:sns:eu-west-1:111122223333:tell']);
  });

  it("is told by a function's ARN in place of an integration", async () => {
    expect(await needs(task('${FnArn}'))).toEqual(['lambda:InvokeFunction on ${Fn.Arn}, ${Fn.Arn}:*']);
  });

  it('is looked for in JSON, in parallel branches and in maps', async () => {
    const inner = { StartAt: 'B', States: { B: { Type: 'Task', Resource: '${FnArn}', End: true } } };
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Parallel', Branches: [inner, inner], Next: 'M' },
        M: { Type: 'Map', Iterator: inner, End: true },
      },
    };
    expect(await needs(around(`DefinitionString: '${JSON.stringify(definition)}'`))).toHaveLength(3);
  });

  it.each([
    ['an integration that is not in the table', task('arn:aws:states:::ecs:runTask')],
    ['one that asks for more than its call', task('arn:aws:states:::states:startExecution.sync')],
    ['an argument that only the execution knows', task('arn:aws:states:::lambda:invoke', "{ FunctionName.$: '$.fn' }")],
    ['a table of another name', task('arn:aws:states:::dynamodb:putItem', '{ TableName: elsewhere }')],
    ['a substitution that is missing', task('${Missing}')],
    ['a definition that is not known', around("DefinitionString: 'no JSON'")],
    ['no definition', around('Comment: none')],
    [
      'a map that reads its items by itself',
      task(
        '${FnArn}',
        '{}',
        ', M: { Type: Map, ItemReader: { Resource: x }, ItemProcessor: { States: {} }, End: true }',
      ),
    ],
  ])('is unknown for %s', async (_, template) => {
    expect(await needs(template)).toBeUndefined();
  });

  it('is nothing where nothing is called', async () => {
    const cloud = new Cloud([await load(around('Definition: { StartAt: W, States: { W: { Type: Pass } } }'))]);
    const [machine] = cloud.all('AWS::StepFunctions::StateMachine');
    expect(machine && taskStates(machine)).toEqual([]);
    expect(machine && needsOf(cloud, machine)).toEqual([]);
  });
});
