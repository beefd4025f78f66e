import { App, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const definitionBody = sfn.DefinitionBody.fromChainable(new sfn.Succeed(stack, 'Done'));
new sfn.StateMachine(stack, 'Checkout', { definitionBody, stateMachineType: sfn.StateMachineType.EXPRESS }); // expect
