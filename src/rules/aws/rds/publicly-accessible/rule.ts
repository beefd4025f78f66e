import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html */
export const rule = defineRule({
  title: 'Database with an address on the internet',
  why: 'Anyone can reach the port of the database: passwords are tried without end, and the next hole in the engine is open to all.',
  how: 'Set `PubliclyAccessible: false` and reach the database from functions in its VPC or through the Data API.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [21],
  cwe: [284],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  aliases: { checkov: ['CKV_AWS_17'], trivy: ['AWS-0180'], cfn_nag: ['F22'], 'cdk-nag': ['RDSInstancePublicAccess'] },
  subject: 'AWS::RDS::DBInstance',
  *check(database) {
    for (const open of database.at('PubliclyAccessible')) {
      if (!open.isTrue || open.kind !== 'set') continue;
      yield {
        at: open,
        message: `${code(database.name)} gets an address that can be reached from the internet.`,
        remedy: { title: 'Take the database off the internet', applicability: 'unsafe', patches: [open.set(false)] },
      };
    }
  },
});
