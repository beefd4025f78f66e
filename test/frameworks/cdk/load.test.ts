import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { frameworks } from '#frameworks/catalogue';
import { templatesOf } from '#frameworks/cdk/index';
import type { Resource } from '#model/resource';
import { type Stack, withNested } from '#model/stack';
import { rules } from '#rules/catalogue.generated';
import { DEFAULT_CONFIG } from '#scan/config';
import { type Scan, scan } from '#scan/scan';
import { Suppressions } from '#scan/suppressions';
import { snapshotOf } from '../../source/memory.js';
import { plainly } from '../repository.js';

const directory = fileURLToPath(new URL('assets/shop', import.meta.url));

/** An application that the CDK synthesized: `tools/rules/cdk-examples.ts` writes its templates. */
const shop: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(directory, path), readFileSync(path, 'utf8')]),
);

const TEMPLATE = 'cdk.out/Shop.template.json';
const NESTED = 'cdk.out/ShopReports62D422BE.nested.template.json';

async function scanned(
  files: Readonly<Record<string, string>>,
  scope: ReadonlySet<string> | 'everything' = 'everything',
) {
  return scan(snapshotOf(files), { rules, frameworks, config: DEFAULT_CONFIG, today: '2026-11-22', scope });
}

async function stackOf(files: Readonly<Record<string, string>>): Promise<Stack> {
  const { cloud, problems } = await scanned(files);
  expect(problems).toEqual([]);
  const [stack] = cloud.stacks;
  if (!stack) throw new Error('no stack');
  return stack;
}

/** Where the sources make each resource that somebody wrote: `Orders/Table` -> `Orders/Table lib/orders.ts:11`. */
function sources(stack: Stack): Record<string, string | undefined> {
  const all = withNested([stack]).flatMap((one) => [...one.resources.values()]);
  return Object.fromEntries(all.filter((one) => one.generatedBy === undefined).map((one) => [one.name, sourceOf(one)]));
}

function sourceOf({ source }: Resource): string | undefined {
  return source && `${source.name} ${source.at.file.path}:${source.at.file.position(source.at.span.start).line}`;
}

function lineOf(path: string, text: string): number {
  const lines = (shop[path] ?? '').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(found).toHaveLength(1);
  return found[0] ?? 0;
}

/** The application as a snapshot of an integration test has it: without paths and assets in the templates. */
function asSnapshot(): Record<string, string> {
  const metadata: Record<string, object[]> = {};
  const bare = (path: string) => {
    const template = JSON.parse(shop[path] ?? '') as {
      Resources: Record<string, { Metadata?: Record<string, string> }>;
    };
    for (const [logicalId, resource] of Object.entries(template.Resources)) {
      const construct = resource.Metadata?.['aws:cdk:path'] ?? '';
      metadata[`/${construct}`] = [{ type: 'aws:cdk:logicalId', data: logicalId }];
      delete resource.Metadata;
    }
    const Parameters = { BootstrapVersion: { Type: 'String', Default: '/cdk-bootstrap/hnb659fds/version' } };
    return JSON.stringify(path === TEMPLATE ? { ...template, Parameters } : template, null, 1);
  };
  const files = { [TEMPLATE]: bare(TEMPLATE), [NESTED]: bare(NESTED) };
  const properties = { templateFile: 'Shop.template.json' };
  const manifest = {
    artifacts: { Shop: { type: 'aws:cloudformation:stack', properties, metadata, displayName: 'Shop' } },
  };
  return { ...shop, ...files, 'cdk.out/manifest.json': JSON.stringify(manifest) };
}

describe('an application synthesized by the CDK', () => {
  it('is loaded with the stacks that it nests, as one root', async () => {
    const { cloud, roots } = await scanned(shop);
    expect(roots.map(({ stack }) => stack.id)).toEqual([TEMPLATE, 'lib/assets/image/Dockerfile']);
    expect(cloud.stacks.map(({ framework, root }) => [framework, root.path])).toEqual([
      ['cdk', TEMPLATE],
      ['cdk', NESTED],
      ['docker', 'lib/assets/image/Dockerfile'],
    ]);
  });

  it('calls resources by their constructs and finds the lines that make them', async () => {
    const found = sources(await stackOf(shop));
    const at = (path: string, text: string) => `${path}:${lineOf(path, text)}`;
    expect(found).toMatchObject({
      'Orders/Table': `Orders/Table ${at('lib/orders.ts', "(this, 'Table'")}`,
      'Orders/Handler': `Orders/Handler ${at('lib/orders.ts', "(this, 'Handler'")}`,
      // What a grant gives is said at the function that it is given to.
      'Orders/Handler/ServiceRole/DefaultPolicy': `Orders/Handler ${at('lib/orders.ts', "(this, 'Handler'")}`,
      Jobs: `Jobs ${at('lib/app.ts', "'Jobs'")}`,
      'Uploads/Notifications': `Uploads ${at('lib/app.ts', "'Uploads'")}`,
      // The same id in another class.
      'Reports/Handler': `Reports/Handler ${at('lib/reports.ts', "(this, 'Handler'")}`,
    });
    expect(Object.values(found)).not.toContain(undefined);
  });

  it('knows the same of a snapshot, by what stands beside the template', async () => {
    expect(sources(await stackOf(asSnapshot()))).toEqual(sources(await stackOf(shop)));
  });

  it('finds the code of functions and the Dockerfiles of images', async () => {
    for (const files of [shop, asSnapshot()]) {
      const stack = await stackOf(files);
      const named = (name: string) => [...stack.resources.values()].find((one) => one.name === name);
      const handler = named('Orders/Handler')?.read(['Code'])[0];
      expect(handler?.string).toMatch(/^asset\.[0-9a-f]{64}$/);
      const metadata = named('Image')?.attribute('Metadata')[0];
      expect(plainly(metadata?.value)).toMatchObject({
        DockerContext: expect.stringMatching(/^asset\.[0-9a-f]{64}$/),
        Dockerfile: 'Dockerfile',
      });
    }
  });

  it('has the notifications of a bucket where CloudFormation has them', async () => {
    const stack = await stackOf(shop);
    const uploads = [...stack.resources.values()].find((one) => one.name === 'Uploads');
    expect(plainly(uploads?.read(['NotificationConfiguration'])[0]?.value)).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: expect.stringMatching(/^\$\{Jobs[0-9A-F]{8}\.Arn\}$/),
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } },
        },
      ],
    });
  });

  it('takes the retention of a log group for the log group', async () => {
    const stack = await stackOf(shop);
    const groups = [...stack.resources.values()].filter((one) => one.type === 'AWS::Logs::LogGroup');
    expect(groups.map((one) => [one.name, one.read(['RetentionInDays'])[0]?.number])).toContainEqual([
      'Orders/Handler/LogRetention',
      30,
    ]);
  });

  it('blames nobody for what the CDK makes for its own ends', async () => {
    for (const files of [shop, asSnapshot(), withoutPaths()]) {
      const { cloud, findings } = await scanned(files);
      const own = cloud.resources.filter((one) => one.generatedBy !== undefined);
      const functions = own.filter((one) => one.type === 'AWS::Lambda::Function').map((one) => one.logicalId);
      expect(functions.map((one) => one.slice(0, 12)).sort()).toEqual([
        'BucketNotifi',
        'CustomS3Auto',
        'LogRetention',
        'Providerfram',
      ]);
      expect(findings.filter((one) => one.resource && own.includes(one.resource))).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it('edits nothing, and names the construct to change', async () => {
    const stack = await stackOf(shop);
    const queue = [...stack.resources.values()].find((one) => one.name === 'Jobs');
    if (!queue) throw new Error('no queue');
    expect(stack.edits([{ op: 'set', resource: queue, path: ['KmsMasterKeyId'], value: 'alias/aws/sqs' }])).toEqual({
      declined: 'the template is synthesized: change the construct Jobs in lib/app.ts',
    });
  });

  it('leads each finding to the line of its construct', async () => {
    const { findings } = await scanned(shop);
    const loose = findings.filter((one) => one.resource?.name === 'Jobs');
    expect(loose.length).toBeGreaterThan(0);
    for (const { related } of loose) {
      const last = related.at(-1);
      expect(last?.message).toBe('`Jobs` is constructed here.');
      expect(last?.at.file.path).toBe('lib/app.ts');
    }
  });

  it('heeds a comment at the construct', async () => {
    const app = shop['lib/app.ts'] ?? '';
    const ignored = app.replace(
      '    const jobs =',
      '    // leastwise-ignore aws/sqs/no-dead-letter-queue: lost jobs are made again\n    const jobs =',
    );
    expect(ignored).not.toBe(app);
    const { suppressions, findings } = await scanned({ ...shop, 'lib/app.ts': ignored });
    expect(suppressions.map(({ rules: ids, at }) => [at.file.path, ids])).toEqual([
      ['lib/app.ts', ['aws/sqs/no-dead-letter-queue']],
    ]);
    const made = new Suppressions(suppressions, (await scanned(shop)).cloud, '2026-11-22');
    const covered = findings.filter((one) => made.covering(one).length > 0).map(({ rule }) => rule.id);
    expect(covered).toEqual(['aws/sqs/no-dead-letter-queue']);
  });

  it('blames nobody for the policy that deletes what is in a bucket', async () => {
    const { findings } = await scanned(shop);
    expect(findings.map(({ rule }) => rule.id)).not.toContain('aws/s3/plain-http-allowed');
  });

  it('is read when its sources change', async () => {
    const changed: Scan = await scanned(shop, new Set(['lib/orders.ts']));
    expect(changed.roots.map(({ stack }) => stack.id)).toEqual([TEMPLATE]);
    expect((await scanned(shop, new Set(['README.md']))).roots).toEqual([]);
  });

  it('never takes what was copied into the assembly for a root', async () => {
    const copied = `cdk.out/asset.${'a'.repeat(64)}/template.json`;
    const { roots } = await scanned({ [copied]: shop[TEMPLATE] ?? '' });
    expect(roots).toEqual([]);
  });
});

/** The application with neither paths nor a manifest: names are all that there is. */
function withoutPaths(): Record<string, string> {
  const { 'cdk.out/manifest.json': _, ...files } = asSnapshot();
  return files;
}

describe('templates of an app whose sources change', () => {
  const tree = ['a/cdk.out/A.template.json', 'b/cdk.out/B.template.json', 'test/integ.c.ts.snapshot/C.template.json'];

  it('are those of the assembly beside them', () => {
    expect(templatesOf(new Set(['a/lib/x.py']), tree)).toEqual(['a/cdk.out/A.template.json']);
    expect(templatesOf(new Set(['a/notes.md', 'x.ts']), tree)).toEqual([]);
  });

  it('are those of the snapshot of the program', () => {
    expect(templatesOf(new Set(['test/integ.c.ts']), tree)).toEqual(['test/integ.c.ts.snapshot/C.template.json']);
    expect(templatesOf(new Set(['test/integ.d.ts']), tree)).toEqual([]);
  });
});
