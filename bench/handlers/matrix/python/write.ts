import type { Random } from '../../../random.js';
import { type Draft, indented, merged, unmarked } from '../draft.js';
import type { Written } from '../ecmascript/write.js';
import type { Host } from '../hosts.js';
import type { Import, Module } from '../part.js';
import type { Trigger } from '../triggers.js';

/** Modules of Python's own that the tables use without saying so. */
const OWN = ['asyncio', 'base64', 'html', 'json', 'os', 're', 'shlex'];
const OWN_NAMES: Readonly<Record<string, string>> = { parse_qs: 'urllib.parse', unquote_plus: 'urllib.parse' };

/** Writes a draft as an application in Python. */
export function write(
  draft: Draft,
  { trigger, host, random }: { trigger: Trigger; host: Host | undefined; random: Random },
): Written {
  if (host) return registered(draft, host);
  const stem = random.pick(['src/app', 'src/handler', 'items/main', 'function/index']);
  const folder = stem.slice(0, stem.indexOf('/'));
  const body = trigger.records ? ['for record in event["Records"]:', ...indented(draft.body, 4)] : draft.body;
  const answer = {
    http: ['return {"statusCode": 204, "body": ""}'],
    value: ['return "done"'],
    event: ['return event'],
    nothing: [],
    host: [],
  }[trigger.answers];
  const last = body.findLastIndex((line) => /^(?:» )?\S/.test(line) && !/^(?:» )?[)}\]]/.test(line));
  const ended = /^(?:» )?return\b/.test(body[last] ?? '');
  const context = random.pick(['context', '_context', 'context']);
  const handler = [`def handler(event, ${context}):`, ...indented([...body, ...(ended ? [] : answer)], 4)];
  const { text, marked } = unmarked(fileOf(draft.imports, [...draft.top, handler]));
  const files: Record<string, string> = { [`${stem}.py`]: text, [`${folder}/__init__.py`]: '' };
  for (const module of draft.modules) files[`${folder}/${module.path}.py`] = moduleIn(module);
  return { files, stem, handler: `${stem}.py`, marked };
}

/** A function that its host finds at the root: what it imports of the application's own is named absolutely. */
function registered(draft: Draft, host: Host): Written {
  const { imports, top = [], before, depth, answer, after } = host.python;
  const stem = host.stem.python;
  const absolute = draft.imports.map((one) =>
    one.from.startsWith('./') ? { ...one, from: one.from.slice(2).replaceAll('/', '.') } : one,
  );
  const handler = [...before, ...indented([...draft.body, ...answer], depth), ...after];
  const pieces = [...(top.length > 0 ? [top] : []), ...draft.top, handler];
  const { text, marked } = unmarked(fileOf([...absolute, ...imports], pieces));
  const files: Record<string, string> = { [`${stem}.py`]: text };
  for (const module of draft.modules) files[`${module.path}.py`] = moduleIn(module);
  return { files, stem, handler: `${stem}.py`, marked };
}

function moduleIn({ imports = [], lines, exports, passesOn }: Module): string {
  if (passesOn !== undefined) {
    return `from ${relative(passesOn)} import ${exports.join(', ')}\n\n__all__ = [${exports.map((name) => `"${name}"`).join(', ')}]\n`;
  }
  return unmarked(fileOf(imports, [lines])).text;
}

/** Imports, then the pieces of the module, two blank lines around what defines something. */
function fileOf(imports: readonly Import[], pieces: readonly (readonly string[])[]): string[] {
  const code = pieces.flat().join('\n');
  const own: Import[] = OWN.filter((name) => new RegExp(`(?<![\\w."])${name}\\.\\w`).test(code)).map((name) => ({
    from: name,
    whole: name,
  }));
  const ownNames = Object.entries(OWN_NAMES).flatMap(([name, from]) =>
    new RegExp(`\\b${name}\\(`).test(code) ? [{ from, names: [name] }] : [],
  );
  const lines = merged([...imports, ...own, ...ownNames]).flatMap(importIn);
  let defined = true;
  for (const piece of pieces) {
    const defines = /^(?:async )?(?:def|class) |^@/.test(piece[0] ?? '');
    if (lines.length > 0) lines.push(...(defines || defined ? ['', ''] : []));
    lines.push(...piece);
    defined = defines;
  }
  return lines;
}

function importIn({ from, names = [], whole }: Import): string[] {
  return [
    ...(whole === undefined ? [] : [whole === from ? `import ${from}` : `import ${from} as ${whole}`]),
    ...(names.length > 0 ? [`from ${from.startsWith('.') ? relative(from) : from} import ${names.join(', ')}`] : []),
  ];
}

/** `./steps/work` is `.steps.work`. */
function relative(path: string): string {
  return `.${path.replace(/^\.\//, '').replaceAll('/', '.')}`;
}
