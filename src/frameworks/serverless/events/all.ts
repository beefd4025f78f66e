import { lowerBuckets } from '#frameworks/serverless/events/buckets';
import { lowerDistribution } from '#frameworks/serverless/events/cdn';
import { lowerAlexa, lowerFleetProvisioning, lowerTopicRules } from '#frameworks/serverless/events/devices';
import { lowerHttpApi } from '#frameworks/serverless/events/http-api';
import { lowerLoadBalancers } from '#frameworks/serverless/events/load-balancers';
import { lowerLogSubscriptions } from '#frameworks/serverless/events/logs';
import {
  lowerBrokers,
  lowerKafka,
  lowerManagedKafka,
  lowerQueues,
  lowerStreams,
} from '#frameworks/serverless/events/mappings';
import { lowerRestApi } from '#frameworks/serverless/events/rest-api';
import { lowerCloudWatchEvents, lowerEventBridge } from '#frameworks/serverless/events/rules';
import { lowerSchedules } from '#frameworks/serverless/events/schedules';
import { lowerTopics } from '#frameworks/serverless/events/topics';
import { lowerUserPools } from '#frameworks/serverless/events/user-pools';
import { lowerWebSockets } from '#frameworks/serverless/events/websocket';
import { lowerStateMachines } from '#frameworks/serverless/plugins/step-functions';
import type { Service } from '#frameworks/serverless/service';

type Lowering = (service: Service) => void;

/** What lowers the events of each type, in the order in which the framework does: so the statements of the role come out alike. */
const LOWERINGS: readonly (readonly [types: readonly string[], lower: Lowering])[] = [
  [['schedule'], lowerSchedules],
  [['s3'], lowerBuckets],
  [['http'], lowerRestApi],
  [['websocket'], lowerWebSockets],
  [['sns'], lowerTopics],
  [['stream'], lowerStreams],
  [['kafka'], lowerKafka],
  [['activemq', 'rabbitmq'], lowerBrokers],
  [['msk'], lowerManagedKafka],
  [['alb'], lowerLoadBalancers],
  [['alexaSkill', 'alexaSmartHome'], lowerAlexa],
  [['iot'], lowerTopicRules],
  [['iotFleetProvisioning'], lowerFleetProvisioning],
  [['cloudwatchEvent'], lowerCloudWatchEvents],
  [['cloudwatchLog'], lowerLogSubscriptions],
  [['cognitoUserPool'], lowerUserPools],
  [['eventBridge'], lowerEventBridge],
  [['sqs'], lowerQueues],
  [['cloudFront'], lowerDistribution],
  [['httpApi'], lowerHttpApi],
];

/** Lowers the events of all functions of a service, once the functions themselves are lowered. */
export function lowerEvents(service: Service): void {
  for (const [, lower] of LOWERINGS) lower(service);
  lowerStateMachines(service);
  const known = new Set(LOWERINGS.flatMap(([types]) => types));
  for (const fn of service.functions.values())
    for (const { type, at } of fn.events)
      if (!known.has(type))
        service.tell(
          at,
          `The framework itself has no event type \`${type}\`: the event of the function ${fn.key} was left out.`,
        );
}
