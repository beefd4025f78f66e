resource "aws_apigatewayv2_api" "shop" { # expect
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_domain_name" "shop" {
  domain_name = "api.example.com"

  domain_name_configuration {
    certificate_arn = aws_acm_certificate.shop.arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "shop" {
  api_id      = aws_apigatewayv2_api.shop.id
  domain_name = aws_apigatewayv2_domain_name.shop.id
  stage       = "$default"
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "api.example.com"
  validation_method = "DNS"
}

resource "aws_api_gateway_rest_api" "admin" {
  name                         = "admin"
  disable_execute_api_endpoint = false # expect
}

resource "aws_api_gateway_base_path_mapping" "admin" {
  api_id      = aws_api_gateway_rest_api.admin.id
  stage_name  = "live"
  domain_name = "admin.example.com"
}
