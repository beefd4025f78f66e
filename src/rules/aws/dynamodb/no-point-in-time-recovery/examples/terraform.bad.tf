resource "aws_dynamodb_table" "orders" { # expect
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "returns" {
  name         = "returns"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = false # expect
  }
}

module "customers" { # expect
  source     = "terraform-aws-modules/dynamodb-table/aws"
  version    = "~> 5.0"
  name       = "customers"
  hash_key   = "id"
  attributes = [{ name = "id", type = "S" }]
}
