import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Example {
  /** The file or folder: `sam.cors.bad.yaml`. */
  readonly name: string;
  readonly framework: string;
  /** `sam.cors` of `sam.cors.bad.yaml`: what a bad and a fixed example have in common. */
  readonly stem: string;
  readonly kind: 'bad' | 'good' | 'fixed';
  /** The files as they stand in a repository. */
  readonly files: Readonly<Record<string, string>>;
  /** `path:line` of every expected finding, in order. */
  readonly expected: readonly string[];
}

/** What a lone file is called in a repository of its framework. */
const CONVENTIONAL: Readonly<Record<string, string>> = {
  sam: 'template',
  cloudformation: 'template',
  cdk: 'cdk.out/App.template',
  serverless: 'serverless',
  terraform: 'main',
  arm: 'azuredeploy',
  bicep: 'main',
  'github-actions': '.github/workflows/deploy',
  docker: 'thumbnails',
  codebuild: 'buildspec',
};

/** Languages whose examples are handlers, with the runtime that they run in. */
const RUNTIMES: Readonly<Record<string, string>> = {
  javascript: 'nodejs22.x',
  typescript: 'nodejs22.x',
  python: 'python3.13',
};

/** The application that a lone file of code is the handler of: anybody may call it; an example `javascript.queue.bad.js` gets a queue's messages. */
function handlerTemplate(framework: string, stem: string): string {
  const events = stem.endsWith('.queue')
    ? '        Orders: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, FunctionResponseTypes: [ReportBatchItemFailures] } }'
    : [
        '        Get: { Type: HttpApi, Properties: { Path: "/orders/{id}", Method: GET } }',
        '        Post: { Type: HttpApi, Properties: { Path: /orders, Method: POST } }',
      ].join('\n');
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Queue:
    Type: AWS::SQS::Queue
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: ${RUNTIMES[framework]}
      CodeUri: src/
      Handler: app.handler
      Timeout: 10
      Events:
${events}
`;
}

const MARKER = /[ \t]*(?:#|\/\/) expect(?: (\d))?[ \t]*$/;

/** The examples of a rule's folder, as docs/writing-rules.md describes them. */
export function examplesOf(folder: string): Example[] {
  const directory = join(folder, 'examples');
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.name.endsWith('.expect'))
    .map((entry) => {
      const match = /^(([a-z]+(?:-[a-z]+)*)(?:\.[a-z0-9-]+)?)\.(bad|good|fixed)(?:\.([a-z.]+))?$/.exec(entry.name);
      const [, stem, framework, kind, extension] = match ?? [];
      if (!stem || !framework || !kind || (!extension && entry.isFile())) {
        throw new Error(`${join(directory, entry.name)} is not named <framework>[.<word>].<bad|good|fixed>.`);
      }
      const path = join(directory, entry.name);
      const single = `${CONVENTIONAL[framework] ?? framework}.${extension}`;
      const files = !entry.isFile()
        ? filesBelow(path)
        : RUNTIMES[framework]
          ? { 'template.yaml': handlerTemplate(framework, stem), [`src/app.${extension}`]: readFileSync(path, 'utf8') }
          : { [single]: readFileSync(path, 'utf8') };
      const expected = [
        ...Object.entries(files).flatMap(([file, text]) => expectedIn(file, text)),
        ...(entry.isFile() ? listed(`${path}.expect`, single) : []),
      ];
      return { name: entry.name, stem, framework, kind: kind as Example['kind'], files, expected: expected.sort() };
    });
}

/** A text without its `# expect` comments. */
export function withoutMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(MARKER, ''))
    .join('\n');
}

function filesBelow(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(directory, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}

function expectedIn(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const match = MARKER.exec(line);
    return match ? Array<string>(Number(match[1] ?? 1)).fill(`${file}:${index + 1}`) : [];
  });
}

function listed(path: string, file: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `${file}:${line.trim()}`);
  } catch {
    return [];
  }
}
