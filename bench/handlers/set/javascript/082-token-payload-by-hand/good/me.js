const { CognitoJwtVerifier } = require('aws-jwt-verify');

const verifier = CognitoJwtVerifier.create({ userPoolId: 'eu-west-1_a1b2c3d4e', tokenUse: 'id', clientId: '6k5v1example' });

const identity = (token) => verifier.verify(token);

exports.handler = async (event) => {
  const [, token] = (event.headers.Authorization ?? '').split(' ');
  try {
    const user = await identity(token);
    return { statusCode: 200, body: JSON.stringify({ id: user.sub, groups: user['cognito:groups'] ?? [] }) };
  } catch {
    return { statusCode: 401, body: '' };
  }
};
