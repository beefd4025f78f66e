import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { doorstepOf } from '#model/network';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const rule = defineRule({
  title: 'Port open to the whole internet',
  why: 'Ports of databases, caches and administration are scanned within minutes. What answers there is one stolen or guessed password away from everybody.',
  how: 'Name the security group of the functions in `SourceSecurityGroupId`, or the address range that needs access in `CidrIp`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [21],
  cwe: [284],
  references: ['CIS AWS 3.0.0 5.2', 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  aliases: {
    checkov: ['CKV_AWS_24', 'CKV_AWS_25', 'CKV_AWS_260', 'CKV_AWS_277'],
    trivy: ['AWS-0107'],
    cfn_nag: ['W2', 'W9'],
    'cdk-nag': ['EC2RestrictedInbound', 'EC2RestrictedSSH'],
  },
  subject: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  *check(group, { cloud }) {
    const [owner] = group.isA('AWS::EC2::SecurityGroup')
      ? [group]
      : group.read(['GroupId']).flatMap((id) => cloud.resolve(id, 'AWS::EC2::SecurityGroup') ?? []);
    const doorstep = owner ? doorstepOf(cloud, owner) : 'unknown';
    // What only opens connections, as functions do, is behind no door.
    if (doorstep === 'nobody') return;
    const entries: readonly Property<Json>[] = group.isA('AWS::EC2::SecurityGroupIngress')
      ? group.read([])
      : group.read(['SecurityGroupIngress']).flatMap((list) => list.items());
    for (const entry of entries) {
      const address = [...entry.at('CidrIp'), ...entry.at('CidrIpv6')].find((one) => one.is('0.0.0.0/0', '::/0'));
      const [from] = entry.at('FromPort');
      const [to] = entry.at('ToPort');
      const all = entry.at('IpProtocol').some((protocol) => protocol.is('-1'));
      if (!address || (!all && (from?.number === undefined || to?.number === undefined))) continue;
      const low = all ? 0 : (from?.number ?? 0);
      const high = all ? 65_535 : (to?.number ?? 0);
      const exposed = SENSITIVE.filter(([port]) => port >= low && port <= high);
      const [first] = exposed;
      if (!first) continue;
      const what =
        exposed.length > 3 ? `ports ${low} to ${high}` : exposed.map(([port, name]) => `${name} (${port})`).join(', ');
      const unless = address.parameter ? ` unless ${code(address.parameter)} is set to something else` : '';
      yield {
        at: address,
        message:
          doorstep === 'network'
            ? `${code(group.name)} lets every address connect to ${what}: all that is in the network, or joined to it.`
            : `${code(group.name)} lets everybody on the internet connect to ${what}${unless}.`,
        severity: doorstep === 'network' ? 'low' : doorstep === 'internet' && !address.parameter ? 'high' : 'medium',
        confidence: doorstep === 'internet' && !address.parameter ? 'high' : 'medium',
      };
    }
  },
});

/** Ports behind which there is no login page made for strangers. */
const SENSITIVE: readonly (readonly [port: number, name: string])[] = [
  [22, 'SSH'],
  [445, 'SMB'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2049, 'NFS'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [3389, 'RDP'],
  [5432, 'PostgreSQL'],
  [5439, 'Redshift'],
  [6379, 'Redis'],
  [9092, 'Kafka'],
  [9200, 'OpenSearch'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
];
