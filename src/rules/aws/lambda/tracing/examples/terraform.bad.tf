resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  filename      = "orders.zip"

  tracing_config {
    mode = "PassThrough" # expect
  }
}

resource "aws_lambda_function" "returns" { # expect
  function_name = "returns"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs22.x"
  handler       = "returns.handler"
  filename      = "orders.zip"
}
