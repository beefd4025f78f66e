/** Serves the pull request's page: views to read, forms that act as people do on GitHub, and a stream that tells of changes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runOf, type Scene } from '#demo/demonstration';
import { html } from '#demo/html';
import { checksPage } from '#demo/page/checks';
import { conversationPage } from '#demo/page/conversation';
import { filePage, rulePage } from '#demo/page/documents';
import { filesPage } from '#demo/page/files';
import { PATHS, page, type View } from '#demo/page/layout';
import { Refused } from '#test/standin/state';

/** How often the page's stream looks for changes. */
const LOOK_MS = 250;
const MAX_FORM = 100_000;

const ASSETS: Readonly<Record<string, string>> = {
  '/page.css': 'text/css; charset=utf-8',
  '/page.js': 'text/javascript; charset=utf-8',
};

/** Nothing but our own style and script: what Markdown shows can load and run nothing. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export interface PageServer {
  /** `http://localhost:4000` */
  readonly url: string;
  /** Shows a pull request; before that the page says that there is none yet. */
  show(scene: Scene): void;
  close(): Promise<void>;
}

/** Listens on this machine only. @param port 0 for any free one */
export async function servePage(port: number): Promise<PageServer> {
  let shown: Scene | undefined;
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const [status, message] = error instanceof Refused ? [error.status, error.message] : [500, 'The demo failed.'];
      refuse(request, response, status, message);
    });
  });
  const address = await listen(server, port);
  const timer = setInterval(() => {
    for (const stream of streams) stream.write(`data: ${version(shown)}\n\n`);
  }, LOOK_MS);
  return {
    url: `http://localhost:${address}`,
    show: (scene) => {
      shown = scene;
    },
    close: () => {
      clearInterval(timer);
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another website's page could name this server by a name of its own, or post to it.
    if (!isOurs(request, address)) return refuse(request, response, 403, 'This page answers to localhost only.');
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = ASSETS[pathname];
    if (type !== undefined) {
      const asset = readFileSync(new URL(`./assets${pathname}`, import.meta.url));
      return void response.writeHead(200, { ...HEADERS, 'content-type': type }).end(asset);
    }
    if (pathname === '/events') return stream(response);
    if (shown === undefined) return send(response, 200, page('Leastwise demo', html`<main><p>Starting…</p></main>`));
    if (request.method === 'POST') return act(request, response, pathname, shown);
    const view = viewOf(pathname, shown);
    if (view === undefined) return refuse(request, response, 404, 'There is no such page in the demo.');
    return send(response, 200, view);
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    response.write(`data: ${version(shown)}\n\n`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another process uses it' : String(error.code);
      reject(new Error(`Port ${port} cannot be listened on: ${reason}. Set PORT to another one, or leave it out.`));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function isOurs({ headers }: IncomingMessage, port: number): boolean {
  const names = [`localhost:${port}`, `127.0.0.1:${port}`];
  const { host = '', origin } = headers;
  return names.includes(host) && (origin === undefined || names.some((name) => origin === `http://${name}`));
}

function viewOf(path: string, scene: Scene): string | undefined {
  if (path === PATHS.conversation) return conversationPage(scene);
  if (path === PATHS.checks) return checksPage(scene);
  if (path === PATHS.files) return filesPage(scene);
  const rule = /^\/rules\/([a-z0-9/-]{1,200})\.md$/.exec(path)?.[1];
  if (rule !== undefined) return rulePage(rule);
  const file = /^\/[^/]+\/[^/]+\/blob\/([0-9a-f]{40})\/(.+)$/.exec(path);
  return file === null ? undefined : filePage(scene, file[1] ?? '', decodeURIComponent(file[2] ?? ''));
}

/** A form: does what the button of GitHub's page does, then goes back to the view. */
async function act(request: IncomingMessage, response: ServerResponse, path: string, scene: Scene): Promise<void> {
  const form = new URLSearchParams(await readForm(request));
  const { hub, pull, author, maintainer } = scene;
  const [, kind, id] = /^\/(suggestions|threads|comments|rerun)(?:\/(\d+))?$/.exec(path) ?? [];
  const thread = pull.threads.find((one) => String(one.id) === id);
  const comment = pull.threads.flatMap(({ comments }) => comments).find((one) => String(one.id) === id);
  const run = runOf(scene);
  if (kind === 'suggestions' && comment !== undefined)
    hub.applySuggestion(comment, author, Number(form.get('index') ?? 0));
  else if (kind === 'threads' && thread !== undefined) hub.resolve(thread, author, form.get('resolved') === 'true');
  else if (kind === 'comments')
    hub.comment(pull, form.get('by') === 'maintainer' ? maintainer : author, form.get('body') ?? '');
  else if (kind === 'rerun' && run !== undefined) hub.rerequest(run, author);
  else return refuse(request, response, 404, 'There is nothing here to act on any more. Load the page again.');
  const to = PATHS[(form.get('back') ?? '') as View] ?? PATHS.conversation;
  response.writeHead(303, { ...HEADERS, location: to }).end();
}

async function readForm(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_FORM) throw new Refused(413, 'That is too long for the demo.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.end();
  if (request.headers.accept === 'text/plain')
    return void response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(message);
  const body = html`<main class="document"><div class="box"><p>${message}</p><p><a href="/">Back to the pull request</a></p></div></main>`;
  send(response, status, page('Leastwise demo', body));
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(text);
}

/** Changes whenever a view would. */
function version(scene: Scene | undefined): string {
  if (scene === undefined) return 'none';
  const { pull, repository } = scene;
  const said = [...pull.comments, ...pull.threads.flatMap(({ comments }) => comments)];
  const state = [
    pull.head.sha,
    pull.state,
    repository.runs.map(({ id, status, conclusion, title }) => [id, status, conclusion, title]),
    pull.reviews.length,
    pull.threads.map(({ resolvedBy }) => resolvedBy?.login ?? null),
    said.map(({ id, body, reactions }) => [id, body, reactions.length]),
  ];
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16);
}
