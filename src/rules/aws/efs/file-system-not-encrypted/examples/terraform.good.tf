resource "aws_efs_file_system" "uploads" {
  creation_token = "uploads"
  encrypted      = true
}

resource "aws_efs_file_system" "models" {
  creation_token = "models"
  kms_key_id     = "arn:aws:kms:eu-west-1:123456789012:key/models"
}
