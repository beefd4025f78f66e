import { asMap, get, mapOf, stringOf } from '#frameworks/cloudformation/nodes';
import type { DataNode } from '#syntax/document';

/**
 * Where code lies: `s3://bucket/key` and SAM's `{ Bucket, Key, Version }` become CloudFormation's names; a local path stays a
 * string, as CloudFormation templates have it before they are packaged.
 */
export function s3Location(
  uri: DataNode,
  names = { bucket: 'S3Bucket', key: 'S3Key', version: 'S3ObjectVersion' },
): DataNode {
  const url = stringOf(uri);
  if (url !== undefined) {
    const match = /^s3:\/\/([^/?]+)\/([^?]+)(?:\?versionId=([^&]+))?/.exec(url);
    if (!match) return uri;
    return mapOf({ [names.bucket]: match[1], [names.key]: match[2], [names.version]: match[3] }, uri.span);
  }
  const map = asMap(uri);
  if (!map) return uri;
  return mapOf(
    {
      [names.bucket]: get(map, 'Bucket'),
      [names.key]: get(map, 'Key'),
      [names.version]: get(map, 'Version'),
      ...(get(map, 'StorageMode') ? { S3ObjectStorageMode: get(map, 'StorageMode') } : {}),
    },
    uri.span,
  );
}
