import { describe, expect, it } from '@jest/globals';
import { declared, one } from '../configuration.js';

describe('a table', () => {
  const text = `
resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  range_key        = "at"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
  attribute {
    name = "at"
    type = "N"
  }
  global_secondary_index {
    name            = "by-time"
    hash_key        = "at"
    projection_type = "ALL"
  }
  point_in_time_recovery {
    enabled = true
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/k"
  }
  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy       = jsonencode({ Statement = [] })
}
`;

  it('is what CloudFormation calls it', async () => {
    expect((await declared(text))['aws_dynamodb_table.orders']).toEqual({
      TableName: 'orders',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-time',
          Projection: { ProjectionType: 'ALL' },
          KeySchema: [{ AttributeName: 'at', KeyType: 'HASH' }],
        },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/k',
      },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      ResourcePolicy: { PolicyDocument: { Statement: [] } },
    });
  });

  it('has no stream where that is off', async () => {
    const off = text.replace('stream_enabled   = true', 'stream_enabled   = false');
    expect((await declared(off))['aws_dynamodb_table.orders']).not.toHaveProperty('StreamSpecification');
  });
});

describe('a database', () => {
  const instance = (more: string) => `resource "aws_db_instance" "main" {\n  engine = "postgres"\n${more}\n}\n`;

  it('is not public and keeps no backups unless its block says so', async () => {
    expect((await declared(instance('')))['aws_db_instance.main']).toEqual({
      Engine: 'postgres',
      PubliclyAccessible: false,
      BackupRetentionPeriod: 0,
    });
    expect((await declared(instance('  publicly_accessible = true')))['aws_db_instance.main']).toMatchObject({
      PubliclyAccessible: true,
    });
  });

  it('leaves a last snapshot unless that is skipped', async () => {
    const policy = async (more: string) => {
      const [found] = (await one(instance(more), 'aws_db_instance.main')).attribute('DeletionPolicy');
      return found?.isUnknown ? 'unknown' : found?.string;
    };
    expect(await policy('')).toBe('Snapshot');
    expect(await policy('  skip_final_snapshot = true')).toBe('Delete');
    expect(await policy('  skip_final_snapshot = var.skip\n}\nvariable "skip" {')).toBe('unknown');
    expect(await policy('  skip_final_snapshot = true\n  lifecycle {\n    prevent_destroy = true\n  }')).toBe('Retain');
  });

  it('is told with its cluster, proxy and password', async () => {
    const resources = await declared(`
resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  master_password    = "not a secret"
  storage_encrypted  = true
  serverlessv2_scaling_configuration {
    max_capacity = 4
    min_capacity = 0.5
  }
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  instance_class     = "db.serverless"
}

resource "aws_db_proxy" "main" {
  name          = "main"
  engine_family = "POSTGRESQL"
  require_tls   = true
  auth {
    secret_arn = aws_secretsmanager_secret.main.arn
    iam_auth   = "REQUIRED"
  }
}

resource "aws_secretsmanager_secret" "main" {
  name = "main"
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id     = aws_secretsmanager_secret.main.id
  secret_string = "not a secret either"
}
`);
    expect(resources).toEqual({
      'aws_rds_cluster.main': {
        DBClusterIdentifier: 'main',
        Engine: 'aurora-postgresql',
        MasterUserPassword: 'not a secret',
        StorageEncrypted: true,
        ServerlessV2ScalingConfiguration: { MaxCapacity: 4, MinCapacity: 0.5 },
      },
      'aws_rds_cluster_instance.main': {
        DBClusterIdentifier: '${aws_rds_cluster.main}',
        DBInstanceClass: 'db.serverless',
      },
      'aws_db_proxy.main': {
        DBProxyName: 'main',
        EngineFamily: 'POSTGRESQL',
        RequireTLS: true,
        Auth: [{ SecretArn: '${aws_secretsmanager_secret.main}', IAMAuth: 'REQUIRED' }],
      },
      'aws_secretsmanager_secret.main': { Name: 'main', SecretString: 'not a secret either' },
    });
  });
});

describe('a search domain', () => {
  it('has its policy, and its logs by their kinds', async () => {
    const resources = await declared(`
resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  encrypt_at_rest {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:x"
  }
}

resource "aws_opensearch_domain_policy" "logs" {
  domain_name     = aws_opensearch_domain.logs.domain_name
  access_policies = jsonencode({ Statement = [] })
}
`);
    expect(resources['aws_opensearch_domain.logs']).toEqual({
      DomainName: 'logs',
      EncryptionAtRestOptions: { Enabled: true },
      DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' },
      LogPublishingOptions: {
        AUDIT_LOGS: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:x' },
      },
      AccessPolicies: { Statement: [] },
    });
  });
});
