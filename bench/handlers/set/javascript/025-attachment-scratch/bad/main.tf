variable "role_arn" {
  type = string
}

variable "uploads" {
  type = string
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/build/code.zip"
}

resource "aws_lambda_function" "attachment_scratch" {
  function_name    = "attachment-scratch"
  handler          = "unpack.handler"
  runtime          = "nodejs22.x"
  role             = var.role_arn
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
  timeout          = 15

  tracing_config {
    mode = "Active"
  }
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = var.uploads

  lambda_function {
    lambda_function_arn = aws_lambda_function.attachment_scratch.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

resource "aws_lambda_permission" "uploads" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.attachment_scratch.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::${var.uploads}"
  source_account = data.aws_caller_identity.current.account_id
}

data "aws_caller_identity" "current" {}
