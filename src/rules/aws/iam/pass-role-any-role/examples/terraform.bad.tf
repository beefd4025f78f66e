resource "aws_iam_policy" "start" {
  name = "start"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "arn:aws:iam::*:role/*" # expect
    }]
  })
}
