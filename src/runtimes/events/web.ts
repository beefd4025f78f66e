import type { EventShape } from '#model/handler';
import { all, fields, list, PROVIDER, SENDER, vouched } from '#runtimes/events/shape';

/**
 * A request as a web framework hands it to its handlers: what its attributes hold, and what its methods give. Promises are looked
 * through. What is named in neither is not known, and counts as the provider's.
 */
export interface WebRequestShape {
  readonly fields: Readonly<Record<string, EventShape>>;
  /**
   * By name; a method of an attribute with that before it: `query.get`. Methods that every map or list of the language has
   * (`get`, `items`, `map`) need no row: what they give is a part of what they are called on.
   */
  readonly methods: Readonly<Record<string, EventShape>>;
}

/** A map whose values the caller chooses. */
const MAP: EventShape = { control: 'sender', rest: SENDER };
const LIST: EventShape = list(SENDER);

/** Names of attributes of which middleware has made something that it checked: a session, the user behind a token. */
const CHECKED = all('user auth session oidc', PROVIDER);

/** https://expressjs.com/en/5x/api.html#req; Google's functions framework and Azure's adapters hand over the same. */
export const EXPRESS: WebRequestShape = {
  fields: {
    ...CHECKED,
    ...all('body query params headers cookies signedCookies rawBody files file', MAP),
    ...all('url originalUrl path rawHeaders host hostname subdomains', SENDER),
    ...all('ip ips method protocol secure xhr baseUrl route app fresh stale', PROVIDER),
    // Signed with a secret of the application.
    signedCookies: PROVIDER,
  },
  methods: { ...all('get header param', SENDER), ...all('accepts is range', PROVIDER) },
};

/** https://fastify.dev/docs/latest/Reference/Request/ */
export const FASTIFY: WebRequestShape = {
  fields: {
    ...CHECKED,
    ...all('body query params headers cookies', MAP),
    ...all('url originalUrl hostname host', SENDER),
    ...all('id ip ips method protocol routeOptions server log', PROVIDER),
    raw: fields(all('url headers rawHeaders', SENDER), PROVIDER),
  },
  methods: { ...all('file files parts saveRequestFiles', MAP) },
};

/** The context: `c.req.query('q')`. https://hono.dev/docs/api/request */
export const HONO: WebRequestShape = {
  fields: {
    req: fields(
      { ...all('path url', SENDER), method: PROVIDER, raw: fields(all('url headers body', SENDER), PROVIDER) },
      PROVIDER,
    ),
    ...all('env var executionCtx event', PROVIDER),
  },
  methods: {
    ...all('req.query req.queries req.param req.header req.json req.text req.formData req.parseBody', MAP),
    ...all('req.arrayBuffer req.blob req.cookie', SENDER),
    // What a validator let through is of the schema's shape, and still the caller's.
    'req.valid': MAP,
    get: PROVIDER,
  },
};

/** https://koajs.com/#context, with koa-bodyparser and @koa/router */
export const KOA: WebRequestShape = {
  fields: {
    ...all('params query headers header', MAP),
    ...all('url originalUrl path querystring search href host hostname', SENDER),
    ...all('state method ip ips app', PROVIDER),
    request: fields({ ...all('body rawBody query headers header files', MAP), ...all('method ip', PROVIDER) }),
  },
  methods: { get: SENDER, 'cookies.get': SENDER },
};

/** The Fetch standard's Request, as edge functions and route handlers get it. https://fetch.spec.whatwg.org/#request-class */
export const FETCH_REQUEST: WebRequestShape = {
  fields: {
    ...all('url body', SENDER),
    ...all('headers cookies nextUrl', MAP),
    ...all('method geo ip signal', PROVIDER),
  },
  methods: { ...all('json formData', MAP), ...all('text arrayBuffer blob bytes headers.get cookies.get', SENDER) },
};

/** https://flask.palletsprojects.com/en/stable/api/#flask.Request */
export const FLASK: WebRequestShape = {
  fields: {
    ...all('args form json values headers cookies files view_args environ', MAP),
    ...all('data stream full_path path url base_url query_string host user_agent referrer', SENDER),
    ...all('method remote_addr endpoint blueprint scheme is_json content_type content_length', PROVIDER),
    authorization: MAP,
  },
  methods: {
    ...all('get_json', MAP),
    ...all('get_data args.get form.get values.get headers.get cookies.get', SENDER),
    ...all('args.getlist form.getlist values.getlist files.getlist', LIST),
    ...all('args.to_dict form.to_dict files.get', MAP),
  },
};

/** FastAPI and Starlette: the request; parameters of path functions are the caller's by themselves. https://www.starlette.io/requests/ */
export const STARLETTE: WebRequestShape = {
  fields: {
    ...all('query_params path_params headers cookies', MAP),
    url: MAP,
    ...all('method client state app auth user session scope', PROVIDER),
  },
  methods: { ...all('json form', MAP), ...all('body stream query_params.get headers.get cookies.get', SENDER) },
};

/** https://docs.djangoproject.com/en/stable/ref/request-response/; Django REST framework adds `data` and `query_params`. */
export const DJANGO: WebRequestShape = {
  fields: {
    ...all('GET POST FILES COOKIES headers META data query_params', MAP),
    ...all('body path path_info', SENDER),
    ...all('method scheme user session auth resolver_match', PROVIDER),
  },
  methods: { ...all('GET.get POST.get COOKIES.get data.get', SENDER), ...all('GET.getlist POST.getlist', LIST) },
};

/** `app.current_request`. https://aws.github.io/chalice/api.html#request */
export const CHALICE: WebRequestShape = {
  fields: {
    ...all('query_params headers uri_params json_body stage_vars', MAP),
    raw_body: SENDER,
    ...all('method stage_vars', PROVIDER),
    context: vouched({ path: SENDER, identity: vouched({ userAgent: SENDER }) }),
  },
  methods: { ...all('query_params.get headers.get', SENDER), 'query_params.getlist': LIST, to_dict: MAP },
};

/**
 * `app.current_event` of the event handler's resolvers in Python. Parameters of routes are the caller's by themselves.
 * https://docs.aws.amazon.com/powertools/python/latest/core/event_handler/api_gateway/
 */
export const POWERTOOLS: WebRequestShape = {
  fields: {
    ...all('body decoded_body path raw_path raw_query_string', SENDER),
    ...all('json_body headers query_string_parameters path_parameters cookies', MAP),
    ...all('multi_value_query_string_parameters resolved_query_string_parameters arguments source', MAP),
    ...all('http_method request_context resource stage_variables identity info is_base64_encoded', PROVIDER),
  },
  methods: {
    ...all('get_query_string_value get_header_value', SENDER),
    ...all('get_multi_value_query_string_values', LIST),
  },
};

/** All frameworks, by the name that the engine's tables call them by. */
export const WEB_REQUESTS = {
  express: EXPRESS,
  fastify: FASTIFY,
  hono: HONO,
  koa: KOA,
  fetch: FETCH_REQUEST,
  flask: FLASK,
  starlette: STARLETTE,
  django: DJANGO,
  chalice: CHALICE,
  powertools: POWERTOOLS,
} as const satisfies Readonly<Record<string, WebRequestShape>>;
