import { execFileSync } from 'node:child_process';

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

const lookup = (host) => {
  if (!HOST.test(host)) throw new RangeError('not a host name');
  return execFileSync('dig', ['+short', '--', host], { encoding: 'utf8', timeout: 3000 });
};

export const handler = async (event) => {
  const host = event.queryStringParameters?.host ?? 'example.com';
  try {
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: lookup(host) };
  } catch {
    return { statusCode: 400, body: 'The name could not be looked up' };
  }
};
