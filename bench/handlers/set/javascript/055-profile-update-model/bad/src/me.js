import Joi from 'joi';
import mongoose from 'mongoose';
import { User } from './user.js';

const schema = Joi.object({ displayName: Joi.string().max(60) }).unknown(true);
await mongoose.connect(`mongodb+srv://${process.env.MONGO_HOST}/accounts`, { serverSelectionTimeoutMS: 3000 });

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.claims;
  const { value, error } = schema.validate(JSON.parse(event.body));
  if (error) return { statusCode: 400, body: JSON.stringify({ message: 'Not a profile' }) };
  const user = await User.findOneAndUpdate({ sub }, value, { new: true });
  return { statusCode: 200, body: JSON.stringify({ displayName: user.displayName }) };
};
