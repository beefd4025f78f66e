import { createHash } from 'node:crypto';
import type { Rule } from '#finding/rule';
import type { Property, PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import { compatible, type SetValue, type Value, type When } from '#model/value';

/** Length of the part of a fingerprint that says what the finding is; what follows tells copies of it apart. */
const KEY_LENGTH = 24;

/** A short hash that no value can be read back from in practice, unless it is guessed: never of a secret. */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, KEY_LENGTH);
}

/** What identifies a finding, whatever moves around it (law 5). */
export interface Identity {
  readonly rule: Rule;
  readonly resource: Resource | undefined;
  readonly path: PropertyPath;
  readonly when: readonly When[];
  /** The property that is pointed at, where it is one. */
  readonly property: Property | undefined;
  readonly about: string | undefined;
}

/**
 * The first part of a fingerprint: rule, type and logical ID of the resource, path of the property with list items by their
 * names, the value that is wrong, and what the rule adds. No file name, no line, no index, no conditions.
 */
export function keyOfIdentity({ rule, resource, path, when, property, about }: Identity): string {
  const place = resource ? [resource.type, resource.logicalId, stablePath(resource, path, when)] : [];
  return digest(rule.id, ...place, salientOf(rule, property), about ?? '');
}

/** As the key, without the resource: equal for what one text makes of several resources. */
export function twinOfIdentity({ rule, path, property, about }: Identity): string {
  return digest(rule.id, path.join('.'), salientOf(rule, property), about ?? '');
}

function salientOf(rule: Rule, property: Property | undefined): string {
  return property && !isSensitive(rule) ? salient(property) : '';
}

/** The key in a fingerprint: equal for all copies of one finding. */
export function keyOf(fingerprint: string): string {
  return fingerprint.slice(0, KEY_LENGTH);
}

/** CWEs about credentials in the open: findings of such rules point at secrets. */
const SECRET_WEAKNESSES: ReadonlySet<number> = new Set([256, 257, 259, 260, 312, 321, 522, 532, 547, 798]);

/** Whether what the rule points at may be a secret, of which no trace may enter a fingerprint (law 10). */
export function isSensitive(rule: Rule): boolean {
  if (rule.pointsAtNoSecret) return false;
  return rule.practices.includes(8) || rule.cwe.some((cwe) => SECRET_WEAKNESSES.has(cwe));
}

/** Words and switches identify; a number that is too low or too high stays the same finding while it is being tuned. */
function salient(property: Property): string {
  if (property.kind !== 'set') return '';
  const { scalar } = property;
  if (scalar instanceof Text) return withoutOwnName(scalar.toString(), property.resource);
  return typeof scalar === 'string' || typeof scalar === 'boolean' ? String(scalar) : '';
}

/** What the author of a list calls its items. Only identifiers: never a value. */
const NAMES: readonly string[] = [
  'Sid',
  'Name',
  'Key',
  'Id',
  'AttributeName',
  'IndexName',
  'DataResourceType',
  'id',
  'name',
];

/**
 * A path in which list items go by their names; an item without one adds nothing, so that a list of one and its only item,
 * an item and a sibling inserted before it, are the same. Copies are told apart when scans are compared.
 */
export function stablePath(resource: Resource, path: PropertyPath, when: readonly When[]): string {
  const steps: string[] = [];
  let value: Value | undefined = resource.properties;
  for (const step of path) {
    const current: Value | undefined = value && branchOf(value, when);
    value = current && child(current, step);
    if (typeof step === 'string') steps.push(step);
    else {
      const name = value && nameOf(branchOf(value, when), resource);
      if (name !== undefined) steps.push(`[${name}]`);
    }
  }
  return steps.join('.');
}

/** The value at a path, in the branch that the conditions choose. */
export function valueAt(resource: Resource, path: PropertyPath, when: readonly When[]): Value | undefined {
  let value: Value | undefined = branchOf(resource.properties, when);
  for (const step of path) {
    const next: Value | undefined = value && child(value, step);
    value = next && branchOf(next, when);
  }
  return value;
}

function branchOf(value: Value, when: readonly When[]): Value {
  if (value.kind !== 'conditional') return value;
  const chosen = value.branches.find((branch) => compatible([branch.when], when));
  return chosen ? branchOf(chosen.value, when) : value;
}

function child(value: Value, step: string | number): Value | undefined {
  if (value.kind !== 'set') return undefined;
  const { data } = value;
  if (data instanceof Map) return data.get(String(step));
  return Array.isArray(data) && typeof step === 'number' ? (data as readonly Value[])[step] : undefined;
}

function nameOf(item: Value, resource: Resource): string | undefined {
  if (item.kind !== 'set' || !(item.data instanceof Map)) return undefined;
  // A framework numbers what it generates (`OrdersRolePolicy0`): only what an author wrote is a name.
  const names = resource.generatedBy === undefined ? [...NAMES, 'PolicyName'] : NAMES;
  for (const name of names) {
    const value: Value | undefined = item.data.get(name);
    if (value?.kind === 'set' && typeof value.data === 'string') return value.data;
    if (value?.kind === 'set' && value.data instanceof Text) return value.data.toString();
  }
  return undefined;
}

/**
 * What a value says, as text: equal for equal content wherever it stands. References are told by the type of their target
 * where `typeOf` knows it, and a resource's own name is left out, so that renaming a resource changes nothing.
 */
export function content(value: Value | undefined, owner: Resource, typeOf: (id: string) => string | undefined): string {
  if (value === undefined) return '';
  const seen = (one: Value): string => {
    if (one.kind === 'conditional') {
      return `if(${one.branches.map((branch) => `${branch.when.condition}=${branch.when.holds}:${seen(branch.value)}`).join('|')})`;
    }
    if (one.kind === 'set') return ofData(one.data);
    return one.kind;
  };
  const ofData = (data: SetValue['data']): string => {
    if (data instanceof Text) {
      const parts = data.parts.map((part) => {
        if (typeof part === 'string') return part;
        if (part.kind === 'hole') return `\${${part.name ?? part.why}}`;
        return `\${${typeOf(part.resource) ?? part.resource}.${part.attribute}}`;
      });
      return JSON.stringify(withoutOwnName(parts.join(''), owner));
    }
    if (data instanceof Map) {
      const entries = [...data].filter(([, entry]) => entry.kind !== 'absent').sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${seen(entry)}`).join(',')}}`;
    }
    if (Array.isArray(data)) return `[${(data as readonly Value[]).map(seen).join(',')}]`;
    return typeof data === 'string' ? JSON.stringify(withoutOwnName(data, owner)) : String(data);
  };
  return seen(value);
}

/** The text with a resource's own name as `@`. What a framework generates has names that start with their origin's. */
function withoutOwnName(text: string, owner: Resource): string {
  const name = owner.generatedBy ?? owner.logicalId;
  if (name === '' || !text.includes(name)) return text;
  let clean = '';
  let done = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const within = isLetter(text[at - 1]) || (owner.generatedBy === undefined && isLetter(text[end]));
    clean += text.slice(done, at) + (within ? name : '@');
    done = end;
  }
  return clean + text.slice(done);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}
