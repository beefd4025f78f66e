import { iamAction } from '#model/iam-action';

/**
 * Services whose calls ask for nothing of others but what the tables say: each page of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html names no
 * dependent actions, or they stand in `operation-actions.ts`.
 */
const ALONE: ReadonlySet<string> = new Set(
  `aoss appconfig athena bedrock cloudwatch codecommit codepipeline cognito-identity cognito-idp comprehend comprehendmedical dax dsql
  dynamodb events execute-api firehose geo iam kinesis kms lambda lex logs mobiletargeting polly qldb rds-data rds-db redshift-data
  rekognition s3 s3-object-lambda s3express scheduler secretsmanager ses sms-voice sns sqs ssm states sts textract timestream
  transcribe translate xray`.split(/\s+/),
);

/** Calls of other services that do what they are called and no more. */
const SINGLE: ReadonlySet<string> = new Set(
  `batch:submitjob batch:terminatejob cloudfront:createinvalidation codebuild:startbuild codebuild:stopbuild
  codedeploy:putlifecycleeventhookexecutionstatus config:putevaluations ecs:updateservice glue:startcrawler glue:startjobrun
  glue:stopcrawler iot:publish iot:updatethingshadow lookoutvision:detectanomalies personalize:putevents route53:changeresourcerecordsets
  bedrock-agentcore:invokeagentruntime kendra:startdatasourcesyncjob kendra:stopdatasourcesyncjob
  qbusiness:startdatasourcesyncjob qbusiness:stopdatasourcesyncjob transfer:sendworkflowstepstate
  sagemaker:invokeendpoint sagemaker:invokeendpointasync securityhub:batchimportfindings`.split(/\s+/),
);

/** What reads, writes or makes something of another service in the caller's name, in services that do not otherwise. */
const COMPOSED: readonly (readonly [prefix: string, name: RegExp])[] = [
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html and its like
  ['dynamodb', /^(?:import|export|restore|createglobaltable|createbackup|startawsbackup)/],
  // Code in buckets and registries, networks: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  ['lambda', /^(?:create(?:function|eventsourcemapping|capacity)|update(?:function|eventsourcemapping)|publishlayer)/],
  ['logs', /delivery|export|integration/],
  ['events', /connection|apidestination|archive|replay|endpoint/],
  ['ssm', /automation|maintenance|association|sendcommand|activation|session|resourcedatasync/],
  ['bedrock', /^(?:create|update|start|associate|prepare)(?!asyncinvoke|ingestionjob)/],
  ['aoss', /^(?:create|update)/],
  ['athena', /^(?:create|start(?!queryexecution)|update)/],
  ['cognito-idp', /^(?:create|update)userpool$|domain|associate/],
  ['firehose', /^(?:create|update)/],
  ['iam', /instanceprofile|servicelinked/],
  ['kinesis', /encryption/],
  ['mobiletargeting', /^(?:create|update|put)/],
  ['s3', /inventory|replication|accesspoint|job|metadata/],
  ['secretsmanager', /rotate/],
  ['ses', /^(?:create|update|put)/],
  ['states', /^(?:create|update|test)/],
];

/** Levels of access at which something is made or changed. */
const CHANGING: ReadonlySet<string> = new Set(['write', 'permissions']);

/**
 * Whether an operation may call other services in the name of its caller, so that more may be asked for than is known: services that
 * nobody has reviewed for it are taken to, where they make or change something.
 */
export function worksForCaller(
  prefix: string,
  operation: string,
  wanted: readonly { readonly action: string; readonly conditional: boolean }[],
): boolean {
  const name = operation.toLowerCase();
  const isAsking = /^(?:describe|get|list|search)/.test(name);
  if (!isAsking && COMPOSED.some(([service, pattern]) => service === prefix && pattern.test(name))) return true;
  if (ALONE.has(prefix) || SINGLE.has(`${prefix}:${name}`)) return false;
  return wanted.some(({ action, conditional }) => !conditional && CHANGING.has(iamAction(action)?.level ?? 'write'));
}
