data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "start" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/shop/*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "start" {
  name   = "start"
  policy = data.aws_iam_policy_document.start.json
}
