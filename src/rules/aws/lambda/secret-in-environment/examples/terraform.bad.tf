resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::123456789012:role/pay"
  runtime       = "nodejs22.x"
  handler       = "pay.handler"
  filename      = "pay.zip"

  environment {
    variables = {
      TABLE   = "payments"
      API_KEY = "b8f3c0d9e7a64412" # expect
    }
  }
}
