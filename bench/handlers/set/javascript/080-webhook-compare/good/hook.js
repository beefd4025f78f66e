const { createHmac, timingSafeEqual } = require('node:crypto');
const { getSecret } = require('@aws-lambda-powertools/parameters/secrets');

async function isGenuine(body, given = '') {
  const key = await getSecret(process.env.HOOK_SECRET_ARN, { maxAge: 300 });
  const expected = createHmac('sha256', key).update(body).digest('hex');
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

exports.handler = async (event) => {
  if (!(await isGenuine(event.body, event.headers['x-signature']))) return { statusCode: 401 };
  return { statusCode: 204 };
};
