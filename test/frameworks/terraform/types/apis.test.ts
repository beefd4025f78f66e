import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { configured, declared, patched } from '../configuration.js';

const REST = `resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_resource" "order" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
  path_part   = "order"
}

resource "aws_api_gateway_method" "place" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.order.id
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "place" {
  rest_api_id             = aws_api_gateway_rest_api.shop.id
  resource_id             = aws_api_gateway_method.place.resource_id
  http_method             = aws_api_gateway_method.place.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.place.invoke_arn
}

resource "aws_api_gateway_method_response" "placed" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  resource_id = aws_api_gateway_resource.order.id
  http_method = "POST"
  status_code = "200"
}

resource "aws_lambda_function" "place" {
  function_name = "place"
  role          = "arn:aws:iam::123456789012:role/place"
}
`;

const STAGE = `variable "stage" {
  type = string
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d1e2f3"
  stage_name    = var.stage
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    throttling_rate_limit = -1
    data_trace_enabled    = true
  }
}

resource "aws_api_gateway_method_settings" "get" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = var.stage
  method_path = "orders/{id}/GET"

  settings {
    throttling_rate_limit = 5
  }
}
`;

describe('REST APIs', () => {
  it('have the integration and the responses in their method, and lead to the function', async () => {
    const found = await declared(REST);
    expect(Object.keys(found)).not.toContain('aws_api_gateway_integration.place');
    expect(found['aws_api_gateway_method.place']).toMatchObject({
      RestApiId: '${aws_api_gateway_rest_api.shop}',
      HttpMethod: 'POST',
      AuthorizationType: 'NONE',
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST' },
      MethodResponses: [{ StatusCode: '200' }],
    });
    const [entry] = new Cloud([await configured(REST)]).allEntries;
    expect(entry).toMatchObject({ kind: 'rest-api', reach: 'public', label: 'POST /order' });
  });

  it('have the settings of methods in their stage, also where a variable without a value names it', async () => {
    const found = await declared(STAGE);
    expect(found['aws_api_gateway_stage.live']).toMatchObject({
      MethodSettings: [
        { ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: { absent: true }, DataTraceEnabled: true },
        { ResourcePath: '/orders/{id}', HttpMethod: 'GET', ThrottlingRateLimit: 5 },
      ],
    });
  });

  it('are changed in the block that says it', async () => {
    const changed = await patched(STAGE, (of) => [
      {
        op: 'set',
        resource: of('aws_api_gateway_stage.live'),
        path: ['MethodSettings', 0, 'DataTraceEnabled'],
        value: false,
      },
    ]);
    expect(changed).toBe(STAGE.replace('= true', '= false'));
    const integration = await patched(REST, (of) => [
      {
        op: 'set',
        resource: of('aws_api_gateway_method.place'),
        path: ['Integration', 'TimeoutInMillis'],
        value: 5000,
      },
    ]);
    expect(integration).toContain('invoke_arn\n  timeout_milliseconds    = 5000\n}');
  });

  it('have the structure of their document, in JSON and in YAML', async () => {
    const path = { '/orders': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } };
    for (const body of [
      'jsonencode({ paths = { "/orders" = { get = { x-amazon-apigateway-integration = { type = "mock" } } } } })',
      `<<-EOT
        # The API.
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration: { type: mock }
      EOT`,
    ]) {
      const found = await declared(`resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  body = ${body}
}
`);
      expect(found['aws_api_gateway_rest_api.shop']).toMatchObject({ Body: { paths: path } });
    }
  });
});

describe('HTTP APIs', () => {
  it('are told in CloudFormation’s words', async () => {
    const found = await declared(`resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://shop.example.com"]
  }

  tags = { Team = "shop" }
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "live"

  default_route_settings {
    throttling_rate_limit = 50
  }

  route_settings {
    route_key     = "GET /orders"
    logging_level = "INFO"
  }
}

resource "aws_apigatewayv2_domain_name" "shop" {
  domain_name = "api.example.com"

  domain_name_configuration {
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }

  mutual_tls_authentication {
    truststore_uri = "s3://trust/store.pem"
  }
}

resource "aws_apigatewayv2_api_mapping" "shop" {
  api_id      = aws_apigatewayv2_api.shop.id
  domain_name = aws_apigatewayv2_domain_name.shop.domain_name
  stage       = aws_apigatewayv2_stage.live.name
}

resource "aws_lambda_permission" "shop" {
  function_name = "orders"
  source_arn    = "\${aws_apigatewayv2_api.shop.execution_arn}/*"
}
`);
    expect(found).toEqual({
      'aws_apigatewayv2_api.shop': {
        Name: 'shop',
        ProtocolType: 'HTTP',
        CorsConfiguration: { AllowOrigins: ['https://shop.example.com'] },
        Tags: { Team: 'shop' },
      },
      'aws_apigatewayv2_stage.live': {
        ApiId: '${aws_apigatewayv2_api.shop}',
        StageName: 'live',
        DefaultRouteSettings: { ThrottlingRateLimit: 50 },
        RouteSettings: { 'GET /orders': { LoggingLevel: 'INFO' } },
      },
      'aws_apigatewayv2_domain_name.shop': {
        DomainName: 'api.example.com',
        DomainNameConfigurations: [{ EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
        MutualTlsAuthentication: { TruststoreUri: 's3://trust/store.pem' },
      },
      'aws_apigatewayv2_api_mapping.shop': {
        ApiId: '${aws_apigatewayv2_api.shop}',
        DomainName: '${aws_apigatewayv2_domain_name.shop}',
        Stage: 'live',
      },
      'aws_lambda_permission.shop': {
        FunctionName: 'orders',
        SourceArn: 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${aws_apigatewayv2_api.shop}/*',
      },
    });
  });
});

describe('GraphQL APIs', () => {
  it('have their schema beside them', async () => {
    const found = await declared(`resource "aws_appsync_graphql_api" "forum" {
  name                = "forum"
  authentication_type = "API_KEY"
  schema              = "type Query { posts: [String] }"

  additional_authentication_provider {
    authentication_type = "OPENID_CONNECT"

    openid_connect_config {
      issuer = "https://login.example.com"
    }
  }
}

resource "aws_appsync_datasource" "posts" {
  api_id = aws_appsync_graphql_api.forum.id
  name   = "posts"
  type   = "AWS_LAMBDA"

  lambda_config {
    function_arn = "arn:aws:lambda:eu-west-1:123456789012:function:posts"
  }
}
`);
    expect(found).toEqual({
      'aws_appsync_graphql_api.forum': {
        Name: 'forum',
        AuthenticationType: 'API_KEY',
        AdditionalAuthenticationProviders: [
          { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: 'https://login.example.com' } },
        ],
      },
      'aws_appsync_graphql_api.forum/schema': {
        ApiId: '${aws_appsync_graphql_api.forum.ApiId}',
        Definition: 'type Query { posts: [String] }',
      },
      'aws_appsync_datasource.posts': {
        ApiId: '${aws_appsync_graphql_api.forum.ApiId}',
        Name: 'posts',
        Type: 'AWS_LAMBDA',
        LambdaConfig: { LambdaFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:posts' },
      },
    });
  });
});
