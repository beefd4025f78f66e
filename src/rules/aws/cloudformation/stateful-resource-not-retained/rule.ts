import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { isTransient } from '#model/transient';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
export const rule = defineRule({
  title: 'Data deleted together with the deployment',
  why: 'Renaming a resource in the code, a property that needs a replacement, or taking the application down deletes the resource, and with it the data or the users in it.',
  how: 'Set `DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain` beside `Type` (Terraform: `lifecycle { prevent_destroy = true }`; CDK: `removalPolicy`), or turn on the deletion protection of the service.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [14],
  cwe: [693],
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
  ],
  aliases: { 'cfn-lint': ['I3011'] },
  subject: [
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EFS::FileSystem',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
  ],
  *check(resource) {
    if (resource.when.length > 0 || resource.generatedBy !== undefined) return;
    const kept = PROTECTIONS.some((name) =>
      resource.read([name]).some((one) => one.isUnknown || one.isTrue || one.is('ACTIVE')),
    );
    const passes = resource.isA('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable') && isTransient(resource);
    const [policy] = resource.attribute('DeletionPolicy');
    if (kept || passes || !policy || !(policy.isAbsent || policy.is('Delete'))) return;
    if (DEFAULT_SNAPSHOT.has(resource.type) && policy.isAbsent) return;
    yield {
      at: resource,
      message: `Taking the application down, or a change that replaces ${code(resource.name)}, deletes it with everything in it.`,
      remedy: {
        title: 'Keep the data when the resource goes',
        // Who wrote that it is to be deleted may have meant it.
        applicability: policy.isAbsent ? 'safe' : 'unsafe',
        patches: [
          resource.setAttribute('DeletionPolicy', 'Retain'),
          resource.setAttribute('UpdateReplacePolicy', 'Retain'),
        ],
      },
    };
  },
});

const PROTECTIONS = ['DeletionProtection', 'DeletionProtectionEnabled'];

/** Their default is `Snapshot`, when it is not an instance of a cluster. */
const DEFAULT_SNAPSHOT = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);
