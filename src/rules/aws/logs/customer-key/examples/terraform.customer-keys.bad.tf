resource "aws_kms_key" "shop" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "orders" { # expect
  name              = "/shop/orders"
  retention_in_days = 90
}
