import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { dataOf } from '#frameworks/cloudformation/nodes';
import { lowered } from '#test/frameworks/serverless/events/service';

/*
 * The expected resources are what `serverless package` of serverless 3.40.0 makes of the same file, with logical IDs that hold a
 * digest cut before it. Left out: functions, versions, aliases, their log groups, the roles and the bucket, which are not events;
 * the handlers of custom resources; the request templates that the framework writes for integrations without a proxy.
 */
const SERVICES = ['http-api-topics-queues', 'rest-and-websocket', 'sources-and-listeners', 'edge-and-shared-apis'];

/** What the framework does by calls after the deployment stands in no template. */
const BY_CALLS = new Set(['ApiGatewayStage']);

type Expected = Readonly<Record<string, { readonly Type: string; readonly Properties: unknown }>>;

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`./services/${name}`, import.meta.url)), 'utf8');
}

describe.each(SERVICES)('the events of %s', (name) => {
  const { service, told } = lowered(read(`${name}.yml`));
  const expected = JSON.parse(read(`${name}.expected.json`)) as Expected;
  const made = [...service.lowered.values()].filter(({ type }) => type !== 'AWS::Lambda::Version');

  it('become the resources that the framework makes', () => {
    expect(told).toEqual([]);
    expect(
      made
        .map(({ id, type }) => `${id} ${type}`)
        .filter((one) => !BY_CALLS.has(one.split(' ')[0] ?? ''))
        .sort(),
    ).toEqual(
      Object.entries(expected)
        .map(([id, { Type }]) => `${id} ${Type}`)
        .sort(),
    );
  });

  it.each(Object.entries(expected).map(([id, { Properties }]) => [id, Properties]))('%s', (id, properties) => {
    const one = service.lowered.get(String(id));
    expect(one && dataOf(one.properties)).toEqual(properties);
  });
});
