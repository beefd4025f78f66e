resource "aws_secretsmanager_secret" "payments" {
  name = "payments"
}

resource "aws_secretsmanager_secret_policy" "payments" {
  secret_arn          = aws_secretsmanager_secret.payments.arn
  block_public_policy = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:role/payments" }
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:DeleteSecret"
        Resource  = "*"
      },
    ]
  })
}
