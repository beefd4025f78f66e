resource "aws_dynamodb_table" "orders" { # expect
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_instance" "shop" { # expect
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  skip_final_snapshot = true
}

resource "aws_efs_file_system" "uploads" { # expect
  encrypted = true

  lifecycle {
    prevent_destroy = false
  }
}
