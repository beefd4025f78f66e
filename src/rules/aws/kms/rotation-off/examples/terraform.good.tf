resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_kms_key" "signing" {
  description              = "Signs receipts"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}

module "backups" {
  source      = "terraform-aws-modules/kms/aws"
  version     = "~> 4.0"
  description = "Backups"
}
