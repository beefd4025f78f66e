import type { Declarations, Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { listOf, mapBranches, stringOf, withData } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

const GROUP = 'aws_security_group.this';

/** Rules by the names that the module gives them; those of ports that rules ask for, and the web's. */
const NAMED: Readonly<Record<string, readonly [from: number, to: number, protocol: string]>> = {
  'all-all': [-1, -1, '-1'],
  'all-tcp': [0, 65_535, 'tcp'],
  'all-udp': [0, 65_535, 'udp'],
  'all-icmp': [-1, -1, 'icmp'],
  'elasticsearch-rest-tcp': [9200, 9200, 'tcp'],
  'etcd-client-tcp': [2379, 2379, 'tcp'],
  'http-80-tcp': [80, 80, 'tcp'],
  'http-8080-tcp': [8080, 8080, 'tcp'],
  'https-443-tcp': [443, 443, 'tcp'],
  'https-8443-tcp': [8443, 8443, 'tcp'],
  'kafka-broker-tcp': [9092, 9092, 'tcp'],
  'kafka-broker-tls-tcp': [9094, 9094, 'tcp'],
  'memcached-tcp': [11_211, 11_211, 'tcp'],
  'mongodb-27017-tcp': [27_017, 27_017, 'tcp'],
  'mssql-tcp': [1433, 1433, 'tcp'],
  'mysql-tcp': [3306, 3306, 'tcp'],
  'nfs-tcp': [2049, 2049, 'tcp'],
  'oracle-db-tcp': [1521, 1521, 'tcp'],
  'postgresql-tcp': [5432, 5432, 'tcp'],
  'rdp-tcp': [3389, 3389, 'tcp'],
  'redis-tcp': [6379, 6379, 'tcp'],
  'redshift-tcp': [5439, 5439, 'tcp'],
  'ssh-tcp': [22, 22, 'tcp'],
};

/** The inputs that hold rules as maps, and what each names. */
const LISTS: readonly (readonly [suffix: string, own: string])[] = [
  ['with_cidr_blocks', 'cidr_blocks'],
  ['with_ipv6_cidr_blocks', 'ipv6_cidr_blocks'],
  ['with_source_security_group_id', 'source_security_group_id'],
  ['with_self', 'self'],
];

/** https://registry.terraform.io/modules/terraform-aws-modules/security-group/aws (version 5) */
export const securityGroup: ModuleTable = {
  source: 'terraform-aws-modules/security-group/aws',
  defaults: {
    create: true,
    create_sg: true,
    egress_cidr_blocks: ['0.0.0.0/0'],
    egress_ipv6_cidr_blocks: ['::/0'],
  },
  declare: (module) => {
    const { inputs } = module;
    module.add(GROUP, inputs.when('create', 'create_sg'), inputs.same('name description vpc_id tags'));
    for (const direction of ['ingress', 'egress'] as const) {
      // What is only known after the plan goes by inputs of its own.
      for (const name of [direction, `computed_${direction}`] as const) {
        for (const [index, rule] of (listOf(inputs.get(`${name}_rules`)) ?? []).entries())
          add(module, direction, `${name}_rules`, index, {
            ...ports(stringOf(rule), rule),
            cidr_blocks: inputs.input(`${direction}_cidr_blocks`),
            ipv6_cidr_blocks: inputs.input(`${direction}_ipv6_cidr_blocks`),
          });
        for (const [suffix, own] of LISTS)
          for (const [index, rule] of inputs.items(`${name}_${suffix}`).entries())
            add(module, direction, `${name}_${suffix}`, index, {
              ...portsOf(rule),
              ...side(rule, own, inputs, direction),
            });
      }
    }
  },
  outputs: {
    security_group_id: `${GROUP} id`,
    security_group_arn: `${GROUP} arn`,
    security_group_name: `${GROUP} name`,
    security_group_vpc_id: `${GROUP} vpc_id`,
  },
};

function add(
  module: Declarations,
  direction: 'ingress' | 'egress',
  name: string,
  index: number,
  body: { readonly [name: string]: Spec },
): void {
  const group: Spec = module.inputs.has('security_group_id')
    ? module.inputs.input('security_group_id')
    : module.attribute(GROUP, 'id');
  module.add(
    `aws_security_group_rule.${name}`,
    module.inputs.when('create'),
    { type: direction, security_group_id: group, ...body },
    index,
  );
}

/** Address ranges of one rule are a text with commas. */
function side(
  rule: Inputs,
  own: string,
  inputs: Inputs,
  direction: 'ingress' | 'egress',
): { readonly [name: string]: Spec } {
  if (own === 'self') return { self: rule.get('self') ?? true };
  if (own === 'source_security_group_id') return { [own]: rule.input(own) };
  const ranges = rule.get(own);
  return { [own]: ranges ? mapBranches(ranges, split) : inputs.get(`${direction}_${own}`) };
}

function split(value: Parameters<Parameters<typeof mapBranches>[1]>[0]): Value {
  const text = stringOf(value);
  if (text === undefined) return { ...value, data: [value] };
  const ranges = text.split(',').map((range) => range.trim());
  return withData(
    value,
    ranges.filter((range) => range !== '').map((range): Value => ({ kind: 'set', at: value.at, data: range })),
  );
}

function portsOf(rule: Inputs): { readonly [name: string]: Spec } {
  const named = rule.get('rule');
  if (named) return { ...ports(stringOf(named), named), description: rule.input('description') };
  return rule.same('from_port to_port protocol description');
}

function ports(name: string | undefined, of: Value): { readonly [name: string]: Spec } {
  const found = name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (!found) {
    const unknown: Value = { kind: 'unknown', at: of.at, why: 'a rule that is known by its name only' };
    return { from_port: unknown, to_port: unknown, protocol: unknown };
  }
  const [from, to, protocol] = found;
  const set = (data: string | number): Value => ({ kind: 'set', at: of.at, data });
  return { from_port: set(from), to_port: set(to), protocol: set(protocol) };
}
