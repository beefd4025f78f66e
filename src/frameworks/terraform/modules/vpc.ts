import type { ModuleTable } from '#frameworks/terraform/modules/declarations';

const VPC = 'aws_vpc.this';

/** https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws: the network; its subnets are told by their outputs only. */
export const vpc: ModuleTable = {
  source: 'terraform-aws-modules/vpc/aws',
  defaults: { create_vpc: true, cidr: '10.0.0.0/16', enable_dns_hostnames: true, enable_dns_support: true },
  declare: (module) => {
    const { inputs } = module;
    module.add(VPC, inputs.when('create_vpc'), {
      cidr_block: inputs.input('cidr'),
      ...inputs.same('enable_dns_hostnames enable_dns_support instance_tenancy tags'),
    });
  },
  outputs: {
    vpc_id: `${VPC} id`,
    vpc_arn: `${VPC} arn`,
    vpc_cidr_block: `${VPC} cidr_block`,
    default_security_group_id: `${VPC} default_security_group_id`,
  },
};
