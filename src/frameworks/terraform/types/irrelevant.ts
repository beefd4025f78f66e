import { ignored, type Table } from '#frameworks/terraform/types/table';

/**
 * Types that say nothing of an application's security, or that CloudFormation has nothing for: what only Terraform needs, and
 * tuning, records and contents. What others read of them is what they are configured with.
 */
export const irrelevant: readonly Table[] = [
  // Not of a cloud.
  ...ignored(
    'null_resource terraform_data time_sleep time_static time_rotating time_offset local_file local_sensitive_file',
  ),
  ...ignored(
    'random_id random_integer random_password random_pet random_shuffle random_string random_uuid random_bytes',
  ),
  ...ignored('tls_private_key tls_self_signed_cert tls_cert_request tls_locally_signed_cert archive_file'),
  // Contents.
  ...ignored('aws_s3_object aws_s3_bucket_object aws_s3_object_copy aws_dynamodb_table_item aws_ssm_document'),
  // Sizes, measures and names.
  ...ignored('aws_appautoscaling_target aws_appautoscaling_policy aws_appautoscaling_scheduled_action'),
  ...ignored('aws_autoscaling_group aws_autoscaling_policy aws_autoscaling_attachment aws_autoscaling_schedule'),
  ...ignored('aws_s3_bucket_metric aws_s3_bucket_analytics_configuration aws_s3_bucket_inventory'),
  ...ignored('aws_s3_bucket_request_payment_configuration aws_dynamodb_contributor_insights aws_dynamodb_tag'),
  ...ignored('aws_db_parameter_group aws_db_option_group aws_rds_cluster_parameter_group aws_db_event_subscription'),
  ...ignored(
    'aws_db_proxy_default_target_group aws_db_proxy_target aws_docdb_subnet_group aws_docdb_cluster_parameter_group',
  ),
  ...ignored('aws_neptune_subnet_group aws_elasticache_parameter_group aws_rds_cluster_endpoint'),
  ...ignored('aws_cloudfront_public_key aws_cloudfront_monitoring_subscription aws_resourcegroups_group'),
  ...ignored('aws_service_discovery_service aws_service_discovery_private_dns_namespace'),
  ...ignored('aws_service_discovery_public_dns_namespace aws_service_discovery_http_namespace aws_key_pair'),
  ...ignored('aws_athena_database aws_athena_named_query aws_glue_classifier aws_glue_registry aws_glue_schema'),
  ...ignored('aws_ses_domain_dkim aws_ses_domain_mail_from aws_ses_domain_identity_verification aws_ses_template'),
  ...ignored('aws_ses_receipt_rule_set aws_ses_active_receipt_rule_set aws_ses_event_destination'),
  ...ignored('aws_budgets_budget aws_ce_anomaly_monitor aws_ce_anomaly_subscription aws_rbin_rule'),
  // Networks below what security groups say.
  ...ignored(
    'aws_network_acl aws_network_acl_rule aws_default_network_acl aws_network_acl_association aws_eip_association',
  ),
  ...ignored('aws_vpc_dhcp_options aws_vpc_dhcp_options_association aws_default_vpc aws_default_subnet'),
  ...ignored('aws_main_route_table_association aws_egress_only_internet_gateway aws_vpc_peering_connection'),
  ...ignored(
    'aws_vpc_peering_connection_accepter aws_ec2_transit_gateway_vpc_attachment aws_vpc_ipv4_cidr_block_association',
  ),
  ...ignored('aws_network_interface aws_network_interface_sg_attachment aws_db_security_group'),
];
