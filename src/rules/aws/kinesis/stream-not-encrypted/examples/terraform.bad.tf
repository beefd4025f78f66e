resource "aws_kinesis_stream" "clicks" { # expect
  name        = "clicks"
  shard_count = 1
}

resource "aws_kinesis_stream" "orders" { # expect
  name            = "orders"
  shard_count     = 1
  encryption_type = "NONE"
}
