const { scryptSync, timingSafeEqual } = require('node:crypto');
const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDBClient({});

exports.handler = async (event) => {
  const key = { email: { S: event.userName } };
  const { Item } = await db.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: key }));
  if (!Item) throw new Error('Bad password');
  const given = scryptSync(event.request.password, Item.salt.B, 64);
  if (!timingSafeEqual(given, Buffer.from(Item.hash.B))) throw new Error('Bad password');
  event.response.userAttributes = { email: event.userName, email_verified: 'true' };
  event.response.finalUserStatus = 'CONFIRMED';
  return event;
};
