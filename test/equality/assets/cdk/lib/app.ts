import { App, Aws, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';

/** Orders, taken by an API, worked off by a queue, watched by a stream. */
class Orders extends Stack {
  constructor(app: App) {
    super(app, 'Orders');
    const certificate = new CfnParameter(this, 'CertificateArn');

    const table = new dynamodb.CfnTable(this, 'Table', {
      billingMode: 'PAY_PER_REQUEST',
      attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      streamSpecification: { streamViewType: 'NEW_IMAGE' },
    });
    const work = new sqs.CfnQueue(this, 'Work', { visibilityTimeout: 60 });
    const notices = new sns.CfnTopic(this, 'Notices');
    const users = new cognito.CfnUserPool(this, 'Users', { policies: { passwordPolicy: { minimumLength: 6 } } });
    const client = new cognito.CfnUserPoolClient(this, 'Client', { userPoolId: users.ref });

    const place = this.fn('Place', 'place');
    place.addEnvironment('TABLE', table.ref);
    place.addEnvironment('QUEUE', work.ref);
    place.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: [table.attrArn] }));
    place.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [work.attrArn] }));

    const worker = this.fn('Worker', 'worker', { tracing: lambda.Tracing.ACTIVE });
    worker.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources: [table.attrArn] }));
    worker.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [notices.ref] }));
    worker.addEventSource(new sources.SqsEventSource(sqs.Queue.fromQueueArn(this, 'WorkQueue', work.attrArn), { batchSize: 10 }));

    const audit = this.fn('Audit', 'audit');
    audit.addEventSource(
      new sources.DynamoEventSource(
        dynamodb.Table.fromTableAttributes(this, 'Stream', { tableArn: table.attrArn, tableStreamArn: table.attrStreamArn }),
        { startingPosition: lambda.StartingPosition.LATEST, batchSize: 100, retryAttempts: undefined },
      ),
    );

    const nightly = this.fn('Nightly', 'nightly', { runtime: lambda.Runtime.NODEJS_16_X });
    new events.Rule(this, 'Night', {
      schedule: events.Schedule.rate(Duration.days(1)),
      targets: [new targets.LambdaFunction(nightly)],
    });

    const upload = this.fn('Import', 'import');
    upload.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::orders-uploads-${Aws.ACCOUNT_ID}/*`] }),
    );
    upload.addPermission('Uploaded', {
      principal: new iam.ServicePrincipal('s3.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
    });
    new s3.CfnBucket(this, 'Uploads', {
      bucketName: `orders-uploads-${Aws.ACCOUNT_ID}`,
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: false,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      notificationConfiguration: {
        lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: upload.functionArn }],
      },
    });

    const api = new apigw.CfnApi(this, 'Api', { name: 'orders', protocolType: 'HTTP' });
    const stage = new apigw.CfnStage(this, 'Stage', { apiId: api.ref, stageName: '$default', autoDeploy: true });
    const customers = new apigw.CfnAuthorizer(this, 'Customers', {
      apiId: api.ref,
      authorizerType: 'JWT',
      name: 'customers',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: `https://cognito-idp.${Aws.REGION}.amazonaws.com/${users.ref}`,
        audience: [client.ref],
      },
    });
    const integration = new apigw.CfnIntegration(this, 'PlaceIntegration', {
      apiId: api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: place.functionArn,
      payloadFormatVersion: '2.0',
    });
    const target = `integrations/${integration.ref}`;
    new apigw.CfnRoute(this, 'PostOrders', {
      apiId: api.ref,
      routeKey: 'POST /orders',
      authorizationType: 'JWT',
      authorizerId: customers.ref,
      target,
    });
    new apigw.CfnRoute(this, 'GetHealth', { apiId: api.ref, routeKey: 'GET /health', authorizationType: 'NONE', target });
    place.addPermission('Api', {
      principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:aws:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${api.ref}/*`,
    });

    const role = new iam.Role(this, 'FulfilRole', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] }));
    new sfn.CfnStateMachine(this, 'Fulfil', {
      roleArn: role.roleArn,
      definition: {
        StartAt: 'Work',
        States: { Work: { Type: 'Task', Resource: nightly.functionArn, End: true } },
      },
    });

    const domain = new apigw.CfnDomainName(this, 'Domain', {
      domainName: 'orders.example.com',
      domainNameConfigurations: [
        { certificateArn: certificate.valueAsString, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
      ],
    });
    new apigw.CfnApiMapping(this, 'Mapping', { domainName: domain.ref, apiId: api.ref, stage: stage.ref });
  }

  fn(id: string, file: string, more: Partial<lambda.FunctionProps> = {}): lambda.Function {
    return new lambda.Function(this, id, {
      code: lambda.Code.fromAsset('src'),
      handler: `${file}.handler`,
      runtime: lambda.Runtime.NODEJS_22_X,
      memorySize: 256,
      timeout: Duration.seconds(10),
      ...more,
    });
  }
}

const app = new App();
new Orders(app);
app.synth();
