import type { EventShape } from '#model/handler';
import type { Property } from '#model/property';
import { fields, PROVIDER, SENDER, union } from '#runtimes/events/shape';

/**
 * What a mapping template makes of a request. Fields that are `$context` or `$stageVariables`, or written out, come from
 * the API; everything else may hold what the caller sends. Without a template the body is handed over as it is.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function templateShape(templates: readonly Property[]): EventShape {
  const shapes = templates.map(({ string }) => (string === undefined ? SENDER : shapeOf(string)));
  const [first, ...others] = shapes;
  return first ? others.reduce(union, first) : SENDER;
}

/** A longer template is not looked at. */
const MAX_LENGTH = 20_000;

function shapeOf(template: string): EventShape {
  if (template.length > MAX_LENGTH || !START.test(template)) return SENDER;
  const top: Level = { key: undefined, known: {} };
  const own = ownVariables(template);
  // The maps that are open, the innermost last; the template itself is the first.
  const open: Level[] = [];
  const close = (): void => {
    const level = open.pop();
    const outer = open.at(-1);
    if (level?.key !== undefined && outer) outer.known[level.key] = fields(level.known);
  };
  for (const line of template.split('\n')) {
    const [, before = '', key, value] = /^([\s{,]*)"([\w-]{1,100})"\s*:\s*(.{0,500})$/.exec(line) ?? [];
    for (let left = count(before, '{'); left > 0; left--) open.push(open.length === 0 ? top : nameless());
    // Of a template on one line only the first field is seen; the others are the sender's, which errs on the side of asking.
    const rest = key === undefined || value === undefined ? line : value;
    const level = open.at(-1);
    if (key !== undefined && level && rest.trim() === '{') {
      open.push({ key, known: {} });
      continue;
    }
    if (key !== undefined && level && isOfApi(rest, own)) level.known[key] = PROVIDER;
    const opened = count(rest, '{') - count(rest, '}');
    for (let left = opened; left > 0; left--) open.push(open.length === 0 ? top : nameless());
    for (let left = opened; left < 0; left++) close();
  }
  return fields(top.known);
}

/** A map of a template, with the fields of it that the API decides. */
interface Level {
  readonly key: string | undefined;
  readonly known: Record<string, EventShape>;
}

/** A map in a list, or one that does not start on a line of its own. */
function nameless(): Level {
  return { key: undefined, known: {} };
}

function isOfApi(value: string, own: ReadonlySet<string>): boolean {
  const text = value.replace(/,\s*$/, '').trim();
  if (/^(?:-?\d+|true|false|null)$/.test(text)) return true;
  if (!/^"[^"#]*"$/.test(text)) return false;
  const rest = text.replaceAll(/\$!?\{?(\w+)((?:\.\w+)*)\}?/g, (reference: string, name: string, path: string) => {
    // The path and the agent's name are the caller's own words in the context, too.
    if (name === 'context' || name === 'stageVariables') return /\.(?:path|userAgent)$/.test(path) ? reference : '';
    return own.has(name) && path === '' ? '' : reference;
  });
  return !rest.includes('$');
}

/** Lines of settings and comments may stand before the map. */
const START = /^(?:\s*#(?:set\s*\(|#)[^\n]*\n)*\s*\{/;

/** Variables that every assignment gives what the API decides: `#set($id = "TASK-$context.requestTimeEpoch")`. */
function ownVariables(template: string): ReadonlySet<string> {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const [, name, value = ''] of template.matchAll(/#set\s*\(\s*\$!?\{?(\w{1,100})\b([^\n]{0,500})/g)) {
    const [, given] = /^\}?\s*=\s*("[^"]*"|-?\d+|true|false)\s*\)/.exec(value) ?? [];
    if (name === undefined) continue;
    if (given !== undefined && isOfApi(given, own)) own.add(name);
    else others.add(name);
  }
  // What a loop goes through is named by the loop.
  for (const [, name] of template.matchAll(/#foreach\s*\(\s*\$!?\{?(\w{1,100})/g))
    if (name !== undefined) others.add(name);
  return new Set([...own].filter((name) => !others.has(name)));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
