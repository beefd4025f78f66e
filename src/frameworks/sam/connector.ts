import {
  asMap,
  entriesOf,
  get,
  itemsOf,
  literal,
  logicalIdOf,
  mapOf,
  node,
  type Plain,
  sameData,
} from '#frameworks/cloudformation/nodes';
import {
  CONNECTOR_PROFILES,
  CONNECTOR_RESOURCES,
  type ConnectorProfile,
} from '#frameworks/sam/connector-profiles.generated';
import { type Declared, type Lowered, ownAttributes, type Scope } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** A connector, declared as a resource or in the `Connectors` of its source. */
export interface Connector {
  readonly id: string;
  readonly parent: Declared;
  readonly at: Span;
  readonly source: DataNode;
  readonly destinations: readonly DataNode[];
  /** Whether the author wrote a list of destinations, whose index is then part of the names. */
  readonly many: boolean;
  readonly permissions: readonly string[];
  readonly attributes: readonly DataEntry[];
}

/** One end of a connector. */
interface End {
  readonly type: string;
  readonly values: Readonly<Record<string, Plain | undefined>>;
  /** What names its role. */
  readonly role: Plain | undefined;
}

const LOWERED: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
};

/** The connectors of a template. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html */
export function connectorsOf(declared: Iterable<Declared>): readonly Connector[] {
  return [...declared].flatMap((one) => [
    ...(one.type === 'AWS::Serverless::Connector'
      ? [read(one, one.id, one.at, one.properties, get(one.properties, 'Source'))]
      : []),
    ...entriesOf(get(one.node, 'Connectors')).map((entry) => {
      const properties = asMap(get(entry.value, 'Properties')) ?? mapOf({}, entry.keySpan);
      const more = asMap(get(properties, 'SourceReference'));
      const source = mapOf({ Id: one.id }, entry.keySpan);
      const full = more ? { ...source, entries: [...source.entries, ...more.entries] } : source;
      const attributes = entriesOf(entry.value).filter((each) => each.key !== 'Properties');
      return { ...read(one, one.id + entry.key, entry.keySpan, properties, full), attributes };
    }),
  ]);
}

function read(parent: Declared, id: string, at: Span, properties: MapNode, source: DataNode | undefined): Connector {
  const destination = get(properties, 'Destination');
  return {
    id,
    parent,
    at,
    source: source ?? mapOf({}, at),
    destinations: itemsOf(destination),
    many: destination?.kind === 'list',
    permissions: itemsOf(get(properties, 'Permissions')).flatMap((one) => literal(one) ?? []),
    attributes: parent.type === 'AWS::Serverless::Connector' ? ownAttributes(parent) : [],
  };
}

/** Lowers a connector to the managed policies, resource policies and permissions that its profile names. */
export function lowerConnector(connector: Connector, scope: Scope): void {
  for (const [index, wanted] of connector.destinations.entries()) {
    const source = endOf(connector.source, wanted, scope);
    const destination = endOf(wanted, connector.source, scope);
    const profile = source && destination ? CONNECTOR_PROFILES[source.type]?.[destination.type] : undefined;
    if (!source || !destination || !profile) {
      scope.tell(
        connector.at,
        `The connector ${connector.id} joins what SAM has no profile for: what it grants was left out.`,
      );
      continue;
    }
    grant(connector, source, destination, profile, connector.many ? `Destination${index}` : '', scope);
  }
}

function endOf(of: DataNode, other: DataNode, scope: Scope): End | undefined {
  const id = literal(get(of, 'Id'));
  if (id === undefined) {
    const type = literal(get(of, 'Type'));
    if (type === undefined) return undefined;
    const values = Object.fromEntries(
      ['Arn', 'QueueUrl', 'ResourceId', 'Name', 'Qualifier'].map((key) => [key, get(of, key)]),
    );
    return { type: LOWERED[type] ?? type, values, role: get(of, 'RoleName') };
  }
  const resource = scope.lowered.get(id);
  if (!resource) return undefined;
  const known = CONNECTOR_RESOURCES[resource.type];
  const outputs = known?.Outputs ?? {};
  const fill = (key: string): Plain | undefined => {
    const value = outputs[key];
    return value === undefined
      ? undefined
      : (JSON.parse(JSON.stringify(value).replaceAll('%{logicalId}', id)) as Plain);
  };
  return {
    type: resource.type,
    values: {
      Arn: fill('Arn'),
      QueueUrl: fill('Url'),
      ResourceId: fill('Id'),
      Name: fill('Name'),
      Qualifier: get(of, 'Qualifier') ?? fill('Qualifier'),
    },
    role: roleOf(resource, known?.Inputs?.Role, other),
  };
}

function roleOf(
  resource: Lowered,
  input: string | { readonly Function: string } | undefined,
  other: DataNode,
): Plain | undefined {
  const named = (role: DataNode | undefined): Plain | undefined => {
    const name = logicalIdOf(role);
    return name === undefined ? undefined : { Ref: name };
  };
  if (typeof input === 'string') return named(get(resource.properties, input));
  if (input?.Function !== 'GetEventsRuleRole') return undefined;
  const id = literal(get(other, 'Id'));
  const arn = get(other, 'Arn');
  for (const target of itemsOf(get(resource.properties, 'Targets'))) {
    const targetArn = get(target, 'Arn');
    if (!targetArn) continue;
    if ((id !== undefined && logicalIdOf(targetArn) === id) || (arn && sameData(arn, targetArn)))
      return named(get(target, 'RoleArn'));
  }
  return undefined;
}

function grant(
  connector: Connector,
  source: End,
  destination: End,
  profile: ConnectorProfile,
  suffix: string,
  scope: Scope,
): void {
  const { id, at, parent } = connector;
  const { SourcePolicy, AccessCategories, DependedBy } = profile.Properties;
  const end = SourcePolicy ? source : destination;
  const values: Record<string, Plain | undefined> = {};
  for (const [name, value] of Object.entries(source.values)) values[`Source.${name}`] = value;
  for (const [name, value] of Object.entries(destination.values)) values[`Destination.${name}`] = value;
  const categories = Object.entries(AccessCategories).filter(([name]) => connector.permissions.includes(name));
  const { attributes } = connector;
  const statements = categories.flatMap(([, category]) =>
    ((category.Statement ?? []) as readonly Plain[]).map((statement) => filled(statement, values)),
  );
  const document: Plain = { Version: '2012-10-17', Statement: statements };
  if (profile.Type === 'AWS_IAM_ROLE_MANAGED_POLICY') {
    if (end.role === undefined) {
      scope.tell(at, `The role of the connector ${id} is not known: what it grants was left out.`);
      return;
    }
    const policy = `${id}Policy${suffix}`;
    const properties = { PolicyDocument: document, Roles: [end.role] };
    scope.generate(parent, policy, 'AWS::IAM::ManagedPolicy', properties, at, { attributes });
    const before = DependedBy === 'SOURCE' ? literal(get(connector.source, 'Id')) : undefined;
    if (before !== undefined) scope.depend(before, policy, at);
    return;
  }
  if (profile.Type === 'AWS_SQS_QUEUE_POLICY') {
    const properties = { PolicyDocument: document, Queues: [end.values.QueueUrl] };
    scope.generate(parent, `${id}QueuePolicy${suffix}`, 'AWS::SQS::QueuePolicy', properties, at, { attributes });
    return;
  }
  if (profile.Type === 'AWS_SNS_TOPIC_POLICY') {
    const properties = { PolicyDocument: document, Topics: [end.values.Arn] };
    scope.generate(parent, `${id}TopicPolicy${suffix}`, 'AWS::SNS::TopicPolicy', properties, at, { attributes });
    return;
  }
  for (const [name, category] of categories) {
    const { Action, Principal, SourceArn, SourceAccount } = filled(category as Plain, values) as {
      readonly [key: string]: Plain | undefined;
    };
    scope.generate(
      parent,
      `${id}${name}LambdaPermission${suffix}`,
      'AWS::Lambda::Permission',
      { Action, FunctionName: end.values.Arn, Principal, SourceArn, SourceAccount },
      at,
      { attributes },
    );
  }
}

/** The data with every `%{Source.Arn}` and the like filled in: by the value where it stands alone, else by `Fn::Sub`. */
function filled(of: Plain, values: Readonly<Record<string, Plain | undefined>>): Plain {
  if (typeof of === 'string') return filledText(of, values);
  if (typeof of !== 'object') return of;
  if (Array.isArray(of)) return of.map((item: Plain | undefined) => (item === undefined ? item : filled(item, values)));
  const record = of as { readonly [key: string]: Plain };
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, filled(value, values)]));
}

function filledText(text: string, values: Readonly<Record<string, Plain | undefined>>): Plain {
  const variables: { [key: string]: Plain } = {};
  let result = text;
  for (const [name, value] of Object.entries(values)) {
    const pattern = `%{${name}}`;
    if (text === pattern) return value ?? { Ref: 'AWS::NoValue' };
    if (!result.includes(pattern)) continue;
    const variable = name.replace('.', '');
    result = result.replaceAll(pattern, `\${${variable}}`);
    variables[variable] = value ?? { Ref: 'AWS::NoValue' };
  }
  if (Object.keys(variables).length > 0) return { 'Fn::Sub': [result, variables] };
  return /\$\{.+\}/.test(result) ? { 'Fn::Sub': result } : result;
}

/** A connector that SAM makes by itself, for an AppSync data source or authorizer. */
export function implied(
  parent: Declared,
  id: string,
  at: Span,
  source: { readonly [key: string]: Plain | undefined },
  destination: { readonly [key: string]: Plain | undefined },
  permissions: readonly string[],
): Connector {
  return {
    id,
    parent,
    at,
    source: node(source, at),
    destinations: [node(destination, at)],
    many: false,
    permissions,
    attributes: ownAttributes(parent),
  };
}
