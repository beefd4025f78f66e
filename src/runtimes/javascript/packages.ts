/** Packages that are another one under a name of their own, and the same API by another path. */
const ALIASES: Readonly<Record<string, string>> = {
  'fs/promises': 'fs',
  'fs-extra': 'fs',
  'graceful-fs': 'fs',
  'mysql2/promise': 'mysql2',
  'promise-mysql': 'mysql2',
  mysql: 'mysql2',
  'pg-pool': 'pg.Pool',
  '@neondatabase/serverless': 'pg',
  '@vercel/postgres': 'pg',
  'lodash-es': 'lodash',
  underscore: 'lodash',
  'aws-sdk/global': 'aws-sdk',
  'zod/v4': 'zod',
  'zod/v3': 'zod',
  'zod/mini': 'zod',
  '@hapi/joi': 'joi',
  'handlebars/dist/cjs/handlebars': 'handlebars',
  'playwright-core': 'playwright',
  'playwright-aws-lambda': 'playwright',
  'puppeteer-core': 'puppeteer',
  'puppeteer-extra': 'puppeteer',
  'request-promise': 'request',
  'request-promise-native': 'request',
  'isomorphic-fetch': 'node-fetch',
  'cross-fetch': 'node-fetch',
  'isomorphic-dompurify': 'dompurify',
};

/** The package that a path starts with: `@aws-sdk/client-s3` of `@aws-sdk/client-s3.S3Client().send`. */
export function packageOf(path: string): string {
  return /^(?:@[^/.(]{1,100}\/)?[^.(]{1,200}/.exec(path)?.[0] ?? path;
}

/** The name of what is called: `query` of `pg.Pool().query`; empty for what another call gave. */
export function nameOf(path: string): string {
  return path.endsWith(')') ? '' : path.slice(path.lastIndexOf('.') + 1);
}

/** A path as tables have it: default exports are the module, packages have one name, services of the AWS SDK one place. */
export function normal(path: string): string {
  const bare = path.includes('.default') ? path.replaceAll(/\.default(?=[.(]|$)/g, '') : path;
  const name = packageOf(bare);
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  const rest = bare.slice(name.length);
  if (known !== undefined) return `${known}${rest}`;
  if (name.startsWith('lodash/')) return `lodash.${name.slice('lodash/'.length).replace(/^fp\//, '')}${rest}`;
  if (name.startsWith('aws-sdk/clients/')) return `aws-sdk.${name.slice('aws-sdk/clients/'.length)}${rest}`;
  if (name === 'fs' && rest.startsWith('.promises')) return `fs${rest.slice('.promises'.length)}`;
  return bare;
}
