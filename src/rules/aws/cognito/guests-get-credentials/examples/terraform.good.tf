resource "aws_cognito_identity_pool" "visitors" {
  identity_pool_name               = "visitors"
  allow_unauthenticated_identities = false
}

# Nobody by default.
resource "aws_cognito_identity_pool" "members" {
  identity_pool_name = "members"

  cognito_identity_providers {
    client_id     = "1example23456789"
    provider_name = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3"
  }
}
