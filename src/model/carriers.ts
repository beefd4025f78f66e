import type { Cloud } from '#model/cloud';
import { functionNamed } from '#model/function-name';
import { resolve } from '#model/name';
import { once } from '#model/once';
import {
  INCOMPLETE,
  type Lowered,
  listIn,
  lowerDocument,
  lowerStatement,
  merge,
  principal,
} from '#model/policy-document';
import type { Json } from '#model/properties.generated';
import { branches, type Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { ConditionTest, Statement } from '#model/statement';
import { both, compatible } from '#model/value';

/** Where a resource type carries a policy document, and what the document protects. */
interface Place {
  readonly kind: Statement['kind'];
  /** The path to the document; `*` descends into the items of a list. */
  readonly document: readonly string[];
  /** `self`, or the property that names what is protected with the types that it may name. */
  readonly target?: 'self' | { readonly path: readonly string[]; readonly types: readonly string[] };
}

const identity = (...document: string[]): Place => ({ kind: 'identity', document });
const own = (...document: string[]): Place => ({ kind: 'resource', document, target: 'self' });
const about = (document: string, path: string, ...types: string[]): Place => ({
  kind: 'resource',
  document: [document],
  target: { path: [path], types },
});

/**
 * Every property that holds a policy document, by type. Source: the template reference of each type,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'AWS::IAM::Role': [
    { kind: 'trust', document: ['AssumeRolePolicyDocument'], target: 'self' },
    identity('Policies', '*', 'PolicyDocument'),
  ],
  'AWS::IAM::User': [identity('Policies', '*', 'PolicyDocument')],
  'AWS::IAM::Group': [identity('Policies', '*', 'PolicyDocument')],
  'AWS::IAM::Policy': [identity('PolicyDocument')],
  'AWS::IAM::ManagedPolicy': [identity('PolicyDocument')],
  'AWS::IAM::RolePolicy': [identity('PolicyDocument')],
  'AWS::IAM::UserPolicy': [identity('PolicyDocument')],
  'AWS::IAM::GroupPolicy': [identity('PolicyDocument')],
  'AWS::IoT::Policy': [identity('PolicyDocument')],
  'AWS::SSO::PermissionSet': [identity('InlinePolicy')],
  'AWS::SQS::QueuePolicy': [about('PolicyDocument', 'Queues', 'AWS::SQS::Queue')],
  'AWS::SQS::QueueInlinePolicy': [about('PolicyDocument', 'Queue', 'AWS::SQS::Queue')],
  'AWS::SNS::TopicPolicy': [about('PolicyDocument', 'Topics', 'AWS::SNS::Topic')],
  'AWS::SNS::TopicInlinePolicy': [about('PolicyDocument', 'TopicArn', 'AWS::SNS::Topic')],
  'AWS::S3::BucketPolicy': [about('PolicyDocument', 'Bucket', 'AWS::S3::Bucket')],
  'AWS::S3::AccessPoint': [about('Policy', 'Bucket', 'AWS::S3::Bucket')],
  'AWS::KMS::Key': [own('KeyPolicy')],
  'AWS::KMS::ReplicaKey': [own('KeyPolicy')],
  'AWS::SecretsManager::ResourcePolicy': [about('ResourcePolicy', 'SecretId', 'AWS::SecretsManager::Secret')],
  'AWS::ECR::Repository': [own('RepositoryPolicyText')],
  'AWS::ECR::PublicRepository': [own('RepositoryPolicyText')],
  'AWS::ECR::RegistryPolicy': [{ kind: 'resource', document: ['PolicyText'] }],
  'AWS::ApiGateway::RestApi': [own('Policy'), own('Body', 'x-amazon-apigateway-policy')],
  'AWS::Events::EventBus': [own('Policy')],
  'AWS::Logs::ResourcePolicy': [{ kind: 'resource', document: ['PolicyDocument'] }],
  'AWS::Logs::Destination': [own('DestinationPolicy')],
  'AWS::OpenSearchService::Domain': [own('AccessPolicies')],
  'AWS::Elasticsearch::Domain': [own('AccessPolicies')],
  'AWS::DynamoDB::Table': [
    own('ResourcePolicy', 'PolicyDocument'),
    own('StreamSpecification', 'ResourcePolicy', 'PolicyDocument'),
  ],
  'AWS::DynamoDB::GlobalTable': [own('Replicas', '*', 'ResourcePolicy', 'PolicyDocument')],
  'AWS::Backup::BackupVault': [own('AccessPolicy')],
  'AWS::EFS::FileSystem': [own('FileSystemPolicy')],
  'AWS::EC2::VPCEndpoint': [own('PolicyDocument')],
  'AWS::Kinesis::ResourcePolicy': [about('ResourcePolicy', 'ResourceArn', 'AWS::Kinesis::Stream')],
  'AWS::MSK::ClusterPolicy': [about('Policy', 'ClusterArn', 'AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster')],
  'AWS::CodeArtifact::Domain': [own('PermissionsPolicyDocument')],
  'AWS::CodeArtifact::Repository': [own('PermissionsPolicyDocument')],
  'AWS::EventSchemas::RegistryPolicy': [about('Policy', 'RegistryName', 'AWS::EventSchemas::Registry')],
  'AWS::S3Tables::TableBucketPolicy': [about('ResourcePolicy', 'TableBucketARN', 'AWS::S3Tables::TableBucket')],
};

/** The statements of every carrier in the cloud, by the carrier's id. */
export const loweredByCarrier = once((cloud: Cloud): ReadonlyMap<string, Lowered> => {
  const found = new Map<string, Lowered>();
  for (const resource of cloud.resources) {
    const lowered = lower(cloud, resource);
    if (lowered) found.set(resource.id, lowered);
  }
  return found;
});

const byTarget = once((cloud: Cloud): ReadonlyMap<string, readonly Statement[]> => {
  const found = new Map<string, Statement[]>();
  for (const { statements } of loweredByCarrier(cloud).values()) {
    for (const statement of statements) {
      for (const target of statement.targets) {
        const same = found.get(target.id);
        if (same) same.push(statement);
        else found.set(target.id, [statement]);
      }
    }
  }
  return found;
});

/** Resource and trust statements on a target. */
export function policiesOn(cloud: Cloud, target: Resource): readonly Statement[] {
  return byTarget(cloud).get(target.id) ?? [];
}

function lower(cloud: Cloud, resource: Resource): Lowered | undefined {
  if (resource.isA('AWS::Lambda::Permission')) return lowerPermission(cloud, resource);
  if (resource.isA('AWS::Lambda::LayerVersionPermission')) return lowerLayerPermission(cloud, resource);
  if (resource.isA('AWS::Events::EventBusPolicy')) return lowerBusPolicy(cloud, resource);
  const places = PLACES[resource.type];
  if (!places) return undefined;
  return merge(
    places.flatMap((place) =>
      documents(resource.read([]), place.document).map((document) =>
        lowerDocument(document, { kind: place.kind, targets: targetsOf(cloud, resource, place) }),
      ),
    ),
  );
}

function documents(from: readonly Property<Json>[], path: readonly string[]): readonly Property<Json>[] {
  let current = from;
  for (const key of path) {
    current = current.flatMap((property) => {
      if (key !== '*') return property.at(key);
      return property.isUnknown ? [property] : property.items();
    });
  }
  return current;
}

function targetsOf(cloud: Cloud, resource: Resource, { target }: Place): readonly Resource[] {
  if (target === 'self') return [resource];
  if (target === undefined) return [];
  const named = resource.read(target.path).flatMap((property) => listIn(property, []));
  return unique(named.map((property) => resolve(cloud, property, ...target.types)));
}

function unique(resources: readonly (Resource | undefined)[]): readonly Resource[] {
  return [...new Set(resources.filter((resource) => resource !== undefined))];
}

/** How each property of a permission narrows it, as the statement that Lambda writes into the function's policy. */
const NARROWING: readonly (readonly [property: string, operator: string, key: string])[] = [
  ['SourceArn', 'ArnLike', 'aws:sourcearn'],
  ['SourceAccount', 'StringEquals', 'aws:sourceaccount'],
  ['PrincipalOrgID', 'StringEquals', 'aws:principalorgid'],
  ['OrganizationId', 'StringEquals', 'aws:principalorgid'],
  ['FunctionUrlAuthType', 'StringEquals', 'lambda:functionurlauthtype'],
  ['InvokedViaFunctionUrl', 'Bool', 'lambda:invokedviafunctionurl'],
  ['EventSourceToken', 'StringEquals', 'lambda:eventsourcetoken'],
];

/** Lambda's statement for a permission: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
function lowerPermission(cloud: Cloud, permission: Resource<'AWS::Lambda::Permission'>): Lowered {
  const functions = permission.read(['FunctionName']);
  const targets = unique(functions.map((name) => functionNamed(cloud, name)));
  return lowerFlat(permission, 'FunctionName', targets);
}

function lowerLayerPermission(cloud: Cloud, permission: Resource<'AWS::Lambda::LayerVersionPermission'>): Lowered {
  const layers = permission.read(['LayerVersionArn']);
  return lowerFlat(
    permission,
    'LayerVersionArn',
    unique(layers.map((layer) => resolve(cloud, layer, 'AWS::Lambda::LayerVersion'))),
  );
}

/** A statement whose parts are the resource's properties; each branch of what narrows it makes one statement. */
function lowerFlat(carrier: Resource, resourceKey: string, targets: readonly Resource[]): Lowered {
  return merge(
    branches<Json>(carrier, [], carrier.properties, carrier.when).map((root) => {
      if (root.isUnknown) return INCOMPLETE;
      const at = (key: string): readonly Property<Json>[] =>
        root.at(key).filter((property) => compatible(property.when, root.when));
      let variants: { readonly tests: readonly ConditionTest[]; readonly when: typeof root.when }[] = [
        { tests: [], when: root.when },
      ];
      for (const [key, operator, condition] of NARROWING) {
        variants = variants.flatMap((variant) =>
          at(key)
            .filter((property) => compatible(property.when, variant.when))
            .map((property) => ({
              tests: property.isAbsent
                ? variant.tests
                : [...variant.tests, { operator, key: condition, values: [property] }],
              when: both(variant.when, property.when),
            })),
        );
      }
      const statements = variants.map(({ tests, when }): Statement => {
        const actions = at('Action').flatMap((property) => listIn(property, when));
        const principals = at('Principal')
          .flatMap((property) => listIn(property, when))
          .map(principalOfPermission);
        return {
          effect: 'Allow',
          sid: undefined,
          kind: 'resource',
          actions,
          notActions: [],
          resources: at(resourceKey).flatMap((property) => listIn(property, when)),
          notResources: [],
          principals,
          notPrincipals: [],
          conditions: tests,
          complete: actions.every((action) => !action.isUnknown) && principals.every((one) => one.value !== undefined),
          carrier,
          targets,
          property: root,
          at: carrier.location,
          when,
        };
      });
      return { statements, complete: statements.every((statement) => statement.complete) };
    }),
  );
}

/** `s3.amazonaws.com` is a service; an account, an ARN or `*` is not. */
function principalOfPermission(property: Property): Statement['principals'][number] {
  const { text } = property;
  const service = text !== undefined && /\.amazonaws\.com(\.cn)?$|\.\$\{AWS::URLSuffix\}$/.test(text.toString());
  return principal(service ? 'service' : 'aws', property);
}

/**
 * An event bus policy: a whole statement in `Statement`, or the older flat form, which always allows `events:PutEvents`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html
 */
function lowerBusPolicy(cloud: Cloud, policy: Resource<'AWS::Events::EventBusPolicy'>): Lowered {
  const targets = unique(policy.at('EventBusName').map((name) => resolve(cloud, name, 'AWS::Events::EventBus')));
  return merge(
    policy.read(['Statement']).map((statement) => {
      if (!statement.isAbsent) return lowerStatement(statement, { kind: 'resource', targets });
      const flat = lowerFlat(policy, 'EventBusName', targets);
      const tests = policy.read(['Condition']).flatMap((condition) => organizationTest(condition));
      return {
        ...flat,
        statements: flat.statements.map((one) => ({ ...one, conditions: [...one.conditions, ...tests] })),
      };
    }),
  );
}

function organizationTest(condition: Property<Json>): readonly ConditionTest[] {
  if (condition.isAbsent) return [];
  const operator = condition.at('Type').find((type) => type.string !== undefined)?.string ?? 'StringEquals';
  const key = condition.at('Key').find((name) => name.string !== undefined)?.string ?? 'aws:PrincipalOrgID';
  return [{ operator, key: key.toLowerCase(), values: condition.at('Value') }];
}
