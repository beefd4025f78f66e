import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import type { APIGatewayRequestAuthorizerEvent, APIGatewayAuthorizerResult } from 'aws-lambda';
import jwt from 'jsonwebtoken';

const answer = (principalId: string, Effect: 'Allow' | 'Deny', Resource: string): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] },
});

export const handler = async (event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
  const token = event.headers?.authorization?.slice('Bearer '.length) ?? '';
  const key = (await getParameter(process.env.KEY_PARAMETER ?? '')) ?? '';
  try {
    const claims = jwt.verify(token, key, {
      algorithms: ['RS256'],
      audience: 'orders',
      issuer: 'https://auth.example.com',
    });
    return answer(String(claims.sub), 'Allow', event.methodArn);
  } catch {
    return answer('nobody', 'Deny', event.methodArn);
  }
};
