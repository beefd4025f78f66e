import { TAGS } from '#frameworks/terraform/types/rows';
import { block, companion, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const OF_REPOSITORY = { types: ['aws_ecr_repository'], argument: 'repository', named: 'name' } as const;

/** ECR: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository and the pages beside it. */
export const ecr: readonly Table[] = [
  resource(
    'aws_ecr_repository',
    'AWS::ECR::Repository',
    [
      row('name', 'RepositoryName'),
      ...same('ImageTagMutability'),
      row('force_delete', 'EmptyOnDelete'),
      block('image_scanning_configuration', 'ImageScanningConfiguration', same('ScanOnPush')),
      block('encryption_configuration', 'EncryptionConfiguration', same('EncryptionType KmsKey')),
      ...TAGS,
    ],
    { attributes: { name: 'Ref', repository_url: 'RepositoryUri' } },
  ),
  companion('aws_ecr_repository_policy', OF_REPOSITORY, { as: 'merge' }, [json('policy', 'RepositoryPolicyText')]),
  companion('aws_ecr_lifecycle_policy', OF_REPOSITORY, { as: 'merge' }, [
    row('policy', 'LifecyclePolicy.LifecyclePolicyText'),
  ]),
  resource('aws_ecr_registry_policy', 'AWS::ECR::RegistryPolicy', [json('policy', 'PolicyText')]),
  resource('aws_ecrpublic_repository', 'AWS::ECR::PublicRepository', [row('repository_name', 'RepositoryName')], {
    attributes: { repository_name: 'Ref' },
  }),
  companion(
    'aws_ecrpublic_repository_policy',
    { types: ['aws_ecrpublic_repository'], argument: 'repository_name', named: 'repository_name' },
    { as: 'merge' },
    [json('policy', 'RepositoryPolicyText')],
  ),
];
