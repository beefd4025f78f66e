import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

/** A handler's file after the fix of what is told of one kind, and how often that is told then. */
async function rewritten(
  path: string,
  text: string,
  kind: string,
): Promise<{ readonly code: string; readonly left: number } | undefined> {
  const told = async (content: string) => {
    const [handler] = await handlersIn({ [path]: content });
    return handler?.observations.filter((one) => one.kind === kind) ?? [];
  };
  const [found] = await told(text);
  if (!found) throw new Error('nothing is told');
  if (!found.rewrite) return undefined;
  const code = applyEdits(new SourceFile(path, text), found.rewrite.edits).text;
  return { code, left: (await told(code)).length };
}

const compares = (head: string, mine: string): string => `${head}

export const handler = async (event) => {
  if (event.headers['x-key'] !== ${mine}) return { statusCode: 401 };
  return { statusCode: 200 };
};
`;

describe('a comparison in constant time', () => {
  it.each([
    [
      "import crypto from 'node:crypto';",
      "import crypto from 'node:crypto';\n",
      '!crypto.timingSafeEqual(crypto.createHash(',
    ],
    [
      "import { createHmac } from 'crypto';",
      "import { createHmac, createHash, timingSafeEqual } from 'crypto';\n",
      '!timingSafeEqual(createHash(',
    ],
    [
      "import {\n  createHash,\n} from 'crypto';",
      "import {\n  createHash, timingSafeEqual,\n} from 'crypto';",
      '!timingSafeEqual(createHash(',
    ],
    [
      "// a\nimport { a } from 'a';",
      "// a\nimport { createHash, timingSafeEqual } from 'crypto';\nimport { a } from 'a';\n",
      '!timingSafeEqual(createHash(',
    ],
    [
      "const { a } = require('node:a');",
      "const { createHash, timingSafeEqual } = require('node:crypto');\nconst { a }",
      '!timingSafeEqual(createHash(',
    ],
  ])('imports what it needs beside %s', async (head, imported, call) => {
    const found = await rewritten('src/app.mjs', compares(head, 'process.env.API_KEY'), 'variable-time-comparison');
    expect(found?.code).toContain(imported);
    expect(found?.code).toContain(`if (${call}`);
    expect(found?.left).toBe(0);
  });

  it.each([
    ['a name is taken', "import { createHmac } from 'crypto';\nconst timingSafeEqual = () => true;"],
    ['nothing shows how the file imports', ''],
  ])('is not offered where %s', async (_, head) => {
    expect(
      await rewritten('src/app.mjs', compares(head, 'process.env.API_KEY'), 'variable-time-comparison'),
    ).toBeUndefined();
  });

  it('takes a text that is one as it is', async () => {
    const found = await rewritten(
      'src/app.mjs',
      compares(
        "import crypto from 'crypto';",
        "`sha256=${crypto.createHmac('sha256', process.env.KEY).update(event.body).digest('hex')}`",
      ),
      'variable-time-comparison',
    );
    expect(found?.code).toContain("update(`sha256=${crypto.createHmac('sha256', process.env.KEY)");
    expect(found?.left).toBe(0);
  });

  it('imports hmac in Python', async () => {
    const text = `import os


def handler(event, context):
    if event["headers"]["x-key"] != os.environ["API_KEY"]:
        return {"statusCode": 401}
    return {"statusCode": 200}
`;
    const found = await rewritten('src/app.py', text, 'variable-time-comparison');
    expect(found?.code).toMatch(/^import hmac\nimport os\n/);
    expect(found?.code).toContain(
      'if not hmac.compare_digest(str(os.environ["API_KEY"]).encode(), str(event["headers"]["x-key"]).encode()):',
    );
    expect(found?.left).toBe(0);
  });
});

describe('certificates are verified again', () => {
  it.each([
    ["process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';"],
    ["process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0", "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 1"],
  ])('%s', async (line, wanted) => {
    const found = await rewritten(
      'src/app.mjs',
      `${line}\nexport const handler = async () => ({});\n`,
      'tls-verification-off',
    );
    expect(found?.code).toContain(`${wanted}\n`);
    expect(found?.left).toBe(0);
  });

  it.each([
    ['session = requests.Session()\nsession.verify = False', 'session.verify = True'],
    ['ssl._create_default_https_context = ssl._create_unverified_context', '= ssl.create_default_context\n'],
    ['pool = urllib3.PoolManager(cert_reqs="CERT_NONE")', 'cert_reqs="CERT_REQUIRED"'],
    ['pool = urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)', 'cert_reqs=ssl.CERT_REQUIRED'],
    ['NO = False\nclient = boto3.client("s3", verify=NO)', 'verify=True'],
  ])('%s', async (line, wanted) => {
    const text = `import ssl\nimport boto3\nimport requests\nimport urllib3\n${line}\n\ndef handler(event, context):\n    pass\n`;
    const found = await rewritten('src/app.py', text, 'tls-verification-off');
    expect(found?.code).toContain(wanted);
    expect(found?.left).toBe(0);
  });

  it('leaves what only goes together', async () => {
    const text =
      'import ssl\nctx = ssl.create_default_context()\nctx.check_hostname = False\nctx.verify_mode = ssl.CERT_NONE\n\ndef handler(event, context):\n    pass\n';
    expect(await rewritten('src/app.py', text, 'tls-verification-off')).toBeUndefined();
  });
});

it('gives aiohttp a time in its own words', async () => {
  const text = `import aiohttp

async def handler(event, context):
    async with aiohttp.ClientSession() as s:
        return await s.get("https://api.example.com", timeout=None)
`;
  const found = await rewritten('src/app.py', text, 'timeout-missing');
  expect(found?.code).toContain('timeout=aiohttp.ClientTimeout(total=5)');
  expect(found?.left).toBe(0);
});

it('loads plain data with js-yaml 3, and leaves schemas that somebody chose', async () => {
  const text = `import yaml from 'js-yaml';
export const handler = async (event) => {
  yaml.load(event.body);
  yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA });
};
`;
  const [handler] = await handlersIn({
    'src/app.mjs': text,
    'src/package.json': '{"dependencies":{"js-yaml":"^3.14.0"}}',
  });
  const flows = handler?.flows.filter(({ sink }) => sink === 'deserialization') ?? [];
  const [first] = flows;
  expect(flows.map(({ rewrite }) => rewrite !== undefined)).toEqual([true, false]);
  expect(applyEdits(new SourceFile('src/app.mjs', text), first?.rewrite?.edits ?? []).text).toContain(
    '  yaml.safeLoad(event.body);\n',
  );
});
