import type { Finding } from '#finding/finding';
import type { Framework } from '#frameworks/framework';
import type { PropertyPath } from '#model/property';
import { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import type { SetValue, Value } from '#model/value';
import { valueAt } from '#scan/identity';
import type { Location } from '#source/file';

/** The lens, with what a finding points at made unknown in every resource that has it from the same text. */
export function withUnknown(framework: Framework, finding: Finding): Framework {
  return {
    ...framework,
    async load(root, files, options) {
      const stack = await framework.load(root, files, options);
      return stack && altered(stack, finding);
    },
  };
}

function altered(stack: Stack, finding: Finding): Stack {
  const resources = new Map<string, Resource>();
  const copy: Stack = {
    id: stack.id,
    framework: stack.framework,
    root: stack.root,
    files: stack.files,
    problems: stack.problems,
    resources,
    nested: (stack.nested ?? []).map((one) => altered(one, finding)),
    edits: (patches) => stack.edits(patches),
  };
  for (const [id, resource] of stack.resources) {
    const meant = resource.id === finding.resource?.id || hasItFromThere(resource, finding);
    resources.set(
      id,
      new Resource({
        stack: copy,
        logicalId: resource.logicalId,
        type: resource.type,
        at: resource.location,
        extent: resource.extent,
        when: resource.when,
        properties: meant ? unknownAt(resource.properties, finding.path) : resource.properties,
        attributes: meant ? unknownAt(resource.attributes, finding.path) : resource.attributes,
        declaredType: resource.declaredType,
        ...(resource.generatedBy === undefined ? {} : { generatedBy: resource.generatedBy }),
        name: resource.name,
        ...(resource.source === undefined ? {} : { source: resource.source }),
      }),
    );
  }
  return copy;
}

function hasItFromThere(resource: Resource, finding: Finding): boolean {
  if (resource.type !== finding.resource?.type) return false;
  const value = valueAt(resource, finding.path, finding.when);
  return value !== undefined && same(value.at, finding.at);
}

function same(a: Location, b: Location): boolean {
  return a.file.path === b.file.path && a.span.start === b.span.start && a.span.end === b.span.end;
}

function unknownAt(value: Value, path: PropertyPath): Value {
  const [step, ...rest] = path;
  if (step === undefined || value.kind === 'absent') return { kind: 'unknown', at: value.at, why: 'made unknown' };
  if (value.kind === 'unknown') return value;
  if (value.kind === 'conditional') {
    const branches = value.branches.map((branch) => ({ ...branch, value: unknownAt(branch.value, path) }));
    return { ...value, branches };
  }
  // What is read out of a text is unknown when the text is.
  if (!(value.data instanceof Map) && !Array.isArray(value.data))
    return { kind: 'unknown', at: value.at, why: 'made unknown' };
  return { ...value, data: dataWithUnknown(value, step, rest) };
}

function dataWithUnknown(value: SetValue, step: string | number, rest: PropertyPath): SetValue['data'] {
  const { data } = value;
  if (data instanceof Map) {
    const next: Value = data.get(String(step)) ?? { kind: 'absent', at: value.key ?? value.at };
    return new Map([...data, [String(step), unknownAt(next, rest)]]);
  }
  if (Array.isArray(data)) return data.map((item: Value, index) => (index === step ? unknownAt(item, rest) : item));
  return data;
}
