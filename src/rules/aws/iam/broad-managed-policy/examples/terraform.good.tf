data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["cloudformation.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "deploy" {
  name                = "deploy"
  assume_role_policy  = data.aws_iam_policy_document.trust.json
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  filename      = "orders.zip"
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy_attachment" "orders" {
  for_each   = toset(["AWSLambdaBasicExecutionRole", "AWSLambdaSQSQueueExecutionRole"])
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/${each.key}"
}
