locals {
  definition = jsonencode({
    StartAt = "Done"
    States  = { Done = { Type = "Succeed" } }
  })
}

resource "aws_sfn_state_machine" "checkout" { # expect
  name       = "checkout"
  type       = "EXPRESS"
  role_arn   = "arn:aws:iam::123456789012:role/checkout"
  definition = local.definition
}

resource "aws_sfn_state_machine" "refund" {
  name       = "refund"
  role_arn   = "arn:aws:iam::123456789012:role/checkout"
  definition = local.definition

  logging_configuration {
    level = "OFF" # expect
  }
}
