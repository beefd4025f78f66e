import { describe, expect, it } from '@jest/globals';
import { declared, lineAt, one } from '../configuration.js';

describe('a bucket', () => {
  it('has the properties that its companions configure', async () => {
    const resources = await declared(`
resource "aws_s3_bucket" "site" {
  bucket = "site"
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket            = aws_s3_bucket.site.id
  block_public_acls = false
}

resource "aws_s3_bucket_versioning" "site" {
  bucket = aws_s3_bucket.site.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "site" {
  bucket = "site"
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.site.arn
    }
  }
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read-write"
}

resource "aws_s3_bucket_lifecycle_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  rule {
    id     = "old"
    status = "Enabled"
    filter {
      prefix = "logs/"
    }
    expiration {
      days = 30
    }
    transition {
      days          = 10
      storage_class = "GLACIER"
    }
  }
}

resource "aws_kms_key" "site" {}
`);
    expect(resources).toEqual({
      'aws_s3_bucket.site': {
        BucketName: 'site',
        PublicAccessBlockConfiguration: { BlockPublicAcls: false },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: '${aws_kms_key.site.Arn}',
              },
            },
          ],
        },
        AccessControl: 'PublicReadWrite',
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'old',
              Status: 'Enabled',
              Prefix: 'logs/',
              ExpirationInDays: 30,
              Transitions: [{ TransitionInDays: 10, StorageClass: 'GLACIER' }],
            },
          ],
        },
      },
      'aws_kms_key.site': {},
    });
  });

  it('has them also in the words of older providers', async () => {
    const resources = await declared(`
resource "aws_s3_bucket" "old" {
  acl    = "public-read"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
  versioning {
    enabled = true
  }
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }
}
`);
    expect(resources['aws_s3_bucket.old']).toMatchObject({
      AccessControl: 'PublicRead',
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    expect(resources['aws_s3_bucket.old/policy']).toEqual({
      Bucket: '${aws_s3_bucket.old}',
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
      },
    });
  });

  it('tells every receiver of every event', async () => {
    const resources = await declared(`
resource "aws_s3_bucket" "in" {}

resource "aws_s3_bucket_notification" "in" {
  bucket      = aws_s3_bucket.in.id
  eventbridge = true
  queue {
    queue_arn     = aws_sqs_queue.jobs.arn
    events        = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
    filter_prefix = "in/"
    filter_suffix = ".csv"
  }
}

resource "aws_sqs_queue" "jobs" {}
`);
    const rules = [
      { Name: 'prefix', Value: 'in/' },
      { Name: 'suffix', Value: '.csv' },
    ];
    expect(resources['aws_s3_bucket.in']).toEqual({
      NotificationConfiguration: {
        EventBridgeConfiguration: { EventBridgeEnabled: true },
        QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((Event) => ({
          Event,
          Queue: '${aws_sqs_queue.jobs.Arn}',
          Filter: { S3Key: { Rules: rules } },
        })),
      },
    });
  });

  it('is pointed at where the companion says it', async () => {
    const text = `
resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_public_access_block" "a" {
  bucket                  = aws_s3_bucket.a.id
  restrict_public_buckets = false
}
`;
    const bucket = await one(text, 'aws_s3_bucket.a');
    const [restricted] = bucket.read(['PublicAccessBlockConfiguration', 'RestrictPublicBuckets']);
    expect(restricted?.isFalse).toBe(true);
    expect(lineAt(text, restricted?.location.span.start ?? 0)).toBe('restrict_public_buckets = false');
  });
});

describe('a file system', () => {
  it('has its policy and its access points', async () => {
    const resources = await declared(`
resource "aws_efs_file_system" "data" {
  encrypted = true
  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
}

resource "aws_efs_file_system_policy" "data" {
  file_system_id = aws_efs_file_system.data.id
  policy         = jsonencode({ Statement = [] })
}

resource "aws_efs_access_point" "data" {
  file_system_id = aws_efs_file_system.data.id
  root_directory {
    path = "/jobs"
    creation_info {
      owner_gid   = 1000
      owner_uid   = 1000
      permissions = "750"
    }
  }
}
`);
    expect(resources['aws_efs_file_system.data']).toEqual({
      Encrypted: true,
      LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }],
      FileSystemPolicy: { Statement: [] },
    });
    expect(resources['aws_efs_access_point.data']).toEqual({
      FileSystemId: '${aws_efs_file_system.data}',
      RootDirectory: { Path: '/jobs', CreationInfo: { OwnerGid: 1000, OwnerUid: 1000, Permissions: '750' } },
    });
  });
});
