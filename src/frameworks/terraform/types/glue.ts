import { TAGS } from '#frameworks/terraform/types/rows';
import { block, blocks, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** Glue and Athena: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_job and others. */
export const glue: readonly Table[] = [
  resource(
    'aws_glue_job',
    'AWS::Glue::Job',
    [
      ...same(
        'Name Description DefaultArguments GlueVersion MaxCapacity MaxRetries NumberOfWorkers Timeout WorkerType',
      ),
      ...same('SecurityConfiguration'),
      row('role_arn', 'Role'),
      block('command', 'Command', same('Name PythonVersion ScriptLocation')),
      row('connections', 'Connections.Connections'),
      row('execution_property.max_concurrent_runs', 'ExecutionProperty.MaxConcurrentRuns'),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_glue_crawler',
    'AWS::Glue::Crawler',
    [
      ...same('Name Role DatabaseName Description Classifiers Configuration TablePrefix'),
      row('security_configuration', 'CrawlerSecurityConfiguration'),
      row('schedule', 'Schedule.ScheduleExpression'),
      blocks('s3_target', 'Targets.S3Targets', same('Path Exclusions ConnectionName')),
      blocks('dynamodb_target', 'Targets.DynamoDBTargets', same('Path')),
      blocks('jdbc_target', 'Targets.JdbcTargets', same('Path Exclusions ConnectionName')),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_glue_trigger',
    'AWS::Glue::Trigger',
    [
      ...same('Name Type Description Schedule StartOnCreation WorkflowName'),
      blocks('actions', 'Actions', same('Arguments CrawlerName JobName Timeout SecurityConfiguration')),
      row('predicate.logical', 'Predicate.Logical'),
      blocks(
        'predicate.conditions',
        'Predicate.Conditions',
        same('CrawlState CrawlerName JobName LogicalOperator State'),
      ),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_glue_catalog_database',
    'AWS::Glue::Database',
    [
      ...same('CatalogId'),
      row('name', 'DatabaseInput.Name'),
      row('description', 'DatabaseInput.Description'),
      row('location_uri', 'DatabaseInput.LocationUri'),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_glue_catalog_table',
    'AWS::Glue::Table',
    [
      ...same('CatalogId DatabaseName'),
      row('name', 'TableInput.Name'),
      row('table_type', 'TableInput.TableType'),
      row('parameters', 'TableInput.Parameters'),
      row('storage_descriptor.location', 'TableInput.StorageDescriptor.Location'),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource(
    'aws_glue_connection',
    'AWS::Glue::Connection',
    [
      ...same('CatalogId'),
      row('name', 'ConnectionInput.Name'),
      row('connection_type', 'ConnectionInput.ConnectionType'),
      row('connection_properties', 'ConnectionInput.ConnectionProperties'),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource('aws_glue_security_configuration', 'AWS::Glue::SecurityConfiguration', [
    ...same('Name'),
    block('encryption_configuration.cloudwatch_encryption', 'EncryptionConfiguration.CloudWatchEncryption', [
      row('cloudwatch_encryption_mode', 'CloudWatchEncryptionMode'),
      row('kms_key_arn', 'KmsKeyArn'),
    ]),
    block(
      'encryption_configuration.job_bookmarks_encryption',
      'EncryptionConfiguration.JobBookmarksEncryption',
      same('JobBookmarksEncryptionMode KmsKeyArn'),
    ),
  ]),
  resource(
    'aws_glue_workflow',
    'AWS::Glue::Workflow',
    same('Name Description DefaultRunProperties MaxConcurrentRuns'),
    {
      attributes: { name: 'Ref' },
    },
  ),
  resource(
    'aws_athena_workgroup',
    'AWS::Athena::WorkGroup',
    [
      ...same('Name Description State'),
      row('force_destroy', 'RecursiveDeleteOption'),
      block('configuration', 'WorkGroupConfiguration', [
        row('enforce_workgroup_configuration', 'EnforceWorkGroupConfiguration'),
        row('publish_cloudwatch_metrics_enabled', 'PublishCloudWatchMetricsEnabled'),
        row('bytes_scanned_cutoff_per_query', 'BytesScannedCutoffPerQuery'),
        row('result_configuration.output_location', 'ResultConfiguration.OutputLocation'),
        row(
          'result_configuration.encryption_configuration.encryption_option',
          'ResultConfiguration.EncryptionConfiguration.EncryptionOption',
        ),
        row(
          'result_configuration.encryption_configuration.kms_key_arn',
          'ResultConfiguration.EncryptionConfiguration.KmsKey',
        ),
      ]),
      ...TAGS,
    ],
    { attributes: { name: 'Ref' } },
  ),
];
