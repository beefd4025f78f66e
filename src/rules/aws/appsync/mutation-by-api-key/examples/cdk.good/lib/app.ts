import { App, aws_appsync as appsync, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const additionalAuthenticationProviders = [{ authenticationType: 'API_KEY' }];
const graph = { name: 'forum', authenticationType: 'AWS_IAM', additionalAuthenticationProviders };
const forum = new appsync.CfnGraphQLApi(stack, 'Forum', graph);
new appsync.CfnGraphQLSchema(stack, 'Schema', {
  apiId: forum.attrApiId,
  definition: `
    type Post @aws_api_key @aws_iam { id: ID! text: String }
    type Query { posts: [Post] @aws_api_key @aws_iam }
    type Mutation { addPost(text: String!): Post deletePost(id: ID!): Post }
  `,
});
