import type { Cloud } from '#model/cloud';
import { declaredNeed, deliveryNeeds, onFunction } from '#model/needs/delivery';
import { encryptionNeeds } from '#model/needs/encryption';
import type { NeededOn, NeededPermission, Needs } from '#model/needs/need';
import { pollingNeeds } from '#model/needs/polling';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { needsOf } from '#model/task-permissions';

const SOMEWHERE: NeededOn = { kind: 'unknown', why: 'AWS chooses the resource' };

/** What a resource that is no function asks of the role that a property of it names; undefined for what is not known. */
export function needsOfService(cloud: Cloud, user: Resource, role: Property): Needs | undefined {
  if (user.isA('AWS::StepFunctions::StateMachine')) return needsOfMachine(cloud, user);
  if (user.isA('AWS::Pipes::Pipe')) return needsOfPipe(cloud, user);
  if (user.isA('AWS::AppSync::DataSource')) return needsOfDataSource(cloud, user);
  if (user.isA('AWS::Scheduler::Schedule')) {
    const targets = user.at('Target', 'Arn');
    const failures = user.at('Target', 'DeadLetterConfig', 'Arn').filter((one) => one.isWritten);
    return delivered(cloud, [...targets, ...failures], 'is scheduled to call it');
  }
  if (user.isA('AWS::Events::Rule')) {
    const [section, index] = role.path;
    if (section !== 'Targets' || typeof index !== 'number') return undefined;
    const target = user.at('Targets').flatMap((list) => list.items())[index];
    return target && delivered(cloud, target.at('Arn'), 'hands events on');
  }
  return undefined;
}

function delivered(cloud: Cloud, targets: readonly Property[], what: string): Needs | undefined {
  const permissions: NeededPermission[] = [];
  for (const target of targets) {
    const some = deliveryNeeds(cloud, target, what);
    if (!some) return undefined;
    permissions.push(...some, ...encryptionNeeds(cloud, some));
  }
  return { permissions, abstentions: [] };
}

/** What a state machine may do with its role besides its tasks: logs, traces, the payloads of its maps. */
const MACHINE = ['logs:*', 'xray:*', 'cloudwatch:PutMetricData', 'kms:Decrypt', 'kms:GenerateDataKey*'];

function needsOfMachine(cloud: Cloud, machine: Resource<'AWS::StepFunctions::StateMachine'>): Needs | undefined {
  const tasks = needsOf(cloud, machine);
  if (!tasks) return undefined;
  const [property] = machine.at('RoleArn');
  if (!property) return undefined;
  const called = tasks.map(({ action, resources, task }): NeededPermission => {
    const target = cloud.target(resources[0]);
    return {
      action,
      class: 'required',
      on: {
        kind: 'arns',
        arns: resources.map((arn) => ({ arn, written: arn, ...(target ? { target } : {}) })),
      },
      reason: { kind: 'template', what: 'calls it from a state' },
      at: task.state.location,
      certain: true,
    };
  });
  const may = MACHINE.map((action) =>
    declaredNeed({ what: 'writes its logs and traces', property }, action, SOMEWHERE, true),
  );
  return { permissions: [...called, ...encryptionNeeds(cloud, called), ...may], abstentions: [] };
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html */
function needsOfPipe(cloud: Cloud, pipe: Resource<'AWS::Pipes::Pipe'>): Needs | undefined {
  const source = pollingNeeds(cloud, pipe, 'Source');
  const enrichment = pipe.at('Enrichment').filter((one) => one.isWritten);
  const called = delivered(cloud, [...enrichment, ...pipe.at('Target')], 'hands events on');
  const [role] = pipe.at('RoleArn');
  if (!called || !role) return undefined;
  const may = [...MACHINE, 'sqs:SendMessage', 'sns:Publish'].map((action) =>
    declaredNeed({ what: 'writes its logs and what failed', property: role }, action, SOMEWHERE, true),
  );
  return {
    permissions: [...source, ...encryptionNeeds(cloud, source), ...called.permissions, ...may],
    abstentions: [],
  };
}

/** What the resolvers of a table may call; which of it they do stands in their code. */
const ITEMS =
  'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem ConditionCheckItem PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete'.split(
    ' ',
  );

/** https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html */
function needsOfDataSource(cloud: Cloud, source: Resource<'AWS::AppSync::DataSource'>): Needs | undefined {
  const [type] = source.at('Type');
  const what = 'answers queries from it';
  if (!type) return undefined;
  if (type.is('NONE')) return { permissions: [], abstentions: [] };
  if (type.is('AWS_LAMBDA')) {
    const functions = source
      .at('LambdaConfig', 'LambdaFunctionArn')
      .map((name) => ({ name, fn: cloud.functionNamed(name) }));
    if (functions.length === 0 || functions.some(({ fn }) => !fn)) return undefined;
    return {
      permissions: functions.flatMap(({ name, fn }) =>
        fn ? [declaredNeed({ what, property: name }, 'lambda:InvokeFunction', onFunction(fn), false)] : [],
      ),
      abstentions: [],
    };
  }
  if (type.is('AMAZON_DYNAMODB')) {
    const names = source.at('DynamoDBConfig', 'TableName');
    const tables = names.map((name) => ({ name, table: cloud.resolve(name, 'AWS::DynamoDB::Table') }));
    if (tables.length === 0 || tables.some(({ table }) => !table)) return undefined;
    const permissions = tables.flatMap(({ name, table }) =>
      table ? ITEMS.map((one) => declaredNeed({ what, property: name }, `dynamodb:${one}`, onTable(table), true)) : [],
    );
    const keys = permissions.map((one) => declaredNeed({ what, property: type }, 'kms:*', one.on, true)).slice(0, 1);
    return { permissions: [...permissions, ...keys], abstentions: [] };
  }
  if (type.is('AMAZON_EVENTBRIDGE')) return delivered(cloud, source.at('EventBridgeConfig', 'EventBusArn'), what);
  if (type.is('RELATIONAL_DATABASE')) {
    const secrets = source.at('RelationalDatabaseConfig', 'RdsHttpEndpointConfig', 'AwsSecretStoreArn');
    const data = ['rds-data:*', 'secretsmanager:GetSecretValue', 'kms:Decrypt'].map((action) =>
      declaredNeed({ what, property: secrets[0] ?? type }, action, SOMEWHERE, true),
    );
    return { permissions: data, abstentions: [] };
  }
  return undefined;
}

function onTable(table: Resource): NeededOn {
  const own = table.ref('Arn');
  const parts = table.ref('Arn', '/*');
  return {
    kind: 'arns',
    arns: [
      { arn: own, written: own, target: table },
      { arn: parts, written: parts, target: table },
    ],
  };
}
