import { describe, expect, it } from '@jest/globals';
import { calledIn } from '#test/runtimes/operations/called';
import { handlersIn } from '#test/runtimes/run';

describe('boto3', () => {
  it('is read by methods of clients, with what they are called on', async () => {
    const code = `import os
import boto3
from boto3 import client as make

dynamodb = boto3.client('dynamodb')
sqs = make('sqs', region_name=os.environ['AWS_REGION'])
TABLE = os.getenv('TABLE')

def handler(event, context):
    dynamodb.put_item(TableName=TABLE, Item=event)
    sqs.send_message(QueueUrl=os.environ.get('QUEUE', ''), MessageBody='x')
    for page in dynamodb.get_paginator('scan').paginate(TableName=f"audit-{os.environ['STAGE']}"):
        print(page)
    dynamodb.get_waiter('table_exists').wait(TableName='late')
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb DescribeTable TableName=late',
      'dynamodb PutItem TableName=${TABLE}',
      'dynamodb Scan TableName=audit-${STAGE}',
      'sqs SendMessage QueueUrl=${QUEUE}',
    ]);
  });

  it('is read by resources, what they make, and their collections', async () => {
    const code = `import os
import boto3

table = boto3.resource('dynamodb').Table(os.environ['TABLE'])
s3 = boto3.resource('s3')
queue = boto3.resource('sqs').get_queue_by_name(QueueName='jobs')

def handler(event, context):
    with table.batch_writer() as batch:
        batch.put_item(Item={})
    bucket = s3.Bucket('archive')
    for one in bucket.objects.filter(Prefix='old/'):
        one.delete()
    s3.Object('reports', 'a.csv').put(Body='x')
    queue.send_message(MessageBody='x')
    return table.query(IndexName='byDate')
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb BatchWriteItem TableName=${TABLE}',
      'dynamodb Query IndexName=byDate TableName=${TABLE}',
      's3 DeleteObject Bucket=archive',
      's3 HeadObject Bucket=reports Key=a.csv (occasional)',
      's3 ListObjects Bucket=archive Prefix=old/',
      's3 PutObject Bucket=reports Key=a.csv',
      'sqs GetQueueUrl',
      'sqs SendMessage',
    ]);
  });

  it('lists the versions of a bucket before it deletes them', async () => {
    const code = `import boto3

def handler(event, context):
    boto3.resource('s3').Bucket('archive').object_versions.delete()
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      's3 DeleteObjects Bucket=archive',
      's3 ListObjectVersions Bucket=archive',
    ]);
  });

  it('may call with the credentials of another role through a session of botocore', async () => {
    const code = `import boto3
import botocore.session

class Users:
    def __init__(self, credentials):
        self._own = botocore.session.get_session()
        self._own.set_credentials(access_key=credentials['a'], secret_key=credentials['b'])
        self._session = boto3.Session(botocore_session=self._own)

    @property
    def session(self):
        return self._session

def handler(event, context):
    users = Users(boto3.client('sts').assume_role(RoleArn='r', RoleSessionName='s')['Credentials'])
    users.session.resource('dynamodb').Table('orders').scan()
`;
    expect(await calledIn({ 'src/app.py': code })).toContain('dynamodb Scan TableName=orders (other credentials)');
  });

  it('may call with other credentials once the default session is another', async () => {
    const code = `import boto3

def handler(event, context):
    boto3.setup_default_session(profile_name='other')
    boto3.client('sqs').purge_queue(QueueUrl='q')
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual(['sqs PurgeQueue QueueUrl=q (other credentials)']);
  });

  it('passes more in a transfer than names of what is transferred', async () => {
    const whole = async (call: string) => {
      const [handler] = await handlersIn({
        'src/app.py': `import boto3
s3 = boto3.client('s3')
bucket = boto3.resource('s3').Bucket('b')

def handler(event, context):
    ${call}
`,
      });
      return handler?.operations.operations
        .filter(({ name }) => /^(?:Put|Get|Copy)Object$/.test(name))
        .map(({ wholeInput }) => wholeInput === true);
    };
    expect(await whole("s3.upload_file('a', 'b', 'k')")).toEqual([true]);
    expect(await whole("s3.upload_file('a', 'b', 'k', ExtraArgs={'ACL': 'public-read'})")).toEqual([false]);
    expect(await whole("s3.download_fileobj('b', 'k', open('f'), {'VersionId': event['v']})")).toEqual([false]);
    expect(await whole("s3.generate_presigned_post('b', 'k')")).toEqual([false]);
    expect(await whole("bucket.upload_file('a', 'k')")).toEqual([true]);
    expect(await whole("bucket.upload_file('a', 'k', {'Tagging': 'a=b'})")).toEqual([false]);
    expect(await whole("bucket.Object('k').upload_file('a')")).toEqual([true]);
    expect(await whole("bucket.Object('k').upload_file('a', ExtraArgs={'ACL': 'private'})")).toEqual([false]);
  });

  it('masks data with a key that is not seen', async () => {
    const code = `from aws_lambda_powertools.utilities.data_masking import DataMasking
from aws_lambda_powertools.utilities.data_masking.provider.kms.aws_encryption_sdk import AWSEncryptionSDKProvider

masker = DataMasking(provider=AWSEncryptionSDKProvider(keys=['k']))

def handler(event, context):
    return masker.encrypt(event)
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual(['gap kms what data is masked with is not followed']);
  });

  it('says nothing of what is called by requests that are signed by hand', async () => {
    const code = `import hashlib, hmac, urllib.request

def handler(event, context):
    urllib.request.urlopen(urllib.request.Request('https://x', headers={'Authorization': 'AWS4-HMAC-SHA256 Credential=' + event['c']}))
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual(['gap * requests are signed by hand']);
  });

  it('reads the attributes of a resource where the code has the name of one', async () => {
    const code = (read: string) => `import boto3

table = boto3.resource('dynamodb').Table('orders')

def handler(event, context):
    table.put_item(Item={})
    return ${read}
`;
    expect(await calledIn({ 'src/app.py': code('table.item_count') })).toEqual([
      'dynamodb DescribeTable TableName=orders (occasional)',
      'dynamodb PutItem TableName=orders',
    ]);
    expect(await calledIn({ 'src/app.py': code('table.name') })).toEqual(['dynamodb PutItem TableName=orders']);
  });

  it('asks answers of resources without a call, and follows the items of their collections', async () => {
    const code = `import boto3

dynamodb = boto3.resource('dynamodb')

def handler(event, context):
    response = dynamodb.batch_get_item(RequestItems={'orders': {'Keys': []}})
    while response.get('UnprocessedKeys'):
        response = dynamodb.batch_get_item(RequestItems=response['UnprocessedKeys'])
    for bucket in boto3.resource('s3').buckets.all():
        bucket.upload_file('/tmp/a', 'a')
    return response.get('Responses').items()
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb BatchGetItem RequestItems=<is put together at run time>',
      'dynamodb BatchGetItem RequestItems=orders',
      's3 AbortMultipartUpload (occasional)',
      's3 ListBuckets',
      's3 PutObject',
    ]);
  });

  it('is followed through modules, classes, sessions and arguments', async () => {
    const files = {
      'src/app.py': `import boto3
from store import Store

def handler(event, context):
    session = boto3.session.Session()
    Store(session.client('dynamodb'), 'orders').save(event)
`,
      'src/store.py': `class Store:
    def __init__(self, client, table):
        self._client = client
        self._table = table

    def save(self, item):
        self._client.put_item(TableName=self._table, Item=item)

    def drop(self):
        self._client.delete_table(TableName=self._table)
`,
    };
    expect(await calledIn(files)).toEqual(['dynamodb PutItem TableName=orders']);
  });

  it('knows the table of a batch whose key is computed', async () => {
    const code = `import os
import boto3
dynamodb = boto3.resource('dynamodb')
TABLE = os.environ['TABLE']

def handler(event, context):
    dynamodb.batch_get_item(RequestItems={TABLE: {'Keys': []}})
    items = {}
    items[f"{TABLE}-audit"] = []
    dynamodb.batch_write_item(RequestItems=items)
    items.update(event['more'])
    dynamodb.meta.client.transact_get_items(RequestItems=items)
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb BatchGetItem RequestItems=${TABLE}',
      'dynamodb BatchWriteItem RequestItems=${TABLE}-audit',
      'dynamodb TransactGetItems RequestItems=<is named by a key that is computed>',
    ]);
  });

  it('transfers, copies and signs', async () => {
    const code = `import boto3
s3 = boto3.client('s3')

def handler(event, context):
    s3.upload_file('/tmp/a', 'up', 'a')
    s3.download_file('down', 'a', '/tmp/a')
    s3.generate_presigned_url('head_object', Params={'Bucket': 'signed', 'Key': 'a'})
    boto3.client('rds').generate_db_auth_token('host', 5432, 'user')
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'rds-db connect',
      's3 AbortMultipartUpload Bucket=up (occasional)',
      's3 GetObject Bucket=down',
      's3 HeadObject Bucket=signed Key=a',
      's3 PutObject Bucket=up',
    ]);
  });

  it('tells the credentials of another role', async () => {
    const code = `import boto3

def handler(event, context):
    given = boto3.client('sts').assume_role(RoleArn='arn:aws:iam::111122223333:role/reader', RoleSessionName='x')['Credentials']
    other = boto3.Session(aws_access_key_id=given['AccessKeyId'], aws_secret_access_key=given['SecretAccessKey'])
    other.client('s3').get_object(Bucket='a', Key='k')
    other.resource('dynamodb').Table('t').scan()
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb Scan TableName=t (other credentials)',
      's3 GetObject Bucket=a Key=k (other credentials)',
      'sts AssumeRole RoleArn=arn:aws:iam::111122223333:role/reader',
    ]);
  });

  it('leaves a gap where the client, the operation or what gets the client is not known', async () => {
    const code = `import os
import boto3
from requests_aws4auth import AWS4Auth
from acme import send

signed = AWS4Auth('a', 'b', 'eu-west-1', 'es')

def handler(event, context):
    boto3.client(event['service']).list_tables()
    getattr(boto3.client('s3'), event['operation'])(Bucket='a')
    send(boto3.client('sqs'))
    os.system('aws s3 cp a b')
`;
    const called = await calledIn({ 'src/app.py': code });
    expect(called).toEqual(
      expect.arrayContaining([
        'gap * a command is run that may call anything',
        'gap es requests are signed by hand',
        'gap * the client is chosen at run time',
        'gap * what acme calls is not known',
        'gap sqs a client of sqs is handed to acme.send',
      ]),
    );
    expect(called.some((one) => one.startsWith('gap s3'))).toBe(true);
  });

  it('is called by Powertools, and not seen behind packages that are not followed', async () => {
    const code = `from aws_lambda_powertools.utilities import parameters
from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, idempotent
from flywheel import Model

store = DynamoDBPersistenceLayer(table_name='seen')

@idempotent(persistence_store=store)
def handler(event, context):
    return parameters.get_secret('prod/key')
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb DeleteItem TableName=seen',
      'dynamodb GetItem TableName=seen',
      'dynamodb PutItem TableName=seen',
      'dynamodb UpdateItem TableName=seen',
      'gap dynamodb what flywheel calls is not followed',
      'secretsmanager GetSecretValue SecretId=prod/key',
    ]);
  });
});

describe('a durable function', () => {
  it('runs what it hands to its context, and invokes others through it', async () => {
    const code = `import os
import boto3
from aws_durable_execution_sdk_python import DurableContext, durable_execution, durable_step, durable_with_child_context

table = boto3.client('dynamodb')

@durable_step
def save(step, name, order):
    table.put_item(TableName=name, Item=order)
    return order

@durable_with_child_context
def child(ctx, key):
    return ctx.step(lambda _: table.get_item(TableName='read'), name='read')

@durable_execution
def handler(event, context: DurableContext):
    context.step(save('bound', order=event['order']), name='save')
    context.map(event['items'], lambda ctx, item, at, all: table.update_item(TableName='mapped'))
    context.parallel([lambda ctx: ctx.step(lambda _: table.scan(TableName='first')), child('b')])
    context.wait_for_callback(lambda callback_id, ctx: table.query(TableName='waited'))
    return context.invoke(function_name=os.environ['OTHER'], payload={})
`;
    expect(await calledIn({ 'src/app.py': code })).toEqual([
      'dynamodb GetItem TableName=read',
      'dynamodb PutItem TableName=bound',
      'dynamodb Query TableName=waited',
      'dynamodb Scan TableName=first',
      'dynamodb UpdateItem TableName=mapped',
      'lambda Invoke FunctionName=${OTHER}',
    ]);
  });
});
