const { MongoClient } = require('mongodb');
const users = new MongoClient(process.env.MONGO_URL).db('shop').collection('users');

exports.handler = async (event) => {
  const { email, password } = JSON.parse(event.body);
  const user = await users.findOne({ email, password }); // expect
  await users.countDocuments({ $where: `this.email === '${event.queryStringParameters.email}'` }); // expect
  return { statusCode: user ? 200 : 401 };
};
