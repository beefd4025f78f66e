import { grammarFiles } from '#cli/grammar-files';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { Cloud } from '#model/cloud';
import type { Handler } from '#model/handler';
import { analyseHandlers } from '#runtimes/handlers';
import { linesOf } from '#source/file';
import { Grammars } from '#syntax/code/grammars';
import { load, repository } from '#test/frameworks/repository';

const grammars = new Grammars(grammarFiles);

/** The function `Fn`, which anybody reaches over HTTP. */
function template(runtime: string): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: ${runtime}
      Handler: app.handler
      CodeUri: src/
      Events: { Api: { Type: HttpApi, Properties: { Path: '/items/{id}', Method: ANY } } }
`;
}

/**
 * Follows the handlers of an application in memory.
 * @param files code by its path; `src/app.js` (or `.ts`, `.py`) holds the handler of a function behind an HTTP API, unless the
 * application has a `template.yaml` of its own
 */
export async function handlersIn(files: Readonly<Record<string, string>>): Promise<readonly Handler[]> {
  const isPython = Object.keys(files).some((path) => path.endsWith('.py'));
  const all = { 'template.yaml': template(isPython ? 'python3.13' : 'nodejs22.x'), ...files };
  const stack = await load(all['template.yaml'], { framework: templates([sam]), files: all });
  const { analyses } = await analyseHandlers(new Cloud([stack]), repository(all), 'everything', grammars);
  return analyses.map(({ handler }) => handler);
}

/** `src/app.js:3 sql <- event.body` of each flow of each handler, in the order of files and lines. */
export async function flowsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const handlers = await handlersIn(files);
  return handlers
    .flatMap(({ flows }) => flows)
    .sort((a, b) => a.at.file.path.localeCompare(b.at.file.path) || a.at.span.start - b.at.span.start)
    .map(({ at, sink, source }) => `${at.file.path}:${linesOf(at).start} ${sink} <- ${source.text}`);
}

/** The kinds of sinks that a handler in `src/app.js` reaches, in order, once for each place. */
export async function sinksOf(code: string, path = 'src/app.js'): Promise<readonly string[]> {
  const [handler] = await handlersIn({ [path]: code });
  if (!handler) throw new Error('no handler was found');
  return [...handler.flows].sort((a, b) => a.at.span.start - b.at.span.start).map(({ sink }) => sink);
}
