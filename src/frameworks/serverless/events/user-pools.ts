import { get, itemsOf, literal, mapOf, node, type Plain, withEntry } from '#frameworks/cloudformation/nodes';
import { dependsOn, eventsOfType, type FilledEvent, permit, textIn } from '#frameworks/serverless/events/event';
import { alphanumeric, normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';

/** Triggers that get a message with a code to send, and the key to decrypt it. Source: `cognito-user-pool.js` */
const SENDERS: readonly string[] = ['CustomSMSSender', 'CustomEmailSender'];

/** User pools: `cognitoUserPool`. Those of the service are made; those that exist get their triggers from a custom resource. */
export function lowerUserPools(service: Service): void {
  for (const event of eventsOfType(service, 'cognitoUserPool')) {
    const existing = get(event.value, 'existing');
    if (existing && literal(existing) !== 'false') lowerExisting(service, event);
    else lowerNew(service, event);
  }
}

function lowerNew(service: Service, event: FilledEvent): void {
  const { fn, at, value } = event;
  const pool = get(value, 'pool');
  const trigger = literal(get(value, 'trigger')) ?? 'Trigger';
  const name = alphanumeric(textIn(pool) ?? `Event${event.index}`);
  const id = `CognitoUserPool${name}`;
  const given: Plain = SENDERS.includes(trigger)
    ? { LambdaArn: fn.target, LambdaVersion: get(value, 'lambdaVersion') ?? 'V1_0' }
    : fn.target;
  const key = SENDERS.includes(trigger) ? get(value, 'kmsKeyId') : undefined;
  if (!service.lowered.has(id))
    service.generate(fn, id, 'AWS::Cognito::UserPool', { UserPoolName: pool, LambdaConfig: mapOf({}, at) }, at);
  service.amend(id, (properties) => {
    const before = get(properties, 'LambdaConfig');
    let config = withEntry(before?.kind === 'map' ? before : mapOf({}, at), trigger, node(given, at), at);
    if (key) config = withEntry(config, 'KMSKeyID', key);
    return withEntry(properties, 'LambdaConfig', config, at);
  });
  service.depend(id, fn.alias?.logicalId ?? fn.logicalId, at);
  permit(service, event, `${normalized(fn.key)}LambdaPermissionCognitoUserPool${name}TriggerSource${trigger}`, {
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
  });
}

function lowerExisting(service: Service, { fn, at, value }: FilledEvent): void {
  const id = `${normalized(fn.key)}CustomCognitoUserPool1`;
  const trigger = get(value, 'trigger');
  const sends = SENDERS.includes(literal(trigger) ?? '');
  const config = node(
    {
      Trigger: trigger,
      LambdaVersion: sends ? (get(value, 'lambdaVersion') ?? 'V1_0') : undefined,
      KMSKeyID: sends ? get(value, 'kmsKeyId') : undefined,
    },
    at,
  );
  if (service.lowered.has(id)) {
    service.amend(id, (of) =>
      withEntry(of, 'UserPoolConfigs', node([...itemsOf(get(of, 'UserPoolConfigs')), config], at)),
    );
    return;
  }
  const handler = 'CustomDashresourceDashexistingDashcupLambdaFunction';
  service.generate(
    fn,
    id,
    'Custom::CognitoUserPool',
    {
      ServiceToken: { 'Fn::GetAtt': [handler, 'Arn'] },
      FunctionName: fn.name,
      UserPoolName: get(value, 'pool'),
      UserPoolConfigs: [config],
    },
    at,
    { attributes: dependsOn(at, fn.logicalId, handler) },
  );
}
