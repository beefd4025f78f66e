resource "aws_sfn_state_machine" "checkout" {
  name     = "checkout"
  type     = "EXPRESS"
  role_arn = "arn:aws:iam::123456789012:role/checkout"

  definition = jsonencode({
    StartAt = "Done"
    States  = { Done = { Type = "Succeed" } }
  })

  logging_configuration {
    level           = "ERROR"
    log_destination = "${aws_cloudwatch_log_group.checkout.arn}:*"
  }
}

resource "aws_cloudwatch_log_group" "checkout" {
  name              = "/aws/vendedlogs/states/checkout"
  retention_in_days = 90
}
