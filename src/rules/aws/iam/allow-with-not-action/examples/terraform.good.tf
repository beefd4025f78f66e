data "aws_iam_policy_document" "boundary" {
  statement {
    effect      = "Deny"
    not_actions = ["s3:GetObject", "sqs:*"]
    resources   = ["*"]
  }
}

resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = data.aws_iam_policy_document.boundary.json
}
