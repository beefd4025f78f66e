import { aws_dynamodb as dynamodb, aws_lambda as lambda, aws_logs as logs } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** The orders' table and what works on it. */
export class Orders extends Construct {
  readonly table: dynamodb.Table;
  readonly handler: lambda.Function;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    this.handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(`${__dirname}/assets/orders`),
      logRetention: logs.RetentionDays.ONE_MONTH,
    });
    this.table.grantReadWriteData(this.handler);
  }
}
