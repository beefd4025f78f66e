import { code } from '#finding/markdown';
import { defineCloudRule } from '#finding/rule';
import { secretKind } from '#finding/secret';
import type { Property } from '#model/property';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds */
export const rule = defineCloudRule({
  title: 'Secret written into the template',
  why: 'The value stands in the repository and its history, and in every copy of the deployed template, which many more people may read than the resource that it opens. Rotate it first: taking it out of the branch does not take it back.',
  how: 'Let Secrets Manager make the value (`GenerateSecretString`, `ManageMasterUserPassword`) or resolve it at deployment with `{{resolve:secretsmanager:…}}`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8],
  cwe: [798, 312],
  references: [
    'OWASP SAS-7',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds',
  ],
  aliases: { checkov: ['CKV_SECRET_6'], cfn_nag: ['F45', 'F51', 'F66', 'F68'] },
  *check(cloud) {
    for (const resource of cloud.resources) {
      for (const path of SECRETS[resource.type] ?? []) {
        for (const value of resource.read(path)) {
          const kind = value.string === undefined ? undefined : secretIn(value, path.at(-1) ?? '');
          if (!kind) continue;
          const from = value.parameter ? ` as the default of the parameter ${code(value.parameter)}` : '';
          yield {
            at: value,
            message: `${code(path.join('.'))} of ${code(resource.logicalId)} is written in plain text${from}. Rotate it: it is in the history now.`,
          };
        }
      }
    }
  },
});

function secretIn(value: Property, name: string): boolean {
  return secretKind(`${name}_secret`, value.string ?? '') !== undefined;
}

/** Properties that are secrets by their meaning, whatever they are called. */
const SECRETS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::Amplify::App': [['AccessToken'], ['OauthToken'], ['BasicAuthConfig', 'Password']],
  'AWS::CodeBuild::SourceCredential': [['Token']],
  'AWS::Cognito::UserPoolIdentityProvider': [['ProviderDetails', 'client_secret']],
  'AWS::DMS::Endpoint': [['Password']],
  'AWS::DirectoryService::MicrosoftAD': [['Password']],
  'AWS::DocDB::DBCluster': [['MasterUserPassword']],
  'AWS::ElastiCache::ReplicationGroup': [['AuthToken']],
  'AWS::IAM::User': [['LoginProfile', 'Password']],
  'AWS::Neptune::DBCluster': [['MasterUserPassword']],
  'AWS::RDS::DBCluster': [['MasterUserPassword']],
  'AWS::RDS::DBInstance': [['MasterUserPassword']],
  'AWS::Redshift::Cluster': [['MasterUserPassword']],
  'AWS::RedshiftServerless::Namespace': [['AdminUserPassword']],
  'AWS::SecretsManager::Secret': [['SecretString']],
};
