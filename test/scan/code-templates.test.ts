import { describe, expect, it } from '@jest/globals';
import { templatesForCode } from '#scan/code-templates';
import { scan } from '#scan/scan';
import { snapshotOf } from '../source/memory.js';
import { optionsOf, placeOf } from './scanning.js';

const found = (changed: string, ...templates: readonly string[]) => [...templatesForCode([changed], templates)];

describe('templates that declare what changed code runs in', () => {
  it.each([
    ['src/app.ts', ['infra/template.yaml'], ['infra/template.yaml']],
    ['src/api/get.ts', ['infra/aws/template.yaml'], ['infra/aws/template.yaml']],
    ['services/a/src/f.py', ['services/a/deploy/main.tf', 'services/b/deploy/main.tf'], ['services/a/deploy/main.tf']],
    ['packages/core/db.ts', ['services/api/serverless.yml'], ['services/api/serverless.yml']],
    // What stands above is read anyway, and where it is a template for certain nothing else is.
    ['services/a/src/f.py', ['services/a/template.yaml', 'infra/template.yaml'], ['services/a/template.yaml']],
    // A name that many other files have does not end the search.
    ['src/f.ts', ['config/app.json', 'deploy/template.yaml'], ['config/app.json', 'deploy/template.yaml']],
    ['src/f.ts', ['a/b/c/template.yaml'], []],
  ])('of %s', (changed, templates, expected) => {
    expect(found(changed, ...templates)).toEqual(expected);
  });

  it('are no more than fifty, the nearest first', () => {
    const far = Array.from({ length: 80 }, (_, index) => `services/s${index}/template.yaml`);
    const all = found('packages/core/db.ts', ...far, 'infra/template.yaml');
    expect(all).toHaveLength(50);
    expect(all[0]).toBe('infra/template.yaml');
  });
});

it('a change of code alone leads to the template beside it', async () => {
  const snapshot = snapshotOf({
    'infra/template.yaml': 'Resources:\n  Url:\n    Type: AWS::Lambda::Url\n    Properties:\n      AuthType: NONE\n',
    'src/app.mjs': 'export const handler = () => 1;',
    'README.md': '',
  });
  const of = async (changed: string) =>
    (await scan(snapshot, optionsOf({ scope: new Set([changed]) }))).findings.map(placeOf);
  expect(await of('src/app.mjs')).toEqual(['test/lambda/public-url infra/template.yaml:5']);
  expect(await of('README.md')).toEqual([]);
});
