import { App, aws_sns as sns, aws_sns_subscriptions as subscriptions, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new sns.Topic(stack, 'Orders');
orders.addSubscription(new subscriptions.UrlSubscription('https://erp.example.com/orders'));
