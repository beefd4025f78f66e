variable "debugging" {
  type = bool
}

resource "aws_db_instance" "shop" {
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = true
}

resource "aws_rds_cluster_instance" "reports" {
  cluster_identifier  = "reports"
  engine              = "aurora-postgresql"
  instance_class      = "db.t4g.medium"
  publicly_accessible = var.debugging
}
