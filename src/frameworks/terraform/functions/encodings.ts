import { createHash } from 'node:crypto';
import { decoded, encoded } from '#frameworks/terraform/encoded';
import type { AnyFunction, FunctionCall } from '#frameworks/terraform/functions/function';
import { openCause } from '#frameworks/terraform/functions/strings';
import { listOf, mapOf, stringOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';
import { SourceFile } from '#source/file';
import type { DataNode } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** A function of one string that is wholly known; undefined is a failure. */
function ofText(run: (text: string) => string | undefined): AnyFunction {
  return {
    call: ([arg], call) => {
      const text = stringOf(arg);
      if (text === undefined) return call.unknown(openCause(arg));
      const made = run(text);
      return made === undefined ? call.failed(`${call.name} cannot be done`) : call.set(made);
    },
  };
}

function hash(algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512', encoding: 'hex' | 'base64'): AnyFunction {
  return ofText((text) => createHash(algorithm).update(text, 'utf8').digest(encoding));
}

/** What differs from run to run, or that nothing here needs to know. */
const unknowable: AnyFunction = { call: (_args, call) => call.unknown(`what ${call.name} makes`) };

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function decodedBase64(text: string): Buffer | undefined {
  const bare = text.replaceAll(/[\r\n]/g, '');
  return BASE64.test(bare) && bare.length % 4 === 0 ? Buffer.from(bare, 'base64') : undefined;
}

/** Bytes as text in a character set; undefined where they are none. */
function textIn(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Go's `url.QueryEscape`. */
function urlencoded(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'))
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** The namespaces of RFC 4122 that `uuidv5` knows by name. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function uuidv5(namespace: string, name: string): string | undefined {
  const space = Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace] : namespace;
  if (space === undefined || !UUID.test(space)) return undefined;
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Rows of text separated by commas, as RFC 4180 has them; undefined for what is none. */
function rowsOf(text: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (row.length === 0 && (text[at] === '\n' || text.startsWith('\r\n', at))) {
      at += text[at] === '\n' ? 1 : 2;
      continue;
    }
    const field = text[at] === '"' ? quotedField(text, at) : bareField(text, at);
    if (field === undefined) return undefined;
    row.push(field.text);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      if (at < text.length && text[at] !== '\n' && !text.startsWith('\r\n', at)) continue;
      row.push('');
    }
    if (at < text.length) at += text[at] === '\r' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function bareField(text: string, start: number): Field | undefined {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end)) end += 1;
  const field = text.slice(start, end);
  return field.includes('"') ? undefined : { text: field, end };
}

function quotedField(text: string, start: number): Field | undefined {
  let field = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else {
      const end = at + 1;
      const isEnd = end === text.length || text[end] === ',' || text[end] === '\n' || text.startsWith('\r\n', end);
      return isEnd ? { text: field.replaceAll('\r\n', '\n'), end } : undefined;
    }
  }
  return undefined;
}

function csv(text: string, call: FunctionCall): Value {
  const [names, ...rows] = rowsOf(text) ?? [];
  if (!names || new Set(names).size < names.length || rows.some((row) => row.length !== names.length))
    return call.failed('csvdecode needs rows of one length under different names');
  return call.set(
    rows.map((row) => call.set(new Map(names.map((name, i): [string, Value] => [name, call.set(row[i] ?? '')])))),
  );
}

/** Terraform reads words of YAML 1.1 as booleans, numbers that start with 0 as decimal, and dates as timestamps. */
function yamlScalar(node: Extract<DataNode, { kind: 'scalar' }>, call: FunctionCall): Value | undefined {
  const { source, value } = node;
  if (typeof value === 'string' && source === value) {
    if (/^(yes|Yes|YES|on|On|ON)$/.test(value)) return call.set(true);
    if (/^(no|No|NO|off|Off|OFF)$/.test(value)) return call.set(false);
    if (/^[-+]?0\d{1,15}$/.test(value)) return call.set(Number(value));
    if (/^\d{4}-\d\d?-\d\d?/.test(value)) return undefined;
  }
  return call.set(value);
}

/** YAML as a value of the call's place; undefined where it holds what is not read the same here. */
function ofYaml(node: DataNode, call: FunctionCall): Value | undefined {
  if (node.tag !== undefined) return undefined;
  if (node.kind === 'scalar') return yamlScalar(node, call);
  if (node.kind === 'list') {
    const items = node.items.map((item) => ofYaml(item, call));
    const known = items.filter((item) => item !== undefined);
    return known.length < items.length ? undefined : call.set(known);
  }
  const made = new Map<string, Value>();
  for (const entry of node.entries) {
    const value = ofYaml(entry.value, call);
    if (value === undefined) return undefined;
    made.set(entry.key, value);
  }
  return call.set(made);
}

/** What is generated anew at each run. */
const generated: AnyFunction = {
  lenient: true,
  call: (_args, call) => call.unknown(`${call.name}() of the deployment`),
};

/** A value as `yamlencode` writes it, after a key or dash; undefined where a part is not known. */
function yamlText(value: Value, indent: string): string | undefined {
  const items = listOf(value);
  const entries = mapOf(value);
  if (items) {
    if (items.length === 0) return ' []\n';
    const lines = items.map((item) => yamlText(item, `${indent}  `));
    return lines.includes(undefined)
      ? undefined
      : `\n${lines.map((line) => `${indent}-${joined(line ?? '')}`).join('')}`;
  }
  if (entries) {
    if (entries.size === 0) return ' {}\n';
    const lines = [...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => {
        const text = yamlText(one, listOf(one) ? indent : `${indent}  `);
        return text === undefined ? undefined : `${indent}${JSON.stringify(key)}:${text}`;
      });
    return lines.includes(undefined) ? undefined : `\n${lines.join('')}`;
  }
  if (value.kind !== 'set') return undefined;
  if (value.data === null) return ' null\n';
  if (typeof value.data === 'number' || typeof value.data === 'boolean') return ` ${value.data}\n`;
  // Text of several lines, and what needs escapes, is written in another way.
  return typeof value.data === 'string' && /^[ -~]*$/.test(value.data) ? ` ${JSON.stringify(value.data)}\n` : undefined;
}

function isText(value: Value): boolean {
  return value.kind === 'set' && typeof value.data === 'string';
}

/** The first line of what follows a dash comes right behind it. */
function joined(text: string): string {
  return text.startsWith('\n') ? ` ${text.slice(1).trimStart()}` : text;
}

/** https://developer.hashicorp.com/terraform/language/functions#encoding-functions, and hashes and what the run makes up */
export const encodings: Readonly<Record<string, AnyFunction>> = {
  jsonencode: {
    lenient: true,
    call: ([arg], call) => {
      if (!arg) return call.failed('nothing is given');
      return arg.kind === 'unknown' ? call.unknown(arg.why) : encoded(call.set('', [arg]), arg);
    },
  },
  jsondecode: {
    call: ([arg], call) => {
      if (!arg) return call.failed('nothing is given');
      const value = decoded(arg);
      if (value.kind !== 'unknown') return value;
      return stringOf(arg) === undefined ? call.unknown(value.why) : call.failed('not JSON');
    },
  },
  base64encode: ofText((text) => Buffer.from(text, 'utf8').toString('base64')),
  base64decode: ofText((text) => {
    const bytes = decodedBase64(text);
    return bytes && textIn(bytes, 'utf-8');
  }),
  base64gzip: unknowable,
  textencodebase64: {
    call: ([arg, encoding], call) => {
      const [text, name] = [stringOf(arg), stringOf(encoding)?.toUpperCase()];
      if (text === undefined || name === undefined) return call.unknown(openCause(text === undefined ? arg : encoding));
      if (name === 'UTF-8') return call.set(Buffer.from(text, 'utf8').toString('base64'));
      const bytes = Buffer.from(text, 'utf16le');
      if (name === 'UTF-16LE') return call.set(bytes.toString('base64'));
      return name === 'UTF-16BE' ? call.set(bytes.swap16().toString('base64')) : call.unknown('a character set');
    },
  },
  textdecodebase64: {
    call: ([arg, encoding], call) => {
      const [text, name] = [stringOf(arg), stringOf(encoding)?.toUpperCase()];
      if (text === undefined || name === undefined) return call.unknown(openCause(text === undefined ? arg : encoding));
      if (!['UTF-8', 'UTF-16LE', 'UTF-16BE'].includes(name)) return call.unknown('a character set');
      const bytes = decodedBase64(text);
      const made = bytes && textIn(bytes, name);
      return made === undefined ? call.failed('not that character set') : call.set(made);
    },
  },
  csvdecode: {
    call: ([arg], call) => {
      const text = stringOf(arg);
      return text === undefined ? call.unknown(openCause(arg)) : csv(text, call);
    },
  },
  yamldecode: {
    call: ([arg], call) => {
      const text = stringOf(arg);
      if (text === undefined) return call.unknown(openCause(arg));
      const document = parseDocument(new SourceFile('value.yaml', text));
      if (document.problems.length > 0) return call.failed('not YAML');
      if (document.root === undefined || text.trim() === '') return call.failed('no YAML');
      return ofYaml(document.root, call) ?? call.unknown('YAML with tags or dates');
    },
  },
  yamlencode: {
    call: ([arg], call) => {
      const text = arg && (isText(arg) || listOf(arg) || mapOf(arg)) ? yamlText(arg, '') : undefined;
      return text === undefined ? call.unknown('YAML of what is not known') : call.set(text.replace(/^[ \n]/, ''));
    },
  },
  urlencode: ofText(urlencoded),
  md5: hash('md5', 'hex'),
  sha1: hash('sha1', 'hex'),
  sha256: hash('sha256', 'hex'),
  sha512: hash('sha512', 'hex'),
  base64sha256: hash('sha256', 'base64'),
  base64sha512: hash('sha512', 'base64'),
  bcrypt: unknowable,
  rsadecrypt: unknowable,
  uuidv5: {
    call: ([space, arg], call) => {
      const [namespace, name] = [stringOf(space), stringOf(arg)];
      if (namespace === undefined || name === undefined)
        return call.unknown(openCause(namespace === undefined ? space : arg));
      const made = uuidv5(namespace, name);
      return made === undefined ? call.failed('uuidv5 needs a namespace') : call.set(made);
    },
  },
  uuid: generated,
  timestamp: generated,
  plantimestamp: generated,
};
