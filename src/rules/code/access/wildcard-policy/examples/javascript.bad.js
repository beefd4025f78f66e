import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';

const iam = new IAMClient({});

export const handler = async (event) => {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:*', 'logs:PutLogEvents'],
        Resource: '*', // expect
      },
    ],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName: event.detail.role, PolicyName: 'data', PolicyDocument }));
};
