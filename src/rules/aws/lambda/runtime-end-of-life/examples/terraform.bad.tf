resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs20.x" # expect
  handler       = "orders.handler"
  filename      = "orders.zip"
}

resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "python3.6" # expect
  handler       = "import.handler"
  filename      = "import.zip"
}
