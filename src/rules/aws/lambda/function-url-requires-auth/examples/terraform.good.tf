variable "authorization_type" {
  type = string
}

resource "aws_lambda_function_url" "hook" {
  function_name      = aws_lambda_function.hook.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "staging" {
  function_name      = aws_lambda_function.hook.function_name
  qualifier          = "staging"
  authorization_type = var.authorization_type
}

resource "aws_lambda_function" "hook" {
  function_name = "hook"
  role          = "arn:aws:iam::123456789012:role/hook"
  runtime       = "nodejs22.x"
  handler       = "hook.handler"
  filename      = "hook.zip"
}
