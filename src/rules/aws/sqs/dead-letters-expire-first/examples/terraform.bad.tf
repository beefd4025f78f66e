resource "aws_sqs_queue" "failed" { # expect
  name = "orders-failed"
}

resource "aws_sqs_queue" "orders" {
  name                      = "orders"
  message_retention_seconds = 604800

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}
