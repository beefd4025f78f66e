import { resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** Systems Manager: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter */
export const ssm: readonly Table[] = [
  resource(
    'aws_ssm_parameter',
    'AWS::SSM::Parameter',
    [
      ...same('Name Type Description Tier AllowedPattern DataType'),
      row('value', 'Value'),
      row('insecure_value', 'Value'),
    ],
    { attributes: { name: 'Ref' } },
  ),
];
