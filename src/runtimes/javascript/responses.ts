import type { Model } from '#runtimes/engine/language';
import type { Machine } from '#runtimes/engine/machine';
import { Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isPage } from '#runtimes/javascript/answers';
import { each } from '#runtimes/javascript/models/family';
import { isXml, markupTaints } from '#runtimes/xml-text';

/** How the response is known that a framework hands over; what was set on it is kept in an object behind it. */
export const RESPONSE = '<response>';

/** A response on which nothing is set yet. */
export function response(): Value {
  return { ...UNKNOWN, apis: [{ path: RESPONSE, receiver: object(new Obj('map', undefined, undefined)) }] };
}

function stateOf(view: CallView): Obj | undefined {
  return view.receiver.apis.find((one) => one.path === RESPONSE)?.receiver?.objects[0];
}

/** Whether what is sent is a page: as it was set, else as the framework takes a text. */
function sendsPage(view: CallView, byDefault: boolean): boolean {
  const type = typeOf(view);
  return type ? isPage(type) : byDefault;
}

function typeOf(view: CallView): Value | undefined {
  const cell = stateOf(view)?.fields.get('type');
  return cell && view.machine.state.get(cell);
}

/** A document that another program reads, as it was set before. */
function document(view: CallView): void {
  const body = view.arg(0);
  const type = typeOf(view);
  const isDocument = type && (isXml(type) || type.constants.some((one) => one === 'xml' || one === '.xml'));
  if (body && isDocument)
    view.sink('xml-text', 0, {
      value: { ...body, taints: markupTaints(body) },
      callee: 'the document that is answered',
    });
}

const itself: Model = (view) => view.receiver;

/** A text is sent as a page where nothing else is set, an object as JSON: https://expressjs.com/en/5x/api.html#res.send */
const sent: Model = (view) => {
  document(view);
  const body = view.arg(0);
  if (body && body.objects.length === 0 && sendsPage(view, true)) {
    const taints = body.taints.filter((taint) => taint.path.at(-1) !== '<json>');
    view.sink('html', 0, { value: { ...body, taints }, callee: 'the page that is answered' });
  }
  return view.receiver;
};

/** What Node's own methods write is a page only where that was said. */
const written: Model = (view) => {
  document(view);
  if (sendsPage(view, false)) view.sink('html', 0, { callee: 'the page that is answered' });
  return view.receiver;
};

const page: Model = (view) => {
  view.sink('html', 0, { callee: 'the page that is answered' });
  return view.receiver;
};

const redirected: Model = (view) => {
  const [first] = view.args.list;
  const isStatus = view.args.list.length > 1 && first?.constants.some((one) => typeof one === 'number');
  view.sink('redirect', isStatus ? 1 : 0, { callee: 'the redirect of the response' });
  return view.receiver;
};

/** `set('Content-Type', …)`, `set({ … })`, `writeHead(200, { … })`. */
const headed: Model = (view) => {
  for (const value of view.args.list) {
    for (const name of ['Content-Type', 'content-type', 'Content-type']) {
      const type = value.objects.length > 0 ? view.field(value, name) : undefined;
      if (type) remember(view.machine, view, type);
    }
    for (const name of ['Location', 'location']) {
      const place = value.objects.length > 0 ? view.field(value, name) : undefined;
      if (place)
        view.sink('redirect', view.args.list.indexOf(value), { value: place, callee: 'the redirect of the response' });
    }
  }
  const name = view.constant(view.arg(0));
  if (typeof name !== 'string') return view.receiver;
  if (name.toLowerCase() === 'content-type') remember(view.machine, view, view.arg(1) ?? UNKNOWN);
  if (name.toLowerCase() === 'location') view.sink('redirect', 1, { callee: 'the redirect of the response' });
  return view.receiver;
};

const typed: Model = (view) => {
  const given = view.arg(0) ?? UNKNOWN;
  const isShort = given.constants.some((one) => one === 'html' || one === '.html');
  remember(view.machine, view, isShort ? { ...UNKNOWN, constants: ['text/html'], open: false } : given);
  return view.receiver;
};

function remember(machine: Machine, view: CallView, type: Value): void {
  const state = stateOf(view);
  if (state) machine.state.set(state.field('type'), type);
}

/** Express keeps a path below `root` by itself: https://expressjs.com/en/5x/api.html#res.sendFile */
const file: Model = (view) => {
  const options = view.either('1.root', '2.root');
  if (!options) view.sink('path', 0);
  return view.receiver;
};

/** Responses of Express, Fastify, Node, Koa and Hono: methods of one name do the same in all of them. */
export const RESPONSES: Readonly<Record<string, Model>> = {
  ...each(`${RESPONSE}.send`, sent),
  ...each(`${RESPONSE}.end ${RESPONSE}.write`, written),
  ...each(`${RESPONSE}.html`, page),
  ...each(`${RESPONSE}.redirect ${RESPONSE}.location`, redirected),
  ...each(
    ['set', 'header', 'setHeader', 'append', 'writeHead', 'headers'].map((name) => `${RESPONSE}.${name}`).join(' '),
    headed,
  ),
  ...each(`${RESPONSE}.type ${RESPONSE}.contentType`, typed),
  ...each(`${RESPONSE}.sendFile ${RESPONSE}.sendfile ${RESPONSE}.download`, file),
  ...each(
    ['status', 'code', 'json', 'jsonp', 'text', 'cookie', 'clearCookie', 'setCookie', 'vary', 'body', 'sendStatus']
      .map((name) => `${RESPONSE}.${name}`)
      .join(' '),
    itself,
  ),
};
