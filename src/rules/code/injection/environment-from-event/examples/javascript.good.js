import { execFileSync } from 'node:child_process';

export const handler = async (event) => {
  const { locale } = event.queryStringParameters;
  process.env.LC_ALL = 'C';
  const out = execFileSync('/opt/bin/render', ['--locale', locale], { env: { PATH: '/opt/bin' } });
  return { statusCode: 200, body: out.toString() };
};
