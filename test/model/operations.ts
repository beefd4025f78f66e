import type { FunctionOperations, Operation, OperationArgument, OperationGap } from '#model/operations';
import { SourceFile } from '#source/file';

/** The file that calls in tests are said to stand in; each call on a line of its own. */
const HANDLER = new SourceFile('src/handler.js', 'call();\n'.repeat(100));

export const env = (name: string): OperationArgument => ({ kind: 'environment', name });
export const event: OperationArgument = { kind: 'unknown', why: 'comes from the event' };
export const several = (...of: readonly OperationArgument[]): OperationArgument => ({ kind: 'several', of });
export const joined = (...parts: readonly (OperationArgument | string)[]): OperationArgument => ({
  kind: 'joined',
  parts: parts.map((part) => (typeof part === 'string' ? { kind: 'literal', text: part } : part)),
});

/** A call with its whole input known; a string is a literal. */
export function call(
  service: string,
  name: string,
  resources: { readonly [parameter: string]: OperationArgument | string } = {},
  more: Partial<Operation> = {},
): Operation {
  return {
    service,
    name,
    resources: new Map(
      Object.entries(resources).map(([key, value]) => [
        key,
        typeof value === 'string' ? { kind: 'literal', text: value } : value,
      ]),
    ),
    wholeInput: true,
    at: { file: HANDLER, span: HANDLER.lineSpan(1) },
    certain: true,
    ...more,
  };
}

export const gap = (why: string, service?: string): OperationGap => ({
  why,
  at: { file: HANDLER, span: HANDLER.lineSpan(1) },
  ...(service === undefined ? {} : { service }),
});

export function code(...items: readonly (Operation | OperationGap)[]): FunctionOperations {
  return {
    operations: items.filter((item): item is Operation => 'resources' in item),
    gaps: items.filter((item): item is OperationGap => !('resources' in item)),
  };
}
