const { MongoClient, ObjectId } = require('mongodb');
const users = new MongoClient(process.env.MONGO_URL).db('shop').collection('users');

exports.handler = async (event) => {
  const { email, invitation } = JSON.parse(event.body);
  if (typeof invitation !== 'string') return { statusCode: 400 };
  const user = await users.findOne({ email: String(email), invitation });
  const inviter = await users.findOne({ _id: new ObjectId(event.pathParameters.id) });
  await users.countDocuments({ $where: `this.logins > ${Number(event.queryStringParameters.logins)}` });
  return { statusCode: user && inviter ? 200 : 401 };
};
