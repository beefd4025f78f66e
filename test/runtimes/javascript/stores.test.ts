import { describe } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';

const DDB = `const { DynamoDBClient, ExecuteStatementCommand, ScanCommand } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand, QueryCommand, GetCommand } = require('@aws-sdk/lib-dynamodb');
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
---
`;
const V2 =
  "const AWS = require('aws-sdk'); const db = new AWS.DynamoDB.DocumentClient(); const s3 = new AWS.S3();\n---\n";
const MONGO =
  "const { MongoClient } = require('mongodb'); const client = new MongoClient('mongodb://h');\n---\nconst users = client.db('a').collection('users');\n";

describe('stores', () => {
  cases([
    [
      `${DDB}await db.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM t WHERE id = '" + id + "'" }));`,
      'sql',
    ],
    [`${DDB}await db.send(new ExecuteStatementCommand({ Statement: 'SELECT ?', Parameters: [{ S: id }] }));`, ''],
    [`${DDB}await db.send(new ScanCommand({ TableName: 't', FilterExpression: 'a = ' + id }));`, 'dynamodb-expression'],
    [`${DDB}await db.send(new GetCommand({ TableName: 't', Key: { id } }));`, ''],
    [`${DDB}await db.send(new GetCommand({ TableName: name, Key: { id } }));`, 'cloud-resource'],
    [`${DDB}await db.send(new PutCommand({ TableName: 't', Item: body }));`, 'record'],
    [`${DDB}await db.send(new PutCommand({ TableName: 't', Item: { ...body, at: 1 } }));`, 'record'],
    [`${DDB}await db.send(new PutCommand({ TableName: 't', Item: { id: body.id, name: body.name } }));`, ''],
    [`${V2}await db.put({ TableName: 't', Item: body }).promise();`, 'record'],
    [`${V2}await db.query({ TableName: 't', KeyConditionExpression: 'id = ' + id }).promise();`, 'dynamodb-expression'],
    [
      `${V2}await db.query({ TableName: 't', KeyConditionExpression: 'id = :id', ExpressionAttributeValues: { ':id': id } }).promise();`,
      '',
    ],
    [
      `${V2}const got = await s3.getObject({ Bucket: process.env.B, Key: id }).promise(); return got.Body.toString();`,
      '',
    ],
    [`${V2}await s3.getObject({ Bucket: name, Key: id }).promise();`, 'cloud-resource'],
    [
      `const { RDSDataClient, ExecuteStatementCommand } = require('@aws-sdk/client-rds-data');\n---\nawait new RDSDataClient({}).send(new ExecuteStatementCommand({ sql: 'SELECT ' + id, resourceArn: 'a' }));`,
      'sql',
    ],
    [
      `const { AthenaClient, StartQueryExecutionCommand } = require('@aws-sdk/client-athena');\n---\nawait new AthenaClient({}).send(new StartQueryExecutionCommand({ QueryString: 'SELECT ' + id }));`,
      'sql',
    ],
    [`${MONGO}await users.findOne({ name: body.name });`, 'nosql'],
    [`${MONGO}await users.findOne({ name });`, ''],
    [
      `${MONGO}const made = new Map([['name', body.name]]); await users.findOne({ name: { $eq: made.get('name') } });`,
      '',
    ],
    [`${MONGO}await users.findOne({ name: { $not: body.name } });`, 'nosql'],
    [`${MONGO}await users.findOne({ name: body.name.toString() });`, ''],
    [`${MONGO}await users.findOne({ name: String(body.name) });`, ''],
    [`${MONGO}if (typeof body.name !== 'string') return; await users.findOne({ name: body.name });`, ''],
    [`${MONGO}await users.findOne({ $where: 'this.a == ' + id });`, 'code'],
    [`${MONGO}await users.insertOne(body);`, 'record'],
    [`${MONGO}const all = await users.find({}).toArray(); return all.find((one) => one.id === body.id);`, ''],
    [
      `const mongoose = require('mongoose'); const User = mongoose.model('User', new mongoose.Schema({}));\n---\nawait User.findOne({ name: body.name });`,
      'nosql',
    ],
    [`const Redis = require('ioredis'); const redis = new Redis();\n---\nawait redis.eval('return ' + id, 0);`, 'code'],
    [`const Redis = require('ioredis'); const redis = new Redis();\n---\nawait redis.get(id);`, ''],
  ]);
});

const FIRESTORE = "const { Firestore } = require('@google-cloud/firestore'); const store = new Firestore();\n---\n";
const ADMIN = "const admin = require('firebase-admin'); const store = admin.firestore();\n---\n";

describe('Firestore', () => {
  cases([
    [`${FIRESTORE}await store.collection('users').add(body);`, 'record'],
    [`${FIRESTORE}await store.collection('users').doc(id).set({ ...body, at: 1 }, { merge: true });`, 'record'],
    [`${FIRESTORE}await store.collection('users').add({ name: body.name });`, ''],
    [`${FIRESTORE}await store.collection(name).get();`, 'cloud-resource'],
    [`${FIRESTORE}await store.collection('users').doc(id).get();`, ''],
    [`${ADMIN}await store.collection('users').doc(id).update(body);`, 'record'],
    [`${ADMIN}await store.collection('users').where('name', '==', body.name).get();`, ''],
  ]);
});
