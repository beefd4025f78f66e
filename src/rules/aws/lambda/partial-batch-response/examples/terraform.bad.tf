resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_lambda_event_source_mapping" "orders" { # expect
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.arn
}

resource "aws_lambda_event_source_mapping" "partners" { # expect
  event_source_arn                   = "arn:aws:sqs:eu-west-1:123456789012:partners"
  function_name                      = aws_lambda_function.orders.arn
  batch_size                         = 100
  maximum_batching_window_in_seconds = 10
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
}
