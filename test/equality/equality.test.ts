import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { frameworks } from '#frameworks/catalogue';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { fixes } from '#scan/fix';
import { type Scan, type ScanOptions, scan } from '#scan/scan';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { overlaps } from '#source/span';
import { snapshotOf } from '../source/memory.js';
import { nameOf, projectionOf, restOf } from './projection.js';

/**
 * One application in every form. Law 3: all forms load to an equal Cloud, up to logical names and what a framework makes by
 * itself, so that they give the same findings and the same fixes. `cdk/cdk.out` was synthesised from `cdk/lib/app.ts` by
 * aws-cdk-lib 2.276.0.
 */
const assets = fileURLToPath(new URL('assets', import.meta.url));

/** What each framework makes by itself, and nothing else looks at. */
const GENERATED: Readonly<Record<string, readonly string[]>> = {
  sam: [],
  cloudformation: [],
  json: [],
  serverless: ['AWS::Lambda::Version', 'AWS::Logs::LogGroup', 'AWS::S3::BucketPolicy'],
  terraform: [],
  cdk: [],
};

/** Findings about what a framework makes otherwise: the Serverless Framework declares the log groups of its functions. */
const NOT_FOUND: Readonly<Record<string, readonly string[]>> = {
  serverless: ['info aws/lambda/log-group-undeclared on place'],
};

/** Forms that a tool writes: their text is not edited. */
const SYNTHESISED = new Set(['cdk']);

/** Fixes that a form has no text for, with the reason. */
const NOT_MENDED: Readonly<Record<string, readonly string[]>> = {
  // The runtime stands in a local that feeds the roles as well.
  terraform: ['aws/lambda/runtime-end-of-life on nightly'],
};

const options: ScanOptions = {
  rules,
  frameworks,
  config: DEFAULT_CONFIG,
  today: '2026-11-22',
  scope: 'everything',
};

function filesOf(form: string): Record<string, string> {
  const directory = join(assets, form);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(directory, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}

const scanned = (form: string): Promise<Scan> => scan(snapshotOf(filesOf(form)), options);

/** What a finding says, in words that do not depend on the framework. */
function findingsOf(result: Scan): readonly string[] {
  return result.findings
    .map(({ rule, severity, resource }) => `${severity} ${rule.id} on ${resource ? whose(result, resource) : '?'}`)
    .sort();
}

/** A role or policy by its holder; a route, which an API of SAM keeps in its definition, by its API. */
function whose({ cloud }: Scan, resource: Parameters<typeof nameOf>[0]): string {
  if (resource.isA('AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Route')) return 'the API';
  if (!resource.type.startsWith('AWS::IAM::')) return nameOf(resource);
  const holders = cloud.functionsOf(resource).map(nameOf).join(', ');
  return `the role of ${holders || 'the state machine'}`;
}

/** Every fix applied, as `leastwise fix --unsafe` does in one round. */
async function mended(form: string): Promise<{ readonly fixed: readonly string[]; readonly after: Scan }> {
  const before = await scanned(form);
  const files = filesOf(form);
  const made = await fixes(before, snapshotOf(files), before.findings, options);
  let taken: Edit[] = [];
  for (const { edits } of made.values()) {
    const isFree = edits.every((edit) =>
      taken.every((one) => one.path !== edit.path || !overlaps(one.span, edit.span)),
    );
    if (isFree) taken = [...taken, ...edits];
  }
  const changed = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, applyEdits(new SourceFile(path, text), taken).text]),
  );
  const fixed = [...made.keys()].map(
    (finding) => `${finding.rule.id} on ${finding.resource ? whose(before, finding.resource) : '?'}`,
  );
  return { fixed: fixed.sort(), after: await scan(snapshotOf(changed), options) };
}

const model = scanned('cloudformation');
const mendedModel = mended('cloudformation');

const lenses = ['json', ...frameworks.flatMap((framework) => framework.names)];
const forms = Object.keys(GENERATED).filter((form) => form !== 'cloudformation' && lenses.includes(form));

describe.each(forms)('the application in %s', (form) => {
  it('is read without a problem', async () => {
    expect((await scanned(form)).problems).toEqual([]);
  });

  it('is the same cloud', async () => {
    expect(projectionOf(await scanned(form))).toEqual(projectionOf(await model));
  });

  it('has nothing more than what the framework makes by itself', async () => {
    expect(restOf(await scanned(form))).toEqual(GENERATED[form]);
  });

  it('gives the same findings', async () => {
    const expected = findingsOf(await model).filter((one) => !(NOT_FOUND[form] ?? []).includes(one));
    expect(findingsOf(await scanned(form))).toEqual(expected);
  });

  it('is mended alike', async () => {
    const { fixed, after } = await mended(form);
    const expected = await mendedModel;
    if (SYNTHESISED.has(form)) {
      expect(fixed).toEqual([]);
      return;
    }
    expect(fixed).toEqual(expected.fixed.filter((one) => !(NOT_MENDED[form] ?? []).includes(one)));
    expect(after.problems).toEqual([]);
  });
});

it('has something to find and to mend', async () => {
  expect((await model).findings.length).toBeGreaterThan(20);
  expect((await mendedModel).fixed.length).toBeGreaterThan(5);
});
