import type { Context, Machine } from '#runtimes/engine/machine';
import { AS_TEXT } from '#runtimes/engine/sinks';
import { type Obj, UNKNOWN, type Value } from '#runtimes/engine/value';
import { isXml, markupTaints } from '#runtimes/xml-text';
import type { Location } from '#source/file';

const HEADERS = ['headers', 'multiValueHeaders'];

/** What a handler answers through an API: a page, a redirect, headers. */
export function answered(machine: Machine, value: Value, at: Location, context: Context, kind: string): void {
  const isGoogle = kind === 'event' && machine.triggers.some((one) => one.kind === 'google-http');
  if (kind === 'flask' || kind === 'google-request' || isGoogle) {
    page(machine, value, at, context);
    return;
  }
  if (kind !== 'event') return;
  for (const one of value.objects) {
    if (!one.fields.has('statusCode') && !one.fields.has('headers') && !one.fields.has('body')) continue;
    const headers = HEADERS.flatMap((name) => fieldsOf(machine, one, name));
    for (const [name, held, written] of headers) {
      const where = written ?? one.at ?? at;
      const place = { callee: `the ${name} header of the response`, call: one.at ?? at, context };
      if (name.toLowerCase() === 'location') {
        machine.reach('redirect', held.taints, where, place);
      } else if (name.toLowerCase() !== 'content-type') machine.reach('header', held.taints, where, place);
    }
    const cell = one.fields.get('body');
    const body = cell && machine.state.get(cell);
    if (body && headers.some(([name, held]) => name.toLowerCase() === 'content-type' && isXml(held)))
      machine.reach('xml-text', markupTaints(body), one.places.get('body') ?? one.at ?? at, {
        callee: 'the document that is answered',
        call: one.at ?? at,
        context,
      });
    if (!headers.some(([name, held]) => name.toLowerCase() === 'content-type' && isPage(held))) continue;
    if (body)
      machine.reach('html', body.taints, one.places.get('body') ?? one.at ?? at, {
        callee: 'the page that is answered',
        call: one.at ?? at,
        context,
      });
  }
}

/** Flask sends a text as a page, alone or as the first of a tuple with its status; dictionaries are JSON. */
function page(machine: Machine, value: Value, at: Location, context: Context): void {
  const tuple = value.objects.filter((one) => one.kind === 'list' && one.fields.has('0'));
  const bodies = [value, ...tuple.map((one) => machine.state.get(one.field('0')) ?? UNKNOWN)];
  for (const body of bodies) {
    // What is no text for sure may be a dictionary, and so JSON.
    if (body.apis.some(({ path }) => path.endsWith('.dumps()'))) continue;
    const taints = body.taints.filter((one) => (one.safe & AS_TEXT) === AS_TEXT);
    const place = value.taints.length > 0 ? at : (tuple[0]?.at ?? at);
    machine.reach('html', taints, place, { callee: 'the page that is answered', call: place, context });
  }
}

function fieldsOf(
  machine: Machine,
  one: Obj,
  name: string,
): readonly (readonly [string, Value, Location | undefined])[] {
  const cell = one.fields.get(name);
  const held = cell && machine.state.get(cell);
  if (!held) return [];
  return held.objects.flatMap((each) =>
    [...each.fields].map(([key, inner]) => [key, machine.state.get(inner) ?? UNKNOWN, each.places.get(key)] as const),
  );
}

/** `text/html`, whatever follows. */
export function isPage(value: Value): boolean {
  const head = value.text?.[0];
  return [...value.constants, head].some(
    (one) => typeof one === 'string' && /^\s*(?:text\/html|application\/xhtml)/i.test(one),
  );
}
