import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});
let email;

async function text(language) {
  const { Item } = await db.send(new GetItemCommand({ TableName: 'greetings', Key: { language: { S: language } } }));
  return Item.text.S;
}

export const handler = async (event) => {
  email ??= event.requestContext.authorizer.jwt.claims.email;
  return { statusCode: 200, body: JSON.stringify({ text: await text('en'), email }) };
};
