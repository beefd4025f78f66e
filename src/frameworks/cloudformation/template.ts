import type { SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Span } from '#source/span';
import { type DataEntry, type DataNode, type Document, entryOf, type MapNode } from '#syntax/document';

/** A declared parameter, as far as it can be read. */
export interface Parameter {
  readonly name: string;
  readonly keySpan: Span;
  /** `String`, `Number`, `CommaDelimitedList`, `AWS::SSM::Parameter::Value<String>`, … */
  readonly type: string;
  readonly default: DataNode | undefined;
  /** Undefined when any value is allowed. */
  readonly allowed: readonly string[] | undefined;
  readonly noEcho: boolean;
}

/** Whether the parameter's value is a list, written with commas. */
export function isList(parameter: Parameter): boolean {
  return /^(CommaDelimitedList$|List<|AWS::SSM::Parameter::Value<(CommaDelimitedList$|CommaDelimitedList>|List<))/.test(
    parameter.type,
  );
}

/** Whether the deployment looks the value up in Systems Manager: the default is then a name, not the value. */
export function isLookedUp(parameter: Parameter): boolean {
  return parameter.type.startsWith('AWS::SSM::Parameter::Value<');
}

const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'Globals', 'Metadata', 'Rules'];

/** One parsed template: its sections, with a problem for each that is not what CloudFormation expects. */
export class Template {
  readonly problems: Problem[] = [];
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The macros that `Transform` names: `AWS::Serverless-2016-10-31`, `AWS::LanguageExtensions`. */
  readonly transforms: readonly string[];
  #sections = new Map<string, MapNode>();
  #entries = new Map<string, ReadonlyMap<string, DataEntry>>();

  constructor(readonly document: Document) {
    this.problems.push(...document.problems);
    for (const name of SECTIONS) this.#read(name);
    this.parameters = readParameters(this.section('Parameters'));
    this.transforms = readTransforms(entryOf(document.root, 'Transform')?.value);
  }

  get file(): SourceFile {
    return this.document.file;
  }

  /** A section that is a map; undefined when it is missing or something else. */
  section(name: string): MapNode | undefined {
    return this.#sections.get(name);
  }

  /** An entry of a section, by its name. */
  entry(section: string, name: string): DataEntry | undefined {
    let entries = this.#entries.get(section);
    if (!entries) {
      entries = new Map(this.section(section)?.entries.map((entry) => [entry.key, entry]));
      this.#entries.set(section, entries);
    }
    return entries.get(name);
  }

  /** Whether the file is a template at all, by what its top level says. */
  get isTemplate(): boolean {
    const { root } = this.document;
    return entryOf(root, 'AWSTemplateFormatVersion') !== undefined || entryOf(root, 'Resources') !== undefined;
  }

  #read(name: string): void {
    const node = entryOf(this.document.root, name)?.value;
    if (node === undefined) return;
    if (node.kind === 'map') {
      this.#sections.set(name, node);
      return;
    }
    if (node.kind === 'scalar' && node.value === null && name !== 'Resources') return;
    const what = node.kind === 'list' ? 'a list' : node.value === null ? 'empty' : 'a single value';
    this.problems.push(
      problemAt(
        name === 'Resources' ? 'unreadable' : 'partial',
        this.file,
        node.span,
        `${name} of ${this.file.path} is ${what}, not a map: give it one entry per name.`,
      ),
    );
  }
}

function readParameters(section: MapNode | undefined): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { key, keySpan, value } of section?.entries ?? []) {
    if (value.kind !== 'map') continue;
    const allowed = entryOf(value, 'AllowedValues')?.value;
    const noEcho = scalarText(entryOf(value, 'NoEcho')?.value);
    parameters.set(key, {
      name: key,
      keySpan,
      type: scalarText(entryOf(value, 'Type')?.value) ?? 'String',
      default: entryOf(value, 'Default')?.value,
      allowed: allowed?.kind === 'list' ? allowed.items.map((item) => scalarText(item) ?? '') : undefined,
      noEcho: noEcho?.toLowerCase() === 'true',
    });
  }
  return parameters;
}

function readTransforms(node: DataNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item) => {
    const name = item.kind === 'map' ? entryOf(item, 'Name')?.value : item;
    return scalarText(name) ?? [];
  });
}

/** The text of a scalar as CloudFormation takes it where a string belongs; undefined for lists, maps, null and intrinsics. */
export function scalarText(node: DataNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.tag !== undefined || node.value === null) return undefined;
  return String(plainScalar(node));
}

/** A scalar's value. Digits with a leading zero stay text: they are account numbers and codes, never octal. */
export function plainScalar(node: Extract<DataNode, { kind: 'scalar' }>): string | number | boolean | null {
  if (typeof node.value === 'number' && /^[-+]?0\d/.test(node.source)) return node.source;
  return node.value;
}
