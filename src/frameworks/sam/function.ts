import {
  asMap,
  callOf,
  choiceOf,
  choose,
  entriesOf,
  get,
  isNoValue,
  isTruthy,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { s3Location } from '#frameworks/sam/code';
import { lowerEvents } from '#frameworks/sam/events';
import { awsPolicy, bucketPolicy, inline, RoleDraft, tagList, trust } from '#frameworks/sam/role';
import { conditionOf, type Declared, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/**
 * What SAM says of a function and CloudFormation says in the same or other words.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export const FUNCTION_ROWS: readonly Row[] = [
  ...same(
    'FunctionName Handler Runtime Description MemorySize Timeout VpcConfig Environment KmsKeyArn Layers ReservedConcurrentExecutions FileSystemConfigs ImageConfig PackageType Architectures SnapStart EphemeralStorage CodeSigningConfigArn RuntimeManagementConfig LoggingConfig RecursiveLoop TenancyConfig DurableConfig FunctionScalingConfig PublishToLatestPublished Role',
  ),
  row('InlineCode', 'Code.ZipFile'),
  row('ImageUri', 'Code.ImageUri'),
  row('SourceKMSKeyArn', 'Code.SourceKMSKeyArn'),
  row('Tracing', 'TracingConfig.Mode'),
  row('DeadLetterQueue.TargetArn', 'DeadLetterConfig.TargetArn'),
  row(
    'CapacityProviderConfig.Arn',
    'CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn',
  ),
  ...['PerExecutionEnvironmentMaxConcurrency', 'ExecutionEnvironmentMemoryGiBPerVCpu'].map((name) =>
    row(
      `CapacityProviderConfig.${name}`,
      `CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.${name}`,
    ),
  ),
];

/** What SAM says of a function URL. */
export const URL_ROWS: readonly Row[] = same('AuthType Cors InvokeMode');

/** What SAM says of the settings for asynchronous invocation. */
export const INVOKE_ROWS: readonly Row[] = same('MaximumEventAgeInSeconds MaximumRetryAttempts DestinationConfig');

/** What functions in a deployment have in common: the CodeDeploy resources are made once. */
export interface Deployments {
  readonly groups: { readonly fn: Declared; readonly preference: MapNode; readonly at: DataEntry }[];
}

/** Lowers an `AWS::Serverless::Function` to the function and everything that SAM generates for it. */
export function lowerFunction(fn: Declared, scope: Scope, deployments: Deployments): void {
  const { properties, at, id } = fn;
  const path = ['Resources', id, 'Properties'];
  const alias = literal(scope.resolve(get(properties, 'AutoPublishAlias')));
  const aliasId = alias === undefined ? undefined : `${id}Alias${alias.replaceAll('-', 'D').replaceAll('_', 'U')}`;
  const target = aliasId
    ? { arn: { Ref: aliasId }, name: { Ref: aliasId } }
    : { arn: { 'Fn::GetAtt': [id, 'Arn'] }, name: { Ref: id } };

  const role = new RoleDraft(`${id}Role`);
  const invoke = lowerInvokeConfig(fn, scope, alias, aliasId);
  readRole(fn, role, scope, invoke);

  const given = get(properties, 'Role');
  const choice = choiceOf(given);
  const own = given === undefined ? { Role: node({ 'Fn::GetAtt': [role.id, 'Arn'] }, at) } : undefined;
  let lowered = functionProperties(fn, scope);
  if (own) lowered = withEntry(lowered, 'Role', own.Role, at);
  let conditional: { role: DataNode; attributes: readonly DataEntry[] | undefined } | undefined;
  if (choice) {
    conditional = conditionalRole(fn, role.id, choice, scope);
    if (conditional) lowered = withEntry(lowered, 'Role', conditional.role, given?.span);
  }
  scope.emit({
    id,
    type: 'AWS::Lambda::Function',
    at,
    extent: fn.extent,
    properties: lowered,
    attributes: ownAttributes(fn),
    declaredType: fn.type,
    origin: { base: path, rows: FUNCTION_ROWS, section: 'Function' },
  });
  if (alias !== undefined && aliasId !== undefined) lowerAlias(fn, alias, aliasId, scope);
  lowerUrl(fn, target, scope);
  const preference = asMap(get(properties, 'DeploymentPreference'));
  const preferenceAt = entriesOf(properties).find((entry) => entry.key === 'DeploymentPreference');
  if (preference && preferenceAt && aliasId) deployments.groups.push({ fn, preference, at: preferenceAt });

  lowerEvents(fn, target, own || conditional ? role : undefined, scope);
  if (own || conditional) {
    role.emit(
      fn,
      {
        trust: get(properties, 'AssumeRolePolicyDocument') ?? node(trust('lambda.amazonaws.com'), at),
        tags: tagList(get(properties, 'Tags'), [CREATED_BY], at),
        base: path,
        rows: same('AssumeRolePolicyDocument'),
        ...(conditional?.attributes ? { attributes: conditional.attributes } : {}),
      },
      scope,
    );
  }
}

/** The tag by which SAM marks functions and their roles. */
const CREATED_BY: Plain = { Key: 'lambda:createdBy', Value: 'SAM' };

function functionProperties(fn: Declared, scope: Scope): MapNode {
  const { properties, at } = fn;
  let lowered = forward(FUNCTION_ROWS, properties);
  if (literal(scope.resolve(get(properties, 'Tracing'))) === 'Disabled')
    lowered = { ...lowered, entries: lowered.entries.filter((entry) => entry.key !== 'TracingConfig') };
  const code = entriesOf(properties).find((entry) => entry.key === 'CodeUri');
  if (code && !get(properties, 'InlineCode') && !get(properties, 'ImageUri')) {
    const source = get(properties, 'SourceKMSKeyArn');
    const location = s3Location(code.value);
    const map = asMap(location);
    lowered = withEntry(
      lowered,
      'Code',
      map && source ? withEntry(map, 'SourceKMSKeyArn', source) : location,
      code.keySpan,
    );
  }
  const tags = tagList(get(properties, 'Tags'), [CREATED_BY], at);
  return tags ? withEntry(lowered, 'Tags', tags, tags.span) : lowered;
}

function readRole(fn: Declared, role: RoleDraft, scope: Scope, invoke: readonly DataNode[]): void {
  const { properties, at } = fn;
  const durable = get(properties, 'DurableConfig');
  role.attach(
    scalar(
      awsPolicy(`service-role/${durable ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole'}`),
      at,
    ),
  );
  const tracing = get(properties, 'Tracing');
  if (isTruthy(tracing) && literal(scope.resolve(tracing)) !== 'Disabled')
    role.attach(scalar(awsPolicy('AWSXrayWriteOnlyAccess'), tracing.span));
  const vpc = get(properties, 'VpcConfig');
  if (isTruthy(vpc)) role.attach(scalar(awsPolicy('service-role/AWSLambdaVPCAccessExecutionRole'), vpc.span));

  const queue = get(properties, 'DeadLetterQueue');
  const queueArn = get(queue, 'TargetArn');
  const action = { SQS: 'sqs:SendMessage', SNS: 'sns:Publish' }[literal(get(queue, 'Type')) ?? ''];
  if (queue && queueArn && action) {
    role.push(
      mapOf(
        {
          PolicyName: 'DeadLetterQueuePolicy',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Action: action, Resource: queueArn, Effect: 'Allow' }],
          },
        },
        queue.span,
      ),
    );
  }
  for (const policy of invoke) role.push(policy);
  role.read(get(properties, 'Policies'), scope);
}

/** `Role: !If [C, !Ref AWS::NoValue, arn]`: SAM makes the role under the condition that it is needed. */
function conditionalRole(
  fn: Declared,
  roleId: string,
  choice: { condition: DataNode; yes: DataNode; no: DataNode },
  scope: Scope,
): { role: DataNode; attributes: readonly DataEntry[] | undefined } | undefined {
  const at = choice.condition.span;
  const arn: Plain = { 'Fn::GetAtt': [roleId, 'Arn'] };
  if (isNoValue(choice.yes) && isNoValue(choice.no)) return { role: node(arn, at), attributes: undefined };
  const name = literal(choice.condition);
  if (name === undefined || (!isNoValue(choice.yes) && !isNoValue(choice.no))) return undefined;
  const others = passedOn(fn).filter((entry) => entry.key !== 'Condition');
  const under = (condition: string): readonly DataEntry[] => [
    ...others,
    { key: 'Condition', keySpan: at, value: scalar(condition, at) },
  ];
  if (isNoValue(choice.yes))
    return { role: node(choose(choice.condition, arn, choice.no), at), attributes: under(name) };
  return { role: node(choose(choice.condition, choice.yes, arn), at), attributes: under(scope.negated(name)) };
}

function lowerAlias(fn: Declared, alias: string, aliasId: string, scope: Scope): void {
  const { properties, id } = fn;
  const written = get(properties, 'AutoPublishAlias');
  const at = written?.span ?? fn.at;
  const versionId = `${id}Version`;
  const deletion = passedOn(fn).some((entry) => entry.key === 'DeletionPolicy')
    ? []
    : [
        {
          key: 'DeletionPolicy',
          keySpan: at,
          value:
            get(properties, 'VersionDeletionPolicy') ??
            scalar(get(properties, 'CapacityProviderConfig') ? 'Delete' : 'Retain', at),
        },
      ];
  scope.generate(
    fn,
    versionId,
    'AWS::Lambda::Version',
    {
      FunctionName: { Ref: id },
      Description: get(properties, 'VersionDescription'),
      FunctionScalingConfig: get(properties, 'CapacityProviderConfig')
        ? get(properties, 'FunctionScalingConfig')
        : undefined,
    },
    at,
    { attributes: [...passedOn(fn), ...deletion] },
  );
  scope.generate(
    fn,
    aliasId,
    'AWS::Lambda::Alias',
    {
      Name: scalar(alias, at),
      FunctionName: { Ref: id },
      FunctionVersion: { 'Fn::GetAtt': [versionId, 'Version'] },
      ProvisionedConcurrencyConfig: get(properties, 'ProvisionedConcurrencyConfig'),
    },
    at,
    {
      origin: {
        base: ['Resources', id, 'Properties'],
        rows: same('ProvisionedConcurrencyConfig'),
        section: 'Function',
      },
    },
  );
  scope.names.set(`${id}.Version`, versionId);
  scope.names.set(`${id}.Alias`, aliasId);
}

function lowerUrl(fn: Declared, target: { arn: Plain; name: Plain }, scope: Scope): void {
  const config = get(fn.properties, 'FunctionUrlConfig');
  if (!isTruthy(config)) return;
  const { id } = fn;
  const entry = entriesOf(fn.properties).find((one) => one.key === 'FunctionUrlConfig');
  const at = entry?.keySpan ?? fn.at;
  const map = asMap(config);
  // SAM names the function for a URL by Ref, and the alias by its ARN, which Ref gives as well.
  scope.generate(
    fn,
    `${id}Url`,
    'AWS::Lambda::Url',
    withEntry(map ? forward(URL_ROWS, map) : mapOf({}, config.span), 'TargetFunctionArn', node(target.name, at), at),
    at,
    { origin: { base: ['Resources', id, 'Properties', 'FunctionUrlConfig'], rows: URL_ROWS } },
  );
  const auth = get(map, 'AuthType');
  if (literal(auth) !== 'NONE' || !auth) return;
  scope.generate(
    fn,
    `${id}UrlPublicPermissions`,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunctionUrl',
      FunctionName: target.name,
      Principal: '*',
      FunctionUrlAuthType: auth,
    },
    auth.span,
  );
  scope.generate(
    fn,
    `${id}URLInvokeAllowPublicAccess`,
    'AWS::Lambda::Permission',
    { Action: 'lambda:InvokeFunction', Principal: '*', FunctionName: target.name, InvokedViaFunctionUrl: true },
    auth.span,
  );
}

/** Actions that SAM grants for a destination, by its type; a bucket needs two statements. */
function destinationPolicy(type: string, arn: DataNode, id: string, at: DataNode['span']): DataNode | undefined {
  if (type === 'SQS') return node(inline(`${id}SQSPolicy`, 'sqs:SendMessage', arn), at);
  if (type === 'SNS') return node(inline(`${id}SNSPolicy`, 'sns:publish', arn), at);
  if (type === 'EventBridge') return node(inline(`${id}EventBridgePolicy`, 'events:PutEvents', arn), at);
  if (type === 'Lambda') return node(inline(`${id}LambdaPolicy`, 'lambda:InvokeFunction', arn), at);
  if (type === 'S3Bucket' || type === 'S3') return bucketPolicy(id, arn, at);
  return undefined;
}

/** Lowers `EventInvokeConfig`; gives the policies that the destinations need. */
function lowerInvokeConfig(
  fn: Declared,
  scope: Scope,
  alias: string | undefined,
  aliasId: string | undefined,
): readonly DataNode[] {
  const config = asMap(get(fn.properties, 'EventInvokeConfig'));
  const entry = entriesOf(fn.properties).find((one) => one.key === 'EventInvokeConfig');
  if (!config || !entry || config.entries.length === 0) return [];
  const id = `${fn.id}EventInvokeConfig`;
  const policies: DataNode[] = [];
  const destinations: { [key: string]: Plain } = {};
  for (const outcome of ['OnSuccess', 'OnFailure']) {
    const wanted = get(config, 'DestinationConfig', outcome);
    if (!wanted) continue;
    const made = destinationOf(fn, wanted, id + outcome, outcome, scope);
    if (!made) continue;
    destinations[outcome] = mapOf({ Destination: made.arn }, wanted.span);
    const policy = destinationPolicy(literal(get(wanted, 'Type')) ?? '', made.arn, id + outcome, wanted.span);
    if (policy) policies.push(policy);
  }
  const depends: readonly DataEntry[] = aliasId
    ? [{ key: 'DependsOn', keySpan: entry.keySpan, value: node([aliasId], entry.keySpan) }]
    : [];
  scope.generate(
    fn,
    id,
    'AWS::Lambda::EventInvokeConfig',
    {
      FunctionName: { Ref: fn.id },
      Qualifier: alias ?? '$LATEST',
      DestinationConfig: mapOf(destinations, get(config, 'DestinationConfig')?.span ?? entry.keySpan),
      MaximumEventAgeInSeconds: get(config, 'MaximumEventAgeInSeconds'),
      MaximumRetryAttempts: get(config, 'MaximumRetryAttempts'),
    },
    entry.keySpan,
    {
      origin: { base: ['Resources', fn.id, 'Properties', 'EventInvokeConfig'], rows: INVOKE_ROWS },
      attributes: [...ownAttributes(fn).filter((one) => one.key !== 'DependsOn'), ...depends],
    },
  );
  return policies;
}

/** The ARN of a destination: the one given, or that of the queue or topic that SAM makes where none is given. */
function destinationOf(
  fn: Declared,
  wanted: DataNode,
  id: string,
  outcome: string,
  scope: Scope,
): { readonly arn: DataNode } | undefined {
  const given = get(wanted, 'Destination');
  const choice = choiceOf(given);
  const condition = choice ? literal(choice.condition) : undefined;
  const makes = given === undefined || (choice && (isNoValue(choice.yes) || isNoValue(choice.no)));
  if (!makes) return { arn: given };
  const type = literal(get(wanted, 'Type'));
  if (type !== 'SQS' && type !== 'SNS') {
    scope.tell(wanted.span, `A destination of the type ${type ?? '(none)'} needs its Destination: it was left out.`);
    return undefined;
  }
  const queue = type === 'SQS';
  const made = `${id}${queue ? 'Queue' : 'Topic'}`;
  const arn: Plain = queue ? { 'Fn::GetAtt': [made, 'Arn'] } : { Ref: made };
  let attributes = passedOn(fn);
  let value: Plain = arn;
  if (choice && condition !== undefined && !(isNoValue(choice.yes) && isNoValue(choice.no))) {
    const wantsYes = isNoValue(choice.yes);
    const own = wantsYes ? condition : scope.negated(condition);
    value = wantsYes ? choose(choice.condition, arn, choice.no) : choose(choice.condition, choice.yes, arn);
    const parent = conditionOf(fn);
    const both = parent === undefined ? own : scope.both(parent, own);
    attributes = [
      ...attributes.filter((entry) => entry.key !== 'Condition'),
      { key: 'Condition', keySpan: choice.condition.span, value: scalar(both, choice.condition.span) },
    ];
  }
  const entry = entriesOf(get(fn.properties, 'EventInvokeConfig', 'DestinationConfig')).find(
    (one) => one.key === outcome,
  );
  scope.generate(fn, made, queue ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic', {}, entry?.keySpan ?? wanted.span, {
    attributes,
  });
  scope.names.set(`${fn.id}.Destination${queue ? 'Queue' : 'Topic'}`, made);
  return { arn: node(value, given?.span ?? wanted.span) };
}

/** The CodeDeploy resources of all functions with a `DeploymentPreference`. */
export function lowerDeployments({ groups }: Deployments, scope: Scope): void {
  const enabled = groups.filter(({ preference }) => {
    const value = literal(scope.resolve(get(preference, 'Enabled')));
    return value === undefined || value.toLowerCase() === 'true';
  });
  const first = enabled[0];
  if (!first) return;
  const at = first.at.keySpan;
  const service = 'CodeDeployServiceRole';
  // The condition is carried over only where the author asks for it: without, SAM forgets it, and the deployment may fail.
  const carried = ({ fn, preference }: (typeof enabled)[number]): string | undefined =>
    literal(scope.resolve(get(preference, 'PassthroughCondition')))?.toLowerCase() === 'true'
      ? conditionOf(fn)
      : undefined;
  const conditions = new Set(enabled.map(carried));
  const [only] = [...conditions];
  const attributes: readonly DataEntry[] =
    conditions.size === 1 && only !== undefined ? [{ key: 'Condition', keySpan: at, value: scalar(only, at) }] : [];
  scope.generate(
    first.fn,
    'ServerlessDeploymentApplication',
    'AWS::CodeDeploy::Application',
    { ComputePlatform: 'Lambda' },
    at,
    { attributes },
  );
  if (enabled.some(({ preference }) => !get(preference, 'Role'))) {
    scope.generate(
      first.fn,
      service,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trust('codedeploy.amazonaws.com'),
        ManagedPolicyArns: [awsPolicy('service-role/AWSCodeDeployRoleForLambda')],
      },
      at,
      { attributes },
    );
  }
  for (const one of enabled) {
    const { fn, preference, at: entry } = one;
    const condition = carried(one);
    const own = passedOn(fn).filter((each) => each.key === 'Condition' && condition !== undefined);
    const alarms = get(preference, 'Alarms');
    const type = get(preference, 'Type');
    scope.generate(
      fn,
      `${fn.id}DeploymentGroup`,
      'AWS::CodeDeploy::DeploymentGroup',
      {
        AlarmConfiguration:
          alarms && !callOf(alarms)
            ? { Enabled: true, Alarms: alarms.kind === 'list' ? alarms.items.map((Name) => ({ Name })) : [] }
            : undefined,
        ApplicationName: { Ref: 'ServerlessDeploymentApplication' },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
        },
        DeploymentConfigName: type
          ? PREDEFINED.has(literal(type) ?? '')
            ? { 'Fn::Sub': ['CodeDeployDefault.Lambda${ConfigName}', { ConfigName: type }] }
            : type
          : undefined,
        DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
        ServiceRoleArn: get(preference, 'Role') ?? { 'Fn::GetAtt': [service, 'Arn'] },
        TriggerConfigurations: get(preference, 'TriggerConfigurations'),
      },
      entry.keySpan,
      { attributes: own },
    );
  }
}

/** Source: CODEDEPLOY_PREDEFINED_CONFIGURATIONS_LIST of aws-sam-translator 1.115.0. */
const PREDEFINED: ReadonlySet<string> = new Set([
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
  'AllAtOnce',
]);
