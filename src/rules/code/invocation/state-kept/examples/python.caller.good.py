import json
import os

import boto3

table = boto3.resource('dynamodb').Table(os.environ['TABLE_NAME'])
labels = None


def handler(event, context):
    global labels
    sub = event['requestContext']['authorizer']['claims']['sub']
    if labels is None:
        labels = table.get_item(Key={'owner': 'labels'})['Item']
    profile = table.get_item(Key={'owner': sub})['Item']
    return {'statusCode': 200, 'body': json.dumps({'name': profile['name'], 'labels': labels})}
