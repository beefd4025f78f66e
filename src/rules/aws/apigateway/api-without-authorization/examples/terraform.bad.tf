resource "aws_apigatewayv2_api" "shop" { # expect
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_lambda_function" "order" {
  function_name = "order"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = "nodejs22.x"
  handler       = "order.handler"
  filename      = "order.zip"
}

resource "aws_apigatewayv2_integration" "order" {
  api_id                 = aws_apigatewayv2_api.shop.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.order.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "order" {
  for_each  = toset(["POST /orders", "DELETE /orders/{id}"])
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = each.value
  target    = "integrations/${aws_apigatewayv2_integration.order.id}"
}
