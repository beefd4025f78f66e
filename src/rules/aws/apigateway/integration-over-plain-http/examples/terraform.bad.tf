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
  uri                     = "http://stock.example.com/v1" # expect
}

variable "orders_host" {
  type = string
}

resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id             = aws_apigatewayv2_api.orders.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "http://${var.orders_host}/{proxy}" # expect
}
