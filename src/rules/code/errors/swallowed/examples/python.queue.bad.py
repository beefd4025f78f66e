import boto3

table = boto3.resource('dynamodb').Table('orders')


def handler(event, context):
    for record in event['Records']:
        try:
            table.put_item(Item={'id': record['messageId'], 'body': record['body']})
        except Exception:  # expect
            pass
