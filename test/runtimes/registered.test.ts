import { describe, expect, it } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { Cloud } from '#model/cloud';
import { analyseHandlers } from '#runtimes/handlers';
import { linesOf } from '#source/file';
import { Grammars } from '#syntax/code/grammars';
import { repository } from '#test/frameworks/repository';

const grammars = new Grammars(grammarFiles);

/** `5 HTTP function hello: {"path":…}` of each flow: its line, what sends it, and the event that shows it. */
async function sent(files: Readonly<Record<string, string>>): Promise<readonly (readonly [string, string])[]> {
  const { analyses } = await analyseHandlers(new Cloud([]), repository(files), 'everything', grammars);
  return analyses
    .flatMap(({ handler }) => handler.flows)
    .sort((a, b) => a.at.span.start - b.at.span.start)
    .map(({ at, source, reproduce }) => [
      `${linesOf(at).start} ${source.triggers.map(({ label, reach }) => `${label} (${reach})`).join(', ')}`,
      reproduce?.('x')?.command ?? '',
    ]);
}

describe('what a module registers', () => {
  it('is sent what its own registration is for, not what others of the same module are', async () => {
    const code = [
      'import azure.functions as func, subprocess',
      'app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)',
      '@app.queue_trigger(arg_name="msg", queue_name="jobs", connection="S")',
      'def work(msg: func.QueueMessage):',
      '    subprocess.run(msg.get_body().decode(), shell=True)',
      '@app.route(route="dogs")',
      'def dogs(req: func.HttpRequest):',
      '    subprocess.run(req.params.get("d"), shell=True)',
      '@app.route(route="cats", auth_level=func.AuthLevel.FUNCTION)',
      'def cats(req: func.HttpRequest):',
      '    subprocess.run(req.params.get("d"), shell=True)',
    ].join('\n');
    expect((await sent({ 'host.json': '{}', 'function_app.py': code })).map(([who]) => who)).toEqual([
      '5 queue jobs (service)',
      '8 HTTP function dogs (public)',
      '11 HTTP function cats (authenticated)',
    ]);
  });

  it('of Node.js too, by route or name', async () => {
    const code = [
      "const { app } = require('@azure/functions');",
      "const { exec } = require('child_process');",
      "app.http('a', { authLevel: 'anonymous', route: 'dogs/{id}', handler: async (request) => { exec(request.query.get('d')); } });",
      "app.http('b', { authLevel: 'function', handler: async (request) => { exec(request.query.get('d')); } });",
      "app.storageQueue('q', { queueName: 'jobs', handler: async (item) => { exec(item.cmd); } });",
    ].join('\n');
    expect(await sent({ 'host.json': '{}', 'src/a.js': code })).toEqual([
      ['3 HTTP function dogs/{id} (public)', `curl --path-as-is -X POST "$FUNCTION_URL"'/?d=x'`],
      [
        '4 HTTP function b (authenticated)',
        `curl --path-as-is -X POST -H "Authorization: $TOKEN" "$FUNCTION_URL"'/?d=x'`,
      ],
      [
        '5 queue q (service)',
        `curl -X POST "localhost:7071/admin/functions/$FUNCTION" -H 'content-type: application/json' --data-binary "$(jq -n --rawfile input event.json '{$input}')"`,
      ],
    ]);
  });

  it("of Chalice is sent by its route's callers", async () => {
    const code = [
      'from chalice import Chalice',
      'import os',
      "app = Chalice(app_name='shop')",
      "@app.route('/items/{id}', methods=['PUT'])",
      'def item(id):',
      "    os.system('ls ' + app.current_request.json_body['d'])",
      "    os.system('ls ' + id)",
    ].join('\n');
    expect(await sent({ 'app.py': code })).toEqual([
      [
        '6 PUT /items/{id} (public)',
        `curl --path-as-is -X PUT -H 'content-type: application/json' --data-raw '{"d":"x"}' "$API_URL"/items/id`,
      ],
      ['7 PUT /items/{id} (public)', 'curl --path-as-is -X PUT "$API_URL"/items/x'],
    ]);
  });
});
