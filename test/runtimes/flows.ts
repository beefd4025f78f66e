import { grammarFiles } from '#cli/grammar-files';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { Cloud } from '#model/cloud';
import type { Handler } from '#model/handler';
import { analyseHandlers } from '#runtimes/handlers';
import { linesOf } from '#source/file';
import { Grammars } from '#syntax/code/grammars';
import { load, repository } from '#test/frameworks/repository';

const framework = templates([sam]);
const grammars = new Grammars(grammarFiles);

/** A function of SAM behind a route, with the files of its code. */
function template(runtime: string, events: string): string {
  return `
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: ${runtime}
      Events:
${events}
`;
}

const API = `
        Api:
          Type: Api
          Properties: { Path: /orders, Method: post }
`;

/** Runs the handlers of an application that stands in memory. */
export async function handlersOf(
  runtime: string,
  files: Readonly<Record<string, string>>,
  events: string = API,
): Promise<readonly Handler[]> {
  const all = { ...files, 'template.yaml': template(runtime, events) };
  const stack = await load(all['template.yaml'], { framework, path: 'template.yaml', files: all });
  const { analyses } = await analyseHandlers(new Cloud([stack]), repository(all), 'everything', grammars);
  return analyses.map(({ handler }) => handler);
}

/** `app.py:3 sql <- event.body.name` of each flow, in order. */
export function flowsOf(handlers: readonly Handler[]): readonly string[] {
  return handlers
    .flatMap(({ flows }) => flows)
    .map(
      ({ at, sink, source }) => `${at.file.path.replace(/^src\//, '')}:${linesOf(at).start} ${sink} <- ${source.text}`,
    )
    .sort();
}
