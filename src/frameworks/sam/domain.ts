import {
  asMap,
  get,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
} from '#frameworks/cloudformation/nodes';
import { type Row, row, same } from '#frameworks/cloudformation/rows';
import { digest, digestOf } from '#frameworks/sam/names';
import type { Declared, Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** How custom domains differ between REST and HTTP APIs. */
export interface DomainKind {
  readonly prefix: string;
  readonly type: string;
  readonly mapping: string;
  readonly mappingSuffix: string;
  readonly rest: boolean;
  /** What SAM says of the domain name. */
  readonly rows: readonly Row[];
}

export const REST_DOMAIN: DomainKind = {
  prefix: 'ApiGatewayDomainName',
  type: 'AWS::ApiGateway::DomainName',
  mapping: 'AWS::ApiGateway::BasePathMapping',
  mappingSuffix: 'BasePathMapping',
  rest: true,
  rows: same('SecurityPolicy MutualTlsAuthentication EndpointAccessMode Policy'),
};

export const HTTP_DOMAIN: DomainKind = {
  prefix: 'ApiGatewayDomainNameV2',
  type: 'AWS::ApiGatewayV2::DomainName',
  mapping: 'AWS::ApiGatewayV2::ApiMapping',
  mappingSuffix: 'ApiMapping',
  rest: false,
  rows: [...same('MutualTlsAuthentication'), row('SecurityPolicy', 'DomainNameConfigurations.0.SecurityPolicy')],
};

/** Lowers an API's `Domain` to the domain name, its base path mappings and DNS records. */
export function customDomain(
  declared: Declared,
  kind: DomainKind,
  attributes: readonly DataEntry[],
  scope: Scope,
): void {
  const written = asMap(get(declared.properties, 'Domain'));
  const domain = written && resolved(written, scope);
  const name = get(domain, 'DomainName');
  const certificate = get(domain, 'CertificateArn');
  if (!domain || !name || !certificate) return;
  const at = domain.span;
  const endpoint = get(domain, 'EndpointConfiguration');
  const endpointName = literal(endpoint) ?? 'REGIONAL';
  const isPrivate = kind.rest && endpointName === 'PRIVATE';
  const id = `${isPrivate ? 'ApiGatewayDomainNameV2' : kind.prefix}${digestOf(name)}`;
  const trust = get(domain, 'MutualTlsAuthentication');
  const optional = (key: string): DataNode | undefined => {
    const value = get(domain, key);
    return isTruthy(value) ? value : undefined;
  };
  const mutual: Plain | undefined =
    isTruthy(trust) && !isPrivate
      ? { TruststoreUri: get(trust, 'TruststoreUri'), TruststoreVersion: get(trust, 'TruststoreVersion') }
      : undefined;
  const properties: { readonly [key: string]: Plain | undefined } = kind.rest
    ? {
        DomainName: name,
        [endpointName === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn']: certificate,
        EndpointConfiguration: { Types: [endpoint ?? 'REGIONAL'], IpAddressType: optional('IpAddressType') },
        MutualTlsAuthentication: mutual,
        SecurityPolicy: optional('SecurityPolicy'),
        EndpointAccessMode: optional('EndpointAccessMode'),
        Policy: optional('Policy'),
        OwnershipVerificationCertificateArn: optional('OwnershipVerificationCertificateArn'),
      }
    : {
        DomainName: name,
        DomainNameConfigurations: [
          {
            CertificateArn: certificate,
            EndpointType: endpoint ?? 'REGIONAL',
            OwnershipVerificationCertificateArn: optional('OwnershipVerificationCertificateArn'),
            SecurityPolicy: optional('SecurityPolicy'),
          },
        ],
        MutualTlsAuthentication: mutual,
        Tags: {
          [declared.type === 'AWS::Serverless::HttpApi' ? 'httpapi:createdBy' : 'websocketapi:createdBy']: 'SAM',
        },
      };
  scope.generate(declared, id, isPrivate ? 'AWS::ApiGateway::DomainNameV2' : kind.type, properties, at, {
    attributes,
    ...(declared.madeFor === undefined
      ? { origin: { base: ['Resources', declared.id, 'Properties', 'Domain'], rows: kind.rows } }
      : {}),
  });
  scope.names.set(`${declared.id}.DomainName`, id);
  mapPaths(declared, domain, kind, isPrivate, id, attributes, scope);
  const access = get(domain, 'AccessAssociation', 'VpcEndpointId');
  if (isPrivate && access)
    scope.generate(
      declared,
      `DomainNameAccessAssociation${digest(id)}`,
      'AWS::ApiGateway::DomainNameAccessAssociation',
      { DomainNameArn: { Ref: id }, AccessAssociationSourceType: 'VPCE', AccessAssociationSource: access },
      at,
      { attributes },
    );
  addRecords(declared, domain, id, endpointName, attributes, scope);
}

function resolved(domain: MapNode, scope: Scope): MapNode {
  return {
    ...domain,
    entries: domain.entries.map((entry) => ({ ...entry, value: scope.resolve(entry.value) ?? entry.value })),
  };
}

function mapPaths(
  declared: Declared,
  domain: MapNode,
  kind: DomainKind,
  isPrivate: boolean,
  id: string,
  attributes: readonly DataEntry[],
  scope: Scope,
): void {
  const at = domain.span;
  const api: Plain = { Ref: declared.id };
  const stage: Plain = { Ref: scope.names.get(`${declared.id}.Stage`) ?? `${declared.id}.Stage` };
  const common: { readonly [key: string]: Plain } = kind.rest
    ? { [isPrivate ? 'DomainNameArn' : 'DomainName']: { Ref: id }, RestApiId: api, Stage: stage }
    : { DomainName: { Ref: id }, ApiId: api, Stage: stage };
  const type = isPrivate ? 'AWS::ApiGateway::BasePathMappingV2' : kind.mapping;
  const written = get(domain, 'BasePath');
  if (!isTruthy(written)) {
    scope.generate(declared, `${declared.id}${kind.mappingSuffix}`, type, common, at, { attributes });
    return;
  }
  const normalize = get(domain, 'NormalizeBasePath');
  for (const one of itemsOf(written)) {
    const path = literal(one) ?? '';
    const plain = path.replace(/[^\p{L}\p{N}]/gu, '');
    const name = `${declared.id}${kind.rest ? plain : path.replace(/[-_/]+/g, '')}${kind.mappingSuffix}`;
    const key: { readonly [key: string]: Plain } = kind.rest
      ? { BasePath: normalize === undefined || isTruthy(normalize) ? plain : path }
      : { ApiMappingKey: path.replace(/^\/+|\/+$/g, '') };
    scope.generate(declared, name, type, { ...common, ...key }, one.span, { attributes });
  }
}

function addRecords(
  declared: Declared,
  domain: MapNode,
  id: string,
  endpoint: string,
  attributes: readonly DataEntry[],
  scope: Scope,
): void {
  const route = asMap(get(domain, 'Route53'));
  const zone = get(route, 'HostedZoneId') ?? get(route, 'HostedZoneName');
  if (!route || !zone) return;
  const at = route.span;
  const target: Plain = {
    EvaluateTargetHealth: get(route, 'EvaluateTargetHealth'),
    ...(endpoint === 'REGIONAL'
      ? {
          HostedZoneId: { 'Fn::GetAtt': [id, 'RegionalHostedZoneId'] },
          DNSName: { 'Fn::GetAtt': [id, 'RegionalDomainName'] },
        }
      : endpoint === 'EDGE'
        ? {
            HostedZoneId: 'Z2FDTNDATAQYW2',
            DNSName: get(route, 'DistributionDomainName') ?? { 'Fn::GetAtt': [id, 'DistributionDomainName'] },
          }
        : { HostedZoneId: get(route, 'VpcEndpointHostedZoneId'), DNSName: get(route, 'VpcEndpointDomainName') }),
  };
  const record = (type: string): Plain => ({
    Name: get(domain, 'DomainName'),
    Type: type,
    AliasTarget: target,
    Region: get(route, 'Region'),
    SetIdentifier: get(route, 'SetIdentifier'),
  });
  const records = [record('A'), ...(isTrue(get(route, 'IpV6')) ? [record('AAAA')] : [])];
  const separate = isTrue(get(route, 'SeparateRecordSetGroup'));
  const groupId = `RecordSetGroup${separate ? digest(id) : digestOf(zone)}`;
  const before = itemsOf(get(scope.lowered.get(groupId)?.properties, 'RecordSets'));
  scope.generate(
    declared,
    groupId,
    'AWS::Route53::RecordSetGroup',
    mapOf(
      {
        HostedZoneId: get(route, 'HostedZoneId'),
        HostedZoneName: get(route, 'HostedZoneName'),
        RecordSets: [...before, ...records.map((one) => node(one, at))],
      },
      at,
    ),
    at,
    { attributes },
  );
}
