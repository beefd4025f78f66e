const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDBClient({});

exports.handler = async (event, context) => {
  console.log('received', JSON.stringify(event, null, 2));
  const { sub } = event.requestContext.authorizer.claims;
  const { day } = JSON.parse(event.body);
  await db.send(
    new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: { patient: { S: sub }, day: { S: String(day) } } }),
  );
  return { statusCode: 201, body: '' };
};
