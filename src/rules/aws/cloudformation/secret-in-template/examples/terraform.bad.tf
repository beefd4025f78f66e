variable "admin_password" {
  type    = string
  default = "Wk4-tulip-93-Barn"
}

resource "aws_db_instance" "shop" {
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  username       = "shop"
  password       = "Rt8-heron-51-Dusk" # expect
}

resource "aws_rds_cluster" "shop" {
  engine          = "aurora-postgresql"
  master_username = "admin"
  master_password = var.admin_password # expect
}

resource "aws_secretsmanager_secret" "shop" {
  name = "shop"
}

resource "aws_secretsmanager_secret_version" "shop" {
  secret_id = aws_secretsmanager_secret.shop.id

  secret_string = jsonencode({ username = "shop", password = "Rt8-heron-51-Dusk" }) # expect
}
