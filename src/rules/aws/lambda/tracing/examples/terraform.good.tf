variable "tracing" {
  type    = string
  default = "Active"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  filename      = "orders.zip"

  tracing_config {
    mode = var.tracing
  }
}
