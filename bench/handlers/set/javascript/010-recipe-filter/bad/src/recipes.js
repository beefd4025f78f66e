const mongoose = require('mongoose');
const Recipe = require('./models/recipe');

let ready;
const connect = () => {
  ready ??= mongoose.connect(`mongodb+srv://${process.env.MONGO_HOST}/kitchen`, { serverSelectionTimeoutMS: 3000 });
  return ready;
};

module.exports.handler = async (event) => {
  await connect();
  const filter = JSON.parse(event.body ?? '{}');
  const recipes = await Recipe.find(filter).limit(50).lean();
  return { statusCode: 200, body: JSON.stringify(recipes) };
};
