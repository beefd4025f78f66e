import { orElse, TAGS } from '#frameworks/terraform/types/rows';
import { blocks, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** CloudTrail: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail */
export const cloudtrail: readonly Table[] = [
  resource(
    'aws_cloudtrail',
    'AWS::CloudTrail::Trail',
    [
      row('name', 'TrailName'),
      ...same('S3BucketName S3KeyPrefix SnsTopicName CloudWatchLogsRoleArn EnableLogFileValidation'),
      ...same('IncludeGlobalServiceEvents IsMultiRegionTrail IsOrganizationTrail'),
      row('kms_key_id', 'KMSKeyId'),
      row('cloud_watch_logs_group_arn', 'CloudWatchLogsLogGroupArn'),
      row('enable_logging', 'IsLogging'),
      orElse('enable_logging', 'IsLogging', true),
      orElse('include_global_service_events', 'IncludeGlobalServiceEvents', true),
      blocks('event_selector', 'EventSelectors', [
        ...same('ReadWriteType IncludeManagementEvents ExcludeManagementEventSources'),
        blocks('data_resource', 'DataResources', same('Type Values')),
      ]),
      blocks('advanced_event_selector', 'AdvancedEventSelectors', [
        ...same('Name'),
        blocks('field_selector', 'FieldSelectors', [
          ...same('Field Equals NotEquals StartsWith NotStartsWith EndsWith NotEndsWith'),
        ]),
      ]),
      blocks('insight_selector', 'InsightSelectors', same('InsightType')),
      ...TAGS,
    ],
    { attributes: { name: 'Ref' } },
  ),
];
