resource "aws_lambda_function_url" "hook" {
  function_name      = aws_lambda_function.hook.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_function" "hook" {
  function_name                  = "hook"
  role                           = "arn:aws:iam::123456789012:role/hook"
  runtime                        = "nodejs24.x"
  handler                        = "hook.handler"
  filename                       = "hook.zip"
  reserved_concurrent_executions = 5
}

# Callers sign their requests: nobody unknown can flood it.
resource "aws_lambda_function_url" "report" {
  function_name      = aws_lambda_function.report.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function" "report" {
  function_name                  = "report"
  role                           = "arn:aws:iam::123456789012:role/hook"
  runtime                        = "nodejs24.x"
  handler                        = "report.handler"
  filename                       = "hook.zip"
  reserved_concurrent_executions = -1
}
