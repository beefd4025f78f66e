import { describe, expect, it } from '@jest/globals';
import { handlersIn } from './run.js';

const template = (authorizer: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties: { Auth: { DefaultAuthorizer: Users, Authorizers: { Users: ${authorizer} } } }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: src/
      Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: "/a/{id}", Method: GET } } }
`;
const TOKENS =
  '{ IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: "https://a.example", audience: [a] } }';
const OWN =
  '{ AuthorizerPayloadFormatVersion: "2.0", FunctionArn: "arn:aws:lambda:eu-west-1:123456789012:function:auth" }';

const code = (inside: string) => `const { GetCommand, QueryCommand } = require('@aws-sdk/lib-dynamodb');
const pool = new (require('pg').Pool)();
exports.handler = async (event) => {
  const { id } = event.pathParameters;
  ${inside}
};
`;

async function found(inside: string, authorizer = TOKENS): Promise<string[]> {
  const files = { 'template.yaml': template(authorizer), 'src/app.js': code(inside) };
  const [handler] = await handlersIn(files);
  return (handler?.flows ?? []).filter(({ sink }) => sink === 'identity').map(({ source }) => source.text);
}

describe('records that the request alone chooses', () => {
  it.each([
    'new GetCommand({ Key: { id } });',
    "new QueryCommand({ ExpressionAttributeValues: { ':owner': id } });",
    "pool.query('SELECT a FROM b WHERE id = $1', [id]);",
  ])('are told: %s', async (inside) => {
    expect(await found(inside)).toEqual(['event.pathParameters.id']);
  });

  it.each([
    'new GetCommand({ Key: { id, owner: event.requestContext.authorizer.jwt.claims.sub } });',
    'const { sub } = event.requestContext.authorizer.jwt.claims; new GetCommand({ Key: { id } });',
    'check(event.headers.authorization); new GetCommand({ Key: { id } });',
    "require('./missing').allow(event); new GetCommand({ Key: { id } });",
    "require('auth-package').allow(event); new GetCommand({ Key: { id } });",
    "new GetCommand({ Key: { id: 'settings' } });",
    'new GetCommand({ Key: { id, part: unknown() } });',
    "pool.query('SELECT a FROM b ORDER BY c');",
    "pool.query('INSERT INTO b VALUES ($1)', [id]);",
  ])('are not where the caller is asked for, or may be: %s', async (inside) => {
    expect(await found(inside)).toEqual([]);
  });

  it('are not behind an authorizer that may have compared ids', async () => {
    expect(await found('new GetCommand({ Key: { id } });', OWN)).toEqual([]);
  });
});
