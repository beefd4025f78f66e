import { entriesOf, get, mapOf, scalar } from '#frameworks/cloudformation/nodes';
import { lowerEvents } from '#frameworks/serverless/events/all';
import { lambdaLogicalId, normalized } from '#frameworks/serverless/naming';
import { eventsOf, Service, type ServiceEvent, type ServiceFunction } from '#frameworks/serverless/service';
import { SourceFile } from '#source/file';
import { parseDocument } from '#syntax/parse';

/** A service whose functions are read and whose events are lowered, variables and everything else left as written. */
export interface LoweredService {
  readonly service: Service;
  readonly file: SourceFile;
  readonly told: readonly string[];
}

export function lowered(text: string, version: 2 | 3 | 4 = 3): LoweredService {
  const file = new SourceFile('serverless.yml', text);
  const { root } = parseDocument(file);
  if (root?.kind !== 'map') throw new Error('The service is not a map.');
  const told: string[] = [];
  const at = root.span;
  const provider = get(root, 'provider');
  const service = new Service({
    root,
    version,
    name: get(root, 'service') ?? scalar('service', at),
    stage: get(provider, 'stage') ?? scalar('dev', at),
    region: get(provider, 'region') ?? scalar('us-east-1', at),
    tell: (_, message) => told.push(message),
  });
  for (const { key, keySpan, value } of entriesOf(get(root, 'functions'))) {
    const events: ServiceEvent[] = [];
    const logicalId = lambdaLogicalId(key);
    const arn = { 'Fn::GetAtt': [logicalId, 'Arn'] };
    const base = {
      key,
      logicalId,
      at: keySpan,
      extent: keySpan,
      node: value.kind === 'map' ? value : mapOf({}, keySpan),
      name: get(value, 'name') ?? service.text([service.name, '-', service.stage, '-', key], keySpan),
      events,
    };
    const fn: ServiceFunction = get(value, 'provisionedConcurrency')
      ? {
          ...base,
          target: { 'Fn::Join': [':', [arn, 'provisioned']] },
          alias: { name: 'provisioned', logicalId: `${normalized(key)}ProvConcLambdaAlias` },
        }
      : { ...base, target: arn };
    eventsOf(fn, events);
    service.functions.set(key, fn);
    const version = `${normalized(key)}LambdaVersion`;
    service.generate(fn, version, 'AWS::Lambda::Version', { FunctionName: { Ref: logicalId } }, keySpan);
  }
  lowerEvents(service);
  return { service, file, told };
}
