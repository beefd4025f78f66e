resource "aws_sqs_queue" "orders" { # expect
  name                       = "orders"
  visibility_timeout_seconds = 30
}

resource "aws_lambda_function" "ship" {
  function_name = "ship"
  role          = "arn:aws:iam::123456789012:role/ship"
  runtime       = "nodejs22.x"
  handler       = "ship.handler"
  filename      = "ship.zip"
}

resource "aws_lambda_event_source_mapping" "ship" {
  function_name    = aws_lambda_function.ship.arn
  event_source_arn = aws_sqs_queue.orders.arn
}
