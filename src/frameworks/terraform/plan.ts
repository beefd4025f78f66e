import { get, stringOf as stringIn } from '#frameworks/cloudformation/nodes';
import type { Instance } from '#frameworks/terraform/instance';
import { attributeOf, lower } from '#frameworks/terraform/lower';
import type { Declined, Patch } from '#model/patch';
import { Resource, resourceId } from '#model/resource';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import type { SetValue, Value } from '#model/value';
import type { Edit } from '#source/edit';
import type { Location, SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { type DataNode, entryOf, type MapNode } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** How deep modules of a plan nest. */
const MAX_NESTING = 20;
const MAX_DEPTH = 100;

/** Whether a path may be a plan that somebody wrote down: `tfplan.json`, `plan-prod.json`. */
export function isPlanName(path: string): boolean {
  return /(^|[/._-])(tf)?plan[^/]{0,60}\.json$/i.test(path);
}

/** Whether a file is what `terraform show -json` prints of a plan. */
export function looksLikePlan(file: SourceFile): boolean {
  if (!isPlanName(file.path)) return false;
  return file.text.includes('"planned_values"') && file.text.includes('"format_version"');
}

/**
 * Loads a plan as JSON. Findings point into it; nothing of it is edited, because Terraform makes it anew.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function loadPlan(root: SourceFile): Stack | undefined {
  const document = parseDocument(root);
  const planned = get(document.root, 'planned_values', 'root_module');
  if (planned?.kind !== 'map') return undefined;
  const modules: PlanModule[] = [];
  const stack = new PlanStack(root.path, root, document.problems);
  const configuration = get(document.root, 'configuration', 'root_module');
  collect({ stack, planned, configuration, unknown: unknownIn(document.root) }, modules, 0);
  const declared = modules.map((module) => ({ stack: module.stack, instances: instancesOf(module) }));
  const lowered = lower(declared.map(({ stack: { id: stackId }, instances }) => ({ stackId, instances })));
  for (const { stack: own } of declared)
    for (const { instance, ...declaration } of lowered.get(own.id) ?? []) {
      const resource = new Resource({ ...declaration, declaredType: instance.type, stack: own });
      own.resources.set(resource.logicalId, resource);
    }
  return stack;
}

class PlanStack implements Stack {
  readonly framework = 'terraform';
  readonly resources = new Map<string, Resource>();
  readonly nested: PlanStack[] = [];

  constructor(
    readonly id: string,
    readonly root: SourceFile,
    readonly problems: readonly Problem[],
  ) {}

  get files(): readonly SourceFile[] {
    return [this.root];
  }

  edits(_patches: readonly Patch[]): readonly Edit[] | Declined {
    return { declined: 'a plan is made by Terraform' };
  }
}

interface PlanModule {
  readonly stack: PlanStack;
  readonly planned: MapNode;
  /** What the module's blocks refer to; undefined where the plan does not tell. */
  readonly configuration: DataNode | undefined;
  /** `after_unknown` of every resource, by its address in the plan. */
  readonly unknown: ReadonlyMap<string, DataNode>;
}

function collect(module: PlanModule, into: PlanModule[], depth: number): void {
  into.push(module);
  const children = get(module.planned, 'child_modules');
  if (children?.kind !== 'list' || depth > MAX_NESTING) return;
  for (const child of children.items) {
    const address = stringIn(get(child, 'address'));
    if (child.kind !== 'map' || address === undefined) continue;
    const step = address.slice(address.lastIndexOf('module.'));
    const name = /^module\.([\w-]{1,200})/.exec(step)?.[1] ?? '';
    const stack = new PlanStack(`${module.stack.id}/${step}`, module.stack.root, []);
    module.stack.nested.push(stack);
    const configuration = get(module.configuration, 'module_calls', name, 'module');
    collect({ stack, planned: child, configuration, unknown: module.unknown }, into, depth + 1);
  }
}

function unknownIn(root: DataNode | undefined): ReadonlyMap<string, DataNode> {
  const changes = get(root, 'resource_changes');
  const found = new Map<string, DataNode>();
  for (const change of changes?.kind === 'list' ? changes.items : []) {
    const address = stringIn(get(change, 'address'));
    const unknown = get(change, 'change', 'after_unknown');
    if (address !== undefined && unknown) found.set(address, unknown);
  }
  return found;
}

function instancesOf(module: PlanModule): readonly Instance[] {
  const resources = get(module.planned, 'resources');
  return resources?.kind === 'list' ? resources.items.flatMap((node) => instanceOf(module, node) ?? []) : [];
}

function instanceOf(module: PlanModule, node: DataNode): Instance | undefined {
  const { root: file } = module.stack;
  const whole = stringIn(get(node, 'address'));
  const type = stringIn(get(node, 'type'));
  const name = stringIn(get(node, 'name'));
  const addressNode = get(node, 'address');
  if (whole === undefined || type === undefined || name === undefined || !addressNode) return undefined;
  const mode = stringIn(get(node, 'mode')) === 'data' ? 'data' : 'managed';
  const plain = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const at: Location = { file, span: addressNode.span };
  const index = get(node, 'index');
  const key =
    index?.kind === 'scalar' && typeof index.value !== 'boolean' && index.value !== null ? index.value : undefined;
  const values = get(node, 'values');
  const own = values?.kind === 'map' ? mapOf(file, values, 0) : new Map<string, Value>();
  const expressions = expressionsOf(module.configuration, plain);
  const unknown = module.unknown.get(whole);
  for (const entry of unknown?.kind === 'map' ? unknown.entries : []) {
    const open = entry.value.kind === 'scalar' && entry.value.value === true;
    if (open && !own.has(entry.key)) own.set(entry.key, referenceOf(module, get(expressions, entry.key), at));
  }
  const body: SetValue = { kind: 'set', at, key: at, data: own };
  return {
    mode,
    type,
    name,
    key,
    address: key === undefined ? plain : `${plain}[${JSON.stringify(key)}]`,
    body,
    at,
    extent: { file, span: node.span },
    when: [],
  };
}

function expressionsOf(configuration: DataNode | undefined, address: string): DataNode | undefined {
  const resources = get(configuration, 'resources');
  const found = resources?.kind === 'list' ? resources.items : [];
  return get(
    found.find((one) => stringIn(get(one, 'address')) === address),
    'expressions',
  );
}

/** What is known only after apply, as the reference that the configuration has there. */
function referenceOf(module: PlanModule, expression: DataNode | undefined, at: Location): Value {
  const references = get(expression, 'references');
  const [first, second] = references?.kind === 'list' ? references.items.map((item) => stringIn(item)) : [];
  const whole = first !== undefined && second !== undefined && first.startsWith(`${second}.`) ? second : undefined;
  if (first !== undefined && whole !== undefined && !/^(data|var|local|module|each|count|self)\./.test(whole)) {
    const type = whole.slice(0, whole.indexOf('.'));
    const attribute = first.slice(whole.length + 1);
    const parts = attributeOf(resourceId(module.stack.id, whole), type, attribute, false);
    if (parts) return { kind: 'set', at, data: Text.of(parts) };
  }
  return { kind: 'unknown', at, why: 'known after apply' };
}

function mapOf(file: SourceFile, node: MapNode, depth: number): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const { key, keySpan } of node.entries) {
    const value = entryOf(node, key)?.value;
    if (!value || (value.kind === 'scalar' && value.value === null)) continue;
    map.set(key, valueOfNode(file, value, depth + 1, { file, span: keySpan }));
  }
  return map;
}

function valueOfNode(file: SourceFile, node: DataNode, depth: number, key?: Location): Value {
  const place = { at: { file, span: node.span }, ...(key ? { key } : {}) };
  if (depth > MAX_DEPTH) return { kind: 'unknown', at: place.at, why: 'nested too deep' };
  if (node.kind === 'scalar') return { kind: 'set', ...place, data: node.value };
  if (node.kind === 'map') return { kind: 'set', ...place, data: mapOf(file, node, depth) };
  return { kind: 'set', ...place, data: node.items.map((item) => valueOfNode(file, item, depth + 1)) };
}
