import { describe, expect, it } from '@jest/globals';
import { linesOf } from '#source/file';
import { handlersIn } from './run.js';

/** The lines of the sinks that are reached, and those that are told not to be read. */
async function read(path: string, code: string): Promise<{ readonly sinks: string; readonly unread: string }> {
  const [handler] = await handlersIn({ [path]: code });
  const sinks = handler?.flows.map(({ at, sink }) => `${sink} ${linesOf(at).start}`).sort() ?? [];
  const gaps = handler?.gaps.filter(({ message }) => message.includes('could not be read')) ?? [];
  return { sinks: sinks.join(), unread: gaps.map(({ at }) => linesOf(at).start).join() };
}

const RUN = "const { exec } = require('child_process');";

describe('broken JavaScript and TypeScript are followed around what is broken', () => {
  it.each([
    ['a condition that stops', 'app.js', ['  exec(event.body);', '  if (((', '};'], 'command 3', '4'],
    ['a condition that stops before', 'app.js', ['  if (((', '  exec(event.body);', '};'], 'command 4', '3'],
    ['a handler that nobody closed', 'app.js', ['  exec(event.body);'], 'command 3', '3'],
    [
      'a block that nobody closed',
      'app.js',
      ['  if (event.draft) {', '    log(1);', '  exec(event.body);', '};', 'exports.other = 1;'],
      'command 5',
      '4',
    ],
    ['a call that stops', 'app.js', ["  audit('x',", '  exec(event.body);', '};'], 'command 4', '3'],
    [
      'a function that stops',
      'app.js',
      ['  const later = async (one) => {', '  exec(event.body);', '};'],
      'command 4',
      '3',
    ],
    ['a text that stops', 'app.js', ["  const note = 'not yet", '  exec(event.body);', '};'], 'command 4', '3'],
    ['an object that stops', 'app.js', ['  const options = { kind: 1,', '  exec(event.body);', '};'], 'command 4', '3'],
    ['a bracket too many', 'app.js', ['  log(event.id));', '  exec(event.body);', '};'], 'command 4', '3'],
    [
      'two sides of a merge',
      'app.js',
      ['<<<<<<< HEAD', '  exec(event.body);', '=======', '  exec(event.headers.run);', '>>>>>>> feature', '};'],
      'command 4,command 6',
      '3,5,7',
    ],
    [
      'markup that stops',
      'app.tsx',
      ['  const view = <Page title="x"><p>{event.id}</Page>;', '  exec(event.body);', '};'],
      'command 4',
      '3',
    ],
    [
      'a type that stops',
      'app.ts',
      ['  const id: Map<string, = event.id;', '  exec(event.body);', '};'],
      'command 4',
      '3',
    ],
  ])('%s', async (_, name, body, sinks, unread) => {
    const code = [RUN, 'exports.handler = async (event) => {', ...body].join('\n');
    expect(await read(`src/${name}`, code)).toEqual({ sinks, unread });
  });

  it('a check that cannot be read is no missing check', async () => {
    const code = (check: string) => [
      RUN,
      'exports.handler = async (event) => {',
      '  const { cmd } = event.queryStringParameters;',
      check,
      '  exec(cmd);',
      '};',
    ];
    expect(await read('src/app.js', code('').join('\n'))).toEqual({ sinks: 'command 5', unread: '' });
    for (const check of [
      "  if (!['ls', 'df'].includes(cmd) ! return;",
      "  if (!['ls', .includes(cmd)) {",
      '  cmd = quote(((cmd;',
    ])
      expect(await read('src/app.js', code(check).join('\n'))).toEqual({ sinks: '', unread: '4' });
  });
});

describe('broken Python is followed around what is broken', () => {
  it.each([
    ['a condition that stops', ['    os.system(event["body"])', '    if (((', '    return 1'], 'command 3', '4'],
    ['a condition that stops before', ['    if (((', '    os.system(event["body"])'], 'command 4', '3'],
    ['a call that stops', ['    audit("x",', '    os.system(event["body"])'], 'command 4', '3'],
    ['a text that stops', ['    note = "not yet', '    os.system(event["body"])'], 'command 4', '3'],
    ['a line of prose', ['    here we have to check it', '    os.system(event["body"])'], 'command 4', '3'],
    ['an object that stops', ['    options = {"kind": 1,', '    os.system(event["body"])'], 'command 4', '3'],
    ['a function that stops', ['    def later(one', '    os.system(event["body"])'], 'command 4', '3'],
    ['a header without its colon', ['    if event["draft"]', '        os.system(event["body"])'], 'command 4', '3'],
    [
      'two sides of a merge',
      [
        '<<<<<<< HEAD',
        '    os.system(event["body"])',
        '=======',
        '    os.system(event["headers"]["run"])',
        '>>>>>>> feature',
      ],
      'command 4,command 6',
      '3,5,7',
    ],
  ])('%s', async (_, body, sinks, unread) => {
    const code = ['import os', 'def handler(event, context):', ...body, ''].join('\n');
    expect(await read('src/app.py', code)).toEqual({ sinks, unread });
  });

  it('a check that cannot be read is no missing check', async () => {
    const code = (check: string) => [
      'import os',
      'def handler(event, context):',
      '    cmd = event["queryStringParameters"]["cmd"]',
      check,
      '    os.system(cmd)',
    ];
    expect(await read('src/app.py', code('').join('\n'))).toEqual({ sinks: 'command 5', unread: '' });
    for (const check of [
      '    if cmd not in ALLOWED ! x: return',
      '    if cmd not in ("ls", "df": raise',
      '    cmd = quote(((cmd',
    ])
      expect(await read('src/app.py', code(check).join('\n'))).toEqual({ sinks: '', unread: '4' });
  });
});
