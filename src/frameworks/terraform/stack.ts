import type { Application } from '#frameworks/terraform/application';
import { rememberInstance } from '#frameworks/terraform/declarations';
import { editsOf } from '#frameworks/terraform/edits';
import type { Instance } from '#frameworks/terraform/instance';
import { lower } from '#frameworks/terraform/lower';
import type { Module, RegistryCall } from '#frameworks/terraform/module';
import { spelled } from '#frameworks/terraform/spelling';
import type { Declined, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** The Stack that a module becomes: the root, a local module within it, or a call of a registry module. */
export class TerraformStack implements Stack {
  readonly framework = 'terraform';
  readonly resources = new Map<string, Resource>();
  readonly nested: TerraformStack[] = [];
  readonly problems: Problem[] = [];

  constructor(
    readonly application: Application,
    readonly id: string,
    readonly root: SourceFile,
    /** The module that it is; a registry module's call stands in the module that calls it. */
    readonly module: Module,
    readonly registry: RegistryCall | undefined,
  ) {}

  /** Its own files, and those of the callers: what they give stands there. */
  get files(): readonly SourceFile[] {
    const own = [
      this.root,
      ...this.module.files,
      ...this.module.callers,
      ...(this.module.caller ? [] : this.application.used),
    ];
    return [...new Set(own)];
  }

  spelled(resource: Resource, path: PropertyPath): string | undefined {
    return spelled(resource, path);
  }

  edits(patches: readonly Patch[]): readonly Edit[] | Declined {
    return editsOf(this, patches);
  }
}

/** Evaluates an application and lowers it to stacks. */
export function stackOf(application: Application): TerraformStack {
  const declared: { stack: TerraformStack; instances: readonly Instance[] }[] = [];
  const root = collect(application, application.root, declared);
  const lowered = lower(declared.map(({ stack, instances }) => ({ stackId: stack.id, instances })));
  const twins = new Map<string, Resource[]>();
  for (const { stack } of declared)
    for (const { instance, ...declaration } of lowered.get(stack.id) ?? []) {
      const resource = new Resource({ ...declaration, declaredType: instance.type, stack });
      const { at, type, name } = instance;
      const block = `${at.file.path} ${at.span.start} ${type}.${name} ${resource.logicalId.endsWith(instance.address) ? '' : resource.logicalId}`;
      const same = twins.get(block) ?? [];
      same.push(resource);
      twins.set(block, same);
      rememberInstance(resource, instance, same);
      stack.resources.set(resource.logicalId, resource);
    }
  root.problems.push(...application.problems);
  return root;
}

function collect(
  application: Application,
  module: Module,
  into: { stack: TerraformStack; instances: readonly Instance[] }[],
): TerraformStack {
  const stack = new TerraformStack(application, module.id, rootOf(application, module), module, undefined);
  const { instances } = module;
  into.push({ stack, instances });
  module.callAll();
  for (const child of module.children.values()) stack.nested.push(collect(application, child, into));
  for (const [id, registry] of module.registry) {
    const nested = new TerraformStack(application, id, registry.call.at.file, module, registry);
    into.push({ stack: nested, instances: registry.table.instances(registry.call) });
    stack.nested.push(nested);
  }
  return stack;
}

function rootOf(application: Application, module: Module): SourceFile {
  if (!module.caller) return application.read.root;
  const { files } = module.configuration;
  const main = files.find((file) => /(^|\/)main\.(tf|tofu)$/.test(file.path));
  return main ?? files[0] ?? application.read.root;
}
