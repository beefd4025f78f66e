import { describe, expect, it } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { rules } from '#rules/catalogue.generated';
import { fixes } from '#scan/fix';
import { judge, scanChange } from '#scan/judge';
import type { ScanOptions } from '#scan/scan';
import { scan } from '#scan/scan';
import { isHonored, Suppressions } from '#scan/suppressions';
import { applyEdits } from '#source/edit';
import { linesOf } from '#source/file';
import { Grammars } from '#syntax/code/grammars';
import { snapshotOf } from '../source/memory.js';
import { optionsOf } from './scanning.js';

const TODAY = '2026-11-22';
const CODE = rules
  .filter(({ id }) => id.startsWith('code/'))
  .map((rule) => ({ ...rule, lifecycle: 'stable' as const }));

const grammars = new Grammars(grammarFiles);

function options(more: Partial<ScanOptions> = {}): ScanOptions {
  return optionsOf({ rules: CODE, grammars, ...more });
}

const template = (code: string, header = '|') => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/own
      Code:
        ZipFile: ${header}
${code
  .trimEnd()
  .split('\n')
  .map((line) => (line === '' ? '\n' : `          ${line}\n`))
  .join('')}  Url:
    Type: AWS::Lambda::Url
    Properties: { AuthType: NONE, TargetFunctionArn: !Ref Fn }
`;

const INSECURE = `import requests
def handler(event, context):
    requests.get('https://example.com', verify=False, timeout=3)
`;

/** The template after the fixes of all findings in its code, or undefined where there are none. */
async function fixed(text: string, path = 'template.yaml'): Promise<string | undefined> {
  const snapshot = snapshotOf({ [path]: text });
  const scanned = await scan(snapshot, options());
  expect(scanned.findings.map(({ rule }) => rule.id)).toContain('code/transport/tls-verification-off');
  const made = await fixes(scanned, snapshot, scanned.findings, options());
  const edits = [...made.values()].flatMap((fix) => fix.edits);
  const [root] = scanned.roots;
  return edits.length === 0 || !root ? undefined : applyEdits(root.stack.root, edits).text;
}

describe('a fix of code in a template', () => {
  it('is an edit of the template', async () => {
    const text = template(INSECURE);
    expect(await fixed(text)).toBe(text.replace('verify=False', 'verify=True'));
  });

  it('is one beside what Fn::Sub fills in', async () => {
    const text = template(INSECURE.replace('example.com', '${AWS::Region}.example.com'), '!Sub |');
    expect(await fixed(text)).toBe(text.replace('verify=False', 'verify=True'));
  });

  it('of several lines is indented like the block', async () => {
    const code = `exports.handler = async (event) => {
  const name = event.queryStringParameters.name;

  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: \`<p>\${name}</p>\` };
};
`;
    const text = template(code).replace('python3.13', 'nodejs22.x');
    const snapshot = snapshotOf({ 'template.yaml': text });
    const scanned = await scan(snapshot, options());
    const made = [...(await fixes(scanned, snapshot, scanned.findings, options())).values()];
    expect(made).toHaveLength(1);
    const [root] = scanned.roots;
    const after =
      root &&
      applyEdits(
        root.stack.root,
        made.flatMap((fix) => fix.edits),
      ).text.split('\n');
    expect(after?.filter((line) => line.includes('escapeHtml'))).toEqual([
      expect.stringMatching(/^ {12}return \{.*escapeHtml\(name\)/),
      '          function escapeHtml(value) {',
    ]);
    expect(after?.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it('is one of a heredoc', async () => {
    const text = `data "archive_file" "code" {
  type        = "zip"
  output_path = "code.zip"
  source {
    filename = "index.py"
    content  = <<-EOF
      ${INSECURE.replaceAll('\n', '\n      ').trimEnd()}
    EOF
  }
}

resource "aws_lambda_function" "fn" {
  function_name = "fn"
  role          = "arn:aws:iam::111122223333:role/own"
  handler       = "index.handler"
  runtime       = "python3.13"
  filename      = data.archive_file.code.output_path
}
`;
    expect(await fixed(text, 'main.tf')).toBe(text.replace('verify=False', 'verify=True'));
  });

  it('is none where the code is escaped', async () => {
    const text = template('x').replace(/ZipFile: \|\n.*\n/, `ZipFile: ${JSON.stringify(INSECURE)}\n`);
    expect(await fixed(text)).toBeUndefined();
  });
});

describe('a suppression in code in a template', () => {
  it.each(['# leastwise-ignore code/transport/tls-verification-off: a test', '# nosemgrep: bypass-tls-verification'])(
    '%s',
    async (comment) => {
      const text = template(INSECURE.replace('timeout=3)', `timeout=3)  ${comment}`));
      const { findings, suppressions, cloud } = await scan(snapshotOf({ 'template.yaml': text }), options());
      const index = new Suppressions(suppressions, cloud, TODAY);
      const found = findings.filter(({ rule }) => rule.id === 'code/transport/tls-verification-off');
      expect(found).toHaveLength(1);
      for (const finding of found) {
        const one = index.of(finding);
        expect(one && isHonored(one, TODAY)).toBe(true);
      }
    },
  );
});

describe('a change of the code in a template', () => {
  it('is judged at its line', async () => {
    const before = template(INSECURE.replace('verify=False, ', ''));
    const scans = await scanChange(
      snapshotOf({ 'template.yaml': template(INSECURE) }),
      snapshotOf({ 'template.yaml': before }),
      new Set(['template.yaml']),
      options(),
    );
    const { findings } = judge(scans.head, scans.base, { today: TODAY, accepted: new Set() });
    expect(
      findings
        .filter(({ verdict }) => verdict === 'introduced')
        .map(({ finding }) => `${finding.rule.id}:${linesOf(finding.at).start}`),
    ).toEqual(['code/transport/tls-verification-off:12']);
  });
});

describe('a secret in code in a template', () => {
  it('is told once', async () => {
    // Put together, so that nothing here looks like one.
    const key = ['AKIA', 'Q4ZVNTWX7RPLMB2K'].join('');
    const secret = ['wJ2lrXUtn9EMI', 'K7MDeNG', 'bPxRfiCYzT4qL8pKvW1'].join('/');
    const code = `import boto3
def handler(event, context):
    boto3.client('s3', aws_access_key_id='${key}', aws_secret_access_key='${secret}').list_buckets()
`;
    const own = rules.map((rule) => ({ ...rule, lifecycle: 'stable' as const }));
    const found = await scan(snapshotOf({ 'template.yaml': template(code) }), options({ rules: own }));
    const told = found.findings.filter(({ rule }) => rule.cwe.includes(798));
    expect(told.map(({ at }) => linesOf(at).start)).toEqual([12]);
  });
});
