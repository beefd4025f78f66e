resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}

resource "aws_cognito_user_pool_client" "page" {
  name                                 = "page"
  user_pool_id                         = aws_cognito_user_pool.customers.id
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code", "implicit"] # expect
  allowed_oauth_scopes                 = ["openid", "email"]
  callback_urls                        = ["https://shop.example.com/signed-in"]
}

resource "aws_cognito_user_pool_domain" "page" {
  domain       = "shop-customers"
  user_pool_id = aws_cognito_user_pool.customers.id
}
