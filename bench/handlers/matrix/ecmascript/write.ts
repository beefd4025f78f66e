import type { Random } from '../../../random.js';
import { type Draft, indented, merged, unmarked } from '../draft.js';
import type { Host, Registration } from '../hosts.js';
import type { Import, Module } from '../part.js';
import type { Trigger } from '../triggers.js';

/** CommonJS, ECMAScript modules, or TypeScript. */
export type Dialect = 'commonjs' | 'module' | 'typescript';

export interface Written {
  readonly files: Readonly<Record<string, string>>;
  /** Without the extension. */
  readonly stem: string;
  readonly handler: string;
  /** Lines of the handler's file on which a report may stand. */
  readonly marked: readonly number[];
}

const EXTENSION = { commonjs: 'js', module: 'js', typescript: 'ts' } as const;

/** Writes a draft as an application in JavaScript or TypeScript. */
export function write(
  draft: Draft,
  { dialect, trigger, host, random }: { dialect: Dialect; trigger: Trigger; host: Host | undefined; random: Random },
): Written {
  const stem = host?.stem.ecmascript ?? random.pick(['index', 'app', 'src/handler', 'src/index', 'functions/item']);
  const folder = stem.includes('/') ? `${stem.slice(0, stem.lastIndexOf('/'))}/` : '';
  const extension = EXTENSION[dialect];
  const typed = dialect === 'typescript' && trigger.type !== 'any' && random.next() < 0.6;
  const type = typed ? trigger.type : 'any';
  const [typeName] = type.split('<');
  const types = typed ? [`import type { ${typeName} } from 'aws-lambda';`] : [];
  const parameter = dialect === 'typescript' ? `event: ${type}` : 'event';
  const lines = [
    ...(typed ? types : []),
    ...importsIn(merged([...draft.imports, ...(host?.ecmascript.imports ?? [])]), dialect, './'),
    '',
    ...draft.top.flatMap((piece) => [...piece, '']),
    ...(host ? registeredIn(draft, host.ecmascript) : handlerIn(draft, { dialect, trigger, random, parameter })),
  ];
  const { text, marked } = unmarked(tidied(lines.map((line) => withTypes(line, dialect))));
  const files: Record<string, string> = { [`${folder}${stem.split('/').at(-1)}.${extension}`]: text };
  for (const module of draft.modules) files[`${folder}${module.path}.${extension}`] = moduleIn(module, dialect);
  if (dialect === 'module' && host)
    files['package.json'] =
      host.files('javascript')['package.json']?.replace('"private": true', '"private": true,\n  "type": "module"') ??
      '';
  else if (dialect !== 'commonjs' && !host)
    files['package.json'] = '{\n  "name": "items",\n  "private": true,\n  "type": "module"\n}\n';
  return { files, stem, handler: `${stem}.${extension}`, marked };
}

function handlerIn(
  draft: Draft,
  { dialect, trigger, random, parameter }: { dialect: Dialect; trigger: Trigger; random: Random; parameter: string },
): string[] {
  const body = trigger.records ? overRecords(draft.body, random, dialect) : draft.body;
  const answer = {
    http: ["return { statusCode: 204, body: '' };"],
    value: ["return 'done';"],
    event: ['return event;'],
    nothing: [],
    host: [],
  }[trigger.answers];
  const inner = indented([...body, ...(endsInReturn(body) ? [] : answer)], 2);
  if (dialect === 'commonjs') {
    return random.pick([
      [`exports.handler = async (${parameter}) => {`, ...inner, '};'],
      [`module.exports.handler = async function (${parameter}) {`, ...inner, '};'],
      [`async function handler(${parameter}) {`, ...inner, '}', '', 'module.exports = { handler };'],
    ]);
  }
  return random.pick([
    [`export const handler = async (${parameter}) => {`, ...inner, '};'],
    [`export async function handler(${parameter}) {`, ...inner, '}'],
    [`const handler = async (${parameter}) => {`, ...inner, '};', '', 'export { handler };'],
  ]);
}

/** The body where a host's registration has it. */
function registeredIn(draft: Draft, { before, depth, answer, after }: Registration): string[] {
  return [...before, ...indented([...draft.body, ...answer], depth), ...after];
}

/** Whether the last statement at the body's own level is a return. */
function endsInReturn(body: readonly string[]): boolean {
  const last = body.findLastIndex((line) => /^(?:» )?\S/.test(line) && !/^(?:» )?[)}\]]/.test(line));
  return /^(?:» )?return\b/.test(body[last] ?? '');
}

function overRecords(body: readonly string[], random: Random, dialect: Dialect): string[] {
  const any = dialect === 'typescript' ? ': any' : '';
  return random.pick([
    ['for (const record of event.Records) {', ...indented(body, 2), '}'],
    ['for (const record of event.Records) {', ...indented(body, 2), '}'],
    [`await Promise.all(event.Records.map(async (record${any}) => {`, ...indented(body, 2), '}));'],
  ]);
}

function importsIn(imports: readonly Import[], dialect: Dialect, folder: string): string[] {
  return imports
    .map(({ from, names = [], whole }) => {
      const path = from.startsWith('.') && dialect !== 'commonjs' ? `${from.replace(/^\.\//, folder)}.js` : from;
      const braces = names.length > 0 ? `{ ${names.join(', ')} }` : '';
      if (dialect === 'commonjs') {
        return [whole && `const ${whole} = require('${path}');`, braces && `const ${braces} = require('${path}');`]
          .filter(Boolean)
          .join('\n');
      }
      return `import ${[whole, braces].filter(Boolean).join(', ')} from '${path}';`;
    })
    .flatMap((line) => line.split('\n'));
}

function moduleIn({ imports = [], lines, exports, passesOn }: Module, dialect: Dialect): string {
  const names = exports.join(', ');
  if (passesOn !== undefined) {
    return dialect === 'commonjs'
      ? `module.exports = require('${passesOn}');\n`
      : `export { ${names} } from '${passesOn}.js';\n`;
  }
  const all = [
    ...importsIn(merged(imports), dialect, './'),
    '',
    ...lines,
    '',
    dialect === 'commonjs' ? `module.exports = { ${names} };` : `export { ${names} };`,
  ];
  return unmarked(tidied(all.map((line) => withTypes(line, dialect)))).text;
}

/** Keeps or drops what only TypeScript has; a line that had nothing else is gone. */
function withTypes(line: string, dialect: Dialect): string | undefined {
  if (!line.includes('«')) return line;
  if (dialect === 'typescript') return line.replace(/«([^»]*)»/g, '$1');
  const stripped = line.replace(/«[^»]*»/g, '');
  return stripped.trim() === '' ? undefined : stripped;
}

/** No blank line at the start, at the end, or after another one. */
function tidied(lines: readonly (string | undefined)[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (line === undefined || (line === '' && (kept.length === 0 || kept.at(-1) === ''))) continue;
    kept.push(line);
  }
  while (kept.at(-1) === '') kept.pop();
  return kept;
}
