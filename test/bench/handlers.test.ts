import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { frameworks } from '#frameworks/catalogue';
import { isDeployed } from '#model/stack';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { snapshotOf } from '#test/source/memory';
import type { Application } from '../../bench/handlers/application.js';
import { generate, TABLES } from '../../bench/handlers/matrix/generate.js';
import { Instance } from '../../bench/handlers/matrix/instance.js';
import { Names } from '../../bench/handlers/matrix/names.js';
import type { Propagation } from '../../bench/handlers/matrix/part.js';
import { score } from '../../bench/handlers/score.js';
import { labelledApplications, labels } from '../../bench/handlers/set.js';
import { Random } from '../../bench/random.js';

const SET = new URL('../../bench/handlers/set/', import.meta.url);

describe('the labelled handlers', () => {
  const all = labels();

  it('are as many as the folders, each once', () => {
    const folders = readdirSync(SET).flatMap((language) =>
      readdirSync(new URL(`${language}/`, SET)).map((name) => `${language}/${name}`),
    );
    expect(all.map(({ id }) => id).sort()).toEqual(folders.sort());
  });

  it('have labels that point at lines with something on them', () => {
    const blank = all.flatMap(({ id, bad }) => {
      const lines = readFileSync(new URL(`${id}/bad/${bad.file}`, SET), 'utf8').split('\n');
      return bad.lines.filter((line) => !lines[line - 1]?.trim()).map((line) => `${id}:${line}`);
    });
    expect(blank).toEqual([]);
    expect(all.filter(({ bad }) => bad.lines.length === 0)).toEqual([]);
  });

  it('differ between the two sides', () => {
    const same = all.filter(({ id, bad }) => {
      const good = new URL(`${id}/good/${bad.file}`, SET);
      return (
        existsSync(good) && readFileSync(good, 'utf8') === readFileSync(new URL(`${id}/bad/${bad.file}`, SET), 'utf8')
      );
    });
    const handlers = labelledApplications();
    const unchanged = same.filter(({ id }) => {
      const [bad, good] = ['bad', 'good'].map((side) => handlers.find((one) => one.id === `${id}/${side}`)?.files);
      return JSON.stringify(bad) === JSON.stringify(good);
    });
    expect(unchanged).toEqual([]);
  });

  it('hold no marker once they are loaded', () => {
    const marked = labelledApplications().filter(({ files }) =>
      Object.values(files).some((text) => /@@[a-z]/.test(text)),
    );
    expect(marked.map(({ id }) => id)).toEqual([]);
  });
});

describe('the generated handlers', () => {
  it('are the same for the same seed and others for another one', () => {
    expect(generate({ seed: 7, count: 30 })).toEqual(generate({ seed: 7, count: 30 }));
    expect(generate({ seed: 7, count: 30 })).not.toEqual(generate({ seed: 8, count: 30 }));
  });

  const cases = generate({ seed: 3, count: 600 });

  it('use every sink and every way, and speak only of sanitisers that there are', () => {
    const used = (family: 'ecmascript' | 'python') =>
      cases
        .filter(({ language }) => (language === 'python') === (family === 'python'))
        .map(({ ingredients }) => ingredients);
    for (const family of ['ecmascript', 'python'] as const) {
      const { sinks, propagations, sanitisers } = TABLES[family];
      expect(new Set(used(family).map(({ sink }) => sink))).toEqual(new Set(sinks.map(({ id }) => id)));
      const ways = new Set(used(family).flatMap((one) => one.propagations));
      expect(propagations.filter(({ id, keeps }) => keeps !== 'cut' && !ways.has(id))).toEqual([]);
      const known = new Set(sanitisers.map(({ id }) => id));
      const spoken = sinks.flatMap(({ right, wrong, partial }) => [...right, ...wrong, ...partial]);
      expect(spoken.filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('can be parsed, with no name left out', () => {
    const broken = cases.flatMap(({ id, files }) =>
      Object.entries(files).flatMap(([path, text]) => {
        if (/\$[VOABCFGKM]\b|[«»]/.test(text)) return [`${id}/${path}: a name was left out`];
        if (!/\.[jt]s$/.test(path)) return [];
        const { diagnostics = [] } = ts.transpileModule(text, {
          fileName: path,
          reportDiagnostics: true,
          compilerOptions: { allowJs: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
        });
        return diagnostics.map(
          ({ messageText }) => `${id}/${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  it('have their marks on lines of the sink', () => {
    const astray = cases.filter(({ files, expected }) => {
      if (expected === undefined) return false;
      const lines = files[expected.file]?.split('\n') ?? [];
      return expected.lines.length === 0 || expected.lines.some((line) => !lines[line - 1]?.trim());
    });
    expect(astray).toEqual([]);
  });

  it('have templates that are read without a problem and declare the function', async () => {
    const templated = cases.filter(({ files }) => 'template.yaml' in files || 'serverless.yml' in files);
    for (const { id, files } of templated.slice(0, 60)) {
      const snapshot = snapshotOf(files);
      const today = '2026-11-29';
      const { problems, cloud } = await scan(snapshot, {
        rules: [],
        frameworks,
        config: DEFAULT_CONFIG,
        today,
        scope: 'everything',
      });
      expect({ id, problems }).toEqual({ id, problems: [] });
      expect(cloud.stacks.filter(isDeployed)).toHaveLength(1);
    }
  });
});

describe('the ways of a value in JavaScript', () => {
  const text = 'As the Attacker wrote it';
  const { propagations } = TABLES.ecmascript;

  it.each(propagations.filter(({ keeps }) => keeps === 'carried'))('$id carries text and objects', async (way) => {
    expect(await sent(way, text)).toBe(text);
    expect(await sent(way, { title: text })).toEqual({ title: text });
  });

  it.each(propagations.filter(({ keeps }) => keeps === 'text'))('$id carries text', async (way) => {
    expect(String(await sent(way, text)).toLowerCase()).toContain(text.toLowerCase());
  });

  it.each(propagations.filter(({ keeps }) => keeps === 'cut'))('$id lets nothing through', async (way) => {
    expect(['north', 'south']).toContain(await sent(way, text));
  });
});

/** What comes out of the way when the value goes in: runs it. */
async function sent(way: Propagation, value: unknown): Promise<unknown> {
  const names = new Names(new Random(1), false);
  const instance = new Instance(names, { V: names.variable() });
  const lines = [
    ...(way.modules ?? []).flatMap((module) => module.lines),
    ...(way.top ?? []),
    '(async () => {',
    'const $V = value;',
    ...way.lines,
    `return ${way.out ?? '$O'};`,
    '})()',
  ];
  const code = instance
    .lines(lines)
    .join('\n')
    .replace(/«[^»]*»/g, '');
  const context = { value, Buffer, URLSearchParams, structuredClone, setImmediate, performance };
  return structuredClone(await runInNewContext(code, context));
}

describe('the score', () => {
  const application = (id: string, flawed: boolean): Application => ({
    id,
    files: {},
    rule: 'inj-sql',
    expected: flawed ? { rules: ['inj-sql', 'inj-nosql'], file: 'a.js', lines: [3, 4] } : undefined,
    traits: { language: ['javascript'] },
  });
  const report = (line: number, rule = 'code/injection/sql', classes = ['inj-sql']) => ({
    rule,
    classes,
    path: 'a.js',
    line,
  });

  it('counts a report of the class, or of one that is right too, on one of the lines', () => {
    const outcome = score([
      { application: application('first', true), reports: [report(3)] },
      { application: application('second', true), reports: [report(4, 'code/injection/nosql', ['inj-nosql'])] },
      { application: application('third', true), reports: [] },
      { application: application('fourth', false), reports: [] },
    ]);
    expect(outcome).toMatchObject({ expected: 3, found: 2, safe: 1, silent: 1, missed: [{ id: 'third' }], alarms: [] });
    expect(outcome.byClass['inj-sql']).toEqual({ expected: 3, found: 2, safe: 1, silent: 1 });
    expect(outcome.byTrait.language?.javascript).toEqual({ expected: 3, found: 2, safe: 1, silent: 1 });
  });

  it('tells a report on another line, of another class, on what has no defect, and of a rule without a class', () => {
    const outcome = score([
      { application: application('first', true), reports: [report(9)] },
      { application: application('second', true), reports: [report(3, 'code/other/thing', [])] },
      { application: application('third', false), reports: [report(3)] },
    ]);
    expect(outcome).toMatchObject({
      found: 0,
      silent: 0,
      missed: [
        { id: 'first', what: 'a.js:3,4 inj-sql; right class, another line: a.js:9 code/injection/sql' },
        { id: 'second' },
      ],
      beside: [{ id: 'second', what: 'a.js:3 code/other/thing' }],
      alarms: [{ id: 'third', what: 'a.js:3 code/injection/sql' }],
      unmapped: ['code/other/thing'],
    });
  });
});
