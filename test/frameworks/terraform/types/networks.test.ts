import { describe, expect, it } from '@jest/globals';
import { declared, one } from '../configuration.js';

describe('a security group', () => {
  it('has one rule for every address range and group that a rule names', async () => {
    const resources = await declared(`
resource "aws_security_group" "door" {
  name = "door"
  ingress {
    from_port        = 22
    to_port          = 22
    protocol         = "tcp"
    cidr_blocks      = ["10.0.0.0/8", "0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "all"
    self      = true
  }
}
`);
    const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 };
    expect(resources['aws_security_group.door']).toEqual({
      GroupName: 'door',
      SecurityGroupIngress: [
        { ...ssh, CidrIp: '10.0.0.0/8' },
        { ...ssh, CidrIp: '0.0.0.0/0' },
        { ...ssh, CidrIpv6: '::/0' },
      ],
      SecurityGroupEgress: [
        { IpProtocol: '-1', FromPort: 0, ToPort: 0, DestinationSecurityGroupId: '${aws_security_group.door.GroupId}' },
      ],
    });
  });

  it('is opened by rules of their own in each of their forms', async () => {
    const resources = await declared(`
resource "aws_security_group" "door" {}

resource "aws_security_group_rule" "in" {
  type              = "ingress"
  security_group_id = aws_security_group.door.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"]
}

resource "aws_security_group_rule" "out" {
  type                     = "egress"
  security_group_id        = aws_security_group.door.id
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
  source_security_group_id = aws_security_group.door.id
}

resource "aws_vpc_security_group_ingress_rule" "in" {
  security_group_id = aws_security_group.door.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
`);
    const https = { GroupId: '${aws_security_group.door}', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
    expect(resources['aws_security_group_rule.in']).toEqual({ ...https, CidrIp: '10.0.0.0/8' });
    expect(resources['aws_security_group_rule.in/1']).toEqual({ ...https, CidrIp: '0.0.0.0/0' });
    expect(resources['aws_security_group_rule.out']).toMatchObject({
      DestinationSecurityGroupId: '${aws_security_group.door}',
    });
    expect(
      (await one('resource "aws_security_group_rule" "out" {\n  type = "egress"\n}', 'aws_security_group_rule.out'))
        .type,
    ).toBe('AWS::EC2::SecurityGroupEgress');
    expect(resources['aws_vpc_security_group_ingress_rule.in']).toEqual({
      GroupId: '${aws_security_group.door}',
      IpProtocol: '-1',
      CidrIp: '0.0.0.0/0',
    });
  });
});

describe('a load balancer', () => {
  it('forwards to the targets that are attached to a group', async () => {
    const resources = await declared(`
resource "aws_lb" "main" {
  internal           = true
  load_balancer_type = "application"
  enable_deletion_protection = true
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_lb_target_group" "fn" {
  target_type = "lambda"
}

resource "aws_lb_target_group_attachment" "fn" {
  target_group_arn = aws_lb_target_group.fn.arn
  target_id        = "arn:aws:lambda:eu-west-1:111122223333:function:web"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/c"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.fn.arn
  }
}
`);
    expect(resources).toEqual({
      'aws_lb.main': {
        Scheme: 'internal',
        Type: 'application',
        LoadBalancerAttributes: [
          { Key: 'deletion_protection.enabled', Value: true },
          { Key: 'access_logs.s3.enabled', Value: true },
          { Key: 'access_logs.s3.bucket', Value: 'logs' },
        ],
      },
      'aws_lb_target_group.fn': {
        TargetType: 'lambda',
        Targets: [{ Id: 'arn:aws:lambda:eu-west-1:111122223333:function:web' }],
      },
      'aws_lb_listener.https': {
        LoadBalancerArn: '${aws_lb.main}',
        Port: 443,
        Protocol: 'HTTPS',
        Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/c' }],
        DefaultActions: [{ Type: 'forward', TargetGroupArn: '${aws_lb_target_group.fn}' }],
      },
    });
  });
});

describe('a distribution', () => {
  const distribution = (certificate: string) => `
resource "aws_cloudfront_distribution" "web" {
  enabled = true
  origin {
    origin_id                = "s3"
    domain_name              = aws_s3_bucket.web.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.web.id
  }
  default_cache_behavior {
    target_origin_id       = "s3"
    viewer_protocol_policy = "allow-all"
    lambda_function_association {
      event_type = "viewer-request"
      lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:edge:1"
    }
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    ${certificate}
  }
}

resource "aws_cloudfront_origin_access_control" "web" {
  name = "web"
}

resource "aws_s3_bucket" "web" {}
`;

  it('is what CloudFormation calls it', async () => {
    expect(
      (await declared(distribution('cloudfront_default_certificate = true')))['aws_cloudfront_distribution.web'],
    ).toEqual({
      DistributionConfig: {
        Enabled: true,
        Origins: [
          {
            Id: 's3',
            DomainName: '${aws_s3_bucket.web.RegionalDomainName}',
            OriginAccessControlId: '${aws_cloudfront_origin_access_control.web}',
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 's3',
          ViewerProtocolPolicy: 'allow-all',
          LambdaFunctionAssociations: [
            {
              EventType: 'viewer-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:1',
            },
          ],
        },
        Restrictions: { GeoRestriction: { RestrictionType: 'none' } },
        ViewerCertificate: { CloudFrontDefaultCertificate: true },
      },
    });
  });

  it('accepts old TLS with a certificate of its own unless its block says otherwise', async () => {
    const own = distribution('acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/c"');
    const [version] = (await one(own, 'aws_cloudfront_distribution.web')).read([
      'DistributionConfig',
      'ViewerCertificate',
      'MinimumProtocolVersion',
    ]);
    expect(version?.string).toBe('TLSv1');
  });
});
