resource "aws_efs_file_system" "uploads" { # expect
  creation_token = "uploads"
}

resource "aws_efs_file_system" "models" {
  creation_token = "models"
  encrypted      = false # expect
}
