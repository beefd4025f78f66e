import type { Language } from '#runtimes/engine/language';
import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { answersHttps, clearTextHost } from '#runtimes/observations/hosts';
import {
  fieldAt,
  headOf,
  only,
  reassigning,
  replacing,
  textOf,
  withArgument,
  withField,
  writtenField,
} from '#runtimes/observations/options';
import { secretInFields, secretInUrl } from '#runtimes/observations/queries';
import { isSaid } from '#runtimes/observations/written';

/** Where packages take the options of TLS, below their own options: https://nodejs.org/api/tls.html#tlsconnectoptions-callback */
const HOLDERS: readonly (readonly string[])[] = [
  [],
  ['ssl'],
  ['tls'],
  ['https'],
  ['connect'],
  ['socket'],
  ['extra', 'ssl'],
  ['connection', 'ssl'],
  ['dialectOptions', 'ssl'],
  ['agentOptions'],
];

/** Options that switch the check of the certificate off, with the value that does. */
const UNVERIFIED: readonly (readonly [name: string, value: boolean])[] = [
  ['rejectUnauthorized', false],
  ['strictSSL', false],
  ['tlsAllowInvalidCertificates', true],
  ['tlsAllowInvalidHostnames', true],
  ['tlsInsecure', true],
  ['sslValidate', false],
];

const VERSIONS = ['minVersion', 'maxVersion', 'secureProtocol'];
const OLD = /^(?:TLSv1(?:\.1)?|SSLv[23]|TLSv1(?:_1)?(?:_client|_server)?_method|SSLv[23](?:_client|_server)?_method)$/;

/** Options of TLS in whatever a package is given: their names are nothing else's. */
const options: Observer = (view) => {
  for (const value of view.args.list) {
    if (value.objects.length === 0) continue;
    for (const holder of HOLDERS) {
      for (const [name, off] of UNVERIFIED) {
        const field = fieldAt(view.machine, value, [...holder, name]);
        if (!field || only(field.value) !== off) continue;
        const written = writtenField(field, String(off));
        view.observe('tls-verification-off', {
          at: written?.at ?? field.owner.at ?? view.at,
          details: { option: name },
          rewrite: written && replacing('Verify the certificate', written.value, String(!off)),
        });
      }
      for (const name of VERSIONS) {
        const field = fieldAt(view.machine, value, [...holder, name]);
        const version = textOf(field?.value);
        if (!field || version === undefined || !OLD.test(version)) continue;
        const written = writtenField(field, `'[^'\\n]{1,40}'|"[^"\\n]{1,40}"`);
        const quote = written?.value.file.slice(written.value.span)[0] ?? "'";
        view.observe('tls-old', {
          at: written?.at ?? field.owner.at ?? view.at,
          details: { version: version.replace(/(?:_client|_server)?_method$/, '').replace('_', '.') },
          rewrite:
            written && name !== 'secureProtocol'
              ? replacing('Ask for TLS 1.2', written.value, `${quote}TLSv1.2${quote}`)
              : undefined,
        });
      }
    }
  }
  return undefined;
};

/** Packages that call a URL, with the methods that they have. */
const METHODS = ['get', 'delete', 'head', 'options', 'post', 'put', 'patch', 'request'];
const methods = (path: string): readonly string[] => METHODS.map((name) => `${path}.${name}`);
const FETCHES = ['fetch', 'node-fetch', 'cross-fetch', 'undici.fetch', 'isomorphic-fetch', 'make-fetch-happen'];
const AXIOS = ['axios', ...methods('axios')];
const AXIOS_INSTANCES = ['axios.create()', ...methods('axios.create()')];
const GOT = ['got', ...methods('got'), 'got.got', ...methods('got.got')];
const OTHERS = [
  ...methods('superagent'),
  'request',
  ...methods('request'),
  ...methods('needle'),
  'needle',
  ...methods('ky'),
  'ky',
  'undici.request',
  'http.get',
  'http.request',
];

const clearText: Observer = (view) => {
  const place = view.arg(0)?.objects.length ? '0.url' : 0;
  const host = clearTextHost(headOf(view.arg(place)));
  if (host === undefined) return undefined;
  const node = view.expression(place);
  const { file } = view.context.frame.module.code;
  const isWritten = node && (node.kind === 'literal' || node.kind === 'template');
  const start = isWritten ? node.span.start + 1 : -1;
  view.observe('clear-text-call', {
    at: view.place(place),
    details: { host },
    rewrite:
      isWritten && answersHttps(host) && file.text.startsWith('http://', start)
        ? replacing('Call it with https', { file, span: { start, end: start + 'http://'.length } }, 'https://')
        : undefined,
  });
  return undefined;
};

/** `fetch(`https://…?key=${key}`)`, and the option `params` of axios, `searchParams` of got. */
const withSecret: Observer = (view) => {
  const isConfig = (view.arg(0)?.objects.length ?? 0) > 0;
  const place = isConfig ? '0.url' : 0;
  const url = view.arg(place);
  secretInUrl(view, url, view.place(place));
  for (const at of isConfig ? ['0.params', '0.searchParams'] : ['1.params', '1.searchParams', '2.params'])
    secretInFields(view, view.arg(at), url, view.place(at));
  return undefined;
};

/** Whether what may be in an object is known as a whole: nothing was spread into it that is not. */
function isWhole(view: CallView, at: number): boolean {
  const value = view.arg(at);
  if (!value || value.open || value.objects.length !== 1) return false;
  const [one] = value.objects;
  return one !== undefined && !view.machine.state.get(one.spread) && !view.machine.state.get(one.rest);
}

const LACKS_TIMEOUT = 'End it after a time of its own';

/** What a request does that may do harm when it is done twice: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
function repeats(method: string | undefined): Readonly<Record<string, string>> {
  return /^(?:post|patch)$/i.test(method ?? '') ? { repeats: 'harm' } : {};
}

/** `fetch(url, { … })`: without a signal it waits for as long as the function runs. */
const fetches: Observer = (view, path) => {
  // Versions of the packages differ in what they take, and one that knows no signal waits as before.
  const isBuiltIn = path === 'fetch';
  const count = view.node?.args.length ?? 0;
  if (!view.node || view.args.rest || view.arg(0)?.objects.length) return undefined;
  if (count === 1)
    view.observe('timeout-missing', {
      rewrite: isBuiltIn ? withArgument(view, LACKS_TIMEOUT, '{ signal: AbortSignal.timeout(5000) }') : undefined,
    });
  else if (
    count === 2 &&
    isWhole(view, 1) &&
    !['signal', 'timeout', 'agent', 'dispatcher'].some((name) => view.arg(`1.${name}`))
  )
    view.observe('timeout-missing', {
      details: repeats(textOf(view.arg('1.method'))),
      rewrite: isBuiltIn ? withField(view, LACKS_TIMEOUT, 1, 'signal: AbortSignal.timeout(5000)') : undefined,
    });
  return undefined;
};

/** `axios.post(url, data, config)`: without `timeout` none, unless the defaults have one. */
const axios: Observer = (view, path) => {
  if (!view.node || view.args.rest || hasDefaults(view)) return undefined;
  const method = path.slice(path.lastIndexOf('.') + 1);
  const hasData = ['post', 'put', 'patch'].includes(method);
  const isConfigOnly = method === 'request' || (view.arg(0)?.objects.length ?? 0) > 0;
  const at = isConfigOnly ? 0 : hasData ? 2 : 1;
  const count = view.node.args.length;
  if (count === at && at > 0)
    view.observe('timeout-missing', {
      details: repeats(method),
      rewrite: withArgument(view, LACKS_TIMEOUT, '{ timeout: 5000 }'),
    });
  else if (count > at && isWhole(view, at) && !view.arg(`${at}.timeout`) && !view.arg(`${at}.signal`))
    view.observe('timeout-missing', {
      details: repeats(isConfigOnly ? textOf(view.arg(`${at}.method`)) : method),
      rewrite: withField(view, LACKS_TIMEOUT, at, 'timeout: 5000'),
    });
  return undefined;
};

/**
 * `https.get(url, options, callback)`: https://nodejs.org/api/http.html#httprequesturl-options-callback. The option `timeout` alone tells of
 * the time and ends nothing, so that no rewrite of one place mends it.
 */
const requests: Observer = (view) => {
  if (!view.node || view.args.rest || isSaid(view.machine, /timeout/i)) return undefined;
  const at = [0, 1].find((one) => (view.arg(one)?.objects.length ?? 0) > 0);
  const second = view.arg(1);
  if (at === undefined && second && second.closures.length === 0) return undefined;
  if (at !== undefined && (!isWhole(view, at) || view.arg(`${at}.signal`) || view.arg(`${at}.agent`))) return undefined;
  view.observe('timeout-missing', {
    details: repeats(at === undefined ? undefined : textOf(view.arg(`${at}.method`))),
  });
  return undefined;
};

/** `axios.defaults.timeout = …` anywhere in the handler's code. */
function hasDefaults({ machine }: CallView): boolean {
  for (const { code } of machine.modules.values())
    if (/\bdefaults\s{0,5}\.\s{0,5}timeout\b/.test(code.file.text)) return true;
  return false;
}

/** `axios.create({ … })` without a time-out: its calls have none. */
const instances: Observer = (view, path) => {
  const [made] = view.receiver.apis;
  const config = path === 'axios.create()' ? undefined : made?.args;
  if (made?.path.replaceAll('.default', '') !== 'axios.create()' || !config) return undefined;
  const [given] = config.list;
  const isKnown = given === undefined || (!given.open && given.objects.length === 1);
  if (
    !isKnown ||
    (given &&
      (fieldAt(view.machine, given, ['timeout']) || given.objects.some((one) => view.machine.state.get(one.spread))))
  )
    return undefined;
  return axios(view, path);
};

/** Names of packages that call out, by path. */
export const TRANSPORT: readonly Readonly<Record<string, Observer>>[] = [
  each([...FETCHES, ...AXIOS, ...AXIOS_INSTANCES, ...GOT, ...OTHERS], clearText),
  each([...FETCHES, ...AXIOS, ...AXIOS_INSTANCES, ...GOT, ...OTHERS, 'https.get', 'https.request'], withSecret),
  each(FETCHES.slice(0, 3), fetches),
  each(['http.get', 'http.request', 'https.get', 'https.request'], requests),
  each(AXIOS, axios),
  each(AXIOS_INSTANCES, instances),
];

export const EVERY_TRANSPORT: readonly Observer[] = [options];

/** `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`, `tls.DEFAULT_MIN_VERSION = 'TLSv1'`. */
export const TRANSPORT_HOOKS: Pick<Language, 'assigned'> = {
  assigned: (machine, owner, name, value, at, context) => {
    const isOf = (path: string): boolean => owner.apis.some((one) => one.path === path);
    const known = only(value);
    if (name === 'NODE_TLS_REJECT_UNAUTHORIZED' && isOf('process.env') && (known === '0' || known === 0))
      machine.observe('tls-verification-off', at, context, {
        callee: `process.env.${name}`,
        details: { option: name },
        rewrite: reassigning('Verify the certificate', at, /^(?:'0'|"0"|0)$/, (written) => written.replace('0', '1')),
      });
    if (name === 'DEFAULT_MIN_VERSION' && isOf('tls') && typeof known === 'string' && OLD.test(known))
      machine.observe('tls-old', at, context, { callee: `tls.${name}`, details: { version: known } });
  },
};
