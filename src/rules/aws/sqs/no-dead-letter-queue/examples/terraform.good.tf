resource "aws_sqs_queue" "failed" {
  name                      = "orders-failed"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = 30
}

resource "aws_sqs_queue_redrive_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
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
