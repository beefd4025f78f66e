import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { configured, declared, patched } from '../configuration.js';

const ROLE = `resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Statement = [] })

  inline_policy {
    name   = "inline"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
  }
}

resource "aws_iam_role_policy" "own" {
  role   = aws_iam_role.orders.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }] })
}

resource "aws_iam_policy" "shared" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }] })
}
`;

/** The actions that the role's policies allow. */
async function allowed(text: string): Promise<readonly string[]> {
  const cloud = new Cloud([await configured(text)]);
  const [role] = cloud.all('AWS::IAM::Role');
  if (!role) throw new Error('no role');
  const { statements, managed } = cloud.grantsOfRole(role);
  return [
    ...statements.flatMap(({ actions }) => actions.map(({ string }) => string ?? '?')),
    ...managed.map(({ string }) => string ?? '?'),
  ].sort();
}

describe('roles', () => {
  it.each([
    ['nothing', '', []],
    [
      'an attachment',
      `resource "aws_iam_role_policy_attachment" "shared" {
  role       = aws_iam_role.orders.name
  policy_arn = aws_iam_policy.shared.arn
}`,
      ['sns:Publish'],
    ],
    [
      'an attachment by name',
      `resource "aws_iam_role_policy_attachment" "logs" {
  role       = "orders"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}`,
      ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ],
    [
      'a policy of AWS that is looked up by its name',
      `data "aws_iam_policy" "logs" {
  name = "AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.orders.name
  policy_arn = data.aws_iam_policy.logs.arn
}`,
      ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    ],
    [
      'an attachment for each of a set',
      `resource "aws_iam_role_policy_attachment" "all" {
  for_each   = toset(["ReadOnlyAccess", "SecurityAudit"])
  role       = aws_iam_role.orders.id
  policy_arn = "arn:aws:iam::aws:policy/\${each.key}"
}`,
      ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/SecurityAudit'],
    ],
    [
      'an attachment of a policy to several',
      `resource "aws_iam_policy_attachment" "shared" {
  name       = "shared"
  roles      = [aws_iam_role.orders.name]
  policy_arn = aws_iam_policy.shared.arn
}`,
      ['sns:Publish'],
    ],
    [
      'attachments that are all there may be, one of them by itself as well',
      `resource "aws_iam_role_policy_attachment" "shared" {
  role       = aws_iam_role.orders.name
  policy_arn = aws_iam_policy.shared.arn
}

resource "aws_iam_role_policy_attachments_exclusive" "all" {
  role_name   = aws_iam_role.orders.name
  policy_arns = [aws_iam_policy.shared.arn]
}`,
      ['sns:Publish'],
    ],
  ])('have their own policies and %s', async (_what, more, added) => {
    expect(await allowed(`${ROLE}\n${more}\n`)).toEqual(['s3:GetObject', 'sqs:SendMessage', ...added].sort());
  });

  it('have their policies changed in the JSON that says them', async () => {
    const changed = await patched(ROLE, (of) => [
      {
        op: 'set',
        resource: of('aws_iam_role.orders'),
        path: ['Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'],
        value: 'arn:aws:s3:::orders/*',
      },
    ]);
    expect(changed).toBe(
      ROLE.replace('"s3:GetObject", Resource = "*"', '"s3:GetObject", Resource = "arn:aws:s3:::orders/*"'),
    );
  });
});

describe('user pools', () => {
  const POOL = `resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "ON"

  software_token_mfa_configuration {
    enabled = true
  }

  lambda_config {
    pre_sign_up = aws_lambda_function.check.arn
  }
}

resource "aws_lambda_function" "check" {
  function_name = "check"
  role          = "arn:aws:iam::123456789012:role/check"
}
`;

  it('have their second factors as a list, and their triggers lead to functions', async () => {
    const found = await declared(POOL);
    expect(found['aws_cognito_user_pool.customers']).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      LambdaConfig: { PreSignUp: '${aws_lambda_function.check.Arn}' },
    });
    expect(new Cloud([await configured(POOL)]).allEntries).toMatchObject([{ kind: 'user-pool', reach: 'public' }]);
    const off = await declared(POOL.replace('enabled = true', 'enabled = false').replace('"ON"', '"OFF"'));
    expect(off['aws_cognito_user_pool.customers']).toMatchObject({ EnabledMfas: [{ absent: true }] });
  });

  it('have a factor turned on by its block', async () => {
    const bare = 'resource "aws_cognito_user_pool" "customers" {\n  name = "customers"\n}\n';
    const path = ['EnabledMfas'];
    expect(
      await patched(bare, (of) => [
        { op: 'set', resource: of('aws_cognito_user_pool.customers'), path, value: ['SOFTWARE_TOKEN_MFA'] },
      ]),
    ).toContain('  software_token_mfa_configuration {\n    enabled = true\n  }\n');
    expect(
      await patched(bare, (of) => [
        { op: 'set', resource: of('aws_cognito_user_pool.customers'), path, value: ['EMAIL_OTP'] },
      ]),
    ).not.toContain('resource');
  });
});

describe('event buses', () => {
  it('have the policy that stands beside them; that of the default bus makes it a resource', async () => {
    const policy = (bus: string) =>
      declared(`resource "aws_cloudwatch_event_bus" "orders" {
  name = "orders"
}

resource "aws_cloudwatch_event_bus_policy" "open" {
  ${bus}
  policy         = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents" }] })
}
`);
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'events:PutEvents' }] };
    expect(await policy('event_bus_name = aws_cloudwatch_event_bus.orders.name')).toEqual({
      'aws_cloudwatch_event_bus.orders': { Name: 'orders', Policy: document },
    });
    expect(await policy('')).toEqual({
      'aws_cloudwatch_event_bus.orders': { Name: 'orders' },
      'aws_cloudwatch_event_bus_policy.open': { Name: 'default', Policy: document },
    });
  });

  it('have rules with their targets', async () => {
    const found = await declared(`resource "aws_cloudwatch_event_rule" "placed" {
  name          = "placed"
  is_enabled    = false
  event_pattern = jsonencode({ source = ["shop"] })
}

resource "aws_cloudwatch_event_target" "placed" {
  rule = aws_cloudwatch_event_rule.placed.name
  arn  = "arn:aws:lambda:eu-west-1:123456789012:function:placed"

  dead_letter_config {
    arn = "arn:aws:sqs:eu-west-1:123456789012:undelivered"
  }

  retry_policy {
    maximum_retry_attempts = 5
  }
}
`);
    expect(found).toEqual({
      'aws_cloudwatch_event_rule.placed': {
        Name: 'placed',
        State: 'DISABLED',
        EventPattern: { source: ['shop'] },
        Targets: [
          {
            Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:placed',
            DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:123456789012:undelivered' },
            RetryPolicy: { MaximumRetryAttempts: 5 },
          },
        ],
      },
    });
  });
});
