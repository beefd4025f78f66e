import { describe, expect, it } from '@jest/globals';
import { apiName, flowReports, severityFor } from '#finding/handler-words';
import type { Flow, Handler, Trigger } from '#model/handler';
import { SourceFile } from '#source/file';

const file = new SourceFile('app.js', 'pool.query(id)');
const at = { file, span: { start: 0, end: 4 } };

const trigger = (reach: Trigger['reach'], label: string): Trigger => ({
  kind: 'direct',
  reach,
  label,
  entry: undefined,
  event: { control: 'sender' },
});

function handlerOf(flow: Partial<Flow>, ...triggers: Trigger[]): Handler {
  return {
    id: 'app.js#handler',
    functions: [],
    name: 'app',
    at,
    language: 'javascript',
    triggers,
    flows: [
      {
        sink: 'sql',
        callee: 'pg.Pool.query',
        at,
        call: at,
        source: { path: ['id'], text: 'event.id', at, triggers },
        steps: [],
        partial: [],
        confidence: 'high',
        rewrite: undefined,
        payload: undefined,
        reproduce: undefined,
        within: 'handler',
        ...flow,
      },
    ],
    observations: [],
    operations: { operations: [], gaps: [] },
    files: [file],
    gaps: [],
  };
}

const said = (handler: Handler, more?: () => string) =>
  [...flowReports(handler, 'sql', { does: 'is put', severity: 'high', payload: "'", ...(more ? { more } : {}) })].map(
    ({ message, severity }) => `${severity}: ${message}`,
  );

describe('what is said of a flow', () => {
  it('is what, where, and who can send it, as bad as the widest of them makes it', () => {
    expect(said(handlerOf({}, trigger('public', 'GET /a')))).toEqual([
      'critical: `event.id` is put in `pg.Pool.query`. Anyone on the internet can send it through `GET /a`.',
    ]);
    expect(said(handlerOf({}, trigger('authenticated', 'GET /a'), trigger('service', 'queue Jobs')))).toEqual([
      'high: `event.id` is put in `pg.Pool.query`. Every caller who is let in can send it through `GET /a`.',
    ]);
    expect(said(handlerOf({}, trigger('account', 'topic News')))).toEqual([
      'high: `event.id` is put in `pg.Pool.query`. Others in the account can send it through `topic News`.',
    ]);
    expect(said(handlerOf({}, trigger('service', 'queue Jobs')))).toEqual([
      'medium: `event.id` is put in `pg.Pool.query`. It comes in through `queue Jobs`.',
    ]);
  });

  it('counts entries after the second', () => {
    const [message] = said(handlerOf({}, ...['/a', '/b', '/c', '/d'].map((path) => trigger('public', `GET ${path}`))));
    expect(message).toContain('through `GET /a`, `GET /b`, 2 more.');
  });

  it('tells what does not help, and what it leads to', () => {
    const [message] = said(handlerOf({ partial: ['HTML escaping'] }), () => 'The role may end the world.');
    expect(message).toBe(
      'medium: `event.id` is put in `pg.Pool.query`. What is done to it on the way (HTML escaping) does not help here. The role may end the world.',
    );
  });

  it('names no place that is no API', () => {
    expect(said(handlerOf({ callee: 'the page that is answered' }))).toEqual(['medium: `event.id` is put.']);
  });

  it('says so where no template shows who sends it', () => {
    expect(said(handlerOf({}, trigger('unknown', 'whoever invokes it')))).toEqual([
      'medium: `event.id` is put in `pg.Pool.query`. No template that is read here shows who sends it.',
    ]);
  });

  it('names the keys of a value in words', () => {
    const source = { path: ['[key]'], text: 'a key of event.body', at, triggers: [] };
    expect(said(handlerOf({ source }))).toEqual(['medium: A key of `event.body` is put in `pg.Pool.query`.']);
  });

  it('is silent of other kinds', () => {
    expect(said(handlerOf({ sink: 'html' }, trigger('public', 'GET /a')))).toEqual([]);
  });
});

describe('severity', () => {
  it('is never better than low and never worse than critical', () => {
    expect(severityFor('low', 'service')).toBe('low');
    expect(severityFor('critical', 'public')).toBe('critical');
  });
});

describe('the name of an API', () => {
  it.each([
    ['boto3.client(dynamodb).execute_statement', 'dynamodb.execute_statement'],
    ['boto3.resource(dynamodb).Table.update_item', 'Table.update_item'],
    ['@aws-sdk/lib-dynamodb.ScanCommand', 'ScanCommand'],
    ['psycopg2.connect.cursor.execute', 'cursor.execute'],
    ['jinja2.Environment(escaped).from_string', 'jinja2.Environment.from_string'],
    ['child_process.exec', 'child_process.exec'],
    ['builtins.eval', 'eval'],
    ['logging.getLogger().info', 'logging.info'],
    ['axios.create().get', 'axios.get'],
    ['aws-sdk.S3().putObject', 'S3.putObject'],
    ['fetch', 'fetch'],
  ])('of %s is %s', (path, name) => {
    expect(apiName(path)).toBe(name);
  });
});
