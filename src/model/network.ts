import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';

/**
 * Who can get as far as a security group: anyone on the `internet`; only the `network` that it is in and those joined to it,
 * because what it guards has no public address; `nobody`, because what it guards takes no connections. `unknown` when no
 * template shows what it guards.
 */
export type Doorstep = 'internet' | 'network' | 'nobody' | 'unknown';

/** What is never given a public address: each type's page on networking says so. */
const PRIVATE: ReadonlySet<string> = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::EC2::VPCEndpoint',
  'AWS::EFS::MountTarget',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::MemoryDB::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBProxy',
]);

/** What only opens connections: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html */
const CALLING: ReadonlySet<string> = new Set(['AWS::Lambda::Function', 'AWS::ApiGatewayV2::VpcLink']);

const RULES: ReadonlySet<string> = new Set([
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
]);

/** The widest of what the resources that a security group is put on are open to. */
export function doorstepOf(cloud: Cloud, group: Resource<'AWS::EC2::SecurityGroup'>): Doorstep {
  const guarded = cloud
    .referrers(group)
    .map(({ from }) => from)
    .filter(({ type }) => !RULES.has(type));
  if (guarded.length === 0) return 'unknown';
  if (guarded.every(({ type }) => CALLING.has(type))) return 'nobody';
  return guarded.every((one) => CALLING.has(one.type) || isPrivate(one)) ? 'network' : 'internet';
}

function isPrivate(resource: Resource): boolean {
  if (PRIVATE.has(resource.type)) return true;
  if (resource.isA('AWS::ElasticLoadBalancingV2::LoadBalancer')) {
    return resource.at('Scheme').every((scheme) => scheme.is('internal'));
  }
  // A cluster's instances say it; without the property it depends on the subnets.
  const instances = resource.isA('AWS::RDS::DBCluster')
    ? [...resource.stack.resources.values()].filter((one) => one.isA('AWS::RDS::DBInstance'))
    : resource.isA('AWS::RDS::DBInstance')
      ? [resource]
      : [];
  return instances.length > 0 && instances.every((one) => one.at('PubliclyAccessible').every((open) => open.isFalse));
}
