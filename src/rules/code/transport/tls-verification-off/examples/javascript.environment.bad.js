process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // expect

export const handler = async () => ({ statusCode: 204 });
