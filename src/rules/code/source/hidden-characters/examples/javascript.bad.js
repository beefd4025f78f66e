const ROLE = 'user‮ ⁦// only for users⁩ ⁦'; // expect

export const handler = async () => ({ statusCode: 200, body: ROLE });
