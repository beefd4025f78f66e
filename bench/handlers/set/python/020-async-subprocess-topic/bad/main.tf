variable "role_arn" {
  type = string
}

variable "topic_arn" {
  type = string
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/build/code.zip"
}

resource "aws_lambda_function" "async_subprocess_topic" {
  function_name    = "async-subprocess-topic"
  handler          = "speak.handler"
  runtime          = "python3.13"
  role             = var.role_arn
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
  timeout          = 15

  tracing_config {
    mode = "Active"
  }
}

resource "aws_sns_topic_subscription" "function" {
  topic_arn = var.topic_arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.async_subprocess_topic.arn
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.async_subprocess_topic.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = var.topic_arn
}
