resource "aws_iam_policy" "sync" {
  name = "sync"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        NotAction = ["iam:*", "organizations:*"] # expect
        Resource  = "*"
      }
    ]
  })
}

data "aws_iam_policy_document" "report" {
  statement {
    effect      = "Allow"
    not_actions = ["kms:*"] # expect
    resources   = ["*"]
  }
}

resource "aws_iam_role_policy" "report" {
  role   = "report"
  policy = data.aws_iam_policy_document.report.json
}
