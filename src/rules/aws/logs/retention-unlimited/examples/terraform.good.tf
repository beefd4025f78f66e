variable "retention" {
  type    = number
  default = 90
}

resource "aws_cloudwatch_log_group" "function" {
  for_each          = toset(["orders", "returns"])
  name              = "/aws/lambda/${each.key}"
  retention_in_days = var.retention
}
