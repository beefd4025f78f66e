import {
  callOf,
  dataOf,
  entriesOf,
  get,
  itemsOf,
  literal,
  node,
  type Plain,
  refOf,
  stringOf,
} from '#frameworks/cloudformation/nodes';
import { ACCOUNT, PARTITION, REGION } from '#frameworks/serverless/events/event';
import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';

/** What a task needs of the role of its state machine. */
export interface TaskGrant {
  readonly actions: readonly string[];
  /** `*` alone is any resource. */
  readonly resources: readonly Plain[];
  readonly at: Span;
}

/** A state that calls something. */
interface Task {
  readonly state: DataNode;
  readonly at: Span;
  /** For a distributed map, which starts executions of its own machine. */
  readonly machine?: string;
}

const MAX_DEPTH = 40;

/**
 * What the plugin grants for the tasks of a definition.
 * Source: `lib/deploy/stepFunctions/compileIamRole.js` of serverless-step-functions 3.
 * @param machine the name of the state machine
 * @param unknown called with each task that the plugin grants nothing for
 */
export function taskGrants(
  definition: DataNode,
  machine: string,
  unknown: (task: DataNode) => void,
): readonly TaskGrant[] {
  return tasksOf(get(definition, 'States'), machine, 0).flatMap((task) => {
    if (task.machine !== undefined) return ownExecutions(task.machine, task.at);
    const made = grantsOf(task);
    if (!made) unknown(task.state);
    return made ?? [];
  });
}

function tasksOf(states: DataNode | undefined, machine: string, depth: number): readonly Task[] {
  if (depth > MAX_DEPTH) return [];
  return entriesOf(states).flatMap(({ value, keySpan }) => {
    const type = literal(get(value, 'Type'));
    if (type === 'Task') return [{ state: value, at: get(value, 'Resource')?.span ?? keySpan }];
    if (type === 'Parallel')
      return itemsOf(get(value, 'Branches')).flatMap((branch) => tasksOf(get(branch, 'States'), machine, depth + 1));
    if (type !== 'Map') return [];
    const processor = get(value, 'ItemProcessor') ?? get(value, 'Iterator');
    const inner = tasksOf(get(processor, 'States'), machine, depth + 1);
    const isDistributed = literal(get(processor, 'ProcessorConfig', 'Mode')) === 'DISTRIBUTED';
    const extra = ['ItemReader', 'ResultWriter'].flatMap((key) => get(value, key) ?? []);
    return [
      ...inner,
      ...(isDistributed ? [{ state: value, at: keySpan, machine }] : []),
      ...extra.map((state) => ({ state, at: state.span })),
    ];
  });
}

type Granting = (task: Task) => readonly TaskGrant[] | undefined;

/** By the integration's name, without its way of waiting. */
const GRANTS: Readonly<Record<string, Granting>> = {
  'sqs:sendMessage': (task) => single(task, 'sqs:SendMessage', queueArn(task)),
  'sns:publish': (task) => single(task, 'sns:Publish', open(task, 'TopicArn') ? '*' : argument(task, 'TopicArn')),
  'lambda:invoke': (task) => [grant(task, ['lambda:InvokeFunction'], functionArns(task))],
  'states:startExecution': (task) => executions(task, 'states:StartExecution'),
  'aws-sdk:sfn:startSyncExecution': (task) => executions(task, 'states:StartSyncExecution'),
  'events:putEvents': (task) => [grant(task, ['events:PutEvents'], buses(task))],
  'batch:submitJob': (task) => [
    grant(task, ['batch:SubmitJob', 'batch:DescribeJobs', 'batch:TerminateJob'], ['*']),
    managedRule(task, 'StepFunctionsGetEventsForBatchJobsRule'),
  ],
  'glue:startJobRun': (task) => [
    grant(task, ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'], ['*']),
  ],
  'ecs:runTask': (task) => [
    grant(task, ['ecs:RunTask', 'ecs:StopTask', 'ecs:DescribeTasks', 'ecs:TagResource', 'iam:PassRole'], ['*']),
    managedRule(task, 'StepFunctionsGetEventsForECSTaskRule'),
  ],
  'codebuild:startBuild': (task) => [
    grant(
      task,
      ['codebuild:StartBuild', 'codebuild:StopBuild', 'codebuild:BatchGetBuilds'],
      [arn('codebuild', 'project/', argument(task, 'ProjectName') ?? '*')],
    ),
    managedRule(task, 'StepFunctionsGetEventForCodeBuildStartBuildRule'),
  ],
  'bedrock:invokeModel': (task) => single(task, 'bedrock:InvokeModel', model(task)),
  'http:invoke': (task) => [
    grant(task, ['states:InvokeHTTPEndpoint'], ['*']),
    grant(
      task,
      ['events:RetrieveConnectionCredentials'],
      [get(argument(task, 'Authentication'), 'ConnectionArn') ?? '*'],
    ),
    grant(
      task,
      ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
      [arn('secretsmanager', 'secret:events!connection/*')],
    ),
  ],
  'aws-sdk:sesv2:sendEmail': (task) => [grant(task, ['ses:SendEmail'], ['*'])],
  'aws-sdk:scheduler:createSchedule': (task) => schedules(task, 'scheduler:CreateSchedule'),
  'aws-sdk:scheduler:deleteSchedule': (task) => schedules(task, 'scheduler:DeleteSchedule'),
  's3:getObject': (task) => [grant(task, ['s3:GetObject'], [object(task)])],
  's3:putObject': (task) => [grant(task, ['s3:PutObject'], [object(task)])],
  's3:listObjectsV2': (task) => [
    grant(task, ['s3:Get*'], [bucket(task), bucket(task, '/*')]),
    grant(task, ['s3:List*'], [bucket(task), bucket(task, '/*')]),
  ],
};

/** Actions on one table. */
const TABLE_ACTIONS: Readonly<Record<string, string>> = {
  'dynamodb:updateItem': 'dynamodb:UpdateItem',
  'dynamodb:putItem': 'dynamodb:PutItem',
  'dynamodb:getItem': 'dynamodb:GetItem',
  'dynamodb:deleteItem': 'dynamodb:DeleteItem',
  'dynamodb:updateTable': 'dynamodb:UpdateTable',
  'dynamodb:query': 'dynamodb:Query',
  'dynamodb:scan': 'dynamodb:Scan',
};
const BATCH_ACTIONS: Readonly<Record<string, string>> = {
  'dynamodb:batchGetItem': 'dynamodb:BatchGetItem',
  'dynamodb:batchWriteItem': 'dynamodb:BatchWriteItem',
};

function grantsOf(task: Task): readonly TaskGrant[] | undefined {
  const resource = get(task.state, 'Resource');
  const text = literal(resource);
  const integration = text === undefined ? undefined : integrationOf(text);
  if (integration !== undefined) {
    const name = integration.replace(/^aws-sdk:(dynamodb|s3):/, '$1:');
    const table = TABLE_ACTIONS[name];
    if (table !== undefined) return [grant(task, [table], [tableArn(task)])];
    const batch = BATCH_ACTIONS[name];
    if (batch !== undefined) return [grant(task, [batch], tables(task))];
    return GRANTS[name]?.(task);
  }
  const isFunction = callOf(resource) !== undefined || /^arn:aws[a-z-]*:lambda/.test(text ?? '');
  if (!resource || !isFunction) return undefined;
  // Of `arn:aws:lambda:region:account:function:name:alias`, the alias is left out.
  const parts = text?.split(':') ?? [];
  const target: Plain = parts.length === 8 ? parts.slice(0, 7).join(':') : resource;
  return [
    grant(task, ['lambda:InvokeFunction'], [target, { 'Fn::Sub': ['${functionArn}:*', { functionArn: target }] }]),
  ];
}

/** `sqs:sendMessage` of `arn:aws:states:::sqs:sendMessage.waitForTaskToken`. */
function integrationOf(resource: string): string | undefined {
  const match = /^arn:(?:[a-z-]{1,20}|\$\{AWS::Partition\}):states:::([a-zA-Z0-9:-]{1,100})/.exec(resource);
  return match?.[1]?.replace(/:2$/, '');
}

function grant({ at }: Task, actions: readonly string[], resources: readonly Plain[]): TaskGrant {
  return { actions, resources, at };
}

function single(task: Task, action: string, resource: Plain | undefined): readonly TaskGrant[] | undefined {
  return resource === undefined ? undefined : [grant(task, [action], [resource])];
}

function argument({ state }: Task, name: string): DataNode | undefined {
  return get(state, 'Parameters', name) ?? get(state, 'Arguments', name);
}

/** Whether an argument comes from the input of the execution. */
function open(task: Task, name: string): boolean {
  if (get(task.state, 'Parameters', `${name}.$`)) return true;
  return (
    stringOf(get(task.state, 'Arguments', name))
      ?.trim()
      .startsWith('{%') ?? false
  );
}

/** An ARN of this account and region. */
function arn(service: string, ...rest: readonly Plain[]): Plain {
  const [first = ''] = rest;
  const tail: Plain = rest.length === 1 ? first : { 'Fn::Join': ['', rest] };
  return { 'Fn::Join': [':', ['arn', PARTITION, service, REGION, ACCOUNT, tail]] };
}

function managedRule(task: Task, name: string): TaskGrant {
  return grant(task, ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], [arn('events', `rule/${name}`)]);
}

function queueArn(task: Task): Plain | undefined {
  if (open(task, 'QueueUrl')) return '*';
  const url = argument(task, 'QueueUrl');
  const ref = refOf(url);
  if (ref !== undefined) return { 'Fn::GetAtt': [ref, 'Arn'] };
  const [, region, account, name] =
    /^https:\/\/sqs\.([a-z0-9-]{1,30})\.amazonaws\.com\/([^/]{1,30})\/([^/]{1,100})$/.exec(literal(url) ?? '') ?? [];
  if (name !== undefined) return `arn:aws:sqs:${region}:${account}:${name}`;
  return url && callOf(url) ? '*' : undefined;
}

function functionArns(task: Task): readonly Plain[] {
  if (open(task, 'FunctionName')) {
    const allowed = argument(task, 'AllowedFunctions');
    return allowed ? itemsOf(allowed) : ['*'];
  }
  const name = argument(task, 'FunctionName');
  const text = literal(name);
  const ref = refOf(name);
  const sub = (of: string): Plain => ({ 'Fn::Sub': of });
  if (text !== undefined) {
    if (/^arn:aws[a-z-]*:lambda/.test(text)) return [text, `${text}:*`];
    const prefix = /^\d+:[^:]*:[^:]*$/.test(text) ? '' : '${AWS::AccountId}:function:';
    const whole = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:${prefix}${text}`;
    return [sub(whole), sub(`${whole}:*`)];
  }
  if (ref !== undefined) {
    const whole = 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${functionArn}';
    return [whole, `${whole}:*`].map((of) => ({ 'Fn::Sub': [of, { functionArn: name }] }));
  }
  if (name && callOf(name)?.name === 'Fn::GetAtt')
    return [name, { 'Fn::Sub': ['${functionArn}:*', { functionArn: name }] }];
  return name ? [name] : ['*'];
}

function machineArn(task: Task): Plain {
  return open(task, 'StateMachineArn') ? '*' : (argument(task, 'StateMachineArn') ?? '*');
}

function executions(task: Task, action: string): readonly TaskGrant[] {
  const machine = machineArn(task);
  const text = typeof machine === 'string' ? machine : literal(machine as DataNode);
  const runs = text === undefined || text === '*' ? '*' : `${text.replace(':stateMachine:', ':execution:')}:*`;
  return [
    grant(task, [action], [machine]),
    grant(task, ['states:DescribeExecution', 'states:StopExecution'], [runs]),
    managedRule(task, 'StepFunctionsGetEventsForStepFunctionsExecutionRule'),
  ];
}

function ownExecutions(machine: string, at: Span): readonly TaskGrant[] {
  const task: Task = { state: node({}, at), at };
  return [
    grant(task, ['states:StartExecution'], [arn('states', `stateMachine:${machine}`)]),
    grant(task, ['states:DescribeExecution', 'states:StopExecution'], [arn('states', `execution:${machine}:*`)]),
    managedRule(task, 'StepFunctionsGetEventsForStepFunctionsExecutionRule'),
  ];
}

function buses(task: Task): readonly Plain[] {
  const names = itemsOf(argument(task, 'Entries')).map((entry) => get(entry, 'EventBusName'));
  const distinct = new Map(names.map((name) => [JSON.stringify(name ? dataOf(name) : 'default'), name]));
  return [...distinct.values()].map((name) => arn('events', 'event-bus/', name ?? 'default'));
}

function model(task: Task): Plain | undefined {
  const id = literal(argument(task, 'ModelId'));
  if (id === undefined || id.startsWith('arn:')) return id;
  return { 'Fn::Sub': `arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${id}` };
}

function schedules(task: Task, action: string): readonly TaskGrant[] {
  const role = get(argument(task, 'Target'), 'RoleArn');
  const group = argument(task, 'GroupName') ?? 'default';
  return [
    grant(task, [action], [arn('scheduler', 'schedule/', group, '/*')]),
    ...(role ? [grant(task, ['iam:PassRole'], [role])] : []),
  ];
}

function tableArn(task: Task): Plain {
  if (open(task, 'TableName')) return '*';
  const index = open(task, 'IndexName') ? '*' : argument(task, 'IndexName');
  return namedTable(argument(task, 'TableName'), index === undefined ? [] : ['/index/', index]);
}

function namedTable(name: DataNode | undefined, rest: readonly Plain[]): Plain {
  const ref = refOf(name);
  if (ref !== undefined && rest.length === 0) return { 'Fn::GetAtt': [ref, 'Arn'] };
  return arn('dynamodb', 'table/', name ?? '*', ...rest);
}

function tables(task: Task): readonly Plain[] {
  if (open(task, 'RequestItems')) return ['*'];
  return entriesOf(argument(task, 'RequestItems')).map(({ key }) => arn('dynamodb', `table/${key.replace('.$', '')}`));
}

function bucket(task: Task, ...rest: readonly Plain[]): Plain {
  return { 'Fn::Join': ['', ['arn:', PARTITION, ':s3:::', argument(task, 'Bucket') ?? '*', ...rest]] };
}

function object(task: Task): Plain {
  const prefix = argument(task, 'Prefix');
  const key = argument(task, 'Key');
  if (!prefix && !key && !argument(task, 'Bucket')) return '*';
  return bucket(task, '/', ...(prefix ? [prefix, '/'] : []), key ?? '*');
}
