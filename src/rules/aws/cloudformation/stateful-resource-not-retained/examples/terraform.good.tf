resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_instance" "shop" {
  engine                    = "postgres"
  instance_class            = "db.t4g.micro"
  final_snapshot_identifier = "shop-final"
}

resource "aws_efs_file_system" "uploads" {
  encrypted = true

  lifecycle {
    prevent_destroy = true
  }
}
