import type { Reading, Written } from '#frameworks/docker/read';
import { narrowed } from '#frameworks/documents/narrow';
import type { Datum, Declined, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import { Resource } from '#model/resource';
import type { FrameworkName, Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Value } from '#model/value';
import type { Edit } from '#source/edit';
import type { Location, SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** The Stack of one Dockerfile: its image is the only resource. */
export class DockerStack implements Stack {
  readonly id: string;
  readonly framework: FrameworkName = 'docker';
  readonly files: readonly SourceFile[];
  readonly resources: ReadonlyMap<string, Resource>;
  readonly #reading: Reading | undefined;

  constructor(
    readonly root: SourceFile,
    reading: Reading | undefined,
    readonly problems: readonly Problem[],
  ) {
    this.id = root.path;
    this.files = [root];
    this.#reading = reading;
    this.resources = new Map(reading ? [[nameOf(root.path), this.#image(reading)]] : []);
  }

  edits(patches: readonly Patch[]): readonly Edit[] | Declined {
    if (!this.root.editable) return { declined: `${this.root.path} is not UTF-8` };
    const edits: Edit[] = [];
    for (const patch of patches) {
      if (patch.op === 'add' || patch.op === 'attribute' || patch.op === 'append')
        return { declined: 'an image declares no resources and its instructions stand where they are run' };
      const value = valueAt(this.#reading?.properties, patch.path);
      if (!value) return { declined: 'nothing is written there' };
      const edit = patch.op === 'remove' ? this.#removal(value) : this.#replacement(value, patch.value);
      if ('declined' in edit) return edit;
      edits.push(edit);
    }
    return edits;
  }

  #removal(value: Value): Edit | Declined {
    const span = this.#reading?.removable.get(value);
    if (!span) return { declined: 'it is a part of an instruction' };
    return { path: this.root.path, span, text: '' };
  }

  #replacement(value: Value, wanted: Datum): Edit | Declined {
    const written = this.#reading?.written.get(value);
    if (!written) return { declined: 'a build argument gives the value' };
    const text = this.#textFor(written, wanted);
    if (text === undefined) return { declined: 'the instruction cannot hold the text' };
    return narrowed({ path: this.root.path, span: written.span, text }, this.root);
  }

  #textFor({ form, span }: Written, wanted: Datum): string | undefined {
    const text = plain(wanted);
    if (text === undefined || text === '') return undefined;
    const before = this.root.slice(span);
    if (form === 'line') return before.includes('<<') || !staysOneCommand(text) ? undefined : text;
    if (/[\r\n]/.test(text)) return undefined;
    if (form === 'rest') return text.trim() === text && !/\\$/.test(text) ? text : undefined;
    if (/^[\w./:@+=,~^%-]+$/.test(text)) return text;
    if (form !== 'value') return undefined;
    return `"${text.replace(/["\\$]/g, '\\$&')}"`;
  }

  #image({ properties, heading }: Reading): Resource {
    const { root } = this;
    const whole: Location = { file: root, span: { start: 0, end: root.text.length } };
    return new Resource({
      stack: this,
      logicalId: nameOf(root.path),
      type: 'Docker::Image',
      at: heading,
      extent: whole,
      when: [],
      properties,
      attributes: { kind: 'set', at: heading, data: new Map() },
    });
  }
}

/** Whether every line break within the command is escaped, and the last line is not. */
function staysOneCommand(text: string): boolean {
  const lines = text.split(/\r?\n/);
  const last = lines.pop() ?? '';
  return (
    !/\\\s{0,20}$/.test(last) && lines.every((line) => /\\[ \t]{0,20}$/.test(line) || /^[ \t]{0,200}(?:#|$)/.test(line))
  );
}

function plain(value: Datum): string | undefined {
  if (value instanceof Text)
    return value.refs.length > 0
      ? undefined
      : value.parts.map((part) => (typeof part === 'string' ? part : part.kind === 'hole' ? part.why : '')).join('');
  return value === null || typeof value === 'object' ? undefined : String(value);
}

function valueAt(root: Value | undefined, path: PropertyPath): Value | undefined {
  let value = root;
  for (const step of path) {
    if (value?.kind !== 'set') return undefined;
    const { data } = value;
    if (data instanceof Map) value = (data as ReadonlyMap<string, Value>).get(String(step));
    else value = Array.isArray(data) && typeof step === 'number' ? (data as readonly Value[])[step] : undefined;
  }
  return value;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
