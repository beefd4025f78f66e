import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});

export const handler = async (event) => {
  const secret = await client.send(new GetSecretValueCommand({ SecretId: 'orders' }));
  console.log(`connecting with ${secret.SecretString}`); // expect
  console.log('key', process.env.PARTNER_API_KEY); // expect
  console.log('token', event.headers.authorization); // expect
  console.log(process.env); // expect
  return { statusCode: 204 };
};
