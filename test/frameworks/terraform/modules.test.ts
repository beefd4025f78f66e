import { describe, expect, it } from '@jest/globals';
import { configured, declared, lineAt, one } from './configuration.js';

const LAMBDA = `
module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  source_path   = "./src/orders"
  tracing_mode  = "PassThrough"

  environment_variables = { TABLE = aws_dynamodb_table.orders.name }

  attach_policy_statements = true
  policy_statements = {
    items = {
      actions   = ["dynamodb:PutItem"]
      resources = [aws_dynamodb_table.orders.arn]
    }
  }

  allowed_triggers = {
    bucket = { service = "s3", source_arn = "arn:aws:s3:::uploads" }
  }
  event_source_mapping = {
    jobs = { event_source_arn = aws_sqs_queue.jobs.arn, batch_size = 5 }
  }
}

resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}

resource "aws_sqs_queue" "jobs" {}
`;

describe('the module for functions', () => {
  it('declares the function with the defaults of the module', async () => {
    const resources = await declared(LAMBDA);
    expect(resources['module.orders aws_lambda_function.this']).toMatchObject({
      FunctionName: 'orders',
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Timeout: 3,
      MemorySize: 128,
      Code: './src/orders',
      TracingConfig: { Mode: 'PassThrough' },
      Environment: { Variables: { TABLE: '${aws_dynamodb_table.orders}' } },
      Role: '${aws_iam_role.lambda.Arn}',
    });
    expect(resources['module.orders aws_cloudwatch_log_group.lambda']).toEqual({ LogGroupName: '/aws/lambda/orders' });
  });

  it('declares a role that holds what the inputs attach and nothing else', async () => {
    const resources = await declared(LAMBDA);
    expect(resources['module.orders aws_iam_role_policy.additional_inline']).toMatchObject({
      PolicyDocument: {
        Statement: [
          {
            Sid: 'items',
            Effect: 'Allow',
            Action: ['dynamodb:PutItem'],
            Resource: ['${aws_dynamodb_table.orders.Arn}'],
          },
        ],
      },
    });
    expect(resources['module.orders aws_iam_role.lambda']).toMatchObject({
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: ['lambda.amazonaws.com'] } }] },
    });
    expect(Object.keys(resources).filter((name) => name.includes('aws_iam_role_policy.'))).toEqual([
      'module.orders aws_iam_role_policy.logs',
      'module.orders aws_iam_role_policy.additional_inline',
    ]);
  });

  it('declares what may invoke it and what it polls', async () => {
    const resources = await declared(LAMBDA);
    expect(resources['module.orders aws_lambda_permission.unqualified_alias_triggers["bucket"]']).toEqual({
      FunctionName: '${aws_lambda_function.this}',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::uploads',
    });
    expect(resources['module.orders aws_lambda_event_source_mapping.this["jobs"]']).toMatchObject({
      EventSourceArn: '${aws_sqs_queue.jobs.Arn}',
      BatchSize: 5,
    });
  });

  it('points at the input that causes a value, and at the call for what the module decides', async () => {
    const fn = await one(LAMBDA, 'module.orders aws_lambda_function.this');
    const [mode] = fn.read(['TracingConfig', 'Mode']);
    const [timeout] = fn.read(['Timeout']);
    expect(lineAt(LAMBDA, mode?.location.span.start ?? 0)).toBe('tracing_mode  = "PassThrough"');
    expect(lineAt(LAMBDA, timeout?.location.span.start ?? 0)).toBe('module "orders" {');
  });

  it('declares an URL that is open unless the call closes it', async () => {
    const open = LAMBDA.replace('tracing_mode  = "PassThrough"', 'create_lambda_function_url = true');
    const resources = await declared(open);
    expect(resources['module.orders aws_lambda_function_url.this']).toMatchObject({ AuthType: 'NONE' });
    const closed = open.replace('function_url = true', 'function_url = true\n  authorization_type = "AWS_IAM"');
    expect((await declared(closed))['module.orders aws_lambda_function_url.this']).toMatchObject({
      AuthType: 'AWS_IAM',
    });
  });

  it('declares nothing that a flag turns off', async () => {
    const off = LAMBDA.replace(
      'tracing_mode  = "PassThrough"',
      'create_role = false\n  lambda_role = "arn:aws:iam::1:role/x"',
    );
    const resources = await declared(off);
    expect(resources['module.orders aws_lambda_function.this']).toMatchObject({ Role: 'arn:aws:iam::1:role/x' });
    expect(Object.keys(resources).filter((name) => name.includes('aws_iam'))).toEqual([]);
    const none = LAMBDA.replace('tracing_mode  = "PassThrough"', 'create = false');
    expect(Object.keys(await declared(none)).filter((name) => name.startsWith('module.'))).toEqual([]);
  });

  it('is found by its repository as well', async () => {
    const git = LAMBDA.replace(
      /source {2}= .*\n {2}version.*\n/,
      'source = "git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=v8.0.0"\n',
    );
    expect(Object.keys(await declared(git))).toContain('module.orders aws_lambda_function.this');
  });
});

describe('outputs of modules', () => {
  it('are the attributes of what the module declares, under old names too, and maps by the keys of an input', async () => {
    const { 'aws_lambda_permission.queue': queue, 'aws_lambda_permission.rule["orders"]': rule } = await declared(`
module "jobs" {
  source = "terraform-aws-modules/sqs/aws"
  name   = "jobs"
}
module "bus" {
  source = "terraform-aws-modules/eventbridge/aws"
  rules  = { orders = { event_pattern = jsonencode({ source = ["orders"] }) } }
}
resource "aws_lambda_permission" "queue" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sqs.amazonaws.com"
  source_arn    = module.jobs.sqs_queue_arn
}
resource "aws_lambda_permission" "rule" {
  for_each      = module.bus.eventbridge_rule_arns
  action        = "lambda:InvokeFunction"
  function_name = each.key
  principal     = "events.amazonaws.com"
  source_arn    = module.bus.eventbridge_rule_arns["orders"]
}`);
    expect(queue).toMatchObject({ SourceArn: '${aws_sqs_queue.this.Arn}' });
    expect(rule).toMatchObject({ SourceArn: '${aws_cloudwatch_event_rule.this["orders"].Arn}' });
  });
});

describe('modules that need each other', () => {
  const text = `
module "api" {
  source             = "terraform-aws-modules/apigateway-v2/aws"
  name               = "orders"
  create_domain_name = false
  authorizers = {
    tokens = { authorizer_type = "JWT", jwt_configuration = { issuer = "https://id.example.com", audience = ["orders"] } }
  }
  routes = {
    "GET /orders"  = { integration = { uri = module.orders.lambda_function_arn } }
    "POST /orders" = {
      authorization_type = "JWT"
      authorizer_key     = "tokens"
      integration        = { uri = module.orders.lambda_function_arn }
    }
  }
}

module "orders" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "orders"
  allowed_triggers = {
    api = { service = "apigateway", source_arn = "\${module.api.api_execution_arn}/*/*" }
  }
}
`;

  it('refer to each other', async () => {
    const resources = await declared(text);
    expect(resources['module.api aws_apigatewayv2_integration.this["GET /orders"]']).toMatchObject({
      IntegrationUri: '${aws_lambda_function.this.Arn}',
      IntegrationType: 'AWS_PROXY',
    });
    expect(resources['module.orders aws_lambda_permission.unqualified_alias_triggers["api"]']).toMatchObject({
      SourceArn: 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${aws_apigatewayv2_api.this}/*/*',
    });
  });

  it('know which routes are authorized, and that a stage logs and is throttled', async () => {
    const resources = await declared(text);
    expect(resources['module.api aws_apigatewayv2_route.this["POST /orders"]']).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizerId: '${aws_apigatewayv2_authorizer.this["tokens"]}',
    });
    expect(resources['module.api aws_apigatewayv2_route.this["GET /orders"]']).not.toHaveProperty('AuthorizationType');
    expect(resources['module.api aws_apigatewayv2_stage.this']).toMatchObject({
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: '${aws_cloudwatch_log_group.this["this"].Arn}' },
      DefaultRouteSettings: { ThrottlingRateLimit: 1000 },
    });
  });
});

describe('modules of storage and messaging', () => {
  it('block public access to a bucket unless the call does not', async () => {
    const resources = await declared(`
module "uploads" {
  source            = "terraform-aws-modules/s3-bucket/aws"
  bucket            = "uploads"
  block_public_acls = false
  acl               = "public-read"
  versioning        = { enabled = true }
  server_side_encryption_configuration = {
    rule = { apply_server_side_encryption_by_default = { sse_algorithm = "aws:kms" } }
  }
  attach_deny_insecure_transport_policy = true
}`);
    expect(resources['module.uploads aws_s3_bucket.this']).toEqual({
      BucketName: 'uploads',
      AccessControl: 'PublicRead',
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: false,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
    });
    expect(resources['module.uploads aws_s3_bucket_policy.this']).toMatchObject({
      Bucket: '${aws_s3_bucket.this}',
      PolicyDocument: {
        Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }],
      },
    });
  });

  it('tell functions of a bucket', async () => {
    const resources = await declared(`
module "uploads" {
  source = "terraform-aws-modules/s3-bucket/aws"
}

module "told" {
  source = "terraform-aws-modules/s3-bucket/aws//modules/notification"
  bucket = module.uploads.s3_bucket_id
  lambda_notifications = {
    resize = { function_arn = module.resize.lambda_function_arn, function_name = module.resize.lambda_function_name, events = ["s3:ObjectCreated:*"] }
  }
}

module "resize" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "resize"
}`);
    expect(resources['module.uploads aws_s3_bucket.this']).toMatchObject({
      NotificationConfiguration: {
        LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: '${aws_lambda_function.this.Arn}' }],
      },
    });
    expect(resources['module.told aws_lambda_permission.allow["resize"]']).toMatchObject({
      Principal: 's3.amazonaws.com',
    });
  });

  it('give a queue its dead-letter queue and policy', async () => {
    const resources = await declared(`
module "jobs" {
  source                     = "terraform-aws-modules/sqs/aws"
  name                       = "jobs"
  visibility_timeout_seconds = 90
  create_dlq                 = true
  redrive_policy             = { maxReceiveCount = 10 }
  dlq_message_retention_seconds = 1209600
  create_queue_policy = true
  queue_policy_statements = {
    topic = { actions = ["sqs:SendMessage"], principals = [{ type = "*", identifiers = ["*"] }] }
  }
}`);
    expect(resources['module.jobs aws_sqs_queue.this']).toMatchObject({
      QueueName: 'jobs',
      VisibilityTimeout: 90,
      RedrivePolicy: { deadLetterTargetArn: '${aws_sqs_queue.dlq.Arn}', maxReceiveCount: 10 },
    });
    expect(resources['module.jobs aws_sqs_queue.dlq']).toMatchObject({
      QueueName: 'jobs-dlq',
      SqsManagedSseEnabled: true,
      RedriveAllowPolicy: { redrivePermission: 'byQueue', sourceQueueArns: ['${aws_sqs_queue.this.Arn}'] },
      MessageRetentionPeriod: 1209600,
      VisibilityTimeout: 90,
    });
    expect(resources['module.jobs aws_sqs_queue_policy.this']).toMatchObject({
      Queues: ['${aws_sqs_queue.this}'],
      PolicyDocument: { Statement: [{ Action: ['sqs:SendMessage'], Resource: ['${aws_sqs_queue.this.Arn}'] }] },
    });
  });

  it('know tables, topics and keys', async () => {
    const resources = await declared(`
module "orders" {
  source     = "terraform-aws-modules/dynamodb-table/aws"
  name       = "orders"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]
}

module "events" {
  source            = "terraform-aws-modules/sns/aws"
  name              = "events"
  kms_master_key_id = module.key.key_arn
  subscriptions = {
    plain = { protocol = "http", endpoint = "http://example.com/events" }
  }
}

module "key" {
  source              = "terraform-aws-modules/kms/aws"
  enable_key_rotation = false
  key_users           = ["arn:aws:iam::111122223333:role/app"]
}`);
    expect(resources['module.orders aws_dynamodb_table.this']).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
    expect(resources['module.events aws_sns_topic.this']).toMatchObject({ KmsMasterKeyId: '${aws_kms_key.this.Arn}' });
    expect(resources['module.events aws_sns_topic_subscription.this["plain"]']).toMatchObject({
      Protocol: 'http',
      TopicArn: '${aws_sns_topic.this}',
    });
    expect(resources['module.key aws_kms_key.this']).toMatchObject({
      EnableKeyRotation: false,
      KeyPolicy: {
        Statement: [
          { Sid: 'Default', Action: ['kms:*'] },
          { Principal: { AWS: ['arn:aws:iam::111122223333:role/app'] } },
        ],
      },
    });
  });
});

describe('other modules', () => {
  it('open ports by rules that have names', async () => {
    const resources = await declared(`
module "door" {
  source              = "terraform-aws-modules/security-group/aws"
  name                = "door"
  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["ssh-tcp", "postgresql-tcp"]
  ingress_with_cidr_blocks = [{ rule = "mysql-tcp", cidr_blocks = "10.0.0.0/8,192.168.0.0/16" }]
}`);
    expect(resources['module.door aws_security_group_rule.ingress_rules[0]']).toMatchObject({
      FromPort: 22,
      ToPort: 22,
      CidrIp: '0.0.0.0/0',
    });
    expect(resources['module.door aws_security_group_rule.ingress_with_cidr_blocks[0]/1']).toMatchObject({
      FromPort: 3306,
      CidrIp: '192.168.0.0/16',
      GroupId: '${aws_security_group.this}',
    });
  });

  it('take principals and conditions of statements as maps by any names', async () => {
    const resources = await declared(`
module "orders" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "orders"
  lambda_at_edge = true
  assume_role_policy_statements = {
    root = {
      actions    = ["sts:AssumeRole"]
      principals = { account = { type = "AWS", identifiers = ["111122223333"] } }
      condition  = { stage = { test = "StringEquals", variable = "sts:ExternalId", values = ["12345"] } }
    }
  }
}`);
    expect(resources['module.orders aws_iam_role.lambda']).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          { Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] } },
          {
            Sid: 'root',
            Principal: { AWS: ['111122223333'] },
            Condition: { StringEquals: { 'sts:ExternalId': ['12345'] } },
          },
        ],
      },
    });
    expect(resources['module.orders aws_cloudwatch_log_group.lambda']).toEqual({
      LogGroupName: '/aws/lambda/us-east-1.orders',
    });
  });

  it('schedule and route events', async () => {
    const resources = await declared(`
module "bus" {
  source     = "terraform-aws-modules/eventbridge/aws"
  bus_name   = "orders"
  rules      = { placed = { event_pattern = jsonencode({ source = ["orders"] }) } }
  targets    = { placed = [{ name = "worker", arn = module.worker.lambda_function_arn, dead_letter_arn = "arn:aws:sqs:eu-west-1:1:dead" }] }
}

module "worker" {
  source        = "terraform-aws-modules/lambda/aws"
  function_name = "worker"
}`);
    expect(resources['module.bus aws_cloudwatch_event_bus.this']).toMatchObject({ Name: 'orders' });
    expect(resources['module.bus aws_cloudwatch_event_rule.this["placed"]']).toMatchObject({
      Name: 'placed-rule',
      EventPattern: { source: ['orders'] },
      Targets: [{ Arn: '${aws_lambda_function.this.Arn}', DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:1:dead' } }],
    });
  });

  it('run state machines with a role of their own', async () => {
    const resources = await declared(`
module "flow" {
  source     = "terraform-aws-modules/step-functions/aws"
  name       = "flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  logging_configuration = { level = "ALL", include_execution_data = true }
  service_integrations  = { lambda = { lambda = ["arn:aws:lambda:eu-west-1:1:function:a"] }, xray = { xray = true } }
}`);
    expect(resources['module.flow aws_sfn_state_machine.this']).toMatchObject({
      StateMachineName: 'flow',
      RoleArn: '${aws_iam_role.this.Arn}',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
      TracingConfiguration: { Enabled: true },
    });
    expect(resources['module.flow aws_iam_role_policy.service["lambda"]']).toMatchObject({
      PolicyDocument: { Statement: [{ Action: ['lambda:InvokeFunction'] }] },
    });
  });

  it('trust repositories of GitHub as the call names them', async () => {
    const resources = await declared(`
module "deploy" {
  source                 = "terraform-aws-modules/iam/aws//modules/iam-role"
  name                   = "deploy"
  enable_github_oidc     = true
  oidc_wildcard_subjects = ["acme/*"]
  policies               = { Admin = "arn:aws:iam::aws:policy/AdministratorAccess" }
}`);
    expect(resources['module.deploy aws_iam_role.this']).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [{ Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': ['repo:acme/*'] } } }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
  });

  it('say nothing of TLS where the module decides by its version', async () => {
    const text = `
module "cdn" {
  source                 = "terraform-aws-modules/cloudfront/aws"
  default_cache_behavior = { target_origin_id = "web", viewer_protocol_policy = "allow-all" }
  viewer_certificate     = { acm_certificate_arn = "arn:aws:acm:us-east-1:1:certificate/x" }
}`;
    const distribution = await one(text, 'module.cdn aws_cloudfront_distribution.this');
    const [version] = distribution.read(['DistributionConfig', 'ViewerCertificate', 'MinimumProtocolVersion']);
    const [policy] = distribution.read(['DistributionConfig', 'DefaultCacheBehavior', 'ViewerProtocolPolicy']);
    expect(version?.isUnknown).toBe(true);
    expect(policy?.is('allow-all')).toBe(true);
  });

  it('leave what no table knows alone', async () => {
    const stack = await configured('module "x" {\n  source = "terraform-aws-modules/eks/aws"\n}\n');
    expect(stack.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('terraform-aws-modules/eks/aws is not in the repository'),
    ]);
  });
});
