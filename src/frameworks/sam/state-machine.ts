import {
  asMap,
  callOf,
  emptyMap,
  get,
  isTrue,
  isTruthy,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { s3Location } from '#frameworks/sam/code';
import { type Event, eventsOf } from '#frameworks/sam/event';
import { emitRule, lowerScheduleV2 } from '#frameworks/sam/events';
import { addStateMachineRoute } from '#frameworks/sam/rest-api';
import { awsPolicy, inline, RoleDraft, tagList, trust } from '#frameworks/sam/role';
import { type Declared, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** What SAM says of a state machine. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export const STATE_MACHINE_ROWS: readonly Row[] = [
  ...same('DefinitionSubstitutions'),
  row('Name', 'StateMachineName'),
  row('Type', 'StateMachineType'),
  row('Logging', 'LoggingConfiguration'),
  row('Tracing', 'TracingConfiguration'),
  row('Role', 'RoleArn'),
];

/** Lowers an `AWS::Serverless::StateMachine` to the state machine, its role, version, alias and what starts it. */
export function lowerStateMachine(machine: Declared, scope: Scope): void {
  const { id, at, properties } = machine;
  const base = ['Resources', id, 'Properties'];
  let lowered = forward(STATE_MACHINE_ROWS, properties);
  if (!isTruthy(get(lowered, 'DefinitionSubstitutions'))) lowered = withoutEntry(lowered, 'DefinitionSubstitutions');
  const definition = asMap(get(properties, 'Definition'));
  const uri = get(properties, 'DefinitionUri');
  const written = get(properties, 'Definition');
  if (definition) lowered = withDefinition(lowered, definition);
  else if (written) lowered = withEntry(lowered, 'Definition', written);
  else if (isTruthy(uri))
    lowered = withEntry(
      lowered,
      'DefinitionS3Location',
      s3Location(uri, { bucket: 'Bucket', key: 'Key', version: 'Version' }),
    );
  const tags = tagList(get(properties, 'Tags'), [{ Key: 'stateMachine:createdBy', Value: 'SAM' }], at);
  if (tags) lowered = withEntry(lowered, 'Tags', tags);
  const own = !isTruthy(get(properties, 'Role'));
  const role = new RoleDraft(`${id}Role`);
  if (own) lowered = withEntry(lowered, 'RoleArn', node({ 'Fn::GetAtt': [role.id, 'Arn'] }, at), at);
  scope.emit({
    id,
    type: 'AWS::StepFunctions::StateMachine',
    at,
    extent: machine.extent,
    properties: lowered,
    attributes: ownAttributes(machine),
    declaredType: machine.type,
    origin: { base, rows: STATE_MACHINE_ROWS, section: 'StateMachine' },
  });
  if (own) {
    role.read(get(properties, 'Policies'), scope);
    const tracing = get(properties, 'Tracing', 'Enabled');
    if (isTrue(tracing) && tracing) role.attach(scalar(awsPolicy('AWSXrayWriteOnlyAccess'), tracing.span));
    role.emit(machine, { trust: node(trust('states.amazonaws.com'), at), tags, base }, scope);
  }
  const aliasId = lowerAlias(machine, scope);
  const direct = aliasId === undefined || !isTrue(get(properties, 'UseAliasAsEventTarget'));
  const arn: Plain = { Ref: direct ? id : aliasId };
  for (const event of eventsOf(machine)) lowerEvent(event, arn, direct ? id : aliasId, scope);
}

/** The definition as the map that the author wrote; references in it become substitutions, as SAM writes them. */
function withDefinition(lowered: MapNode, definition: MapNode): MapNode {
  const substitutions: { [key: string]: DataNode } = {};
  let count = 0;
  const replaced = (of: DataNode): DataNode => {
    if (callOf(of) || isDynamic(of)) {
      count += 1;
      substitutions[`definition_substitution_${count}`] = of;
      return scalar(`\${definition_substitution_${count}}`, of.span);
    }
    if (of.kind === 'list') {
      const items = of.items.map(replaced);
      return items.every((item, index) => item === of.items[index]) ? of : { ...of, items };
    }
    if (of.kind !== 'map') return of;
    const byKey = new Map<string, DataEntry>();
    for (const entry of [...of.entries].sort((a, b) => (a.key < b.key ? -1 : 1)))
      byKey.set(entry.key, { ...entry, value: replaced(entry.value) });
    const entries = of.entries.flatMap((entry) => byKey.get(entry.key) ?? []);
    return entries.every((entry, index) => entry.value === of.entries[index]?.value) ? of : { ...of, entries };
  };
  const made = replaced(definition);
  const withMap = withEntry(lowered, 'Definition', made);
  if (count === 0) return withMap;
  let all = asMap(get(lowered, 'DefinitionSubstitutions')) ?? emptyMap(definition.span);
  for (const [name, value] of Object.entries(substitutions)) all = withEntry(all, name, value);
  return withEntry(withMap, 'DefinitionSubstitutions', all);
}

function isDynamic(of: DataNode): boolean {
  const text = literal(of);
  return text?.startsWith('{{resolve:') === true && text.endsWith('}}');
}

function lowerAlias(machine: Declared, scope: Scope): string | undefined {
  const { id, properties } = machine;
  const alias = get(properties, 'AutoPublishAlias');
  if (!isTruthy(alias)) return undefined;
  const versionId = `${id}Version`;
  const aliasId = `${id}Alias${literal(alias) ?? ''}`;
  const passed = passedOn(machine);
  const retained = ['DeletionPolicy', 'UpdateReplacePolicy']
    .filter((key) => !passed.some((entry) => entry.key === key))
    .map((key) => ({ key, keySpan: alias.span, value: scalar('Retain', alias.span) }));
  scope.generate(
    machine,
    versionId,
    'AWS::StepFunctions::StateMachineVersion',
    { StateMachineArn: { Ref: id }, StateMachineRevisionId: { 'Fn::GetAtt': [id, 'StateMachineRevisionId'] } },
    alias.span,
    { attributes: [...passed, ...retained] },
  );
  const preference = asMap(get(properties, 'DeploymentPreference')) ?? mapOf({ Type: 'ALL_AT_ONCE' }, alias.span);
  scope.generate(
    machine,
    aliasId,
    'AWS::StepFunctions::StateMachineAlias',
    {
      Name: alias,
      DeploymentPreference: withEntry(preference, 'StateMachineVersionArn', node({ Ref: versionId }, alias.span)),
    },
    alias.span,
  );
  return aliasId;
}

function lowerEvent(event: Event, arn: Plain, machine: string, scope: Scope): void {
  const roleId = `${event.id}Role`;
  if (event.type === 'ScheduleV2') {
    lowerScheduleV2({ event, target: { arn, name: arn }, scope }, 'state-machine');
    return;
  }
  if (event.type === 'Api') {
    invocationRole(event, 'apigateway.amazonaws.com', arn, scope);
    addStateMachineRoute(event, machine, roleId, scope);
    return;
  }
  if (event.type === 'Schedule' || event.type === 'CloudWatchEvent' || event.type === 'EventBridgeRule') {
    const given = event.type === 'Schedule' ? get(event.properties, 'RoleArn') : undefined;
    emitRule({ event, scope }, arn, 'StepFunctionsTarget', given ?? { 'Fn::GetAtt': [roleId, 'Arn'] });
    if (!given) invocationRole(event, 'events.amazonaws.com', arn, scope);
    return;
  }
  scope.tell(
    event.at,
    `State machines have no event type \`${event.type}\`: the event ${event.name} of ${event.owner.id} was left out.`,
  );
}

/** The role by which a service starts the state machine. */
function invocationRole(event: Event, service: string, arn: Plain, scope: Scope): void {
  const id = `${event.id}Role`;
  const boundary = get(event.owner.properties, 'PermissionsBoundary');
  scope.generate(
    event.owner,
    id,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: trust(service),
      Policies: [inline(`${id}StartExecutionPolicy`, 'states:StartExecution', arn)],
      PermissionsBoundary: boundary,
    },
    event.at,
  );
}
