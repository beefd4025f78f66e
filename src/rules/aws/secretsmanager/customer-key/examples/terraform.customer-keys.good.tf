resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "payments" {
  name       = "payments"
  kms_key_id = aws_kms_key.shop.arn
}
