resource "aws_lambda_function_url" "hook" {
  function_name      = aws_lambda_function.hook.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_function" "hook" { # expect
  function_name = "hook"
  role          = "arn:aws:iam::123456789012:role/hook"
  runtime       = "nodejs24.x"
  handler       = "hook.handler"
  filename      = "hook.zip"
}
