import { code } from '#finding/markdown';
import { defineCloudRule } from '#finding/rule';
import { secretKind } from '#finding/secret';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds */
export const rule = defineCloudRule({
  title: 'Secret written into the template',
  why: 'The value stands in the repository and its history, and in every copy of the deployed template, which many more people may read than the resource that it opens. Taking it out of the branch does not take it back.',
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
  aliases: { checkov: ['CKV_SECRET_6'], cfn_nag: ['F45', 'F51', 'F66', 'F68'], gitleaks: ['generic-api-key'] },
  *check(cloud) {
    for (const resource of cloud.resources) {
      for (const path of SECRETS[resource.type] ?? []) {
        for (const value of resource.read(path)) {
          const found = value.string === undefined ? undefined : secretIn(value.string, path.at(-1) ?? '');
          if (!found) continue;
          const within = found.entry === undefined ? '' : `${code(found.entry)} in `;
          const parameter = within === '' && value.parameter ? `the parameter ${code(value.parameter)}` : 'a parameter';
          const from = value.parameter ? ` as the default of ${parameter}` : '';
          yield {
            at: value,
            message: `${within}${code(path.join('.'))} of ${code(resource.name)} is written in plain text${from}. Rotate it: it is in the history now.`,
          };
        }
      }
    }
  },
});

/** What in a value is secret: the whole, or the entry of a JSON object. */
function secretIn(value: string, name: string): { readonly entry?: string } | undefined {
  const entries = entriesIn(value);
  if (!entries) return secretKind(`${name}_secret`, value) && {};
  const found = entries.find(
    ([key, one]) => SECRET_KEY.test(key) && !NAME_KEY.test(key) && secretKind(`${key}_secret`, one),
  );
  return found && { entry: found[0] };
}

/** The texts in a JSON object; undefined for what is none. */
function entriesIn(value: string): (readonly [string, string])[] | undefined {
  if (value.length > 4096 || !value.trimStart().startsWith('{')) return undefined;
  try {
    return Object.entries(JSON.parse(value) as object).flatMap(([key, one]) =>
      typeof one === 'string' ? [[key, one] as const] : [],
    );
  } catch {
    return undefined;
  }
}

const SECRET_KEY = /pass|pwd|secret|token|key|credential/i;
const NAME_KEY = /(?:id|name|arn|path|url|user)$/i;

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
