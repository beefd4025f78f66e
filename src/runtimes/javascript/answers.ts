import type { Context, Machine } from '#runtimes/engine/machine';
import { type Obj, UNKNOWN, type Value } from '#runtimes/engine/value';
import { isXml, markupTaints } from '#runtimes/xml-text';
import type { Location } from '#source/file';

/** Fields by which an answer of Lambda's, Azure's or a function URL's is known. */
const ANSWER = ['statusCode', 'status', 'headers', 'body', 'jsonBody'];

/** Headers that tell browsers what other sites may do, and what the body is: a line break cannot get into them through a gateway. */
const HARMLESS = /^(?:content-type|access-control-|location$)/i;

/** What a handler answers through an API: a page, a redirect, headers. */
export function answered(machine: Machine, value: Value, at: Location, context: Context): void {
  for (const one of value.objects) {
    if (!ANSWER.some((name) => one.fields.has(name))) continue;
    const headers = ['headers', 'multiValueHeaders'].flatMap((name) => headersOf(machine, one, name));
    const call = one.at ?? at;
    for (const { name, held, where } of headers) {
      const place = { callee: `the ${name} header of the response`, call, context };
      if (name.toLowerCase() === 'location') machine.reach('redirect', held.taints, where ?? call, place);
      else if (!HARMLESS.test(name)) machine.reach('header', held.taints, where ?? call, place);
    }
    const isHtml = headers.some(({ name, held }) => name.toLowerCase() === 'content-type' && isPage(held));
    const cell = one.fields.get('body');
    const body = cell && machine.state.get(cell);
    const isDocument = headers.some(({ name, held }) => name.toLowerCase() === 'content-type' && isXml(held));
    if (isDocument && body)
      machine.reach('xml-text', markupTaints(body), one.places.get('body') ?? call, {
        callee: 'the document that is answered',
        call,
        context,
      });
    if (isHtml && body)
      machine.reach('html', body.taints, one.places.get('body') ?? call, {
        callee: 'the page that is answered',
        call,
        context,
      });
  }
}

function headersOf(
  machine: Machine,
  one: Obj,
  name: string,
): readonly { readonly name: string; readonly held: Value; readonly where: Location | undefined }[] {
  const cell = one.fields.get(name);
  const held = cell && machine.state.get(cell);
  if (!held) return [];
  return held.objects.flatMap((each) =>
    [...each.fields].map(([key, inner]) => ({
      name: key,
      held: listed(machine, machine.state.get(inner) ?? UNKNOWN),
      where: each.places.get(key),
    })),
  );
}

/** Values of a header that may be several: the first of them stands for all. */
function listed(machine: Machine, value: Value): Value {
  const [list] = value.objects;
  const cell = list?.kind === 'list' ? list.fields.get('0') : undefined;
  return (cell && machine.state.get(cell)) ?? value;
}

/** `text/html`, whatever follows. */
export function isPage(value: Value): boolean {
  const [head] = value.text ?? [];
  return [...value.constants, head].some(
    (one) => typeof one === 'string' && /^\s{0,5}(?:text\/html|application\/xhtml|image\/svg)/i.test(one),
  );
}
