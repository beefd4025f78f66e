resource "aws_db_instance" "shop" { # expect
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

resource "aws_rds_cluster" "reports" {
  engine                      = "aurora-postgresql"
  master_username             = "reports"
  manage_master_user_password = true
  storage_encrypted           = false # expect
}
