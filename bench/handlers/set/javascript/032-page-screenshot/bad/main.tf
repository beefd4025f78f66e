variable "role_arn" {
  type = string
}

variable "inbox_arn" {
  type = string
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}"
  output_path = "${path.module}/build/code.zip"
}

resource "aws_lambda_function" "page_screenshot" {
  function_name    = "page-screenshot"
  handler          = "shot.handler"
  runtime          = "nodejs22.x"
  role             = var.role_arn
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
  timeout          = 15

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_event_source_mapping" "inbox" {
  event_source_arn = var.inbox_arn
  function_name    = aws_lambda_function.page_screenshot.arn
  batch_size       = 10
}
