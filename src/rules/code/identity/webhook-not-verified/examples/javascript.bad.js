import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (event) => {
  const message = JSON.parse(event.body);
  if (message.type !== 'checkout.session.completed') return { statusCode: 204 };
  const Key = { id: message.data.object.client_reference_id };
  await documents.send(new UpdateCommand({ TableName: 'orders', Key, UpdateExpression: 'SET paid = :yes' })); // expect
  return { statusCode: 204 };
};
