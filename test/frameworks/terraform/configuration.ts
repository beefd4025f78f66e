import { terraform } from '#frameworks/terraform/index';
import type { Patch } from '#model/patch';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import { withNested } from '#model/stack';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { load, plainly } from '../repository.js';

/** The stack of a root module that is one file, `main.tf`. */
export async function configured(text: string, files: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const root = new SourceFile('main.tf', text);
  return load(root, { framework: terraform, files: { ...files, 'main.tf': text } });
}

/** Every resource of the application as plain data: `module.queue aws_sqs_queue.this` for one of a nested module. */
export async function declared(text: string): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const stack of withNested([await configured(text)]))
    for (const resource of stack.resources.values()) found[nameOf(resource)] = plainly(resource.properties);
  return found;
}

/** The resource of that name in the application, which must be there. */
export async function one(text: string, name: string): Promise<Resource> {
  const resources = withNested([await configured(text)]).flatMap((stack) => [...stack.resources.values()]);
  const found = resources.find((resource) => nameOf(resource) === name);
  if (!found) throw new Error(`no resource ${name}; there are ${resources.map(nameOf).join(', ')}`);
  return found;
}

/** The text of `main.tf` after the patches of its resources, or why they are declined. */
export async function patched(text: string, patches: (of: (address: string) => Resource) => Patch[]): Promise<string> {
  const stack = await configured(text);
  const edits = stack.edits(
    patches((address) => {
      const found = stack.resources.get(address);
      if (!found) throw new Error(`no resource ${address}; there are ${[...stack.resources.keys()].join(', ')}`);
      return found;
    }),
  );
  if ('declined' in edits) return edits.declined;
  return applyEdits(new SourceFile('main.tf', text), [...edits]).text;
}

function nameOf({ stack, logicalId }: Resource): string {
  const nested = stack.id.slice(stack.id.lastIndexOf('/') + 1);
  return nested.startsWith('module.') ? `${nested} ${logicalId}` : logicalId;
}

/** What stands at the start of the line where a value is placed. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end).trim();
}
