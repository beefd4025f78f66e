import type { Application } from '#frameworks/terraform/application';
import {
  attributeIn,
  attributesOf,
  blocksOf,
  blockType,
  type Configuration,
  type Declared,
  headerOf,
  literalText,
  type PlacedAttribute,
  type PlacedBlock,
} from '#frameworks/terraform/configuration';
import { dataAttribute } from '#frameworks/terraform/data-sources';
import {
  itemsOf,
  type Named,
  type Names,
  narrowed,
  numberIn,
  type Place,
  type Scope,
} from '#frameworks/terraform/evaluate';
import type { Instance } from '#frameworks/terraform/instance';
import { attributeOf, tableOf } from '#frameworks/terraform/lower';
import type { ModuleCall, RegistryModule } from '#frameworks/terraform/modules';
import { registryModules } from '#frameworks/terraform/modules/all';
import { originOf, type Sharer, withOrigin } from '#frameworks/terraform/origin';
import { ResourceObject, rememberSymbolic } from '#frameworks/terraform/resource-object';
import { converted } from '#frameworks/terraform/type-constraint';
import { argumentOf, mapOf, textOf } from '#frameworks/terraform/values';
import { resourceId } from '#model/resource';
import { Text } from '#model/text';
import type { SetValue, Value, When } from '#model/value';
import type { Location, SourceFile } from '#source/file';
import { problemAt } from '#source/problem';
import type { Block, Body } from '#syntax/hcl/ast';

/** How many instances one block makes. */
const MAX_INSTANCES = 100;
/** Arguments that Terraform itself reads, in every resource. */
const META = new Set(['count', 'for_each', 'provider', 'depends_on']);
/** Blocks that say nothing of what is deployed. */
const UNREAD = new Set(['provisioner', 'connection', 'timeouts', 'precondition', 'postcondition']);
/** Arguments of `lifecycle` that are not expressions: they name attributes. */
const NAMES = new Set(['ignore_changes', 'replace_triggered_by']);
const MODULE_META = new Set([...META, 'source', 'version', 'providers']);

/** How a module was called. */
export interface Caller {
  readonly parent: Module;
  readonly declared: Declared;
  readonly scope: Scope;
}

/** One of what `count` or `for_each` make of a block. */
interface Copy {
  readonly key: string | number | undefined;
  readonly scope: Scope;
}

interface Copies {
  readonly copies: readonly Copy[];
  /** What a reference to the block is, given what each copy is. */
  shape(objects: readonly Value[]): Value;
}

interface ResourceState {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly copy: Copy;
  readonly declared: Declared;
  readonly address: string;
  readonly object: Value;
  body?: Value | 'running';
  readonly arguments: Map<string, Value | 'running'>;
}

interface Expanded {
  readonly states: readonly ResourceState[];
  readonly value: Value;
}

/** A call of a module that is not in the repository. */
export interface RegistryCall {
  readonly call: ModuleCall;
  readonly table: RegistryModule;
}

/** One instance of a module: its configuration with the inputs of one call. */
export class Module implements Names {
  readonly label: string;
  readonly files: ReadonlySet<SourceFile>;
  readonly callers: ReadonlySet<SourceFile>;
  readonly #variables = new Map<string, Named | 'running'>();
  readonly #locals = new Map<string, Named | 'running'>();
  readonly #outputs = new Map<string, Value | 'running'>();
  readonly #resources = new Map<string, Expanded | 'running'>();
  readonly #modules = new Map<string, Value | 'running'>();
  /** Local modules that this one calls, by the id of their stack. */
  readonly children = new Map<string, Module>();
  readonly registry = new Map<string, RegistryCall>();

  constructor(
    readonly application: Application,
    readonly configuration: Configuration,
    readonly id: string,
    readonly caller: Caller | undefined,
  ) {
    this.label = caller ? id.slice(application.id.length + 1) : '';
    const files = [...configuration.files, ...(caller ? [] : application.variableFiles.map((one) => one.file))];
    this.files = new Set(files);
    this.callers = new Set(caller ? [...caller.parent.files, ...caller.parent.callers] : []);
    application.register(this);
  }

  /** The conditions under which the whole module is deployed. */
  get whens(): readonly When[] {
    return this.caller?.scope.whens ?? [];
  }

  /** Everything that the module declares, evaluated. */
  get instances(): readonly Instance[] {
    const instances: Instance[] = [];
    for (const address of this.configuration.resources.keys())
      for (const state of this.#expand(address)?.states ?? []) instances.push(this.#instance(state));
    return instances;
  }

  /** Calls the modules, so that `children` and `registry` are there. */
  callAll(): void {
    for (const name of this.configuration.modules.keys()) this.module(name);
  }

  variable(name: string): Named | undefined {
    const known = this.#variables.get(name);
    if (known === 'running') return { value: this.#cycle(this.configuration.variables.get(name), `var.${name}`) };
    if (known) return known;
    const declared = this.configuration.variables.get(name);
    if (!declared) return undefined;
    this.#variables.set(name, 'running');
    const named = this.caller ? this.#input(name, declared, this.caller) : this.#given(name, declared);
    const type = attributeIn(declared, 'type');
    const scope = this.scope(declared.document, []);
    const value = converted(named.value, type?.attribute.value, (expression) =>
      this.application.evaluator.evaluate(expression, scope),
    );
    const made = { ...named, value };
    this.#variables.set(name, made);
    return made;
  }

  local(name: string): Named | undefined {
    const known = this.#locals.get(name);
    const placed = this.configuration.locals.get(name);
    if (!placed) return undefined;
    if (known === 'running') return { value: this.#cycleAt(placed, `local.${name}`) };
    if (known) return known;
    this.#locals.set(name, 'running');
    const value = this.#evaluate(placed, this.scope(placed.document, this.whens));
    const named = { value, sharer: this.#sharer(`local.${name}`) };
    this.#locals.set(name, named);
    return named;
  }

  resource(mode: 'managed' | 'data', type: string, name: string): Value | undefined {
    return this.#expand(mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`)?.value;
  }

  module(name: string): Value | undefined {
    const declared = this.configuration.modules.get(name);
    if (!declared) return undefined;
    const known = this.#modules.get(name);
    if (known === 'running') return this.#cycle(declared, `module.${name}`);
    if (known) return known;
    this.#modules.set(name, 'running');
    const { copies, shape } = this.#copies(declared, this.scope(declared.document, this.whens));
    const value = shape(copies.map((copy) => this.#call(name, declared, copy)));
    this.#modules.set(name, value);
    return value;
  }

  /** The value of an output; undefined when there is no such output. */
  output(name: string): Value | undefined {
    const declared = this.configuration.outputs.get(name);
    if (!declared) return undefined;
    const known = this.#outputs.get(name);
    if (known === 'running') return this.#cycle(declared, `output.${name}`);
    if (known) return known;
    this.#outputs.set(name, 'running');
    const placed = attributeIn(declared, 'value');
    const value = placed
      ? this.#evaluate(placed, this.scope(placed.document, this.whens))
      : this.#unknown(headerOf(declared), `output ${name} has no value`);
    this.#outputs.set(name, value);
    return value;
  }

  path(name: string): string | undefined {
    if (name === 'root' || name === 'cwd') return '.';
    if (name !== 'module') return undefined;
    return this.application.relative(this.configuration.directory);
  }

  file(path: string): SourceFile | string {
    return this.application.file(path);
  }

  template(file: SourceFile, variables: ReadonlyMap<string, Value>, at: Location): Value {
    return this.application.template(file, variables, at, this);
  }

  described(variable: string): When | undefined {
    if (!this.caller) return undefined;
    const placed = attributeIn(this.caller.declared, variable);
    return placed && this.application.evaluator.describe(placed.attribute.value, this.caller.scope);
  }

  /** The scope of the module's own expressions in one of its files. */
  scope(document: Scope['document'], whens: readonly When[]): Scope {
    return { document, names: this, bindings: new Map(), whens };
  }

  /** The attribute of a resource of this module, or of the one that it is a part of, as others read it. */
  attribute(address: string, state: ResourceState, name: string): Value | undefined {
    const at = headerOf(state.declared);
    if (state.mode === 'data') {
      const found = dataAttribute(this.application, this.#instance(state), name);
      if (found) return found;
      return this.#argument(state, name) ?? this.#unknown(at, `data source ${state.type}`);
    }
    const table = tableOf(state.type);
    const isConfigured = this.#isConfigured(state, name);
    if (table?.kind === 'companion' && !(table.attributes && Object.hasOwn(table.attributes, name))) {
      const configured = isConfigured ? this.#argument(state, name) : undefined;
      if (configured) return configured;
      const [owner] = [table.owner.argument ?? []].flat().flatMap((one) => this.#argument(state, one) ?? []);
      const text = textOf(owner);
      const ref = text instanceof Text ? text.ref : undefined;
      const there = ref && this.application.stateOf(ref.resource);
      if (there) return there.module.attribute(there.state.address, there.state, name);
      return (name === 'id' ? owner : undefined) ?? this.#unknown(at, `${address}.${name}`);
    }
    const parts = attributeOf(resourceId(this.id, address), state.type, name, isConfigured);
    if (parts) return { kind: 'set', at, data: Text.of(parts) };
    const own = isConfigured ? this.#argument(state, name) : undefined;
    return own ?? this.#unknown(at, `${state.type} makes ${name} up at deployment`);
  }

  #instance(state: ResourceState): Instance {
    const { mode, type, name, address, declared, copy } = state;
    const body = () => this.#body(state);
    return {
      mode,
      type,
      name,
      key: copy.key,
      address,
      get body() {
        return body();
      },
      at: headerOf(declared),
      extent: { file: declared.document.file, span: declared.block.span },
      when: copy.scope.whens,
    };
  }

  #expand(address: string): Expanded | undefined {
    const declared = this.configuration.resources.get(address);
    if (!declared) return undefined;
    const known = this.#resources.get(address);
    if (known === 'running') return { states: [], value: this.#cycle(declared, address) };
    if (known) return known;
    this.#resources.set(address, 'running');
    const mode = address.startsWith('data.') ? 'data' : 'managed';
    const [type = '', name = ''] = declared.block.labels.map((label) => label.text);
    const { copies, shape } = this.#copies(declared, {
      ...this.scope(declared.document, this.whens),
      block: declared.block,
    });
    const states = copies.map((copy) => this.#state({ mode, type, name, address }, declared, copy));
    const expanded = { states, value: shape(states.map((state) => state.object)) };
    this.#resources.set(address, expanded);
    return expanded;
  }

  #state(of: Pick<ResourceState, 'mode' | 'type' | 'name' | 'address'>, declared: Declared, copy: Copy): ResourceState {
    const address = `${of.address}${keyText(copy.key)}`;
    const at = headerOf(declared);
    const configured = () => [
      ...attributesOf(declared).flatMap(({ attribute }) => (META.has(attribute.name) ? [] : [attribute.name])),
      ...new Set(blocksOf(declared).map(({ block }) => blockType(block))),
    ];
    const object: SetValue = {
      kind: 'set',
      at,
      data: new ResourceObject(
        (name) => this.attribute(address, state, name),
        () => [...new Set(['id', 'arn', ...configured()])],
        of.mode === 'data' ? this.#sharer(of.address) : undefined,
      ),
    };
    const bindings = new Map([...copy.scope.bindings, ['self', object] as const]);
    const state: ResourceState = {
      ...of,
      address,
      declared,
      copy: { ...copy, scope: { ...copy.scope, bindings } },
      object,
      arguments: new Map(),
    };
    if (of.mode === 'managed') this.application.remember(resourceId(this.id, address), this, state);
    return state;
  }

  #isConfigured(state: ResourceState, name: string): boolean {
    if (META.has(name)) return false;
    return (
      attributeIn(state.declared, name) !== undefined ||
      blocksOf(state.declared).some(({ block }) => blockType(block) === name)
    );
  }

  /** One argument, without reading the others: those may refer to who asks. */
  #argument(state: ResourceState, name: string): Value | undefined {
    if (state.body !== undefined && state.body !== 'running') return argumentOf(state.body, name);
    const known = state.arguments.get(name);
    if (known === 'running') return this.#unknown(headerOf(state.declared), `${state.address} refers to itself`);
    if (known) return known;
    const placed = META.has(name) ? undefined : attributeIn(state.declared, name);
    if (!placed) {
      if (state.body === 'running' || !this.#isConfigured(state, name)) return undefined;
      return argumentOf(this.#body(state), name);
    }
    state.arguments.set(name, 'running');
    const value = this.#evaluate(placed, { ...state.copy.scope, document: placed.document });
    state.arguments.set(name, value);
    return value.kind === 'set' && value.data === null ? undefined : value;
  }

  #body(state: ResourceState): Value {
    if (state.body === 'running') return this.#unknown(headerOf(state.declared), `${state.address} refers to itself`);
    if (state.body) return state.body;
    state.body = 'running';
    const { declared, copy } = state;
    state.body = this.body(
      { attributes: attributesOf(declared), blocks: blocksOf(declared) },
      { document: declared.document, block: declared.block },
      declared.block.body,
      copy.scope,
      META,
    );
    return state.body;
  }

  /** A block as a map: arguments by name, nested blocks as lists of maps by type. */
  body(
    of: { readonly attributes: readonly PlacedAttribute[]; readonly blocks: readonly PlacedBlock[] },
    placed: PlacedBlock,
    body: Body,
    scope: Scope,
    skipped: ReadonlySet<string> = new Set(),
    nested?: Block,
  ): Value {
    const { document } = placed;
    const map = new Map<string, Value>();
    for (const { document: from, attribute } of of.attributes) {
      if (skipped.has(attribute.name) || NAMES.has(attribute.name)) continue;
      map.set(
        attribute.name,
        withoutNulls(this.#evaluate({ document: from, attribute }, { ...scope, document: from })),
      );
    }
    const types = new Set(of.blocks.map(({ block }) => blockType(block)));
    for (const type of types) {
      if (UNREAD.has(type)) continue;
      const list = this.#blocks(
        type,
        of.blocks.filter(({ block }) => blockType(block) === type),
        placed,
        body,
        scope,
      );
      if (list) map.set(type, list);
    }
    const own = nested ?? placed.block;
    const value: SetValue = {
      kind: 'set',
      at: scope.at ?? { file: document.file, span: own.span },
      key: { file: document.file, span: own.header },
      data: map,
    };
    if (scope.fixed !== undefined) return withOrigin(value, { kind: 'fixed', why: scope.fixed });
    const block = scope.block ?? placed.block;
    return withOrigin(value, { kind: 'body', document, body: own.body, block, ...(nested ? { nested } : {}) });
  }

  /** All nested blocks of one type as a list. */
  #blocks(
    type: string,
    blocks: readonly PlacedBlock[],
    holder: PlacedBlock,
    body: Body,
    scope: Scope,
  ): Value | undefined {
    const [first] = blocks;
    if (!first) return undefined;
    const { evaluator } = this.application;
    const at: Location = { file: first.document.file, span: first.block.span };
    const key = headerOf(first);
    const collections = blocks.map(({ document, block }): Value => {
      if (block.type !== 'dynamic') return { kind: 'set', at, data: null };
      const forEach = block.body.attributes.find((attribute) => attribute.name === 'for_each');
      const value = forEach && evaluator.evaluate(forEach.value, { ...scope, document });
      return value ?? this.#unknown(at, 'a dynamic block without for_each');
    });
    const place: Place = {
      expression: { kind: 'literal', value: null, span: at.span },
      scope: { ...scope, document: first.document },
    };
    return evaluator.combine(collections, place, (known) => {
      const items: Value[] = [];
      for (const [index, placed] of blocks.entries()) {
        const collection = known[index];
        if (placed.block.type !== 'dynamic')
          items.push(this.#nested(placed, placed.block, placed.block, { ...scope, document: placed.document }));
        else if (collection) for (const one of this.#dynamic(placed, collection, scope)) items.push(one);
      }
      const list: SetValue = { kind: 'set', at, key, data: items };
      const origin = scope.fixed === undefined && blocks.every(({ block }) => block.type !== 'dynamic');
      return withOrigin(
        list,
        origin
          ? { kind: 'blocks', document: holder.document, body, block: scope.block ?? holder.block, type }
          : { kind: 'fixed', why: scope.fixed ?? 'a dynamic block makes it' },
      );
    });
  }

  #nested(placed: PlacedBlock, content: Block, nested: Block, scope: Scope): Value {
    const { document } = placed;
    return this.body(
      {
        attributes: content.body.attributes.map((attribute) => ({ document, attribute })),
        blocks: content.body.blocks.map((block) => ({ document, block })),
      },
      placed,
      content.body,
      scope,
      new Set(),
      nested,
    );
  }

  #dynamic(placed: PlacedBlock, collection: Value, scope: Scope): readonly Value[] {
    const { document, block } = placed;
    const content = block.body.blocks.find((one) => one.type === 'content');
    if (!content) return [];
    const named = block.body.attributes.find((attribute) => attribute.name === 'iterator')?.value;
    const iterator = named?.kind === 'variable' ? named.name : blockType(block);
    const one = (key: Value, value: Value): Value => {
      const bound: SetValue = {
        kind: 'set',
        at: value.at,
        data: new Map([
          ['key', key],
          ['value', value],
        ]),
      };
      const bindings = new Map([...scope.bindings, [iterator, bound] as const]);
      return this.#nested(placed, content, block, { ...scope, document, bindings, fixed: 'a dynamic block makes it' });
    };
    const items = itemsOf(collection);
    if (!items) {
      const why = collection.kind === 'unknown' ? collection.why : 'how many blocks there are is not known';
      if (collection.kind === 'set' && collection.data === null) return [];
      if (collection.kind === 'absent') return [];
      const open = this.#unknown(collection.at, why);
      return [one(open, open)];
    }
    return items
      .slice(0, MAX_INSTANCES)
      .map(([key, value]) => one({ kind: 'set', at: value.at, data: typeof key === 'number' ? key : key }, value));
  }

  /** What `count` or `for_each` make of a block. */
  #copies(declared: Declared, scope: Scope): Copies {
    const count = attributeIn(declared, 'count');
    const forEach = attributeIn(declared, 'for_each');
    if (!count && !forEach)
      return { copies: [{ key: undefined, scope }], shape: ([only]) => only ?? this.#nothing(declared) };
    const placed = count ?? forEach;
    if (!placed) return { copies: [], shape: () => this.#nothing(declared) };
    const value = this.#evaluate(placed, { ...scope, document: placed.document });
    return count ? this.#counted(declared, value, scope) : this.#forEach(declared, value, scope);
  }

  #counted(declared: Declared, value: Value, scope: Scope): Copies {
    const leaves = leavesOf(value, scope.whens);
    const at = headerOf(declared);
    if (leaves.some(({ value: leaf }) => countIn(leaf) === undefined))
      return this.#symbolic(declared, value, scope, 'count');
    const most = Math.max(0, ...leaves.map(({ value: leaf }) => countIn(leaf) ?? 0));
    if (most > MAX_INSTANCES) this.#tooMany(declared, most);
    const copies: Copy[] = [];
    for (let index = 0; index < Math.min(most, MAX_INSTANCES); index += 1) {
      const having = leaves.filter(({ value: leaf }) => (countIn(leaf) ?? 0) > index);
      const whens = commonWhens(
        having.map(({ whens: one }) => one),
        leaves.length === having.length,
        scope.whens,
      );
      const bound: SetValue = {
        kind: 'set',
        at,
        data: new Map([['index', { kind: 'set', at, data: index } as const]]),
      };
      copies.push({
        key: index,
        scope: { ...scope, whens, bindings: new Map([...scope.bindings, ['count', bound] as const]) },
      });
    }
    return {
      copies,
      shape: (objects) => shapeOf(value, (leaf) => ({ kind: 'set', at, data: objects.slice(0, countIn(leaf) ?? 0) })),
    };
  }

  #forEach(declared: Declared, value: Value, scope: Scope): Copies {
    const leaves = leavesOf(value, scope.whens);
    const at = headerOf(declared);
    const known = leaves.map((leaf) => ({ ...leaf, entries: forEachEntries(leaf.value) }));
    if (known.some(({ entries }) => entries === undefined)) return this.#symbolic(declared, value, scope, 'for_each');
    const names = new Set(known.flatMap(({ entries }) => [...(entries?.keys() ?? [])]));
    if (names.size > MAX_INSTANCES) this.#tooMany(declared, names.size);
    const keys = [...names].sort().slice(0, MAX_INSTANCES);
    const copies = keys.map((key): Copy => {
      const having = known.filter(({ entries }) => entries?.has(key));
      const whens = commonWhens(
        having.map(({ whens: one }) => one),
        known.length === having.length,
        scope.whens,
      );
      const item = having[0]?.entries?.get(key) ?? this.#unknown(at, 'each.value');
      const bound: SetValue = {
        kind: 'set',
        at,
        data: new Map<string, Value>([
          ['key', { kind: 'set', at, data: key }],
          ['value', item],
        ]),
      };
      return { key, scope: { ...scope, whens, bindings: new Map([...scope.bindings, ['each', bound] as const]) } };
    });
    return {
      copies,
      shape: (objects) =>
        shapeOf(value, (leaf) => {
          const entries = forEachEntries(leaf);
          const map = new Map(
            keys.flatMap((key, index) => (entries?.has(key) && objects[index] ? [[key, objects[index]]] : [])),
          );
          return { kind: 'set', at, data: map };
        }),
    };
  }

  /** One instance that stands for a number of them that is not known. */
  #symbolic(declared: Declared, value: Value, scope: Scope, by: 'count' | 'for_each'): Copies {
    const at = headerOf(declared);
    const cause = leavesOf(value, []).find(({ value: leaf }) => leaf.kind === 'unknown')?.value;
    const why = cause?.kind === 'unknown' ? cause.why : `${by} is not known`;
    const open = this.#unknown(at, why);
    const bound: SetValue =
      by === 'count'
        ? { kind: 'set', at, data: new Map([['index', open]]) }
        : {
            kind: 'set',
            at,
            data: new Map<string, Value>([
              ['key', open],
              ['value', open],
            ]),
          };
    const name = by === 'count' ? 'count' : 'each';
    const bindings = new Map([...scope.bindings, [name, bound] as const]);
    return {
      copies: [{ key: undefined, scope: { ...scope, bindings } }],
      shape: ([object]) => {
        const unknown = { kind: 'unknown', at, why } as const;
        if (object) rememberSymbolic(unknown, { object });
        return unknown;
      },
    };
  }

  #call(name: string, declared: Declared, copy: Copy): Value {
    const { application } = this;
    const at = headerOf(declared);
    const id = `${this.id}/module.${name}${keyText(copy.key)}`;
    const source = literalText(attributeIn(declared, 'source')?.attribute.value);
    const inputs = () =>
      attributesOf(declared).flatMap(({ attribute }) => (MODULE_META.has(attribute.name) ? [] : [attribute.name]));
    if (source !== undefined && isLocal(source)) {
      const found = application.localModule(this, source);
      if (typeof found === 'string') {
        application.tell('partial', at, `Module ${name} in ${at.file.path} was left out: ${found}.`);
        return this.#outside(at, `module ${source} is not read`, inputs);
      }
      const child = new Module(application, found, id, { parent: this, declared, scope: copy.scope });
      this.children.set(id, child);
      return {
        kind: 'set',
        at,
        data: new ResourceObject(
          (output) => child.output(output),
          () => found.outputs.keys(),
        ),
      };
    }
    const table = source === undefined ? undefined : registryModules.get(plainSource(source));
    if (!table || source === undefined) {
      const what =
        source === undefined ? 'its source is not a literal' : `${source.slice(0, 100)} is not in the repository`;
      application.tell('skipped', at, `Module ${name} in ${at.file.path} was not looked into: ${what}.`);
      return this.#outside(at, `module ${plainSource(source ?? name)} is not read`, inputs);
    }
    const version = literalText(attributeIn(declared, 'version')?.attribute.value);
    let read: Value | undefined;
    const call: ModuleCall = {
      source: plainSource(source),
      version,
      name,
      stackId: id,
      get inputs() {
        read ??= evaluated();
        return read;
      },
      at,
      extent: { file: declared.document.file, span: declared.block.span },
      when: copy.scope.whens,
    };
    const evaluated = () =>
      this.body(
        { attributes: attributesOf(declared), blocks: [] },
        { document: declared.document, block: declared.block },
        declared.block.body,
        { ...copy.scope, block: declared.block },
        MODULE_META,
      );
    this.registry.set(id, { call, table });
    return {
      kind: 'set',
      at,
      data: new ResourceObject(
        (output) => table.output(call, output) ?? this.#unknown(at, `output ${output} of module ${call.source}`),
        () => [],
      ),
    };
  }

  #outside(at: Location, why: string, names: () => Iterable<string>): Value {
    return {
      kind: 'set',
      at,
      data: new ResourceObject(() => this.#unknown(at, why), names),
    };
  }

  #given(name: string, declared: Declared): Named {
    const { application } = this;
    const at = headerOf(declared);
    const given = application.parameter(name);
    if (given !== undefined) {
      const data = given as string | number | boolean;
      return { value: { kind: 'set', at, data }, parameter: name };
    }
    const serves = () => this.configuration.uses(`var.${name}`) === 1;
    const filed = application.variableEntry(name);
    const sharer = { name: `var.${name}`, serves };
    if (filed) return { value: this.#evaluate(filed, this.scope(filed.document, [])), sharer, parameter: name };
    const fallback = attributeIn(declared, 'default');
    if (fallback)
      return { value: this.#evaluate(fallback, this.scope(fallback.document, [])), sharer, parameter: name };
    return { value: { kind: 'unknown', at, why: `variable ${name} has no default`, parameter: name } };
  }

  #input(name: string, declared: Declared, { declared: call, scope }: Caller): Named {
    const at = headerOf(declared);
    const isUsedOnce = () => this.configuration.uses(`var.${name}`) === 1;
    // An argument belongs to its call alone, whoever else calls the module; a default belongs to all calls.
    const given: Sharer = {
      name: `var.${name}`,
      serves: () => isUsedOnce() && this.application.copies(call) === 1,
    };
    const sharer: Sharer = {
      name: `var.${name}`,
      serves: () => isUsedOnce() && this.application.calls(this.configuration) === 1,
    };
    const placed = attributeIn(call, name);
    if (placed) {
      const value = this.#evaluate(placed, { ...scope, document: placed.document });
      const isNull = value.kind === 'set' && value.data === null;
      if (!isNull) return { value, sharer: given };
    }
    const fallback = attributeIn(declared, 'default');
    if (fallback) return { value: this.#evaluate(fallback, this.scope(fallback.document, [])), sharer };
    return { value: this.#unknown(at, `input ${name} is not given`) };
  }

  #evaluate({ document, attribute }: PlacedAttribute, scope: Scope): Value {
    const key = scope.at ?? { file: document.file, span: attribute.nameSpan };
    return this.application.evaluator.evaluate(attribute.value, scope, key, attribute);
  }

  #sharer(name: string): Sharer {
    return {
      name,
      serves: () => this.configuration.uses(name) === 1 && this.application.calls(this.configuration) === 1,
    };
  }

  #cycle(declared: Declared | undefined, name: string): Value {
    const at = declared ? headerOf(declared) : this.application.at;
    return this.#selfReference(at, name);
  }

  #cycleAt({ document, attribute }: PlacedAttribute, name: string): Value {
    return this.#selfReference({ file: document.file, span: attribute.nameSpan }, name);
  }

  #selfReference(at: Location, name: string): Value {
    const message = `${name} in ${at.file.path} refers to itself. Break the cycle.`;
    this.application.problem(problemAt('partial', at.file, at.span, message));
    return this.#unknown(at, `${name} refers to itself`);
  }

  #tooMany(declared: Declared, count: number): void {
    const at = headerOf(declared);
    const name = declared.block.labels.map((label) => label.text).join('.');
    const message = `${name} in ${at.file.path} makes ${count} instances; the first ${MAX_INSTANCES} were looked at.`;
    this.application.problem(problemAt('skipped', at.file, at.span, message));
  }

  #nothing(declared: Declared): Value {
    return this.#unknown(headerOf(declared), 'it is not declared');
  }

  #unknown(at: Location, why: string): Value {
    return { kind: 'unknown', at, why };
  }
}

/** A resource with the module that declares it. */
export interface RememberedResource {
  readonly module: Module;
  readonly state: ResourceState;
}

export type { ResourceState };

/** Whether a module's source is a directory of the repository. */
export function isLocal(source: string): boolean {
  return source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..';
}

/** A registry source without the registry's host. */
function plainSource(source: string): string {
  const plain = source.replace(/^registry\.(terraform\.io|opentofu\.org)\//, '');
  // The same modules are also called by their repositories: `github.com/terraform-aws-modules/terraform-aws-lambda?ref=v7`.
  const repository =
    /^(?:git::)?(?:https:\/\/|ssh:\/\/git@|git@)?github\.com[/:]([\w-]{1,100})\/terraform-(\w{1,40})-([\w-]{1,100}?)(?:\.git)?(\/\/[\w/-]{1,200})?(?:\?.{0,200})?$/.exec(
      plain,
    );
  if (!repository) return plain;
  const [, owner, provider, name, inner = ''] = repository;
  return `${owner}/${name}/${provider}${inner}`;
}

function keyText(key: string | number | undefined): string {
  return key === undefined ? '' : `[${JSON.stringify(key)}]`;
}

/** The number of instances that a value of `count` says. */
function countIn(value: Value): number | undefined {
  const number = value.kind === 'set' && value.data !== null ? numberIn(value) : undefined;
  if (number !== undefined) return Math.max(0, Math.floor(number));
  return value.kind === 'set' && typeof value.data === 'boolean' ? Number(value.data) : undefined;
}

/** The keys and values that a value of `for_each` says; undefined when they are not known. */
function forEachEntries(value: Value): ReadonlyMap<string, Value> | undefined {
  const map = mapOf(value);
  if (map) return map;
  if (value.kind === 'absent') return new Map();
  if (value.kind !== 'set' || !Array.isArray(value.data)) return undefined;
  const entries = new Map<string, Value>();
  for (const item of value.data as readonly Value[]) {
    const text = textOf(item);
    if (text === undefined) return undefined;
    entries.set(String(text), item);
  }
  return entries;
}

interface Leaf {
  readonly whens: readonly When[];
  readonly value: Exclude<Value, { kind: 'conditional' }>;
}

/** The versions of a value with the conditions under which each holds. */
function leavesOf(value: Value, whens: readonly When[]): Leaf[] {
  if (value.kind !== 'conditional') return [{ whens, value }];
  return value.branches.flatMap((branch) => {
    const other = whens.find((when) => when.condition === branch.when.condition);
    if (other && other.holds !== branch.when.holds) return [];
    return leavesOf(branch.value, other ? whens : [...whens, branch.when]);
  });
}

/** The conditions of what exists in some versions: those of the only one, or none where there are several. */
function commonWhens(having: readonly (readonly When[])[], all: boolean, base: readonly When[]): readonly When[] {
  const [only] = having;
  if (all || !only) return base;
  return having.length === 1
    ? only
    : only.filter((when) =>
        having.every((one) => one.some((other) => other.condition === when.condition && other.holds === when.holds)),
      );
}

/** The value of every version. */
function shapeOf(value: Value, make: (leaf: Value) => Value): Value {
  if (value.kind !== 'conditional') return make(value);
  const branches = value.branches.map(({ when, value: inner }) => ({
    when,
    value: shapeOf(narrowed(inner, when), make),
  }));
  return { ...value, branches };
}

/** An argument that is null is not written. */
function withoutNulls(value: Value): Value {
  if (value.kind === 'conditional') {
    const branches = value.branches.map((branch) => ({ when: branch.when, value: withoutNulls(branch.value) }));
    return { ...value, branches };
  }
  if (value.kind !== 'set' || value.data !== null) return value;
  const origin = originOf(value);
  const absent: Value = { kind: 'absent', at: value.at };
  return origin ? withOrigin(absent, origin) : absent;
}
