import type { Model } from '#runtimes/engine/language';
import { gives, sink } from '#runtimes/engine/models';
import { UNKNOWN, type Value } from '#runtimes/engine/value';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';

/** A URL of which somebody else decides where it leads; behind a host of our own they choose a path at most. */
export function requested(view: CallView, at: ArgumentPath): void {
  view.sink('url', at);
}

function url(...at: readonly ArgumentPath[]): Model {
  return (view) => {
    const place = at.find((one) => view.arg(one) !== undefined);
    if (place !== undefined) requested(view, place);
    return undefined;
  };
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

function client(...roots: readonly string[]): (readonly [string, Model])[] {
  return roots.flatMap((root) => [
    ...VERBS.map((verb) => [`${root}.${verb}`, url(0, 'url')] as const),
    [`${root}.request`, url(1, 'url')] as const,
    [`${root}.stream`, url(1, 'url')] as const,
  ]);
}

/** A request that nobody has sent yet: it keeps its URL for whoever opens it. */
const request: Model = (view) => {
  const value: Value | undefined = view.either(0, 'url');
  return {
    ...UNKNOWN,
    apis: [{ path: 'urllib.request.Request()', args: view.args }],
    taints: value?.taints ?? [],
    text: value?.text,
  };
};

const opened = url(0, 'url', 'fullurl');

const connected: Model = (view) => {
  view.sink('url', view.arg(0) ? 0 : 'host');
  return undefined;
};

/** Clients of HTTP and of other protocols. */
export const NETWORK: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    client(
      'requests',
      'requests.Session()',
      'requests.session()',
      'requests.sessions.Session()',
      'httpx',
      'httpx.Client()',
      'httpx.AsyncClient()',
      'aiohttp.ClientSession()',
      'urllib3.PoolManager()',
      'urllib3',
      'botocore.vendored.requests',
      'requests_toolbelt.sessions.BaseUrlSession()',
      'cloudscraper.create_scraper()',
      'curl_cffi.requests',
    ),
  ),
  'urllib3.PoolManager().urlopen': url(1, 'url'),
  'urllib.request.urlopen': opened,
  'urllib.request.Request': request,
  'urllib.request.urlretrieve': opened,
  'urllib.request.build_opener().open': opened,
  'urllib.request.OpenerDirector().open': opened,
  'urllib2.urlopen': opened,
  'requests.Request': url(1, 'url'),
  'http.client.HTTPConnection': connected,
  'http.client.HTTPSConnection': connected,
  'socket.create_connection': (view) => {
    view.sink('url', 0, { deep: true });
    return undefined;
  },
  'websocket.create_connection': url(0),
  'websockets.connect': url(0),
  'ftplib.FTP': connected,
  'telnetlib.Telnet': connected,
  'feedparser.parse': url(0),
  'pytube.YouTube': gives(),
  'playwright.sync_api.Page().goto': url(0),
  'selenium.webdriver.Chrome().get': url(0),
  'pdfkit.from_url': url(0),
  'pdfkit.from_string': sink('html', 0),
  'weasyprint.HTML': url('url'),
  'pandas.read_html': url(0),
  'PIL.Image.open': gives(),
};
