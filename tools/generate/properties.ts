import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';
import type { Generator } from './generator.js';

/**
 * The resource types that serverless applications declare and rules ask about; `*` stands for every type of a service. A type
 * that is not here can still be read, only its property names are not checked by the compiler.
 */
const TYPES: readonly string[] = [
  'AWS::Amplify::*',
  'AWS::ApiGateway::*',
  'AWS::ApiGatewayV2::*',
  'AWS::AppConfig::*',
  'AWS::AppRunner::Service',
  'AWS::AppSync::*',
  'AWS::Athena::WorkGroup',
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupSelection',
  'AWS::Backup::BackupVault',
  'AWS::Bedrock::Agent',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Budgets::Budget',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::WaitCondition',
  'AWS::CloudFront::*',
  'AWS::CloudTrail::Trail',
  'AWS::CloudTrail::EventDataStore',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CodeArtifact::Domain',
  'AWS::CodeArtifact::Repository',
  'AWS::CodeBuild::Project',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::CodePipeline::Pipeline',
  'AWS::Cognito::*',
  'AWS::Config::ConfigRule',
  'AWS::Config::ConfigurationRecorder',
  'AWS::Config::DeliveryChannel',
  'AWS::DAX::Cluster',
  'AWS::DMS::Endpoint',
  'AWS::DMS::ReplicationInstance',
  'AWS::DocDB::DBCluster',
  'AWS::DocDB::DBInstance',
  'AWS::DynamoDB::*',
  'AWS::EC2::FlowLog',
  'AWS::EC2::Instance',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCEndpoint',
  'AWS::ECR::*',
  'AWS::ECS::Cluster',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::EFS::*',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::ElasticLoadBalancingV2::*',
  'AWS::Elasticsearch::Domain',
  'AWS::Events::*',
  'AWS::EventSchemas::Registry',
  'AWS::EventSchemas::RegistryPolicy',
  'AWS::Glue::Connection',
  'AWS::Glue::Crawler',
  'AWS::Glue::DataCatalogEncryptionSettings',
  'AWS::Glue::Database',
  'AWS::Glue::Job',
  'AWS::Glue::SecurityConfiguration',
  'AWS::Glue::Table',
  'AWS::Glue::Trigger',
  'AWS::GuardDuty::Detector',
  'AWS::IAM::*',
  'AWS::IoT::Policy',
  'AWS::IoT::TopicRule',
  'AWS::Kinesis::*',
  'AWS::KinesisAnalyticsV2::Application',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::KMS::*',
  'AWS::Lambda::*',
  'AWS::Logs::*',
  'AWS::MSK::Cluster',
  'AWS::MSK::ClusterPolicy',
  'AWS::MSK::ServerlessCluster',
  'AWS::AmazonMQ::Broker',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchServerless::*',
  'AWS::OpenSearchService::Domain',
  'AWS::Pipes::Pipe',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBProxy',
  'AWS::RDS::DBSubnetGroup',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::RedshiftServerless::Workgroup',
  'AWS::Route53::HostedZone',
  'AWS::Route53::RecordSet',
  'AWS::S3::*',
  'AWS::S3Tables::TableBucketPolicy',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::NotebookInstance',
  'AWS::Scheduler::*',
  'AWS::SecretsManager::*',
  'AWS::ServiceDiscovery::Service',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRule',
  'AWS::SES::ReceiptRuleSet',
  'AWS::Signer::SigningProfile',
  'AWS::SNS::*',
  'AWS::SQS::*',
  'AWS::SSM::Document',
  'AWS::SSM::Parameter',
  'AWS::StepFunctions::*',
  'AWS::Timestream::Database',
  'AWS::Timestream::Table',
  'AWS::Transfer::Server',
  'AWS::VerifiedPermissions::PolicyStore',
  'AWS::WAFv2::*',
  'AWS::XRay::Group',
];

/** Enumerations longer than this are left out of the documentation: the list would say less than the provider's page. */
const MAX_ENUMERATION = 12;

/** `src/model/properties.generated.ts`: the property names and shapes of the resource types, from AWS's published schema. */
export const properties: Generator = { path: 'src/model/properties.generated.ts', make: generateProperties };

function generateProperties(): string {
  const db = loadAwsServiceSpecSync();
  const resources = [...db.all('resource')]
    .filter((resource) => wanted(resource.cloudFormationType))
    .sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1));
  const missing = TYPES.filter((type) => !resources.some((resource) => matches(type, resource.cloudFormationType)));
  if (missing.length > 0) throw new Error(`@aws-cdk/aws-service-spec does not have ${missing.join(', ')}.`);
  const nested: string[] = [];
  const index = resources.map((resource) => {
    nested.push(...declarations(db, resource));
    return `  '${resource.cloudFormationType}': ${nameOf(resource.cloudFormationType)};`;
  });
  return [
    '// Made by tools/generate/properties.ts from @aws-cdk/aws-service-spec (Apache-2.0). Do not edit.',
    '',
    '/** Free-form JSON: a policy document, an API definition. Any key can be asked for. */',
    'export interface Json {\n  readonly [key: string]: Json;\n}',
    '',
    '/** The properties of each resource type, by its name in CloudFormation. All are optional: templates are written by people. */',
    `export interface Properties {\n${index.join('\n')}\n}`,
    '',
    'interface Tag {\n  readonly Key?: string;\n  readonly Value?: string;\n}',
    '',
    ...nested,
    '',
  ].join('\n');
}

function wanted(type: string): boolean {
  return TYPES.some((pattern) => matches(pattern, type));
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** The interfaces of a resource and of all types that it uses, each once. */
function declarations(db: SpecDatabase, resource: Resource): string[] {
  const prefix = nameOf(resource.cloudFormationType);
  const names = new Map<string, string>();
  const queue: TypeDefinition[] = [];
  const refer = (type: PropertyType): string => {
    if (type.type !== 'ref') return '';
    const definition = db.get('typeDefinition', type.reference);
    const known = names.get(definition.$id);
    if (known) return known;
    const name = `${prefix}_${definition.name.replace(/[^A-Za-z0-9_]/g, '')}`;
    names.set(definition.$id, name);
    queue.push(definition);
    return name;
  };
  const out = [declaration(prefix, resource.properties, refer)];
  for (let next = queue.shift(); next; next = queue.shift()) {
    out.push(declaration(names.get(next.$id) ?? prefix, next.properties, refer));
  }
  return out;
}

function declaration(
  name: string,
  members: Readonly<Record<string, Property>>,
  refer: (type: PropertyType) => string,
): string {
  const lines = Object.entries(members)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { type }]) => {
      const key_ = /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : `'${key}'`;
      return `${documentation(type)}  readonly ${key_}?: ${typeText(type, refer)};`;
    });
  return lines.length === 0 ? `interface ${name} {}` : `interface ${name} {\n${lines.join('\n')}\n}`;
}

/** The values that the schema allows, as a comment only: templates contain anything. */
function documentation(type: PropertyType): string {
  const values = type.type === 'string' ? (type.allowedValues ?? []) : [];
  if (values.length === 0 || values.length > MAX_ENUMERATION) return '';
  const text = values.join(' | ').replaceAll('*/', '');
  return `  /** ${text} */\n`;
}

function typeText(type: PropertyType, refer: (type: PropertyType) => string): string {
  switch (type.type) {
    case 'string':
    case 'date-time':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'json':
      return 'Json';
    case 'null':
      return 'null';
    case 'tag':
      return 'Tag';
    case 'ref':
      return refer(type);
    case 'array':
      return `readonly ${bracketed(typeText(type.element, refer))}[]`;
    case 'map':
      return `{ readonly [key: string]: ${typeText(type.element, refer)} }`;
    case 'union':
      return union(type.types, refer);
  }
}

/**
 * A union of which a descent must compile into every member: of a map and a string the map is kept, of several maps all keys.
 */
function union(types: readonly PropertyType[], refer: (type: PropertyType) => string): string {
  const structured = types.filter((type) => ['ref', 'map', 'tag'].includes(type.type));
  if (structured.length > 0) return [...new Set(structured.map((type) => typeText(type, refer)))].join(' & ');
  const kept = types.find((type) => type.type === 'json') ?? types.find((type) => type.type === 'array') ?? undefined;
  if (kept) return typeText(kept, refer);
  return [...new Set(types.map((type) => typeText(type, refer)))].join(' | ');
}

function bracketed(text: string): string {
  return / [|&] /.test(text) || text.startsWith('readonly ') ? `(${text})` : text;
}

function nameOf(type: string): string {
  return type.split('::').slice(1).join('_');
}
