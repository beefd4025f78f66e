resource "aws_s3_bucket" "assets" {
  bucket = "shop-assets"
}

resource "aws_s3_bucket_policy" "assets" {
  bucket = aws_s3_bucket.assets.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*" # expect
        Action    = ["s3:GetObject", "s3:PutObject"]
        Resource  = "${aws_s3_bucket.assets.arn}/*"
      },
    ]
  })
}

data "aws_iam_policy_document" "downloads" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop-downloads/*"]

    principals {
      type        = "*"
      identifiers = ["*"] # expect
    }
  }
}

resource "aws_s3_bucket_policy" "downloads" {
  bucket = "shop-downloads"
  policy = data.aws_iam_policy_document.downloads.json
}
