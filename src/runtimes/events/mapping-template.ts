import type { EventShape } from '#model/handler';
import type { Property } from '#model/property';
import { fields, PROVIDER, SENDER, union } from '#runtimes/events/shape';

/**
 * What a mapping template makes of a request. Fields at its top that are `$context` or `$stageVariables`, or written out, come from
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
  if (template.length > MAX_LENGTH || !template.trimStart().startsWith('{')) return SENDER;
  const known: Record<string, EventShape> = {};
  let depth = 0;
  for (const line of template.split('\n')) {
    const [, key, value] = /^[\s{,]*"([\w-]{1,100})"\s*:\s*(.{0,500})$/.exec(line) ?? [];
    // Of a template on one line only the first field is seen; the others are the sender's, which errs on the side of asking.
    const opens = depth + count(line.slice(0, Math.max(0, line.indexOf('"'))), '{');
    if (key !== undefined && value !== undefined && opens === 1 && isOfApi(value)) known[key] = PROVIDER;
    depth += count(line, '{') - count(line, '}');
  }
  return fields(known);
}

function isOfApi(value: string): boolean {
  const text = value.replace(/,\s*$/, '').trim();
  // The path and the agent's name are the caller's own words in the context, too.
  if (/^"\$\{?(context|stageVariables)\b[\w.{}]*"$/.test(text)) return !/\.(path|userAgent)\}?"$/.test(text);
  return /^("[^"$#]*"|-?\d+|true|false|null)$/.test(text);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
