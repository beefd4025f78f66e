import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';

const cognito = new CognitoIdentityProviderClient({});

export async function check({ user, password }) {
  const AuthParameters = { USERNAME: String(user), PASSWORD: String(password) };
  try {
    await cognito.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: process.env.CLIENT_ID, AuthParameters }));
    return String(user);
  } catch (error) {
    if (error.name === 'NotAuthorizedException') return undefined;
    throw error;
  }
}
