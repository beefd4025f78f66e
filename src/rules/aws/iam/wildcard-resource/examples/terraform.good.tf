data "aws_region" "current" {}

data "aws_iam_policy_document" "report" {
  statement {
    actions   = ["logs:CreateLogGroup"]
    resources = ["*"]
  }

  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${data.aws_region.current.name}:123456789012:secret:shop/*"]
  }

  # Numbers of telephones have no ARN.
  statement {
    actions   = ["sns:Publish"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "report" {
  name   = "report"
  policy = data.aws_iam_policy_document.report.json
}
