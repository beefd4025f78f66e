import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (event) => {
  const { status } = event.queryStringParameters;
  const found = await documents.send(
    new ScanCommand({
      TableName: process.env.ORDERS,
      FilterExpression: `tenant = :tenant AND #status = ${status}`, // expect
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':tenant': event.requestContext.accountId },
    }),
  );
  const field = JSON.parse(event.body).field;
  await documents.send(
    new UpdateCommand({
      TableName: process.env.ORDERS,
      Key: { id: found.Items[0].id },
      UpdateExpression: 'SET ' + field + ' = :now', // expect
      ExpressionAttributeValues: { ':now': Date.now() },
    }),
  );
  return { statusCode: 200, body: JSON.stringify(found.Items) };
};
