import { describe, expect, it } from '@jest/globals';
import { HEAD, loadService, PROVIDER } from '../service.js';

const TYPES =
  'httpApi http websocket sqs stream kafka msk activemq rabbitmq sns s3 schedule eventBridge cloudwatchEvent cloudwatchLog alb cloudFront iot iotFleetProvisioning cognitoUserPool alexaSkill alexaSmartHome unheardOf'.split(
    ' ',
  );

/** What nobody should write, and what only a deployment knows. */
const VALUES = [
  '',
  'true',
  '7',
  'word',
  '[]',
  '[a, {b: c}]',
  '{}',
  '{a: {b: c}}',
  '!Ref Thing',
  '!GetAtt Thing.Arn',
  '${env:THING}',
  '"GET ${env:PATH}"',
  '{arn: [], path: [], method: {}, bucket: {}, rate: {}, topic: [], queue: {}, pool: [], trigger: {}, origin: [], route: []}',
  '{arn: !Ref A, path: !Ref B, method: "${env:M}", bucket: !Ref C, rate: "${env:R}", authorizer: [1], cors: [2], request: 5, response: 6}',
  '{listenerArn: 5, priority: [], conditions: 7, authorizer: {a: b}, healthCheck: [1], eventBus: [], pattern: 3, input: [1], rules: 4}',
  '{authorizer: {arn: !Ref X}, accessConfigurations: [1], bootstrapServers: {}, destinations: 5, filterPatterns: 7, redrivePolicy: 9}',
];

const PROVIDERS = [
  '',
  '  httpApi: 5\n  apiGateway: [1]\n  logs: 7\n  s3: x\n  alb: []\n  cloudFront: 1\n  tracing: [a]\n  tags: 3\n',
  '  httpApi: {cors: [1], authorizers: {a: 5, b: {type: request}}}\n  apiGateway: {apiKeys: 5, usagePlan: [1, {a: 3}], restApiResources: 3, request: 1}\n  logs: {restApi: [1], httpApi: 5, websocket: {level: []}}\n',
];

describe('events that are not as they should be', () => {
  it.each(PROVIDERS)('are told of or left out, and nothing is thrown (%#)', async (provider) => {
    for (const type of TYPES) {
      const events = VALUES.map((value) => `      - ${type}: ${value}\n`).join('');
      const text = `${HEAD}${PROVIDER}${provider}functions:\n  one:\n    handler: a.b\n    events:\n${events}`;
      const stack = await loadService(text);
      expect(stack.resources.has('OneLambdaFunction')).toBe(true);
      for (const resource of stack.resources.values()) {
        const { file, span } = resource.location;
        expect(span.end).toBeLessThanOrEqual(file.text.length);
      }
    }
  });

  it('are told of by name where the framework has no such type', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}functions:\n  one: {handler: a.b, events: [{unheardOf: x}]}\n`);
    expect(stack.problems.map((problem) => problem.message).join()).toContain('no event type `unheardOf`');
  });

  it('of state machines neither', async () => {
    for (const value of [
      '5',
      '[]',
      '{a: 5}',
      '{a: {definition: 5}}',
      '{a: {definition: {States: [1]}, events: [1, {http: 3}, {schedule: []}, {x: y}]}}',
    ]) {
      const stack = await loadService(
        `${HEAD}${PROVIDER}functions: {}\nstepFunctions:\n  stateMachines: ${value}\n  activities: {a: b}\n`,
      );
      expect(stack.framework).toBe('serverless');
    }
  });
});
