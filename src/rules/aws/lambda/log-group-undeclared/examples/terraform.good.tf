locals {
  functions = toset(["orders", "returns"])
}

resource "aws_cloudwatch_log_group" "function" {
  for_each          = local.functions
  name              = "/aws/lambda/${each.key}"
  retention_in_days = 90
}

resource "aws_lambda_function" "function" {
  for_each      = local.functions
  function_name = each.key
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "${each.key}.handler"
  filename      = "orders.zip"
}

variable "log_group" {
  type = string
}

# Somebody named a group, even if it is declared elsewhere.
resource "aws_lambda_function" "invoices" {
  function_name = "invoices"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "nodejs24.x"
  handler       = "invoices.handler"
  filename      = "orders.zip"

  logging_config {
    log_format = "JSON"
    log_group  = var.log_group
  }
}
