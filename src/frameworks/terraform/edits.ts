import { pathOf } from '#frameworks/cloudformation/origin';
import { isPolicyBesideRole, keptAttachment, ROLE_POLICY } from '#frameworks/terraform/attachments';
import { backward, isMapDatum, type Write, wrap } from '#frameworks/terraform/backward';
import { instanceOf, twinsOf } from '#frameworks/terraform/declarations';
import { type MaskedJson, unmasked } from '#frameworks/terraform/heredoc-json';
import type { Instance } from '#frameworks/terraform/instance';
import { tableOf } from '#frameworks/terraform/lower';
import type { Module } from '#frameworks/terraform/module';
import { type LoweredSource, type Origin, originOf } from '#frameworks/terraform/origin';
import { hclDatum, heredocDatum, jsonDatum, Refusal } from '#frameworks/terraform/render';
import type { TerraformStack } from '#frameworks/terraform/stack';
import { tables } from '#frameworks/terraform/types/all';
import { type CompanionTable, type ResourceTable, snakeCase } from '#frameworks/terraform/types/table';
import { argumentOf, listOf, mapOf } from '#frameworks/terraform/values';
import type { Datum, Declined, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { type Resource, resourceId } from '#model/resource';
import { withNested } from '#model/stack';
import { compatible, type Value, type When } from '#model/value';
import type { Edit } from '#source/edit';
import type { Document, Operation } from '#syntax/document';
import {
  type Attribute,
  type Block,
  type Body,
  type Expression,
  type HclBlock,
  type HclDatum,
  type HclDocument,
  type HclOperation,
  type ObjectItem,
  Raw,
} from '#syntax/hcl/ast';

/** How many names are tried for a block that is added. */
const MAX_NAMES = 20;

/** Turns patches into edits of the files that the stacks were read from, all or none. */
export function editsOf(stack: TerraformStack, patches: readonly Patch[]): readonly Edit[] | Declined {
  const plan = new Plan(stack);
  try {
    plan.name(patches);
    for (const patch of patches) plan.take(patch);
    return plan.edits();
  } catch (error) {
    if (error instanceof Decline) return { declined: error.why };
    throw error;
  }
}

/** Ends the work on patches that are declined; never leaves this module. */
class Decline extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}

/** A block that is not written yet, while patches fill it. */
interface Pending {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly attributes: { [name: string]: HclDatum };
  readonly blocks: Pending[];
}

interface Where {
  readonly module: Module;
  readonly document: HclDocument;
}

type Wanted =
  | { readonly op: 'set'; readonly datum: Datum }
  | { readonly op: 'append'; readonly datum: Datum }
  | { readonly op: 'remove' };

/** The changes that patches come to, file by file. */
class Plan {
  readonly #operations = new Map<HclDocument, HclOperation[]>();
  /** Blocks that are added to bodies, by their type. */
  readonly #nested = new Map<Body, { readonly document: HclDocument; readonly added: Pending }>();
  /** Top-level blocks that are added beside others. */
  readonly #beside: { readonly document: HclDocument; readonly beside: Block; readonly block: Pending }[] = [];
  /** Changes of the JSON of heredocs. */
  readonly #inJson = new Map<Document, { readonly masked: MaskedJson; readonly operations: Operation[] }>();
  readonly #companions = new Map<string, Pending>();
  readonly #added = new Map<string, string>();
  readonly #names = new Set<string>();

  constructor(readonly stack: TerraformStack) {}

  /** Gives the new resources free names. */
  name(patches: readonly Patch[]): void {
    for (const patch of patches) {
      if (patch.op !== 'add') continue;
      const owner = this.#stackOf(patch.beside);
      const table = tableFor(patch.type);
      if (!table) throw new Decline(`${patch.type} is not known in Terraform`);
      const id = resourceId(owner.id, patch.logicalId);
      if (this.#added.has(id)) throw new Decline(`${patch.logicalId} is wanted twice`);
      this.#added.set(id, `${table}.${this.#freeName(owner, table, localName(patch.logicalId))}`);
    }
  }

  take(patch: Patch): void {
    if (patch.op === 'add') {
      this.#add(patch);
      return;
    }
    const { resource } = patch;
    const stack = this.#stackOf(resource);
    if (resource.generatedBy !== undefined)
      throw new Decline(`${resource.logicalId} is a part of ${resource.generatedBy}`);
    if (patch.op === 'attribute') {
      this.#attribute(stack, resource, patch.name, patch.value);
      return;
    }
    const wanted: Wanted = patch.op === 'remove' ? { op: 'remove' } : { op: patch.op, datum: patch.value };
    if (wanted.op === 'append' && isPolicyBesideRole(resource, patch.path)) {
      this.#policy(stack, resource, wanted.datum);
      return;
    }
    const targets: Target[] = [];
    find(resource.properties, patch.path, [], patch.when ?? [], resource.when, targets);
    if (targets.length === 0) throw new Decline('there is nothing to change');
    for (const { value, below, holder } of targets) {
      if (wanted.op === 'remove' && this.#attachment(resource, patch.path, value)) continue;
      if (wanted.op === 'remove' && holder && !originOf(holder)) throw new Decline('it is a part of one argument');
      this.#serves(resource, patch.path, value, wanted);
      this.#write(stack, resource, value, below, wanted);
    }
  }

  edits(): readonly Edit[] {
    for (const [body, { document, added }] of this.#nested)
      for (const block of added.blocks) this.#push(document, { op: 'block', body, block: finished(block) });
    for (const { document, beside, block } of this.#beside)
      this.#push(document, { op: 'beside', beside, block: finished(block) });
    const edits: Edit[] = [];
    for (const { masked, operations } of this.#inJson.values()) {
      const distinct = operations.filter(
        (one, at) => operations.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
      );
      const made = unmasked(masked, masked.document.edit(distinct));
      if (!made) throw new Decline(`the JSON in ${masked.of.file.path} cannot be edited at this place`);
      edits.push(...made);
    }
    if (this.#operations.size === 0 && edits.length === 0) throw new Decline('there is nothing to change');
    for (const [document, operations] of this.#operations) {
      const made = document.file.editable ? document.edit(operations) : undefined;
      if (!made) throw new Decline(`${document.file.path} cannot be edited at this place`);
      edits.push(...made);
    }
    return edits;
  }

  /** `DeletionPolicy` is `prevent_destroy`, which keeps from replacing as well. */
  #attribute(stack: TerraformStack, resource: Resource, name: string, datum: Datum): void {
    const instance = instanceOf(resource);
    if (!instance) throw new Decline('nobody wrote the resource');
    const there = mapOf(resource.attributes)?.get(name);
    if (name === 'DeletionPolicy' || name === 'UpdateReplacePolicy') {
      const prevented = datum === 'Retain' ? true : datum === 'Delete' ? false : undefined;
      if (prevented === undefined) throw new Decline('Terraform does not have this policy');
      if (!there)
        this.#writeInto(stack, instance.body, {
          path: ['lifecycle', 'prevent_destroy'],
          as: 'argument',
          datum: prevented,
        });
      else this.#write(stack, resource, there, [], { op: 'set', datum });
      return;
    }
    this.#write(stack, resource, resource.attributes, [name], { op: 'set', datum });
  }

  /** A block with several instances is edited only where all of them have the same at the place. */
  #serves(resource: Resource, path: PropertyPath, value: Value, wanted: Wanted): void {
    // What is written to the argument of a call changes nothing for the other calls of the module.
    const isGiven = wanted.op !== 'remove' && isShared(value);
    for (const twin of twinsOf(resource)) {
      if (isGiven && twin.stack !== resource.stack) continue;
      const targets: Target[] = [];
      find(twin.properties, path, [], [], twin.when, targets);
      if (targets.some((target) => !sameOrigin(target.value, value)))
        throw new Decline(`${resource.logicalId} is one of several that the block makes`);
    }
  }

  /** Takes away the block that attaches a policy to a role; false where the role itself names the policy. */
  #attachment(role: Resource, [list]: PropertyPath, value: Value): boolean {
    const { file, span } = role.extent;
    const isOwn = value.at.file === file && value.at.span.start >= span.start && value.at.span.end <= span.end;
    if (!role.isA('AWS::IAM::Role') || list !== 'ManagedPolicyArns' || isOwn) return false;
    const origin = originOf(value);
    const block = origin?.kind === 'expression' ? origin.block : undefined;
    const kept = keptAttachment(
      block,
      withNested([this.stack]).flatMap(({ files }) => files),
    );
    if (kept !== undefined || origin?.kind !== 'expression' || !block)
      throw new Decline(kept ?? 'the attachment is a block of its own');
    this.#push(origin.document, { op: 'remove', what: block });
    return true;
  }

  /** A policy of a role as a block beside it. */
  #policy(stack: TerraformStack, role: Resource, datum: Datum): void {
    const instance = instanceOf(role);
    const { PolicyName: name, PolicyDocument: written } = isMapDatum(datum) ? datum : {};
    if (!instance || stack.registry || typeof name !== 'string' || written === undefined)
      throw new Decline('the policy cannot be declared here');
    if (instance.key !== undefined || role.when.length > stack.module.whens.length)
      throw new Decline('the role is declared several times or under a condition');
    const policy = jsonDatum(stack.module, written, this.#added);
    if (policy instanceof Refusal) throw new Decline(policy.why);
    const { document, block } = this.#blockOf(instance);
    const pending: Pending = {
      type: 'resource',
      labels: [ROLE_POLICY, this.#freeName(stack, ROLE_POLICY, localName(name))],
      attributes: { name, role: new Raw(`${instance.address}.id`), policy },
      blocks: [],
    };
    this.#beside.push({ document, beside: block, block: pending });
  }

  /** Writes at a value, or at what is missing below it. */
  #write(
    stack: TerraformStack,
    resource: Resource,
    value: Value,
    below: PropertyPath,
    wanted: Wanted,
    given?: Origin,
  ): void {
    const origin = given ?? originOf(value);
    if (!origin) throw new Decline('nobody wrote the value');
    switch (origin.kind) {
      case 'fixed':
        throw new Decline(origin.why);
      case 'shared':
        if (wanted.op === 'remove' && origin.use) {
          this.#write(stack, resource, value, below, wanted, origin.use);
          return;
        }
        if (!origin.by.serves()) throw new Decline(`${origin.by.name} gives the value`);
        this.#write(stack, resource, value, below, wanted, origin.of);
        return;
      case 'expression':
        this.#expression(stack, origin, value, below, wanted);
        return;
      case 'json':
        this.#json(stack, origin, below, wanted);
        return;
      case 'converted': {
        if (below.length > 0 || wanted.op === 'remove') {
          if (wanted.op !== 'remove' || below.length > 0) throw new Decline('a part of it cannot be written alone');
          this.#write(stack, resource, origin.from, [], wanted);
          return;
        }
        const back = origin.back?.(wanted.op === 'append' ? [wanted.datum] : wanted.datum);
        if (back === undefined) throw new Decline('Terraform has no word for it');
        if (wanted.op === 'set') this.#write(stack, resource, origin.from, [], { op: 'set', datum: back });
        else if (isMapDatum(back))
          for (const [key, one] of Object.entries(back))
            this.#write(stack, resource, origin.from, [key], { op: 'set', datum: one });
        else if (Array.isArray(back))
          for (const one of back as readonly Datum[])
            this.#write(stack, resource, origin.from, [], { op: 'append', datum: one });
        else throw new Decline('Terraform has no word for it');
        return;
      }
      case 'made': {
        if (wanted.op !== 'set') throw new Decline('it is made of several arguments');
        this.#backward(
          stack,
          resource,
          [{ rows: [{ ...origin.row, cfn: [] }], body: origin.body }],
          below,
          wanted.datum,
        );
        return;
      }
      case 'items': {
        if (below.length > 0 || wanted.op === 'remove')
          throw new Decline('a list of blocks is not changed in the middle');
        if (wanted.op === 'set') throw new Decline('a list of blocks is not replaced as a whole');
        const rows = [{ ...origin.row, cfn: [] }];
        this.#backward(stack, resource, [{ rows, body: origin.body }], [], [wanted.datum]);
        return;
      }
      case 'lowered': {
        if (below.length === 0) {
          if (wanted.op === 'remove') {
            this.#removeBlock(origin.sources);
            return;
          }
          if (wanted.op === 'append' || !isMapDatum(wanted.datum)) throw new Decline('it is not a list');
          // A map is set entry by entry; what it had besides stays only if it is said again.
          const there = mapOf(value);
          const gone = [...(there?.keys() ?? [])].filter((key) => !Object.hasOwn(wanted.datum as object, key));
          if (gone.length > 0) throw new Decline('the block has more than what is to be written');
          for (const [key, one] of Object.entries(wanted.datum)) {
            const inner = there?.get(key);
            if (inner) this.#write(stack, resource, inner, [], { op: 'set', datum: one });
            else this.#backward(stack, resource, origin.sources, [key], one);
          }
          return;
        }
        if (wanted.op === 'remove') return;
        const datum = wanted.op === 'append' ? [wanted.datum] : wanted.datum;
        this.#backward(stack, resource, origin.sources, below, datum);
        return;
      }
      case 'body':
      case 'blocks': {
        if (wanted.op === 'remove') {
          if (origin.kind === 'body' && origin.nested && below.length === 0)
            this.#push(origin.document, { op: 'remove', what: origin.nested });
          else throw new Decline('the blocks are not removed');
          return;
        }
        const datum = wanted.op === 'append' ? [wanted.datum] : wanted.datum;
        const [first, ...rest] = below;
        if (origin.kind === 'blocks' || typeof first !== 'string') throw new Decline('blocks are not written there');
        const wrapped = wrap(rest, datum);
        if (wrapped === undefined) throw new Decline('a list cannot be made from the middle');
        this.#argument({ module: this.#moduleOf(stack), document: origin.document }, origin.body, first, wrapped);
        return;
      }
    }
  }

  /** Writes what is missing, by the rows that know it. */
  #backward(
    stack: TerraformStack,
    resource: Resource,
    sources: readonly LoweredSource[],
    below: PropertyPath,
    datum: Datum,
  ): void {
    for (const { rows, body } of sources) {
      const writes = backward(rows, below, datum);
      if (!writes) continue;
      for (const write of writes) this.#writeInto(stack, body, write);
      return;
    }
    if (this.#isRoot(resource, sources) && this.#companion(stack, resource, below, datum)) return;
    throw new Decline(`${below.join('.') || 'this'} cannot be written in Terraform`);
  }

  #isRoot(resource: Resource, sources: readonly LoweredSource[]): boolean {
    const origin = originOf(resource.properties);
    return origin?.kind === 'lowered' && sources === origin.sources;
  }

  /** A new block beside the resource for what another type configures of it. */
  #companion(stack: TerraformStack, resource: Resource, below: PropertyPath, datum: Datum): boolean {
    const instance = instanceOf(resource);
    if (!instance || stack.registry) return false;
    for (const table of tables.values()) {
      if (table.kind !== 'companion' || !table.owner.types.includes(instance.type) || table.into.as !== 'merge')
        continue;
      const argument = [table.owner.argument ?? []].flat()[0];
      const writes = argument === undefined ? undefined : backward(table.rows, below, datum);
      if (!writes || argument === undefined) continue;
      const pending = this.#pendingCompanion(stack, resource, instance, table, argument);
      for (const write of writes) this.#fillPending(stack, pending, write);
      return true;
    }
    return false;
  }

  #pendingCompanion(
    stack: TerraformStack,
    resource: Resource,
    instance: Instance,
    table: CompanionTable,
    argument: string,
  ): Pending {
    const key = `${resource.id} ${table.own}`;
    const known = this.#companions.get(key);
    if (known) return known;
    if (instance.key !== undefined || resource.when.length > stack.module.whens.length)
      throw new Decline('the resource is declared several times or under a condition');
    const { document, block } = this.#blockOf(instance);
    const owner = tableOf(instance.type);
    const attributes = owner?.kind === 'resource' ? owner.attributes : {};
    const name = argument in attributes || argument === table.owner.named ? argument : 'id';
    const pending: Pending = {
      type: 'resource',
      labels: [table.own, this.#freeName(stack, table.own, instance.name)],
      attributes: {
        [argument]: new Raw(
          `${instance.address}.${Object.hasOwn(attributes, 'id') || name === argument ? 'id' : name}`,
        ),
      },
      blocks: [],
    };
    this.#companions.set(key, pending);
    this.#beside.push({ document, beside: block, block: pending });
    return pending;
  }

  /** Writes below a body that is there. */
  #writeInto(stack: TerraformStack, body: Value, write: Write): void {
    const origin = originOf(body);
    if (stack.registry && origin?.kind !== 'expression' && origin?.kind !== 'body') {
      this.#input(stack, body, write);
      return;
    }
    if (origin?.kind === 'fixed') throw new Decline(origin.why);
    const module = this.#moduleOf(stack);
    const [step, ...rest] = write.path;
    if (step === undefined) throw new Decline('nothing is named');
    const there = mapOf(body)?.get(step);
    if (rest.length > 0 && there && there.kind !== 'absent') {
      const inner = listOf(there)?.[0] ?? there;
      if (inner.kind !== 'set') throw new Decline(`what stands at ${step} is not known`);
      this.#writeInto(stack, inner, { ...write, path: rest });
      return;
    }
    if (origin?.kind === 'expression') {
      const datum = write.as === 'argument' ? wrap(rest, write.datum) : undefined;
      const expression = plain(origin.expression);
      if (datum === undefined || expression.kind !== 'object') throw new Decline('it is not written as a map');
      const value = this.#datum(module, datum);
      this.#push(origin.document, { op: 'entry', object: expression, key: step, value });
      return;
    }
    if (origin?.kind !== 'body') throw new Decline('nobody wrote the block');
    const where: Where = { module, document: origin.document };
    if (rest.length > 0 || write.as === 'blocks') {
      this.#fillPending(stack, this.#pendingBody(origin.document, origin.body), write);
      return;
    }
    if (there && write.as === 'argument' && (there.kind === 'absent' || there.kind === 'set')) {
      const own = originOf(there);
      if (own?.kind === 'expression') {
        this.#push(own.document, {
          op: 'replace',
          expression: own.expression,
          value: this.#datum(module, write.datum),
        });
        return;
      }
      if (own) throw new Decline('another place gives the value');
    }
    if (write.as === 'json') {
      const value = jsonDatum(module, write.datum, this.#added);
      if (value instanceof Refusal) throw new Decline(value.why);
      this.#push(where.document, { op: 'attribute', body: origin.body, name: step, value });
      return;
    }
    this.#argument(where, origin.body, step, write.datum);
  }

  /** An input of a registry module's call. */
  #input(stack: TerraformStack, body: Value, write: Write): void {
    const { registry } = stack;
    if (!registry || write.as !== 'argument') throw new Decline('the module has no input for it');
    const instance = registry.table.instances(registry.call).find((one) => one.body === body);
    const back = instance && registry.table.back?.(instance, write.path, write.datum);
    const steps = back?.path.filter((step): step is string => typeof step === 'string');
    if (!back || !steps || steps.length === 0) throw new Decline('the module has no input for it');
    const { inputs } = registry.call;
    const [first = ''] = steps;
    const origin = originOf(inputs);
    if (origin?.kind !== 'body') throw new Decline('nobody wrote the call');
    const there = argumentOf(inputs, first);
    if (there) {
      const inner = originOf(there);
      if (inner?.kind !== 'expression') throw new Decline('another place gives the input');
      const wrapped = wrap(steps.slice(1), back.datum);
      const expression = plain(inner.expression);
      if (steps.length === 1)
        this.#push(inner.document, {
          op: 'replace',
          expression: inner.expression,
          value: this.#datum(stack.module, back.datum),
        });
      else if (expression.kind === 'object' && wrapped !== undefined)
        this.#push(inner.document, {
          op: 'entry',
          object: expression,
          key: steps[1] ?? '',
          value: this.#datum(stack.module, wrap(steps.slice(2), back.datum) ?? back.datum),
        });
      else throw new Decline('the input is not written as a map');
      return;
    }
    const wrapped = wrap(steps.slice(1), back.datum);
    if (wrapped === undefined) throw new Decline('a list cannot be made from the middle');
    this.#argument({ module: stack.module, document: origin.document }, origin.body, first, wrapped);
  }

  #expression(
    stack: TerraformStack,
    origin: Extract<Origin, { kind: 'expression' }>,
    value: Value,
    below: PropertyPath,
    wanted: Wanted,
  ): void {
    const { document, holder } = origin;
    const expression = holder && holds(holder.value, origin.expression) ? holder.value : origin.expression;
    const module = this.#moduleOf(stack);
    const missing = value.kind === 'absent';
    if (wanted.op === 'remove') {
      if (missing || below.length > 0) return;
      this.#push(document, removal(expression, holder));
      return;
    }
    if (missing || (value.kind === 'set' && value.data === null)) {
      const wrapped = wrap(below, wanted.op === 'append' ? [wanted.datum] : wanted.datum);
      if (wrapped === undefined) throw new Decline('a list cannot be made from the middle');
      this.#push(document, { op: 'replace', expression, value: this.#datum(module, wrapped) });
      return;
    }
    const written = plain(expression);
    if (below.length > 0) {
      const [key, ...rest] = below;
      const wrapped = wrap(rest, wanted.op === 'append' ? [wanted.datum] : wanted.datum);
      if (written.kind !== 'object' || typeof key !== 'string' || wrapped === undefined)
        throw new Decline('it is not written as a map');
      this.#push(document, { op: 'entry', object: written, key, value: this.#datum(module, wrapped) });
      return;
    }
    const datum = this.#datum(module, wanted.datum);
    if (wanted.op === 'set') {
      if (value.kind === 'unknown') throw new Decline('what stands there is not known');
      this.#push(document, { op: 'replace', expression, value: datum });
    } else if (written.kind === 'tuple') this.#push(document, { op: 'item', tuple: written, value: datum });
    else if (value.kind === 'set' && !Array.isArray(value.data) && !(value.data instanceof Map)) {
      const before = new Raw(document.file.slice(expression.span));
      this.#push(document, { op: 'replace', expression, value: [before, datum] });
    } else throw new Decline('the list is not written as one');
  }

  /** The JSON of a heredoc is edited as the data file that it is. */
  #json(
    stack: TerraformStack,
    { masked, node }: Extract<Origin, { kind: 'json' }>,
    below: PropertyPath,
    wanted: Wanted,
  ): void {
    const base = pathOf(masked.document, node);
    if (!base) throw new Decline('nobody wrote the value');
    const there = this.#inJson.get(masked.document) ?? { masked, operations: [] };
    this.#inJson.set(masked.document, there);
    const path = [...base, ...below];
    if (wanted.op === 'remove') {
      if (below.length === 0) there.operations.push({ op: 'remove', path });
      return;
    }
    const value = heredocDatum(stack.module, wanted.datum, this.#added);
    if (value instanceof Refusal) throw new Decline(value.why);
    const scalar = wanted.op === 'append' && below.length === 0 && node.kind === 'scalar';
    if (scalar) there.operations.push({ op: 'set', path, value: [node.value, value] });
    else there.operations.push({ op: wanted.op, path, value });
  }

  #argument({ module, document }: Where, body: Body, name: string, datum: Datum): void {
    this.#push(document, { op: 'attribute', body, name, value: this.#datum(module, datum) });
  }

  /** Collects what is added to a body, so that several patches fill one block. */
  #pendingBody(document: HclDocument, body: Body): Pending {
    const known = this.#nested.get(body);
    if (known) return known.added;
    const added: Pending = { type: '', attributes: {}, blocks: [] };
    this.#nested.set(body, { document, added });
    return added;
  }

  #fillPending(stack: TerraformStack, into: Pending, write: Write): void {
    const module = this.#moduleOf(stack);
    const [step, ...rest] = write.path;
    if (step === undefined) throw new Decline('nothing is named');
    if (rest.length > 0) {
      let inner = into.blocks.find((block) => block.type === step);
      if (!inner) {
        inner = { type: step, attributes: {}, blocks: [] };
        into.blocks.push(inner);
      }
      this.#fillPending(stack, inner, { ...write, path: rest });
      return;
    }
    if (write.as === 'blocks') {
      for (const writes of write.blocks) {
        const block: Pending = { type: step, attributes: {}, blocks: [] };
        into.blocks.push(block);
        for (const one of writes) this.#fillPending(stack, block, one);
      }
      return;
    }
    const value =
      write.as === 'json' ? jsonDatum(module, write.datum, this.#added) : hclDatum(module, write.datum, this.#added);
    if (value instanceof Refusal) throw new Decline(value.why);
    into.attributes[step] = value;
  }

  #removeBlock(sources: readonly LoweredSource[]): void {
    const [only] = sources;
    const origin = only && originOf(only.body);
    if (sources.length !== 1 || origin?.kind !== 'body' || !origin.nested)
      throw new Decline('it is not a block of its own');
    this.#push(origin.document, { op: 'remove', what: origin.nested });
  }

  #add(patch: Extract<Patch, { op: 'add' }>): void {
    const stack = this.#stackOf(patch.beside);
    const instance = instanceOf(patch.beside);
    const type = tableFor(patch.type);
    const table = type === undefined ? undefined : tables.get(type);
    const address = this.#added.get(resourceId(stack.id, patch.logicalId));
    if (!instance || stack.registry || table?.kind !== 'resource' || address === undefined)
      throw new Decline(`${patch.type} cannot be declared here`);
    if (instance.key !== undefined || patch.beside.when.length > stack.module.whens.length)
      throw new Decline('the resource beside is declared several times or under a condition');
    const { document, block } = this.#blockOf(instance);
    const pending: Pending = {
      type: 'resource',
      labels: [table.own, address.slice(address.indexOf('.') + 1)],
      attributes: {},
      blocks: [],
    };
    for (const [name, datum] of Object.entries(patch.properties)) {
      const writes = backward(table.rows, [name], datum);
      if (!writes) throw new Decline(`${name} of ${patch.type} cannot be written in Terraform`);
      for (const write of writes) this.#fillPending(stack, pending, write);
    }
    this.#beside.push({ document, beside: block, block: pending });
  }

  #blockOf(instance: Instance): { readonly document: HclDocument; readonly block: Block } {
    const origin = originOf(instance.body);
    if (origin?.kind !== 'body') throw new Decline(origin?.kind === 'fixed' ? origin.why : 'nobody wrote the resource');
    return { document: origin.document, block: origin.block };
  }

  #freeName(stack: TerraformStack, type: string, wanted: string): string {
    const { resources } = stack.module.configuration;
    for (let number = 1; number <= MAX_NAMES; number += 1) {
      const name = number === 1 ? wanted : `${wanted}_${number}`;
      const address = `${type}.${name}`;
      if (resources.has(address) || this.#names.has(`${stack.module.id} ${address}`)) continue;
      this.#names.add(`${stack.module.id} ${address}`);
      return name;
    }
    throw new Decline(`the name ${wanted} is taken`);
  }

  #datum(module: Module, datum: Datum): HclDatum {
    const value = hclDatum(module, datum, this.#added);
    if (value instanceof Refusal) throw new Decline(value.why);
    return value;
  }

  #moduleOf(stack: TerraformStack): Module {
    return stack.module;
  }

  #stackOf(resource: Resource): TerraformStack {
    const found = within(this.stack, resource);
    if (!found) throw new Decline('the resource belongs to another application');
    return found;
  }

  #push(document: HclDocument, operation: HclOperation): void {
    const there = this.#operations.get(document);
    if (!there) this.#operations.set(document, [operation]);
    else if (!there.some((one) => sameOperation(one, operation))) there.push(operation);
  }
}

/** A place that a patch changes: the deepest value that is there, and what is missing below it. */
interface Target {
  readonly value: Value;
  readonly below: PropertyPath;
  /** The map or list that the value is of. */
  readonly holder?: Value | undefined;
}

/** Follows a path through the branches that are meant. */
function find(
  value: Value,
  path: PropertyPath,
  done: PropertyPath,
  when: readonly When[],
  here: readonly When[],
  out: Target[],
  holder?: Value,
): void {
  if (value.kind === 'conditional') {
    for (const branch of value.branches) {
      if (!compatible(here, [branch.when]) || !compatible(when, [branch.when])) continue;
      find(branch.value, path, done, when, [...here, branch.when], out, holder);
    }
    return;
  }
  const [step, ...rest] = path;
  if (step === undefined || value.kind === 'absent') {
    out.push({ value, below: path, holder });
    return;
  }
  if (value.kind === 'unknown') throw new Decline(`what stands at ${done.join('.') || 'the resource'} is not known`);
  const { data } = value;
  const next: Value | undefined =
    data instanceof Map ? data.get(String(step)) : Array.isArray(data) ? data[Number(step)] : undefined;
  if (next) {
    find(next, rest, [...done, step], when, here, out, value);
    return;
  }
  if (data instanceof Map && typeof step === 'string') {
    out.push({ value, below: path });
    return;
  }
  // A single value where a list belongs is read as a list of one.
  if (step === 0 && rest.length === 0 && !Array.isArray(data) && !(data instanceof Map)) {
    out.push({ value, below: [] });
    return;
  }
  throw new Decline(`what stands at ${done.join('.') || 'the resource'} is not a map`);
}

/** The Terraform type whose table makes a CloudFormation type. */
function tableFor(type: string): string | undefined {
  for (const table of tables.values())
    if (table.kind === 'resource' && table.type === type) return (table as ResourceTable).own;
  return undefined;
}

function within(stack: TerraformStack, resource: Resource): TerraformStack | undefined {
  if (resource.stack === stack) return stack;
  for (const nested of stack.nested) {
    const found = within(nested, resource);
    if (found) return found;
  }
  return undefined;
}

/** An expression without the parentheses around it. */
function plain(expression: Expression): Expression {
  return expression.kind === 'parentheses' ? plain(expression.inner) : expression;
}

/** A branch of a conditional cannot be taken out: an argument is null there. */
function removal(expression: Expression, holder: Attribute | ObjectItem | undefined): HclOperation {
  if (holder && holds(holder.value, expression)) return { op: 'remove', what: holder };
  if (!holder) return { op: 'remove', what: expression };
  if (!('nameSpan' in holder)) throw new Decline('it is one of several branches');
  return { op: 'replace', expression, value: null };
}

/** Whether an expression is another, or that one in parentheses or as the only part of a template. */
function holds(outer: Expression, inner: Expression): boolean {
  if (outer === inner) return true;
  if (outer.kind === 'parentheses') return holds(outer.inner, inner);
  const only = outer.kind === 'template' && outer.parts.length === 1 ? outer.parts[0] : undefined;
  return only?.kind === 'interpolation' && holds(only.value, inner);
}

function finished(block: Pending): HclBlock {
  return {
    type: block.type,
    ...(block.labels ? { labels: block.labels } : {}),
    attributes: block.attributes,
    blocks: block.blocks.map(finished),
  };
}

/** Whether two values are written by the same text, or are both missing. */
function sameOrigin(a: Value, b: Value): boolean {
  if (a.kind === 'absent' && b.kind === 'absent') return true;
  const one = originOf(a);
  const two = originOf(b);
  if (!one || !two || one.kind !== two.kind) return false;
  if (one.kind === 'expression' && two.kind === 'expression') return one.expression === two.expression;
  if (one.kind === 'shared' && two.kind === 'shared') return one.by.name === two.by.name;
  return one.kind !== 'fixed';
}

/** Whether something that gives a value by a name is edited for it. */
function isShared(value: Value): boolean {
  const origin = originOf(value);
  if (origin?.kind === 'converted') return isShared(origin.from);
  return origin?.kind === 'shared';
}

function sameOperation(a: HclOperation, b: HclOperation): boolean {
  if (a.op !== b.op) return false;
  if (a.op === 'replace' && b.op === 'replace') return a.expression === b.expression && sameDatum(a.value, b.value);
  if (a.op === 'attribute' && b.op === 'attribute')
    return a.body === b.body && a.name === b.name && sameDatum(a.value, b.value);
  if (a.op === 'entry' && b.op === 'entry')
    return a.object === b.object && a.key === b.key && sameDatum(a.value, b.value);
  if (a.op === 'item' && b.op === 'item') return a.tuple === b.tuple && sameDatum(a.value, b.value);
  return a.op === 'remove' && b.op === 'remove' && a.what === b.what;
}

function sameDatum(a: HclDatum, b: HclDatum): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A name that Terraform takes for what a patch calls a resource: `aws_sqs_queue.ordersDeadLetters` is `orders_dead_letters`. */
function localName(logicalId: string): string {
  const last = logicalId.slice(logicalId.lastIndexOf('.') + 1);
  return snakeCase(last)
    .replace(/[^a-z0-9_-]/g, '_')
    .replace(/_{2,}/g, '_');
}
