import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Takes SAM's own lists out of an unpacked aws-sam-translator (Apache-2.0, https://pypi.org/project/aws-sam-translator/):
 *   pip download --no-deps aws-sam-translator && unzip aws_sam_translator-*.whl -d /tmp/translator
 *   npx tsx --conditions=source tools/sam-facts.ts /tmp/translator/samtranslator
 * The lists are facts of the SAM specification; the result is checked in, because the package is not on npm.
 */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Templates {
  readonly Templates: Record<
    string,
    { Parameters: Record<string, unknown>; Definition: { Statement: readonly Record<string, Json>[] } }
  >;
}

const source = process.argv[2];
if (!source) throw new Error('Give the path of the samtranslator folder.');
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'frameworks', 'sam');
const version = /__version__ = "([0-9.]+)"/.exec(readFileSync(join(source, '__init__.py'), 'utf8'))?.[1] ?? 'unknown';

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(source ?? '', path), 'utf8')) as T;
}

function write(name: string, doc: string, body: string): void {
  writeFileSync(
    join(target, `${name}.generated.ts`),
    `// Made by tools/sam-facts.ts from aws-sam-translator ${version} (Apache-2.0).\n\n/** ${doc} */\n${body}\n`,
  );
}

const { Templates: templates } = read<Templates>('policy_templates_data/policy_templates.json');
const policies = Object.entries(templates).map(
  ([name, { Parameters, Definition }]) =>
    `  ${name}: ${JSON.stringify({ parameters: Object.keys(Parameters ?? {}), statements: Definition.Statement })},`,
);
write(
  'policy-templates',
  'Every policy template of SAM: its parameters, and its statements as CloudFormation writes them, with a `Ref` per parameter.',
  `export const POLICY_TEMPLATES: Readonly<Record<string, PolicyTemplate>> = {\n${policies.join('\n')}\n};\n\nexport interface PolicyTemplate {\n  readonly parameters: readonly string[];\n  readonly statements: readonly { readonly [key: string]: Json }[];\n}\n\ntype Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };`,
);

const managed = read<Record<string, Record<string, string>>>('internal/data/aws_managed_policies.json').aws ?? {};
const byPath = new Map<string, string[]>();
for (const [name, arn] of Object.entries(managed)) {
  const path = arn.slice(arn.indexOf(':policy/') + 8, arn.length - name.length);
  byPath.set(path, [...(byPath.get(path) ?? []), name]);
}
write(
  'managed-policies',
  'The AWS managed policies that SAM knows by name, by the path below `arn:aws:iam::aws:policy/`; names are separated by a space.',
  `export const MANAGED_POLICIES: Readonly<Record<string, string>> = {\n${[...byPath].map(([path, names]) => `  ${JSON.stringify(path)}: ${JSON.stringify(names.join(' '))},`).join('\n')}\n};`,
);

/** Comments are not facts. */
function facts(key: string, value: unknown): unknown {
  return key.startsWith('_') ? undefined : value;
}

const profiles = read<{ Permissions: Record<string, Record<string, Json>>; CfnResourceProperties: Json }>(
  'model/connector_profiles/profiles.json',
);
write(
  'connector-profiles',
  'What a connector grants, by the types of its source and destination; `%{Source.Arn}` and the like are filled in.',
  `export const CONNECTOR_PROFILES: Readonly<Record<string, Readonly<Record<string, ConnectorProfile>>>> = ${JSON.stringify(profiles.Permissions, facts)};\n\n/** Where the ARN, name, role and so on of a resource of a type are found. */\nexport const CONNECTOR_RESOURCES: Readonly<Record<string, ConnectorResource>> = ${JSON.stringify(profiles.CfnResourceProperties, facts)};\n\nexport interface ConnectorProfile {\n  readonly Type: string;\n  readonly Properties: {\n    readonly SourcePolicy: boolean;\n    readonly DependedBy?: string;\n    readonly ValidAccessCategories?: readonly (readonly string[])[];\n    readonly AccessCategories: Readonly<Record<string, { readonly [key: string]: Json }>>;\n  };\n}\n\nexport interface ConnectorResource {\n  readonly Inputs?: { readonly Role?: string | { readonly Function: string } };\n  readonly Outputs?: { readonly [key: string]: Json };\n}\n\ntype Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };`,
);
