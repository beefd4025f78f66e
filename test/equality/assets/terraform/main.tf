# Orders, taken by an API, worked off by a queue, watched by a stream

variable "certificate_arn" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  functions = {
    place   = { runtime = "nodejs22.x", managed = [] }
    worker  = { runtime = "nodejs22.x", managed = ["AWSXrayWriteOnlyAccess", "service-role/AWSLambdaSQSQueueExecutionRole"] }
    audit   = { runtime = "nodejs22.x", managed = ["service-role/AWSLambdaDynamoDBExecutionRole"] }
    nightly = { runtime = "nodejs16.x", managed = [] }
    import  = { runtime = "nodejs22.x", managed = [] }
  }
  basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "function" {
  for_each = local.functions

  assume_role_policy  = data.aws_iam_policy_document.lambda.json
  managed_policy_arns = concat([local.basic], [for name in each.value.managed : "arn:aws:iam::aws:policy/${name}"])
}

resource "aws_iam_role_policy" "place" {
  role = aws_iam_role.function["place"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:*"
        Resource = aws_dynamodb_table.orders.arn
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.work.arn
      },
    ]
  })
}

data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["dynamodb:UpdateItem"]
    resources = [aws_dynamodb_table.orders.arn]
  }

  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.notices.arn]
  }
}

resource "aws_iam_role_policy" "worker" {
  role   = aws_iam_role.function["worker"].name
  policy = data.aws_iam_policy_document.worker.json
}

resource "aws_iam_policy" "import" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::orders-uploads-${data.aws_caller_identity.current.account_id}/*"
        }
      ]
    }
  EOT
}

resource "aws_iam_role_policy_attachment" "import" {
  role       = aws_iam_role.function["import"].name
  policy_arn = aws_iam_policy.import.arn
}

resource "aws_lambda_function" "place" {
  function_name = "orders-place"
  filename      = "build/place.zip"
  handler       = "place.handler"
  runtime       = local.functions.place.runtime
  memory_size   = 256
  timeout       = 10
  role          = aws_iam_role.function["place"].arn

  environment {
    variables = {
      TABLE = aws_dynamodb_table.orders.name
      QUEUE = aws_sqs_queue.work.url
    }
  }
}

resource "aws_lambda_function" "worker" {
  function_name = "orders-worker"
  filename      = "build/worker.zip"
  handler       = "worker.handler"
  runtime       = local.functions.worker.runtime
  memory_size   = 256
  timeout       = 10
  role          = aws_iam_role.function["worker"].arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function" "audit" {
  function_name = "orders-audit"
  filename      = "build/audit.zip"
  handler       = "audit.handler"
  runtime       = local.functions.audit.runtime
  memory_size   = 256
  timeout       = 10
  role          = aws_iam_role.function["audit"].arn
}

resource "aws_lambda_function" "nightly" {
  function_name = "orders-nightly"
  filename      = "build/nightly.zip"
  handler       = "nightly.handler"
  runtime       = local.functions.nightly.runtime
  memory_size   = 256
  timeout       = 10
  role          = aws_iam_role.function["nightly"].arn
}

resource "aws_lambda_function" "import" {
  function_name = "orders-import"
  filename      = "build/import.zip"
  handler       = "import.handler"
  runtime       = local.functions.import.runtime
  memory_size   = 256
  timeout       = 10
  role          = aws_iam_role.function["import"].arn
}

resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.orders.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_authorizer" "customers" {
  api_id           = aws_apigatewayv2_api.orders.id
  authorizer_type  = "JWT"
  name             = "customers"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = "https://cognito-idp.${data.aws_region.current.name}.amazonaws.com/${aws_cognito_user_pool.users.id}"
    audience = [aws_cognito_user_pool_client.client.id]
  }
}

resource "aws_apigatewayv2_integration" "place" {
  api_id                 = aws_apigatewayv2_api.orders.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.place.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "post_orders" {
  api_id             = aws_apigatewayv2_api.orders.id
  route_key          = "POST /orders"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.customers.id
  target             = "integrations/${aws_apigatewayv2_integration.place.id}"
}

resource "aws_apigatewayv2_route" "get_health" {
  api_id    = aws_apigatewayv2_api.orders.id
  route_key = "GET /health"
  target    = "integrations/${aws_apigatewayv2_integration.place.id}"
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.place.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.orders.execution_arn}/*"
}

resource "aws_lambda_event_source_mapping" "worker" {
  function_name    = aws_lambda_function.worker.arn
  event_source_arn = aws_sqs_queue.work.arn
  batch_size       = 10
}

resource "aws_lambda_event_source_mapping" "audit" {
  function_name     = aws_lambda_function.audit.arn
  event_source_arn  = aws_dynamodb_table.orders.stream_arn
  starting_position = "LATEST"
  batch_size        = 100
}

resource "aws_cloudwatch_event_rule" "night" {
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "night" {
  rule = aws_cloudwatch_event_rule.night.name
  arn  = aws_lambda_function.nightly.arn
}

resource "aws_lambda_permission" "night" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.nightly.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.night.arn
}

resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sqs_queue" "work" {
  visibility_timeout_seconds = 60
}

resource "aws_sns_topic" "notices" {}

resource "aws_s3_bucket" "uploads" {
  bucket = "orders-uploads-${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.import.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

resource "aws_lambda_permission" "uploads" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.import.function_name
  principal      = "s3.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}

resource "aws_cognito_user_pool" "users" {
  name = "users"

  password_policy {
    minimum_length = 6
  }
}

resource "aws_cognito_user_pool_client" "client" {
  name         = "client"
  user_pool_id = aws_cognito_user_pool.users.id
}

resource "aws_iam_role" "fulfil" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })

  inline_policy {
    name = "invoke"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = "*"
      }]
    })
  }
}

resource "aws_sfn_state_machine" "fulfil" {
  name     = "fulfil"
  role_arn = aws_iam_role.fulfil.arn

  definition = jsonencode({
    StartAt = "Work"
    States = {
      Work = {
        Type     = "Task"
        Resource = aws_lambda_function.nightly.arn
        End      = true
      }
    }
  })
}

resource "aws_apigatewayv2_domain_name" "orders" {
  domain_name = "orders.example.com"

  domain_name_configuration {
    certificate_arn = var.certificate_arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "orders" {
  domain_name = aws_apigatewayv2_domain_name.orders.id
  api_id      = aws_apigatewayv2_api.orders.id
  stage       = aws_apigatewayv2_stage.default.id
}
