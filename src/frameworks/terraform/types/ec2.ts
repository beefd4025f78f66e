import type { Instance } from '#frameworks/terraform/instance';
import { fixed, mapData, refTo, TAGS } from '#frameworks/terraform/types/rows';
import {
  type Addition,
  block,
  companion,
  json,
  type LoweringScope,
  type MadeRow,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, isTrue, listOf, mapBranches, stringOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

type Direction = 'Ingress' | 'Egress';

/** Where each direction names the other side of a connection. */
const PEERS = {
  Ingress: { group: 'SourceSecurityGroupId', prefix: 'SourcePrefixListId' },
  Egress: { group: 'DestinationSecurityGroupId', prefix: 'DestinationPrefixListId' },
} as const;

/** The arguments of Terraform's that name other sides, and the property of each; one of CloudFormation's rules has one of them. */
function peers(direction: Direction): readonly (readonly [own: string, cfn: string])[] {
  return [
    ['cidr_blocks', 'CidrIp'],
    ['ipv6_cidr_blocks', 'CidrIpv6'],
    ['prefix_list_ids', PEERS[direction].prefix],
    ['security_groups', PEERS[direction].group],
    ['source_security_group_id', PEERS[direction].group],
  ];
}

/** One rule of a group for every address range and group that a rule of Terraform's names. */
function rules(rule: Value, direction: Direction, itself: Value): readonly ReadonlyMap<string, Value>[] {
  const ports = {
    Description: argumentOf(rule, 'description'),
    IpProtocol: protocolOf(argumentOf(rule, 'protocol')),
    FromPort: argumentOf(rule, 'from_port'),
    ToPort: argumentOf(rule, 'to_port'),
  };
  const sides = peers(direction).flatMap(([own, cfn]): (readonly [string, Value])[] => {
    const value = argumentOf(rule, own);
    if (!value) return [];
    return (listOf(value) ?? [oneOf(value)]).map((one) => [cfn, one] as const);
  });
  const own = argumentOf(rule, 'self');
  if (isTrue(own)) sides.push([PEERS[direction].group, itself]);
  return (sides.length > 0 ? sides : [undefined]).map((side) =>
    mapData({ ...ports, ...(side ? { [side[0]]: side[1] } : {}) }),
  );
}

/** The first of what a condition or a variable decides: a rule has one address range. */
function oneOf(value: Value): Value {
  return mapBranches(
    value,
    (one) => listOf(one)?.[0] ?? (Array.isArray(one.data) ? { kind: 'absent', at: one.at } : one),
  );
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html: `all` is Terraform's word for -1. */
function protocolOf(value: Value | undefined): Value | undefined {
  return value && mapBranches(value, (one) => (stringOf(one) === 'all' ? fixed('-1', one) : one));
}

function inGroup(own: string, cfn: string, direction: Direction): MadeRow {
  return made(cfn, (body, lowering, instance) => {
    const written = argumentOf(body, own);
    if (!written) return undefined;
    const items = listOf(written);
    if (!items) return written;
    return {
      kind: 'set',
      at: written.at,
      data: items.flatMap((item): readonly Value[] => {
        if (item.kind !== 'set') return [item];
        return rules(item, direction, refTo(instance, lowering, 'GroupId')).map((data) => ({
          kind: 'set',
          at: item.at,
          data,
        }));
      }),
    };
  });
}

/** A rule by itself. */
function single(instance: Instance, at: number): ReadonlyMap<string, Value> | undefined {
  const { body } = instance;
  const group = argumentOf(body, 'security_group_id');
  const all = rules(body, directionOf(instance), group ?? fixed('', instance));
  const found = all[at];
  return found && new Map([...found, ...(group ? [['GroupId', group] as const] : [])]);
}

function directionOf({ body }: Instance): Direction {
  return stringOf(argumentOf(body, 'type')) === 'egress' ? 'Egress' : 'Ingress';
}

const SINGLE_RULE: readonly Row[] = [
  'GroupId',
  'Description',
  'IpProtocol',
  'FromPort',
  'ToPort',
  'CidrIp',
  'CidrIpv6',
  ...Object.values(PEERS).flatMap(({ group, prefix }) => [group, prefix]),
].map((name) => made(name, (_body, _lowering, instance) => single(instance, 0)?.get(name)));

/** CloudFormation's rule has one address range: further ones are rules of their own. */
function* furtherRules(instance: Instance): Iterable<Addition> {
  for (let index = 1; ; index++) {
    const data = single(instance, index);
    if (!data) return;
    yield {
      suffix: String(index),
      type: `AWS::EC2::SecurityGroup${directionOf(instance)}`,
      properties: { kind: 'set', at: instance.at, data },
    };
  }
}

const RULE: readonly Row[] = [
  row('security_group_id', 'GroupId'),
  ...same('Description IpProtocol FromPort ToPort CidrIpv6'),
  row('cidr_ipv4', 'CidrIp'),
];

const ROUTE = [
  ...same('CarrierGatewayId CoreNetworkArn GatewayId LocalGatewayId NatGatewayId NetworkInterfaceId TransitGatewayId'),
  ...same('VpcEndpointId VpcPeeringConnectionId'),
];

function* routes(instance: Instance, lowering: LoweringScope): Iterable<Addition> {
  for (const [index, route] of (listOf(argumentOf(instance.body, 'route')) ?? []).entries()) {
    if (route.kind !== 'set') continue;
    const made = lowering.lowered(
      [row('cidr_block', 'DestinationCidrBlock'), row('ipv6_cidr_block', 'DestinationIpv6CidrBlock'), ...ROUTE],
      route,
      instance,
    );
    if (made.kind !== 'set' || !(made.data instanceof Map)) continue;
    const data = new Map([['RouteTableId', refTo(instance, lowering)], ...(made.data as ReadonlyMap<string, Value>)]);
    yield { suffix: `route[${index}]`, type: 'AWS::EC2::Route', properties: { ...made, data } };
  }
}

/** Networks: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group and others. */
export const ec2: readonly Table[] = [
  ...['aws_security_group', 'aws_default_security_group'].map((own) =>
    resource(
      own,
      'AWS::EC2::SecurityGroup',
      [
        row('name', 'GroupName'),
        row('description', 'GroupDescription'),
        ...same('VpcId'),
        inGroup('ingress', 'SecurityGroupIngress', 'Ingress'),
        inGroup('egress', 'SecurityGroupEgress', 'Egress'),
        ...TAGS,
      ],
      { attributes: { vpc_id: 'VpcId' } },
    ),
  ),
  resource('aws_security_group_rule', (instance) => `AWS::EC2::SecurityGroup${directionOf(instance)}`, SINGLE_RULE, {
    adds: furtherRules,
  }),
  resource('aws_vpc_security_group_ingress_rule', 'AWS::EC2::SecurityGroupIngress', [
    ...RULE,
    row('referenced_security_group_id', 'SourceSecurityGroupId'),
    row('prefix_list_id', 'SourcePrefixListId'),
  ]),
  resource('aws_vpc_security_group_egress_rule', 'AWS::EC2::SecurityGroupEgress', [
    ...RULE,
    row('referenced_security_group_id', 'DestinationSecurityGroupId'),
    row('prefix_list_id', 'DestinationPrefixListId'),
  ]),
  resource(
    'aws_vpc',
    'AWS::EC2::VPC',
    [
      ...same('CidrBlock EnableDnsHostnames EnableDnsSupport InstanceTenancy'),
      row('ipv4_ipam_pool_id', 'Ipv4IpamPoolId'),
      row('ipv4_netmask_length', 'Ipv4NetmaskLength'),
      ...TAGS,
    ],
    {
      attributes: {
        cidr_block: 'CidrBlock',
        default_security_group_id: 'DefaultSecurityGroup',
        default_network_acl_id: 'DefaultNetworkAcl',
      },
    },
  ),
  resource('aws_subnet', 'AWS::EC2::Subnet', [
    ...same('VpcId CidrBlock AvailabilityZone AvailabilityZoneId MapPublicIpOnLaunch AssignIpv6AddressOnCreation'),
    ...same('Ipv6CidrBlock'),
    ...TAGS,
  ]),
  resource(
    'aws_vpc_endpoint',
    'AWS::EC2::VPCEndpoint',
    [
      ...same('VpcId ServiceName VpcEndpointType PrivateDnsEnabled RouteTableIds SecurityGroupIds SubnetIds'),
      json('policy', 'PolicyDocument'),
    ],
    {},
  ),
  companion('aws_vpc_endpoint_policy', { types: ['aws_vpc_endpoint'], argument: 'vpc_endpoint_id' }, { as: 'merge' }, [
    json('policy', 'PolicyDocument'),
  ]),
  companion(
    'aws_vpc_endpoint_route_table_association',
    { types: ['aws_vpc_endpoint'], argument: 'vpc_endpoint_id' },
    { as: 'item', cfn: ['RouteTableIds'], own: 'route_table_id' },
    [],
  ),
  companion(
    'aws_vpc_endpoint_subnet_association',
    { types: ['aws_vpc_endpoint'], argument: 'vpc_endpoint_id' },
    { as: 'item', cfn: ['SubnetIds'], own: 'subnet_id' },
    [],
  ),
  companion(
    'aws_vpc_endpoint_security_group_association',
    { types: ['aws_vpc_endpoint'], argument: 'vpc_endpoint_id' },
    { as: 'item', cfn: ['SecurityGroupIds'], own: 'security_group_id' },
    [],
  ),
  resource('aws_nat_gateway', 'AWS::EC2::NatGateway', [...same('AllocationId SubnetId ConnectivityType'), ...TAGS]),
  resource('aws_eip', 'AWS::EC2::EIP', [...same('Domain'), row('instance', 'InstanceId'), ...TAGS], {
    attributes: { id: 'AllocationId', allocation_id: 'AllocationId', public_ip: 'Ref' },
  }),
  resource('aws_internet_gateway', 'AWS::EC2::InternetGateway', TAGS),
  resource('aws_internet_gateway_attachment', 'AWS::EC2::VPCGatewayAttachment', same('VpcId InternetGatewayId')),
  ...['aws_route_table', 'aws_default_route_table'].map((own) =>
    resource(own, 'AWS::EC2::RouteTable', [...same('VpcId'), ...TAGS], { adds: routes }),
  ),
  resource('aws_route', 'AWS::EC2::Route', [
    ...same('RouteTableId DestinationCidrBlock DestinationPrefixListId'),
    row('destination_ipv6_cidr_block', 'DestinationIpv6CidrBlock'),
    row('egress_only_gateway_id', 'EgressOnlyInternetGatewayId'),
    ...ROUTE,
  ]),
  resource('aws_route_table_association', 'AWS::EC2::SubnetRouteTableAssociation', same('RouteTableId SubnetId')),
  resource('aws_flow_log', 'AWS::EC2::FlowLog', [
    ...same('LogDestination LogDestinationType LogFormat MaxAggregationInterval TrafficType'),
    row('iam_role_arn', 'DeliverLogsPermissionArn'),
    made('ResourceId', (body) =>
      ['vpc_id', 'subnet_id', 'eni_id'].map((own) => argumentOf(body, own)).find((one) => one !== undefined),
    ),
  ]),
  resource(
    'aws_instance',
    'AWS::EC2::Instance',
    [
      row('ami', 'ImageId'),
      ...same('InstanceType AvailabilityZone EbsOptimized KeyName Monitoring SubnetId UserData IamInstanceProfile'),
      ...same('DisableApiTermination'),
      row('security_groups', 'SecurityGroups'),
      row('vpc_security_group_ids', 'SecurityGroupIds'),
      block('metadata_options', 'MetadataOptions', same('HttpEndpoint HttpTokens HttpPutResponseHopLimit')),
      ...TAGS,
    ],
    {
      attributes: {
        public_ip: 'PublicIp',
        private_ip: 'PrivateIp',
        public_dns: 'PublicDnsName',
        private_dns: 'PrivateDnsName',
      },
    },
  ),
];
