import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { jsonReport } from '#cli/json';
import { markdownReport } from '#cli/markdown';
import { sarifReport } from '#cli/sarif';
import { scanFolder } from '#cli/scan-command';
import { textReport } from '#cli/terminal';
import { type Scratch, scratch } from '#test/cli/repository';
import { leaks, secretFiles } from '#test/finding/secret-files';

let folder: Scratch;
beforeEach(() => {
  folder = scratch();
});
afterEach(() => folder.dispose());

it.each([1, 2, 3])('finds a secret in every kind of file, and shows its value in no format (seed %s)', async (seed) => {
  const files = secretFiles(seed);
  folder.write(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const { report } = await scanFolder(folder.path, '2026-11-22', () => 0);
  const found = report.findings
    .filter(({ finding }) => finding.rule.cwe.includes(798))
    .map(({ finding: { at } }) => `${at.file.path}:${at.file.position(at.span.start).line}`);
  expect(found.sort()).toEqual(files.map(({ path, line }) => `${path}:${line}`).sort());
  const texts = [
    jsonReport(report),
    sarifReport(report, '0', String),
    markdownReport(report, String),
    textReport(report, { color: true }),
    textReport(report, { color: false }),
  ];
  for (const text of texts) expect(leaks(text, files)).toEqual([]);
});
