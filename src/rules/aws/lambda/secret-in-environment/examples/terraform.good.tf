data "aws_secretsmanager_secret_version" "pay" {
  secret_id = "shop/pay"
}

variable "api_key" {
  type      = string
  sensitive = true
}

resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/pay"
  runtime       = "nodejs22.x"
  handler       = "pay.handler"
  filename      = "pay.zip"

  environment {
    variables = {
      API_KEY   = var.api_key
      TOKEN     = data.aws_secretsmanager_secret_version.pay.secret_string
      KEY_ALIAS = "b8f3c0d9e7a64412"
    }
  }
}
