resource "aws_db_instance" "shop" {
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = true
}

resource "aws_db_instance" "restored" {
  instance_class      = "db.t4g.micro"
  snapshot_identifier = "shop-2026-11-01"
}

resource "aws_rds_cluster" "reports" {
  engine                      = "aurora-postgresql"
  master_username             = "reports"
  manage_master_user_password = true
  storage_encrypted           = true
}

resource "aws_rds_cluster_instance" "reports" {
  cluster_identifier = aws_rds_cluster.reports.id
  engine             = "aurora-postgresql"
  instance_class     = "db.t4g.medium"
}
