resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_sqs_queue" "orders" { # expect
  name = "orders"
}

resource "aws_sqs_queue" "returns" {
  name              = "returns"
  kms_master_key_id = "alias/aws/sqs" # expect
}
