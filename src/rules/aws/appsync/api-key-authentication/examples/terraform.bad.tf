resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "API_KEY" # expect
}

resource "aws_appsync_api_key" "web" {
  api_id  = aws_appsync_graphql_api.shop.id
  expires = "2027-06-01T00:00:00Z"
}
