resource "aws_api_gateway_rest_api" "storefront" {
  name = "storefront"
}

resource "aws_api_gateway_method" "stock" {
  rest_api_id   = aws_api_gateway_rest_api.storefront.id
  resource_id   = aws_api_gateway_rest_api.storefront.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "stock" {
  rest_api_id             = aws_api_gateway_rest_api.storefront.id
  resource_id             = aws_api_gateway_rest_api.storefront.root_resource_id
  http_method             = aws_api_gateway_method.stock.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "http://stock.internal/v1"
  connection_type         = "VPC_LINK"
  connection_id           = aws_api_gateway_vpc_link.stock.id
}

resource "aws_api_gateway_vpc_link" "stock" {
  name        = "stock"
  target_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/stock/1a2b3c4d"]
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id             = "a1b2c3d4e5"
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://orders.example.com/{proxy}"
}
