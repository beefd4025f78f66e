import type { Model } from '#runtimes/engine/language';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';

/** Queries of GraphQL whose text is put together: variables are for values. */
const queried: Model = (view) => {
  for (const at of [0, 1, '0.query', '0.mutation', '0.document']) {
    const value = view.arg(at);
    if (value && isDocument(value)) view.sink('graphql', at);
  }
  return undefined;
};

/** A text that was put together, and starts as documents do. */
function isDocument({ text }: Value): boolean {
  const [head] = text ?? [];
  return typeof head === 'string' && /^\s{0,200}(?:query|mutation|subscription|fragment|\{)/.test(head);
}

/** Queries that are posted as JSON: https://graphql.github.io/graphql-over-http/draft/#sec-POST */
export function posted(view: CallView): void {
  for (const at of ['1.query', '0.data.query', '1.json.query', '0.json.query', '0.body.query', '1.body.query']) {
    const value = view.arg(at);
    if (value && isDocument(value)) view.sink('graphql', at);
  }
  for (const at of ['1.body', '0.body', '0.data', 1]) {
    for (const made of view.arg(at)?.apis ?? []) {
      const [given] = made.path === '<json-text>' ? (made.args?.list ?? []) : [];
      const value = given && given.objects.length > 0 ? view.field(given, 'query') : undefined;
      if (value && isDocument(value)) view.sink('graphql', at, { value });
    }
  }
}

export const GRAPHQL_FAMILIES = {
  ...family('graphql-request', { request: queried, rawRequest: queried }),
  ...family('@apollo/client apollo-client', each('query mutate', queried)),
  ...family('aws-amplify', { graphql: queried }),
};

export const GRAPHQL: Readonly<Record<string, Model>> = {
  'graphql-request': queried,
  'graphql-request.request': queried,
  'graphql.graphql': (view) => {
    // A server runs what it is asked; a text that is put together is another thing.
    const value = view.arg('0.source');
    if (value?.text) view.sink('graphql', '0.source');
    return undefined;
  },
};
