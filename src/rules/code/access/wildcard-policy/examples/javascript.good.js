import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';

const iam = new IAMClient({});

export const handler = async (event) => {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: `${process.env.BUCKET_ARN}/*` },
      { Effect: 'Allow', Action: 'ec2:DescribeRegions', Resource: '*' },
      { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/app': 'a' } } },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName: event.detail.role, PolicyName: 'data', PolicyDocument }));
};
