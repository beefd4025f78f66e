import { orElse, TAGS } from '#frameworks/terraform/types/rows';
import { block, blocks, HOLES, type Row, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const BEHAVIOR: readonly Row[] = [
  ...same('AllowedMethods CachedMethods CachePolicyId Compress FieldLevelEncryptionId OriginRequestPolicyId'),
  ...same(
    'RealtimeLogConfigArn ResponseHeadersPolicyId SmoothStreaming TargetOriginId TrustedKeyGroups TrustedSigners',
  ),
  ...same('ViewerProtocolPolicy'),
  row('default_ttl', 'DefaultTTL'),
  row('min_ttl', 'MinTTL'),
  row('max_ttl', 'MaxTTL'),
  block('forwarded_values', 'ForwardedValues', [
    ...same('Headers QueryString QueryStringCacheKeys'),
    block('cookies', 'Cookies', same('Forward WhitelistedNames')),
  ]),
  blocks('function_association', 'FunctionAssociations', [row('function_arn', 'FunctionARN'), ...same('EventType')]),
  blocks('lambda_function_association', 'LambdaFunctionAssociations', [
    row('lambda_arn', 'LambdaFunctionARN'),
    ...same('EventType IncludeBody'),
  ]),
];

const ORIGIN: readonly Row[] = [
  row('origin_id', 'Id'),
  ...same('DomainName OriginPath OriginAccessControlId ConnectionAttempts ConnectionTimeout'),
  blocks('custom_header', 'OriginCustomHeaders', [row('name', 'HeaderName'), row('value', 'HeaderValue')]),
  block('custom_origin_config', 'CustomOriginConfig', [
    row('http_port', 'HTTPPort'),
    row('https_port', 'HTTPSPort'),
    row('origin_ssl_protocols', 'OriginSSLProtocols'),
    ...same('OriginKeepaliveTimeout OriginProtocolPolicy OriginReadTimeout'),
  ]),
  block('s3_origin_config', 'S3OriginConfig', same('OriginAccessIdentity')),
  block('origin_shield', 'OriginShield', same('Enabled OriginShieldRegion')),
];

/** CloudFront: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution and the pages beside it. */
export const cloudfront: readonly Table[] = [
  resource(
    'aws_cloudfront_distribution',
    'AWS::CloudFront::Distribution',
    [
      row('aliases', 'DistributionConfig.Aliases'),
      row('comment', 'DistributionConfig.Comment'),
      row('default_root_object', 'DistributionConfig.DefaultRootObject'),
      row('enabled', 'DistributionConfig.Enabled'),
      row('http_version', 'DistributionConfig.HttpVersion'),
      row('is_ipv6_enabled', 'DistributionConfig.IPV6Enabled'),
      row('price_class', 'DistributionConfig.PriceClass'),
      row('web_acl_id', 'DistributionConfig.WebACLId'),
      block('default_cache_behavior', 'DistributionConfig.DefaultCacheBehavior', BEHAVIOR),
      blocks('ordered_cache_behavior', 'DistributionConfig.CacheBehaviors', [...same('PathPattern'), ...BEHAVIOR]),
      blocks('origin', 'DistributionConfig.Origins', ORIGIN),
      blocks('custom_error_response', 'DistributionConfig.CustomErrorResponses', [
        ...same('ErrorCode ResponseCode ResponsePagePath'),
        row('error_caching_min_ttl', 'ErrorCachingMinTTL'),
      ]),
      block('logging_config', 'DistributionConfig.Logging', same('Bucket IncludeCookies Prefix')),
      block(
        'restrictions.geo_restriction',
        'DistributionConfig.Restrictions.GeoRestriction',
        same('Locations RestrictionType'),
      ),
      block('viewer_certificate', 'DistributionConfig.ViewerCertificate', [
        ...same('AcmCertificateArn IamCertificateId SslSupportMethod'),
        row('cloudfront_default_certificate', 'CloudFrontDefaultCertificate'),
        row('minimum_protocol_version', 'MinimumProtocolVersion'),
        // The provider's default, which CloudFront ignores with its own certificate.
        orElse('minimum_protocol_version', 'MinimumProtocolVersion', 'TLSv1', [
          'acm_certificate_arn',
          'iam_certificate_id',
        ]),
      ]),
      ...TAGS,
    ],
    {
      attributes: {
        domain_name: 'DomainName',
        arn: (ref) => ['arn:aws:cloudfront::', HOLES.account, ':distribution/', ref('Ref')],
      },
    },
  ),
  resource(
    'aws_cloudfront_function',
    'AWS::CloudFront::Function',
    [
      row('name', 'Name'),
      row('code', 'FunctionCode'),
      row('publish', 'AutoPublish'),
      row('runtime', 'FunctionConfig.Runtime'),
      row('comment', 'FunctionConfig.Comment'),
    ],
    { attributes: { arn: 'FunctionARN', name: 'Name' } },
  ),
  resource('aws_cloudfront_origin_access_control', 'AWS::CloudFront::OriginAccessControl', [
    row('name', 'OriginAccessControlConfig.Name'),
    row('description', 'OriginAccessControlConfig.Description'),
    row('origin_access_control_origin_type', 'OriginAccessControlConfig.OriginAccessControlOriginType'),
    row('signing_behavior', 'OriginAccessControlConfig.SigningBehavior'),
    row('signing_protocol', 'OriginAccessControlConfig.SigningProtocol'),
  ]),
  resource(
    'aws_cloudfront_origin_access_identity',
    'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    [row('comment', 'CloudFrontOriginAccessIdentityConfig.Comment')],
    {
      attributes: {
        s3_canonical_user_id: 'S3CanonicalUserId',
        iam_arn: (ref) => ['arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ', ref('Ref')],
        cloudfront_access_identity_path: (ref) => ['origin-access-identity/cloudfront/', ref('Ref')],
      },
    },
  ),
  resource('aws_cloudfront_cache_policy', 'AWS::CloudFront::CachePolicy', [
    row('name', 'CachePolicyConfig.Name'),
    row('comment', 'CachePolicyConfig.Comment'),
    row('default_ttl', 'CachePolicyConfig.DefaultTTL'),
    row('max_ttl', 'CachePolicyConfig.MaxTTL'),
    row('min_ttl', 'CachePolicyConfig.MinTTL'),
  ]),
  resource('aws_cloudfront_response_headers_policy', 'AWS::CloudFront::ResponseHeadersPolicy', [
    row('name', 'ResponseHeadersPolicyConfig.Name'),
    block('cors_config', 'ResponseHeadersPolicyConfig.CorsConfig', [
      row('access_control_allow_credentials', 'AccessControlAllowCredentials'),
      row('access_control_allow_origins.items', 'AccessControlAllowOrigins.Items'),
      row('access_control_allow_headers.items', 'AccessControlAllowHeaders.Items'),
      row('access_control_allow_methods.items', 'AccessControlAllowMethods.Items'),
      row('origin_override', 'OriginOverride'),
    ]),
  ]),
];
