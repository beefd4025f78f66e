import { describe, expect, it } from '@jest/globals';
import { rootFields } from '#model/graphql-schema';

describe('the fields of a GraphQL schema that clients call', () => {
  it('have the directives of their own, or those of their type', () => {
    const schema = `
      type Query @aws_iam { a: String b: String @aws_api_key @deprecated }
      extend type Mutation { c(x: Int = 1): [String!]! @aws_lambda }
      type Other @aws_api_key { d: String }
    `;
    expect(rootFields(schema)).toEqual([
      { operation: 'Query', name: 'a', directives: ['aws_iam'] },
      { operation: 'Query', name: 'b', directives: ['aws_api_key'] },
      { operation: 'Mutation', name: 'c', directives: ['aws_lambda'] },
    ]);
  });

  it('are those of the types that the schema names', () => {
    const schema = 'schema { mutation: Write } type Write { a: Int } type Mutation { b: Int }';
    expect(rootFields(schema)).toEqual([{ operation: 'Mutation', name: 'a', directives: [] }]);
  });

  it('are not known of what is no schema, or too large to read', () => {
    expect(rootFields('type Query {')).toBeUndefined();
    expect(rootFields('')).toBeUndefined();
    expect(rootFields(`type Query { ${'a: Int '.repeat(100_000)} }`)).toBeUndefined();
    expect(rootFields(`type Query { a(x: Int = ${'['.repeat(50_000)}) : Int }`)).toBeUndefined();
  });
});
