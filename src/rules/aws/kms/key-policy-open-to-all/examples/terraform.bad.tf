resource "aws_kms_key" "shop" {
  enable_key_rotation = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" } # expect
        Action    = "kms:Decrypt"
        Resource  = "*"
      },
    ]
  })
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect
    }
  }
}

resource "aws_kms_key" "reports" {
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.reports.json
}
