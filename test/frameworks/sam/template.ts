import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import type { Patch } from '#model/patch';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import type { Value } from '#model/value';
import { applyEdits } from '#source/edit';
import { load, plainly, resourceOf } from '../repository.js';

export const framework = templates([sam]);

/** Loads the resources of a SAM template; `globals` are the lines of its Globals. */
export async function loadSam(resources: string, globals = '', more = ''): Promise<Stack> {
  const head = "Transform: 'AWS::Serverless-2016-10-31'\n";
  const shared = globals === '' ? '' : `Globals:\n${globals}`;
  return await load(`${head}${shared}${more}Resources:\n${resources}`, { framework });
}

/** A function with what stands below its Properties, at eight columns less six. */
export function fn(properties: string, name = 'Fn'): string {
  const base = ['Handler: app.handler', 'Runtime: nodejs24.x', 'CodeUri: ./src'];
  const lines = [...base, ...properties.split('\n').filter((line) => line.trim() !== '')];
  return `  ${name}:\n    Type: AWS::Serverless::Function\n    Properties:\n${lines.map((line) => `      ${line}`).join('\n')}\n`;
}

/** The properties of a resource as plain data. */
export function propertiesOf(stack: Stack, logicalId: string): Record<string, unknown> {
  return plainly(resourceOf(stack, logicalId).properties) as Record<string, unknown>;
}

/** The types of the resources by logical ID. */
export function typesOf(stack: Stack): Record<string, string> {
  return Object.fromEntries([...stack.resources.values()].map((one) => [one.logicalId, one.type]));
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

/** The text that a value stands at. */
export function textAt(value: Value): string {
  return value.at.file.slice(value.at.span);
}

/** The template after the patches; throws where they are declined. */
export function patched(stack: Stack, ...patches: readonly Patch[]): string {
  const edits = stack.edits(patches);
  if ('declined' in edits) throw new Error(`declined: ${edits.declined}`);
  return applyEdits(stack.root, edits).text;
}

/** Why the patches are declined. */
export function refusal(stack: Stack, ...patches: readonly Patch[]): string {
  const edits = stack.edits(patches);
  return 'declined' in edits ? edits.declined : 'made';
}
