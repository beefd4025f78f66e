import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** Off unless asked for: https://docs.aws.amazon.com/streams/latest/dg/server-side-encryption.html */
export const rule = defineRule({
  title: 'Stream stored without encryption',
  why: 'Unlike queues and buckets, a stream keeps its records in plain form unless encryption is asked for. Whoever gets at the storage reads up to a year of events.',
  how: 'Set `StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }`, or name a key of your own.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/streams/latest/dg/server-side-encryption.html'],
  aliases: {
    checkov: ['CKV_AWS_43'],
    kics: ['7f65be75', '5c6dd5e7'],
    trivy: ['AWS-0064'],
    'cdk-nag': ['KinesisDataStreamSSE'],
  },
  subject: 'AWS::Kinesis::Stream',
  *check(stream) {
    for (const encryption of stream.at('StreamEncryption')) {
      if (!encryption.isAbsent) continue;
      yield {
        at: encryption,
        message: `The records of ${code(stream.name)} are stored without encryption.`,
        remedy: {
          title: 'Encrypt the stream',
          applicability: 'unsafe',
          patches: [encryption.set({ EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' })],
        },
      };
    }
  },
});
