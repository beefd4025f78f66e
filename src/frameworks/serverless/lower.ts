import {
  asMap,
  callOf,
  entriesOf,
  get,
  isNull,
  itemsOf,
  literal,
  mapOf,
  node,
  stringOf,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { lowerEvents } from '#frameworks/serverless/events/all';
import { lowerFunction, readFunctions } from '#frameworks/serverless/function';
import { merge, mergedMaps } from '#frameworks/serverless/merge';
import { lowerDeploymentBucket, lowerDomains, lowerLayers } from '#frameworks/serverless/others';
import { noteOf, originalOf, withNote } from '#frameworks/serverless/places';
import { Roles } from '#frameworks/serverless/role';
import { type Lowered, Service, type ServiceInput } from '#frameworks/serverless/service';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** A service as the template that the framework would deploy. */
export interface LoweredService {
  readonly service: Service;
  /** The template's sections: resources generated and declared, merged as the framework merges them. */
  readonly template: MapNode;
  /** Under `resources`, variables resolved: what the author declares or overrides, by logical ID. */
  readonly declared: ReadonlyMap<string, DataNode>;
}

/** The major version that `frameworkVersion` allows at most: `^3.1` is 3, `>=2 <4` is 3; 3 where it is open. */
export function versionOf(root: DataNode): 2 | 3 | 4 {
  const range = literal(get(root, 'frameworkVersion')) ?? '';
  let highest = 0;
  for (const match of range.matchAll(/(<=?|>=?|\^|~|=)?\s{0,5}v?(\d{1,4})(\.\d{1,6}){0,2}/g)) {
    const major = Number(match[2]);
    const isOpen = match[1] === '>=' || match[1] === '>';
    const isBelow = match[1] === '<' && !/\.[1-9]/.test(match[0]);
    highest = Math.max(highest, isBelow ? major - 1 : isOpen ? Math.min(major, 3) : major);
  }
  if (highest >= 4) return 4;
  return highest === 1 || highest === 2 ? 2 : 3;
}

/** Lowers a service to CloudFormation as the framework's compiler does. */
export function lowerService(input: Omit<ServiceInput, 'version'>): LoweredService {
  const service = new Service({ ...input, version: versionOf(input.root) });
  const { root } = input;
  for (const section of ['provider', 'custom', 'layers']) outside(service, section, get(root, section));
  const constructs = entriesOf(root).find((entry) => entry.key === 'constructs');
  if (constructs) service.tell(constructs.keySpan, 'The constructs of serverless-lift were not looked at.');
  const functions = mergedMaps(get(root, 'functions'), (wrong) => outside(service, 'functions', wrong));
  if (functions) readFunctions(service, functions);
  lowerDeploymentBucket(service);
  const roles = new Roles(service);
  for (const fn of service.functions.values()) lowerFunction(fn, service, roles.of);
  lowerLayers(service);
  lowerEvents(service);
  lowerDomains(service);
  roles.emit();
  const resources = mergedMaps(get(root, 'resources'), (wrong) => outside(service, 'resources', wrong));
  return { service, ...templateOf(service, resources) };
}

/** A section whose contents only the deployment knows, because code or another place gives them. */
function outside(service: Service, section: string, of: DataNode | undefined): void {
  const why = of && noteOf(of).unknown;
  if (of && why !== undefined) service.tell(of.span, `A part of \`${section}\` was not looked at: it is ${why}.`);
}

function templateOf(service: Service, resources: MapNode | undefined): Pick<LoweredService, 'template' | 'declared'> {
  const at = resources?.span ?? service.root.span;
  const entries = new Map<string, DataEntry>();
  for (const lowered of service.lowered.values())
    entries.set(lowered.id, { key: lowered.id, keySpan: lowered.at, value: resourceNode(lowered) });
  const declared = new Map<string, DataNode>();
  const written = get(resources, 'Resources');
  outside(service, 'resources.Resources', written);
  for (const entry of entriesOf(written)) {
    if (isNull(entry.value)) continue;
    outside(service, `resources.Resources.${entry.key}`, entry.value);
    declared.set(entry.key, entry.value);
    const under = entries.get(entry.key);
    entries.set(entry.key, under ? { ...under, value: merge(under.value, entry.value) } : entry);
  }
  for (const extension of entriesOf(get(resources, 'extensions'))) {
    const under = entries.get(extension.key);
    if (!under) {
      service.tell(extension.keySpan, `The framework makes no resource ${extension.key}: it cannot be extended.`);
      continue;
    }
    declared.set(extension.key, extension.value);
    entries.set(extension.key, { ...under, value: extended(under.value, extension.value) });
  }
  const sections = entriesOf(resources).filter((entry) => entry.key !== 'Resources' && entry.key !== 'extensions');
  const all: MapNode = { kind: 'map', entries: [...entries.values()].map(withoutNulls), span: written?.span ?? at };
  const resourcesEntry: DataEntry = { key: 'Resources', keySpan: at, value: all };
  return { template: { kind: 'map', entries: [...sections, resourcesEntry], span: at }, declared };
}

function resourceNode(lowered: Lowered): MapNode {
  const head = mapOf({ Type: lowered.type }, lowered.at);
  const properties: DataEntry = { key: 'Properties', keySpan: lowered.at, value: lowered.properties };
  return { ...head, entries: [...head.entries, ...lowered.attributes, properties] };
}

/** `resources.extensions`: properties are replaced one by one, `DependsOn` grows. */
function extended(resource: DataNode, extension: DataNode): DataNode {
  let result = asMap(resource);
  if (!result) return resource;
  for (const { key, value, keySpan } of entriesOf(extension)) {
    if (key === 'DependsOn')
      result = withEntry(result, key, node([...itemsOf(get(result, key)), ...itemsOf(value)], value.span), keySpan);
    else if (key === 'Properties' || key === 'Metadata') {
      const before = asMap(get(result, key)) ?? mapOf({}, value.span);
      const kept = before.entries.filter((entry) => !entriesOf(value).some((one) => one.key === entry.key));
      const entries = [...kept, ...entriesOf(value)];
      result = withEntry(result, key, withNote({ ...before, entries }, { original: originalOf(value) }), keySpan);
    } else result = withEntry(result, key, value, keySpan);
  }
  return result;
}

/** The framework drops properties without a value. */
function withoutNulls(entry: DataEntry): DataEntry {
  const properties = get(entry.value, 'Properties');
  const map = asMap(entry.value);
  if (!map || !properties) return entry;
  const stripped = strip(properties, 0);
  return stripped === properties
    ? entry
    : { ...entry, value: withNote(withEntry(map, 'Properties', stripped), { original: originalOf(map) }) };
}

const MAX_DEPTH = 200;

function strip(of: DataNode, depth: number): DataNode {
  if (of.kind === 'scalar' || depth > MAX_DEPTH) return of;
  if (of.kind === 'list') {
    const items = of.items.map((item) => strip(item, depth + 1));
    return items.every((item, index) => item === of.items[index])
      ? of
      : withNote({ ...of, items }, { ...noteOf(of), original: originalOf(of) });
  }
  const entries = of.entries
    .filter((entry) => !isNull(entry.value))
    .map((entry) => {
      const value = strip(entry.value, depth + 1);
      return value === entry.value ? entry : { ...entry, value };
    });
  if (entries.length === of.entries.length && entries.every((entry, index) => entry === of.entries[index])) return of;
  return withNote({ ...of, entries }, { ...noteOf(of), original: originalOf(of) });
}

/** Whether a service is deployed to AWS. */
export function isAws(root: DataNode): boolean {
  const provider = get(root, 'provider');
  if (!provider || callOf(provider)) return provider !== undefined;
  return (stringOf(provider) ?? literal(get(provider, 'name'))) === 'aws';
}
