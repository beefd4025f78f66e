import type { Model } from '#runtimes/engine/language';
import { all, cleans, decodes, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { AS_TEXT, EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { api, decoded, made, marked, type Taint, UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** `json.loads`; of a text that our own code made just before, what it was made of. */
const loads: Model = (view) => {
  const value = view.arg(0);
  const [source] = value?.apis ?? [];
  const kept = source?.path === 'json.dumps()' ? source.args?.list[0] : undefined;
  if (kept) return kept;
  return marked(decoded(taintsAt(view, [0]), '<json>'));
};

/** The text keeps what it was made of: a sink may look into it. */
const dumps: Model = (view) => ({
  ...UNKNOWN,
  taints: made(taintsAt(view, [0]), AS_TEXT | safeFor('header', 'log')),
  apis: [{ path: 'json.dumps()', args: view.args }],
});

const URL_SAFE = safeFor('url', 'redirect', 'html', 'mail', 'xml', 'header', 'log', 'sql', 'nosql', 'ldap');
const quoted = cleans('URL encoding', URL_SAFE, 0);
/** `quote` leaves slashes as they are unless it is told otherwise, and dots always. */
const htmlEscaped = cleans('HTML escaping', ['html', 'mail', 'xml'], 0);
const BASE64 =
  EVERYTHING & ~safeFor('allocation', 'identity', 'record', 'cloud-resource', 'path', 'url', 'redirect', 'module');

/** All at once, as much as the sender packed: none of these functions takes a limit. */
const unpacked = all(sink('decompression', 0, 'data'), decodes('<base64>', 0, 'data'));

/** https://docs.python.org/3/library/zlib.html#zlib.Decompress.decompress */
const inPieces: Model = (view) => {
  if (!view.either(1, 'max_length')) view.sink('decompression', 0);
  return decodes('<base64>', 0)(view);
};

/** The marks of bytes that are in memory; what a file holds is not known. */
function packed(view: CallView): readonly Taint[] {
  const given = [view.arg('fileobj'), view.arg(0)].find((one) => one?.apis.some(({ path }) => path === 'io.BytesIO()'));
  return given?.taints ?? [];
}

/** JSON, base64, URL encoding and HTML escaping. */
export const ENCODINGS: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['json', 'simplejson', 'ujson', 'orjson', 'rapidjson'].flatMap((module) => [
      [`${module}.loads`, loads] as const,
      [`${module}.load`, gives()] as const,
      [`${module}.dumps`, dumps] as const,
      [`${module}.dump`, gives()] as const,
    ]),
  ),
  'json.JSONDecoder().decode': loads,
  'json.JSONEncoder().encode': dumps,
  'base64.b64decode': decodes('<base64>', 0),
  'base64.urlsafe_b64decode': decodes('<base64>', 0),
  'base64.standard_b64decode': decodes('<base64>', 0),
  'base64.b32decode': decodes('<base64>', 0),
  'base64.b16decode': decodes('<base64>', 0),
  'base64.a85decode': decodes('<base64>', 0),
  'base64.decodebytes': decodes('<base64>', 0),
  'binascii.unhexlify': decodes('<base64>', 0),
  'binascii.a2b_base64': decodes('<base64>', 0),
  'builtins.bytes.fromhex': decodes('<base64>', 0),
  'codecs.decode': decodes('<decoded>', 0),
  'zlib.decompress': unpacked,
  'gzip.decompress': unpacked,
  'bz2.decompress': unpacked,
  'lzma.decompress': unpacked,
  'brotli.decompress': unpacked,
  'zstandard.decompress': unpacked,
  'zlib.decompressobj().decompress': inPieces,
  'bz2.BZ2Decompressor().decompress': inPieces,
  'lzma.LZMADecompressor().decompress': inPieces,
  'gzip.GzipFile': (view) => ({ ...api('gzip.GzipFile()', view.args), taints: packed(view) }),
  'gzip.open': (view) =>
    packed(view).length > 0 ? { ...api('gzip.GzipFile()', view.args), taints: packed(view) } : undefined,
  'gzip.GzipFile().read': (view) => {
    if (view.args.list.length === 0) view.sink('decompression', 0, { value: view.receiver });
    return marked(decoded(view.receiver.taints, '<base64>'));
  },
  'base64.b64encode': cleans('base64', BASE64, 0),
  'base64.urlsafe_b64encode': cleans('base64', EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource'), 0),
  'base64.b32encode': cleans('base32', EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource'), 0),
  'binascii.hexlify': cleans('hexadecimal', EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource'), 0),
  'zlib.compress': passes(0),
  'gzip.compress': passes(0),
  'io.BytesIO': (view) => ({ ...api('io.BytesIO()', view.args), taints: taintsAt(view, [0]) }),
  'io.StringIO': passes(0),
  'urllib.parse.quote': (view) => {
    const safe = view.constant(view.either(1, 'safe'));
    const kinds = safe === '' ? URL_SAFE | safeFor('path', 'module', 'archive') : URL_SAFE & ~safeFor('redirect');
    return { ...UNKNOWN, taints: made(taintsAt(view, [0]), kinds, 'URL encoding') };
  },
  'urllib.parse.quote_plus': quoted,
  'urllib.parse.urlencode': cleans('URL encoding', URL_SAFE, 0),
  'urllib.parse.unquote': decodes('<decoded>', 0),
  'urllib.parse.unquote_plus': decodes('<decoded>', 0),
  'urllib.parse.unquote_to_bytes': decodes('<decoded>', 0),
  'urllib.parse.urlparse': passes(0),
  'urllib.parse.urlsplit': passes(0),
  'urllib.parse.urlunparse': passes(0),
  'urllib.parse.urlunsplit': passes(0),
  'urllib.parse.urljoin': passes(0, 1),
  'urllib.parse.parse_qs': (view) => marked(decoded(taintsAt(view, [0]), '<decoded>')),
  'urllib.parse.parse_qsl': (view) => marked(decoded(taintsAt(view, [0]), '<decoded>')),
  'yarl.URL': passes(0),
  'html.escape': htmlEscaped,
  'html.unescape': decodes('<decoded>', 0),
  'cgi.escape': htmlEscaped,
  'markupsafe.escape': htmlEscaped,
  'flask.escape': htmlEscaped,
  'jinja2.escape': htmlEscaped,
  'werkzeug.utils.escape': htmlEscaped,
  'xml.sax.saxutils.escape': htmlEscaped,
  'xml.sax.saxutils.quoteattr': htmlEscaped,
  'django.utils.html.escape': htmlEscaped,
  'bleach.clean': htmlEscaped,
  'bleach.linkify': passes(0),
  'nh3.clean': htmlEscaped,
  'markupsafe.Markup': passes(0),
  'markdown.markdown': passes(0),
};
