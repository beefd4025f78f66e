resource "aws_secretsmanager_secret" "payments" {
  name = "payments"
}

resource "aws_secretsmanager_secret_policy" "payments" {
  secret_arn = aws_secretsmanager_secret.payments.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*" # expect
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
      },
    ]
  })
}
