function identity(token) {
  const payload = token.split('.')[1];
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

exports.handler = async (event) => {
  const [, token] = (event.headers.Authorization ?? '').split(' ');
  try {
    const user = await identity(token);
    return { statusCode: 200, body: JSON.stringify({ id: user.sub, groups: user['cognito:groups'] ?? [] }) };
  } catch {
    return { statusCode: 401, body: '' };
  }
};
