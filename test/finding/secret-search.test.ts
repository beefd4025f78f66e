import { describe, expect, it } from '@jest/globals';
import { Windows } from '#finding/search-windows';
import { MAX_SECRETS, type Secret, secretsIn } from '#finding/secret-search';
import { SourceFile } from '#source/file';
import { filled, privateKey, token } from './generated.js';

function search(path: string, text: string): readonly Secret[] {
  return secretsIn(new SourceFile(path, text)).secrets;
}

const found = (path: string, text: string): readonly string[] => search(path, text).map(({ format }) => format);

const LOW = '{{random:lower:32}}';

describe('secretsIn finds', () => {
  it.each([
    ['aws-access-token', 'deploy.sh', 'export AWS_ACCESS_KEY_ID=AKIA{{random:base32:16}}'],
    ['aws-secret-access-key', 'deploy.sh', 'export AWS_SECRET_ACCESS_KEY={{random:base64:40}}'],
    ['aws-secret-access-key', 'src/s3.ts', "new S3({ secretAccessKey: '{{random:base64:40}}' })"],
    ['aws-secret-access-key', '.aws/credentials', 'aws_secret_access_key = {{random:base64:40}}'],
    ['github-pat', 'README.md', 'curl -H "Authorization: token ghp_{{random:alphanumeric:36}}"'],
    ['github-fine-grained-pat', 'a.py', 'TOKEN = "github_pat_{{random:alphanumeric:22}}_{{random:alphanumeric:59}}"'],
    ['gitlab-pat', 'ci.yml', 'token: glpat-{{random:alphanumeric:20}}'],
    [
      'slack-webhook-url',
      'n.ts',
      "fetch('https://hooks.slack.com/services/T{{random:base32:9}}/B{{random:base32:10}}/{{random:alphanumeric:24}}')",
    ],
    [
      'slack-bot-token',
      'n.ts',
      "const t = 'xoxb-{{random:digits:12}}-{{random:digits:12}}-{{random:alphanumeric:24}}'",
    ],
    ['stripe-secret-key', 'pay.js', "stripe('sk_live_{{random:alphanumeric:40}}')"],
    ['stripe-test-key', 'pay.js', "stripe('sk_test_{{random:alphanumeric:40}}')"],
    ['sendgrid-api-token', 'mail.py', 'key = "SG.{{random:base64url:22}}.{{random:base64url:43}}"'],
    ['gcp-api-key', 'maps.js', "key: 'AIza{{random:base64url:35}}'"],
    ['google-oauth-client-secret', 'client.json', '{"client_secret": "GOCSPX-{{random:base64url:28}}"}'],
    ['npm-access-token', '.npmrc', '//registry.npmjs.org/:_authToken=npm_{{random:alphanumeric:36}}'],
    ['pypi-upload-token', '.pypirc', 'password = pypi-AgEIcHlwaS5vcmc{{random:base64url:70}}'],
    ['openai-api-key', 'ai.py', 'k = "sk-proj-{{random:base64url:74}}T3BlbkFJ{{random:base64url:74}}"'],
    ['anthropic-api-key', 'ai.py', 'k = "sk-ant-api03-{{random:base64url:93}}AA"'],
    [
      'azure-storage-account-key',
      'local.settings.json',
      '"Storage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={{random:base64:86}}==;EndpointSuffix=core.windows.net"',
    ],
    [
      'azure-shared-access-key',
      'bus.cs',
      'var c = "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey={{random:base64:43}}=";',
    ],
    [
      'azure-sas-signature',
      'blob.py',
      'URL = "https://shop.blob.core.windows.net/x?sv=2024-11-04&se=2030-01-01&sp=r&sig={{random:alphanumeric:43}}%3D"',
    ],
    ['azure-ad-client-secret', 'app.tfvars', 'client_secret = "abc8Q~{{random:alphanumeric:34}}"'],
    [
      'discord-webhook-url',
      'n.js',
      "post('https://discord.com/api/webhooks/{{random:digits:18}}/{{random:base64url:68}}')",
    ],
    ['telegram-bot-token', 'bot.py', 'TOKEN = "{{random:digits:10}}:AA{{random:base64url:33}}"'],
    ['docker-access-token', 'ci.sh', 'echo dckr_pat_{{random:base64url:27}} | docker login --password-stdin'],
    ['vault-token', 'vault.sh', 'export VAULT_TOKEN=hvs.{{random:base64url:95}}'],
    ['datadog-access-token', 'dd.yaml', 'datadog_app_key: {{random:lower:40}}'],
    [
      'url-password',
      'app.py',
      'DB = "postgresql://shop:{{random:alphanumeric:14}}@shop.abc.eu-central-1.rds.amazonaws.com/shop"',
    ],
    [
      'connection-string-password',
      'appsettings.json',
      '"Sql": "Server=tcp:shop.database.windows.net;User ID=shop;Password={{random:alphanumeric:14}};"',
    ],
    [
      'authorization-header',
      'call.sh',
      'curl -H "Authorization: Bearer {{random:alphanumeric:40}}" https://api.shop.io',
    ],
    ['assigned', '.env', `SESSION_SECRET=${LOW}`],
    ['assigned', 'prod.tfvars', `db_password = "Xy${LOW}"`],
    ['assigned', 'src/app.ts', `const apiKey: string = '${LOW}';`],
    ['assigned', 'src/App.java', `private static final String API_KEY = "${LOW}";`],
    ['assigned', 'main.go', `apiToken := "${LOW}"`],
    ['assigned', 'app.ipynb', `"api_token = '${LOW}'\\n",`],
    ['assigned', 'web.config', `<add key="ApiKey" value="${LOW}" />`],
    ['assigned', 'task.json', `{ "name": "API_TOKEN", "value": "${LOW}" }`],
    ['assigned', 'task.yaml', `- name: API_TOKEN\n  value: ${LOW}`],
    ['assigned', 'run.sh', `mysql --password ${LOW}`],
    ['assigned', 'settings.py', `SECRETS["api_token"] = "${LOW}"`],
  ])('%s in %s', (format, path, text) => {
    for (const seed of [1, 2, 3]) {
      const full = `# first line\n${filled(text, seed)}\nlast line\n`;
      const secrets = search(path, full);
      expect(secrets.map((one) => one.format)).toContain(format);
      const at = secrets.find((one) => one.format === format)?.at;
      expect(at && full.slice(at.span.start, at.span.end)).not.toMatch(/\s|['"]/);
    }
  });

  it('private keys over several lines and in one', () => {
    const pem = privateKey('RSA PRIVATE KEY');
    expect(found('deploy/id_rsa', `${pem}\n`)).toEqual(['private-key']);
    const json = JSON.stringify(
      { type: 'service_account', private_key: `${privateKey('PRIVATE KEY')}\n` },
      undefined,
      2,
    );
    expect(search('account.json', json)).toMatchObject([{ kind: 'Google service account key' }]);
    expect(found('k.yaml', `key: |\n  ${pem.replaceAll('\n', '\n  ')}\n`)).toEqual(['private-key']);
  });

  it('signed tokens, with their last day', () => {
    const jwt = token({ sub: 'orders', iss: 'https://login.shop.io', exp: 1_900_000_000 });
    expect(search('call.py', `TOKEN = "${jwt}"`)).toMatchObject([
      { format: 'jwt', until: '2030-03-17', name: 'TOKEN' },
    ]);
  });

  it('one secret in front of another, which is no name that may be told', () => {
    const secrets = search('keys.yaml', filled('keys:\n  AKIA{{random:base32:16}}: ghp_{{random:alphanumeric:36}}\n'));
    expect(secrets.map(({ format, name }) => [format, name])).toEqual([
      ['aws-access-token', undefined],
      ['github-pat', undefined],
    ]);
  });

  it('every secret of a file, up to a limit, and says that there are more', () => {
    const text = Array.from({ length: MAX_SECRETS + 5 }, (_, seed) =>
      filled('K=AKIA{{random:base32:16}}', seed + 1),
    ).join('\n');
    const { secrets, cut } = secretsIn(new SourceFile('keys.txt', text));
    expect(secrets).toHaveLength(MAX_SECRETS);
    expect(cut).toBe(true);
  });
});

describe('secretsIn is silent about', () => {
  it.each([
    [
      'the samples of documentation',
      'a.sh',
      'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ],
    ['the sample of jwt.io', 'a.ts', `'${token({ sub: '1234567890', name: 'John Doe', iat: 1_516_239_022 })}'`],
    ['a key that is meant to be public', 'a.ts', `'${token({ role: 'anon', iss: 'supabase', exp: 1_900_000_000 })}'`],
    [
      'the key of the storage emulator',
      'a.json',
      `AccountKey=Eby8vdM02x${'NOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq'}/K1SZFPTOtr/KBHBeksoGMGw==`,
    ],
    ['references', 'a.ts', "const password = process.env.DB_PASSWORD; const token = await getSecret('shop/token1');"],
    [
      'references in YAML',
      'a.yaml',
      'password: ${{ secrets.DB_PASSWORD }}\ntoken: !Ref ApiToken1\nsecret: "{{resolve:ssm-secure:/a/b1}}"',
    ],
    [
      'placeholders',
      '.env',
      'DB_PASSWORD=changeme123\nAPI_KEY=<your-api-key-1>\nTOKEN=xxxxxxxxxxxx1\nSECRET=$OTHER_SECRET1',
    ],
    [
      'names',
      '.env',
      'SECRET_NAME=shop/prod/key-1\nKEY_ARN=arn:aws:kms:eu-west-1:123456789012:key/1\nTOKEN_URL=https://a.io/token1',
    ],
    ['pages of results', 'a.py', 'next_token = "1w41l63U0xa8q7smH50vCxyTQqdxo69O3EmK28Bi5PcR"'],
    [
      'hashes and UUIDs',
      'a.ts',
      "const integrity = 'sha512-q7Lm2XvT9cRk4WbZ1nHs8YpD3fJg6AeU5tQx'; const token = '6b0b6f0e-1c5f-4a57-9f0e-7a5d3e1c2b4a';",
    ],
    ['databases on the same machine', 'a.env', 'DATABASE_URL=postgres://shop:q8Zr5Lm2Xv@localhost:5432/shop'],
    ['identifiers in code', 'a.py', 'password = user_password_2\ntoken = tokens[1]\nkey = self.api_key1'],
    ['tests', 'src/__tests__/login.test.ts', "const password = 'q8Zr5Lm2Xv9!';"],
    ['public keys', 'a.pem', privateKey('PUBLIC KEY')],
    ['keys behind a passphrase', 'a.pem', privateKey('ENCRYPTED PRIVATE KEY')],
    ['marks without a key', 'a.ts', "'-----BEGIN PRIVATE KEY-----' + body + '-----END PRIVATE KEY-----'"],
    [
      'what a program wrote in one line',
      'bundle.js',
      `${'a=1;'.repeat(500)}const apiKey="q8zr5lm2xv9kd03hf7";${'b=2;'.repeat(500)}`,
    ],
  ])('%s', (_, path, text) => {
    expect(search(path, text)).toEqual([]);
  });
});

describe('the time of a search', () => {
  it('is bounded: no format looks at a character twice, whatever the text', () => {
    for (const longest of [1, 40, 1000]) {
      const windows = new Windows<{ readonly longest: number }>();
      const format = { longest };
      for (let at = 0; at < 100_000; at += 7) windows.add(format, at);
      const [only] = [...windows.all()];
      const sum = (only?.spans ?? []).reduce((all, { start, end }) => all + end - start, 0);
      expect(sum).toBeLessThanOrEqual(100_000 + longest + 2);
    }
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['keywords', 'password'.repeat(120_000)],
    ['assignments', 'password=a"'.repeat(90_000)],
    ['vendors', 'datadog twitter okta discord adobe '.repeat(30_000)],
    ['a vendor and nearly a key', `${'twitter'.padEnd(30, '-')}="${'a1'.repeat(20)}`.repeat(13_000)],
    ['marks of keys', '-----BEGIN PRIVATE KEY-----\n'.repeat(36_000)],
    ['schemes', 'a://b:'.repeat(160_000)],
    ['tokens', 'eyJ'.repeat(330_000)],
    ['headers', 'authorization: bearer aaaaaaaaaaaaaaaaaaaaaaa'.repeat(22_000)],
    ['blanks', 'secret'.concat(' '.repeat(50)).repeat(18_000)],
  ])('is short for a megabyte of %s', (_, text) => {
    // Backtracking that multiplies would not come to an end before the test's own limit.
    expect(secretsIn(new SourceFile('hostile.env', text)).secrets.length).toBeLessThanOrEqual(MAX_SECRETS);
  });
});
