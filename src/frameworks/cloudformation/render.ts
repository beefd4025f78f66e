import type { Renamed } from '#frameworks/cloudformation/edits';
import type { StackContext } from '#frameworks/cloudformation/stack';
import type { Datum as ModelDatum } from '#model/patch';
import { type Part, Text } from '#model/text';
import { type Datum, type Document, Tagged } from '#syntax/document';

/** Why something cannot be written in a template: a short phrase. */
export class Refusal {
  constructor(readonly why: string) {}
}

const SHORT =
  /(^|[\s[{,:-])!(Ref|Sub|GetAtt|If|Join|Select|Split|FindInMap|ImportValue|Equals|Not|And|Or|Condition|Base64|Cidr|GetAZs)\b/m;
const LONG = /\bFn::(?!ForEach|Transform)[A-Z]|(^|[\s{,-])["']?Ref["']?:/m;

const TAGS = new WeakMap<Document, boolean>();

/** Whether intrinsics are written as tags: YAML that has some, or has none in the long form either. */
export function usesTags(document: Document): boolean {
  let uses = TAGS.get(document);
  if (uses === undefined) {
    const { text } = document.file;
    uses = document.format === 'yaml' && (SHORT.test(text) || !LONG.test(text));
    TAGS.set(document, uses);
  }
  return uses;
}

/** A value of the model as the document would have it, references in the author's form. */
export function documentDatum(
  context: StackContext,
  document: Document,
  value: ModelDatum,
  renamed: Renamed = new Map(),
): Datum | Refusal {
  if (value instanceof Text) return intrinsic(context, usesTags(document), value, renamed);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items: Datum[] = [];
    for (const item of value as readonly ModelDatum[]) {
      const rendered = documentDatum(context, document, item, renamed);
      if (rendered instanceof Refusal) return rendered;
      items.push(rendered);
    }
    return items;
  }
  const map: { [key: string]: Datum } = {};
  for (const [key, item] of Object.entries(value)) {
    const rendered = documentDatum(context, document, item, renamed);
    if (rendered instanceof Refusal) return rendered;
    map[key] = rendered;
  }
  return map;
}

function intrinsic(context: StackContext, tags: boolean, text: Text, renamed: Renamed): Datum | Refusal {
  const names: (string | { name: string })[] = [];
  for (const part of text.parts) {
    const name = typeof part === 'string' ? part : nameOf(context, part, renamed);
    if (name instanceof Refusal) return name;
    names.push(name);
  }
  const [only] = names;
  if (only === undefined) return '';
  if (names.length === 1) {
    if (typeof only === 'string') return only;
    const dot = only.name.indexOf('.');
    if (dot === -1) return tags ? new Tagged('!Ref', only.name) : { Ref: only.name };
    return tags
      ? new Tagged('!GetAtt', only.name)
      : { 'Fn::GetAtt': [only.name.slice(0, dot), only.name.slice(dot + 1)] };
  }
  const template = names
    .map((part) => (typeof part === 'string' ? part.replaceAll('${', '${!') : `\${${part.name}}`))
    .join('');
  return tags ? new Tagged('!Sub', template) : { 'Fn::Sub': template };
}

/** What stands between the braces of a `Fn::Sub` for a part that is filled in. */
function nameOf(context: StackContext, part: Exclude<Part, string>, renamed: Renamed): { name: string } | Refusal {
  if (part.kind === 'hole') {
    const { name } = part;
    const known = name !== undefined && (name.startsWith('AWS::') || context.template.parameters.has(name));
    return known ? { name } : new Refusal('a part of the text is not known');
  }
  const prefix = `${context.id}#`;
  if (!part.resource.startsWith(prefix)) return new Refusal('it refers to a resource of another stack');
  const logicalId = renamed.get(part.resource) ?? part.resource.slice(prefix.length);
  return { name: part.attribute === 'Ref' ? logicalId : `${logicalId}.${part.attribute}` };
}
