import type { Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';

const DISTRIBUTION = 'aws_cloudfront_distribution.this';

const BEHAVIOR =
  'allowed_methods cached_methods cache_policy_id compress default_ttl min_ttl max_ttl field_level_encryption_id ' +
  'origin_request_policy_id realtime_log_config_arn response_headers_policy_id smooth_streaming target_origin_id ' +
  'trusted_key_groups trusted_signers viewer_protocol_policy path_pattern';

/** https://registry.terraform.io/modules/terraform-aws-modules/cloudfront/aws (versions 3 to 6) */
export const cloudfront: ModuleTable = {
  source: 'terraform-aws-modules/cloudfront/aws',
  defaults: { create: true, create_distribution: true, enabled: true, is_ipv6_enabled: true, http_version: 'http2' },
  declare: (module) => {
    const { inputs } = module;
    const certificate = inputs.below('viewer_certificate');
    module.add(DISTRIBUTION, inputs.when('create', 'create_distribution'), {
      ...inputs.same('aliases comment default_root_object enabled http_version is_ipv6_enabled price_class web_acl_id'),
      tags: inputs.input('tags'),
      default_cache_behavior: inputs.has('default_cache_behavior')
        ? [behavior(inputs.below('default_cache_behavior'))]
        : undefined,
      ordered_cache_behavior: inputs.items('ordered_cache_behavior').map(behavior),
      origin: inputs.entries('origin').map(([key, origin]) => ({
        origin_id: origin.get('origin_id') ?? key,
        ...origin.same('domain_name origin_path origin_access_control_id connection_attempts connection_timeout'),
        custom_origin_config: origin.get('custom_origin_config') ? [origin.input('custom_origin_config')] : undefined,
        s3_origin_config: origin.get('s3_origin_config') ? [origin.input('s3_origin_config')] : undefined,
      })),
      logging_config: inputs.get('logging_config') ? [inputs.input('logging_config')] : undefined,
      viewer_certificate: [
        {
          ...certificate.same(
            'acm_certificate_arn cloudfront_default_certificate iam_certificate_id ssl_support_method',
          ),
          // The default is another one with every major version of the module.
          minimum_protocol_version:
            certificate.has('minimum_protocol_version') || !certificate.value
              ? certificate.input('minimum_protocol_version')
              : { kind: 'unknown', at: certificate.at, why: 'the default of the module' },
        },
      ],
    });
  },
  outputs: {
    cloudfront_distribution_id: `${DISTRIBUTION} id`,
    cloudfront_distribution_arn: `${DISTRIBUTION} arn`,
    cloudfront_distribution_domain_name: `${DISTRIBUTION} domain_name`,
    cloudfront_distribution_hosted_zone_id: `${DISTRIBUTION} hosted_zone_id`,
  },
};

function behavior(of: Inputs): Spec {
  return {
    ...of.same(BEHAVIOR),
    function_association: of.entries('function_association').map(([key, one]) => ({
      event_type: one.get('event_type') ?? key,
      function_arn: one.input('function_arn'),
    })),
    lambda_function_association: of.entries('lambda_function_association').map(([key, one]) => ({
      event_type: one.get('event_type') ?? key,
      ...one.same('lambda_arn include_body'),
    })),
  };
}
