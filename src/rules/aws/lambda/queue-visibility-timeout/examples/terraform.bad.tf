resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = 30 # expect
}

resource "aws_sqs_queue" "returns" { # expect
  name = "returns"
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.function_name
}

resource "aws_lambda_event_source_mapping" "returns" {
  event_source_arn                   = aws_sqs_queue.returns.arn
  function_name                      = aws_lambda_function.orders.function_name
  maximum_batching_window_in_seconds = 5
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
  timeout       = 60
}
