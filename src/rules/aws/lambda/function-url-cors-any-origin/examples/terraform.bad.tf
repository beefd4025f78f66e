resource "aws_lambda_function_url" "account" {
  function_name      = aws_lambda_function.account.function_name
  authorization_type = "NONE"

  cors {
    allow_credentials = true
    allow_methods     = ["GET", "POST"]
    allow_origins     = ["*"] # expect
  }
}

resource "aws_lambda_function" "account" {
  function_name = "account"
  role          = "arn:aws:iam::123456789012:role/account"
  runtime       = "nodejs24.x"
  handler       = "account.handler"
  filename      = "account.zip"
}
