resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket                  = aws_s3_bucket.site.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false # expect
  restrict_public_buckets = false
}

module "uploads" {
  source            = "terraform-aws-modules/s3-bucket/aws"
  version           = "~> 5.0"
  bucket            = "shop-uploads"
  block_public_acls = false # expect
}
