import * as cdk from 'aws-cdk-lib';
import { aws_lambda as lambda, aws_s3 as s3, aws_s3_notifications as notifications, aws_sqs as sqs } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as custom from 'aws-cdk-lib/custom-resources';
import { Orders } from './orders';
import { Reports } from './reports';

class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    const orders = new Orders(this, 'Orders');
    const jobs = new sqs.Queue(this, 'Jobs');
    orders.handler.addEventSource(new SqsEventSource(jobs));

    const uploads = new s3.Bucket(this, 'Uploads', {
      autoDeleteObjects: true,
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
    uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.SqsDestination(jobs), { prefix: 'in/' });

    const image = new lambda.DockerImageFunction(this, 'Image', {
      code: lambda.DockerImageCode.fromImageAsset(`${__dirname}/assets/image`),
    });
    const provider = new custom.Provider(this, 'Provider', { onEventHandler: image });
    new cdk.CustomResource(this, 'Seed', { serviceToken: provider.serviceToken });
    new Reports(this, 'Reports', orders.table);
  }
}

new Shop(new cdk.App(), 'Shop');
