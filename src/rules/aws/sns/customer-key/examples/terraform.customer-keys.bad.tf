resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_sns_topic" "orders" { # expect
  name = "orders"
}

resource "aws_sns_topic" "returns" {
  name              = "returns"
  kms_master_key_id = "alias/aws/sns" # expect
}
