const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDBClient({});

async function save({ messageId, body }) {
  const { amount } = JSON.parse(body);
  const Item = { id: { S: messageId }, amount: { N: String(Number(amount)) } };
  await db.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
}

exports.handler = async (event) => {
  for (const record of event.Records) {
    try {
      await save(record);
    } catch (error) {
      console.error('message was not saved', record.messageId, error.name);
    }
  }
};
