import { CognitoJwtVerifier } from 'aws-jwt-verify';

const verifier = CognitoJwtVerifier.create({
  userPoolId: process.env.POOL,
  clientId: process.env.CLIENT,
  tokenUse: 'access',
});

export const handler = async (event) => {
  const { sub } = await verifier.verify(event.authorizationToken);
  return {
    principalId: sub,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: '*' }], // expect
    },
  };
};
