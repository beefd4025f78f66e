import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { Failure } from '#cli/failure';
import { folderSnapshot } from '#cli/folder';
import { jsonReport } from '#cli/json';
import { markdownReport } from '#cli/markdown';
import { sarifReport } from '#cli/sarif';
import { scanFolder } from '#cli/scan-command';
import { textReport } from '#cli/terminal';
import { type Scratch, scratch, shop } from '#test/cli/repository';

const today = '2026-11-22';
const clock = (): number => 0;
const PASSWORD = 'Qm7vT2xLr9bW4n';

const QUEUE = `Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: orders.handler
      Runtime: nodejs22.x
      CodeUri: .
      FunctionUrlConfig:
        AuthType: NONE
Transform: AWS::Serverless-2016-10-31
`;

let folder: Scratch;
beforeEach(() => {
  folder = scratch();
});
afterEach(() => folder.dispose());

describe('leastwise scan', () => {
  it('says what the schema of its JSON says', async () => {
    folder.copy(join(shop, 'pull-request'));
    const { report } = await scanFolder(folder.path, today, clock);
    const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    const data: unknown = JSON.parse(jsonReport(report));
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect(report.findings.length).toBeGreaterThan(10);
  });

  it('tells in every format what could not be read', async () => {
    folder.write({ 'deep.yaml': `AWSTemplateFormatVersion: '2010-09-09'\nResources: ${'['.repeat(6000)}` });
    const { report } = await scanFolder(folder.path, today, clock);
    const texts = [jsonReport(report), sarifReport(report, '0', String), markdownReport(report, String)];
    for (const text of [...texts, textReport(report, { color: false })]) {
      expect(text).toContain('deep.yaml');
      expect(text).toContain('nests over 200 levels');
    }
  });

  it('shows a secret in no format', async () => {
    folder.copy(join(shop, 'pull-request'));
    const { report } = await scanFolder(folder.path, today, clock);
    expect(report.findings.map(({ finding }) => finding.rule.id)).toContain('aws/lambda/secret-in-environment');
    for (const text of [jsonReport(report), sarifReport(report, '0', String), textReport(report, { color: true })])
      expect(text).not.toContain(PASSWORD);
  });

  it('writes SARIF whose regions, rules and fingerprints hold together', async () => {
    folder.copy(join(shop, 'pull-request'));
    const { report } = await scanFolder(folder.path, today, clock);
    const log = JSON.parse(sarifReport(report, '1.2.3', (id) => `https://example.com/${id}`)) as Log;
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    const results = run?.results ?? [];
    expect(results).toHaveLength(report.findings.length);
    for (const result of results) {
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.partialFingerprints?.['leastwise/v1']).toMatch(/\S{8,}/);
      expect(result.locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
    }
    expect(new Set(results.map((result) => result.partialFingerprints?.['leastwise/v1'])).size).toBe(results.length);
  });

  it('reads names of files as they are into SARIF’s URIs', async () => {
    folder.write({ 'a b/100% #1?.yaml': QUEUE });
    const { report } = await scanFolder(folder.path, today, clock);
    const log = JSON.parse(sarifReport(report, '1', String)) as Log;
    expect(log.runs[0]?.artifacts?.[0]?.location?.uri).toBe('a%20b/100%25%20%231%3F.yaml');
  });

  it('does not count what is suppressed with a reason', async () => {
    const quiet = QUEUE.replace('NONE', 'NONE # leastwise-ignore aws/lambda/*: signed by the provider');
    folder.write({ 'template.yaml': quiet });
    const { report } = await scanFolder(folder.path, today, clock);
    const url = report.findings.find(({ finding }) => finding.rule.id === 'aws/lambda/function-url-requires-auth');
    expect(url?.verdict).toBe('suppressed');
    expect(textReport(report, { color: false })).not.toContain('without authentication');
  });

  it('names every mistake of a configuration with its line', async () => {
    folder.write({ 'template.yaml': QUEUE, '.github/leastwise.yml': 'failOn: high\nrulez: {}\nmaxComments: 99\n' });
    const failure = await scanFolder(folder.path, today, clock).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(String(failure)).toContain('.github/leastwise.yml:2');
    expect(String(failure)).toContain('.github/leastwise.yml:3');
  });

  it('does not follow links out of the folder, and says so', async () => {
    folder.write({ 'inside/template.yaml': QUEUE });
    symlinkSync('/etc/hostname', join(folder.path, 'inside/leak.yaml'));
    const found = await folderSnapshot(join(folder.path, 'inside')).read([
      'leak.yaml',
      'template.yaml',
      'missing.yaml',
    ]);
    expect(found.get('leak.yaml')).toMatchObject({ kind: 'skipped' });
    expect(found.get('template.yaml')).toMatchObject({ path: 'template.yaml' });
    expect(found.has('missing.yaml')).toBe(false);
  });

  it('leaves out what git ignores', async () => {
    folder.git('init', '-q');
    folder.write({ '.gitignore': 'build/\n', 'build/template.yaml': QUEUE, 'template.yaml': QUEUE });
    const { entries } = await folderSnapshot(folder.path).list();
    expect(entries.map(({ path }) => path).sort()).toEqual(['.gitignore', 'template.yaml']);
  });

  it('keeps control characters of a template out of the terminal', async () => {
    folder.write({ 'template.yaml': QUEUE.replace('Orders:', '"Ord\\u001b[2Jers":') });
    const { report } = await scanFolder(folder.path, today, clock);
    expect(textReport(report, { color: false })).not.toContain('\u001b');
  });
});
