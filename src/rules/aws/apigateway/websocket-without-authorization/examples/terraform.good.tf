resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_route" "chat" {
  for_each           = { "$connect" = "AWS_IAM", "send" = "NONE" }
  api_id             = aws_apigatewayv2_api.chat.id
  route_key          = each.key
  authorization_type = each.value
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}
