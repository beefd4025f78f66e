locals {
  timeout = 60
}

resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = local.timeout * 6
}

# Nothing of this application reads it.
resource "aws_sqs_queue" "audit" {
  name                       = "audit"
  visibility_timeout_seconds = 0
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.function_name
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
  timeout       = local.timeout
}
