import {
  asMap,
  callOf,
  entriesOf,
  get,
  isNull,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row } from '#frameworks/cloudformation/rows';
import { lambdaLogicalId, logGroupLogicalId, normalized, ROLE } from '#frameworks/serverless/naming';
import { documentOf, noteOf } from '#frameworks/serverless/places';
import type { Origin, Service, ServiceEvent, ServiceFunction } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** What a function says of itself, in the words of `AWS::Lambda::Function`. */
const FUNCTION_ROWS: readonly Row[] = [
  row('handler', 'Handler'),
  row('runtime', 'Runtime'),
  row('memorySize', 'MemorySize'),
  row('timeout', 'Timeout'),
  row('name', 'FunctionName'),
  row('description', 'Description'),
  row('reservedConcurrency', 'ReservedConcurrentExecutions'),
  row('ephemeralStorageSize', 'EphemeralStorage.Size'),
  row('kmsKeyArn', 'KmsKeyArn'),
  row('onError', 'DeadLetterConfig.TargetArn'),
  row('environment', 'Environment.Variables'),
  row('tracing', 'TracingConfig.Mode'),
  row('layers', 'Layers'),
  row('vpc.securityGroupIds', 'VpcConfig.SecurityGroupIds'),
  row('vpc.subnetIds', 'VpcConfig.SubnetIds'),
  row('image.command', 'ImageConfig.Command'),
  row('image.entryPoint', 'ImageConfig.EntryPoint'),
  row('image.workingDirectory', 'ImageConfig.WorkingDirectory'),
  row('logs.logFormat', 'LoggingConfig.LogFormat'),
  row('logs.applicationLogLevel', 'LoggingConfig.ApplicationLogLevel'),
  row('logs.systemLogLevel', 'LoggingConfig.SystemLogLevel'),
  row('logs.logGroup', 'LoggingConfig.LogGroup'),
];

/** What `provider` says of all functions. */
const PROVIDER_ROWS: readonly Row[] = [
  row('runtime', 'Runtime'),
  row('memorySize', 'MemorySize'),
  row('timeout', 'Timeout'),
  row('kmsKeyArn', 'KmsKeyArn'),
  row('environment', 'Environment.Variables'),
  row('tracing.lambda', 'TracingConfig.Mode'),
  row('layers', 'Layers'),
  row('vpc.securityGroupIds', 'VpcConfig.SecurityGroupIds'),
  row('vpc.subnetIds', 'VpcConfig.SubnetIds'),
  row('logs.lambda.logFormat', 'LoggingConfig.LogFormat'),
  row('logs.lambda.applicationLogLevel', 'LoggingConfig.ApplicationLogLevel'),
  row('logs.lambda.systemLogLevel', 'LoggingConfig.SystemLogLevel'),
  row('logs.lambda.logGroup', 'LoggingConfig.LogGroup'),
];

const LOG_ROWS: readonly Row[] = [
  row('logRetentionInDays', 'RetentionInDays'),
  row('logDataProtectionPolicy', 'DataProtectionPolicy'),
];

export const URL_ROWS: readonly Row[] = [
  row('invokeMode', 'InvokeMode'),
  row('cors.allowCredentials', 'Cors.AllowCredentials'),
  row('cors.allowedHeaders', 'Cors.AllowHeaders'),
  row('cors.allowedMethods', 'Cors.AllowMethods'),
  row('cors.allowedOrigins', 'Cors.AllowOrigins'),
  row('cors.exposedResponseHeaders', 'Cors.ExposeHeaders'),
  row('cors.maxAge', 'Cors.MaxAge'),
  row('authorizer', 'AuthType'),
];

const INVOKE_ROWS: readonly Row[] = [
  row('maximumEventAge', 'MaximumEventAgeInSeconds'),
  row('maximumRetryAttempts', 'MaximumRetryAttempts'),
  row('destinations.onSuccess', 'DestinationConfig.OnSuccess.Destination'),
  row('destinations.onFailure', 'DestinationConfig.OnFailure.Destination'),
];

/** Runtimes that functions have where nothing names one. Source: `getRuntime` of `lib/plugins/aws/provider.js` at 2.72.4, 3.40.0 and 4.9.1. */
const RUNTIMES = { 2: 'nodejs14.x', 3: 'nodejs16.x', 4: 'nodejs20.x' } as const;

/** Reads `functions` into the service: a map, or a list of maps that are merged. */
export function readFunctions(service: Service, functions: MapNode): void {
  for (const entry of entriesOf(functions)) {
    const map = asMap(entry.value);
    if (isNull(entry.value)) continue;
    if (!map) {
      const why = noteOf(entry.value).unknown ?? 'it is no map of properties';
      service.tell(entry.keySpan, `The function ${entry.key} was not looked at: ${why}.`);
      continue;
    }
    service.functions.set(entry.key, readFunction(service, entry, map));
  }
}

function readFunction(service: Service, entry: DataEntry, map: MapNode): ServiceFunction {
  const { key, keySpan: at } = entry;
  const logicalId = lambdaLogicalId(key);
  const arn: Plain = { 'Fn::GetAtt': [logicalId, 'Arn'] };
  const alias = isTruthy(get(map, 'provisionedConcurrency'))
    ? { name: 'provisioned', logicalId: `${normalized(key)}ProvConcLambdaAlias` }
    : isTruthy(get(map, 'snapStart'))
      ? { name: 'snapstart', logicalId: `${normalized(key)}SnapStartLambdaAlias` }
      : undefined;
  const events: ServiceEvent[] = [];
  const fn: ServiceFunction = {
    key,
    logicalId,
    at,
    extent: documentOf(map.span) === documentOf(at) ? { start: at.start, end: Math.max(at.end, map.span.end) } : at,
    node: map,
    name: get(map, 'name') ?? service.text([service.name, '-', service.stage, '-', key], at),
    events,
    target: alias ? { 'Fn::Join': [':', [arn, alias.name]] } : arn,
    ...(alias ? { alias } : {}),
  };
  readEvents(fn, events);
  return fn;
}

function readEvents(fn: ServiceFunction, into: ServiceEvent[]): void {
  const events = get(fn.node, 'events');
  for (const [index, item] of itemsOf(events).entries()) {
    const word = literal(item);
    if (word !== undefined) {
      into.push({ fn, type: word, at: item.span, value: undefined, index });
      continue;
    }
    const [entry] = entriesOf(item);
    if (entry) into.push({ fn, type: entry.key, at: entry.keySpan, value: get(item, entry.key), index });
  }
}

/** Where a function's own role comes from. */
export type RoleOf = (fn: ServiceFunction) => {
  readonly role: DataNode;
  readonly dependsOn: Plain | undefined;
  readonly isService: boolean;
};

/** The function with its log group, version, alias, URL and settings of asynchronous invocation. */
export function lowerFunction(fn: ServiceFunction, service: Service, roleOf: RoleOf): void {
  const { node: map, at } = fn;
  const { provider } = service;
  if (!isTruthy(get(map, 'handler')) && !get(map, 'image'))
    service.tell(at, `The function ${fn.key} names neither a handler nor an image: the framework refuses it.`);
  const role = roleOf(fn);
  const logs = !isTruthy(get(map, 'disableLogs')) && !logGroupGiven(fn, service);
  if (logs) lowerLogGroup(fn, service);
  const waits: Plain[] = [
    ...(logs ? [logGroupLogicalId(fn.key)] : []),
    ...(role.dependsOn === undefined ? [] : [role.dependsOn]),
    ...itemsOf(get(map, 'dependsOn')),
  ];
  const attributes: DataEntry[] = [];
  if (waits.length > 0) attributes.push({ key: 'DependsOn', keySpan: at, value: node(waits, at) });
  const condition = entriesOf(map).find((entry) => entry.key === 'condition');
  if (condition) attributes.push({ ...condition, key: 'Condition' });
  const origin: Origin = [
    { base: map, rows: FUNCTION_ROWS },
    { base: provider, rows: PROVIDER_ROWS },
  ];
  const { logicalId: id, extent } = fn;
  service.emit({
    id,
    type: 'AWS::Lambda::Function',
    name: fn.key,
    at,
    extent,
    properties: withEntry(functionProperties(fn, service), 'Role', role.role, role.role.span),
    attributes,
    origin,
  });
  grants(fn, service);
  lowerVersion(fn, service);
  lowerUrl(fn, service);
  lowerInvokeConfig(fn, service, role.isService);
}

function functionProperties(fn: ServiceFunction, service: Service): MapNode {
  const { node: map, at } = fn;
  const { provider } = service;
  let own = forward(FUNCTION_ROWS, map);
  const general = forward(PROVIDER_ROWS, provider);
  const image = get(map, 'image');
  // What Lambda@Edge allows where a viewer waits is the default then, not what `provider` says.
  const isEdge = fn.events.some((event) => event.type === 'cloudFront');
  const base = mapOf(
    {
      Code: image ? { ImageUri: imageUri(image, service) } : '.',
      PackageType: image ? 'Image' : undefined,
      FunctionName: fn.name,
      MemorySize: isEdge ? 128 : 1024,
      Timeout: isEdge ? 5 : 6,
      Runtime: image ? undefined : RUNTIMES[service.version],
    },
    at,
  );
  own = { ...own, span: at };
  let result: MapNode = base;
  for (const from of [general, own]) {
    for (const entry of from.entries) {
      if (entry.key === 'VpcConfig' || entry.key === 'TracingConfig' || entry.key === 'Environment') continue;
      if (entry.key === 'Runtime' && image) continue;
      if (isEdge && from === general && (entry.key === 'MemorySize' || entry.key === 'Timeout')) continue;
      // 0 and the empty string are no values to the framework, except where 0 means something.
      const isValue = entry.value.kind !== 'scalar' || isTruthy(entry.value);
      if (!isValue && entry.key !== 'ReservedConcurrentExecutions') continue;
      result = withEntry(withoutKey(result, entry.key), entry.key, entry.value, entry.keySpan);
    }
  }
  const put = (key: string, value: DataNode | undefined, keySpan: Span = at) => {
    if (value) result = withEntry(result, key, value, keySpan);
  };
  put('VpcConfig', vpcOf(fn, service));
  put('TracingConfig', tracingOf(fn, service));
  put('Environment', environmentOf(fn, service));
  put('Tags', tagsOf(fn, service));
  const architecture = get(map, 'architecture') ?? get(provider, 'architecture');
  if (architecture) put('Architectures', node([architecture], architecture.span), architecture.span);
  const files = get(map, 'fileSystemConfig');
  if (files) {
    const config = { Arn: get(files, 'arn'), LocalMountPath: get(files, 'localMountPath') };
    put('FileSystemConfigs', noteOf(files).unknown === undefined ? node([config], files.span) : files, files.span);
  }
  if (isTruthy(get(map, 'snapStart')))
    put('SnapStart', node({ ApplyOn: 'PublishedVersions' }, get(map, 'snapStart')?.span ?? at));
  const management = get(map, 'runtimeManagement') ?? get(provider, 'runtimeManagement');
  const mode = management && UPDATES[literal(management) ?? literal(get(management, 'mode')) ?? ''];
  if (management && mode)
    put(
      'RuntimeManagementConfig',
      node(
        { UpdateRuntimeOn: mode, RuntimeVersionArn: mode === 'Manual' ? get(management, 'arn') : undefined },
        management.span,
      ),
    );
  return result;
}

const UPDATES: Readonly<Record<string, string>> = { onFunctionUpdate: 'FunctionUpdate', manual: 'Manual' };

function withoutKey(of: MapNode, key: string): MapNode {
  return { ...of, entries: of.entries.filter((entry) => entry.key !== key) };
}

/** The URI of an image: given, or named in `provider.ecr.images`, where one that is built here has none that is known. */
function imageUri(image: DataNode, service: Service): Plain {
  const named = asMap(image) ? get(image, 'name') : image;
  const uri = asMap(image) ? get(image, 'uri') : undefined;
  if (uri) return uri;
  const text = named ? literal(named) : undefined;
  if (named && (text === undefined || text.includes('.dkr.ecr.'))) return named;
  const known = get(service.provider, 'ecr', 'images', text ?? '');
  const given = asMap(known) ? get(known, 'uri') : known;
  const value = given ? literal(given) : undefined;
  if (given && (value === undefined || value.includes('.dkr.ecr.'))) return given;
  return {
    'Fn::Sub': `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}/serverless-${literal(service.name) ?? ''}-${literal(service.stage) ?? ''}:${text ?? ''}`,
  };
}

function vpcOf(fn: ServiceFunction, service: Service): DataNode | undefined {
  const own = entriesOf(fn.node).find((entry) => entry.key === 'vpc');
  if (own && (isNull(own.value) || (own.value.kind === 'scalar' && own.value.value === false && !own.value.tag)))
    return undefined;
  const general = get(service.provider, 'vpc');
  for (const one of [own?.value, general]) if (one && noteOf(one).unknown !== undefined) return one;
  const groups = get(own?.value, 'securityGroupIds') ?? get(general, 'securityGroupIds');
  const subnets = get(own?.value, 'subnetIds') ?? get(general, 'subnetIds');
  if (!groups || !subnets) return undefined;
  return mapOf({ SecurityGroupIds: groups, SubnetIds: subnets }, (own?.value ?? general ?? groups).span);
}

function tracing(fn: ServiceFunction, service: Service): DataNode | undefined {
  const own = get(fn.node, 'tracing');
  const wanted = isTruthy(own) ? own : get(service.provider, 'tracing', 'lambda');
  return isTruthy(wanted) ? wanted : undefined;
}

function tracingOf(fn: ServiceFunction, service: Service): DataNode | undefined {
  const wanted = tracing(fn, service);
  if (!wanted) return undefined;
  const isFlag = wanted.kind === 'scalar' && wanted.value === true && !wanted.tag;
  return mapOf({ Mode: isFlag ? scalar('Active', wanted.span) : wanted }, wanted.span);
}

function environmentOf(fn: ServiceFunction, service: Service): DataNode | undefined {
  const own = get(fn.node, 'environment');
  const general = get(service.provider, 'environment');
  if (!own && !general) return undefined;
  const at = (own ?? general ?? fn.node).span;
  const maps = [general, own].filter((one) => one !== undefined);
  const known = maps.filter((one) => asMap(one));
  if (known.length === 0) return mapOf({ Variables: maps[0] }, at);
  const entries = known.flatMap(entriesOf).filter((entry) => !isNull(entry.value));
  return mapOf({ Variables: merged(entries, at, known.length === 1 ? known[0] : undefined) }, at);
}

/** Entries of which the last of each key counts; the map itself where there is only one. */
function merged(entries: readonly DataEntry[], at: Span, only: DataNode | undefined): DataNode {
  if (only?.kind === 'map' && only.entries.length === entries.length) return only;
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  return { kind: 'map', entries: [...last.values()], span: at };
}

function tagsOf(fn: ServiceFunction, service: Service): DataNode | undefined {
  const own = get(fn.node, 'tags');
  const general = get(service.provider, 'tags');
  if (!own && !general) return undefined;
  for (const one of [own, general]) if (one && !asMap(one)) return one;
  const last = new Map([general, own].flatMap(entriesOf).map((entry) => [entry.key, entry]));
  return node(
    [...last.values()].map((entry) =>
      mapOf({ Key: scalar(entry.key, entry.keySpan), Value: entry.value }, entry.keySpan),
    ),
    (own ?? general ?? fn.node).span,
  );
}

/** Whether v4's `logs` names a group that exists already. */
function logGroupGiven(fn: ServiceFunction, service: Service): boolean {
  return Boolean(get(fn.node, 'logs', 'logGroup') ?? get(service.provider, 'logs', 'lambda', 'logGroup'));
}

function lowerLogGroup(fn: ServiceFunction, service: Service): void {
  const base = mapOf({ LogGroupName: service.text(['/aws/lambda/', fn.name], fn.at) }, fn.at);
  let properties: MapNode = base;
  for (const from of [service.provider, fn.node])
    for (const entry of forward(LOG_ROWS, from).entries)
      if (isTruthy(entry.value))
        properties = withEntry(withoutKey(properties, entry.key), entry.key, entry.value, entry.keySpan);
  service.generate(fn, logGroupLogicalId(fn.key), 'AWS::Logs::LogGroup', properties, fn.at, {
    origin: [
      { base: fn.node, rows: LOG_ROWS },
      { base: service.provider, rows: LOG_ROWS },
    ],
  });
}

/** What the framework lets the role do for the function's own settings; the service's role too where the function has another. */
function grants(fn: ServiceFunction, service: Service): void {
  const { node: map } = fn;
  const dead = get(map, 'onError');
  if (dead && literal(dead) !== undefined)
    service.grant(fn, { Effect: 'Allow', Action: ['sns:Publish'], Resource: [dead] }, dead.span);
  const key = get(map, 'kmsKeyArn') ?? get(service.provider, 'kmsKeyArn');
  if (key && literal(key) !== undefined)
    service.grant(fn, { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: [key] }, key.span);
  const traced = tracing(fn, service);
  if (traced)
    service.grant(
      fn,
      { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: ['*'] },
      traced.span,
    );
  const files = get(map, 'fileSystemConfig');
  const arn = get(files, 'arn');
  if (files && arn)
    service.grant(
      fn,
      { Effect: 'Allow', Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], Resource: [arn] },
      files.span,
    );
}

/** The published version, and the alias that provisioned concurrency or SnapStart needs. The ID has no hash of the contents. */
function lowerVersion(fn: ServiceFunction, service: Service): void {
  const { node: map, at, logicalId, alias } = fn;
  const wanted = get(map, 'versionFunction') ?? get(service.provider, 'versionFunctions');
  const versions = wanted === undefined || isTruthy(wanted);
  if (!versions && !alias) return;
  const id = `${normalized(fn.key)}LambdaVersion`;
  const retain: DataEntry = { key: 'DeletionPolicy', keySpan: at, value: scalar('Retain', at) };
  service.generate(
    fn,
    id,
    'AWS::Lambda::Version',
    { FunctionName: { Ref: logicalId }, Description: get(map, 'description') },
    at,
    { attributes: versions ? [retain] : [] },
  );
  if (!alias) return;
  const concurrency = get(map, 'provisionedConcurrency');
  service.generate(
    fn,
    alias.logicalId,
    'AWS::Lambda::Alias',
    {
      FunctionName: { Ref: logicalId },
      FunctionVersion: { 'Fn::GetAtt': [id, 'Version'] },
      Name: alias.name,
      ProvisionedConcurrencyConfig: isTruthy(concurrency)
        ? { ProvisionedConcurrentExecutions: concurrency }
        : undefined,
    },
    at,
    { attributes: [{ key: 'DependsOn', keySpan: at, value: scalar(logicalId, at) }] },
  );
}

/** Source: `defaultCors` of `lib/plugins/aws/package/compile/functions.js` of serverless 3.40.0. */
const CORS: Readonly<Record<string, readonly string[]>> = {
  AllowOrigins: ['*'],
  AllowHeaders: ['Content-Type', 'X-Amz-Date', 'Authorization', 'X-Api-Key', 'X-Amz-Security-Token', 'X-Amzn-Trace-Id'],
  AllowMethods: ['*'],
};
const CORS_KEYS: Readonly<Record<string, string>> = {
  AllowOrigins: 'allowedOrigins',
  AllowHeaders: 'allowedHeaders',
  AllowMethods: 'allowedMethods',
};

function lowerUrl(fn: ServiceFunction, service: Service): void {
  const entry = entriesOf(fn.node).find((one) => one.key === 'url');
  const url = entry?.value;
  if (!entry || !isTruthy(url)) return;
  const at = entry.keySpan;
  const map = asMap(url);
  const authorizer = get(map, 'authorizer');
  const auth: Plain =
    map || url.tag === undefined
      ? literal(authorizer) === 'aws_iam'
        ? scalar('AWS_IAM', authorizer?.span ?? at)
        : authorizer && literal(authorizer) === undefined
          ? authorizer
          : scalar('NONE', authorizer?.span ?? at)
      : url;
  const cors = get(map, 'cors');
  let properties = mapOf({ AuthType: auth, TargetFunctionArn: fn.target }, at);
  if (isTruthy(cors)) {
    let made = asMap(get(forward(URL_ROWS, map ?? properties), 'Cors')) ?? mapOf({}, cors.span);
    for (const [key, value] of Object.entries(CORS)) {
      const written = entriesOf(cors).find((one) => one.key === CORS_KEYS[key]);
      if (!written) made = withEntry(made, key, node(value, cors.span), cors.span);
    }
    properties = withEntry(properties, 'Cors', noteOf(cors).unknown === undefined ? made : cors, cors.span);
  }
  const mode = get(map, 'invokeMode');
  if (mode && literal(mode) !== 'BUFFERED') properties = withEntry(properties, 'InvokeMode', mode, mode.span);
  const attributes: DataEntry[] = fn.alias
    ? [{ key: 'DependsOn', keySpan: at, value: scalar(fn.alias.logicalId, at) }]
    : [];
  service.generate(fn, `${normalized(fn.key)}LambdaFunctionUrl`, 'AWS::Lambda::Url', properties, at, {
    attributes,
    origin: [{ base: url, rows: URL_ROWS }],
  });
  const kind = get(properties, 'AuthType');
  if (literal(kind) !== 'NONE' || !kind) return;
  service.generate(
    fn,
    `${normalized(fn.key)}LambdaPermissionFnUrl`,
    'AWS::Lambda::Permission',
    { FunctionName: fn.target, Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: kind },
    at,
    { attributes },
  );
}

function lowerInvokeConfig(fn: ServiceFunction, service: Service, isService: boolean): void {
  const { node: map } = fn;
  const destinations = get(map, 'destinations');
  const age = get(map, 'maximumEventAge');
  const attempts = get(map, 'maximumRetryAttempts');
  if (!destinations && !isTruthy(age) && !attempts) return;
  const at =
    entriesOf(map).find((one) => ['destinations', 'maximumEventAge', 'maximumRetryAttempts'].includes(one.key))
      ?.keySpan ?? fn.at;
  const made: { [key: string]: Plain } = {};
  for (const [outcome, name] of [
    ['onSuccess', 'OnSuccess'],
    ['onFailure', 'OnFailure'],
  ] as const) {
    const wanted = get(destinations, outcome);
    if (!wanted) continue;
    made[name] = mapOf({ Destination: destinationArn(wanted, service) }, wanted.span);
    if (isService) grantDestination(fn, wanted, service);
  }
  let properties: MapNode = mapOf(
    {
      FunctionName: { Ref: fn.logicalId },
      DestinationConfig: mapOf(made, destinations?.span ?? at),
      Qualifier: fn.alias?.name ?? '$LATEST',
    },
    at,
  );
  for (const entry of forward(INVOKE_ROWS.slice(0, 2), map).entries)
    properties = withEntry(properties, entry.key, entry.value, entry.keySpan);
  service.generate(fn, `${normalized(fn.key)}LambdaEvConf`, 'AWS::Lambda::EventInvokeConfig', properties, at, {
    origin: [{ base: map, rows: INVOKE_ROWS }],
    attributes: fn.alias ? [{ key: 'DependsOn', keySpan: at, value: scalar(fn.alias.logicalId, at) }] : [],
  });
}

function destinationArn(wanted: DataNode, service: Service): Plain {
  const map = asMap(wanted);
  if (map) return get(map, 'arn') ?? wanted;
  const text = literal(wanted);
  if (text === undefined || text.startsWith('arn:')) return wanted;
  const target = service.functions.get(text);
  return target ? node(target.target, wanted.span) : wanted;
}

const DESTINATIONS: Readonly<Record<string, string>> = {
  function: 'lambda:InvokeFunction',
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  eventBus: 'events:PutEvents',
};

function grantDestination(fn: ServiceFunction, wanted: DataNode, service: Service): void {
  const map = asMap(wanted);
  const text = literal(wanted);
  const grant = (action: string | undefined, resource: Plain | undefined) => {
    if (action !== undefined && resource !== undefined)
      service.grant(fn, { Effect: 'Allow', Action: [action], Resource: [resource] }, wanted.span);
  };
  if (map) grant(DESTINATIONS[literal(get(map, 'type')) ?? ''], get(map, 'arn'));
  else if (text?.startsWith('arn:')) {
    const [, action] =
      [
        [':function:', DESTINATIONS.function],
        [':sqs:', DESTINATIONS.sqs],
        [':sns:', DESTINATIONS.sns],
        [':event-bus/', DESTINATIONS.eventBus],
      ].find(([part]) => part !== undefined && text.includes(part)) ?? [];
    grant(action, wanted);
  } else if (text !== undefined) {
    const name = service.functions.get(text)?.name;
    if (name)
      grant(
        DESTINATIONS.function,
        service.text(
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':lambda:',
            { Ref: 'AWS::Region' },
            ':',
            { Ref: 'AWS::AccountId' },
            ':function:',
            name,
          ],
          wanted.span,
        ),
      );
  }
}

/** The role of a function as the framework reads it: an ARN, the logical ID of a role, or an intrinsic. */
export function givenRole(role: DataNode): {
  readonly role: DataNode;
  readonly dependsOn: Plain | undefined;
  readonly isService: boolean;
} {
  const text = literal(role);
  if (text === undefined) {
    const call = callOf(role);
    const target =
      call?.name === 'Fn::GetAtt'
        ? call.argument.kind === 'list'
          ? literal(call.argument.items[0])
          : literal(call.argument)?.split('.')[0]
        : undefined;
    return { role, dependsOn: target, isService: false };
  }
  if (text.startsWith('arn:')) return { role, dependsOn: undefined, isService: false };
  const arn = node({ 'Fn::GetAtt': [text, 'Arn'] }, role.span);
  return { role: arn, dependsOn: text === ROLE ? undefined : text, isService: text === ROLE };
}
