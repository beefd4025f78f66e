resource "aws_security_group" "database" {
  name = "database"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"] # expect
  }
}

resource "aws_security_group" "jump" {
  name = "jump"
}

resource "aws_security_group_rule" "ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.jump.id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect
}

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.jump.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0" # expect
}
