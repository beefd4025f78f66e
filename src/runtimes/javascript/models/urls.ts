import type { Model } from '#runtimes/engine/language';
import { cleans, passes, sink, taintsAt } from '#runtimes/engine/models';
import { api, UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';
import { posted } from '#runtimes/javascript/models/graphql';

/** A request to a URL, or by options of which some name the host; `path` and the query do not lead elsewhere. */
function requestTo(...places: readonly (number | string)[]): Model {
  return (view) => {
    for (const place of places) {
      const value = view.arg(place);
      // A custom resource answers at the address that CloudFormation gives it.
      const taints = value?.taints.filter((taint) => taint.path.at(-1) !== 'ResponseURL');
      if (value && taints) view.sink('url', place, { value: { ...value, taints } });
    }
    return undefined;
  };
}

const OPTIONS = ['url', 'uri', 'baseURL', 'baseUrl', 'prefixUrl', 'hostname', 'host', 'origin'];
const at = (index: number): readonly string[] => OPTIONS.map((name) => `${index}.${name}`);

/** The first argument is a URL or has everything. */
const first: Model = (view) => {
  const value = view.arg(0);
  if (!value) return undefined;
  // Of options as a whole that somebody else gave each would be told once more.
  if (value.objects.length > 0 && value.taints.length === 0) requestTo(...at(0))(view);
  else requestTo(0)(view);
  const index = BODIES.test(view.path) ? 2 : 1;
  if (view.arg(index)?.objects.length) requestTo(...at(index))(view);
  posted(view);
  return answered(view);
};

/** Calls whose second argument is the body, so that options come third. */
const BODIES = /\.(?:post|put|patch)$/;

/** A base that is given makes a client for one host. */
const client: Model = (view) => {
  requestTo(...at(0))(view);
  return undefined;
};

function answered(view: CallView): undefined {
  // `http.get(url, (response) => …)`: what comes back is somebody else's, of whom nothing is known.
  for (const value of view.args.list) if (value.closures.length > 0) view.run(value, api('<response>'), UNKNOWN);
  return undefined;
}

const VERBS = 'get post put patch delete head options request getUri';

/** Clients of HTTP, and browsers that open pages. */
export const URL_FAMILIES = {
  ...family('needle', { ...each('get head', first), ...each('post put patch delete', first), request: requestTo(1) }),
  ...family('request', each('get post put patch delete del head', first)),
  ...family('superagent', each('get post put patch del delete head', first)),
  ...family('undici', each('fetch request stream pipeline connect upgrade', first)),
  ...family('urllib', each('request curl', first)),
  ...family('phin bent wretch ky', each('get post put patch delete head unpromisified', first)),
  ...family('node-fetch', each('fetch', first)),
  // https://pptr.dev/api/puppeteer.page.goto
  ...family('puppeteer playwright @sparticuz/chromium chrome-aws-lambda chromium', {
    goto: sink('url', 0),
    setContent: sink('html', 0),
    evaluate: (view) => {
      if (view.arg(0)?.closures.length === 0) view.sink('code', 0);
      return undefined;
    },
  }),
  ...family('ws', { WebSocket: sink('url', 0) }),
  ...family('soap', { createClient: sink('url', 0), createClientAsync: sink('url', 0) }),
};

const AXIOS = Object.fromEntries(
  ['axios', 'axios.create()', 'axios.Axios()'].flatMap((path) => [
    ...VERBS.split(' ').map((verb) => [`${path}.${verb}`, first] as const),
    [path, first] as const,
  ]),
);
const GOT = Object.fromEntries(
  ['got', 'got.extend()', 'ky', 'ky.create()'].flatMap((path) => [
    ...'get post put patch delete head stream paginate'.split(' ').map((verb) => [`${path}.${verb}`, first] as const),
    [path, first] as const,
  ]),
);

export const URLS: Readonly<Record<string, Model>> = {
  ...AXIOS,
  ...GOT,
  'axios.create': client,
  'got.extend': client,
  fetch: first,
  'node-fetch': first,
  needle: requestTo(1),
  request: first,
  superagent: requestTo(1),
  phin: first,
  wretch: first,
  urllib: first,
  'http.get': first,
  'http.request': first,
  'https.get': first,
  'https.request': first,
  'http2.connect': first,
  'follow-redirects.http.get': first,
  'follow-redirects.https.get': first,
  'follow-redirects.https.request': first,
  WebSocket: sink('url', 0),
  ws: sink('url', 0),
  Request: (view) => ({ ...UNKNOWN, taints: taintsAt(view, [0]) }),
  'url.parse': (view) => ({ ...UNKNOWN, apis: [{ path: 'URL()', args: view.args }], taints: taintsAt(view, [0]) }),
  'url.format': passes(0),
  'url.resolve': passes(0, 1),
  'querystring.stringify': cleans('URL encoding', ['url', 'redirect', 'html', 'mail', 'xml', 'header', 'log'], 0),
  'querystring.escape': cleans('URL encoding', ['url', 'redirect', 'html', 'mail', 'xml', 'header', 'log'], 0),
  'qs.stringify': cleans('URL encoding', ['url', 'redirect', 'html', 'mail', 'xml', 'header', 'log'], 0),
  'querystring.parse': passes(0),
  'qs.parse': passes(0),
};
