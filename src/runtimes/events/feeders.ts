import type { Cloud } from '#model/cloud';
import { pathOf, reachByType } from '#model/entries/rest-apis';
import { type Entry, REACH_ORDER, type Reach, widest } from '#model/exposure';
import { resolve } from '#model/name';
import { once } from '#model/once';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

/** Somebody who puts something into what feeds a function: a function of the application, or a route of an API without code behind it. */
export interface Feeder {
  /** `CreateOrder`, `POST /orders`. */
  readonly name: string;
  /** Who can cause it. */
  readonly reach: Reach;
  /** How the widest of them does: `POST /orders`; undefined of a route, which is the way itself. */
  readonly through: string | undefined;
  readonly function: Resource<'AWS::Lambda::Function'> | undefined;
}

/** Who certainly puts something into a queue, topic, bucket, stream, table or bus, the widest reach first. */
export function feedersOf(cloud: Cloud, source: Resource): readonly Feeder[] {
  const functions = cloud
    .writersTo(source)
    .filter(({ certainty, function: fn }) => certainty === 'yes' && isOneApplication(fn, source))
    .map(({ function: fn }): Feeder => {
      const entries = cloud.entries(fn);
      const reach = widest(entries);
      const through = entries.find((entry) => entry.reach === reach)?.label;
      return { name: fn.name, reach, through, function: fn };
    });
  const all = [...(routes(cloud).get(source.id) ?? []), ...functions];
  return all.sort((a, b) => REACH_ORDER.indexOf(b.reach) - REACH_ORDER.indexOf(a.reach));
}

/** Whether both are deployed together: what a wildcard lets functions of other stacks do is nothing that they are made for. */
function isOneApplication(a: Resource, b: Resource): boolean {
  const [one, other] = [a.stack.id, b.stack.id];
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/**
 * Who can send what an entry delivers: as its policies say, and whoever a route that hands requests on to its source lets in. What
 * functions of the application put there is for the flow through them to say.
 */
export function reachThroughSource(cloud: Cloud, entry: Entry): Reach {
  const direct = entry.source ? (routes(cloud).get(entry.source.id) ?? []) : [];
  return direct.reduce(
    (reach: Reach, one) => (REACH_ORDER.indexOf(one.reach) > REACH_ORDER.indexOf(reach) ? one.reach : reach),
    entry.reach,
  );
}

/** `queue Orders, which CreateOrder fills, which anyone can call through POST /orders`. */
export function labelWithFeeders(cloud: Cloud, entry: Entry): string {
  const [first] = entry.source ? feedersOf(cloud, entry.source) : [];
  if (!first || first.function?.id === entry.function.id) return entry.label;
  if (!first.function) return `${entry.label}, which ${first.name} fills`;
  const who = WHO[first.reach];
  const open =
    who === undefined || first.through === undefined ? '' : `, which ${who} can call through ${first.through}`;
  return `${entry.label}, which ${first.name} fills${open}`;
}

const WHO: Partial<Record<Reach, string>> = {
  public: 'anyone',
  authenticated: 'whoever is signed in',
  account: 'the account',
};

/** By the service in an integration's URI, the types that it puts something into. */
const INTEGRATED: Readonly<Record<string, readonly string[]>> = {
  sqs: ['AWS::SQS::Queue'],
  sns: ['AWS::SNS::Topic'],
  kinesis: ['AWS::Kinesis::Stream'],
  firehose: ['AWS::KinesisFirehose::DeliveryStream'],
  events: ['AWS::Events::EventBus'],
  dynamodb: ['AWS::DynamoDB::Table'],
  s3: ['AWS::S3::Bucket'],
};

/** Actions that put something somewhere. */
const PUTS =
  /:path\/|action\/(?:SendMessage|Publish|PutRecord|PutRecords|PutEvents|PutItem|UpdateItem|PutObject)\b|Action=SendMessage/;

/**
 * Routes that API Gateway itself turns into calls of other services, by what they put something into.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
const routes = once((cloud: Cloud): ReadonlyMap<string, readonly Feeder[]> => {
  const found = new Map<string, Feeder[]>();
  const add = (target: Resource | undefined, name: string, type: Property | undefined): void => {
    if (!target || !type) return;
    const feeder: Feeder = { name, reach: reachByType(type), through: undefined, function: undefined };
    found.set(target.id, [...(found.get(target.id) ?? []), feeder]);
  };
  for (const method of cloud.all('AWS::ApiGateway::Method')) {
    const [verb] = method.at('HttpMethod');
    if (verb?.is('GET', 'HEAD', 'OPTIONS')) continue;
    for (const integration of method.read(['Integration'])) {
      for (const uri of integration.at('Uri')) {
        const text = String(uri.text ?? '');
        const [, service = ''] =
          /:apigateway:.{0,100}?:(sqs|sns|kinesis|firehose|events|dynamodb|s3):/.exec(text) ?? [];
        const types = Object.hasOwn(INTEGRATED, service) ? (INTEGRATED[service] ?? []) : [];
        if (types.length === 0 || !PUTS.test(text)) continue;
        const target = [uri, ...texts(integration)].flatMap((one) => resolve(cloud, one, ...types) ?? [])[0];
        const path = pathOf(cloud, method.at('ResourceId')[0]);
        add(target, `${verb?.string?.toUpperCase() ?? 'ANY'} ${path}`, method.at('AuthorizationType')[0]);
      }
    }
  }
  for (const route of cloud.all('AWS::ApiGatewayV2::Route')) {
    for (const of of route.at('Target')) {
      const integration = resolve(cloud, of, 'AWS::ApiGatewayV2::Integration');
      const subtype = integration?.read(['IntegrationSubtype'])[0]?.string ?? '';
      const types = Object.hasOwn(INTEGRATED, subtypeService(subtype))
        ? INTEGRATED[subtypeService(subtype)]
        : undefined;
      if (!integration || !types) continue;
      const target = integration
        .read(['RequestParameters'])
        .flatMap((map) => map.entries())
        .flatMap(([, value]) => resolve(cloud, value, ...types) ?? [])[0];
      add(target, String(route.at('RouteKey')[0]?.text ?? route.name), route.at('AuthorizationType')[0]);
    }
  }
  return found;
});

/** `SQS-SendMessage`, `EventBridge-PutEvents`, `Kinesis-PutRecord`. */
function subtypeService(subtype: string): string {
  const service = subtype.split('-')[0]?.toLowerCase() ?? '';
  return service === 'eventbridge' ? 'events' : service;
}

/** The texts of a request's parameters and templates. */
function texts(integration: Property<Json>): readonly Property[] {
  return [...integration.at('RequestParameters'), ...integration.at('RequestTemplates')].flatMap((map) =>
    map.entries().map(([, value]) => value as Property),
  );
}
