import json

import boto3

table = boto3.resource('dynamodb').Table('orders')


def handler(event, context):
    try:
        item = table.get_item(Key={'id': event['pathParameters']['id']})
        return {'statusCode': 200, 'body': json.dumps(item)}
    except Exception as error:
        return {'statusCode': 500, 'body': json.dumps({'error': str(error)})}  # expect
