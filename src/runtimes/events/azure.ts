import type { Reach } from '#model/exposure';
import type { EventShape, Trigger } from '#model/handler';
import { all, fields, PROVIDER, SENDER, vouched } from '#runtimes/events/shape';
import type { WebRequestShape } from '#runtimes/events/web';

const MAP: EventShape = { control: 'sender', rest: SENDER };

/** `HttpRequest` of the v4 model of Node.js. https://learn.microsoft.com/javascript/api/@azure/functions/httprequest */
export const AZURE_HTTP_NODE: WebRequestShape = {
  fields: { ...all('query params headers', MAP), ...all('url body', SENDER), ...all('method user', PROVIDER) },
  methods: {
    ...all('json formData', MAP),
    ...all('text arrayBuffer blob query.get headers.get', SENDER),
  },
};

/** `req` of the v3 model of Node.js. https://learn.microsoft.com/azure/azure-functions/functions-reference-node?pivots=nodejs-model-v3 */
export const AZURE_HTTP_NODE_V3: WebRequestShape = {
  fields: {
    ...all('query params headers body', MAP),
    ...all('url originalUrl rawBody', SENDER),
    ...all('method user', PROVIDER),
  },
  methods: { ...all('get parseFormBody', SENDER) },
};

/** https://learn.microsoft.com/python/api/azure-functions/azure.functions.httprequest */
export const AZURE_HTTP_PYTHON: WebRequestShape = {
  fields: { ...all('params headers route_params form files', MAP), url: SENDER, method: PROVIDER },
  methods: {
    ...all('get_json', MAP),
    ...all('get_body params.get headers.get route_params.get form.get', SENDER),
  },
};

/** What a queue, topic, hub or feed delivers: the whole of it is whoever's who could put it there. */
export const AZURE_MESSAGE: EventShape = SENDER;

/** Methods by which Python reads a message, a blob or an event. https://learn.microsoft.com/python/api/azure-functions/azure.functions */
export const AZURE_MESSAGE_PYTHON: WebRequestShape = {
  fields: {
    ...all('name uri metadata user_properties application_properties subject', SENDER),
    ...all(
      'id dequeue_count expiration_time insertion_time pop_receipt length sequence_number topic event_type',
      PROVIDER,
    ),
  },
  methods: { ...all('get_json', MAP), ...all('get_body read', SENDER) },
};

/** The bindings of an invocation in the v3 model: `context.req`, `context.bindings.order`. */
export const AZURE_CONTEXT_V3: EventShape = vouched({
  req: fields(AZURE_HTTP_NODE_V3.fields),
  bindings: MAP,
  bindingData: fields({ ...all('sys invocationId', PROVIDER) }),
});

/** What sets a function off: `type` of function.json, the method of `app` in Node.js, the decorator in Python. */
export interface AzureRegistration {
  readonly kind: Trigger['kind'];
  /** For people, before the function's name. */
  readonly label: string;
  readonly event: EventShape;
}

const registration = (kind: Trigger['kind'], label: string, event: EventShape): AzureRegistration => ({
  kind,
  label,
  event,
});
const HTTP = registration('azure-http', 'HTTP function', SENDER);
const BLOB = registration('azure-blob', 'blob function', SENDER);
const TIMER = registration('schedule', 'timer', PROVIDER);
const message = (label: string): AzureRegistration => registration('azure-message', label, AZURE_MESSAGE);

/** https://learn.microsoft.com/azure/azure-functions/functions-triggers-bindings#supported-bindings */
export const AZURE_REGISTRATIONS: Readonly<Record<string, AzureRegistration>> = {
  ...row(HTTP, 'httpTrigger http get post put patch deleteRequest route function_name'),
  ...row(BLOB, 'blobTrigger storageBlob blob_trigger'),
  ...row(TIMER, 'timerTrigger timer timer_trigger schedule warmupTrigger warmup'),
  ...row(message('queue'), 'queueTrigger storageQueue queue_trigger'),
  ...row(message('Service Bus queue'), 'serviceBusTrigger serviceBusQueue service_bus_queue_trigger'),
  ...row(message('Service Bus topic'), 'serviceBusTopic service_bus_topic_trigger'),
  ...row(message('Event Hub'), 'eventHubTrigger eventHub event_hub_message_trigger'),
  ...row(message('Event Grid'), 'eventGridTrigger eventGrid event_grid_trigger'),
  ...row(message('Cosmos DB feed'), 'cosmosDBTrigger cosmosDB cosmos_db_trigger cosmos_db_trigger_v3'),
  ...row(message('Kafka topic'), 'kafkaTrigger kafka kafka_trigger'),
  ...row(message('SignalR hub'), 'signalRTrigger webPubSubTrigger'),
  ...row(message('SQL table'), 'sqlTrigger sql sql_trigger mysqlTrigger mySql mysql_trigger'),
};

function row(value: AzureRegistration, names: string): Record<string, AzureRegistration> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

/**
 * Who may call a function, by its level: a key is known to every client that has it, but not to strangers.
 * https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
 */
export function azureReach(level: string | undefined, fallback: Reach = 'authenticated'): Reach {
  const known = level?.toLowerCase();
  if (known === 'anonymous') return 'public';
  return known === 'function' || known === 'admin' ? 'authenticated' : known === undefined ? fallback : 'unknown';
}

/** Characters of a file of code that are looked at. */
const MAX_CODE = 200_000;

/** Characters of a registration in which its level is looked for. */
const MAX_REGISTRATION = 600;

/** What a registration says that it is for: its route, or what it reads from; else the function's own name. */
const NAME =
  /\b(?:route|queue_?[nN]ame|topic_?[nN]ame|event_?[hH]ub_?[nN]ame|container_?[nN]ame|path)\s{0,5}[:=]\s{0,5}['"]([^'"\n]{1,120})/;

/** The triggers that the code of an application registers. */
export function azureTriggers(code: string, language: 'javascript' | 'python'): readonly Trigger[] {
  const text = code.slice(0, MAX_CODE);
  const found = new Map<string, Trigger>();
  // Without a level of its own a function of Python has that of its application; of Node.js it is anonymous.
  const [, general] = /FunctionApp\([^)]{0,300}AuthLevel\.(\w{1,20})/.exec(text) ?? [];
  const pattern =
    language === 'python'
      ? /^[ \t]*@\w{1,40}\.(\w{1,40})\(/gm
      : /\bapp\.(\w{1,40})(?:<[^>\n]{0,80}>)?\(\s{0,20}['"`]([^'"`\n]{1,120})/g;
  const matches = [...text.matchAll(pattern)];
  for (const [index, match] of matches.entries()) {
    const known = Object.hasOwn(AZURE_REGISTRATIONS, match[1] ?? '') ? AZURE_REGISTRATIONS[match[1] ?? ''] : undefined;
    if (!known || match[1] === 'function_name') continue;
    const end = Math.min(matches[index + 1]?.index ?? text.length, match.index + MAX_REGISTRATION);
    const after = text.slice(match.index, end);
    const [, level] = /\bauth_?[lL]evel\s{0,5}[:=]\s{0,5}(?:[\w.]{0,40}AuthLevel\.)?['"]?(\w{1,20})/.exec(after) ?? [];
    const [, name] = (language === 'python' || known.kind === 'azure-http' ? NAME.exec(after) : null) ?? match.slice(1);
    const fallback: Reach = language === 'python' ? azureReach(general, 'authenticated') : 'public';
    const reach = known.kind === 'azure-http' ? azureReach(level, fallback) : 'service';
    const label = name === undefined ? known.label : `${known.label} ${name}`;
    const key = `${known.kind} ${reach} ${label}`;
    if (!found.has(key)) found.set(key, { kind: known.kind, reach, label, entry: undefined, event: known.event });
  }
  return [...found.values()];
}
