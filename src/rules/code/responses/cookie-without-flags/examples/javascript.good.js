import { randomUUID } from 'node:crypto';

export const handler = async () => ({
  statusCode: 200,
  headers: { 'Set-Cookie': `session=${randomUUID()}; Path=/; HttpOnly; Secure; SameSite=Lax` },
  cookies: ['theme=dark; Path=/'],
  body: '{}',
});
