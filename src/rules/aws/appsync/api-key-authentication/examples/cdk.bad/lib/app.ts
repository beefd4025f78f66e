import { App, aws_appsync as appsync, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new appsync.CfnGraphQLApi(stack, 'Graph', { name: 'shop', authenticationType: 'API_KEY' }); // expect
