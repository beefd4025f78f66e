import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});

export const handler = async (event) => {
  const secret = await client.send(new GetSecretValueCommand({ SecretId: process.env.SECRET_NAME }));
  console.log('connecting with version', secret.VersionId, process.env.SECRET_NAME, Boolean(process.env.PARTNER_API_KEY));
  console.log('connecting as', { ...JSON.parse(secret.SecretString), password: '***' });
  return { statusCode: event.headers.authorization ? 204 : 401 };
};
