import { describe, expect, it } from '@jest/globals';
import { frameworks } from '#frameworks/catalogue';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { fixes } from '#scan/fix';
import { type Scan, scan } from '#scan/scan';
import { isHonored } from '#scan/suppressions';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { snapshotOf } from '../source/memory.js';

const options = {
  rules,
  frameworks,
  config: DEFAULT_CONFIG,
  today: '2026-11-22',
  scope: 'everything',
} as const;

/** Rules and lines of the findings that a suppression covers, and of those that none does. */
function covered(result: Scan): { readonly open: string[]; readonly suppressed: string[] } {
  const name = (one: Scan['findings'][number]) => `${one.rule.id}:${one.at.file.position(one.at.span.start).line}`;
  const isCovered = (one: Scan['findings'][number]) =>
    result.suppressions.some((suppression) => {
      if (!isHonored(suppression, '2026-11-22') || !suppression.rules.includes(one.rule.id)) return false;
      if ('resource' in suppression.covers) return suppression.covers.resource === one.resource?.id;
      const line = one.at.file.position(one.at.span.start).line;
      return suppression.covers.lines.start <= line && line <= suppression.covers.lines.end;
    });
  return {
    open: result.findings.filter((one) => !isCovered(one)).map(name),
    suppressed: result.findings.filter(isCovered).map(name),
  };
}

const workflow = (uses: string) => `on: push
permissions: { id-token: write }
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
${uses}      - run: sam deploy
`;

describe('suppressions in workflows', () => {
  it.each([
    ['      - uses: shop/deploy@v1\n', false],
    ['      - uses: shop/deploy@v1 # zizmor: ignore[unpinned-uses] ours\n', true],
    ['      # zizmor: ignore[unpinned-uses,artipacked]\n      - uses: shop/deploy@v1\n', true],
    ['      - uses: shop/deploy@v1 # zizmor: ignore[artipacked]\n', false],
    ['      - uses: shop/deploy@v1 # leastwise-ignore github/actions/action-not-pinned: ours\n', true],
    ['      - uses: shop/deploy@v1 # leastwise-ignore github/actions/action-not-pinned\n', false],
  ])('%j', async (uses, suppressed) => {
    const result = covered(await scan(snapshotOf({ '.github/workflows/deploy.yml': workflow(uses) }), options));
    expect(result.suppressed.some((one) => one.startsWith('github/actions/action-not-pinned:'))).toBe(suppressed);
  });
});

describe('suppressions in Dockerfiles', () => {
  const FROM = 'FROM public.ecr.aws/lambda/python:latest';

  it.each([
    [`${FROM}\n`, false],
    [`# hadolint ignore=DL3007\n${FROM}\n`, true],
    [`# hadolint ignore=SC2086, DL3006\n${FROM}\n`, true],
    [`# hadolint ignore=DL3001\n${FROM}\n`, false],
    [`# hadolint global ignore=DL3007\n\n${FROM}\n`, true],
    [`${FROM}\n# checkov:skip=CKV_DOCKER_7:for tests\n`, true],
    [`# leastwise-ignore docker/image/floating-tag: for tests\n${FROM}\n`, true],
  ])('%j', async (text, suppressed) => {
    const result = covered(await scan(snapshotOf({ 'api/Dockerfile': text }), options));
    expect(result.suppressed).toEqual(
      suppressed ? [`docker/image/floating-tag:${text.split('\n').indexOf(FROM) + 1}`] : [],
    );
    expect(result.open.length > 0).toBe(!suppressed);
  });
});

describe('the files around the templates', () => {
  it('are left out where the configuration says so', async () => {
    const files = { '.github/workflows/deploy.yml': workflow('      - uses: shop/deploy@v1\n') };
    const config = { ...DEFAULT_CONFIG, ignore: ['.github/**'] };
    const stats = async (more: object) => (await scan(snapshotOf(files), { ...options, ...more })).stats;
    expect(await stats({ config })).toMatchObject({ files: 0, stacks: 0 });
    expect(await stats({})).toMatchObject({ files: 1, stacks: 0, resources: 1 });
  });

  it('are read when they changed, and not beside other changes', async () => {
    const files = {
      '.github/workflows/deploy.yml': workflow('      - uses: shop/deploy@v1\n'),
      Dockerfile: 'FROM public.ecr.aws/lambda/python:latest\n',
      'app.py': '',
    };
    const stacks = async (...paths: string[]) =>
      (await scan(snapshotOf(files), { ...options, scope: new Set(paths) })).cloud.stacks.map((stack) => stack.id);
    expect(await stacks('app.py')).toEqual([]);
    expect(await stacks('Dockerfile')).toEqual(['Dockerfile']);
    expect(await stacks('.github/workflows/deploy.yml')).toEqual(['.github/workflows/deploy.yml']);
  });

  it('are mended with the line breaks that they have', async () => {
    const text = `on: issues\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          echo a\n          echo "\${{ github.event.issue.title }}"\n          cdk deploy\n`;
    const files = { '.github/workflows/x.yml': text.replaceAll('\n', '\r\n') };
    const result = await scan(snapshotOf(files), options);
    const found = result.findings.filter((one) => one.rule.id === 'github/actions/script-injection');
    const made = [...(await fixes(result, snapshotOf(files), found, options)).values()];
    expect(made).toHaveLength(1);
    const edits = made.flatMap((fix) => fix.edits);
    const after = applyEdits(new SourceFile('.github/workflows/x.yml', files['.github/workflows/x.yml']), edits).text;
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after).toContain('          echo a\r\n          echo "${ISSUE_TITLE}"\r\n          cdk deploy\r\n');
    expect(after).toContain('ISSUE_TITLE: ${{ github.event.issue.title }}');
  });

  it('give findings that stay the same while a script changes around them', async () => {
    const script = (more: string) =>
      `on: issues\njobs:\n  x:\n    steps:\n      - name: say\n        run: |\n${more}          echo "\${{ github.event.issue.title }}"\n          cdk deploy\n`;
    const prints = async (more: string) =>
      (await scan(snapshotOf({ '.github/workflows/x.yml': script(more) }), options)).findings
        .filter((one) => one.rule.id === 'github/actions/script-injection')
        .map((one) => one.fingerprint);
    expect(await prints('')).toHaveLength(1);
    expect(await prints('          npm ci\n')).toEqual(await prints(''));
  });
});
