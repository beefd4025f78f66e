const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDBClient({});

exports.handler = async (event, context) => {
  console.log('received', JSON.stringify({ request: context.awsRequestId, method: event.httpMethod, bytes: event.body.length }));
  const { sub } = event.requestContext.authorizer.claims;
  const { day } = JSON.parse(event.body);
  await db.send(
    new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: { patient: { S: sub }, day: { S: String(day) } } }),
  );
  return { statusCode: 201, body: '' };
};
