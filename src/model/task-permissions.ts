import { actionCovers } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { resolveText } from '#model/name';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import { type TaskState, taskStates, textOfState } from '#model/task-states';
import { partsOf, type Text } from '#model/text';

type Machine = Resource<'AWS::StepFunctions::StateMachine'>;

/** One action that a task calls, and on what. */
export interface Need {
  readonly action: string;
  /** ARNs as a policy names them. */
  readonly resources: readonly (string | Text)[];
  readonly task: TaskState;
}

/** Where a task names what it calls, and what of it a policy names. */
interface Integration {
  readonly action: string;
  readonly argument: string;
  readonly type: Type;
}

type Type =
  | 'AWS::Lambda::Function'
  | 'AWS::DynamoDB::Table'
  | 'AWS::SNS::Topic'
  | 'AWS::SQS::Queue'
  | 'AWS::StepFunctions::StateMachine';

/**
 * Integrations whose permissions follow from their arguments alone. Source: the page on IAM of each,
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  'lambda:invoke': { action: 'lambda:InvokeFunction', argument: 'FunctionName', type: 'AWS::Lambda::Function' },
  'dynamodb:getItem': { action: 'dynamodb:GetItem', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'dynamodb:putItem': { action: 'dynamodb:PutItem', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'dynamodb:updateItem': { action: 'dynamodb:UpdateItem', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'dynamodb:deleteItem': { action: 'dynamodb:DeleteItem', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'aws-sdk:dynamodb:query': { action: 'dynamodb:Query', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'aws-sdk:dynamodb:scan': { action: 'dynamodb:Scan', argument: 'TableName', type: 'AWS::DynamoDB::Table' },
  'sns:publish': { action: 'sns:Publish', argument: 'TopicArn', type: 'AWS::SNS::Topic' },
  'sqs:sendMessage': { action: 'sqs:SendMessage', argument: 'QueueUrl', type: 'AWS::SQS::Queue' },
  'states:startExecution': {
    action: 'states:StartExecution',
    argument: 'StateMachineArn',
    type: 'AWS::StepFunctions::StateMachine',
  },
};

/** What a reference to each type gives as its ARN; functions are called by version and alias, too. */
const ARNS: Readonly<Record<Type, string>> = {
  'AWS::Lambda::Function': 'Arn',
  'AWS::DynamoDB::Table': 'Arn',
  'AWS::SNS::Topic': 'Ref',
  'AWS::SQS::Queue': 'Arn',
  'AWS::StepFunctions::StateMachine': 'Ref',
};

/**
 * What a state machine's tasks ask of its role: all of it, or undefined when one of them calls something that is not known
 * or not in the table.
 */
export function needsOf(cloud: Cloud, machine: Machine): readonly Need[] | undefined {
  const needs: Need[] = [];
  for (const task of taskStates(machine) ?? [undefined]) {
    const need = task && needOf(cloud, machine, task);
    if (!need) return undefined;
    needs.push(need);
  }
  return needs;
}

function needOf(cloud: Cloud, machine: Machine, task: TaskState): Need | undefined {
  const called = integrationOf(task.resource);
  if (called === undefined) {
    const resources = arnsOf(cloud, machine, task.resource, 'AWS::Lambda::Function');
    return resources && { action: 'lambda:InvokeFunction', resources, task };
  }
  const integration = INTEGRATIONS[called];
  if (!integration) return undefined;
  const [named, ...others] = [...task.state.at('Parameters'), ...task.state.at('Arguments')].flatMap((map) =>
    map.at(integration.argument).filter((one) => !one.isAbsent),
  ) as Property[];
  const text = named && others.length === 0 ? textOfState(named, machine) : undefined;
  const resources = text === undefined ? undefined : arnsOf(cloud, machine, text, integration.type);
  return resources && { action: integration.action, resources, task };
}

/** `lambda:invoke` of `arn:aws:states:::lambda:invoke.waitForTaskToken`; undefined for what is no integration. */
function integrationOf(resource: string | Text): string | undefined {
  const text = partsOf(resource)
    .map((part) => (typeof part === 'string' ? part : 'aws'))
    .join('');
  const match = /^arn:[a-z-]{1,20}:states:::([a-zA-Z0-9:-]{1,100})(\.waitForTaskToken)?$/.exec(text);
  return match?.[1] ?? (/^arn:[a-z-]{1,20}:states:/.test(text) ? '' : undefined);
}

function arnsOf(cloud: Cloud, machine: Machine, text: string | Text, type: Type): (string | Text)[] | undefined {
  const target = resolveText(cloud, text, machine.stack.id, type);
  if (target) {
    const arn = target.ref(ARNS[type]);
    return type === 'AWS::Lambda::Function' ? [arn, target.ref('Arn', ':*')] : [arn];
  }
  return typeof text === 'string' && /^arn:aws[a-z-]*:[a-z]+:[a-z0-9-]+:\d{12}:[^*?]+$/.test(text) ? [text] : undefined;
}

/** The state machines that a role or policy serves, when it serves nothing else; undefined otherwise. */
export function machinesServedBy(cloud: Cloud, carrier: Resource): readonly Machine[] | undefined {
  const roles = rolesOf(cloud, carrier);
  const machines: Machine[] = [];
  for (const role of roles) {
    for (const { from, property } of cloud.referrers(role)) {
      if (from.isA('AWS::StepFunctions::StateMachine') && property.path[0] === 'RoleArn') machines.push(from);
      else if (!from.isA('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy')) return undefined;
    }
  }
  return machines.length > 0 ? [...new Set(machines)] : undefined;
}

function rolesOf(cloud: Cloud, carrier: Resource): readonly Resource[] {
  if (carrier.isA('AWS::IAM::Role')) return [carrier];
  return cloud
    .all('AWS::IAM::Role')
    .filter((role) => cloud.grantsOfRole(role).statements.some((one) => one.carrier === carrier));
}

/**
 * What the state machines that a statement serves ask of it; undefined unless it serves nothing else, everything that they call is
 * known, and each of its actions is one of those calls, or every action of a service of them.
 */
export function needsServedBy(cloud: Cloud, { carrier, actions }: Statement): readonly Need[] | undefined {
  const machines = machinesServedBy(cloud, carrier);
  const needs = machines?.map((machine) => needsOf(cloud, machine));
  if (!needs?.every((some) => some !== undefined)) return undefined;
  const served = actions.map(({ string }) =>
    needs.flat().filter(({ action }) => string !== undefined && actionCovers(string, action)),
  );
  return served.every((some) => some.length > 0) ? [...new Set(served.flat())] : undefined;
}

/** The resources that needs name, each once. */
export function resourcesOf(needs: readonly Need[]): readonly (string | Text)[] {
  const all = needs.flatMap(({ resources }) => resources);
  return all.filter((one, at) => all.findIndex((other) => String(other) === String(one)) === at);
}
