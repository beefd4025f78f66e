import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import type { Datum } from '#model/patch';
import { configured, declared, patched } from '../configuration.js';

const FUNCTION = `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
}
`;

/** The text after a property of a resource is set. */
function set(text: string, name: string, path: readonly string[], value: Datum): Promise<string> {
  return patched(text, (of) => [{ op: 'set', resource: of(name), path, value }]);
}

describe('functions', () => {
  it('are what their block and the blocks that configure them say', async () => {
    const found = await declared(`${FUNCTION.replace('}\n', '')}
  memory_size                    = 512
  reserved_concurrent_executions = -1

  environment {
    variables = { STAGE = "live" }
  }

  tracing_config {
    mode = "Active"
  }

  vpc_config {
    subnet_ids         = ["subnet-1"]
    security_group_ids = ["sg-1"]
  }

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:123456789012:failed"
  }

  tags = { Team = "shop" }
}

resource "aws_lambda_function_recursion_config" "orders" {
  function_name  = aws_lambda_function.orders.function_name
  recursive_loop = "Allow"
}

resource "aws_lambda_runtime_management_config" "orders" {
  function_name     = "orders"
  update_runtime_on = "FunctionUpdate"
}
`);
    expect(found).toEqual({
      'aws_lambda_function.orders': {
        FunctionName: 'orders',
        Role: 'arn:aws:iam::123456789012:role/orders',
        Runtime: 'nodejs22.x',
        Handler: 'orders.handler',
        Code: 'orders.zip',
        MemorySize: 512,
        ReservedConcurrentExecutions: { absent: true },
        Environment: { Variables: { STAGE: 'live' } },
        TracingConfig: { Mode: 'Active' },
        VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
        DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:failed' },
        Tags: [{ Key: 'Team', Value: 'shop' }],
        RecursiveLoop: 'Allow',
        RuntimeManagementConfig: { UpdateRuntimeOn: 'FunctionUpdate' },
      },
    });
  });

  it('have their code where the archive is made of', async () => {
    const archive = (output: string, filename: string) =>
      declared(`${FUNCTION.replace('"orders.zip"', filename)}
data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "src/orders"
  output_path = "${output}"
}
`);
    for (const filename of ['data.archive_file.orders.output_path', '"build/orders.zip"']) {
      const found = await archive('build/orders.zip', filename);
      expect(found['aws_lambda_function.orders']).toMatchObject({ Code: 'src/orders' });
    }
    const other = await archive('build/other.zip', '"build/orders.zip"');
    expect(other['aws_lambda_function.orders']).toMatchObject({ Code: 'build/orders.zip' });
  });

  it('have their code in the configuration where the archive is made of a text', async () => {
    const archive = (body: string) =>
      declared(`${FUNCTION.replace('"orders.zip"', 'data.archive_file.orders.output_path')}
data "archive_file" "orders" {
  type        = "zip"
  output_path = "build/orders.zip"
  ${body}
}
`);
    const file = (name: string, content: string) =>
      `source {\n    filename = "${name}"\n    content = "${content}"\n  }\n`;
    const several = await archive(file('package.json', '{}') + file('orders.mjs', 'own'));
    expect(several['aws_lambda_function.orders']).toMatchObject({ Code: { ZipFile: 'own' } });
    const other = await archive(file('one.mjs', '1') + file('two.mjs', '2'));
    expect(other['aws_lambda_function.orders']).toMatchObject({ Code: 'build/orders.zip' });
    const only = await archive('source_content = "own"');
    expect(only['aws_lambda_function.orders']).toMatchObject({ Code: { ZipFile: 'own' } });
  });

  it('are named by name, by ARN and within what API Gateway calls', async () => {
    const found = await declared(`${FUNCTION}
resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.arn
  function_version = aws_lambda_function.orders.version
}

output "called" {
  value = aws_lambda_function.orders.invoke_arn
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = aws_lambda_function.orders.invoke_arn
}

resource "aws_lambda_permission" "alias" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_alias.live.arn
  principal     = "apigateway.amazonaws.com"
}
`);
    expect(found['aws_lambda_alias.live']).toMatchObject({
      FunctionName: '${aws_lambda_function.orders.Arn}',
    });
    expect(found['aws_lambda_permission.api']).toMatchObject({
      FunctionName: '${aws_lambda_function.orders}',
      SourceArn:
        'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${aws_lambda_function.orders.Arn}/invocations',
    });
    expect(found['aws_lambda_permission.alias']).toMatchObject({
      FunctionName: '${aws_lambda_alias.live}',
    });
  });

  it('with an open URL let everybody in, as the provider does', async () => {
    const url = (type: string) =>
      declared(`resource "aws_lambda_function_url" "hook" {
  function_name      = "hook"
  authorization_type = "${type}"
}
`);
    expect(Object.keys(await url('AWS_IAM'))).toEqual(['aws_lambda_function_url.hook']);
    expect(await url('NONE')).toMatchObject({
      'aws_lambda_function_url.hook': { TargetFunctionArn: 'hook', AuthType: 'NONE' },
      'aws_lambda_function_url.hook/FunctionURLAllowPublicAccess': {
        FunctionName: 'hook',
        Action: 'lambda:InvokeFunctionUrl',
        Principal: '*',
        FunctionUrlAuthType: 'NONE',
      },
      'aws_lambda_function_url.hook/FunctionURLAllowInvokeAction': {
        Action: 'lambda:InvokeFunction',
        InvokedViaFunctionUrl: true,
      },
    });
  });

  it('whose URL a condition opens are public under it', async () => {
    const cloud = new Cloud([
      await configured(`variable "open" {
  type = bool
}

${FUNCTION}
resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  authorization_type = var.open ? "NONE" : "AWS_IAM"
}
`),
    ]);
    expect(cloud.allEntries.map(({ reach, when }) => `${when.map(({ holds }) => holds)} ${reach}`).sort()).toEqual([
      'false authenticated',
      'true public',
    ]);
  });

  it('are changed by a block that is made, and by an argument', async () => {
    expect(await set(FUNCTION, 'aws_lambda_function.orders', ['TracingConfig', 'Mode'], 'Active')).toBe(
      FUNCTION.replace('}\n', '\n  tracing_config {\n    mode = "Active"\n  }\n}\n'),
    );
    expect(await set(FUNCTION, 'aws_lambda_function.orders', ['ReservedConcurrentExecutions'], 5)).toContain(
      '  reserved_concurrent_executions = 5\n',
    );
    expect(await set(FUNCTION, 'aws_lambda_function.orders', ['Environment', 'Variables', 'STAGE'], 'live')).toContain(
      '  environment {\n    variables = {\n      STAGE = "live"\n    }\n  }\n',
    );
  });
});

describe('log groups', () => {
  it('that never expire have no retention, and keep what is only forgotten', async () => {
    const text = `resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/orders"
  retention_in_days = 0
  skip_destroy      = true
}
`;
    expect(await declared(text)).toEqual({
      'aws_cloudwatch_log_group.orders': { LogGroupName: '/aws/lambda/orders', RetentionInDays: { absent: true } },
    });
    const group = (await configured(text)).resources.get('aws_cloudwatch_log_group.orders');
    expect(group?.attribute('DeletionPolicy').map(({ scalar }) => scalar)).toEqual(['Retain']);
    expect(await set(text, 'aws_cloudwatch_log_group.orders', ['RetentionInDays'], 90)).toBe(
      text.replace('= 0', '= 90'),
    );
  });

  it('are added as such', async () => {
    const added = await patched(FUNCTION, (of) => {
      const beside = of('aws_lambda_function.orders');
      const properties = { LogGroupName: beside.ref(), RetentionInDays: 90 };
      return [{ op: 'add', beside, logicalId: 'OrdersLog', type: 'AWS::Logs::LogGroup', properties }];
    });
    expect(added).toBe(`${FUNCTION}
resource "aws_cloudwatch_log_group" "orders_log" {
  name              = aws_lambda_function.orders.function_name
  retention_in_days = 90
}
`);
  });
});

describe('state machines', () => {
  const MACHINE = `resource "aws_sfn_state_machine" "checkout" {
  name     = "checkout"
  type     = "EXPRESS"
  role_arn = "arn:aws:iam::123456789012:role/checkout"

  definition = jsonencode({
    StartAt = "Done"
    States  = { Done = { Type = "Succeed" } }
  })
}

resource "aws_cloudwatch_log_group" "checkout" {
  retention_in_days = 90
}
`;

  it('keep the structure of their definition', async () => {
    expect(await declared(MACHINE)).toMatchObject({
      'aws_sfn_state_machine.checkout': {
        StateMachineName: 'checkout',
        StateMachineType: 'EXPRESS',
        Definition: { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } },
      },
    });
  });

  it('log to a group whose ARN Terraform writes with an asterisk', async () => {
    const logged = MACHINE.replace(
      '  })\n}\n',
      '  })\n\n  logging_configuration {\n    level           = "ERROR"\n    log_destination = "${aws_cloudwatch_log_group.checkout.arn}:*"\n  }\n}\n',
    );
    const wanted = {
      Level: 'ERROR',
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: '${aws_cloudwatch_log_group.checkout.Arn}' } }],
    };
    const found = await declared(logged);
    expect(found['aws_sfn_state_machine.checkout']).toMatchObject({ LoggingConfiguration: wanted });
    expect(
      await patched(MACHINE, (of) => [
        {
          op: 'set',
          resource: of('aws_sfn_state_machine.checkout'),
          path: ['LoggingConfiguration'],
          value: {
            Level: 'ERROR',
            Destinations: [
              { CloudWatchLogsLogGroup: { LogGroupArn: of('aws_cloudwatch_log_group.checkout').ref('Arn') } },
            ],
          },
        },
      ]),
    ).toBe(logged);
  });
});
