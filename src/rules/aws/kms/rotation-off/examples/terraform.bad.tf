resource "aws_kms_key" "shop" { # expect
  description = "Data of the shop"
}

resource "aws_kms_key" "reports" {
  description         = "Reports"
  enable_key_rotation = false # expect
}

module "backups" {
  source              = "terraform-aws-modules/kms/aws"
  version             = "~> 4.0"
  description         = "Backups"
  enable_key_rotation = false # expect
}
