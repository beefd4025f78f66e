resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "customers" {
  api_id           = aws_apigatewayv2_api.shop.id
  name             = "customers"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
}

resource "aws_lambda_function" "order" {
  function_name = "order"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = "nodejs22.x"
  handler       = "order.handler"
  filename      = "order.zip"
}

resource "aws_apigatewayv2_integration" "order" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.order.invoke_arn
}

resource "aws_apigatewayv2_route" "guarded" {
  for_each           = toset(["GET /orders/{id}", "POST /orders/{id}/refund"])
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = each.key
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.customers.id
  target             = "integrations/${aws_apigatewayv2_integration.order.id}"
}

resource "aws_apigatewayv2_route" "preflight" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "OPTIONS /orders"
  target    = "integrations/${aws_apigatewayv2_integration.order.id}"
}
