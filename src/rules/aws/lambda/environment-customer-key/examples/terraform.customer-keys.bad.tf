resource "aws_kms_key" "shop" {
  enable_key_rotation = true
}

resource "aws_lambda_function" "orders" { # expect
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "orders.handler"
  filename      = "orders.zip"

  environment {
    variables = {
      TABLE = "orders"
    }
  }
}
