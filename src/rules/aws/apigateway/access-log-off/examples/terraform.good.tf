locals {
  log_fields = {
    requestId = "$context.requestId"
    ip        = "$context.identity.sourceIp"
    status    = "$context.status"
  }
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.shop.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = jsonencode(local.log_fields)
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/aws/apigateway/shop"
  retention_in_days = 90
}

# Its stage stands by itself; the deployment is only there to be replaced.
resource "aws_api_gateway_deployment" "admin" {
  rest_api_id = "a1b2c3d4e5"
}
