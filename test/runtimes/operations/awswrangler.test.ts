import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';

async function calls(line: string): Promise<readonly string[]> {
  return calledIn({
    'src/app.py': `import os
import boto3
import awswrangler as wr
BUCKET = os.environ['BUCKET']

def handler(event, context):
    df = wr.s3.read_csv
    ${line}
`,
  });
}

describe('awswrangler', () => {
  it('reads, writes, lists and deletes objects of the bucket in the path', async () => {
    const list = (bucket: string): string => `s3 ListObjectsV2 Bucket=${bucket} (occasional)`;
    const expected: Readonly<Record<string, readonly string[]>> = {
      "wr.s3.read_csv('s3://news/a.csv')": ['s3 GetObject Bucket=news', list('news')],
      'wr.s3.read_parquet(path=f\'s3://{BUCKET}/{event["key"]}\', dataset=True).head()': [
        's3 GetObject Bucket=${BUCKET}',
        list('${BUCKET}'),
      ],
      "wr.s3.read_json(['s3://news/a', 's3://news/b'])": ['s3 GetObject Bucket=news', list('news')],
      "wr.s3.read_csv('s3://' + BUCKET + '/a.csv')": ['s3 GetObject Bucket=${BUCKET}', list('${BUCKET}')],
      'wr.s3.read_csv(f\'s3://news-{os.environ["STAGE"]}/a.csv\')': [
        's3 GetObject Bucket=news-${STAGE}',
        list('news-${STAGE}'),
      ],
      "wr.s3.to_csv(df, path='s3://news/a.csv', index=False)": [list('news'), 's3 PutObject Bucket=news'],
      "wr.s3.to_parquet(df, 's3://news/a/', dataset=True, mode='overwrite')": [
        's3 DeleteObjects Bucket=news (occasional)',
        list('news'),
        's3 PutObject Bucket=news (occasional)',
      ],
      "wr.s3.delete_objects('s3://news/a')": ['s3 DeleteObjects Bucket=news', list('news')],
      "wr.s3.list_objects('s3://news/a')": ['s3 ListObjectsV2 Bucket=news'],
      "wr.s3.does_object_exist('s3://news/a')": ['s3 HeadObject Bucket=news'],
      "wr.s3.upload('/tmp/a', 's3://news/a')": ['s3 PutObject Bucket=news'],
      "wr.s3.download(path='s3://news/a', local_file='/tmp/a')": ['s3 GetObject Bucket=news'],
    };
    for (const [line, all] of Object.entries(expected)) expect([line, await calls(line)]).toEqual([line, all]);
  });

  it('knows the action where the bucket is not known', async () => {
    const paths = [
      'f\'s3://{event["b"]}/a\'',
      "os.environ['PATH_IN_S3']",
      "event['path']",
      'f\'s3://{BUCKET}{event["k"]}\'',
    ];
    for (const path of paths)
      expect(await calls(`wr.s3.download(${path}, '/tmp/a')`)).toEqual(['s3 GetObject Bucket=<is not seen>']);
  });

  it('leaves what it calls of other services, and what is not told, in doubt', async () => {
    const gap = (service: string): unknown => expect.stringMatching(new RegExp(`^gap ${service.replace('*', '\\*')} `));
    const table = await calls("wr.s3.to_parquet(df, 's3://news/a/', dataset=True, database='d', table='t')");
    expect(table).toContainEqual(gap('glue'));
    expect(table).not.toContainEqual(gap('s3'));
    const spread = await calls("wr.s3.to_csv(df, 's3://news/a', **event['more'])");
    expect(spread).toContainEqual(gap('glue'));
    expect(spread).toContainEqual(gap('kms'));
    for (const line of ["wr.s3.copy_objects(['s3://a/b'], 's3://a', 's3://b')", "wr.s3.read_parquet_table('t', 'd')"]) {
      expect(await calls(line)).toContainEqual(gap('s3'));
      expect(await calls(line)).toContainEqual(gap('glue'));
    }
    expect(await calls("event['run'](wr.s3.read_csv, 's3://news/a')")).toContainEqual(gap('s3'));
    expect(await calls("getattr(wr.s3, event['name'])('s3://news/a')")).toContainEqual(gap('*'));
    expect(await calls('wr.redshift.copy(df)')).toContainEqual(gap('*'));
  });

  it('calls with the credentials of the session that it is given', async () => {
    const line = "wr.s3.download('s3://news/a', '/tmp/a', boto3_session=boto3.Session(aws_access_key_id=event['id']))";
    expect(await calls(line)).toEqual(['s3 GetObject Bucket=news (other credentials)']);
  });
});
