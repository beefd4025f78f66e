import { describe, expect, it } from '@jest/globals';
import type { Property } from '#model/property';
import type { Stack } from '#model/stack';
import { resourceOf } from '../../repository.js';
import { HEAD, loadService, PROVIDER, patched, refusal } from '../service.js';

/** The one property at a path of a resource. */
function property(stack: Stack, logicalId: string, ...path: readonly string[]): Property {
  const [only] = resourceOf(stack, logicalId).read(path);
  if (!only) throw new Error(`nothing at ${path.join('.')}`);
  return only;
}

/** A service with one function and one event, written as given. */
function withEvent(event: string, provider = '', more = ''): Promise<Stack> {
  const events = event.replaceAll('\n', '\n      ');
  return loadService(
    `${HEAD}${PROVIDER}${provider}functions:\n  check:\n    handler: a.b\n  one:\n    handler: a.b\n    events:\n      ${events}\n${more}`,
  );
}

describe('a change of what an event becomes', () => {
  it('is written into its settings', async () => {
    const stack = await withEvent('- sqs:\n    arn: arn:aws:sqs:us-east-1:1:q\n    batchSize: 5 # few');
    const id = 'OneEventSourceMappingSQSQ';
    expect(patched(stack, [property(stack, id, 'BatchSize').set(1)])).toContain('          batchSize: 1 # few\n');
    expect(patched(stack, [property(stack, id, 'MaximumBatchingWindowInSeconds').set(3)])).toContain(
      '          batchSize: 5 # few\n          maximumBatchingWindow: 3\n',
    );
  });

  it('says the one type of response as the framework does', async () => {
    const stack = await withEvent('- sqs:\n    arn: arn:aws:sqs:us-east-1:1:q');
    const change = property(stack, 'OneEventSourceMappingSQSQ', 'FunctionResponseTypes').set([
      'ReportBatchItemFailures',
    ]);
    expect(patched(stack, [change])).toContain('          functionResponseType: ReportBatchItemFailures\n');
  });

  it('makes a map of the short form', async () => {
    const stack = await withEvent('- sqs: arn:aws:sqs:${aws:region}:1:q # orders');
    const text = patched(stack, [property(stack, 'OneEventSourceMappingSQSQ', 'BatchSize').set(1)]);
    expect(text).toContain(
      '      - sqs: # orders\n          arn: arn:aws:sqs:${aws:region}:1:q\n          batchSize: 1\n',
    );
  });

  it('says an authorizer of an HTTP API by its name', async () => {
    const jwt =
      '  httpApi:\n    authorizers:\n      users:\n        type: jwt\n        identitySource: a\n        issuerUrl: https://a.example\n        audience: [a]\n';
    const stack = await withEvent('- httpApi: GET /a\n- httpApi: {method: GET, path: /b, authorizer: users}', jwt);
    const [type, id] = ['AuthorizationType', 'AuthorizerId'].map((name) => property(stack, 'HttpApiRouteGetA', name));
    const given = property(stack, 'HttpApiRouteGetB', 'AuthorizerId').text;
    if (!type || !id || given === undefined) throw new Error('the routes have no authorizer');
    expect(patched(stack, [type.set('JWT'), id.set(given)])).toContain(
      '      - httpApi:\n          method: GET\n          path: /a\n          authorizer: users\n',
    );
  });

  it('says IAM of a route of each kind of API', async () => {
    const rest = await withEvent('- http:\n    method: GET\n    path: a');
    expect(patched(rest, [property(rest, 'ApiGatewayMethodAGet', 'AuthorizationType').set('AWS_IAM')])).toContain(
      '          path: a\n          authorizer: aws_iam\n',
    );
    const http = await withEvent('- httpApi:\n    method: GET\n    path: /a');
    expect(patched(http, [property(http, 'HttpApiRouteGetA', 'AuthorizationType').set('AWS_IAM')])).toContain(
      '          path: /a\n          authorizer:\n            type: aws_iam\n',
    );
  });

  it('goes to the provider for what the API says as a whole', async () => {
    const stack = await withEvent('- httpApi: GET /a', '  httpApi:\n    cors: true\n');
    const origins = property(stack, 'HttpApi', 'CorsConfiguration', 'AllowOrigins');
    expect(patched(stack, [origins.set(['https://a.example'])])).toContain(
      '    cors:\n      allowedOrigins:\n        - https://a.example\n',
    );
    expect(patched(stack, [property(stack, 'HttpApi', 'DisableExecuteApiEndpoint').set(true)])).toContain(
      '    disableDefaultEndpoint: true\n',
    );
  });

  it('turns off what the logs of a stage hold in full', async () => {
    const stack = await withEvent('- http: GET /a', '  logs:\n    restApi: true\n');
    const [settings] = resourceOf(stack, 'ApiGatewayStage').read(['MethodSettings']);
    const [trace] = settings?.items().flatMap((item) => item.at('DataTraceEnabled')) ?? [];
    if (!trace) throw new Error('the stage has no settings');
    expect(patched(stack, [trace.set(false)])).toContain('    restApi:\n      fullExecutionData: false\n');
  });

  it('configures a bucket that an event makes under `provider.s3`', async () => {
    const stack = await withEvent('- s3: uploads');
    const change = property(stack, 'S3BucketUploads', 'VersioningConfiguration').set({ Status: 'Enabled' });
    expect(patched(stack, [change])).toContain(
      '  s3:\n    uploads:\n      versioningConfiguration:\n        Status: Enabled\n',
    );
  });

  it('extends what the framework has no word for', async () => {
    const stack = await withEvent('- sns: alerts');
    const change = property(stack, 'SNSTopicAlerts', 'KmsMasterKeyId').set('alias/aws/sns');
    expect(patched(stack, [change])).toContain(
      'resources:\n  extensions:\n    SNSTopicAlerts:\n      Properties:\n        KmsMasterKeyId: alias/aws/sns\n',
    );
  });

  it('is declined for whom a permission lets in', async () => {
    const stack = await withEvent('- websocket: $default');
    const change = property(stack, 'OneLambdaPermissionWebsockets', 'SourceArn').set('arn:aws:execute-api:::*');
    expect(refusal(stack, change)).toBe('nobody wrote the value');
  });
});
