resource "aws_cognito_user_pool" "customers" {
  name = "customers"

  password_policy {
    minimum_length    = 12
    require_lowercase = true
  }
}

# Eight characters by default.
resource "aws_cognito_user_pool" "staff" {
  name = "staff"
}
