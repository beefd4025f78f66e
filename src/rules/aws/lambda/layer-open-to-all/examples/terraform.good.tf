resource "aws_lambda_layer_version" "shared" {
  layer_name = "shared"
  filename   = "shared.zip"
}

resource "aws_lambda_layer_version_permission" "organization" {
  layer_name      = aws_lambda_layer_version.shared.layer_name
  version_number  = aws_lambda_layer_version.shared.version
  statement_id    = "organization"
  action          = "lambda:GetLayerVersion"
  principal       = "*"
  organization_id = "o-a1b2c3d4e5"
}

resource "aws_lambda_layer_version_permission" "staging" {
  layer_name     = "shared"
  version_number = 3
  statement_id   = "staging"
  action         = "lambda:GetLayerVersion"
  principal      = "123456789012"
}
