import type { Import, Language } from './part.js';

/** How a function is registered where no template names its handler, or names it in another way than Lambda does. */
export interface Host {
  /** The file of the handler, without the extension. */
  readonly stem: { readonly ecmascript: string; readonly python: string };
  readonly ecmascript: Registration;
  readonly python: Registration;
  /** Files beside the code. */
  files(language: Language): Record<string, string>;
}

/** Lines before the body and after it; the body is indented by `depth`. */
export interface Registration {
  readonly imports: readonly Import[];
  readonly top?: readonly string[];
  readonly before: readonly string[];
  readonly depth: number;
  readonly answer: readonly string[];
  readonly after: readonly string[];
}

const APP: Import = { from: '@azure/functions', names: ['app'] };
const FUNC: Import = { from: 'azure.functions', whole: 'func' };
const FUNCTIONS: Import = { from: '@google-cloud/functions-framework', whole: 'functions' };
const FRAMEWORK: Import = { from: 'functions_framework', whole: 'functions_framework' };

const AZURE = {
  stem: { ecmascript: 'src/functions/item', python: 'function_app' },
  files: (language: Language) => ({
    'host.json': '{\n  "version": "2.0"\n}\n',
    ...(language === 'python'
      ? { 'requirements.txt': 'azure-functions==1.24.0\n' }
      : packageOf(
          language,
          language === 'typescript' ? 'dist/src/functions/*.js' : 'src/functions/*.js',
          '@azure/functions',
          '^4.8.0',
        )),
  }),
};
const google = (trigger: readonly string[]) => ({
  stem: { ecmascript: 'index', python: 'main' },
  files: (language: Language) => ({
    'main.tf': `${[
      'resource "google_cloudfunctions2_function" "item" {',
      '  name     = "item"',
      '  location = "europe-west1"',
      '',
      '  build_config {',
      `    runtime     = "${language === 'python' ? 'python313' : 'nodejs22'}"`,
      '    entry_point = "item"',
      '',
      '    source {',
      '      storage_source {',
      '        bucket = "sources-example"',
      '        object = "item.zip"',
      '      }',
      '    }',
      '  }',
      ...trigger,
      '}',
    ].join('\n')}\n`,
    ...(language === 'python'
      ? { 'requirements.txt': 'functions-framework==3.9.2\n' }
      : packageOf(
          language,
          language === 'typescript' ? 'dist/index.js' : 'index.js',
          '@google-cloud/functions-framework',
          '^4.0.0',
        )),
  }),
});
const eventTrigger = (...lines: string[]) => ['', '  event_trigger {', ...lines.map((line) => `    ${line}`), '  }'];

export const HOSTS = {
  azureHttp: {
    ...AZURE,
    ecmascript: {
      imports: [APP],
      before: [
        "app.http('item', {",
        "  methods: ['GET', 'POST'],",
        "  authLevel: 'anonymous',",
        "  route: 'items/{item?}',",
        '  handler: async (httpRequest«: any») => {',
      ],
      depth: 4,
      answer: ['return { status: 204 };'],
      after: ['  },', '});'],
    },
    python: {
      imports: [FUNC],
      top: ['app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)'],
      before: [
        '@app.route(route="items/{item?}", methods=["GET", "POST"])',
        'def item(req: func.HttpRequest) -> func.HttpResponse:',
      ],
      depth: 4,
      answer: ['return func.HttpResponse(status_code=204)'],
      after: [],
    },
  },
  azureQueue: {
    ...AZURE,
    ecmascript: {
      imports: [APP],
      before: [
        "app.storageQueue('item', {",
        "  queueName: 'items',",
        "  connection: 'ItemsStorage',",
        '  handler: async (queueItem«: any», context) => {',
      ],
      depth: 4,
      answer: ["context.log('done');"],
      after: ['  },', '});'],
    },
    python: {
      imports: [FUNC],
      top: ['app = func.FunctionApp()'],
      before: [
        '@app.queue_trigger(arg_name="msg", queue_name="items", connection="ItemsStorage")',
        'def item(msg: func.QueueMessage) -> None:',
      ],
      depth: 4,
      answer: [],
      after: [],
    },
  },
  googleHttp: {
    ...google([]),
    ecmascript: {
      imports: [FUNCTIONS],
      before: ["functions.http('item', async (req«: any», res«: any») => {"],
      depth: 2,
      answer: ["res.status(204).send('');"],
      after: ['});'],
    },
    python: {
      imports: [FRAMEWORK],
      before: ['@functions_framework.http', 'def item(request):'],
      depth: 4,
      answer: ['return "", 204'],
      after: [],
    },
  },
  googlePubsub: {
    ...google(
      eventTrigger(
        'event_type   = "google.cloud.pubsub.topic.v1.messagePublished"',
        'pubsub_topic = "projects/example/topics/items"',
      ),
    ),
    ecmascript: {
      imports: [FUNCTIONS],
      before: ["functions.cloudEvent('item', async (cloudEvent«: any») => {"],
      depth: 2,
      answer: [],
      after: ['});'],
    },
    python: {
      imports: [FRAMEWORK],
      before: ['@functions_framework.cloud_event', 'def item(cloud_event):'],
      depth: 4,
      answer: [],
      after: [],
    },
  },
  googleStorage: {
    ...google(
      eventTrigger(
        'event_type = "google.cloud.storage.object.v1.finalized"',
        '',
        'event_filters {',
        '  attribute = "bucket"',
        '  value     = "uploads-example"',
        '}',
      ),
    ),
    ecmascript: {
      imports: [FUNCTIONS],
      before: ["functions.cloudEvent('item', async (cloudEvent«: any») => {"],
      depth: 2,
      answer: [],
      after: ['});'],
    },
    python: {
      imports: [FRAMEWORK],
      before: ['@functions_framework.cloud_event', 'def item(cloud_event):'],
      depth: 4,
      answer: [],
      after: [],
    },
  },
} satisfies Readonly<Record<string, Host>>;

export type HostId = keyof typeof HOSTS;

/** How a trigger outside of AWS registers its function; nothing for one of AWS. */
export function hostOf(trigger: string): Host | undefined {
  return trigger in HOSTS ? HOSTS[trigger as HostId] : undefined;
}

function packageOf(language: Language, main: string, dependency: string, version: string): Record<string, string> {
  const content = {
    name: 'items',
    private: true,
    ...(language === 'typescript' && { type: 'module' }),
    main,
    dependencies: { [dependency]: version },
  };
  return { 'package.json': `${JSON.stringify(content, undefined, 2)}\n` };
}
