import type { RegistryModule } from '#frameworks/terraform/modules';
import { apigatewayV2 } from '#frameworks/terraform/modules/apigateway-v2';
import { cloudfront } from '#frameworks/terraform/modules/cloudfront';
import { type ModuleTable, registryModule } from '#frameworks/terraform/modules/declarations';
import { dynamodbTable } from '#frameworks/terraform/modules/dynamodb-table';
import { eventbridge } from '#frameworks/terraform/modules/eventbridge';
import { iam } from '#frameworks/terraform/modules/iam';
import { kms } from '#frameworks/terraform/modules/kms';
import { lambda } from '#frameworks/terraform/modules/lambda';
import { s3Bucket, s3Notification } from '#frameworks/terraform/modules/s3-bucket';
import { securityGroup } from '#frameworks/terraform/modules/security-group';
import { sns } from '#frameworks/terraform/modules/sns';
import { sqs } from '#frameworks/terraform/modules/sqs';
import { stepFunctions } from '#frameworks/terraform/modules/step-functions';
import { vpc } from '#frameworks/terraform/modules/vpc';

const TABLES: readonly ModuleTable[] = [
  apigatewayV2,
  cloudfront,
  dynamodbTable,
  eventbridge,
  ...iam,
  kms,
  lambda,
  s3Bucket,
  s3Notification,
  securityGroup,
  sns,
  sqs,
  stepFunctions,
  vpc,
];

/** The modules that are known, by source. */
export const registryModules: ReadonlyMap<string, RegistryModule> = new Map(
  TABLES.map((table) => [table.source, registryModule(table)]),
);
