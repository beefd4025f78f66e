import type { AnyFunction } from '#frameworks/terraform/functions/function';
import { asText, openCause } from '#frameworks/terraform/functions/strings';
import { mapOf, stringOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import { SourceFile } from '#source/file';

const hash: AnyFunction = { call: (_args, call) => call.unknown('a hash') };

/** A path that is the same whatever the working directory is. */
function normalized(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (absolute ? '/' : '') + parts.join('/') || '.';
}

/** https://developer.hashicorp.com/terraform/language/functions#filesystem-functions */
export const filesystem: Readonly<Record<string, AnyFunction>> = {
  file: {
    call: ([path], call) => {
      const name = stringOf(path);
      if (name === undefined) return call.unknown(openCause(path));
      const file = call.file(name);
      return typeof file === 'string' ? call.unknown(file) : call.set(file.text);
    },
  },
  templatefile: {
    call: ([path, variables], call) => {
      const name = stringOf(path);
      const given = mapOf(variables);
      if (name === undefined || !given) return call.unknown(openCause(name === undefined ? path : variables));
      const file = call.file(name);
      return typeof file === 'string' ? call.unknown(file) : call.template(file, given);
    },
  },
  templatestring: {
    call: ([template, variables], call) => {
      const text = stringOf(template);
      const given = mapOf(variables);
      if (text === undefined || !given) return call.unknown(openCause(text === undefined ? template : variables));
      return call.template(new SourceFile(call.at.file.path, text), given);
    },
  },
  fileexists: {
    call: ([path], call) => {
      const name = stringOf(path);
      if (name === undefined) return call.unknown(openCause(path));
      const file = call.file(name);
      return call.set(typeof file !== 'string');
    },
  },
  filebase64: { call: (_args, call) => call.unknown('the content of a file') },
  filemd5: hash,
  filesha1: hash,
  filesha256: hash,
  filesha512: hash,
  filebase64sha256: hash,
  filebase64sha512: hash,
  abspath: {
    call: ([path], call) => {
      const name = stringOf(path);
      return name === undefined ? call.unknown(openCause(path)) : call.set(normalized(name));
    },
  },
  pathexpand: { call: ([path], call) => path ?? call.failed('nothing is given') },
  basename: {
    call: ([path], call) => {
      const text = asText(path);
      if (text === undefined) return call.unknown(openCause(path));
      // Go's `path.Base`: slashes at the end do not count.
      if (typeof text === 'string') {
        const bare = text.replace(/\/{1,1000}$/, '');
        return call.set(text === '' ? '.' : bare === '' ? '/' : bare.slice(bare.lastIndexOf('/') + 1));
      }
      const parts = [...partsOf(text)];
      const end = parts.at(-1);
      if (typeof end === 'string' && end.length > 1) parts[parts.length - 1] = end.replace(/\/{1,100}$/, '');
      const cut = parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
      const last = parts[cut];
      if (typeof last !== 'string') return call.set(text);
      return call.set(Text.of([last.slice(last.lastIndexOf('/') + 1), ...parts.slice(cut + 1)]));
    },
  },
  dirname: {
    call: ([path], call) => {
      const name = stringOf(path);
      if (name === undefined) return call.unknown(openCause(path));
      const cut = name.lastIndexOf('/');
      return call.set(cut === -1 ? '.' : cut === 0 ? '/' : normalized(name.slice(0, cut)));
    },
  },
};
