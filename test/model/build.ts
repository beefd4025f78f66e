import { Resource, resourceId } from '#model/resource';
import type { Stack } from '#model/stack';
import { type Part, Text } from '#model/text';
import type { Value, When } from '#model/value';
import { type Location, SourceFile } from '#source/file';

/** What tests write for a value: plain data, with a few of CloudFormation's forms. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface PlainResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly Properties?: { readonly [key: string]: Plain };
}

/** A value that nobody can know. */
export const UNKNOWN: Plain = { 'Test::Unknown': true };
/** A value that is not written, for a branch of an `Fn::If`. */
export const NO_VALUE: Plain = { Ref: 'AWS::NoValue' };

export const ref = (name: string): Plain => ({ Ref: name });
export const att = (name: string, attribute = 'Arn'): Plain => ({ 'Fn::GetAtt': [name, attribute] });
export const sub = (text: string): Plain => ({ 'Fn::Sub': text });
export const when = (condition: string, yes: Plain, no: Plain = NO_VALUE): Plain => ({
  'Fn::If': [condition, yes, no],
});

/**
 * A stack from plain data, so that the model can be tested without a lens. Its file is the data as JSON with every key and
 * value at its true place.
 */
export function stackOf(resources: { readonly [logicalId: string]: PlainResource }, id = 'template.yaml'): Stack {
  const writer = new Writer();
  const keys = new Map<unknown, Map<string, { start: number; end: number }>>();
  writer.write(resources, keys);
  const root = new SourceFile(id, writer.text);
  const built = new Map<string, Resource>();
  const stack: Stack = {
    id,
    framework: 'cloudformation',
    root,
    files: [root],
    resources: built,
    problems: [],
    edits: () => ({ declined: 'a test stack' }),
  };
  const location = (span: { start: number; end: number } | undefined): Location => ({
    file: root,
    span: span ?? { start: 0, end: 0 },
  });
  for (const [logicalId, resource] of Object.entries(resources)) {
    const at = location(keys.get(resources)?.get(logicalId));
    const conditions: When[] = resource.Condition ? [{ condition: resource.Condition, holds: true }] : [];
    const value = (data: Plain, holder: unknown, key: string | number): Value =>
      lowered(data, location(spanOf(holder, key)), location(keys.get(holder)?.get(String(key))));
    const spanOf = (holder: unknown, key: string | number) => writer.spans.get(holder)?.get(key);
    const lowered = (data: Plain, place: Location, key?: Location): Value => {
      const keyed = key ? { key } : {};
      if (typeof data !== 'object' || data === null) return { kind: 'set', at: place, data, ...keyed };
      if (Array.isArray(data)) {
        const items = data.map((item: Plain, index) => lowered(item, location(spanOf(data, index))));
        return { kind: 'set', at: place, data: items, ...keyed };
      }
      const map = data as { readonly [key: string]: Plain };
      if ('Test::Unknown' in map) return { kind: 'unknown', at: place, why: 'unknown in the test' };
      if ('Ref' in map && typeof map.Ref === 'string') {
        if (map.Ref === 'AWS::NoValue') return { kind: 'absent', at: place };
        return { kind: 'set', at: place, data: new Text([part(map.Ref, 'Ref')]), ...keyed };
      }
      const attribute = map['Fn::GetAtt'];
      if (Array.isArray(attribute)) {
        return { kind: 'set', at: place, data: new Text([part(String(attribute[0]), String(attribute[1]))]), ...keyed };
      }
      if (typeof map['Fn::Sub'] === 'string') {
        const pieces = map['Fn::Sub'].split(/\$\{([^}]+)\}/);
        const parts = pieces.map((piece, index): Part => {
          if (index % 2 === 0) return piece;
          const [name = '', ...rest] = piece.split('.');
          return part(name, rest.join('.') || 'Ref');
        });
        return { kind: 'set', at: place, data: Text.of(parts), ...keyed };
      }
      const choice = map['Fn::If'];
      if (Array.isArray(choice)) {
        const [condition, yes, no] = choice;
        return {
          kind: 'conditional',
          at: place,
          branches: [
            { when: { condition: String(condition), holds: true }, value: lowered(yes, place, key) },
            { when: { condition: String(condition), holds: false }, value: lowered(no, place, key) },
          ],
        };
      }
      return {
        kind: 'set',
        at: place,
        data: new Map(Object.entries(map).map(([name, entry]) => [name, value(entry, map, name)])),
        ...keyed,
      };
    };
    const part = (name: string, attribute: string): Part =>
      name in resources
        ? { kind: 'ref', resource: resourceId(id, name), attribute }
        : { kind: 'hole', why: name.startsWith('AWS::') ? name : `parameter ${name}`, name };
    const { Properties = {}, ...attributes } = resource;
    built.set(
      logicalId,
      new Resource({
        stack,
        logicalId,
        type: resource.Type,
        at,
        extent: { file: root, span: { start: at.span.start, end: location(spanOf(resources, logicalId)).span.end } },
        when: conditions,
        properties: lowered(Properties, location(spanOf(resource, 'Properties')), at),
        attributes: lowered(attributes as Plain, at, at),
      }),
    );
  }
  return stack;
}

/** Writes JSON and remembers where each value of each map and list, and each key, stands. */
class Writer {
  text = '';
  readonly spans = new Map<unknown, Map<string | number, { start: number; end: number }>>();

  write(data: unknown, keys: Map<unknown, Map<string, { start: number; end: number }>>, indent = ''): void {
    if (typeof data !== 'object' || data === null) {
      this.text += JSON.stringify(data);
      return;
    }
    const own = new Map<string | number, { start: number; end: number }>();
    this.spans.set(data, own);
    const list = Array.isArray(data);
    this.text += list ? '[' : '{';
    const entries = list ? data.map((item, index): [number, unknown] => [index, item]) : Object.entries(data);
    for (const [index, [key, value]] of entries.entries()) {
      this.text += `${index === 0 ? '' : ','}\n${indent}  `;
      if (!list) {
        const start = this.text.length;
        this.text += JSON.stringify(key);
        const known = keys.get(data) ?? new Map<string, { start: number; end: number }>();
        known.set(String(key), { start, end: this.text.length });
        keys.set(data, known);
        this.text += ': ';
      }
      const start = this.text.length;
      this.write(value, keys, `${indent}  `);
      own.set(key, { start, end: this.text.length });
    }
    this.text += entries.length === 0 ? '' : `\n${indent}`;
    this.text += list ? ']' : '}';
  }
}
