import { tableOf } from '#frameworks/terraform/lower';
import type { Module } from '#frameworks/terraform/module';
import { snakeCase } from '#frameworks/terraform/types/table';
import type { Datum } from '#model/patch';
import { type Hole, type Part, type ResourceRef, Text } from '#model/text';
import type { Datum as DocumentDatum } from '#syntax/document';
import { type HclDatum, Raw } from '#syntax/hcl/ast';
import { escapedSequences, expressionText } from '#syntax/hcl/write';

/** Why something cannot be written in Terraform: a short phrase. */
export class Refusal {
  constructor(readonly why: string) {}
}

/** Addresses of resources that patches of the same change declare, by the ids that their references have. */
export type Added = ReadonlyMap<string, string>;

/** A value of the model as HCL has it, references in the author's form. */
export function hclDatum(module: Module, datum: Datum, added: Added): HclDatum | Refusal {
  if (datum instanceof Text) return textDatum(module, datum, added);
  if (datum === null || typeof datum !== 'object') return datum;
  if (Array.isArray(datum)) {
    const items: HclDatum[] = [];
    for (const item of datum as readonly Datum[]) {
      const rendered = hclDatum(module, item, added);
      if (rendered instanceof Refusal) return rendered;
      items.push(rendered);
    }
    return items;
  }
  const map: { [key: string]: HclDatum } = {};
  for (const [key, item] of Object.entries(datum)) {
    const rendered = hclDatum(module, item, added);
    if (rendered instanceof Refusal) return rendered;
    map[key] = rendered;
  }
  return map;
}

/** A value as a call of `jsonencode`. */
export function jsonDatum(module: Module, datum: Datum, added: Added): HclDatum | Refusal {
  const rendered = hclDatum(module, datum, added);
  if (rendered instanceof Refusal) return rendered;
  return new Raw(`jsonencode(${expressionText(rendered, '', { eol: '\n', step: '  ' })})`);
}

/** A value as the JSON of a heredoc has it: references stand as templates in strings. */
export function heredocDatum(module: Module, datum: Datum, added: Added): DocumentDatum | Refusal {
  if (typeof datum === 'string') return escapedSequences(datum);
  if (datum instanceof Text) {
    const pieces: string[] = [];
    for (const part of datum.parts) {
      const rendered = typeof part === 'string' ? escapedSequences(part) : partText(module, part, added);
      if (rendered instanceof Refusal) return rendered;
      pieces.push(typeof part === 'string' ? rendered : `\${${rendered}}`);
    }
    return pieces.join('');
  }
  if (datum === null || typeof datum !== 'object') return datum;
  if (Array.isArray(datum)) {
    const items: DocumentDatum[] = [];
    for (const item of datum as readonly Datum[]) {
      const rendered = heredocDatum(module, item, added);
      if (rendered instanceof Refusal) return rendered;
      items.push(rendered);
    }
    return items;
  }
  const map: { [key: string]: DocumentDatum } = {};
  for (const [key, item] of Object.entries(datum)) {
    const rendered = heredocDatum(module, item, added);
    if (rendered instanceof Refusal) return rendered;
    map[key] = rendered;
  }
  return map;
}

function textDatum(module: Module, text: Text, added: Added): HclDatum | Refusal {
  const [only] = text.parts;
  const pieces: string[] = [];
  for (const part of text.parts) {
    const rendered = typeof part === 'string' ? quotedPiece(part) : partText(module, part, added);
    if (rendered instanceof Refusal) return rendered;
    if (text.parts.length === 1 && typeof only === 'object') return new Raw(rendered);
    pieces.push(typeof part === 'string' ? rendered : `\${${rendered}}`);
  }
  return new Raw(`"${pieces.join('')}"`);
}

function quotedPiece(text: string): string {
  return escapedSequences(JSON.stringify(text).slice(1, -1));
}

function partText(module: Module, part: Exclude<Part, string>, added: Added): string | Refusal {
  return part.kind === 'ref' ? refText(module, part, added) : holeText(module, part);
}

function refText(module: Module, ref: ResourceRef, added: Added): string | Refusal {
  const fresh = added.get(ref.resource);
  const cut = ref.resource.lastIndexOf('#');
  const stackId = ref.resource.slice(0, cut);
  if (stackId !== module.id) return new Refusal('it refers to a resource of another module');
  const address = fresh ?? ref.resource.slice(cut + 1);
  const type = address.slice(0, address.indexOf('.'));
  const attribute = attributeName(type, ref.attribute);
  return attribute === undefined
    ? new Refusal(`${ref.attribute} of ${address} has no name`)
    : `${address}.${attribute}`;
}

/** Terraform's name of what CloudFormation calls an attribute. */
function attributeName(type: string, attribute: string): string | undefined {
  const table = tableOf(type);
  const said = table && 'attributes' in table ? table.attributes : undefined;
  const found = Object.entries(said ?? {}).filter(([, name]) => name === attribute);
  // People write the name where the identifier is one.
  if (attribute === 'Ref' && found[0]) return found[0][0];
  const plain = attribute === 'Ref' ? 'id' : attribute === 'Arn' ? 'arn' : undefined;
  if (plain && (!said || !Object.hasOwn(said, plain) || said[plain] === attribute)) return plain;
  if (found[0]) return found[0][0];
  return plain ?? (/^[A-Za-z]{1,60}$/.test(attribute) ? snakeCase(attribute) : undefined);
}

const DATA: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::AccountId': ['aws_caller_identity', 'account_id'],
  'AWS::Partition': ['aws_partition', 'partition'],
  'AWS::Region': ['aws_region', 'name'],
  'AWS::URLSuffix': ['aws_partition', 'dns_suffix'],
};

function holeText(module: Module, hole: Hole): string | Refusal {
  const { name } = hole;
  const data = name === undefined ? undefined : DATA[name];
  if (data) {
    const [type, attribute] = data;
    const address = [...module.configuration.resources].find(
      ([address, { block }]) => address.startsWith(`data.${type}.`) && block.body.attributes.length === 0,
    )?.[0];
    if (address !== undefined) return `${address}.${attribute}`;
    return new Refusal(`the module has no data source ${type}`);
  }
  if (name !== undefined && /^\w{1,100}$/.test(name) && module.configuration.variables.has(name)) return `var.${name}`;
  return new Refusal(`${hole.why} cannot be written`);
}
