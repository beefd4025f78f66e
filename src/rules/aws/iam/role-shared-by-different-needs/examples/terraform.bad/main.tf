resource "aws_iam_role" "orders" { # expect
  name = "orders"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "orders" {
  name = "orders"
  role = aws_iam_role.orders.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem"], Resource = aws_dynamodb_table.orders.arn }]
  })
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

data "archive_file" "orders" {
  type        = "zip"
  source_file = "${path.module}/src/orders.mjs"
  output_path = "${path.module}/orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  role          = aws_iam_role.orders.arn
  filename      = data.archive_file.orders.output_path

  environment {
    variables = {
      TABLE = aws_dynamodb_table.orders.name
    }
  }
}

data "archive_file" "read" {
  type        = "zip"
  source_file = "${path.module}/src/read.mjs"
  output_path = "${path.module}/read.zip"
}

resource "aws_lambda_function" "read" {
  function_name = "read"
  runtime       = "nodejs22.x"
  handler       = "read.handler"
  role          = aws_iam_role.orders.arn
  filename      = data.archive_file.read.output_path

  environment {
    variables = {
      TABLE = aws_dynamodb_table.orders.name
    }
  }
}
