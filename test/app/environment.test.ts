import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, readEnvironment } from '#app/environment';
import { manifest, privateKey } from '#test/app/harness';

const good = { APP_ID: '42', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'x'.repeat(16) };

function mistakes(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.mistakes;
  }
  return [];
}

describe('the environment', () => {
  it('needs three things, and says so in one sentence each', () => {
    expect(mistakes({})).toEqual([
      expect.stringMatching(/^APP_ID is missing/),
      expect.stringMatching(/^WEBHOOK_SECRET is missing/),
      expect.stringMatching(/^PRIVATE_KEY is missing/),
    ]);
    expect(readEnvironment(good)).toMatchObject({
      appId: 42,
      port: 3000,
      webUrl: 'https://github.com',
      redeliver: true,
    });
  });

  it.each([
    ['APP_ID', 'abc', /APP_ID must be the number|APP_ID is missing/],
    ['PORT', '70000', /PORT must be at most 65535/],
    ['CONCURRENCY', '0', /CONCURRENCY must be at least 1/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of/],
    ['REDELIVER', 'yes', /REDELIVER must be true or false/],
    ['WEBHOOK_SECRET', 'short', /at least 16 characters/],
    ['PRIVATE_KEY', 'no key', /not a private key/],
    ['GITHUB_API_URL', 'ftp://x', /GITHUB_API_URL must be a URL/],
  ])('refuses %s=%s', (name, value, sentence) => {
    expect(mistakes({ ...good, [name]: value })).toEqual([expect.stringMatching(sentence)]);
  });

  it('takes the key as it is, with escaped line breaks, in base64, or from a file; an empty variable is an absent one', () => {
    const path = join(tmpdir(), 'leastwise-test-key.pem');
    writeFileSync(path, privateKey);
    const forms = [
      { PRIVATE_KEY: privateKey },
      { PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') },
      { PRIVATE_KEY: Buffer.from(privateKey).toString('base64') },
      { PRIVATE_KEY: '', PRIVATE_KEY_PATH: path },
    ];
    for (const form of forms) expect(readEnvironment({ ...good, ...form, PORT: '' }).privateKey).toBe(privateKey);
    expect(mistakes({ ...good, PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/nowhere.pem' })[0]).toMatch(/cannot be read/);
  });

  it('knows GitHub Enterprise Server', () => {
    const environment = readEnvironment({ ...good, GITHUB_API_URL: 'https://git.example.com/api/v3/' });
    expect(environment).toMatchObject({
      apiUrl: 'https://git.example.com/api/v3',
      webUrl: 'https://git.example.com',
    });
  });

  it('is explained in .env.example, variable by variable', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const source = readFileSync(new URL('../../src/app/environment.ts', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name).sort();
    expect(listed).toEqual(read);
  });
});

describe('the manifests', () => {
  it('differ in contents: write only', () => {
    const least = manifest('app.yml');
    const generous = manifest('app.contents-write.yml');
    expect(generous.events).toEqual(least.events);
    expect(generous.permissions).toEqual({ ...least.permissions, contents: 'write' });
  });
});
