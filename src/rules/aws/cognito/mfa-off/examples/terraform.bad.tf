resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "OFF" # expect
}

resource "aws_cognito_user_pool" "staff" { # expect
  name = "staff"

  password_policy {
    minimum_length    = 12
    require_lowercase = true
  }
}
