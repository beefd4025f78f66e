resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
  kms_key_arn   = aws_kms_key.orders.arn

  environment {
    variables = {
      TABLE = "orders"
    }
  }
}

# Nothing stands in its environment.
resource "aws_lambda_function" "ping" {
  function_name = "ping"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "ping.handler"
  filename      = "orders.zip"
}
