import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { rootFields } from '#model/graphql-schema';
import { compatible } from '#model/value';

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes */
export const rule = defineRule({
  title: 'Mutation open to everybody with the API key',
  why: 'The key stands in the web page or app, so everybody has it. A mutation marked with `@aws_api_key` changes data for whoever asks, beside all the others that want somebody who signed in.',
  how: 'Take `@aws_api_key` from the mutation, or from the `Mutation` type, and leave it to queries that are meant to be public.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306, 862],
  references: [
    'OWASP API5:2023',
    'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes',
  ],
  aliases: {},
  subject: 'AWS::AppSync::GraphQLSchema',
  *check(schema, { cloud }) {
    const [api] = schema.at('ApiId').flatMap((id) => cloud.resolve(id, 'AWS::AppSync::GraphQLApi') ?? []);
    // An API that asks for no more than the key by default is another rule's.
    if (!api?.at('AuthenticationType').every((type) => type.isNot('API_KEY') && !type.isAbsent)) return;
    for (const definition of schema.at('Definition')) {
      if (definition.string === undefined || !compatible(definition.when, api.when)) continue;
      const open = (rootFields(definition.string) ?? []).filter(
        ({ operation, directives }) => operation === 'Mutation' && directives.includes('aws_api_key'),
      );
      const [first] = open;
      if (!first) continue;
      const named = open.slice(0, 3).map(({ name }) => code(name));
      const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
      yield {
        at: definition,
        about: open
          .map(({ name }) => name)
          .sort()
          .join(' '),
        message: `Everybody who reads the key of ${code(api.name)} out of a client can call ${named.join(', ')}${more}; the API asks others to sign in.`,
      };
    }
  },
});
