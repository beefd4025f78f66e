import { describe, expect, it } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import { frameworks } from '#frameworks/catalogue';
import { isHonored, Suppressions } from '#scan/suppressions';
import { Grammars } from '#syntax/code/grammars';
import { named, scanOfFiles } from './scanning.js';

const TODAY = '2026-11-22';
const grammars = new Grammars(grammarFiles);

const RULE = named(
  'test/code/sql',
  defineHandlerRule({
    title: 'A statement of the event',
    why: 'It is a test.',
    how: 'It is a test.',
    severity: 'high',
    confidence: 'high',
    lifecycle: 'stable',
    practices: [6],
    cwe: [89],
    references: [],
    aliases: {
      semgrep: ['pg-sqli'],
      bandit: ['B608'],
      codeql: ['sql-injection'],
      sonar: ['S3649'],
      eslint: ['detect-sql-injection'],
    },
    *check(handler) {
      yield* flowReports(handler, 'sql', { does: 'is a part of', severity: 'high', payload: "'" });
    },
  }),
);

const template = (runtime: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: ${runtime}
      Handler: app.handler
      CodeUri: .
      Events: { Get: { Type: HttpApi, Properties: { Path: /orders, Method: GET } } }
`;

/** Whether the one finding is covered by a suppression that counts. */
async function suppressed(file: string, text: string): Promise<boolean> {
  const runtime = file.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const files = { 'template.yaml': template(runtime), [file]: text };
  const result = await scanOfFiles(files, { rules: [RULE], frameworks, grammars, today: TODAY, scope: 'everything' });
  const found = result.findings.filter((finding) => finding.rule.id === RULE.id);
  expect(found).toHaveLength(1);
  const index = new Suppressions(result.suppressions, result.cloud, TODAY);
  return found.map((finding) => index.of(finding)).some((one) => one !== undefined && isHonored(one, TODAY));
}

const javascript = ({ above = '', on = '', built = '', outer = '' }) => `const { Pool } = require('pg');
const pool = new Pool();
exports.handler = async (event) => { ${outer}
  const text = 'SELECT * FROM orders WHERE id = ' + event.body; ${built}
  ${above}
  await pool.query( ${on}
    text,
  );
};
`;

const python = ({ on = '', built = '' }) => `import psycopg2
connection = psycopg2.connect("")
def handler(event, context):
    text = "SELECT * FROM orders WHERE id = " + event["body"]  ${built}
    connection.cursor().execute(text)  ${on}
`;

describe('what those who read code are told', () => {
  it.each([
    '// nosemgrep',
    '// nosemgrep: javascript.pg.security.pg-sqli.pg-sqli',
    '// nosemgrep: other-rule, pg-sqli',
    '// NOSONAR: checked by the gateway',
    '// NOSONAR(javascript:S3649)',
    '// lgtm[js/sql-injection]',
    '// eslint-disable-line pg/detect-sql-injection',
  ])('counts on the line of the call, for all of it: %s', async (on) => {
    expect(await suppressed('app.js', javascript({ on }))).toBe(true);
  });

  it.each([
    '// nosemgrep: other-rule',
    '// nosemgrepped',
    '// NOSONAR(javascript:S1523)',
    '// lgtm[js/code-injection]',
    '// eslint-disable-line security/detect-child-process',
    '// eslint-disable-line',
    '// noqa',
  ])('does not when it speaks of something else: %s', async (on) => {
    expect(await suppressed('app.js', javascript({ on }))).toBe(false);
  });

  it.each([
    '// codeql[js/sql-injection]',
    '// eslint-disable-next-line no-console, pg/detect-sql-injection -- ids are checked',
    '// nosemgrep: pg-sqli',
  ])('counts above the call: %s', async (above) => {
    expect(await suppressed('app.js', javascript({ above }))).toBe(true);
  });

  it('counts where the statement is put together, which is what the peers report', async () => {
    expect(await suppressed('app.js', javascript({ built: '// nosemgrep: pg-sqli' }))).toBe(true);
  });

  it('does not reach into the body of a function', async () => {
    expect(await suppressed('app.js', javascript({ outer: '// nosemgrep' }))).toBe(false);
  });

  it.each(['# nosec', '# nosec B608', '# noqa: S608', '# noqa: E501,S608', '# noqa: E501 # nosec B608', '# NOSONAR'])(
    'counts in Python: %s',
    async (on) => {
      expect(await suppressed('app.py', python({ on }))).toBe(true);
      expect(await suppressed('app.py', python({ built: on }))).toBe(true);
    },
  );

  it.each(['# nosec B101', '# noqa', '# noqa: E501', '# noqa: S101', '# security'])(
    'does not in Python when it speaks of something else: %s',
    async (on) => {
      expect(await suppressed('app.py', python({ on }))).toBe(false);
    },
  );
});
