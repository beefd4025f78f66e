resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_iam_policy" "work" {
  name = "work"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:*" # expect
        Resource = aws_dynamodb_table.orders.arn
      },
    ]
  })
}

resource "aws_iot_policy" "sensor" {
  name = "sensor"

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "iot:*", "Resource": "*" }]
    }
  EOT
}
