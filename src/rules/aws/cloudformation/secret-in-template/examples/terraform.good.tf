variable "admin_password" {
  type      = string
  sensitive = true
}

resource "random_password" "shop" {
  length = 32
}

resource "aws_db_instance" "shop" {
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  username                    = "shop"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "shop" {
  engine          = "aurora-postgresql"
  master_username = "admin"
  master_password = var.admin_password
}

resource "aws_secretsmanager_secret" "shop" {
  name = "shop"
}

resource "aws_secretsmanager_secret_version" "shop" {
  secret_id = aws_secretsmanager_secret.shop.id

  secret_string = jsonencode({ username = "shop", password = random_password.shop.result })
}
