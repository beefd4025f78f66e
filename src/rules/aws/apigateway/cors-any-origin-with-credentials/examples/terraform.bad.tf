resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_credentials = true
    allow_methods     = ["GET", "POST"]
    allow_origins     = ["*"] # expect
  }
}
