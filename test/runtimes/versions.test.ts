import { describe, expect, test } from '@jest/globals';
import { boundsOf, isBefore, isFrom } from '#runtimes/versions';
import { flowsIn } from '#test/runtimes/run';

describe('ranges of versions', () => {
  test.each([
    ['3.14.1', [3, 14, 1], [3, 14, 2]],
    ['^3.14.1', [3, 14, 1], [4, 0, 0]],
    ['^0.5.1', [0, 5, 1], [0, 6, 0]],
    ['^0.0.3', [0, 0, 3], [0, 0, 4]],
    ['~4.17.10', [4, 17, 10], [4, 18, 0]],
    ['~4', [4, 0, 0], [5, 0, 0]],
    ['3.x', [3, 0, 0], [4, 0, 0]],
    ['==5.3', [5, 3, 0], [5, 4, 0]],
    ['==5.*', [5, 0, 0], [6, 0, 0]],
    ['~=5.3.1', [5, 3, 1], [5, 4, 0]],
    ['~=5.3', [5, 3, 0], [6, 0, 0]],
    ['>= 1.2, < 2', [1, 2, 0], [2, 0, 0]],
    ['<=4.1', undefined, [4, 2, 0]],
    ['>=6', [6, 0, 0], undefined],
  ])('%s', (range, from, before) => {
    expect(boundsOf(range)).toEqual({ from, before });
  });

  test.each([['*'], ['latest'], ['^3 || ^4'], ['workspace:^1'], ['npm:other@1.0.0'], ['4.0.0-beta.1'], ['']])(
    'not judged: %s',
    (range) => {
      expect(boundsOf(range)).toBeUndefined();
    },
  );

  test('what is certain of them', () => {
    const versions = new Map([['a', { from: [3, 1, 0] as const, before: [4, 0, 0] as const }]]);
    expect(isBefore(versions, 'a', [4, 0, 0])).toBe(true);
    expect(isBefore(versions, 'a', [3, 9, 0])).toBe(false);
    expect(isFrom(versions, 'a', [3, 1, 0])).toBe(true);
    expect(isFrom(versions, 'a', [3, 2, 0])).toBe(false);
    expect(isBefore(versions, 'b', [4, 0, 0])).toBe(false);
    expect(isFrom(versions, 'b', [0, 0, 0])).toBe(false);
  });
});

describe('what depends on the version of a package', () => {
  const javascript = (dependencies: object, line: string, place = 'src/package.json') =>
    flowsIn({
      [place]: JSON.stringify({ dependencies }),
      'src/app.js': `exports.handler = async (event) => {\nconst body = JSON.parse(event.body); const { q } = event.queryStringParameters;\n${line}\n};`,
    });

  test.each([
    [{ 'js-yaml': '3.14.1' }, "require('js-yaml').load(event.body);", ['deserialization']],
    [{ 'js-yaml': '^3.13.0' }, "require('js-yaml').loadAll(event.body);", ['deserialization']],
    [{ 'js-yaml': '^3.13.0' }, "require('js-yaml').safeLoad(event.body);", []],
    [{ 'js-yaml': '^3.13.0' }, "const y = require('js-yaml'); y.load(event.body, { schema: y.JSON_SCHEMA });", []],
    [{ 'js-yaml': '^4.1.0' }, "require('js-yaml').load(event.body);", []],
    [{ 'js-yaml': '>=3' }, "require('js-yaml').load(event.body);", []],
    [{}, "require('js-yaml').load(event.body);", []],
    [{ lodash: '4.17.10' }, "require('lodash').merge({}, body);", ['object-key']],
    [{ lodash: '4.17.15' }, "require('lodash').set({}, q, 1);", ['object-key']],
    [{ lodash: '4.17.10' }, "require('lodash').merge({}, event.queryStringParameters);", []],
    [{ lodash: '^4.17.10' }, "require('lodash').merge({}, body);", []],
    [{ 'deep-extend': '0.5.0' }, "require('deep-extend')({}, body);", ['object-key']],
  ])('%j: %s', async (dependencies, line, sinks) => {
    expect((await javascript(dependencies, line)).map((one) => one.split(' ')[1])).toEqual(sinks);
  });

  test('the nearest file that names it counts', async () => {
    const line = "require('js-yaml').load(event.body);";
    expect(await javascript({ 'js-yaml': '3.14.1' }, line, 'package.json')).toHaveLength(1);
    const files = {
      'package.json': JSON.stringify({ dependencies: { 'js-yaml': '3.14.1' } }),
      'src/package.json': JSON.stringify({ dependencies: { 'js-yaml': '4.1.0' } }),
      'src/app.js': `exports.handler = async (event) => { ${line} };`,
    };
    expect(await flowsIn(files)).toEqual([]);
  });

  test.each([
    ['src/requirements.txt', 'PyYAML==5.3.1\nboto3', 'yaml.load(p)', 1],
    ['src/requirements.txt', 'PyYAML>=6', 'yaml.load(p)', 0],
    ['src/requirements.txt', 'boto3==1.40.0', 'yaml.load(p)', 1],
    ['src/requirements.txt', 'pyyaml==5.3  # old', 'yaml.load(p, Loader=yaml.FullLoader)', 1],
    ['src/requirements.txt', 'PyYAML==6.0.1 ; python_version > "3.8"', 'yaml.load(p, Loader=yaml.FullLoader)', 0],
    ['requirements.txt', '', 'yaml.load(p, Loader=yaml.FullLoader)', 0],
    ['src/requirements.txt', 'PyYAML<5.4', 'yaml.full_load(p)', 1],
    ['src/pyproject.toml', '[project]\ndependencies = ["PyYAML==5.3.1"]', 'yaml.full_load(p)', 1],
    ['pyproject.toml', '[tool.poetry.dependencies]\npyyaml = { version = "~5.3" }', 'yaml.full_load(p)', 1],
    ['src/pyproject.toml', '[project\nbroken', 'yaml.full_load(p)', 0],
    ['src/requirements.txt', 'PyYAML==5.3.1', 'yaml.safe_load(p)', 0],
  ])('%s: %s: %s', async (place, text, line, count) => {
    const found = await flowsIn({
      [place]: text,
      'src/app.py': `import yaml\ndef handler(event, context):\n    p = event["body"]\n    ${line}\n`,
    });
    expect(found).toHaveLength(count);
  });
});
