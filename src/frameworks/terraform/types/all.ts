import { apiGateway } from '#frameworks/terraform/types/api-gateway';
import { apiGatewayV2 } from '#frameworks/terraform/types/api-gateway-v2';
import { appsync } from '#frameworks/terraform/types/appsync';
import { cloudfront } from '#frameworks/terraform/types/cloudfront';
import { cloudtrail } from '#frameworks/terraform/types/cloudtrail';
import { cloudwatch } from '#frameworks/terraform/types/cloudwatch';
import { codebuild } from '#frameworks/terraform/types/codebuild';
import { cognito } from '#frameworks/terraform/types/cognito';
import { dynamodb } from '#frameworks/terraform/types/dynamodb';
import { ec2 } from '#frameworks/terraform/types/ec2';
import { ecr } from '#frameworks/terraform/types/ecr';
import { ecs } from '#frameworks/terraform/types/ecs';
import { efs } from '#frameworks/terraform/types/efs';
import { elasticache } from '#frameworks/terraform/types/elasticache';
import { elb } from '#frameworks/terraform/types/elb';
import { events } from '#frameworks/terraform/types/events';
import { glue } from '#frameworks/terraform/types/glue';
import { iam } from '#frameworks/terraform/types/iam';
import { iot } from '#frameworks/terraform/types/iot';
import { irrelevant } from '#frameworks/terraform/types/irrelevant';
import { kinesis } from '#frameworks/terraform/types/kinesis';
import { kms } from '#frameworks/terraform/types/kms';
import { lambda } from '#frameworks/terraform/types/lambda';
import { msk } from '#frameworks/terraform/types/msk';
import { opensearch } from '#frameworks/terraform/types/opensearch';
import { others } from '#frameworks/terraform/types/others';
import { rds } from '#frameworks/terraform/types/rds';
import { route53 } from '#frameworks/terraform/types/route53';
import { s3 } from '#frameworks/terraform/types/s3';
import { secretsmanager } from '#frameworks/terraform/types/secretsmanager';
import { ses } from '#frameworks/terraform/types/ses';
import { sns } from '#frameworks/terraform/types/sns';
import { sqs } from '#frameworks/terraform/types/sqs';
import { ssm } from '#frameworks/terraform/types/ssm';
import { stepFunctions } from '#frameworks/terraform/types/step-functions';
import type { Table } from '#frameworks/terraform/types/table';

const ALL: readonly (readonly Table[])[] = [
  apiGateway,
  apiGatewayV2,
  appsync,
  cloudwatch,
  cognito,
  events,
  iam,
  lambda,
  stepFunctions,
  cloudfront,
  cloudtrail,
  codebuild,
  dynamodb,
  ec2,
  ecr,
  ecs,
  efs,
  elasticache,
  elb,
  glue,
  iot,
  irrelevant,
  kinesis,
  kms,
  msk,
  opensearch,
  others,
  rds,
  route53,
  s3,
  secretsmanager,
  ses,
  sns,
  sqs,
  ssm,
];

/** The tables of all resource types, by Terraform's names. Each file of this directory gives some. */
export const tables: ReadonlyMap<string, Table> = new Map(ALL.flat().map((table) => [table.own, table]));
