import { describe, expect, it } from '@jest/globals';
import { frameworks } from '#frameworks/catalogue';
import { terraform } from '#frameworks/terraform/index';
import { rules } from '#rules/catalogue.generated';
import type { Scan } from '#scan/scan';
import { isHonored, Suppressions } from '#scan/suppressions';
import { PUBLIC_URL, scanOfFiles } from './scanning.js';

const TODAY = '2026-11-22';

async function scanned(text: string, name = 'template.yaml', rule = PUBLIC_URL): Promise<Scan> {
  const lenses = frameworks.some((one) => one.names.includes('terraform')) ? frameworks : [...frameworks, terraform];
  return scanOfFiles({ [name]: text }, { rules: [rule], frameworks: lenses, today: TODAY });
}

/** Whether the one finding on a URL, or of another rule, is covered by a suppression that counts. */
async function suppressed(text: string, name?: string, rule = PUBLIC_URL): Promise<boolean> {
  const result = await scanned(text, name, rule);
  const found = result.findings.filter((finding) => finding.rule.id === rule.id);
  expect(found).toHaveLength(1);
  const index = new Suppressions(result.suppressions, result.cloud, TODAY);
  const [suppression] = found.map((finding) => index.of(finding));
  return suppression !== undefined && isHonored(suppression, TODAY);
}

const own = async (text: string) =>
  (await scanned(text)).findings.map((finding) => finding.rule.id).filter((id) => id.startsWith('leastwise/'));

interface Places {
  readonly aboveName?: string;
  readonly onName?: string;
  readonly above?: string;
  readonly on?: string;
  readonly inside?: string;
  readonly top?: string;
  readonly metadata?: string;
}

const template = ({
  aboveName = '',
  onName = '',
  above = '',
  on = '',
  inside = '',
  top = '',
  metadata = '',
}: Places) => `${top}
Resources:
  ${aboveName}
  Url: ${onName}
    Type: AWS::Lambda::Url
    ${metadata}
    Properties:
      ${above}
      AuthType: NONE ${on}
      TargetFunctionArn: fn ${inside}
`;

describe('our own comments', () => {
  const directive = '# leastwise-ignore test/lambda/public-url: the page is public by design';

  it.each(['aboveName', 'onName', 'above', 'on'] as const)('count when %s', async (place) => {
    expect(await suppressed(template({ [place]: directive }))).toBe(true);
    expect(await own(template({ [place]: directive }))).toEqual([]);
  });

  it('do not reach further than their line', async () => {
    expect(await suppressed(template({ inside: directive }))).toBe(false);
    expect(await own(template({ inside: directive }))).toEqual(['leastwise/suppression-unused']);
  });

  it('take several rules and globs', async () => {
    expect(await suppressed(template({ on: '# leastwise-ignore aws/x/y, test/lambda/*: fine' }))).toBe(true);
    expect(await suppressed(template({ on: '# leastwise-ignore aws/*: fine' }))).toBe(false);
  });

  it('need a reason', async () => {
    for (const text of ['# leastwise-ignore test/lambda/public-url', '# leastwise-ignore test/lambda/public-url: ']) {
      expect(await suppressed(template({ on: text }))).toBe(false);
      expect(await own(template({ on: text }))).toEqual(['leastwise/suppression-without-reason']);
    }
  });

  it.each([
    ['2026-11-22', true],
    ['2026-11-21', false],
    ['2027-02-30', false],
    ['soon', false],
    ['2027-3-1', false],
  ])('until %s: %s', async (date, counts) => {
    const text = template({ on: `# leastwise-ignore test/lambda/public-url: we migrate until ${date}` });
    expect(await suppressed(text)).toBe(counts);
    expect(await own(text)).toEqual(counts ? [] : ['leastwise/suppression-expired']);
  });

  it('are not what stands in a value', async () => {
    const text = template({ metadata: `Metadata: { note: "x#leastwise-ignore test/lambda/public-url: no" }` });
    expect((await scanned(text)).suppressions).toEqual([]);
  });

  it('that name no rule are said to be unused', async () => {
    const result = await scanned(template({ on: '# leastwise-ignore test/lambda/public-urls: fine' }));
    const unused = result.findings.find((finding) => finding.rule.id === 'leastwise/suppression-unused');
    expect(unused?.message).toContain('names no rule that runs');
  });
});

describe('our own Metadata', () => {
  it('works in YAML and JSON', async () => {
    const entry = '{ leastwise: { ignore: [{ rule: test/lambda/public-url, reason: by design }] } }';
    expect(await suppressed(template({ metadata: `Metadata: ${entry}` }))).toBe(true);
    const json = {
      Resources: {
        Url: {
          Type: 'AWS::Lambda::Url',
          Metadata: {
            leastwise: { ignore: [{ rule: 'test/lambda/public-url', reason: 'by design', until: '2026-12-01' }] },
          },
          Properties: { AuthType: 'NONE', TargetFunctionArn: 'fn' },
        },
      },
    };
    expect(await suppressed(JSON.stringify(json, undefined, 2), 'template.json')).toBe(true);
  });
});

describe('suppressions of peers', () => {
  const uuid = '9488c451-074e-4cd3-aee3-7db6104f542c';
  it.each<[string, Places, boolean]>([
    ['checkov in the resource', { inside: '# checkov:skip=CKV_AWS_258:by design' }, true],
    ['checkov without a reason', { inside: '#checkov:skip=CKV_AWS_258' }, true],
    ['checkov for another rule', { inside: '# checkov:skip=CKV_AWS_50:by design' }, false],
    ['checkov outside of the resource', { top: '# checkov:skip=CKV_AWS_258:by design' }, false],
    ['checkov Metadata', { metadata: 'Metadata: { checkov: { skip: [{ id: CKV_AWS_258, comment: x }] } }' }, true],
    ['trivy above the resource', { aboveName: '#trivy:ignore:AVD-AWS-0067' }, true],
    ['trivy on the line', { on: '# trivy:ignore:aws-0067' }, true],
    ['trivy, several', { above: '#trivy:ignore:AWS-0001 #trivy:ignore:AWS-0067' }, true],
    ['trivy, expired', { on: '#trivy:ignore:AWS-0067:exp:2026-01-01' }, false],
    ['trivy, not expired', { on: '#trivy:ignore:AWS-0067:exp:2027-01-01' }, true],
    ['trivy elsewhere', { inside: '#trivy:ignore:AWS-0067' }, false],
    ['kics ignore-line', { above: '# kics-scan ignore-line' }, true],
    ['kics ignore-block', { aboveName: '# kics-scan ignore-block' }, true],
    ['kics disable', { top: `# kics-scan disable=${uuid}` }, true],
    ['kics disable of another', { top: '# kics-scan disable=00000000-074e-4cd3-aee3-7db6104f542c' }, false],
    ['kics ignore', { top: '# kics-scan ignore' }, true],
    ['cfn_nag', { metadata: 'Metadata: { cfn_nag: { rules_to_suppress: [{ id: F13, reason: x }] } }' }, true],
    ['cfn_nag, another', { metadata: 'Metadata: { cfn_nag: { rules_to_suppress: [{ id: F1, reason: x }] } }' }, false],
    [
      'the pack AwsSolutions of cdk-nag',
      { metadata: 'Metadata: { cdk_nag: { rules_to_suppress: [{ id: AwsSolutions-IAM5, reason: x }] } }' },
      true,
    ],
    [
      'another of that pack',
      { metadata: 'Metadata: { cdk_nag: { rules_to_suppress: [{ id: AwsSolutions-IAM4, reason: x }] } }' },
      false,
    ],
    [
      'cdk-nag',
      {
        metadata:
          'Metadata: { cdk_nag: { rules_to_suppress: [{ id: HIPAA.Security-LambdaFunctionUrlAuth, reason: x }] } }',
      },
      true,
    ],
  ])('%s', async (_, places, expected) => {
    expect(await suppressed(template(places))).toBe(expected);
    expect(await own(template(places))).toEqual([]);
  });
});

describe('comments of Terraform', () => {
  const main = ({ aboveName = '', onName = '', above = '', on = '', inside = '', top = '' }: Places) =>
    [
      top,
      aboveName,
      `resource "aws_lambda_function_url" "u" { ${onName}`,
      `  ${above}`,
      `authorization_type = "NONE" ${on}`,
      `  function_name = "fn" ${inside}`,
      '}',
      '',
    ].join('\n');
  const reason = 'the page is public by design';

  it.each<[string, Places, boolean]>([
    ['ours above the block', { aboveName: `# leastwise-ignore test/lambda/public-url: ${reason}` }, true],
    ['ours behind the block header', { onName: `// leastwise-ignore test/lambda/public-url: ${reason}` }, true],
    ['ours above the argument', { above: `/* leastwise-ignore test/lambda/public-url: ${reason} */` }, true],
    ['ours behind the argument', { on: `# leastwise-ignore test/lambda/*: ${reason}` }, true],
    ['ours elsewhere', { inside: `# leastwise-ignore test/lambda/public-url: ${reason}` }, false],
    ['ours within quotes', { on: '', top: 'locals {\n  a = "# leastwise-ignore test/lambda/*: no"\n}' }, false],
    ['ours in a text block', { top: 'locals {\n  a = <<E\n# kics-scan ignore\nE\n}' }, false],
    ['checkov', { inside: '#checkov:skip=CKV_AWS_258:by design' }, true],
    ['checkov in a comment of several lines', { inside: '/*\n  checkov:skip=CKV_AWS_258:by design\n*/' }, true],
    ['tfsec by name', { onName: '#tfsec:ignore:aws-lambda-restrict-source-arn' }, true],
    ['tfsec, all', { aboveName: '#tfsec:ignore:*' }, true],
    ['tfsec, expired', { aboveName: '#tfsec:ignore:AWS-0067:exp:2020-01-01' }, false],
    ['trivy above the block', { aboveName: '#trivy:ignore:AVD-AWS-0067' }, true],
    ['trivy on the line', { on: '//trivy:ignore:aws-0067' }, true],
    ['trivy elsewhere', { inside: '#trivy:ignore:AVD-AWS-0067' }, false],
    ['kics ignore-line', { above: '# kics-scan ignore-line' }, true],
    ['kics ignore-block', { aboveName: '# kics-scan ignore-block' }, true],
    ['kics ignore', { top: '// kics-scan ignore' }, true],
  ])('%s', async (_, places, expected) => {
    expect(await suppressed(main(places), 'main.tf')).toBe(expected);
  });

  it.each([
    ['ours above it', '# leastwise-ignore aws/apigateway/requests-logged-in-full: a test stage', '', true],
    ['checkov within it', '', '#checkov:skip=CKV_AWS_276:a test stage', true],
    ['checkov above it', '#checkov:skip=CKV_AWS_276:a test stage', '', false],
  ])('count in a block that is a part of a resource of another block: %s', async (_, above, within, expected) => {
    const text = `
resource "aws_api_gateway_stage" "live" {
  rest_api_id = "a1b2c3"
  stage_name  = "live"
}
${above}
resource "aws_api_gateway_method_settings" "all" {
  ${within}
  rest_api_id = "a1b2c3"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    logging_level      = "INFO"
    data_trace_enabled = true
  }
}
`;
    const rule = rules.find(({ id }) => id === 'aws/apigateway/requests-logged-in-full');
    expect(await suppressed(text, 'main.tf', rule)).toBe(expected);
  });
});

describe('the identity of a suppression', () => {
  const identity = async (text: string) => (await scanned(text)).suppressions.map((one) => one.fingerprint);
  const text = template({ on: '# leastwise-ignore test/lambda/public-url: fine' });

  it('has no line numbers and no reason in it', async () => {
    const one = await identity(text);
    expect(await identity(`# moved\n\n${text}`)).toEqual(one);
    expect(await identity(text.replace(': fine', ': really fine'))).toEqual(one);
  });

  it('is another for another date, another rule, another value, another resource', async () => {
    const [one] = await identity(text);
    expect(await identity(text.replace(': fine', ': fine until 2027-01-01'))).not.toContain(one);
    expect(await identity(text.replace('public-url', '*'))).not.toContain(one);
    expect(await identity(text.replace('NONE', 'None'))).not.toContain(one);
    expect(await identity(text.replace('  Url:', '  Url2:'))).not.toContain(one);
  });
});
