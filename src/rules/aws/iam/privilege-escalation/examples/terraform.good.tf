resource "aws_lambda_function" "onboard" {
  function_name = "onboard"
  role          = aws_iam_role.onboard.arn
  runtime       = "nodejs22.x"
  handler       = "onboard.handler"
  filename      = "onboard.zip"
}

resource "aws_iam_role" "onboard" {
  name = "onboard"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

data "aws_iam_policy_document" "onboard" {
  dynamic "statement" {
    for_each = { Allow = "iam:AttachRolePolicy", Deny = "iam:*" }

    content {
      effect    = statement.key
      actions   = [statement.value]
      resources = ["*"]
    }
  }
}

resource "aws_iam_role_policy" "onboard" {
  name   = "onboard"
  role   = aws_iam_role.onboard.id
  policy = data.aws_iam_policy_document.onboard.json
}
