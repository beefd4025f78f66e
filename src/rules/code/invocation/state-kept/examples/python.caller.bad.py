import json
import os

import boto3

table = boto3.resource('dynamodb').Table(os.environ['TABLE_NAME'])
profile = None


def handler(event, context):
    global profile
    sub = event['requestContext']['authorizer']['claims']['sub']
    if profile is None:
        profile = table.get_item(Key={'owner': sub})['Item']  # expect
    return {'statusCode': 200, 'body': json.dumps({'name': profile['name']})}
