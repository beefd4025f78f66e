import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose';

const db = new DynamoDBClient({});
const firehose = new FirehoseClient({});

function audit(entry) {
  const Data = Buffer.from(`${JSON.stringify(entry)}\n`);
  return firehose.send(new PutRecordCommand({ DeliveryStreamName: process.env.AUDIT_STREAM, Record: { Data } }));
}

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  await db.send(
    new UpdateItemCommand({
      TableName: process.env.TABLE_NAME,
      Key: { voter: { S: sub } },
      UpdateExpression: 'SET votes = :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
  await audit({ voter: sub, at: Date.now() });
  return { statusCode: 204 };
};
