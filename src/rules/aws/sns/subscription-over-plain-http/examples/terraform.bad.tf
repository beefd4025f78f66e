resource "aws_sns_topic" "orders" {
  name = "orders"
}

resource "aws_sns_topic_subscription" "warehouse" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "http" # expect
  endpoint  = "http://warehouse.example.com/orders"
}
