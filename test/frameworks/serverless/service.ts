import { serverless } from '#frameworks/serverless/index';
import type { Patch } from '#model/patch';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import type { Value } from '#model/value';
import { applyEdits } from '#source/edit';
import { load, plainly, resourceOf } from '../repository.js';

/** What a service has besides what a test is about. */
export const HEAD = 'service: shop\nframeworkVersion: "3"\n';
export const PROVIDER = 'provider:\n  name: aws\n  runtime: nodejs24.x\n';

/** Loads a service from the text of its serverless.yml. */
export async function loadService(
  text: string,
  files: Readonly<Record<string, string>> = {},
  parameters: Readonly<Record<string, string>> = {},
): Promise<Stack> {
  return await load(text, { framework: serverless, path: 'serverless.yml', files, parameters });
}

/** Loads a service with one function `hello`, whose lines stand below its handler. */
export async function loadFunction(lines: string, more = ''): Promise<Stack> {
  return await loadService(`${HEAD}${PROVIDER}${fn(lines)}${more}`);
}

export function fn(lines = '', name = 'hello'): string {
  const own = ['handler: src/app.hello', ...lines.split('\n').filter((line) => line.trim() !== '')];
  return `functions:\n  ${name}:\n${own.map((line) => `    ${line}`).join('\n')}\n`;
}

/** The properties of a resource as plain data. */
export function propertiesOf(stack: Stack, logicalId: string): Record<string, unknown> {
  return plainly(resourceOf(stack, logicalId).properties) as Record<string, unknown>;
}

/** The statements of a role. */
export function statementsOf(stack: Stack, logicalId = 'IamRoleLambdaExecution'): readonly unknown[] {
  const [policy] = propertiesOf(stack, logicalId).Policies as { PolicyDocument: { Statement: readonly unknown[] } }[];
  return policy?.PolicyDocument.Statement ?? [];
}

/** The value at a path of a resource's properties. */
export function valueAt(resource: Resource, ...path: readonly (string | number)[]): Value {
  let value = resource.properties;
  for (const step of path) {
    const data = value.kind === 'set' ? value.data : undefined;
    const next = data instanceof Map ? data.get(String(step)) : Array.isArray(data) ? data[Number(step)] : undefined;
    if (!next) throw new Error(`nothing at ${path.join('.')}`);
    value = next as Value;
  }
  return value;
}

/** The file and the text that a value stands at. */
export function textAt(value: Value): string {
  return `${value.at.file.path}: ${value.at.file.slice(value.at.span)}`;
}

/** The root, or another file of the stack, after the patches; throws where they are declined. */
export function patched(stack: Stack, patches: readonly Patch[], path = stack.root.path): string {
  const edits = stack.edits(patches);
  if ('declined' in edits) throw new Error(`declined: ${edits.declined}`);
  const file = stack.files.find((one) => one.path === path);
  if (!file) throw new Error(`no file ${path}`);
  return applyEdits(file, edits).text;
}

/** Why the patches are declined. */
export function refusal(stack: Stack, ...patches: readonly Patch[]): string {
  const edits = stack.edits(patches);
  return 'declined' in edits ? edits.declined : 'made';
}
