import boto3

table = boto3.resource('dynamodb').Table('orders')


def handler(event, context):
    failures = []
    for record in event['Records']:
        try:
            table.put_item(Item={'id': record['messageId'], 'body': record['body']})
        except Exception:
            failures.append({'itemIdentifier': record['messageId']})
    return {'batchItemFailures': failures}
