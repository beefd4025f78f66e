const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDBClient({});

exports.handler = async (event) => {
  try {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { id: { S: event.pathParameters.id } } }),
    );
    if (!Item) return { statusCode: 404, body: JSON.stringify({ message: 'No such quote' }) };
    return { statusCode: 200, body: JSON.stringify({ text: Item.text.S }) };
  } catch (error) {
    console.error(error);
    return {
      statusCode: 500,
      body: JSON.stringify({ message: error.message, stack: error.stack }),
    };
  }
};
