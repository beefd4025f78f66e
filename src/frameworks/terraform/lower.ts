import { decoded } from '#frameworks/terraform/encoded';
import type { Instance } from '#frameworks/terraform/instance';
import { type LoweredSource, originOf, withOrigin } from '#frameworks/terraform/origin';
import { tables } from '#frameworks/terraform/types/all';
import {
  type BlockRow,
  type CompanionTable,
  type LoweringScope,
  pascalCase,
  type Row,
  type Table,
} from '#frameworks/terraform/types/table';
import {
  argumentOf,
  blockOf,
  listOf,
  mapBranches,
  mapOf,
  sameText,
  stringOf,
  textOf,
} from '#frameworks/terraform/values';
import { resourceId } from '#model/resource';
import { type Part, type ResourceRef, Text } from '#model/text';
import type { SetValue, Value, When } from '#model/value';
import type { Location } from '#source/file';

/** The instances of one stack. */
export interface StackInstances {
  readonly stackId: string;
  readonly instances: readonly Instance[];
}

/** What an instance is in CloudFormation: a Declaration but for its stack. */
export interface Lowered {
  readonly instance: Instance;
  readonly logicalId: string;
  readonly type: string;
  readonly at: Location;
  readonly extent: Location;
  readonly when: readonly When[];
  readonly properties: Value;
  readonly attributes: Value;
  readonly generatedBy?: string;
}

/** The table of a Terraform type; undefined where there is none. */
export function tableOf(type: string): Table | undefined {
  return tables.get(type);
}

/**
 * Lowers what the stacks of an application declare, all at once: a companion in one module may configure a resource of another.
 * @returns by stack id, in the order of the instances
 */
export function lower(stacks: readonly StackInstances[]): ReadonlyMap<string, readonly Lowered[]> {
  return new Application(stacks).lowered();
}

/** A resource while companions still add to it. */
interface Draft {
  readonly instance: Instance;
  readonly stackId: string;
  readonly type: string;
  readonly scope: LoweringScope;
  readonly properties: Map<string, Value>;
  readonly sources: LoweredSource[];
}

class Application {
  /** By the id that references have. */
  readonly #drafts = new Map<string, Draft>();
  readonly #instances = new Map<string, Instance>();
  readonly #byType = new Map<string, Draft[]>();

  constructor(readonly stacks: readonly StackInstances[]) {
    for (const { stackId, instances } of stacks)
      for (const instance of instances) this.#instances.set(resourceId(stackId, instance.address), instance);
  }

  lowered(): ReadonlyMap<string, readonly Lowered[]> {
    const companions: { stackId: string; scope: LoweringScope; instance: Instance; table: CompanionTable }[] = [];
    for (const { stackId, instances } of this.stacks) {
      const scope = scopeOf(stackId, instances, this.#instances);
      for (const instance of instances) {
        if (instance.mode !== 'managed') continue;
        const table = tableOf(instance.type);
        if (table?.kind === 'ignored') continue;
        if (table?.kind === 'companion') companions.push({ stackId, scope, instance, table });
        else this.#draft(stackId, scope, instance, table);
      }
    }
    for (const { stackId, scope, instance, table } of companions) this.#companion(stackId, scope, instance, table);
    const result = new Map<string, Lowered[]>(this.stacks.map(({ stackId }) => [stackId, []]));
    for (const draft of this.#drafts.values()) result.get(draft.stackId)?.push(...this.#finished(draft));
    return result;
  }

  #draft(
    stackId: string,
    scope: LoweringScope,
    instance: Instance,
    table: Pick<Extract<Table, { kind: 'resource' }>, 'type' | 'rows'> | undefined,
  ): void {
    const type = table ? (typeof table.type === 'string' ? table.type : table.type(instance)) : instance.type;
    const properties = new Map<string, Value>();
    const sources: LoweredSource[] = [];
    if (table) {
      sources.push({ rows: table.rows, body: instance.body });
      fill(properties, table.rows, instance.body, scope, instance);
    } else {
      // Without a table the resource is what Terraform calls it, as it is written.
      for (const [name, value] of mapOf(instance.body) ?? []) properties.set(name, value);
    }
    const draft: Draft = { instance, stackId, type, scope, properties, sources };
    this.#drafts.set(resourceId(stackId, instance.address), draft);
    const same = this.#byType.get(instance.type);
    if (same) same.push(draft);
    else this.#byType.set(instance.type, [draft]);
  }

  #companion(stackId: string, scope: LoweringScope, instance: Instance, table: CompanionTable): void {
    const owners = this.#owners(stackId, instance, table);
    if (owners.length === 0) {
      if (table.alone) this.#draft(stackId, scope, instance, table.alone);
      return;
    }
    for (const { draft, when } of owners) {
      const whens = [...instance.when, ...when].filter(
        (one) => !draft.instance.when.some((other) => other.condition === one.condition && other.holds === one.holds),
      );
      const { into } = table;
      if (into.as === 'item') {
        const item = argumentOf(instance.body, into.own);
        if (item) append(draft, into.cfn, under(whens, item));
        continue;
      }
      const own = new Map<string, Value>();
      fill(own, table.rows, instance.body, scope, instance);
      const source: LoweredSource = { rows: table.rows, body: instance.body };
      if (into.as === 'append') {
        const item: SetValue = { kind: 'set', at: instance.at, key: instance.at, data: own };
        append(draft, into.cfn, under(whens, withOrigin(item, { kind: 'lowered', sources: [source] })));
        continue;
      }
      draft.sources.push(source);
      for (const [name, value] of own) {
        const there = draft.properties.get(name);
        draft.properties.set(name, whens.length === 0 ? merged(there, value) : under(whens, value, there));
      }
    }
  }

  #owners(
    stackId: string,
    instance: Instance,
    table: CompanionTable,
  ): { readonly draft: Draft; readonly when: readonly When[] }[] {
    const { types, argument, named, same } = table.owner;
    const candidates = types.flatMap((type) => this.#byType.get(type) ?? []);
    if (same)
      return candidates
        .filter(
          (draft) =>
            draft.stackId === stackId &&
            same.every((name) => sameText(argumentOf(instance.body, name), argumentOf(draft.instance.body, name))),
        )
        .slice(0, 1)
        .map((draft) => ({ draft, when: [] }));
    return [argument ?? []].flat().flatMap((name) => {
      const value = argumentOf(instance.body, name);
      return value ? this.#named(value, [], types, candidates, named) : [];
    });
  }

  #named(
    value: Value,
    when: readonly When[],
    types: readonly string[],
    candidates: readonly Draft[],
    named: string | undefined,
  ): { readonly draft: Draft; readonly when: readonly When[] }[] {
    if (value.kind === 'conditional')
      return value.branches.flatMap((branch) =>
        this.#named(branch.value, [...when, branch.when], types, candidates, named),
      );
    if (value.kind === 'set' && Array.isArray(value.data))
      return value.data.flatMap((item: Value) => this.#named(item, when, types, candidates, named));
    const text = textOf(value);
    if (text instanceof Text) {
      for (const ref of text.refs) {
        const draft = this.#drafts.get(ref.resource);
        if (draft && types.includes(draft.instance.type)) return [{ draft, when }];
      }
    }
    if (named === undefined) return [];
    const found = candidates.find((draft) => sameText(value, argumentOf(draft.instance.body, named)));
    return found ? [{ draft: found, when }] : [];
  }

  *#finished(draft: Draft): Iterable<Lowered> {
    const { instance, sources, scope } = draft;
    const properties: SetValue = { kind: 'set', at: instance.at, key: instance.at, data: draft.properties };
    const origin = sources.length > 0 ? ({ kind: 'lowered', sources } as const) : originOf(instance.body);
    const table = tableOf(instance.type);
    const beside = new Map<string, Value>();
    const besideRows = (table?.kind === 'resource' && table.beside) || [];
    fill(beside, besideRows, instance.body, scope, instance);
    const prevented = argumentOf(blockOf(instance.body, 'lifecycle'), 'prevent_destroy');
    if (prevented && !beside.has('DeletionPolicy'))
      beside.set(
        'DeletionPolicy',
        mapBranches(prevented, (value) => retention(value)),
      );
    const attributes: SetValue = { kind: 'set', at: instance.at, key: instance.at, data: beside };
    const place = { instance, at: instance.at, extent: instance.extent, when: instance.when };
    yield {
      ...place,
      logicalId: instance.address,
      type: draft.type,
      properties: origin ? withOrigin(properties, origin) : properties,
      attributes: withOrigin(attributes, {
        kind: 'lowered',
        sources: [{ rows: besideRows, body: instance.body }],
      }),
    };
    if (table?.kind !== 'resource') return;
    for (const { suffix, type, properties: own } of table.adds?.(instance, scope) ?? [])
      yield {
        ...place,
        logicalId: `${instance.address}/${suffix}`,
        type,
        properties: own,
        attributes: { kind: 'set', at: instance.at, data: new Map() },
        generatedBy: instance.address,
      };
  }
}

function scopeOf(stackId: string, instances: readonly Instance[], known: ReadonlyMap<string, Instance>): LoweringScope {
  const scope: LoweringScope = {
    stackId,
    instances,
    instanceOf: (value) => {
      const text = textOf(value);
      const [ref] = text instanceof Text ? text.refs : [];
      return ref && known.get(ref.resource);
    },
    decoded,
    lowered: (rows, body, instance) => {
      const map = new Map<string, Value>();
      fill(map, rows, body, scope, instance);
      return withOrigin(
        { kind: 'set', at: body.at, data: map, ...(body.kind === 'set' && body.key ? { key: body.key } : {}) },
        { kind: 'lowered', sources: [{ rows, body }] },
      );
    },
  };
  return scope;
}

/** What rows make of one instance by itself. */
export function loweredAlone(rows: readonly Row[], instance: Instance): Value {
  return scopeOf('', [], new Map()).lowered(rows, instance.body, instance);
}

/** `prevent_destroy = true` keeps a resource as the policies `Retain` do: Terraform destroys what it replaces. */
function retention(value: SetValue): Value {
  const data = stringOf(value) === 'true' ? 'Retain' : 'Delete';
  return withOrigin({ ...value, data }, { kind: 'converted', from: value, back: retained });
}

/** What `prevent_destroy` is for a DeletionPolicy. */
export function retained(datum: unknown): boolean | undefined {
  return datum === 'Retain' ? true : datum === 'Delete' ? false : undefined;
}

/** Reads rows into the map. */
function fill(
  into: Map<string, Value>,
  rows: readonly Row[],
  body: Value,
  scope: LoweringScope,
  instance: Instance,
): void {
  for (const row of rows) {
    const value = rowValue(row, body, scope, instance);
    if (value === undefined) continue;
    if (row.kind === 'block' && row.cfn.length === 0) {
      for (const [name, one] of mapOf(value) ?? []) if (!into.has(name)) into.set(name, one);
    } else put(into, row.cfn, value, { rows, body });
  }
}

function rowValue(row: Row, body: Value, scope: LoweringScope, instance: Instance): Value | undefined {
  if (row.kind === 'made') {
    const value = row.make(body, scope, instance);
    if (value && value.kind !== 'conditional' && !originOf(value)) withOrigin(value, { kind: 'made', row, body });
    return value;
  }
  const found = argumentAt(body, row.own);
  if (!found) return undefined;
  if (row.kind === 'json') return decoded(found);
  if (row.kind === 'argument') {
    const { convert } = row;
    if (!convert) return found;
    return mapBranches(found, (value) => {
      if (value.data === null) return value;
      const made = convert.forth(value);
      if (made === value || made.kind === 'conditional') return made;
      return withOrigin(made, { kind: 'converted', from: value, ...(convert.back ? { back: convert.back } : {}) });
    });
  }
  return blockValue(row, found, body, scope, instance);
}

function blockValue(
  row: BlockRow,
  found: Value,
  body: Value,
  scope: LoweringScope,
  instance: Instance,
): Value | undefined {
  return mapBranches(found, (value) => {
    const items = listOf(value) ?? (mapOf(value) ? [value] : undefined);
    if (!items) return { kind: 'unknown', at: value.at, why: 'a scalar stands where a block belongs' };
    const one = (item: Value): Value =>
      mapBranches(item, (each) => (mapOf(each) ? scope.lowered(row.rows, each, instance) : each));
    if (row.as === 'one') return items[0] ? one(items[0]) : { kind: 'absent', at: value.at };
    const key = value.key ? { key: value.key } : {};
    if (row.as === 'list')
      return withOrigin({ kind: 'set', at: value.at, ...key, data: items.map(one) }, { kind: 'items', row, body });
    const map = new Map<string, Value>();
    for (const item of items) {
      const name = textOf(argumentOf(item, row.keyedBy ?? ''));
      if (name === undefined) return { kind: 'unknown', at: item.at, why: 'the name of an entry is not known' };
      map.set(String(name), one(item));
    }
    return withOrigin({ kind: 'set', at: value.at, ...key, data: map }, { kind: 'items', row, body });
  });
}

/** The value at a path of the body, through blocks that stand once; undefined when it is not written. */
export function argumentAt(body: Value, path: readonly string[]): Value | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return body;
  const found = argumentOf(body, name);
  if (!found || rest.length === 0) return found;
  const inner = through(found, rest);
  return inner.kind === 'absent' ? undefined : inner;
}

function through(found: Value, rest: readonly string[]): Value {
  if (found.kind === 'conditional')
    return {
      ...found,
      branches: found.branches.map((branch) => ({ when: branch.when, value: through(branch.value, rest) })),
    };
  if (found.kind !== 'set') return found;
  const items = listOf(found);
  const one = items ? items[0] : found;
  if (!one) return { kind: 'absent', at: found.at };
  if (one.kind === 'unknown') return one;
  if (one.kind === 'conditional') return through(one, rest);
  return argumentAt(one, rest) ?? { kind: 'absent', at: one.at };
}

/** Writes a value at a path of the map, making the maps on the way. */
function put(into: Map<string, Value>, path: readonly string[], value: Value, source: LoweredSource): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  const there = into.get(name);
  if (rest.length === 0) {
    into.set(name, merged(there, value));
    return;
  }
  const inner = mapOf(there);
  const map = new Map(inner ?? []);
  const key = there?.kind === 'set' ? there.key : value.kind === 'set' ? value.key : undefined;
  const made: SetValue = { kind: 'set', at: there?.at ?? value.at, data: map, ...(key ? { key } : {}) };
  put(map, rest, value, source);
  into.set(
    name,
    withOrigin(made, { kind: 'lowered', sources: [{ rows: below(source.rows, name), body: source.body }] }),
  );
}

/** The rows that write below a name, as seen from there. */
export function below(rows: readonly Row[], name: string): readonly Row[] {
  return rows.flatMap((row): Row[] => {
    if (row.kind === 'block' && row.cfn.length === 0) {
      const inner = below(row.rows, name);
      return inner.length > 0 ? [{ ...row, rows: inner }] : [];
    }
    return row.cfn[0] === name && row.cfn.length > 1 ? [{ ...row, cfn: row.cfn.slice(1) }] : [];
  });
}

/** Two values for one property: maps become one, lists are joined, and else the later one is it. */
function merged(there: Value | undefined, value: Value): Value {
  if (!there || there.kind === 'absent') return value;
  const before = mapOf(there);
  const after = mapOf(value);
  if (before && after && value.kind === 'set') {
    const map = new Map(before);
    for (const [name, one] of after) map.set(name, merged(map.get(name), one));
    const sources = [there, value].flatMap((one) => {
      const origin = originOf(one);
      return origin?.kind === 'lowered' ? origin.sources : [];
    });
    return withOrigin({ ...value, at: there.at, data: map }, { kind: 'lowered', sources });
  }
  const items = listOf(there);
  const more = listOf(value);
  if (items && more && there.kind === 'set') {
    const added = more.filter((one) => !items.some((other) => sameText(one, other)));
    const joined: SetValue = { ...there, data: [...items, ...added] };
    return withOrigin(joined, originOf(there) ?? { kind: 'fixed', why: 'it is written at several places' });
  }
  return value;
}

function append(draft: Draft, path: readonly string[], item: Value): void {
  const list: SetValue = { kind: 'set', at: item.at, data: [item] };
  put(draft.properties, path, list, { rows: [], body: draft.instance.body });
}

/** A value that is there only where all the conditions hold, and else what was there. */
function under(whens: readonly When[], value: Value, otherwise?: Value): Value {
  return whens.reduceRight<Value>((inner, when) => {
    const none: Value = otherwise ?? { kind: 'absent', at: value.at };
    return {
      kind: 'conditional',
      at: value.at,
      branches: [
        { when, value: inner },
        { when: { ...when, holds: !when.holds }, value: none },
      ],
    };
  }, value);
}

/**
 * What an attribute of a resource is to others, where it is a reference: by the table of its type, and in PascalCase for what nobody
 * configured. Undefined where the configured argument is to be read, or where the deployment makes something up (`random_id`).
 */
export function attributeOf(
  id: string,
  type: string,
  name: string,
  isConfigured: boolean,
): readonly Part[] | undefined {
  const table = tableOf(type);
  if (table?.kind === 'ignored') return undefined;
  const ref = (attribute: string): ResourceRef => ({ kind: 'ref', resource: id, attribute });
  const said = table?.attributes && Object.hasOwn(table.attributes, name) ? table.attributes[name] : undefined;
  if (typeof said === 'string') return [ref(said)];
  if (said) return said(ref);
  if (name === 'id') return [ref('Ref')];
  if (name === 'arn') return [ref('Arn')];
  return isConfigured ? undefined : [ref(pascalCase(name))];
}
