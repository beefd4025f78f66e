import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';

/**
 * Whether CloudFront runs copies of a function at its locations: its role trusts `edgelambda.amazonaws.com`. There it has no
 * tracing, and logs to groups of another name in every region that it runs in.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-lambda-at-edge.html
 */
export function runsAtEdge(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>): boolean {
  const { role } = cloud.grants(fn);
  if (!role) return false;
  return cloud
    .policiesOn(role)
    .filter((statement) => statement.kind === 'trust' && statement.effect === 'Allow')
    .some((statement) => statement.principals.some(({ value }) => value === 'edgelambda.amazonaws.com'));
}
