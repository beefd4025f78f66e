import crypto from 'node:crypto';

export const handler = async (event) => {
  const { id, password } = JSON.parse(event.body);
  const stored = crypto.scryptSync(password, crypto.randomBytes(16), 64);
  const etag = crypto.createHash('md5').update(event.body).digest('hex');
  const partition = crypto.createHash('sha1').update(id).digest('hex').slice(0, 2);
  return { statusCode: 200, headers: { ETag: etag }, body: `${partition}${stored.length}` };
};
