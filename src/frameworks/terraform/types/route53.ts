import { TAGS } from '#frameworks/terraform/types/rows';
import { companion, type Row, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const OF_CERTIFICATE = { types: ['aws_acm_certificate'], argument: 'certificate_arn' } as const;

const RECORD: readonly Row[] = [
  ...same('Name Type SetIdentifier HealthCheckId'),
  row('zone_id', 'HostedZoneId'),
  row('ttl', 'TTL'),
  row('records', 'ResourceRecords'),
  row('alias.name', 'AliasTarget.DNSName'),
  row('alias.zone_id', 'AliasTarget.HostedZoneId'),
  row('alias.evaluate_target_health', 'AliasTarget.EvaluateTargetHealth'),
];

/** Route 53 and Certificate Manager: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record and others. */
export const route53: readonly Table[] = [
  resource(
    'aws_route53_zone',
    'AWS::Route53::HostedZone',
    [...same('Name'), row('comment', 'HostedZoneConfig.Comment')],
    {
      attributes: { zone_id: 'Ref', name_servers: 'NameServers' },
    },
  ),
  resource('aws_route53_record', 'AWS::Route53::RecordSet', RECORD, { attributes: { fqdn: 'Ref' } }),
  resource('aws_route53_health_check', 'AWS::Route53::HealthCheck', [
    row('type', 'HealthCheckConfig.Type'),
    row('fqdn', 'HealthCheckConfig.FullyQualifiedDomainName'),
    row('port', 'HealthCheckConfig.Port'),
    row('resource_path', 'HealthCheckConfig.ResourcePath'),
  ]),
  resource(
    'aws_acm_certificate',
    'AWS::CertificateManager::Certificate',
    [...same('DomainName SubjectAlternativeNames ValidationMethod KeyAlgorithm CertificateAuthorityArn'), ...TAGS],
    { attributes: { arn: 'Ref' } },
  ),
  // Waits until the certificate is valid; CloudFormation's certificate waits by itself.
  companion('aws_acm_certificate_validation', OF_CERTIFICATE, { as: 'merge' }, [], {
    attributes: { certificate_arn: 'Ref' },
  }),
];
