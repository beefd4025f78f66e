const ROLE = 'user\u202e';

export const handler = async () => ({ statusCode: 200, body: ROLE });
