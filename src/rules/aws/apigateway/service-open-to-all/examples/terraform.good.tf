locals {
  # A preflight answers by itself; placing an order asks for a signature.
  methods = {
    POST    = { authorization = "AWS_IAM", type = "AWS" }
    OPTIONS = { authorization = "NONE", type = "MOCK" }
  }
}

data "aws_region" "current" {}

resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}

resource "aws_api_gateway_method" "order" {
  for_each      = local.methods
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_rest_api.orders.root_resource_id
  http_method   = each.key
  authorization = each.value.authorization
}

resource "aws_api_gateway_integration" "order" {
  for_each                = local.methods
  rest_api_id             = aws_api_gateway_rest_api.orders.id
  resource_id             = aws_api_gateway_rest_api.orders.root_resource_id
  http_method             = aws_api_gateway_method.order[each.key].http_method
  type                    = each.value.type
  integration_http_method = "POST"
  credentials             = "arn:aws:iam::123456789012:role/orders-api"
  uri                     = "arn:aws:apigateway:${data.aws_region.current.name}:sqs:path/123456789012/orders"
}
