const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, ExecuteStatementCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

module.exports.handler = async (event) => {
  const warehouse = event.queryStringParameters?.warehouse ?? 'main';
  const { Items } = await documents.send(
    new ExecuteStatementCommand({
      Statement: 'SELECT sku, amount FROM "' + process.env.TABLE_NAME + '" WHERE warehouse = \'' + warehouse + "'",
      Limit: 100,
    }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
};
