const { CognitoJwtVerifier } = require('aws-jwt-verify');

const verifier = CognitoJwtVerifier.create({
  userPoolId: process.env.USER_POOL_ID,
  clientId: process.env.CLIENT_ID,
  tokenUse: 'access',
});

const policy = (principalId, Effect, Resource) => ({
  principalId,
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] },
});

exports.handler = async (event) => {
  try {
    const { sub } = await verifier.verify(event.authorizationToken.replace(/^Bearer /, ''));
    return policy(sub, 'Allow', '*');
  } catch {
    return policy('nobody', 'Deny', event.methodArn);
  }
};
