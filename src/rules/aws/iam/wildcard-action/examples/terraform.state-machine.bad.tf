resource "aws_sns_topic" "receipts" {
  name = "receipts"
}

resource "aws_iam_role" "checkout" {
  name = "checkout"

  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

data "aws_iam_policy_document" "checkout" {
  statement {
    actions   = ["sns:*"] # expect
    resources = [aws_sns_topic.receipts.arn]
  }
}

resource "aws_iam_role_policy" "checkout" {
  role   = aws_iam_role.checkout.name
  policy = data.aws_iam_policy_document.checkout.json
}

resource "aws_sfn_state_machine" "checkout" {
  name     = "checkout"
  role_arn = aws_iam_role.checkout.arn

  definition = jsonencode({
    StartAt = "Tell"
    States = {
      Tell = {
        Type       = "Task"
        Resource   = "arn:aws:states:::sns:publish"
        Parameters = { TopicArn = aws_sns_topic.receipts.arn, "Message.$" = "$.receipt" }
        End        = true
      }
    }
  })
}
