import { describe, expect, it } from '@jest/globals';
import { optionsFor } from '#cli/scan-command';
import { DEFAULT_CONFIG } from '#scan/config';
import { fixes } from '#scan/fix';
import { scan } from '#scan/scan';
import { linesOf } from '#source/file';
import { snapshotOf } from '../source/memory.js';

const OPTIONS = optionsFor(DEFAULT_CONFIG, '2026-01-01');

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: .
`;

/** What is told of a handler, by line: what was not read, and what was found about certificates, with a fix or without. */
async function told(code: string): Promise<readonly string[]> {
  const snapshot = snapshotOf({ 'template.yaml': TEMPLATE, 'app.js': code });
  const scanned = await scan(snapshot, OPTIONS);
  const findings = scanned.findings.filter(({ rule }) => rule.id === 'code/transport/tls-verification-off');
  const fixed = await fixes(scanned, snapshot, findings, OPTIONS);
  return [
    ...scanned.gaps.map(({ at, message }) => `${linesOf(at).start} gap: ${message}`),
    ...findings.map((one) => `${linesOf(one.at).start} found${fixed.has(one) ? ', mended' : ''}`),
  ].sort();
}

const BROKEN = 'gap: This part could not be read, because the code is broken here: what it does is not known.';
const agent = (more = '') => `const https = require('https');
exports.handler = async (event) => {
  const agent = new https.Agent({ rejectUnauthorized: false${more} });
  return agent;
};
`;

describe('code that its author has not finished', () => {
  it('is mended where it is whole', async () => {
    expect(await told(agent())).toEqual(['3 found, mended']);
  });

  it('is not mended on a line that could not be read', async () => {
    expect(await told(agent(', ca: = 1'))).toEqual(['3 found', `3 ${BROKEN}`]);
  });

  it('is told place by place, up to a few in a file', async () => {
    const places = await told(`${agent()}const a = = 1;\n${'ok();\nconst b = = 1;\n'.repeat(7)}`);
    expect(places.filter((one) => one.includes(BROKEN))).toHaveLength(5);
    expect(places).toContain('6 gap: app.js is broken in 3 more places, which could not be read.');
  });

  it('is told when nothing of it could be read', async () => {
    expect(await told(`${agent()}${'f();'.repeat(150_000)}`)).toEqual([
      '1 gap: app.js is larger than what is read of code, or cannot be parsed: nothing in it was looked at.',
    ]);
  });
});
