import type { Model } from '#runtimes/engine/language';

import { each, family } from '#runtimes/javascript/models/family';

/** Queries of GraphQL whose text is put together: variables are for values. */
const queried: Model = (view) => {
  for (const at of [0, 1, '0.query', '0.mutation', '0.document']) {
    const value = view.arg(at);
    if (
      value?.text &&
      /^\s*(?:query|mutation|subscription|fragment|\{)/.test(typeof value.text[0] === 'string' ? value.text[0] : '')
    )
      view.sink('graphql', at);
  }
  return undefined;
};

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
