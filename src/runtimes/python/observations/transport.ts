import type { Rewrite } from '#model/handler';
import type { Language } from '#runtimes/engine/language';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isLocalEndpoint } from '#runtimes/observations/credentials';
import { each, type Observer } from '#runtimes/observations/hooks';
import { answersHttps, clearTextHost } from '#runtimes/observations/hosts';

import { headOf, keyword, only, reassigning, replacing, textOf, withArgument } from '#runtimes/observations/options';
import { secretInFields, secretInUrl } from '#runtimes/observations/queries';
import { isSaid } from '#runtimes/observations/written';
import type { Location } from '#source/file';
import type { Expression } from '#syntax/code/form';

const VERIFIED = 'Verify the certificate';

function isApi(value: Value | undefined, pattern: RegExp): boolean {
  return value?.apis.some(({ path }) => pattern.test(path)) ?? false;
}

/** A word of Python as it is; a constant of `ssl` as the other one is written, of the module or in quotes. */
function alike(constant: string, written: string): string {
  if (/^(?:True|False)$/.test(constant)) return constant;
  const [quote = "'"] = /^["']/.exec(written) ?? [];
  return /^ssl\.\w+$/.test(written) ? `ssl.${constant}` : `${quote}${constant}${quote}`;
}

/** A keyword that switches the check of the certificate off. */
function unverified(view: CallView, name: string, isOff: (value: Value) => boolean, mended: string | undefined): void {
  const value = view.args.named.get(name);
  const written = keyword(view, name);
  if (!value || !isOff(value)) return;
  const { at } = view.context.frame.module;
  view.observe('tls-verification-off', {
    at: written ? at(written.span) : view.at,
    details: { option: name },
    rewrite:
      written && mended !== undefined
        ? replacing(
            VERIFIED,
            at(written.value.span),
            alike(mended, view.context.frame.module.code.file.slice(written.value.span)),
          )
        : undefined,
  });
}

const isFalse = (value: Value): boolean => only(value) === false;

const CALLERS =
  /^(?:requests|httpx|boto3|botocore|elasticsearch|opensearchpy|hvac|urllib3|aiohttp|kubernetes|ldap3|websocket|pymongo)\b/;

/** Keywords of packages that call out. */
const keywords: Observer = (view, path) => {
  if (view.args.named.size === 0 || !CALLERS.test(path)) return undefined;
  unverified(view, 'verify', isFalse, 'True');
  unverified(view, 'verify_certs', isFalse, 'True');
  unverified(view, 'verify_ssl', isFalse, 'True');
  unverified(view, 'assert_hostname', isFalse, undefined);
  if (path.startsWith('aiohttp')) unverified(view, 'ssl', isFalse, 'True');
  if (path.startsWith('pymongo')) unverified(view, 'tlsAllowInvalidCertificates', (one) => only(one) === true, 'False');
  unverified(view, 'cert_reqs', (one) => only(one) === 'CERT_NONE' || isApi(one, /^ssl\.CERT_NONE$/), 'CERT_REQUIRED');
  return undefined;
};

const unverifiedContext: Observer = (view) => {
  const node = view.node?.callee;
  view.observe('tls-verification-off', {
    details: { option: '_create_unverified_context' },
    rewrite:
      node?.kind === 'member'
        ? replacing(VERIFIED, view.context.frame.module.at(node.propertySpan), 'create_default_context')
        : undefined,
  });
  return undefined;
};

const OLD = /^ssl\.(?:PROTOCOL_(SSLv2|SSLv3|TLSv1|TLSv1_1)|TLSVersion\.(SSLv3|TLSv1|TLSv1_1))$/;

function oldVersion(value: Value | undefined): string | undefined {
  for (const { path } of value?.apis ?? []) {
    const match = OLD.exec(path);
    if (match) return (match[1] ?? match[2])?.replace('_', '.');
  }
  return undefined;
}

const versions: Observer = (view) => {
  for (const [at, value] of [
    [0, view.arg(0)],
    ['protocol', view.args.named.get('protocol')],
    ['ssl_version', view.args.named.get('ssl_version')],
  ] as const) {
    const version = oldVersion(value);
    if (version === undefined) continue;
    const node = view.expression(at);
    view.observe('tls-old', {
      at: view.place(at),
      details: { version },
      rewrite:
        node?.kind === 'member' && !view.path.endsWith('wrap_socket')
          ? replacing('Negotiate the version', view.context.frame.module.at(node.propertySpan), 'PROTOCOL_TLS')
          : undefined,
    });
  }
  return undefined;
};

const METHODS = ['get', 'delete', 'head', 'options', 'post', 'put', 'patch'];
const SESSIONS = ['requests', 'requests.Session()', 'requests.session()', 'requests.sessions.Session()'];
const HTTPX = ['httpx', 'httpx.Client()', 'httpx.AsyncClient()', 'aiohttp.ClientSession()'];
const GETS = [...SESSIONS, ...HTTPX].flatMap((name) => METHODS.map((method) => `${name}.${method}`));
const REQUESTS = SESSIONS.map((name) => `${name}.request`);

const clearText =
  (at: number): Observer =>
  (view) => {
    const place = view.args.named.has('url') ? 'url' : at;
    const host = clearTextHost(headOf(view.arg(place)));
    if (host === undefined) return undefined;
    const node = view.expression(place);
    const { file } = view.context.frame.module.code;
    const start =
      node && (node.kind === 'literal' || node.kind === 'template') ? file.slice(node.span).indexOf('http://') : -1;
    const from = node && start >= 0 && start <= 4 ? node.span.start + start : -1;
    view.observe('clear-text-call', {
      at: view.place(place),
      details: { host },
      rewrite:
        from >= 0 && answersHttps(host)
          ? replacing('Call it with https', { file, span: { start: from, end: from + 'http://'.length } }, 'https://')
          : undefined,
    });
    return undefined;
  };

const LACKS_TIMEOUT = 'End it after a time of its own';

/** `requests.get(f'https://…?key={key}')`, `requests.get(url, params={'key': key})`. */
const withSecret =
  (at: number): Observer =>
  (view) => {
    const place = view.args.named.has('url') ? 'url' : at;
    const url = view.arg(place);
    secretInUrl(view, url, view.place(place));
    secretInFields(view, view.args.named.get('params'), url, view.place('params'));
    return undefined;
  };

/** Credentials before `starttls`: https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.starttls */
const signingIn: Observer = (view) => {
  const made = view.receiver.apis.find(({ path }) => path === 'smtplib.SMTP()');
  const host = textOf(made?.args?.list[0] ?? made?.args?.named.get('host'));
  if (!made || isSaid(view.machine, /starttls/i) || isLocalEndpoint(host)) return undefined;
  view.observe('clear-text-call', { details: { host: host ?? '', how: 'smtp' } });
  return undefined;
};

/** What a request does that may do harm when it is done twice: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
function repeats(path: string): Readonly<Record<string, string>> {
  return /\.(?:post|patch)$/.test(path) ? { repeats: 'harm' } : {};
}

/** Whether a call may be given more keywords than are known: `**OPTIONS`, unless that is a dictionary of ours. */
function isSpread(view: CallView): boolean {
  const spread = view.node?.args.filter((one) => one.spread) ?? [];
  return view.args.named.has('**') || !spread.every((one) => one.spread === 'keywords' && isKnownMap(view, one.value));
}

function isKnownMap({ machine, context }: CallView, node: Expression): boolean {
  const cell = node.kind === 'name' ? context.scope.lookup(node.name) : undefined;
  const held = cell && machine.state.get(cell);
  const [one] = held?.objects ?? [];
  if (!held || held.open || held.objects.length !== 1 || !one) return false;
  return [one.rest, one.spread].every((each) => machine.state.get(each) === undefined);
}

/** Requests waits for ever: https://requests.readthedocs.io/en/latest/user/advanced/#timeouts */
const withoutTimeout: Observer = (view, path) => {
  if (!view.node || view.args.named.has('timeout') || view.args.rest || isSpread(view)) return undefined;
  const isPlain = !view.node.args.some((one) => one.spread);
  view.observe('timeout-missing', {
    details: repeats(path),
    rewrite: isPlain ? withArgument(view, LACKS_TIMEOUT, 'timeout=5') : undefined,
  });
  return undefined;
};

/** aiohttp takes an object of its own: https://docs.aiohttp.org/en/stable/client_reference.html#aiohttp.ClientTimeout */
function ended(view: CallView, path: string, at: Location): Rewrite | undefined {
  if (!path.startsWith('aiohttp')) return replacing(LACKS_TIMEOUT, at, '5');
  const isKnown = /^import aiohttp[ \t]*$/m.test(view.context.frame.module.code.file.text);
  return isKnown ? replacing(LACKS_TIMEOUT, at, 'aiohttp.ClientTimeout(total=5)') : undefined;
}

/** `timeout=None`: httpx has a time-out unless it is taken away: https://www.python-httpx.org/advanced/timeouts/ */
const endless: Observer = (view, path) => {
  const written = keyword(view, 'timeout');
  if (!written || only(view.args.named.get('timeout')) !== null) return undefined;
  const { at } = view.context.frame.module;
  view.observe('timeout-missing', {
    at: at(written.span),
    details: { ...repeats(path), none: 'written' },
    rewrite: written.value.kind === 'literal' ? ended(view, path, at(written.value.span)) : undefined,
  });
  return undefined;
};

/** Modules of the standard library take what `socket.setdefaulttimeout` says. */
const withoutDefault: Observer = (view, path) => {
  if (view.arg(2) || isSaid(view.machine, /setdefaulttimeout/)) return undefined;
  return withoutTimeout(view, path);
};

export const TRANSPORT: readonly Readonly<Record<string, Observer>>[] = [
  {
    'ssl._create_unverified_context': unverifiedContext,
    'ssl.SSLContext': versions,
    'ssl.wrap_socket': versions,
    'smtplib.SMTP().login': signingIn,
  },
  each([...GETS, 'urllib.request.urlopen', 'urllib.request.Request'], clearText(0)),
  each([...GETS, 'urllib.request.urlopen', 'urllib.request.Request'], withSecret(0)),
  each([...REQUESTS, 'urllib3.PoolManager().request', 'urllib3.request', 'httpx.request'], withSecret(1)),
  each([...REQUESTS, 'urllib3.PoolManager().request', 'urllib3.request', 'httpx.request'], clearText(1)),
  each([...SESSIONS.flatMap((name) => METHODS.map((method) => `${name}.${method}`)), ...REQUESTS], withoutTimeout),
  each(['urllib.request.urlopen', 'http.client.HTTPSConnection', 'http.client.HTTPConnection'], withoutDefault),
  each([...GETS, ...REQUESTS, 'httpx.request', 'httpx.stream', 'httpx.Client', 'httpx.AsyncClient'], endless),
];

export const EVERY_TRANSPORT: readonly Observer[] = [keywords];

/** What is to be assigned instead; `check_hostname` and `verify_mode` depend on each other, so that neither is mended alone. */
function mended(name: string, at: Location): Rewrite | undefined {
  if (name === 'verify') return reassigning(VERIFIED, at, /^False$/, () => 'True');
  if (name !== '_create_default_https_context') return undefined;
  return reassigning(VERIFIED, at, /^ssl\._create_unverified_context$/, () => 'ssl.create_default_context');
}

const CONTEXT = /^(?:ssl\.(?:create_default_context|SSLContext)|urllib3\.util\.(?:ssl_\.)?create_urllib3_context)\(\)$/;
const SESSION = /^(?:requests\.(?:Session|session)|requests\.sessions\.Session)\(\)$/;

/** `context.check_hostname = False`, `session.verify = False`. */
export const TRANSPORT_HOOKS: Pick<Language, 'assigned'> = {
  assigned: (machine, owner, name, value, at, context) => {
    const isOf = (pattern: RegExp): boolean => owner.apis.some(({ path }) => pattern.test(path));
    const isOff =
      (name === 'check_hostname' && isFalse(value) && isOf(CONTEXT)) ||
      (name === 'verify_mode' && isApi(value, /^ssl\.CERT_NONE$/) && isOf(CONTEXT)) ||
      (name === 'verify' && isFalse(value) && isOf(SESSION)) ||
      (name === '_create_default_https_context' && isApi(value, /_create_unverified_context$/));
    if (isOff)
      machine.observe('tls-verification-off', at, context, {
        callee: name,
        details: { option: name },
        rewrite: mended(name, at),
      });
    const version = name === 'minimum_version' && isOf(CONTEXT) ? oldVersion(value) : undefined;
    if (version !== undefined) machine.observe('tls-old', at, context, { callee: name, details: { version } });
  },
};
