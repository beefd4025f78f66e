import type { OperationArgument } from '#model/operations';
import { handlersIn } from '#test/runtimes/run';

/** What the handlers of an application in memory call, and the gaps, in order: `dynamodb PutItem TableName=${TABLE}`. */
export async function calledIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const handlers = await handlersIn(files);
  const all = handlers.flatMap(({ operations: { operations, gaps } }) => [
    ...operations.map((one) => {
      const named = [...one.resources]
        .filter(([name]) => NAMED.test(name))
        .map(([name, argument]) => `${name}=${textOf(argument)}`)
        .sort();
      const notes = [
        one.occasional ? '(occasional)' : '',
        one.otherCredentials ? '(other credentials)' : '',
        one.otherRegion ? '(other region)' : '',
      ].filter((note) => note !== '');
      return [one.service.toLowerCase(), one.name, ...named, ...notes].join(' ');
    }),
    ...gaps.map(({ why, service }) => `gap ${service ?? '*'} ${why}`),
  ]);
  return [...new Set(all)].sort();
}

const NAMED =
  /^(?:TableName|IndexName|Bucket|Key|QueueUrl|TopicArn|RoleArn|SecretId|Name|Path|Prefix|FunctionName|RequestItems|Statement|stateMachineArn)$/;

function textOf(argument: OperationArgument): string {
  switch (argument.kind) {
    case 'literal':
      return argument.text;
    case 'environment':
      return `\${${argument.name}}`;
    case 'template':
      return argument.text.toString();
    case 'joined':
      return argument.parts.map(textOf).join('');
    case 'several':
      return argument.of.map(textOf).join('|');
    case 'unknown':
      return `${argument.starts ?? ''}<${argument.why}>`;
  }
}
