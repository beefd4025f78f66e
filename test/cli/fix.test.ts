import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Fixed, fixFolder } from '#cli/fix-command';

const folder = mkdtempSync(join(tmpdir(), 'leastwise-fix-'));
const path = join(folder, 'template.yaml');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

// Both the data's protections and its backups start from a resource that has nothing but a type.
const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  Handler:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
`;

const KEPT = TEMPLATE.replace(
  'SimpleTable\n',
  `SimpleTable
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true
`,
);

function fix(options: { unsafe?: boolean; dryRun?: boolean } = {}): Promise<Fixed> {
  return fixFolder(folder, { unsafe: false, dryRun: false, ...options, today: '2026-11-01', clock: () => 0 });
}

describe('fixes of a folder', () => {
  it('that touch the same place follow one another, so that a second run changes nothing', async () => {
    writeFileSync(path, TEMPLATE);
    const planned = await fix({ dryRun: true });
    expect(readFileSync(path, 'utf8')).toBe(TEMPLATE);
    const done = await fix();
    expect(readFileSync(path, 'utf8')).toBe(KEPT);
    expect(done.diff).toBe(planned.diff);
    expect(done.rounds.map(({ applied }) => applied.length)).toEqual([1, 1, 0]);
    expect(done.postponed).toBe(0);
    const again = await fix();
    expect(again.diff).toBe('');
    expect(readFileSync(path, 'utf8')).toBe(KEPT);
  });

  it('that a person has to look at are counted, and made when asked for', async () => {
    writeFileSync(path, TEMPLATE);
    const safe = await fix();
    expect(safe.unsafe).toBeGreaterThan(0);
    expect(safe.diff).not.toContain('Tracing');
    expect((await fix({ unsafe: true })).diff).toContain('+      Tracing: Active');
  });
});
