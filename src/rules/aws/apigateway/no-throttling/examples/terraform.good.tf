resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "d1e2f3"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    throttling_rate_limit  = 50
    throttling_burst_limit = 100
  }
}

resource "aws_lambda_function" "order" {
  function_name = "order"
  role          = "arn:aws:iam::123456789012:role/shop"
  runtime       = "nodejs22.x"
  handler       = "order.handler"
  filename      = "order.zip"
}

resource "aws_apigatewayv2_api" "catalog" {
  name          = "catalog"
  protocol_type = "HTTP"
  target        = aws_lambda_function.order.arn
}

resource "aws_apigatewayv2_stage" "catalog" {
  api_id = aws_apigatewayv2_api.catalog.id
  name   = "live"

  default_route_settings {
    throttling_rate_limit  = 50
    throttling_burst_limit = 100
  }
}
