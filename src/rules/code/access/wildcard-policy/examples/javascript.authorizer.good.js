import { CognitoJwtVerifier } from 'aws-jwt-verify';

const verifier = CognitoJwtVerifier.create({
  userPoolId: process.env.POOL,
  clientId: process.env.CLIENT,
  tokenUse: 'access',
});

export const handler = async (event) => {
  const { sub } = await verifier.verify(event.authorizationToken);
  const [arn, stage] = event.methodArn.split('/');
  return {
    principalId: sub,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${arn}/${stage}/*` },
        { Action: 'execute-api:Invoke', Effect: 'Deny', Resource: '*' },
      ],
    },
  };
};
