import type { Instance } from '#frameworks/terraform/instance';
import { attributeOf } from '#frameworks/terraform/lower';
import type { ModuleCall, RegistryModule } from '#frameworks/terraform/modules';
import { withOrigin } from '#frameworks/terraform/origin';
import { ResourceObject } from '#frameworks/terraform/resource-object';
import type { MadeRow } from '#frameworks/terraform/types/table';
import { argumentOf, isFalse, isTrue, listOf, mapOf } from '#frameworks/terraform/values';
import type { Datum } from '#model/patch';
import { resourceId } from '#model/resource';
import { Text } from '#model/text';
import { both, type Value, type When } from '#model/value';
import type { Location } from '#source/file';

type Path = readonly (string | number)[];

/** What a module's input is when the call does not write it. */
type Default = string | number | boolean | readonly string[];

/** What arguments of a resource are made of: inputs, values, nested blocks (a list of maps), or maps. */
export type Spec =
  | Input
  | Value
  | Default
  | readonly Spec[]
  | { readonly [name: string]: Spec | undefined }
  | undefined;

/** A well-known module. */
export interface ModuleTable {
  readonly source: string;
  /** The defaults of the inputs that mean something; `null` ones are left out. */
  readonly defaults: Readonly<Record<string, Default>>;
  /** Declares the resources, by `Declarations.add`. */
  declare(module: Declarations): void;
  /**
   * The resource and the attribute of it that each output is: `queue_arn: 'aws_sqs_queue.this arn'`; with the input whose keys tell
   * instances apart, a map of that of each: `rule_arns: 'aws_cloudwatch_event_rule.this[rules] arn'`.
   */
  readonly outputs: Readonly<Record<string, string>>;
}

/** One input of the call, or one entry of an input that is a map. */
export class Input {
  constructor(
    readonly inputs: Inputs,
    readonly name: string,
  ) {}

  get value(): Value | undefined {
    return this.inputs.get(this.name);
  }

  /** Whether the module gives the value. */
  get isDefault(): boolean {
    return !this.inputs.has(this.name);
  }
}

/** The inputs of a call, or the entries of one of them. */
export class Inputs {
  constructor(
    readonly value: Value | undefined,
    readonly path: Path,
    readonly at: Location,
    readonly defaults: Readonly<Record<string, Default>>,
  ) {}

  /** The value of an input or its default; undefined when it is null. */
  get(name: string): Value | undefined {
    const written = argumentOf(this.value, name);
    if (written || !Object.hasOwn(this.defaults, name)) return written;
    return plain(this.defaults[name], this.at);
  }

  /** Whether the call writes the input. */
  has(name: string): boolean {
    return argumentOf(this.value, name) !== undefined;
  }

  input(name: string): Input {
    return new Input(this, name);
  }

  /** Inputs as a resource's arguments of the same names. */
  same(names: string): { readonly [name: string]: Input } {
    return Object.fromEntries(names.split(' ').map((name) => [name, this.input(name)]));
  }

  /** What stands below an input that is a map. */
  below(name: string): Inputs {
    const value = argumentOf(this.value, name);
    return new Inputs(value, [...this.path, name], value?.at ?? this.at, {});
  }

  /** The entries of an input that is a map. */
  entries(name: string): readonly (readonly [key: string, entry: Inputs])[] {
    return [...(mapOf(argumentOf(this.value, name)) ?? [])].map(([key, value]) => [
      key,
      new Inputs(value, [...this.path, name, key], value.at, {}),
    ]);
  }

  /** The items of an input that is a list; one map where a list belongs is a list of one. */
  items(name: string): readonly Inputs[] {
    const value = argumentOf(this.value, name);
    const items = listOf(value) ?? (mapOf(value) && value ? [value] : []);
    return items.map((item, index) => new Inputs(item, [...this.path, name, index], item.at, {}));
  }

  /**
   * When all of the flags hold (`create`), or do not (`!create_layer`); undefined when they never do. A flag that cannot be known is
   * taken for its default.
   */
  when(...flags: readonly string[]): readonly When[] | undefined {
    let whens: readonly When[] = [];
    for (const flag of flags) {
      const negated = flag.startsWith('!');
      const name = negated ? flag.slice(1) : flag;
      const found = holds(this.get(name), !negated, this.defaults[name] === true);
      if (!found) return undefined;
      whens = both(whens, found);
    }
    return whens;
  }
}

/** Under which conditions a flag is what is wanted. */
function holds(value: Value | undefined, wanted: boolean, otherwise: boolean): readonly When[] | undefined {
  if (value?.kind === 'conditional') {
    const found = value.branches.flatMap((branch) => {
      const inner = holds(branch.value, wanted, otherwise);
      return inner ? [both([branch.when], inner)] : [];
    });
    return found.length === value.branches.length ? [] : found[0];
  }
  const on = isTrue(value) || (!isFalse(value) && otherwise);
  return on === wanted ? [] : undefined;
}

/** A default is written anew as the argument that it is of. */
function given(own: Path): MadeRow {
  return {
    kind: 'made',
    cfn: [],
    make: () => undefined,
    back: (below, datum) => (below.length === 0 ? { path: own, datum } : undefined),
  };
}

/** Which input an argument of an instance is made of. */
interface Route {
  readonly own: Path;
  readonly input: Path;
  /** The value that the module gives the input by itself. */
  readonly value?: Value;
}

/** What each call declares: always the same instances, so that edits find the one that a resource was made of. */
const DECLARED = new WeakMap<ModuleCall, readonly Instance[]>();

const ROUTES = new WeakMap<Instance, readonly Route[]>();

/** What a module declares for one call. */
export class Declarations {
  readonly instances: Instance[] = [];
  readonly inputs: Inputs;

  constructor(
    readonly call: ModuleCall,
    defaults: ModuleTable['defaults'],
  ) {
    this.inputs = new Inputs(call.inputs, [], call.at, defaults);
  }

  /** Declares a resource under conditions; nothing when they never hold. */
  add(
    address: string,
    when: readonly When[] | undefined,
    body: { readonly [name: string]: Spec | undefined },
    key?: string | number,
  ): Instance | undefined {
    if (!when) return undefined;
    const { call } = this;
    const [type = '', name = ''] = address.split('.');
    const routes: Route[] = [];
    const made = built(body, call.at, [], routes);
    const instance: Instance = {
      mode: 'managed',
      type,
      name,
      key,
      address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
      body: made ?? { kind: 'set', at: call.at, data: new Map() },
      at: call.at,
      extent: call.extent,
      when: both(call.when, when),
    };
    ROUTES.set(instance, routes);
    for (const { own, value } of routes)
      if (value) withOrigin(value, { kind: 'made', row: given(own), body: instance.body });
    this.instances.push(instance);
    return instance;
  }

  /** What an attribute of one of the module's resources is, whether or not it was declared yet. */
  attribute(address: string, attribute: string, key?: string): Value {
    return attributeIn(this.call, key === undefined ? address : `${address}[${JSON.stringify(key)}]`, attribute);
  }
}

/** A module that a table tells. */
export function registryModule(table: ModuleTable): RegistryModule {
  return {
    source: table.source,
    instances: (call) => {
      const known = DECLARED.get(call);
      if (known) return known;
      const declarations = new Declarations(call, table.defaults);
      table.declare(declarations);
      DECLARED.set(call, declarations.instances);
      return declarations.instances;
    },
    // Inputs are not looked at: those of two modules often need each other's outputs.
    output: (call, name) => {
      const found = Object.hasOwn(table.outputs, name) ? table.outputs[name] : undefined;
      const [address, attribute] = found?.split(' ') ?? [];
      return address !== undefined && attribute !== undefined ? outputOf(call, address, attribute) : undefined;
    },
    back: (instance, path, datum) => route(instance, path, datum),
  };
}

/** An attribute; of an address that ends with `[input]`, a map of that of every instance, by the keys of the input. */
function outputOf(call: ModuleCall, address: string, attribute: string): Value {
  const [, own, input] = /^(.*)\[(\w+)\]$/.exec(address) ?? [];
  if (own === undefined || input === undefined) return attributeIn(call, address, attribute);
  return {
    kind: 'set',
    at: call.at,
    data: new ResourceObject(
      (key) => attributeIn(call, `${own}[${JSON.stringify(key)}]`, attribute),
      () => mapOf(mapOf(call.inputs)?.get(input))?.keys() ?? [],
    ),
  };
}

function attributeIn(call: ModuleCall, address: string, attribute: string): Value {
  const [type = ''] = address.split('.');
  const parts = attributeOf(resourceId(call.stackId, address), type, attribute, false);
  return parts
    ? { kind: 'set', at: call.at, data: Text.of(parts) }
    : { kind: 'unknown', at: call.at, why: `attribute ${attribute} of ${address}` };
}

/** Steps into lists are left out: nearly all of them are blocks that stand once. What several routes may mean is declined. */
function route(
  instance: Instance,
  path: Path,
  datum: Datum,
): { readonly path: Path; readonly datum: Datum } | undefined {
  const names = (steps: Path): readonly string[] => steps.filter((step): step is string => typeof step === 'string');
  const wanted = names(path);
  const found = (ROUTES.get(instance) ?? []).filter(({ own }) => {
    const steps = names(own);
    return steps.length <= wanted.length && steps.every((step, index) => step === wanted[index]);
  });
  const longest = Math.max(0, ...found.map(({ own }) => names(own).length));
  const [only, ...others] = found.filter(({ own }) => names(own).length === longest);
  if (!only || others.length > 0) return undefined;
  return { path: [...only.input, ...wanted.slice(longest)], datum };
}

/** The value that a spec says; undefined when none of its inputs has one. */
export function built(spec: Spec, at: Location, path: Path = [], routes: Route[] = []): Value | undefined {
  if (spec === undefined) return undefined;
  if (spec instanceof Input) {
    const { value } = spec;
    routes.push({ own: path, input: [...spec.inputs.path, spec.name], ...(spec.isDefault && value ? { value } : {}) });
    return value;
  }
  if (typeof spec !== 'object') return { kind: 'set', at, data: spec };
  if (isList(spec)) {
    const items = spec.flatMap((item, index) => built(item, at, [...path, index], routes) ?? []);
    return items.length === 0 ? undefined : { kind: 'set', at, data: items };
  }
  if (isValue(spec)) return spec;
  const entries = new Map<string, Value>();
  for (const [name, one] of Object.entries(spec)) {
    const value = built(one, at, [...path, name], routes);
    if (value) entries.set(name, value);
  }
  return entries.size === 0 ? undefined : { kind: 'set', at, data: entries };
}

function isList(spec: object): spec is readonly Spec[] {
  return Array.isArray(spec);
}

function isValue(spec: object): spec is Value {
  return 'kind' in spec && 'at' in spec;
}

function plain(data: Default | undefined, at: Location): Value | undefined {
  if (data === undefined) return undefined;
  if (typeof data !== 'object') return { kind: 'set', at, data };
  return { kind: 'set', at, data: data.map((item) => ({ kind: 'set', at, data: item })) };
}
