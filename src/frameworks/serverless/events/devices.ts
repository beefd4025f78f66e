import { get, literal, type Plain } from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  byFunction,
  dependsOn,
  eventsOfType,
  isFalse,
  isOpen,
  joined,
  jsonOf,
  origin,
  PARTITION,
  permit,
  REGION,
  settingsOf,
} from '#frameworks/serverless/events/event';
import { normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `iot.js` */
const IOT_ROWS: readonly Row[] = [
  row('name', 'RuleName'),
  row('sql', 'TopicRulePayload.Sql'),
  row('description', 'TopicRulePayload.Description'),
  row('sqlVersion', 'TopicRulePayload.AwsIotSqlVersion'),
];

/** Source: `iot-fleet-provisioning.js` */
const PROVISIONING_ROWS: readonly Row[] = [
  row('enabled', 'Enabled'),
  row('provisioningRoleArn', 'ProvisioningRoleArn'),
  row('templateName', 'TemplateName'),
];

/** Rules of IoT: `iot`. */
export function lowerTopicRules(service: Service): void {
  for (const [fn, events] of byFunction(eventsOfType(service, 'iot'))) {
    for (const [index, event] of events.entries()) {
      const { at } = event;
      const settings = settingsOf(event, 'sql');
      const prefix = normalized(fn.key);
      const id = `${prefix}IotTopicRule${index + 1}`;
      const enabled = get(settings, 'enabled');
      service.generate(
        fn,
        id,
        'AWS::IoT::TopicRule',
        {
          RuleName: get(settings, 'name'),
          TopicRulePayload: {
            RuleDisabled: isFalse(enabled),
            Sql: get(settings, 'sql'),
            Description: get(settings, 'description'),
            AwsIotSqlVersion: get(settings, 'sqlVersion'),
            Actions: [{ Lambda: { FunctionArn: fn.target } }],
          },
        },
        at,
        { ...origin(event, IOT_ROWS), attributes: dependsOn(at, fn.alias?.logicalId) },
      );
      permit(service, event, `${prefix}LambdaPermissionIotTopicRule${index + 1}`, {
        Principal: 'iot.amazonaws.com',
        SourceArn: joined('arn:', PARTITION, ':iot:', REGION, ':', ACCOUNT, ':rule/', { Ref: id }),
      });
    }
  }
}

/** Fleet provisioning: `iotFleetProvisioning`. */
export function lowerFleetProvisioning(service: Service): void {
  for (const event of eventsOfType(service, 'iotFleetProvisioning')) {
    const { fn, at } = event;
    const settings = settingsOf(event, 'templateBody');
    const body = get(settings, 'templateBody');
    const permission = `${normalized(fn.key)}LambdaPermissionIotProvisioningTemplate`;
    service.generate(
      fn,
      `${normalized(fn.key)}IotProvisioningTemplate`,
      'AWS::IoT::ProvisioningTemplate',
      {
        Enabled: get(settings, 'enabled') ?? true,
        PreProvisioningHook: { TargetArn: fn.target },
        ProvisioningRoleArn: get(settings, 'provisioningRoleArn'),
        TemplateBody: isOpen(body) ? body : body && jsonOf(body),
        TemplateName: get(settings, 'templateName'),
      },
      at,
      { ...origin(event, PROVISIONING_ROWS), attributes: dependsOn(at, permission, fn.alias?.logicalId) },
    );
    permit(service, event, permission, { Principal: 'iot.amazonaws.com' });
  }
}

/** Skills of Alexa: `alexaSkill` and `alexaSmartHome`. A bare `alexaSkill` let every skill call in v2, and is nothing since. */
export function lowerAlexa(service: Service): void {
  for (const [type, name, principal] of [
    ['alexaSkill', 'AlexaSkill', 'alexa-appkit.amazon.com'],
    ['alexaSmartHome', 'AlexaSmartHome', 'alexa-connectedhome.amazon.com'],
  ] as const) {
    for (const fn of service.functions.values()) {
      const events = fn.events.filter((event) => event.type === type && (event.value || service.version === 2));
      for (const [index, event] of events.entries()) {
        const skill: DataNode | undefined =
          event.value?.kind === 'map' && !isOpen(event.value) ? get(event.value, 'appId') : event.value;
        const disabled = isFalse(get(event.value, 'enabled'));
        const token: Plain | undefined = literal(skill) === 'true' ? undefined : skill;
        service.generate(
          fn,
          `${normalized(fn.key)}LambdaPermission${name}${index + 1}`,
          'AWS::Lambda::Permission',
          {
            FunctionName: fn.target,
            Action: disabled ? 'lambda:DisableInvokeFunction' : 'lambda:InvokeFunction',
            Principal: principal,
            EventSourceToken: token,
          },
          event.at,
          {
            origin: event.value ? [{ base: event.value, rows: [row('appId', 'EventSourceToken')] }] : [],
            attributes: dependsOn(event.at, fn.alias?.logicalId),
          },
        );
      }
    }
  }
}
