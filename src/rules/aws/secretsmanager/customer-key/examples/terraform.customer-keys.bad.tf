resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "payments" { # expect
  name = "payments"
}
