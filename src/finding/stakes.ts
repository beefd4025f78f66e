import { actionCovers, actionOverlaps } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import type { Handler } from '#model/handler';
import { type Grant, grantsIn } from '#model/privilege/grant';
import { meansEveryResource } from '#model/scope';
import { partsOf, type Text } from '#model/text';

/** What actions mean when they are allowed on every resource of their kind, from the worst. */
const DEEDS: readonly (readonly [actions: string, phrase: string])[] = [
  ['iam:PutRolePolicy', 'give every role of the account more permissions'],
  ['iam:AttachRolePolicy', 'give every role of the account more permissions'],
  ['iam:CreateAccessKey', 'make access keys for every user of the account'],
  ['iam:PassRole lambda:CreateFunction lambda:InvokeFunction', 'run code with every role that functions may take'],
  ['iam:PassRole', 'pass every role of the account to a service'],
  ['sts:AssumeRole', 'become every role that trusts the account'],
  ['dynamodb:DeleteTable', 'delete every table of the account'],
  ['rds:DeleteDBInstance', 'delete every database of the account'],
  ['s3:DeleteObject', 'delete what every bucket of the account holds'],
  ['secretsmanager:GetSecretValue', 'read every secret of the account'],
  ['lambda:UpdateFunctionCode', 'replace the code of every function of the account'],
  ['ec2:TerminateInstances', 'end every instance of the account'],
  ['cognito-idp:AdminSetUserPassword', 'set the password of every user of the account'],
  ['s3:GetObject', 'read what every bucket of the account holds'],
  ['ssm:GetParameter', 'read every parameter of the account'],
  ['dynamodb:DeleteItem', 'delete every item of every table of the account'],
  ['dynamodb:PartiQLDelete', 'delete every item of every table of the account'],
  ['dynamodb:Scan', 'read every table of the account'],
  ['dynamodb:PartiQLSelect', 'read every table of the account'],
  ['s3:PutObject', 'write into every bucket of the account'],
  ['dynamodb:PutItem', 'write into every table of the account'],
  ['lambda:InvokeFunction', 'invoke every function of the account'],
  ['sqs:SendMessage', 'send to every queue of the account'],
  ['sns:Publish', 'publish to every topic of the account'],
];

/** Deeds that a sentence names: the worst ones. */
const MAX_NAMED = 2;

/**
 * What a handler's role allows besides its own work, as a phrase after "may": `delete every table of the account and read every secret of
 * the account`. Undefined where nothing grave is certain: a grant with a condition is not, and none is beside a denial.
 * @param service only what is done to one service: where it is not the role that somebody gets, but one operation of it
 */
export function stakes(cloud: Cloud, handler: Handler, service?: string): string | undefined {
  for (const fn of handler.functions) {
    if (!fn.isA('AWS::Lambda::Function')) continue;
    const { grants } = grantsIn(cloud.grants(fn));
    if (grants.some(({ effect }) => effect === 'Deny')) continue;
    const deeds = deedsOf(grants.filter(isFree), service);
    if (deeds.length > 0) return deeds.slice(0, MAX_NAMED).join(' and ');
  }
  return undefined;
}

/** Whether a grant holds whatever is deployed, on every resource of its kind. */
function isFree({ conditional, when, resources, notResources }: Grant): boolean {
  if (conditional || when.length > 0 || notResources) return false;
  return resources.some((one) => one !== undefined && meansEveryResource(one));
}

function deedsOf(free: readonly Grant[], service: string | undefined): readonly string[] {
  const may = (action: string): boolean => free.some((grant) => allows(grant, action));
  if (service === undefined && free.some(({ actions }) => actions.some(({ pattern }) => isAll(pattern))))
    return ['do everything in the account'];
  const deeds = DEEDS.filter(([action]) => service === undefined || action.startsWith(`${service}:`));
  return withoutLesser(deeds.filter(([action]) => action.split(' ').every(may)).map(([, phrase]) => phrase));
}

function allows({ actions, notActions }: Grant, action: string): boolean {
  const named = (pattern: string | undefined): boolean => pattern !== undefined && actionCovers(pattern, action);
  if (notActions.length === 0) return actions.some(({ pattern }) => named(pattern));
  return notActions.every((pattern) => pattern !== undefined && !named(pattern));
}

function isAll(pattern: string | undefined): boolean {
  return pattern === '*' || pattern === '*:*';
}

/** Who may delete a table need not be told to delete its items or to read it: one deed for each kind of thing. */
function withoutLesser(deeds: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return deeds.filter((deed) => {
    const [thing = deed] = THINGS.exec(deed) ?? [];
    if (seen.has(thing)) return false;
    seen.add(thing);
    return true;
  });
}

const THINGS = /itself|role|table|database|bucket|secret|function|instance|user|parameter|queue|topic/;

/** IAM's prefixes of services that SDKs call otherwise. */
const PREFIXES: Readonly<Record<string, string>> = {
  'bedrock-agent-runtime': 'bedrock',
  'bedrock-runtime': 'bedrock',
  'cloudwatch-logs': 'logs',
  'cognito-identity-provider': 'cognito-idp',
  eventbridge: 'events',
  'sagemaker-runtime': 'sagemaker',
  'secrets-manager': 'secretsmanager',
  sfn: 'states',
  stepfunctions: 'states',
  storage: 's3',
};

/** IAM's prefix of the service that an SDK's call is about: `boto3.client(s3).get_object`, `@aws-sdk/client-s3.GetObjectCommand`. */
export function serviceOf(callee: string): string | undefined {
  const [, python, modular, classic] =
    /^(?:boto3\.(?:client|resource)\(([\w-]+)\)|@aws-sdk\/(?:client|lib)-([a-z0-9-]+)|aws-sdk(?:\/clients)?[./](\w+))/.exec(
      callee,
    ) ?? [];
  const name = (python ?? modular ?? classic)?.toLowerCase();
  if (name === undefined) return undefined;
  return Object.hasOwn(PREFIXES, name) ? PREFIXES[name] : name;
}

/**
 * Whether the roles of a handler reach exactly one resource of a service each, so that to choose another one comes to nothing. False where
 * anything of that is not known.
 */
export function isHeldToOne(cloud: Cloud, handler: Handler, service: string): boolean {
  const { functions } = handler;
  return (
    functions.length > 0 &&
    functions.every((fn) => {
      if (!fn.isA('AWS::Lambda::Function')) return false;
      const { grants, doubts } = grantsIn(cloud.grants(fn));
      if (doubts.length > 0) return false;
      const own = grants.filter((one) => one.effect === 'Allow' && speaksOfService(one, service));
      if (own.some(({ notResources }) => notResources)) return false;
      const names = new Set(own.flatMap(({ resources }) => resources).map((one) => nameIn(one, service)));
      return names.size === 1 && !names.has(undefined);
    })
  );
}

function speaksOfService({ actions, notActions }: Grant, service: string): boolean {
  if (notActions.length > 0) return true;
  return actions.some(({ pattern }) => pattern === undefined || actionOverlaps(pattern, `${service}:*`));
}

/** The name of the one resource that an entry means, with what a deployment fills in; undefined where it may mean several. */
function nameIn(entry: string | Text | undefined, service: string): string | undefined {
  if (entry === undefined) return undefined;
  const text = partsOf(entry)
    .map((part) =>
      typeof part === 'string' ? part : part.kind === 'ref' ? `<${part.resource}>` : `<${part.name ?? ''}>`,
    )
    .join('');
  const own = text.startsWith('arn:') ? text.split(':').slice(5).join(':') : text;
  const name = service === 's3' ? own : own.replace(/^[a-zA-Z-]+[:/]/, '');
  const [first = ''] = name.split('/');
  return first === '' || /[*?]|<>/.test(first) ? undefined : first;
}
