const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');
const { scryptSync, timingSafeEqual } = require('node:crypto');

const db = new DynamoDBClient({});

exports.handler = async (event) => {
  const { user, password } = JSON.parse(event.body);
  const { Item } = await db.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { user: { S: String(user) } } }));
  const salt = Item ? Item.salt.B : Buffer.alloc(16);
  const given = scryptSync(String(password), salt, 64);
  if (!Item || !timingSafeEqual(given, Item.hash.B)) {
    console.log('Failed login of ' + JSON.stringify(String(user).slice(0, 64)));
    return { statusCode: 401, body: JSON.stringify({ message: 'Wrong name or password' }) };
  }
  return { statusCode: 204 };
};
